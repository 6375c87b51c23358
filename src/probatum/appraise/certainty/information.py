"""Optimal information size: how many people one adequate trial of the effect would need.

Pogue and Yusuf 1997 (doi:10.1016/S0197-2456(97)00051-2) as used by GRADE guidelines 6 (Guyatt et al. 2011,
doi:10.1016/j.jclinepi.2011.01.012): two-sided alpha 0.05, power 0.80, a relative reduction of 25 %.
"""

from __future__ import annotations

import math

Z_ALPHA = 1.959963984540054
"""Normal quantile of 0.975."""
Z_POWER = 0.8416212335729143
"""Normal quantile of 0.80."""
REDUCTION = 0.25
"""Relative reduction of risk that a trial should be able to show."""
PEOPLE_NEEDED = 400
"""Rule of thumb for a continuous outcome."""
EVENTS_NEEDED = 300
"""Rule of thumb for events."""


def people_for_events(control_risk: float) -> int | None:
    """People in both arms together to show a relative reduction of 25 % from that risk (0 to 1, both excluded)."""
    if not 0 < control_risk < 1:
        return None
    treated = control_risk * (1 - REDUCTION)
    spread = control_risk * (1 - control_risk) + treated * (1 - treated)
    return 2 * math.ceil((Z_ALPHA + Z_POWER) ** 2 * spread / (control_risk - treated) ** 2)


def people_for_means(sd: float, difference: float) -> int | None:
    """People in both arms together to show that difference of means (same unit as `sd`, both above 0)."""
    if sd <= 0 or difference <= 0:
        return None
    return 2 * math.ceil(2 * ((Z_ALPHA + Z_POWER) * sd / difference) ** 2)
