"""Guidance: what guidelines say of the very treatment and problem that are asked about, each with country and date."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, options
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, RecordStatus, Role
from probatum.text import words

MOST: Final = 2
"""Sources that are told in the bottom line."""
_ACTIONS: Final = (DirectiveAction.RECOMMENDED, DirectiveAction.NOT_RECOMMENDED)
_ADVISED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.DOSING)


def rows(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """Recommendations for or against the treatment asked about, in the problem asked about."""
    if not context.treatable or context.question.intent not in _ADVISED:
        return ()
    found = tuple(
        (appraisal, item)
        for appraisal in context.guidelines
        if appraisal.record.status is not RecordStatus.SUPERSEDED
        for item in appraisal.directives
        if item.action in _ACTIONS
        and context.names_intervention(item.text)
        and (_on_problem(context, appraisal, item) or options.on_illness(item, appraisal, context))
        and options.tolerated(item, context)
    )
    return tuple(sorted(found, key=lambda row: _aged(row, context)))  # those for the patient's age first


def against(context: Context) -> tuple[Appraisal, Directive] | None:
    """The recommendation against the treatment that holds for such a patient, where none is for it."""
    fit = [row for row in rows(context) if not _aged(row, context)]
    if not fit or any(item.action is DirectiveAction.RECOMMENDED for _, item in fit):
        return None
    return fit[0]


def _aged(row: tuple[Appraisal, Directive], context: Context) -> bool:
    """Whether a recommendation is for other ages than the patient's."""
    return not fitting.of_age(f"{row[1].population} {row[1].text}", context.question.patient)


def _on_problem(context: Context, appraisal: Appraisal, item: Directive) -> bool:
    """Whether a recommendation names the outcome asked about, or where none was, the illness; what is to be prevented
    may be named by its guideline's title, or by an illness of which it is a kind."""
    prevented = context.question.having(Role.OUTCOME) if context.question.intent is Intent.PREVENTION else ()
    title = appraisal.record.title if prevented else ""
    said = words.stems(f"{item.text} {item.condition} {item.population} {title}")
    asked = context.question.having(Role.OUTCOME) or context.question.having(Role.POPULATION)
    names = [n for c in asked for n in (c.text, c.label, *c.synonyms)] or [context.outcome or context.population]
    names += [n for c in prevented for n in c.broader]
    return any(stems and stems <= said for stems in map(words.stems, names))


def say(draft: Draft, context: Context, most: int = MOST) -> bool:
    """One recommendation of each of the first sources, but what was said already; False where there is none."""
    told = {span for statement in draft.statements for span in statement.supports}
    found: dict[str, tuple[Appraisal, Directive]] = {}
    for appraisal, item in rows(context):
        found.setdefault(appraisal.record.id, (appraisal, item))
    for pair in list(found.values())[:most]:
        if pair[1].span in told:
            continue
        against = pair[1].action is DirectiveAction.NOT_RECOMMENDED
        directives(draft, (pair,), "Guideline, against" if against else "Guideline", "Advice to doctors")
    return bool(found)
