"""Leaders: which outcomes are told first, and which say nothing straight of what was asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from probatum.apply.context import Context
from probatum.apply.effects import people
from probatum.apply.effects.effect import effect_of
from probatum.apply.evidence import arms, co_primary, effect_asked, standing
from probatum.apply.evidence.outcomes import OutcomeGroup, counts_the_ill
from probatum.apply.once import once
from probatum.model import Intent
from probatum.text.expressions import expression


@once
def leading(context: Context) -> tuple[OutcomeGroup, ...]:
    """The outcomes asked about; where a treatment's effect is asked for and no outcome, the first one told.

    An outcome that is only called the primary one leads nothing: it tells a reader nothing.
    """
    groups = tuple(g for g in context.groups if not standing.unnamed(g.name) and not people.foreign(g, context))
    if not arms.choices(context.question) and not arms.compared_with(context.question):
        straight = tuple(g for g in groups if not _only_compared(g, context))
        groups = straight or groups  # to be what another treatment is compared with tells little of its own effect
    asked = tuple(g for g in groups if g.asked)
    if asked and (first := _before_harms(asked, groups, context)) is not None:
        return first, *asked
    wanted = context.question.intent in (Intent.THERAPY, Intent.PREVENTION) or effect_asked.asked(context)
    if asked or context.outcome or not wanted:
        return asked
    groups = tuple(g for g in groups if not counts_the_ill(context.question, g.items)) or groups
    if arms.choices(context.question):  # what sets the two against each other says more than what either did by itself
        groups = tuple(g for g in groups if between(g, context)) or groups
    fit = tuple(g for g in groups if people.are_asked_about(g, context))
    fit = fit or tuple(g for g in groups if people.said_to_be_others(g))
    return co_primary.led([g for g in fit if effect_of(g, context) is not None], _moved(context))[:2] or fit[:1]


def between(group: OutcomeGroup, context: Context) -> bool:
    """Whether an effect is of one of the choices that are asked about against another."""
    effect = effect_of(group, context)
    return effect is not None and bool(effect.stand.other) and context.names_intervention(effect.stand.other)


def _moved(context: Context) -> Callable[[OutcomeGroup], bool]:
    """Whether an outcome went one way."""

    def moved(group: OutcomeGroup) -> bool:
        effect = effect_of(group, context)
        return effect is not None and effect.direction in ("lower", "higher")

    return moved


_WHICH: Final = expression(r"\b(?:which|better|best|benefits?|worth|effective|superior|prefer\w*)\b", re.IGNORECASE)


def _before_harms(
    asked: Sequence[OutcomeGroup], groups: Sequence[OutcomeGroup], context: Context
) -> OutcomeGroup | None:
    """The outcome that a trial was planned for, where it is asked which of two is better and of outcomes only a harm
    besides: `A or B, which, and how much more bleeding` is answered by what each is given for, and then by the harm."""
    if context.question.intent in (Intent.HARM, Intent.INTERACTION) or not _WHICH.search(context.question.read):
        return None
    if not arms.choices(context.question) and not arms.compared_with(context.question):
        return None
    if not all(i.finding.harm for g in asked for i in g.items):
        return None
    others = (g for g in groups if g not in asked and effect_of(g, context) is not None)
    return next(
        (g for g in others if any(standing.planned(i.finding, i.appraisal) == "primary" for i in g.items)), None
    )


def straight(context: Context) -> tuple[OutcomeGroup, ...]:
    """The groups without those in which what was asked about is only what another treatment was compared with, or was
    given to both arms, where the source that leads the answer is in none of these."""
    if arms.choices(context.question) or arms.compared_with(context.question) or not context.answering:
        return context.groups
    found = tuple(g for g in context.groups if not _only_compared(g, context) and not _given_to_all(g, context))
    leads = context.answering[0].record.id
    return found if found or not any(leads in g.records for g in context.groups) else context.groups


def _given_to_all(group: OutcomeGroup, context: Context) -> bool:
    """Whether all arms of a group got what was asked about, and no more or less of it than the others."""
    told = [i.finding for i in group.items]
    return all(len(f.arms) > 1 and arms.stand(f, context.question).apart and not arms.of_regimens(f) for f in told)


def _only_compared(group: OutcomeGroup, context: Context) -> bool:
    """Whether what was asked about is, in all of a group, what another treatment was compared with."""
    return all(arms.stand(i.finding, context.question).turned for i in group.items)
