"""Effect: what the findings on one outcome show, and which of them say so."""

from __future__ import annotations

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.effects import way
from probatum.apply.effects.counting import counting
from probatum.apply.evidence import arms
from probatum.apply.evidence.outcomes import OutcomeGroup, Told
from probatum.apply.once import once_for
from probatum.model import Direction, Span
from probatum.text import words


class Effect(msgspec.Struct, frozen=True):
    """Direction `lower`, `higher`, `none` or `mixed`, how many studies found it and how many did not, and the spans it
    rests on."""

    direction: str
    significant: int
    null: int
    spans: tuple[Span, ...]
    causal: bool
    stand: arms.Stand = arms.Stand()
    """Of whom it is said, and against what."""


@once_for
def effect_of(group: OutcomeGroup, context: Context) -> Effect | None:
    """The effect a group shows, or None when its findings do not say one (no comparison, no test)."""
    items = counting(group, context)
    moved: dict[Direction, list[Told]] = {Direction.LOWER: [], Direction.HIGHER: []}
    null: list[Told] = []
    for item in items:
        direction = way.direction(item.finding, context)
        if way.detected_nothing(item, context):
            null.append(item)
        elif direction in moved and way.tested(item.finding):
            moved[direction].append(item)
    lower, higher = moved[Direction.LOWER], moved[Direction.HIGHER]
    shown = [*lower, *higher]
    if not shown and not null:
        return None
    name = way.of(lower, higher, null, group)
    shown = {"lower": lower, "higher": higher}.get(name, shown) or shown
    spans = tuple(dict.fromkeys(s for i in (*shown, *null) for s in (i.finding.sentence, *i.finding.spans)))
    causal = all(i.appraisal.study.design.randomised or i.appraisal.study.design.synthesis for i in (*shown, *null))
    counts = tuple(len({i.finding.record for i in some}) for some in (shown, null))
    return Effect(name, counts[0], counts[1], spans, causal, _stand((shown or null)[0], context))


def _stand(item: Told, context: Context) -> arms.Stand:
    """Of whom a finding speaks; another drug that it was compared with is named though nobody asked about it."""
    found = arms.stand(item.finding, context.question)
    first, second = arms.sides(item.finding)
    given = (a.drug for a in item.appraisal.study.arms if a.drug and not a.control)
    drugs = [d for d in given if words.stems(d) <= words.stems(second) and not words.stems(d) <= words.stems(first)]
    if found.other or not drugs or context.names_intervention(second):
        return found
    return msgspec.structs.replace(found, other=wording.lower(wording.bare(second)))


def resting(effect: Effect, group: OutcomeGroup) -> tuple[Span, ...]:
    """The spans of an effect in the studies that its certainty rests on; all of them where studies disagree."""
    held = group.certainty.records if group.certainty and effect.direction != "mixed" else ()
    return tuple(s for s in effect.spans if s.record in held) or effect.spans


def deciding(effect: Effect, group: OutcomeGroup, context: Context) -> tuple[Told, ...]:
    """The findings that say what the effect says, the surest and largest first; none where studies disagree.

    Those of studies that the certainty rests on come before those of indirect ones, so that a figure and the people
    counted beside it are of the same trial.
    """
    wanted = {"lower": Direction.LOWER, "higher": Direction.HIGHER}.get(effect.direction)
    items = counting(group, context)
    if effect.direction == "none":
        return tuple(i for i in items if way.detected_nothing(i, context))
    found = [i for i in items if way.direction(i.finding, context) is wanted and way.tested(i.finding)]
    unsure = {i.finding.record for i in items if i.finding.significant is False}
    held = group.certainty.records if group.certainty else ()
    return tuple(sorted(found, key=lambda i: (i.finding.record in unsure, bool(held) and i.finding.record not in held)))


def worse_off(group: OutcomeGroup, effect: Effect, context: Context) -> bool:
    """Whether a result that the effect rests on, and that reached significance, speaks against what was asked about."""
    against = "benefit" if effect.stand.turned else "harm"
    return any(
        f.significant is True and f.favours == against and bool(f.arms) and not f.arms[0].control
        for f in (item.finding for item in deciding(effect, group, context))
    )
