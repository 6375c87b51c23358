"""Red flags read from `flags.toml` and, as people say them, `everyday.toml`: what each is called and the concepts
that must all be told. A danger may be told in several ways, each a flag of its name.

A concept (`concepts.toml`) is a list of phrases that mean the same; flags share them, and each is looked for once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Final

import msgspec

from probatum.text.expressions import caseless, expression


class Flag(msgspec.Struct, frozen=True):
    """A presentation: `name` as it is said; of each group one pattern must be found.

    `now`: the words are also said of what is no emergency, so the question must say that it happens now.
    """

    name: str
    groups: tuple[tuple[str, ...], ...]
    """Patterns by their source, for `compiled`: one for each concept of the group, one for all its other phrases."""
    now: bool = False


FILES: Final = ("flags.toml", "everyday.toml", "medicines.toml")
_PLAIN: Final = expression(r"[a-z]{5,}")
_REGEX: Final = expression(r"\\[a-zA-Z]|\(\?[:!<=]+|<\w+>")
_INSIDE: Final = expression(r"<(\w+)>")
_CONCEPT: Final = expression(r"<(\w+)>\Z")


@cache
def _held(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


@cache
def flags() -> tuple[Flag, ...]:
    """Every flag, in the order of the files."""
    return tuple(
        Flag(one["name"], tuple(_group(group) for group in one["all"]), one.get("now", False))
        for name in FILES
        for one in _held(name)["flag"]
    )


@cache
def of_medicines() -> frozenset[str]:
    """The names of the flags that tell of what a medicine does."""
    return frozenset(one["name"] for one in _held("medicines.toml")["flag"])


@cache
def forms() -> dict[str, str]:
    """Forms of chats and what they stand for."""
    held: dict[str, str] = _held("everyday.toml")["forms"]
    return held


@cache
def told_in() -> frozenset[str]:
    """Plain words of five letters and more in which the flags are told, with their endings."""
    said = " ".join(pattern for flag in flags() for group in flag.groups for pattern in group)
    words = _PLAIN.findall(_REGEX.sub(" ", said))
    return frozenset(f"{word}{ending}" for word in words for ending in ("", "s", "ed", "ing"))


@cache
def concept(name: str) -> str:
    """The source of the pattern of a concept: any of its phrases."""
    held = _held("concepts.toml")
    return _joined(held["sign"].get(name) or held["cause"][name])


@cache
def causes() -> frozenset[str]:
    """The sources of the patterns of what brings a danger on."""
    return frozenset(concept(name) for name in _held("concepts.toml")["cause"])


@cache
def self_harm() -> re.Pattern[str]:
    """Thoughts of ending one's life, and ways to it that are asked for."""
    held = _held("concepts.toml")["self_harm"]
    return compiled("|".join((*held["told"], *held["asked"])))


@cache
def thoughts() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """The same told round about: of each thought every pattern must be found."""
    held = _held("concepts.toml")["self_harm"]["thoughts"]
    return tuple(tuple(compiled("|".join(group)) for group in thought) for thought in held)


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The pattern of whole words in any case; compiled when first asked for, once for all flags."""
    words = source.replace(r"\w+ ", r"[\w']+ ")  # `stuck in dad's throat`: a word of a message may have an apostrophe
    return caseless(rf"(?<!\w)(?:{words})(?!\w)")


def _group(phrases: list[str]) -> tuple[str, ...]:
    """A pattern for each concept, and one for all phrases that are none."""
    named = [found[1] for phrase in phrases if (found := _CONCEPT.match(phrase))]
    others = [phrase for phrase in phrases if not _CONCEPT.match(phrase)]
    return (*((_joined(others),) if others else ()), *map(concept, named))


def _joined(phrases: Iterable[str]) -> str:
    """One alternative of all phrases; `<name>` stands for a concept, alone or within a phrase."""
    return "|".join(_INSIDE.sub(lambda found: f"(?:{concept(found[1])})", phrase) for phrase in phrases)
