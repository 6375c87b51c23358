"""Red flags read from `flags.toml`: what each is called and the phrases that must all be found."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final

import msgspec

_NAMED: Final = re.compile(r"^<(\w+)>$")


class Flag(msgspec.Struct, frozen=True, dict=True):
    """A presentation: `name` as it is said, one alternative of each list of phrases must be found.

    `now`: the words are also said of what is no emergency, so the question must say that it happens now.
    """

    name: str
    phrases: tuple[str, ...]
    now: bool = False

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """One pattern for each list of phrases; compiled when first asked for."""
        return tuple(re.compile(rf"(?<!\w)(?:{one})(?!\w)", re.IGNORECASE) for one in self.phrases)


@cache
def _held() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("flags.toml").read_text("utf-8"))


@cache
def flags() -> tuple[Flag, ...]:
    """Every flag, in the order of the file."""
    words: dict[str, list[str]] = _held()["words"]
    return tuple(
        Flag(one["name"], tuple(_joined(group, words) for group in one["all"]), one.get("now", False))
        for one in _held()["flag"]
    )


@cache
def phrases(name: str) -> re.Pattern[str]:
    """The pattern of a list under `[words]`, for flags that need more than words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_held()['words'][name])})(?!\w)", re.IGNORECASE)


def _joined(group: list[str], words: dict[str, list[str]]) -> str:
    named = ((_NAMED.match(phrase), phrase) for phrase in group)
    return "|".join("|".join(words[found[1]]) if found else phrase for found, phrase in named)
