"""Of organs: whether a text tells of harm to the organ of which an illness is one.

A label that says `damage to thyroid, liver and lungs` tells of an overactive thyroid without its name; stones, growths
and infections of an organ are no damage to it by a medicine, and are told by their names alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from probatum.text.expressions import caseless

_ORGANS: Final = {
    "thyroid diseases": "thyroid",
    "liver diseases": "(?:liver|hepatic)",
    "kidney diseases": "(?:kidneys?|renal)",
    "lung diseases": "(?:lungs?|pulmonary)",
    "eye diseases": "(?:eyes?|ocular)",
}
"""Classes of illnesses, and the words for their organ."""
_HARM: Final = r"(?:damage|harm|injury|toxicity|dysfunction|disorders?|failure|impairment)"
_ANOTHER: Final = caseless(r"neoplasm|cancer|tumou?r|infection|calcul|stone|lithiasis|cyst|genetic|congenital|abscess")


def told_in(text: str, classes: Iterable[str], label: str) -> bool:
    """Whether a text tells of harm to an organ of whose illnesses this is one. `classes`: what it belongs to."""
    every = tuple(name.lower() for name in classes)
    if _ANOTHER.search(" ".join((label, *every))):
        return False
    return any(_harmed(_ORGANS[name]).search(text) for name in every if name in _ORGANS)


@lru_cache(maxsize=16)
def _harmed(organ: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{organ} {_HARM}\b|\b{_HARM} (?:to|of)(?: the)?(?: [a-z]+,)*(?: [a-z]+ and)?(?: the)? {organ}\b",
        re.IGNORECASE,
    )
