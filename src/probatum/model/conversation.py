"""Conversation: a chain of answers. A follow-up is read against the last one and turned into edits of its sections."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.model.answer import Answer
from probatum.model.question import Depth, Question, Reader
from probatum.model.study import Design


class FollowUpKind(StrEnum):
    """What a follow-up asks to be changed."""

    NEW = "new question"
    PATIENT = "other patient"
    DOSE = "other dose"
    COMPARISON = "comparison"
    TREATMENT = "other treatment"
    PROBLEM = "other problem"
    ASPECT = "another side of it"
    """Harm, dosing, interaction, mechanism of the same treatment."""
    READER = "other reader"
    DEPTH = "other length"
    STUDIES = "other studies"
    """Only some designs or dates."""
    CERTAINTY = "why this certainty"
    STUDY = "about a study"


class Only(msgspec.Struct, frozen=True):
    """Which studies may speak; empty when all may."""

    designs: tuple[Design, ...] = ()
    since: int | None = None
    """Published in that year or later."""

    def __bool__(self) -> bool:
        return bool(self.designs) or self.since is not None


class FollowUp(msgspec.Struct, frozen=True):
    """A follow-up as it was understood."""

    typed: str
    kind: FollowUpKind
    asked: str
    """The whole question that it comes to; the last one where only the reader, length or studies change."""
    why: str
    """How it was understood, in a few words."""
    reader: Reader | None = None
    depth: Depth | None = None
    only: Only | None = None
    fact: str = ""
    """Of a question about a study: funding, people, duration, blinding, setting, registration, conflicts, country."""
    study: str = ""
    """The study it is about, as it was named: a reference number or an author; empty for the leading one."""
    dose: str = ""
    """The dose it asks about, as it was written."""
    assume: tuple[str, ...] = ()
    """What it gives of the patient or the meaning of words: `pregnant, eGFR 25`."""
    aside: bool = False
    """Whether it asks of a side of the same matter (its dose, harms, what to do after a missed dose), so that the next
    follow-up leans on the question before it."""


class Change(StrEnum):
    """What becomes of a section."""

    KEEP = "keep"
    EXTEND = "extend"
    REPLACE = "replace"
    ADD = "add"
    DROP = "drop"


class SectionEdit(msgspec.Struct, frozen=True):
    """One line of the edit plan."""

    section: str
    change: Change
    reason: str
    """`2 sentences added, 1 left out`."""


class Turn(msgspec.Struct, frozen=True):
    """One question or follow-up and the answer it led to."""

    typed: str
    answer: Answer
    follow: FollowUp | None = None
    """None for the first question."""
    plan: tuple[SectionEdit, ...] = ()
    only: Only = Only()
    """Which studies may speak from here on."""
    topic: Question | None = None
    """The question that a chain of asides came from; None where the answer's own question is the matter."""


class Conversation(msgspec.Struct, frozen=True):
    """A chain of turns, oldest first."""

    id: str
    started: str
    """ISO date and time, UTC."""
    turns: tuple[Turn, ...] = ()

    @property
    def last(self) -> Turn:
        """The newest turn. Raises IndexError for a conversation without turns."""
        return self.turns[-1]
