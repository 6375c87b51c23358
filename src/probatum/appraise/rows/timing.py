"""Time points in labels: before treatment, after it, a change; and how well they fit the one asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.appraise.rows.nouns import RowAsked

_BEFORE: Final = re.compile(
    r"\bbase-?line\b|\bbefore\b|\bpre\b|\bpre-?(?:test|treatment|intervention|op\w*|training)\b|\binitial\b|\badmission\b|"
    r"\bdemographic|\bcharacteristics\b|\bentry\b|^\W*(?:day|week|month)s?\s?0\b|^\s*0\s*(?:h|min|weeks?|days?)?\s*$|\bT0\b",
    re.IGNORECASE,
)
_FIRST_TABLE: Final = re.compile(
    r"\bbase-?line\b|\bcharacteristics\b|\bdemographic|\badmission\b|\bat (?:study )?entry\b|\bpre-?treatment\b",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(r"\bchanges?\b|\bdifferences?\b|\bdelta\b|Δ|\bgain\b|\bfrom baseline\b", re.IGNORECASE)
_ASKS_CHANGE: Final = re.compile(r"chang|improv|reduc|increas|decreas|loss|gain|declin|differen", re.IGNORECASE)
_AFTER: Final = re.compile(r"\bpost\b|\bafter\b|\bpost-?\w+|\bfinal\b|\bend\b|\bfollow", re.IGNORECASE)
_POINT: Final = re.compile(
    r"^\W*(?:at )?(?:base-?line|before|after|pre|post|pre-?\w+|post-?\w+|end|final|follow-?up|initial|T\d)"
    r"(?: (?:treatment|intervention|test|study|visit|training|therapy))?\s*(?:[\[(].*)?$",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"(?P<n>\d+(?:\.\d+)?)[\s-]*(?P<unit>min|h|hours?|hrs?|d|days?|weeks?|wks?|months?|mo|years?|yrs?)\b|"
    r"\b(?P<unit2>min|hour|day|week|month|year|visit)s?\s?(?P<n2>\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
_DAYS: Final = (("mi", 1 / 1440), ("h", 1 / 24), ("d", 1.0), ("w", 7.0), ("m", 30.4), ("y", 365.0), ("v", 30.0))


def is_before(label: str) -> bool:
    """True for a label that names the time before treatment."""
    return _BEFORE.search(label) is not None


def is_after(label: str) -> bool:
    """True for a label that names the time after treatment."""
    return _AFTER.search(label) is not None


def is_change(label: str) -> bool:
    """True for a label that names a change."""
    return _CHANGE.search(label) is not None


def is_time(label: str) -> bool:
    """True for a label that is nothing but a time point: `Week 24`, `Posttreatment (mean ± SD)`."""
    left = re.sub(r"[^A-Za-z]", "", _TIME.sub("", label))
    return (days(label) is not None and len(left) <= 3) or _POINT.match(label) is not None


def days(text: str) -> float | None:
    """The last time that a text names, in days: `24 weeks`, `week 24`; None where it names none."""
    found = list(_TIME.finditer(text))
    if found:
        unit, amount = found[-1]["unit"] or found[-1]["unit2"], float(found[-1]["n"] or found[-1]["n2"])
        return next((amount * day for start, day in _DAYS if unit.lower().startswith(start)), None)
    bare = re.fullmatch(r"\s*(\d{1,3})\s*", text)
    return float(bare[1]) if bare else None


def score(asked: RowAsked, labels: Sequence[str], heading: str) -> float:
    """Between about -2 and 2: the time asked for 1, another -1; unasked, before treatment -1, and later is better."""
    words = " | ".join(labels)
    asked_words = f"{asked.outcome} {asked.timepoint}"
    wanted, here = days(asked_words), next((d for x in labels if (d := days(x)) is not None), None)
    made = 0.0
    if wanted is not None and here is not None:
        made += 1.0 if abs(here - wanted) <= 0.06 * wanted else -1.0
    elif here is not None:
        made += 0.2 + min(here, 800.0) / 4000.0
    early = any(is_before(x) and not is_change(x) and not is_after(x) for x in labels)
    untimed = here is None and not is_after(words) and not is_change(words)
    before = early or (
        untimed and _FIRST_TABLE.search(heading) is not None and not is_after(heading) and not is_change(heading)
    )
    if before != is_before(asked_words):
        made -= 1.0
    if is_after(words):
        made += 0.4
    if is_change(words):
        made += 0.2 if _ASKS_CHANGE.search(asked_words) else -0.1
    return made
