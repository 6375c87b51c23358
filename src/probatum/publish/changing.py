"""Changing: what a follow-up changed, told to a patient or carer as one would say it, and not as an edit plan."""

from __future__ import annotations

from typing import Final

from probatum.model import Change, FollowUpKind, Turn
from probatum.publish.readers import EASY_TITLES

_OPENS: Final[dict[FollowUpKind, str]] = {
    FollowUpKind.NEW: "This is a new question, so this is a new page",
    FollowUpKind.PATIENT: "We looked again with this in mind",
    FollowUpKind.DOSE: "We looked for this dose",
    FollowUpKind.COMPARISON: "We looked at the two beside each other",
    FollowUpKind.TREATMENT: "We looked at this treatment instead",
    FollowUpKind.PROBLEM: "We looked at this problem instead",
    FollowUpKind.ASPECT: "We looked at this side of it",
    FollowUpKind.READER: "We put the page in other words",
    FollowUpKind.DEPTH: "We changed how long the page is",
    FollowUpKind.STUDIES: "We kept only the studies that you want",
    FollowUpKind.CERTAINTY: "You asked how sure we can be, and why",
    FollowUpKind.STUDY: "You asked about a study",
}


def told(turn: Turn) -> list[str]:
    """How a follow-up was taken, what is different now and what is as before, a line each; nothing for a question."""
    if turn.follow is None:
        return []
    lines = [f"You asked: “{' '.join(turn.typed.split())}”. {_OPENS[turn.follow.kind]}."]
    if turn.follow.kind is FollowUpKind.NEW:
        return lines
    if turn.answer.question.read and turn.follow.kind is not FollowUpKind.READER:
        lines.append(f"We read it as: {turn.answer.question.read.rstrip('?. ')}.")
    shown = {s.id for s in turn.answer.sections if any(not one.level for one in s.statements)}
    new = [e.section for e in turn.plan if e.change not in (Change.KEEP, Change.DROP) and e.section in shown]
    same = [e.section for e in turn.plan if e.change is Change.KEEP and e.section in shown]
    if new and set(new) <= {"reply"}:
        return [*lines, "The answer to this stands first. The rest of the page is as before."]
    parts = (("What is different now", new), ("The same as before", same))
    return [*lines, *(f"{opens}: {', '.join(map(_title, names))}." for opens, names in parts if names)]


def _title(section: str) -> str:
    return EASY_TITLES.get(section, section.replace("_", " "))
