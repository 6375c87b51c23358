"""Stances: how a label stands to two medicines taken together, from never to care, and how each reader is told."""

from __future__ import annotations

from typing import Final, NamedTuple


class Said(NamedTuple):
    """How a label stands to the two together, and how that is said to each kind of reader."""

    lead: str
    plain: str
    step: str
    """What follows where they are not taken together yet."""


NEVER: Final = Said(
    "not to be taken together", "these must not be taken together", "do not give both; choose another treatment"
)

SOME: Final = Said(
    "not to be taken together by some people",
    "some people must not take these together",
    "do not give both to people whom that names; in others weigh it against the need for both",
)

SOME_AVOID: Final = Said(
    "to be avoided together by some people",
    "some people should not take these together",
    "ask whether that holds for this patient: if it does, choose another treatment in place of one of them; if not, "
    "give both only with care, with the checks that are said here",
)

AVOID: Final = Said(
    "to be avoided together",
    "it is best not to take these together",
    "choose another treatment in place of one of them",
)

LIMITED: Final = Said(
    "together only within the limit of the dose",
    "when both are taken, the dose has a limit",
    "give both only within the limit of the dose that is said there",
)

LOWERED: Final = Said(
    "together only with a lower dose",
    "when both are taken, a lower dose is needed",
    "lower the dose as is said there when the second is begun, with the checks that are said there",
)

APART: Final = Said(
    "not at the same time, but apart",
    "these are not taken at the same time, but apart",
    "give the two so far apart as is said there",
)

CARE: Final = Said(
    "together only with care",
    "these need care when both are taken",
    "weigh that against the need for both; where both are given, watch for it",
)

OPEN: Final = Said(
    "on both together", "when both are taken", "give each as its own label says, and ask at the next visit"
)

ORDER: Final = (NEVER, SOME, AVOID, SOME_AVOID, LIMITED, LOWERED, APART, CARE, OPEN)
"""The gravest first."""
