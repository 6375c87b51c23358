"""Harm of either: which of two medicines brings a named harm less is asked, and each label is heard on it.

Only a study that sets the two against each other shows which does; where none that is held does, that is said, so that
two labels that both name it are nobody's comparison.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence import apart, named_harm
from probatum.apply.patient import beside
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Intent, Kind, RecordKind
from probatum.text import salts

_TOLD: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.CAUTION,
    DirectiveAction.ADVERSE_EFFECT,
    DirectiveAction.STOP,
    DirectiveAction.CONTRAINDICATED,
)


def say(draft: Draft, context: Context) -> None:
    """What the label of each says of the harm that is asked about, and that nothing held compares the two."""
    sides = apart.sides_of(context)
    drugs = [one for one in sides if one.semantic == "drug"]
    if context.question.intent is not Intent.HARM or len(drugs) != 2 or not _harms(context):
        return
    told = {span.record for one in draft.statements for span in one.supports}
    for side in drugs:
        found = _on_it(side, context)
        if found and not told & {row[0].record.id for row in found}:
            directives(draft, found[:1], f"on {wording.spelled(side)}", f"on {wording.spelled(side)}")
    if not apart.together(context, sides):
        first, second = (wording.spelled(side) for side in sides)
        draft.add(
            f"no included study compares {first} with {second}, so which of them brings it less is not shown",
            Kind.ABSENCE,
            plain=f"no study we found compares {first} with {second}, so we cannot say which of them brings it less",
        )


def _harms(context: Context) -> list[Concept]:
    """The harms that are asked about; which of two keeps an illness away that both are for is none."""
    return [one for one in named_harm.felt(context) if not beside.is_treated(one, context)]


def _on_it(side: Concept, context: Context) -> list[tuple[Appraisal, Directive]]:
    """What labels of one of them say of the harm: warnings first, then lists."""
    every = {a.record.id: a for a in (*context.other_labels, *context.option_labels, *context.appraisals)}
    held = [
        a
        for a in every.values()
        if a.record.kind is RecordKind.LABEL and any(salts.is_about(a.record.title, name) for name in side.names)
    ]
    harms = _harms(context)
    found = [
        (a, d)
        for a in held
        for d in a.directives
        if d.action in _TOLD and any(named_harm.names(d.text, harm, context) for harm in harms)
    ]
    return sorted(found, key=lambda row: _TOLD.index(row[1].action))
