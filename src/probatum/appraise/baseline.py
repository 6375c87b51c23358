"""Sizes of arms from the head of a table of baseline characteristics: `Drug A (n = 50)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.appraise.numbers import NUMBER, whole
from probatum.model import Arm, Record, SectionKind, Span
from probatum.text.expressions import expression

HEADING: Final = expression(r"baseline|characteristic|demographic", re.IGNORECASE)
SIZE: Final = expression(rf"\(?\b[nN] ?= ?(?P<n>{NUMBER})\)?")
UNITS: Final = expression(
    r"\(?\s{0,4}(?:n|no\.?|mean|median)?\s{0,4}(?:\(?%\)?|\(?SD\)?|±\s*SD)[\s()]*(?:n\b)?", re.IGNORECASE
)
"""What a head tells of its figures: `n (%)`, `mean (SD)`."""
NO_ARM: Final = expression(
    r"^(?:total|all|overall|both|p\b|p[- ]?values?|characteristics?|variables?|whole|entire|study population|men|women"
    r"|males?|females?)|\b(?:total|overall|all (?:patients|participants|subjects))\b",
    re.IGNORECASE,
)
CONTROL: Final = expression(
    r"\b(?:placebo|controls?|usual care|standard care|sham|wait(?:ing)?[- ]list|no treatment)\b", re.IGNORECASE
)
WORD: Final = expression(r"[a-z]{3,}|\d+")
COMMON: Final = frozenset(
    ("group", "groups", "arm", "arms", "the", "and", "with", "plus", "treatment", "therapy", "daily", "patients")
)
MOST_ARMS: Final = 6
FIRST_ROWS: Final = 4
"""Rows in which the head of a table may stand."""


class Column(NamedTuple):
    """A column of a baseline table: what it is called, how many people it holds, and its cell."""

    name: str
    n: int
    span: Span


def columns(record: Record) -> tuple[Column, ...]:
    """Columns of the first table of baseline characteristics whose head gives the size of two groups or more."""
    for section in record.sections:
        if section.kind is SectionKind.TABLE and HEADING.search(section.heading) and not section.code:
            found = tuple(_columns(record, section.id))
            if 2 <= len(found) <= MOST_ARMS:
                return found
    return ()


def _columns(record: Record, section_id: str) -> Iterator[Column]:
    section = record.section(section_id)
    for cell in section.cells:
        if cell.row >= FIRST_ROWS:
            return
        text = section.text[cell.start : cell.end]
        match = SIZE.search(text) if len(text) <= 120 else None
        value = whole(match["n"]) if match else None
        if match is None or value is None or value < 2 or cell.column == 0:
            continue
        name = UNITS.sub("", (text[: match.start()] + text[match.end() :])).strip(" ,;:()%\u00a0")
        if name and not NO_ARM.search(name):
            yield Column(name, value, Span(record, section_id, cell.start, cell.end))


def sized(record: Record, arms: Sequence[Arm]) -> tuple[Arm, ...]:
    """The arms, each with the size that a baseline table gives it; the table's columns where no sentence lists arms."""
    found = columns(record)
    if not found:
        return tuple(arms)
    if len(arms) < 2:
        return tuple(Arm(name=c.name, span=c.span, n=c.n, control=_control(c.name)) for c in found)
    taken: set[int] = set()
    return tuple(arm if arm.n is not None else _with_size(arm, found, taken) for arm in arms)


def _control(name: str) -> bool:
    """True for a control; in a double-dummy trial, where every arm has a placebo beside a drug, none is known."""
    return bool(CONTROL.search(name)) and not re.search(r"\+|\bplus\b", name)


def _with_size(arm: Arm, found: Sequence[Column], taken: set[int]) -> Arm:
    """The arm with the size of the one column whose name shares a word with it."""
    own = _words(f"{arm.name} {arm.dose}")
    scores = [len(own & _words(column.name)) + (arm.control and bool(CONTROL.search(column.name))) for column in found]
    best = max(scores)
    at = scores.index(best)
    if best == 0 or scores.count(best) > 1 or at in taken:
        return arm
    taken.add(at)
    return msgspec.structs.replace(arm, n=found[at].n)


def _words(name: str) -> set[str]:
    return set(WORD.findall(name.lower())) - COMMON
