"""Other way: whether a text asks what dose of a medicine by another way matches the one that is taken.

`convert oral A to a subcutaneous syringe driver` names a way and no second medicine; nobody drives there.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

DEVICE: Final = caseless(r"\b(?:syringe[- ](?:drivers?|pumps?)|csci)\b")
WAY: Final = caseless(
    r"\b(?:syringe[- ](?:drivers?|pumps?)|csci|subcutaneous(?:ly)?|s\.?c\.? infusions?|continuous infusions?"
    r"|intravenous(?:ly)?|transdermal(?:ly)?|infusions?|injections?|by mouth|oral(?:ly)?)\b"
)
_CONVERTS: Final = caseless(
    r"\b(?:convert(?:ed|ing|s)?|conversions?|switch(?:ed|ing)?|chang(?:e|ed|ing)|equivalents?|equianalgesic"
    r"|(?:what|which) dose|dose|doses|how much)\b"
)
_TRIES: Final = caseless(r"\b(?:versus|vs|better|compared|trials?|evidence|effective)\b")


def asks(text: str) -> bool:
    """Whether a text asks how a medicine by one way is changed for the same or another by a second way."""
    if _CONVERTS.search(text) is None or _TRIES.search(text) is not None:
        return False
    ways = {_kind(found[0].lower()) for found in WAY.finditer(text)}
    return DEVICE.search(text) is not None or len(ways) > 1


def _kind(way: str) -> str:
    """The way into the body that some words are of; a driver gives under the skin."""
    if way.startswith("oral") or way == "by mouth":
        return "mouth"
    if way.startswith("intravenous"):
        return "vein"
    return "patch" if way.startswith("transdermal") else "skin"


def kinds(text: str) -> frozenset[str]:
    """The ways that a text names."""
    return frozenset(_kind(found[0].lower()) for found in WAY.finditer(text))
