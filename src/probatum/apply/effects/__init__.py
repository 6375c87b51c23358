"""Effects: what the findings on an outcome show of what was asked about, and of whom.

`counting` chooses the findings, `way` says where they point, `effect` puts both into an `Effect`; `leaders` says which
outcomes are told first, `people` of whom.
"""

from __future__ import annotations

from probatum.apply.effects.counting import compared, concerns, of_part
from probatum.apply.effects.effect import Effect, deciding, effect_of, resting, worse_off
from probatum.apply.effects.leaders import between, leading, straight
from probatum.apply.effects.people import stems_of, studied_in
from probatum.apply.effects.way import tested, worded

__all__ = [
    "Effect",
    "between",
    "compared",
    "concerns",
    "deciding",
    "effect_of",
    "leading",
    "of_part",
    "resting",
    "stems_of",
    "straight",
    "studied_in",
    "tested",
    "worded",
    "worse_off",
]
