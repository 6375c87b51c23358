"""Sayings: several words, with others between, that say one medical thing (`sayings.toml`).

`does it save lives` asks whether it reduces death, `my knees are worn out` tells of osteoarthritis. Each is said among
the assumptions; a question that means something else can be corrected there.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless

_WHY: Final = "what is meant by these words"


class Saying(msgspec.Struct, frozen=True):
    """How it is said, and how it is read."""

    said: str
    read: str


@cache
def _sayings() -> tuple[tuple[re.Pattern[str], str], ...]:
    held = tomllib.loads(files(__package__).joinpath("sayings.toml").read_text("utf-8"))
    every = msgspec.convert(held["saying"], list[Saying])
    return tuple((caseless(rf"(?<![\w-])(?:{one.said})(?![\w-])"), one.read) for one in every)


def read_sayings(draft: Draft) -> None:
    """Put the medical words for the sayings of a question."""
    for pattern, read in _sayings():
        for found in reversed(list(pattern.finditer(draft.text))):
            words = found.expand(read)
            if words.lower() != found[0].lower():
                draft.replace(found.start(), found.end(), words, "lay term", _WHY)
