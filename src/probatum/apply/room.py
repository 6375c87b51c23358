"""How much the bottom line may say: from all that could be said to the least, and in which order things make way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, Final

import msgspec

from probatum.apply.context import Context
from probatum.apply.evidence.arms import choices
from probatum.model import Role

MOST_OUTCOMES: Final = 2
MOST_OPTIONS: Final = 4
UNASKED: Final = "Not told here: a harm is asked about, and no dose."
"""What stands where doses are left out on purpose."""
WORDS: Final = 90
"""What a busy reader reads before turning the page."""


class Room(msgspec.Struct, frozen=True):
    """How much the bottom line may say."""

    outcomes: int = MOST_OUTCOMES
    figures: int = MOST_OUTCOMES
    """Of how many outcomes the decisive figure is told; that of the first is in each of them."""
    course: bool = True
    doses: bool = True
    patient: int = 3
    grave: bool = False
    """Whether of what is said of such patients only what changes what is given is told."""
    options: int = MOST_OPTIONS
    reasons: bool = True
    guidance: bool = True
    whole: bool = True
    """Whether a boxed warning is told to its end; its first clause is in each of them."""
    stops: bool = True
    """Whether it is told that more people stopped, where no grave harm is."""
    kind: bool = True
    """Whether the doses or harms that are asked about are told behind what stands against them for this patient."""


_STEPS: Final[tuple[Mapping[str, Any], ...]] = (
    {"reasons": False},
    {"whole": False},
    {"doses": False},
    {"figures": 1},
    {"stops": False},
    {"course": False},
    {"grave": True},
    {"patient": 1},
    {"outcomes": 1, "patient": 2},
    {"outcomes": MOST_OUTCOMES, "guidance": False, "options": 3, "patient": 2, "grave": False},
    {"options": 2, "patient": 1},
    {"options": 1, "outcomes": 1},
    {"kind": False},
)
"""What each room says less than the one before it; before advice makes way, the second outcome is told again."""
ROOMS: Final = tuple(accumulate(_STEPS, lambda room, less: msgspec.structs.replace(room, **less), initial=Room()))
"""From all that could be said to the least: the first that fits is taken. Safety is in each of them."""

_BOTH: Final = 8
"""The last of the rooms with two outcomes."""


def rooms(context: Context) -> Sequence[Room]:
    """The rooms in order; where several outcomes, or one treatment or another, are asked about, advice makes way before
    what was found of the second does."""
    several = len(context.question.having(Role.OUTCOME)) > 1 or bool(choices(context.question))
    both = msgspec.structs.replace(ROOMS[_BOTH], guidance=False)
    return (*ROOMS[: _BOTH + 1], both, *ROOMS[_BOTH + 1 :]) if several else ROOMS
