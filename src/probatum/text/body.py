"""Body: weights as they are told, and creatinine between its two units."""

from __future__ import annotations

import re
from typing import Final

MICROMOLES: Final = 88.42
"""Micromoles per litre of creatinine in one mg/dl (its molar mass is 113.12 g/mol)."""
POUND: Final = 0.45359237
"""Kilograms of a pound (International Yard and Pound Agreement, 1959)."""


def kilograms(told: str) -> float | None:
    """A weight such as `58 kg` or `130 lbs` in kg; None where none is told."""
    found = re.match(r"(\d+(?:\.\d+)?) (\w+)", told)
    if found is None:
        return None
    return float(found[1]) * (POUND if found[2].lower().startswith(("lb", "pound")) else 1.0)
