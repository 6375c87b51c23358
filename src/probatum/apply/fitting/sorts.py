"""Sorts of people who need other directions than most, by the words that name them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.apply.patient import criteria
from probatum.text import people
from probatum.text.expressions import expression

PREGNANT: Final = expression(
    r"pregnan|(?<!venous )(?<!vascular )malformation|birth defect|before birth"
    r"|\bf(?:o)?etus|\bf(?:o)?etal|teratogen|trimester|unborn|gestation|eclamp|gravidarum",
    re.IGNORECASE,
)
FEEDING: Final = expression(r"breast-?\s?feed|breast milk|lactat|nursing|human milk", re.IGNORECASE)
YOUNG: Final = expression(
    r"pa?ediatric|\bchild(?:ren)?\b|\binfants?\b|neonat|newborn|adolescen|toddler"
    r"|(?<!for )\b(?:below|under|younger than) (?:the age of )?(?:(?:[1-9]|1[0-8]) years\b|\d{1,2} months of age)",
    re.IGNORECASE,
)
OLD: Final = expression(
    r"geriatric|elderly|older (?:people|patients|adults)|\b(?:65|75) years"
    r"|\b(?:6[05]|[78][05]) years (?:of age )?(?:or|and) (?:more|older|over|above)"
    r"|\bage[ds]? (?:over |above |older than |at least )?(?:6[05]|[78][05])\b"
    r"|\b(?:older than|over|above)(?: the age of)? (?:6[05]|[78][05]) years\b",
    re.IGNORECASE,
)
KIDNEY: Final = expression(people.KIDNEY, re.IGNORECASE)
LIVER: Final = expression(people.LIVER, re.IGNORECASE)
SPECIAL: Final = (PREGNANT, FEEDING, YOUNG, OLD, KIDNEY, LIVER, criteria.CREATININE, criteria.LIST)
"""Words of people who need other directions than most."""


@lru_cache(maxsize=8192)
def special(text: str) -> bool:
    """Whether a text names people who need other directions than most."""
    return any(pattern.search(text) for pattern in SPECIAL)
