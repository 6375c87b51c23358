"""Red flags read from `flags.toml` and, as people say them, `everyday.toml`: what each is called and the phrases that
must all be found. A danger may be told in several ways, each a flag of its name."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final

import msgspec

from probatum.text.expressions import expression


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


FILES: Final = ("flags.toml", "everyday.toml")
_PLAIN: Final = expression(r"[a-z]{5,}")
_REGEX: Final = expression(r"\\[a-zA-Z]|\(\?[:!<=]+|<\w+>")


@cache
def _held(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


@cache
def flags() -> tuple[Flag, ...]:
    """Every flag, in the order of the files."""
    return tuple(
        Flag(one["name"], tuple(_joined(group, _held(name)["words"]) for group in one["all"]), one.get("now", False))
        for name in FILES
        for one in _held(name)["flag"]
    )


@cache
def forms() -> dict[str, str]:
    """Forms of chats and what they stand for."""
    held: dict[str, str] = _held("everyday.toml")["forms"]
    return held


@cache
def told_in() -> frozenset[str]:
    """Plain words of five letters and more in which the flags are told, with their endings."""
    phrases = " ".join(one for flag in flags() for one in flag.phrases)
    words = _PLAIN.findall(_REGEX.sub(" ", phrases))
    return frozenset(f"{word}{ending}" for word in words for ending in ("", "s", "ed", "ing"))


@cache
def phrases(name: str) -> re.Pattern[str]:
    """The pattern of a list under `[words]` of `flags.toml`, for flags that need more than words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_held(FILES[0])['words'][name])})(?!\w)", re.IGNORECASE)


_INSIDE: Final = expression(r"<(\w+)>")


def _joined(group: list[str], words: dict[str, list[str]]) -> str:
    """One alternative of all phrases; `<name>` stands for a list, alone or within a phrase."""
    return "|".join(_INSIDE.sub(lambda found: "|".join(words[found[1]]), phrase) for phrase in group)
