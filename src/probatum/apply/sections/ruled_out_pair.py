"""Ruled out pair: where two medicines were taken that a label rules out together, neither is dosed or advised further.

The alarm names them; advice of a guideline on the illness, and the dose of a label, hold for those who took one alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.model import Kind, Section, Statement
from probatum.text import doses
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

_RULED_OUT: Final = "which its label rules out"
_BESIDE: Final = ("bottom_line", "evidence", "dosing", "alternatives", "conclusion", "monitoring")
NO_MORE: Final = "Give no more of either before the doctor in charge agrees."
NO_MORE_PLAIN: Final = "Take or give no more of either until they say so."
NO_DOSE: Final = "No dose is told: two medicines were taken that a label rules out together (see above)."
_GIVES: Final = caseless(
    r"\b(?:recommends?|first choice|first[- ]line|choices?|is given|considering|used to treat|may be (?:given|used))\b"
)
_AGAINST: Final = caseless(
    r"\b(?:contraindicated|against|must not|should not|not be|avoid\w*|not recommended|rules? out|not to be taken)\b"
)


def applies(context: Context) -> bool:
    """Whether two medicines are told that a label rules out together."""
    question = context.question
    return question.danger in ("emergency", "dose") and _RULED_OUT in question.sign and len(_drugs(context)) > 1


def without(body: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections without doses and advice for either of them; in an emergency that no more of either is given."""
    if not applies(context):
        return tuple(body)
    names = tuple((name, *classes_of(name)) for name in _drugs(context))
    made = [_left(one, names) if one.id in _BESIDE else one for one in body]
    return tuple(
        _halted(one) if one.id == "bottom_line" and context.question.danger == "emergency" else one for one in made
    )


@once
def _drugs(context: Context) -> tuple[str, ...]:
    """Every medicine that the question names: what was told last may be no part of what is asked."""
    found = vocabulary.load().find(f"{context.question.typed} {context.question.read}")
    return tuple(dict.fromkeys(m.term.label for m in found if m.term.semantic == "drug"))


def _left(section: Section, names: tuple[tuple[str, ...], ...]) -> Section:
    told = tuple(s for s in section.statements if not _gives(s, names))
    if len(told) == len(section.statements):
        return section
    empty = section.empty or (NO_DOSE if section.id == "dosing" else "")
    return msgspec.structs.replace(section, statements=told, empty="" if told else empty)


def _gives(one: Statement, names: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a line gives one of them: a dose of it, or advice for it."""
    if one.kind is Kind.NAVIGATION or _AGAINST.search(one.text):
        return False
    if not (_GIVES.search(one.text) or doses.read(one.text)):
        return False
    return fitting.names_one(one.text, names)


def _halted(section: Section) -> Section:
    """The short answer with that no more of either is given, right behind the alarm."""
    first, rest = section.statements[:1], section.statements[1:]
    line = Statement(f"{section.id}.2", NO_MORE, Kind.NAVIGATION, plain=NO_MORE_PLAIN)
    made = (*first, line, *rest)
    numbered = tuple(msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(made, 1))
    return msgspec.structs.replace(section, statements=numbered)
