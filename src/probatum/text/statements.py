"""Informative statements: certainty of the evidence and size of the effect, put into words, in one table.

After GRADE guidelines 26 (Santesso et al. 2020, doi:10.1016/j.jclinepi.2019.10.014): high says it flatly, moderate says
`probably`, low says `may`, very low says that the evidence is very uncertain; the size adds `a large reduction` or
`slightly`. Where no threshold says how large is large only the direction is told. `Little to no difference` is said of
a trivial effect alone, that is one whose interval excludes an effect that matters: what did not reach significance is
told as `no effect was detected`, which claims nothing of the truth.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.model import Direction, Level, Size


class Phrase(NamedTuple):
    """The verb of a statement, after `may` and without it, and what follows the outcome."""

    finite: str
    """`reduces`: for high certainty, and after `probably`."""
    base: str
    """`reduce`: after `may`."""
    after: str = ""
    """`slightly`."""


LOWER, HIGHER, NONE = Direction.LOWER, Direction.HIGHER, Direction.NONE_DETECTED

PROFESSIONAL: Final[dict[tuple[Direction, Size], Phrase]] = {
    (LOWER, Size.LARGE): Phrase("results in a large reduction in", "result in a large reduction in"),
    (LOWER, Size.MODERATE): Phrase("reduces", "reduce"),
    (LOWER, Size.SMALL): Phrase("reduces", "reduce", "slightly"),
    (LOWER, Size.UNSAID): Phrase("reduces", "reduce"),
    (HIGHER, Size.LARGE): Phrase("results in a large increase in", "result in a large increase in"),
    (HIGHER, Size.MODERATE): Phrase("increases", "increase"),
    (HIGHER, Size.SMALL): Phrase("increases", "increase", "slightly"),
    (HIGHER, Size.UNSAID): Phrase("increases", "increase"),
    (NONE, Size.TRIVIAL): Phrase("results in little to no difference in", "result in little to no difference in"),
}
PLAIN: Final[dict[tuple[Direction, Size], Phrase]] = {
    (LOWER, Size.LARGE): Phrase("reduces", "reduce", "a lot"),
    (LOWER, Size.MODERATE): Phrase("reduces", "reduce"),
    (LOWER, Size.SMALL): Phrase("reduces", "reduce", "a little"),
    (LOWER, Size.UNSAID): Phrase("reduces", "reduce"),
    (HIGHER, Size.LARGE): Phrase("increases", "increase", "a lot"),
    (HIGHER, Size.MODERATE): Phrase("increases", "increase"),
    (HIGHER, Size.SMALL): Phrase("increases", "increase", "a little"),
    (HIGHER, Size.UNSAID): Phrase("increases", "increase"),
    (NONE, Size.TRIVIAL): Phrase("makes little or no difference to", "make little or no difference to"),
}

RESERVE: Final[dict[Level, str]] = {
    Level.HIGH: "",
    Level.MODERATE: "probably",
    Level.LOW: "may",
    Level.VERY_LOW: "may",
}
"""Certainty -> the word before the verb."""
UNCERTAIN: Final = ", but the evidence is very uncertain"
"""Added where certainty is very low and the direction is told all the same."""


def verb(
    level: Level, direction: Direction, size: Size = Size.UNSAID, *, plain: bool = False, several: bool = False
) -> tuple[str, str]:
    """What stands between intervention and outcome, and what follows the outcome: (`may reduce`, `slightly`); `several`
    interventions reduce, one reduces.

    A trivial effect has no direction. Raises KeyError for an effect without direction that is not trivial: nothing may
    be asserted of it (`undetected` has the words).
    """
    way = NONE if size is Size.TRIVIAL else direction
    phrase = (PLAIN if plain else PROFESSIONAL)[way, size]
    reserve = RESERVE[level]
    said = phrase.base if reserve == "may" or several else phrase.finite
    return f"{reserve} {said}".strip(), phrase.after


def effect(
    level: Level,
    direction: Direction,
    size: Size,
    who: str,
    what: str,
    where: str = "",
    *,
    plain: bool = False,
    several: bool = False,
) -> str:
    """`drugamine probably reduces cramps slightly in adults`, no full stop; very low certainty is said at the end."""
    said, after = verb(level, direction, size, plain=plain, several=several)
    unsure = UNCERTAIN if level is Level.VERY_LOW else ""
    return " ".join(part for part in (who, said, what, after, where) if part) + unsure


def unknown(who: str, what: str, *, plain: bool = False) -> str:
    """Very low certainty without a direction that could be told."""
    if plain:
        return f"we do not know whether {who} affects {what}"
    return f"the evidence is very uncertain about the effect of {who} on {what}"


def undetected(who: str, what: str, *, plain: bool = False) -> str:
    """A result that did not reach significance: what was seen, not that there is no effect."""
    if plain:
        return f"it has not been shown that {who} can change {what}"
    return f"no effect of {who} on {what} was detected"
