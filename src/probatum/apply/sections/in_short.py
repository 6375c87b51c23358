"""In short: steps without the illness that the question names, with which every direction for it opens: who follows a
path for gout need not be told at each step that it is in gout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from probatum.apply.context import Context
from probatum.apply.patient import aimed
from probatum.model import Kind, Statement
from probatum.text.expressions import caseless


def told(statements: Sequence[Statement], context: Context) -> list[Statement]:
    """The steps, each direction without that opening; one on another state or form of the illness keeps it."""
    opening = _opening(tuple(sorted(_names(context))))
    if opening is None:
        return list(statements)
    return [_without(one, opening) if one.kind is Kind.DIRECTIVE else one for one in statements]


def _without(one: Statement, opening: re.Pattern[str]) -> Statement:
    text = opening.sub("", one.text)
    return msgspec.structs.replace(one, text=text, plain=one.plain or one.text) if text != one.text else one


def _names(context: Context) -> set[str]:
    """What the illness is called, where one alone is treated: of two each direction has to say which it is for."""
    ill = [c for c in aimed.treated(context) if c.semantic in ("condition", "symptom")]
    return {name for c in ill for name in c.names if name} if len(ill) == 1 else set()


@lru_cache(maxsize=64)
def _opening(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return caseless(rf"(?<=[:;] )(?:in|for) (?:(?:adults|people) with )?(?:{listed})(?: in adults)?, (?=[a-z])")
