"""Where help is: numbers to call by country, from `helplines.toml`; the general advice where a country or number is not
known."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

import msgspec

ANYWHERE: Final = "988 in the US and Canada, 116 123 in the UK and Ireland, 112 in the EU"
FINDER: Final = "findahelpline.com"
"""Lists crisis lines of the other countries."""


class Help(msgspec.Struct, frozen=True):
    """Numbers of a country as they are dialled there; empty where none was verified."""

    emergency: str = ""
    crisis: str = ""
    poison: str = ""

    @property
    def call_emergency(self) -> str:
        """`911`, else `the local emergency number`."""
        return self.emergency or "the local emergency number"

    @property
    def call_poison(self) -> str:
        """`a poison centre (13 11 26)`."""
        return f"a poison centre ({self.poison})" if self.poison else "a poison centre"


@cache
def _held() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("helplines.toml").read_text("utf-8"))


def help_in(country: str) -> Help:
    """The numbers of a country by its ISO code; an empty `Help` for one that is not listed."""
    held = _held().get(country.upper())
    return msgspec.convert(held, Help) if isinstance(held, dict) else Help()


SOURCES: Final = ("own", "authority", "reported")
"""How a number was verified; see `helplines.toml`."""


def sources(country: str) -> dict[str, tuple[str, str]]:
    """How each number of a country was verified, and the page that was read for it."""
    return {name: (how, page) for name, (how, page) in _held()[country].get("source", {}).items()}


def countries() -> tuple[str, ...]:
    """The codes of the countries that are listed."""
    return tuple(sorted(code for code, held in _held().items() if isinstance(held, dict)))


def crisis(country: str) -> str:
    """Whom to call about thoughts of self-harm: `call 999, or a crisis line: 116 123 (Samaritans)`."""
    known = help_in(country)
    if known.crisis:
        return f"call {known.call_emergency} or a crisis line, {known.crisis}, now"
    first = f"call {known.emergency}" if known.emergency else "call the local emergency number"
    return f"{first} or a crisis line now, for example {ANYWHERE}, or find one at {FINDER}"
