"""Advised beside: what guidelines say against a medicine, or its class, in an illness that somebody has besides.

`can I take A with B` is not answered by the label of A alone: a guideline on B may say that what A is of should be
avoided in it, in one sentence with what is advised instead.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import msgspec

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.labels import kinship
from probatum.apply.once import once
from probatum.model import Appraisal, Directive, DirectiveAction, RecordKind, RecordStatus
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_AGAINST: Final = caseless(
    r"\b(?:should|must) (?:be avoided|not be (?:used|given|taken|offered|started|prescribed))\b|\bavoid(?:ing)?\b"
    r"|\bcontra-?indicated\b|\brecommends? against\b"
)
_ADVISES: Final = caseless(
    r"\b(?:is|are) (?:advised|recommended|preferred)\b|\bfirst choice\b|\brecommends (?!against)"
)
_CLAUSE: Final = caseless(r"; |, (?:and|but|while|whereas) (?=[\w /-]{2,60}\b(?:should|must|is|are)\b)")
_PARTLY: Final = caseless(
    r"\b(?:unless|except|only|if possible|together|combin\w+|after|before|with (?:a|an|another))\b"
)


class Against(NamedTuple):
    """A recommendation against what is asked about, the clause of it that says so, and what it advises instead."""

    row: tuple[Appraisal, Directive]
    clause: tuple[Appraisal, Directive]
    instead: tuple[str, ...]


@once
def against(context: Context) -> Against | None:
    """The first such recommendation; None where none is held, or no illness stands beside what is treated."""
    ill = tuple((c.label, c.text, *c.synonyms) for c in context.beside)
    if not ill or context.combined or context.classes:
        return None
    own = tuple((name, *kinship.kin(name)) for name in context.drugs)
    every = {a.record.id: a for a in (*context.guidelines, *context.further)}
    for source in every.values():
        if source.record.status is RecordStatus.SUPERSEDED or source.record.kind is not RecordKind.GUIDELINE:
            continue
        for item in source.directives:
            if not fitting.names_one(item.text, ill) or _of_another(item.text, ill):
                continue
            clauses = _CLAUSE.split(item.text)
            clause = next((c for c in clauses if _bars(c, own)), "")
            if clause:
                barred = msgspec.structs.replace(item, action=DirectiveAction.NOT_RECOMMENDED)
                other = tuple(name for c in clauses if _ADVISES.search(c) for name in _drugs(c) if name not in own[0])
                return Against((source, barred), (source, msgspec.structs.replace(barred, text=clause)), other)
    return None


def _of_another(text: str, ill: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a sentence is of another illness besides (`in delirium in people with B`), reasons left aside."""
    found = vocabulary.load().find(text.partition(", because")[0])
    return any(m.term.semantic == "condition" and not fitting.names_one(m.term.label, ill) for m in found)


def _drugs(clause: str) -> list[str]:
    found = vocabulary.load().find(clause)
    return [wording.lower(m.term.label) for m in found if m.term.semantic == "drug" and not members(m.term.label)]


def _bars(clause: str, names: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a clause advises against one of the names themselves, with no exception."""
    found: re.Match[str] | None = _AGAINST.search(clause)
    return found is not None and not _PARTLY.search(clause) and fitting.names_one(clause, names)
