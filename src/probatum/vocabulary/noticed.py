"""Noticed: what somebody sees or feels of a harm that labels call by its cause.

Nobody writes of `nosebleeds` on the label of an anticoagulant, nor of cramps on that of a statin: the labels say
bleeding and myopathy. Only what is a part of such a harm by definition stands here, or what is another word for it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_BLEEDING: Final = ("bleeding", "haemorrhage", "hemorrhage")
_MUSCLE: Final = ("myopathy", "rhabdomyolysis", "muscle pain", "muscle harm")
_HARMS: Final = {
    **dict.fromkeys(
        (
            "epistaxis",
            "gingival hemorrhage",
            "oral hemorrhage",
            "contusions",
            "ecchymosis",
            "purpura",
            "petechiae",
            "hematoma",
            "hematuria",
            "hematemesis",
            "hemoptysis",
            "melena",
            "gastrointestinal bleeding",
            "vaginal bleeding",
            "menorrhagia",
            "metrorrhagia",
        ),
        _BLEEDING,
    ),
    **dict.fromkeys(("myalgia", "muscle cramp", "muscle weakness"), _MUSCLE),
    "sleepiness": ("sedation", "somnolence", "drowsiness"),
    "insomnia": ("trouble sleeping", "trouble with sleep", "sleep disturbance", "sleep disturbances"),
    "nightmares": ("abnormal dreams", "vivid dreams", "sleep disturbance", "sleep disturbances"),
    "edema": ("swelling", "fluid retention"),
    "paresthesia": ("tingling", "numbness"),
    "hyperhidrosis": ("sweating", "sweats"),
    "respiratory sounds": ("wheezing", "wheeze", "bronchospasm"),
    "erectile dysfunction": ("impotence", "sexual dysfunction"),
}


COMPLAINTS: Final = frozenset(
    ("hyperhidrosis", "amenorrhea", "alopecia", "xerostomia", "insomnia", "erectile dysfunction", "gingival hemorrhage")
)
"""What a thesaurus files as an illness and somebody feels or sees as a complaint."""


def harms(label: str) -> tuple[str, ...]:
    """By which names labels tell of the harm of which that is noticed; empty where it has its own name there."""
    return _HARMS.get(label.lower(), ())


def told_in(text: str, label: str) -> bool:
    """Whether a text tells of that harm as one that is brought about, and not of whom it bars or what it ends."""
    pattern = _pattern(label.lower())
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=256)
def _pattern(label: str) -> re.Pattern[str] | None:
    if not harms(label):
        return None
    named = "|".join(map(re.escape, harms(label)))
    return re.compile(
        r"\b(?:caus(?:es?|ed|ing)|risks? of|leads? to|led to|bring(?:s|ing)?(?: on)?|signs of|reports? of"
        rf"|(?:reactions?|effects?)\b[^.;]{{0,60}}?\b(?:are|is|include))\b[^.;]{{0,80}}?\b(?:{named})\b"
        rf"|\b(?:{named})\b[^.;]{{0,120}}?\b(?:(?:can|may|might|could) (?:occur|follow|happen)|(?:was|were|been) "
        r"(?:seen|reported)|should be reported|is suspected)\b",
        re.IGNORECASE,
    )
