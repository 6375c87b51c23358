"""Between: which of two treatments that were set against each other is chosen, and for what."""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.apply import starting, titling, wording
from probatum.apply.context import Context
from probatum.apply.effects import effect_of, leading, worse_off
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
        if not other or halts.INERT.search(other):
            return None
        who, other = (titling.several_of(name) if name in context.classes else name for name in (who, other))
        better, worse = (other, who) if worse_off(group, effect, context) else (who, other)
        if found is None:
            found = Pair(better, worse, (group.name,))
        elif found.better != better:
            return None
        else:
            found = found._replace(outcomes=(*found.outcomes, group.name))
    return found


def say(steps: Steps, context: Context) -> None:
    """The step that chooses what the path goes on with before what it was set against."""
    found, drug = pair(context), starting.drug(context)
    if found is None or found.better.lower() != drug.lower():
        return
    spoken = wording.join(found.outcomes[:MOST])
    steps.step(f"Choose {drug} before {found.other}: what was found above of {spoken} speaks for it", Kind.NAVIGATION)
    steps.branch("a", f"{wording.upper(drug)} is refused or cannot be had: weigh {found.other}")
    steps.branch("b", "It is not: go on")
