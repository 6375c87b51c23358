"""What each reader is shown first, and what patients and carers get besides: titles, when to call, what to ask.

The figures, warnings and certainties are those of every reader: only order, headings and signposts differ.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.apply.compose import DISCLAIMER, PLAIN_DISCLAIMER
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
    "bottom_line": "The short answer",
    "evidence": "What the studies found",
    "dosing": "Doses",
    "safety": "Before starting: what to know about safety",
    "adverse_effects": "Harms that were seen",
    "monitoring": "Checks that are needed",
    "alternatives": "What else was tried",
    "algorithm": "Steps of care",
    "evidence_gaps": "What nobody knows yet",
    "conclusion": "In short",
    "references": "Sources",
    "review": "Who has checked this page",
}
"""Titles of sections in plain words."""

STOPS: Final = "When it is stopped"
"""How the plain words of a label's reasons to stop begin."""

_QUESTIONS: Final[tuple[tuple[str, str], ...]] = (
    ("bottom_line", "Does this fit {whom}?"),
    ("safety", "Is it safe for {whom}, with other illnesses and other medicines?"),
    ("dosing", "Which dose would be right for {whom}, and how is it taken?"),
    ("monitoring", "Which checks are needed, and when?"),
    ("alternatives", "What else could be tried, and what happened in studies of that?"),
    ("evidence_gaps", "What is not known yet?"),
    ("dosing", "When will we decide whether it works?"),
)
"""A question to ask where the answer states something under that section."""


def ordered(names: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    """Section names in the order for this reader; the bottom line, with a reply before it and the
    answers to other questions of the same text behind it, stay first."""
    first = [name for name in FIRST[reader] if name in names]
    lead = [name for name in names if name in ("reply", "bottom_line")]
    lead += [name for name in names if name.startswith("part_")]
    return tuple(dict.fromkeys((*lead, *first, *names)))


def call_for_help(answer: Answer) -> tuple[str, ...]:
    """When to call, from the answer's own reasons to stop; empty where no medicine is told of."""
    told = {section.id: section.statements for section in answer.sections}
    if not told.get("safety"):
        return ()
    stops = [s.plain.partition(": ")[2] for s in told.get("monitoring", ()) if s.plain.startswith(STOPS)]
    stops = [f"A reason to stop it is met: {wording}" for wording in stops]
    who = "You feel" if answer.reader is Reader.PATIENT else "The person you look after feels"
    return (f"{who} suddenly or badly unwell after taking it. Do not stop or change a medicine without advice.", *stops)


def to_ask(answer: Answer) -> tuple[str, ...]:
    """Questions for the care team, one for each part that the answer tells something in."""
    told = {section.id for section in answer.sections if section.statements}
    whom = "me" if answer.reader is Reader.PATIENT else "the person I look after"
    return tuple(question.format(whom=whom) for name, question in _QUESTIONS if name in told)


def seen_by(answer: Answer, reader: Reader) -> Answer:
    """The same answer for another reader: the words are chosen when it is shown, the content stays what it is."""
    if answer.reader is reader:
        return answer
    ours = answer.disclaimer in (DISCLAIMER, PLAIN_DISCLAIMER)
    disclaimer = (PLAIN_DISCLAIMER if reader.plain else DISCLAIMER) if ours else answer.disclaimer
    return msgspec.structs.replace(answer, reader=reader, disclaimer=disclaimer)
