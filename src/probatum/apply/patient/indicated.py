"""Indicated: how the use of a label is said: `for gout`, `to lower the risk of stroke`."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import expression

_JOINED: Final = ("with ", "as ", "together ", "only ", "when ")
"""Beginnings of how it is used, not of what for: `indicated with diet to improve glucose`."""
_VERB: Final = expression(r"(?:lower|reduce|treat|prevent|improve|control|manage|relieve|slow|increase|maintain)\b")


def meant(said: str) -> str:
    """`for gout`, `to lower the risk of stroke`, `for use with diet to improve glucose`."""
    if said.startswith(_JOINED):
        return f"for use {said}"
    return f"to {said}" if _VERB.match(said) else f"for {said}"


def of_label(said: str) -> str:
    """What a label is for, behind `the label is`: `for gout`, `for use to lower the risk of stroke`."""
    told = meant(said)
    return f"for use {told}" if told.startswith("to ") else told
