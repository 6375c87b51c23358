"""Pointing: steps of a plain page that point to what it tells above, where that was left to the care team after all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.text.expressions import caseless

_AMOUNT: Final = caseless(r"\d ?(?:mg|mcg|micrograms?|g|ml|units?)\b")
_DOSES: Final = "The doses are told above."
_CHECKS: Final = "Have the checks done that are told above."
_ASK: Final = "Ask which checks are needed, and when."


def held(words: str, shown: Sequence[tuple[str, Sequence[str]]]) -> str:
    """A step, without a pointer to doses or checks that no part shown tells. `shown`: names of parts and their
    lines."""
    names = {name for name, lines in shown if lines}
    if words.endswith(_DOSES) and "dosing" not in names:
        told = any(_AMOUNT.search(line) for name, lines in shown if name == "bottom_line" for line in lines)
        return words if told else words.removesuffix(_DOSES).rstrip()
    return _ASK if words == _CHECKS and "monitoring" not in names else words
