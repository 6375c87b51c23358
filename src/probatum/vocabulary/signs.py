"""Signs: by what somebody notices a harm that a source names, or that an illness takes a bad turn, in easy words of our
own.

Like an entry of the glossary this says what a word means (what is seen of low blood sugar), and gives no advice.
Whether a medicine can do that harm is said by its label alone. The signs of an illness are those with which public
health services (the NHS in the United Kingdom, the HSE in Ireland) tell people to seek help at once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple


class Sign(NamedTuple):
    """A harm in easy words, and what is noticed of it."""

    harm: str
    seen: str
    grown: bool = False
    """Whether it is a harm of grown people, which nobody looks for in a child."""


_GROWN: Final = ("a stroke", "a heart attack")


@lru_cache(maxsize=1)
def _rows() -> tuple[re.Pattern[str], dict[str, Sign]]:
    text = files("probatum.vocabulary").joinpath("data", "signs.tsv").read_text(encoding="utf-8")
    by_form: dict[str, Sign] = {}
    for line in text.splitlines()[1:]:
        harm, seen, forms = line.split("\t")
        by_form.update({form: Sign(harm, seen, harm in _GROWN) for form in forms.split("; ")})
    listed = "|".join(re.escape(form) for form in sorted(by_form, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE), by_form


def named(text: str) -> tuple[Sign, ...]:
    """The signs of the harms that a text names, each once, in order."""
    pattern, by_form = _rows()
    return tuple(dict.fromkeys(by_form[found[0].lower()] for found in pattern.finditer(text)))


@lru_cache(maxsize=1)
def _of_illnesses() -> dict[str, str]:
    text = files("probatum.vocabulary").joinpath("data", "danger_signs.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {illness.lower(): seen for illnesses, seen in rows for illness in illnesses.split("; ")}


def of_illness(label: str) -> str:
    """What is seen when an illness, named as in the vocabulary, takes a bad turn; empty where none is listed."""
    return _of_illnesses().get(label.lower(), "")
