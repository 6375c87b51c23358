"""Choices: whether nothing but how it is given stands between two treatments and the word that joins them.

`omeprazole 20 or 40 or famotidine`, `A, B or C`, `vitamin K or just wait`.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import expression

_HOW: Final = frozenset(
    [
        "mg",
        "mcg",
        "g",
        "ml",
        "daily",
        "od",
        "bd",
        "tds",
        "qds",
        "iv",
        "im",
        "po",
        "sc",
        "oral",
        "orally",
        "topical",
        "inhaled",
        "intravenous",
        "intramuscular",
        "nebulised",
        "nebulized",
        "low",
        "high",
        "full",
        "half",
        "dose",
        "short",
        "long",
        "course",
        "the",
        "a",
        "an",
        "just",
        "with",
        "then",
        "tablet",
        "tablets",
        "cream",
        "gel",
        "drops",
    ]
)
"""Words on how something is given."""
_OR: Final = frozenset(("or", "versus", "vs", "v"))
_LEAVING: Final = frozenset(
    [
        "hold",
        "wait",
        "stop",
        "leave",
        "nothing",
        "not",
        "neither",
        "none",
        "observe",
        "watch",
        "watchful",
        "watching",
        "monitor",
        "omit",
        "withhold",
    ]
)
_IDLE: Final = frozenset(["just", "to", "do", "we", "i", "should", "simply"])
MOST: Final = 9
"""Words between two treatments, of how they are given."""
_TOKEN: Final = expression(r"[\w%/-]+|[,.;:?!()]")


def _tokens(text: str) -> list[str]:
    """The words and marks of a few words of text."""
    found = (m[0] for m in _TOKEN.finditer(text[:120]))
    return [token for token, _ in zip(found, range(MOST + 1), strict=False)]


def _of_giving(token: str) -> bool:
    return token in _HOW or token[0].isdigit()


def choice(between: str) -> bool:
    """`20 mg or`, `, or oral`, `versus IM`, `vs.`: nothing but how the two are given, and what joins them."""
    told = [t for t in _tokens(between.replace("vs.", "vs")) if t != ","]
    return 0 < len(told) <= MOST and bool(_OR & set(told)) and all(t in _OR or _of_giving(t) for t in told)


def listed(between: str) -> bool:
    """`A 20 mg, B`: a comma and how it is given."""
    told = _tokens(between)
    return "," in told and len(told) <= MOST and all(t == "," or _of_giving(t) for t in told)


def or_not(behind: str) -> bool:
    """`or just wait`: what stands before may be left."""
    told = _tokens(behind)
    at = next((n for n, t in enumerate(told) if t not in (",",) and not _of_giving(t)), len(told))
    if told[at : at + 1] != ["or"]:
        return False
    return next((t for t in told[at + 1 :] if t not in _IDLE), "") in _LEAVING
