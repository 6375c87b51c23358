"""Ancestry: of which people somebody comes, as far as labels set limits by it (`people of Asian descent`).

A gene is what is meant, and not a people: HLA-B*15:02 and slow breakdown of some medicines are more frequent in some.
The groups are those of US labels; which people belong to which is geography.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum.text.expressions import caseless

GROUPS: Final = {
    "Asian": (
        "(?:(?:South|East)[- ]?){0,2}Asian|(?:Han[- ])?Chinese|Taiwanese|Thai|Malaysian|Malay"
        "|Singaporean|Filipin[oa]|Indonesian|Vietnamese|Cambodian|Burmese|Japanese|Korean|Indian|Pakistani|Bangladeshi"
        "|Sri Lankan|Nepal(?:i|ese)|Tamil"
    ),
    "African": (
        "Black African|African[- ]Caribbean|Black Caribbean|African[- ]American|African|Afro-?Caribbean"
        "|Black|Nigerian|Ghanaian|Kenyan|Ugandan|Ethiopian|Somali"
        "|Zimbabwean|Congolese"
    ),
    "Pacific Islander": "Pacific Islander|Samoan|Tongan|Fijian|Hawaiian",
}
_ORIGIN: Final = r"(?:descent|ancestry|origin|heritage|background|ethnicity|extraction)"
_WHO: Final = (
    r"(?:wom[ae]n|m[ae]n|patients?|people|person|males?|females?|child(?:ren)?|boys?|girls?|lad(?:y|ies)|gentlem[ae]n"
    r"|adults?|mother|father|mum|dad|wife|husband)"
)
_TOLD: Final = {
    group: caseless(
        rf"\b(?:{names})(?:[- ](?:{_ORIGIN}|(?:\w+ ){{0,2}}{_WHO})\b)"
        rf"|\b(?:is|are|am|i'm|she's|he's|of) (?!black\b)(?:{names})\b(?! (?:guideline|medicine|study|trial))"
    )
    for group, names in GROUPS.items()
}
_EVERY: Final = "|".join(GROUPS.values())
NAMED: Final = caseless(
    rf"\b(?:{_EVERY})(?:(?:,|,? and|,? or) (?:{_EVERY}))* (?:{_ORIGIN}|people|patients|populations)\b"
)
"""How a direction names people by their ancestry."""


@lru_cache(maxsize=1024)
def told(text: str) -> str:
    """The group that somebody is said to be of; empty for none."""
    return next((group for group, pattern in _TOLD.items() if pattern.search(text)), "")


@lru_cache(maxsize=4096)
def named(text: str, group: str) -> bool:
    """Whether a text names people of a group, be it as those of whom it does not speak."""
    if group not in GROUPS:
        return False
    pattern = caseless(rf"\b(?:{GROUPS[group]})\b")
    return any(pattern.search(found[0]) for found in NAMED.finditer(text))


def meant(text: str, group: str) -> bool:
    """Whether a direction is for people of a group."""
    return named(_NOT_OF.sub(" ", text), group)


_NOT_OF: Final = caseless(rf"\b(?:not|other than) (?:of |in )?(?:{_EVERY})(?:(?:,|,? and|,? or) (?:{_EVERY}))*")
