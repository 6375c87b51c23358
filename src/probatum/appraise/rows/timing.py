"""Time points in labels: before treatment, after it, a change; and how well they fit the one asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.appraise.rows.nouns import RowAsked
from probatum.text.expressions import expression

_BEFORE: Final = expression(
    r"\bbase-?line\b|\bbefore\b|\bprior to\b|\bpre\b|\bpre-?(?:test|treatment|intervention|op\w*|training)\b|"
    r"\binitial\b|\badmission\b|\bdemographic|\bcharacteristics\b|\bentry\b|^\W*(?:day|week|month)s?\s?0\b|"
    r"^\s*0\s*(?:h|min|weeks?|days?)?\s*$|\bT0\b",
    re.IGNORECASE,
)
_FIRST_TABLE: Final = expression(
    r"\bbase-?line\b|\bprior to\b|(?<!surgery )(?<!surgical )(?<!operative )(?<!procedure )(?<!procedural )"
    r"\bcharacteristics\b|\bdemographic|\badmission\b|\bat (?:study )?entry\b|"
    r"\bpre-?treatment\b",
    re.IGNORECASE,
)
_CHANGE: Final = expression(r"\bchanges?\b|\bdifferences?\b|\bdelta\b|Δ|\bgain\b|\bfrom baseline\b", re.IGNORECASE)
_ASKS_CHANGE: Final = expression(r"chang|improv|reduc|increas|decreas|loss|gain|declin|differen", re.IGNORECASE)
_AFTER: Final = expression(r"\bpost\b|\bafter\b|\bpost-?\w+|\bfinal\b|\bend\b|\bfollow", re.IGNORECASE)
_FROM_TO: Final = expression(r"\bfrom (?:base-?line|before|pre\w*)\b.{0,30}?\bto\b|\btime before\b", re.IGNORECASE)
"""`from before to 20 minutes after`, `time before eating`: no time before treatment."""
_POINT: Final = expression(
    r"^\W*(?:at )?(?:base-?line|before|after|pre|post|pre-?\w+|post-?\w+|end|final|follow-?up|initial|T\d)"
    r"(?: (?:treatment|intervention|test|study|visit|training|therapy))?\s*(?:[\[(].*)?$",
    re.IGNORECASE,
)
_TIME: Final = expression(
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


def named(text: str) -> list[str]:
    """The times that a text names, in order."""
    return [match.group() for match in _TIME.finditer(text)]


def signals(asked: RowAsked, labels: Sequence[str], heading: str) -> dict[str, float]:
    """How the time of a result suits the one asked for: asked and found, asked and another, how late, before or after
    treatment where the other is asked for, a change where it is asked for and where it is not."""
    words = " | ".join(labels)
    asked_words = f"{asked.outcome} {asked.timepoint}"
    wanted = days(asked_words)
    timed = [(days(x), is_time(x)) for x in labels]
    if any(d == wanted and not pure for d, pure in timed if d is not None):
        wanted = None  # `WMS (0 min)`: the time is part of the outcome's name
    here = next((d for d, pure in timed if d is not None and (pure or d != days(asked_words))), None)
    early = any(is_before(x) and not is_change(x) and not is_after(x) and not _FROM_TO.search(x) for x in labels)
    untimed = not any(pure for _, pure in timed) and not is_after(words)
    before = early or (
        untimed and _FIRST_TABLE.search(heading) is not None and not is_after(heading) and not is_change(heading)
    )
    asks_change = _ASKS_CHANGE.search(asked_words) is not None
    found = wanted is not None and here is not None and abs(here - wanted) <= 0.06 * wanted
    return {
        "time asked": float(found),
        "time other": float(wanted is not None and here is not None and not found),
        "latest": 0.2 + min(here, 800.0) / 1000.0 if wanted is None and here is not None else 0.0,
        "before": float(before != (is_before(asked_words) and not _FROM_TO.search(asked_words))),
        "after": float(is_after(words)),
        "later": float(untimed and is_after(heading) and not is_before(heading)),
        "change asked": float(is_change(words) and asks_change),
        "change unasked": float(is_change(words) and not asks_change),
    }


def met(asked: RowAsked, told: str) -> dict[str, float]:
    """The same of the one time that a sentence names for its values; nothing where either names none."""
    wanted, here = days(f"{asked.outcome} {asked.timepoint}"), days(told)
    if wanted is None or here is None:
        return {}
    found = abs(here - wanted) <= 0.06 * wanted
    return {"time asked": float(found), "time other": float(not found)}
