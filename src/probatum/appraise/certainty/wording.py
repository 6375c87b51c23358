"""Words for a graded result: which of the informative statements (`text.statements`) it may be given."""

from __future__ import annotations

from probatum.model import Direction, Level, Size
from probatum.text import statements


def wording(level: Level, direction: Direction, size: Size = Size.UNSAID, *, plain: bool = False) -> str:
    """The verb phrase for a level, direction and size: `may reduce`, `probably results in a large reduction in`.

    Raises KeyError where nothing may be asserted: no direction, and not trivial.
    """
    return statements.verb(level, direction, size, plain=plain)[0]


def sentence(
    level: Level,
    direction: Direction,
    intervention: str,
    outcome: str,
    *,
    significant: bool | None = None,
    size: Size = Size.UNSAID,
    plain: bool = False,
) -> str:
    """One informative statement without full stop: `mexiletine may reduce the number of cramps`.

    A result that is not significant is worded as little to no difference only where its size is trivial, that is where
    its interval excludes an effect that matters. Otherwise it reads that no effect was detected.
    """
    moved = direction in (Direction.LOWER, Direction.HIGHER) and significant is not False
    if not moved and size is not Size.TRIVIAL:
        words = statements.unknown if level is Level.VERY_LOW else statements.undetected
        return words(intervention, outcome, plain=plain)
    if level is Level.VERY_LOW:
        return statements.unknown(intervention, outcome, plain=plain)
    return statements.effect(level, direction, size, intervention, outcome, plain=plain)
