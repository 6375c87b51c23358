"""As told: the path that is composed of what the answer tells already, where no other path was found.

Advice of a guideline comes first, then what was found, each with whom it leads to, then what rules it out. Every step
is a statement of the answer with its own supports, and so as sure as that; who reads it is told what to do with it and
where to turn when it cannot be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from probatum.apply import given, tried, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.numbering import Steps
from probatum.apply.sections import excluding, halts, reviewing
from probatum.apply.sections.excluding import Row
from probatum.model import Appraisal, DirectiveAction, Intent, Kind, RecordKind, Section, Statement
from probatum.text.expressions import caseless

MOST_ADVICE: Final = 2
MOST_FOUND: Final = 2
_NO_PATH: Final = (Intent.MECHANISM, Intent.PROGNOSIS, Intent.DIAGNOSIS, Intent.INTERACTION)
_ASIDE: Final = caseless(r"(?:this is of \w+|the doses?|studied|label doses?|doses?)\b")
_FOUND: Final = 2
_NO_PATH: Final = (Intent.MECHANISM, Intent.PROGNOSIS, Intent.DIAGNOSIS, Intent.INTERACTION)
_OF_CERTAINTY: Final = caseless(r"^this is of \w+ certainty\b|\bof (?:very low|low|moderate|high) certainty \(")
_OF_DOSE: Final = caseless(r"^(?:the doses?|studied|label doses?|doses?)\b")
_FOUND: Final = (Kind.FINDING, Kind.QUOTED, Kind.POOLED, Kind.CALCULATED)
_BARS: Final = (DirectiveAction.CONTRAINDICATED,)


def filled(body: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections, with such a path where the algorithm has none; as they are in danger, and where nothing is to be
    chosen."""
    question = context.question
    if question.danger or question.intent in _NO_PATH or context.combined:
        return tuple(body)
    return tuple(_filled(one, body, context) if one.id == "algorithm" and thin(one) else one for one in body)


def thin(section: Section) -> bool:
    """Whether a path has no step that rests on a source and gives no branch to take."""
    steps = [one for one in section.statements if one.id[-1].isdigit()]
    return len(steps) == len(section.statements) and not any(one.kind.asserts for one in steps)


def _filled(section: Section, body: Sequence[Section], context: Context) -> Section:
    told = {one.id: one.statements for one in body}
    steps = Steps(Draft("algorithm", section.title))
    short = [one for one in told.get("bottom_line", ()) if one.kind.asserts]
    advised = _advice((*short, *told.get("alternatives", ())), context)
    if advised:
        lead = "First choice by the guideline" if _CHOICE.search(advised[0][1].text) else "By the guideline"
        steps.step(f"{lead}: {excluding.said(advised)}", Kind.DIRECTIVE, excluding.spans(advised))
    found = [one for one in short if one.kind in _FOUND and not _aside(one)]
    found = [one for one in found if not set(one.supports) <= set(excluding.spans(advised))][:MOST_FOUND]
    _chosen(steps, found, context)
    rows = _bars(short, context)
    if rows and steps.number:
        limits = excluding.said(excluding.present(rows))
        steps.step(f"Before it is given, rule out: {limits}", Kind.DIRECTIVE, excluding.spans(rows))
    if context.treatable and steps.number:
        reviewing.review(steps, context)
    if not advised and not found:
        return section
    steps.close()
    return steps.draft.section(section.empty)


_CHOICE: Final = caseless(r"\bfirst\b")


def _aside(statement: Statement) -> bool:
    """Whether a statement grades or measures out what another tells."""
    return _ASIDE.match(statement.text) is not None


def _chosen(steps: Steps, found: Sequence[Statement], context: Context) -> None:
    """What was found, as the ground of a choice; behind the last of it where each answer leads."""
    names: list[str] = []
    for statement in found:
        lead = "Choose by what was found" if not names and statement is found[0] else "Mind as well"
        steps.number += 1
        said = f"{lead}: {wording.lower(statement.text)}"
        easy = f"{lead}: {wording.lower(statement.plain)}" if statement.plain else ""
        made = msgspec.structs.replace(
            statement, id=f"algorithm.{steps.number}", text=said, plain=easy, level=1, layer=0
        )
        steps.draft.put([*steps.draft.statements, made])
        if (name := _treated(statement, context)) and name not in names:
            names.append(name)
    if not found:
        return
    other = halts.elsewhere(context)
    what = names[0] if names else "it"
    steps.branch("a", f"{wording.upper(what)} can be had, and the patient wants it: give it as it was studied; go on")
    steps.branch("b", f"It cannot, or it was tried without success: {other}")


def _treated(statement: Statement, context: Context) -> str:
    """The treatment that did better in the study on which a statement rests; empty where it has no name."""
    records = {span.record for span in statement.supports}
    for appraisal in context.answering:
        if appraisal.record.id in records:
            return tried.better(appraisal.findings) or given.treatment(appraisal)
    return ""


def _advice(statements: Iterable[Statement], context: Context) -> list[Row]:
    """The recommendations for something that statements rest on, as directions with their sources."""
    held = {span for one in statements if one.kind is Kind.DIRECTIVE for span in one.supports}
    rows = [
        (a, d)
        for a in _sources(context)
        if a.record.kind is RecordKind.GUIDELINE
        for d in a.directives
        if d.action is DirectiveAction.RECOMMENDED and d.span in held
    ]
    return rows[:MOST_ADVICE]


def _bars(statements: Iterable[Statement], context: Context) -> list[Row]:
    held = {span for one in statements if one.kind is Kind.DIRECTIVE for span in one.supports}
    rows = [(a, d) for a in _sources(context) for d in a.directives if d.action in _BARS and d.span in held]
    return rows[: excluding.MOST_NAMED]


def _sources(context: Context) -> tuple[Appraisal, ...]:
    return tuple({a.record.id: a for a in (*context.appraisals, *context.further)}.values())
