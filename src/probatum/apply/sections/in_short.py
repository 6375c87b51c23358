"""In short: steps without the illness that the question names, with which every direction for it opens: who follows a
path for gout need not be told at each step that it is in gout."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from probatum.apply.context import Context
from probatum.apply.patient import openings
from probatum.model import Kind, Statement


def told(statements: Sequence[Statement], context: Context) -> list[Statement]:
    """The steps, each direction without that opening; one on another state or form of the illness keeps it."""
    opening = openings.opening(context, r"(?<=[:;] )")
    if opening is None:
        return list(statements)
    return [_without(one, opening) if one.kind is Kind.DIRECTIVE else one for one in statements]


def _without(one: Statement, opening: re.Pattern[str]) -> Statement:
    text = opening.sub("", one.text)
    return msgspec.structs.replace(one, text=text, plain=one.plain or one.text) if text != one.text else one
