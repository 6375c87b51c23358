"""Written out: on a page for everybody no short form that only its source explains: `AAD` is the diarrhoea that comes
with antibiotics, as the source itself says where it first uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from probatum.apply import wording
from probatum.model import Record, Section, SectionKind, Span, Statement
from probatum.text.abbreviations import definitions
from probatum.text.expressions import caseless

_KNOWN: Final = caseless(r"(?:DNA|RNA|HIV|AIDS|CT|MRI|ECG|EKG|COVID(?:-19)?|GP|ICU|UK|US|USA|EU|WHO|BMI|UV)")
"""Short forms that people know, or that tell them no less than their long form would."""
_LONGEST: Final = 70
"""Characters of a long form that a sentence has room for."""
_SHOWN: Final = (SectionKind.TITLE, SectionKind.ABSTRACT)


class _Form(NamedTuple):
    short: str
    long: str
    span: Span


def plainly(body: Sequence[Section], typed: str = "") -> tuple[Section, ...]:
    """The sections with the short forms of their sources written out in the words for everybody, but for those that
    stand in the question as it was `typed`."""
    own = frozenset(_WORD.findall(typed.casefold()))
    return tuple(
        msgspec.structs.replace(section, statements=tuple(_written(one, own) for one in section.statements))
        for section in body
    )


_WORD: Final = caseless(r"[\w-]+")


def _written(one: Statement, own: frozenset[str]) -> Statement:
    """A statement in which each short form that its own sources define is written out, with what defines it."""
    if not one.plain or not one.supports:
        return one
    text, shown = one.plain, list(one.supports)
    forms = _forms(span.source for span in one.supports)
    for form in (form for form in forms if form.short.casefold() not in own):
        short = rf"{re.escape(form.short)}(?P<many>s?)(?![\w-])"
        bare = re.sub(rf" \({short}\)", "", text)  # where it stands behind its long form, or behind plain words for it
        written = re.sub(rf"(?<![\w-]){short}", form.long if form.long.endswith("s") else rf"{form.long}\g<many>", bare)
        if written != text:
            text = written
            shown.append(form.span)
    if text == one.plain:
        return one
    return msgspec.structs.replace(one, plain=wording.upper(text), supports=tuple(dict.fromkeys(shown)))


def _forms(records: Iterable[Record]) -> tuple[_Form, ...]:
    found: dict[str, _Form] = {}
    for record in dict.fromkeys(records):
        for form in _of(record):
            found.setdefault(form.short, form)
    return tuple(found.values())


@lru_cache(maxsize=512)
def _of(record: Record) -> tuple[_Form, ...]:
    """The short forms that title and abstract of a record define, each once, with where they do."""
    found: dict[str, _Form] = {}
    for section in record.evidence_sections:
        for short, long in definitions(section.text) if section.kind in _SHOWN else ():
            at = section.text.find(long)
            fits = len(long) <= _LONGEST and at >= 0 and "\\" not in long and not _KNOWN.fullmatch(short)
            end = section.text.find(")", at + len(long)) + 1
            if fits and end:
                found.setdefault(short, _Form(short, _in_text(long), Span(record, section.id, at, end)))
    return tuple(found.values())


def _in_text(long: str) -> str:
    """A long form within a sentence: the name of a scale or of a body keeps its capitals."""
    return wording.lower(long) if long[1:] == long[1:].lower() else long
