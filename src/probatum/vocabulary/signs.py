"""Signs: by what somebody notices a harm that a source names, in easy words of our own.

Like an entry of the glossary this says what a word means (what is seen of low blood sugar), and gives no advice.
Whether a medicine can do that harm is said by its label alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class Sign(NamedTuple):
    """A harm in easy words, and what is noticed of it."""

    harm: str
    seen: str


@lru_cache(maxsize=1)
def _rows() -> tuple[re.Pattern[str], dict[str, Sign]]:
    text = files("probatum.vocabulary").joinpath("data", "signs.tsv").read_text(encoding="utf-8")
    by_form: dict[str, Sign] = {}
    for line in text.splitlines()[1:]:
        harm, seen, forms = line.split("\t")
        by_form.update({form: Sign(harm, seen) for form in forms.split("; ")})
    listed = "|".join(re.escape(form) for form in sorted(by_form, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE), by_form


def named(text: str) -> tuple[Sign, ...]:
    """The signs of the harms that a text names, each once, in order."""
    pattern, by_form = _rows()
    return tuple(dict.fromkeys(by_form[found[0].lower()] for found in pattern.finditer(text)))
