"""Words for a level of certainty, after GRADE guidelines 26 (Santesso et al. 2020, doi:10.1016/j.jclinepi.2019.10.014).

High says it flatly, moderate says probably, low says may, very low says that the evidence is very uncertain. A result
that did not reach significance is never turned into "has no effect": without a precise interval it reads that no effect
was detected.
"""

from __future__ import annotations

from probatum.model import Direction, Level

VERBS: dict[tuple[Direction, Level], tuple[str, str]] = {
    (Direction.LOWER, Level.HIGH): ("reduces", "lowers"),
    (Direction.LOWER, Level.MODERATE): ("probably reduces", "probably lowers"),
    (Direction.LOWER, Level.LOW): ("may reduce", "may lower"),
    (Direction.HIGHER, Level.HIGH): ("increases", "raises"),
    (Direction.HIGHER, Level.MODERATE): ("probably increases", "probably raises"),
    (Direction.HIGHER, Level.LOW): ("may increase", "may raise"),
    (Direction.NONE_DETECTED, Level.HIGH): (
        "results in little to no difference in",
        "makes little or no difference to",
    ),
    (Direction.NONE_DETECTED, Level.MODERATE): (
        "probably results in little to no difference in",
        "probably makes little or no difference to",
    ),
    (Direction.NONE_DETECTED, Level.LOW): (
        "may result in little to no difference in",
        "may make little or no difference to",
    ),
}
"""(direction, level) -> verb for professionals and in plain words; it stands between intervention and outcome."""

UNCERTAIN = ("the evidence is very uncertain about the effect of", "we do not know whether")


def wording(level: Level, direction: Direction, *, plain: bool = False) -> str:
    """The verb phrase for a level and direction: `may reduce`; for very low the opening words of the sentence."""
    way = Direction.NONE_DETECTED if direction is Direction.UNCLEAR else direction
    pair = VERBS.get((way, level), UNCERTAIN)
    return pair[plain]


def sentence(
    level: Level,
    direction: Direction,
    intervention: str,
    outcome: str,
    *,
    significant: bool | None = None,
    precise: bool = False,
    plain: bool = False,
) -> str:
    """One informative statement without full stop: `mexiletine may reduce the number of cramps`.

    `precise` says that an interval excludes an appreciable effect: only then is a result that is not significant
    worded as little to no difference. Otherwise it reads that no effect was detected, with the level's reservation.
    """
    if level is Level.VERY_LOW:
        if plain:
            return f"we do not know whether {intervention} changes {outcome}"
        return f"the evidence is very uncertain about the effect of {intervention} on {outcome}"
    none = significant is False or direction in (Direction.NONE_DETECTED, Direction.UNCLEAR)
    if none and not precise:
        if plain:
            return f"{intervention} has not been shown to change {outcome}"
        return f"no effect of {intervention} on {outcome} was detected"
    way = Direction.NONE_DETECTED if none else direction
    return f"{intervention} {wording(level, way, plain=plain)} {outcome}"
