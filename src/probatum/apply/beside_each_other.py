"""Beside each other: drugs that a question names or that are taken, of which the label of one names another."""

from __future__ import annotations

from probatum.apply import wording
from probatum.apply.arms import choices
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directive
from probatum.model import Appraisal, Directive, DirectiveAction, Intent


def say(draft: Draft, context: Context) -> None:
    """For two drugs at once: what the label of the one says of the other, before anything else. Where one of the two is
    to be chosen nobody means to give both, and the safety section tells it."""
    if choices(context.question) and context.question.intent is not Intent.INTERACTION:
        return
    for appraisal, item in together(context):
        others = [d for d in asked(context) - {item.drug.lower()} if d in f"{item.text} {item.other}".lower()]
        directive(draft, appraisal, item, f"{wording.upper(item.drug.lower())} with {wording.join(sorted(others))}")


def together(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """Directives of one of the drugs asked about that name another of them."""
    drugs = asked(context)
    wanted = (DirectiveAction.CONTRAINDICATED, DirectiveAction.INTERACTION)
    found = []
    for appraisal in (*context.labels, *context.other_labels):
        for item in appraisal.directives:
            own = item.drug.lower()
            text = f"{item.text} {item.other}".lower()
            if item.action in wanted and own in drugs and any(wording.stands_in(d, text) for d in drugs - {own}):
                found.append((appraisal, item))
    return tuple(found)


def asked(context: Context) -> set[str]:
    """The drugs asked about and those taken; where it is asked whether they go together, every drug that is named."""
    named = {*context.drugs, *(d.lower() for d in context.question.patient.drugs)}
    if context.question.intent is Intent.INTERACTION:
        named |= {c.label.lower() for c in context.question.concepts if c.semantic == "drug"}
    return named
