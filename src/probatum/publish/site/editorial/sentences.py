"""Changing one sentence of an article: it must pass the checks, or carry a clinical judgement that readers see."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from probatum import assess
from probatum.model import Answer, CheckResult, Section, Statement, Verdict
from probatum.publish.parts import JUDGEMENT


class UnsupportedError(Exception):
    """The new wording does not hold; the message says which check objects."""


def changed(answer: Answer, statement: str, text: str, *, judge: str = "") -> Answer:
    """The answer with that sentence reworded and checked again.

    `judge` names who vouches for wording that the checks do not support; it is then printed with that mark. Raises
    KeyError for an unknown sentence, UnsupportedError for wording that does not hold and that nobody vouches for.
    """

    def reworded(old: Statement) -> tuple[Statement, ...]:
        checked = assess.check_statement(msgspec.structs.replace(old, text=text, plain=""), asked=answer.question.typed)
        if checked.verdict is Verdict.SUPPORTED:
            return (checked,)
        objections = [f"{c.check}: {c.reason}" for c in checked.checks if c.verdict is not Verdict.SUPPORTED]
        if not judge:
            raise UnsupportedError("; ".join(objections) or "no check finds it in its sources")
        mark = CheckResult(JUDGEMENT, Verdict.NOT_CHECKED, "vouched for by a clinician, not by a source", judge)
        return (msgspec.structs.replace(checked, verdict=Verdict.NOT_CHECKED, checks=(*checked.checks, mark)),)

    return _with(answer, statement, reworded)


def struck(answer: Answer, statement: str) -> Answer:
    """The answer without that sentence. Raises KeyError for an unknown sentence."""
    return _with(answer, statement, lambda old: ())


def _with(answer: Answer, statement: str, change: Callable[[Statement], tuple[Statement, ...]]) -> Answer:
    if statement not in {s.id for s in answer.statements}:
        raise KeyError(statement)

    def section(held: Section) -> Section:
        made = tuple(new for old in held.statements for new in (change(old) if old.id == statement else (old,)))
        empty = held.empty if made else held.empty or "Every sentence of this section was struck in review."
        return msgspec.structs.replace(held, statements=made, empty=empty)

    return msgspec.structs.replace(answer, sections=tuple(section(s) for s in answer.sections))
