"""What each reader is shown first, and the headings of plain pages.

The figures, warnings and certainties are those of every reader: only order, headings and signposts differ.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply.composing.compose import DISCLAIMER, PLAIN_DISCLAIMER
from probatum.model import Answer, Reader

_PLAIN: Final = ("evidence", "safety", "adverse_effects", "monitoring", "dosing", "alternatives")
FIRST: Final[dict[Reader, tuple[str, ...]]] = {
    Reader.DOCTOR: (),
    Reader.PHARMACIST: ("dosing", "safety", "adverse_effects", "monitoring"),
    Reader.NURSE: ("dosing", "monitoring", "safety", "adverse_effects"),
    Reader.RESEARCHER: ("evidence", "evidence_gaps", "conclusion"),
    Reader.STUDENT: ("evidence", "conclusion"),
    Reader.PATIENT: _PLAIN,
    Reader.CARER: _PLAIN,
}
"""Sections that follow the bottom line for a reader: pharmacist dose and interactions; nurse giving and watching;
researcher and student the evidence and what it leaves open; patient and carer what was found, then safety."""

EASY_TITLES: Final[dict[str, str]] = {
    "reply": "What you asked now",
    "bottom_line": "The short answer",
    "evidence": "What the studies found",
    "dosing": "Doses",
    "safety": "Before starting: what to know about safety",
    "adverse_effects": "Harms that were seen",
    "monitoring": "Checks that are needed",
    "alternatives": "What else was tried",
    "algorithm": "What to do",
    "evidence_gaps": "What nobody knows yet",
    "conclusion": "In short",
    "references": "Sources",
    "review": "Who has checked this page",
}
"""Titles of sections in plain words."""


def ordered(names: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    """Section names in the order for this reader; the bottom line, with a reply before it and the
    answers to other questions of the same text behind it, stay first."""
    first = [name for name in FIRST[reader] if name in names]
    lead = [name for name in names if name in ("reply", "bottom_line")]
    lead += [name for name in names if name.startswith("part_")]
    return tuple(dict.fromkeys((*lead, *first, *names)))


def seen_by(answer: Answer, reader: Reader) -> Answer:
    """The same answer for another reader: the words are chosen when it is shown, the content stays what it is."""
    if answer.reader is reader:
        return answer
    ours = answer.disclaimer in (DISCLAIMER, PLAIN_DISCLAIMER)
    disclaimer = (PLAIN_DISCLAIMER if reader.plain else DISCLAIMER) if ours else answer.disclaimer
    return msgspec.structs.replace(answer, reader=reader, disclaimer=disclaimer)
