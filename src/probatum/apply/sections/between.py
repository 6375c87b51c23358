"""Between: which of two treatments that were set against each other is chosen, and for what."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from probatum.apply import titling, wording
from probatum.apply.context import Context
from probatum.apply.effects import Effect, deciding, effect_of, leading, worse_off
from probatum.apply.evidence import inert
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.labels import starting
from probatum.apply.numbering import Steps
from probatum.apply.sections import halts
from probatum.model import Kind

MOST: Final = 2


class Pair(NamedTuple):
    """The one that did better, the other, and the outcomes in which it did."""

    better: str
    other: str
    outcomes: tuple[str, ...]


def pair(context: Context) -> Pair | None:
    """What the leading effects set against each other, where all that moved speak for one; None against a dummy, or
    where nothing moved."""
    found: Pair | None = None
    for group in leading(context):
        effect = effect_of(group, context)
        if effect is None or effect.direction not in ("lower", "higher"):
            continue
        who, other = effect.stand.who or starting.drug(context), effect.stand.other or halts.compared(context)
        if not other or inert.is_inert(other):
            return None
        if not _judged(group, effect, context):
            continue  # nobody said whether more of it is good
        who, other = (titling.several_of(name) if name in context.classes else name for name in (who, other))
        better, worse = (other, who) if worse_off(group, effect, context) else (who, other)
        if found is None:
            found = Pair(better, worse, (group.name,))
        elif found.better != better:
            return None
        else:
            found = found._replace(outcomes=(*found.outcomes, group.name))
    return found


def _judged(group: OutcomeGroup, effect: Effect, context: Context) -> bool:
    """Whether a result that the effect rests on is known to be for or against what was asked about."""
    findings = (item.finding for item in deciding(effect, group, context))
    return any(f.significant is True and f.favours in ("benefit", "harm") for f in findings)


MINDED: Final = "Mind that what was found above"


def say(steps: Steps, context: Context, out: Collection[str] = ()) -> None:
    """The step that chooses what the path goes on with before what it was set against; none where that is `out`, for
    nobody is sent back to what is ruled out."""
    found, drug = pair(context), starting.drug(context)
    if found is None or found.other.lower() in out:
        return
    spoken = wording.join(found.outcomes[:MOST])
    if found.better.lower() not in (drug.lower(), *(name.lower() for name in context.named)):
        steps.step(f"{MINDED} of {spoken} speaks for {found.better}", Kind.NAVIGATION)
        steps.branch("a", f"That weighs most for this patient: weigh {found.better}")
        steps.branch("b", f"It does not, and {found.other} is wanted: go on")
        return
    steps.step(f"Choose {drug} before {found.other}: what was found above of {spoken} speaks for it", Kind.NAVIGATION)
    steps.branch("a", f"{wording.upper(drug)} is refused or cannot be had: weigh {found.other}")
    steps.branch("b", "Otherwise: go on")
