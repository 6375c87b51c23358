"""Tidying: after checks withheld statements, steps are numbered anew, no branch stands without its step, no plot
without its sentence, and no reference without what rests on it."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.composing.compose import recount
from probatum.model import Answer, Kind, Section, Statement
from probatum.text import pooling
from probatum.text.expressions import expression

_RETURN: Final = expression(r"\bgo back to step (\d+) at the next visit")
_AGAIN: Final = expression(r"\bgo back to step \d+\b")
NO_PATH: Final = "What is left of the steps leads nowhere, so none is told."
_STEP: Final = expression(r"^(?P<section>\w+)\.(?P<step>\d+)(?P<branch>[a-z]?)$")


def tidy(answer: Answer) -> Answer:
    """The answer with its algorithm whole again: steps 1, 2, 3 ..., branches a, b ... under a step that stands.

    A pooled result whose sentence was withheld goes with it.
    """
    made = (_section(s) if s.id == "algorithm" else s for s in answer.sections)
    return _cited(msgspec.structs.replace(answer, sections=tuple(_drawn(s) if s.pooled else s for s in made)))


def _cited(answer: Answer) -> Answer:
    """The answer with those references alone that something in it still rests on, numbered anew as they stand."""
    rested = {span.record for s in answer.statements for span in s.supports}
    rested |= {row.record for row in answer.evidence}
    rested |= {span.record for one in answer.certainty for step in one.steps for span in step.spans}
    kept = [one for one in answer.references if one.record in rested]
    if len(kept) == len(answer.references):
        return answer
    numbered = tuple(msgspec.structs.replace(one, number=n) for n, one in enumerate(kept, 1))
    numbers = {one.record: one.number for one in numbered}
    evidence = tuple(msgspec.structs.replace(row, reference=numbers[row.record]) for row in answer.evidence)
    search = msgspec.structs.replace(answer.search, included=tuple(numbers))
    made = msgspec.structs.replace(answer, references=numbered, evidence=evidence)
    return recount(made, search)


def _drawn(section: Section) -> Section:
    """The section with those pooled results that its statements still tell."""
    told = {s.text for s in section.statements if s.kind is Kind.POOLED}
    pooled = tuple(p for p in section.pooled if wording.sentence(pooling.sentence(p)) in told)
    return msgspec.structs.replace(section, pooled=pooled)


def _section(section: Section) -> Section:
    kept: list[Statement] = []
    number, letter, parent = 0, 0, ""
    now: dict[str, int] = {}
    for statement in section.statements:
        found = _STEP.match(statement.id)
        if found is None:
            kept.append(statement)
        elif not found["branch"]:
            number, letter, parent = number + 1, 0, found["step"]
            now[parent] = number
            kept.append(msgspec.structs.replace(statement, id=f"{section.id}.{number}"))
        elif found["step"] == parent:
            letter += 1
            kept.append(msgspec.structs.replace(statement, id=f"{section.id}.{number}{chr(96 + letter)}"))
    if number == 1 and any(_AGAIN.search(s.text) for s in kept):
        return msgspec.structs.replace(section, statements=(), empty=NO_PATH)  # one step that leads to itself
    return msgspec.structs.replace(section, statements=tuple(_returning(s, now) for s in kept))


def _returning(statement: Statement, now: dict[str, int]) -> Statement:
    """A branch that goes back to a step, by the number that the step has `now`; to a step that was withheld it goes
    back no more."""

    def told(found: re.Match[str]) -> str:
        number = now.get(found[1])
        return f"go back to step {number} at the next visit" if number else "continue until the next visit"

    text, plain = (_RETURN.sub(told, words) for words in (statement.text, statement.plain))
    return msgspec.structs.replace(statement, text=text, plain=plain)
