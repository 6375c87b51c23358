"""Openings: the illness of the question, with which every direction for it begins (`in gout, ...`), and nothing else:
what opens with another state or form of the illness, or with an allergy, is for some of those who have it."""

from __future__ import annotations

import re
from functools import lru_cache

from probatum.apply.context import Context
from probatum.apply.patient import aimed
from probatum.text.expressions import caseless


def opening(context: Context, before: str) -> re.Pattern[str] | None:
    """The pattern of such openings behind what `before` matches; None where several illnesses are treated, of which
    each direction has to say which it is for."""
    ill = [c for c in aimed.treated(context) if c.semantic in ("condition", "symptom")]
    names = {name for c in ill for name in c.names if name} if len(ill) == 1 else set()
    return _pattern(tuple(sorted(names)), before) if names else None


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...], before: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return caseless(rf"{before}(?:in|for) (?:(?:adults|people) with )?(?:{listed})(?: in adults)?, (?=[a-z])")
