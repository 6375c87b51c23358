"""Word parts: what a technical word without an entry of its own is built from, in easy words.

Most words of medicine are joined from few Greek and Latin parts (`peri-` around, `vascul` blood vessels), or a part
stands before an English word. A word is told by its parts only where they cover all of it but bare endings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.text.expressions import expression

MOST: Final = 4
"""Parts of a word that are told."""
_LEAST_WORD: Final = 4
_WHOLE_WORD: Final = 5
"""Letters of an English word, and of one behind a prefix."""
_EMPTY: Final = expression(
    r"(?:al|ic|ical|ically|ics|ally|[ei]al|ary?|ory|e?ous|ive|ine|ate[ds]?|(?:at)?ions?|ing|ed|e?s|it(?:y|ies)|ly|ae?"
    r"|i?um|us|is|ia?|[ey]|ins?|an|ants?|ent|[ai]ble|[eo]rs?|ids?|ides?|i[sz]ed)"
)
"""Endings that carry no meaning of their own."""
_LINKS: Final = ("o", "i", "a", "")
"""Vowels by which parts are joined."""
_OWN: Final = 2
_ENGLISH: Final = 5
"""Costs of a part and of an English word: few parts are best, and words of which all is told."""


class _Way(NamedTuple):
    """One way to take a word apart."""

    cost: int
    meanings: tuple[str, ...]


@lru_cache(maxsize=1)
def _parts() -> dict[str, dict[str, str]]:
    """Meanings of parts by the place where they stand: start, any, end."""
    held: dict[str, dict[str, str]] = {"start": {}, "any": {}, "end": {}}
    text = files("probatum.vocabulary").joinpath("data", "word_parts.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        part, place, meaning_ = line.split("\t")
        held[place][part] = meaning_
    return held


@lru_cache(maxsize=4096)
def meaning(word: str) -> str:
    """`from word parts: around + blood vessels`; empty where the parts do not cover the word."""
    way = _rest(word, before="")
    if way is None or not way.meanings or len(way.meanings) > MOST:
        return ""
    return f"from word parts: {' + '.join(dict.fromkeys(way.meanings))}"


@lru_cache(maxsize=65536)
def _rest(text: str, *, before: str) -> _Way | None:
    """The best way to take apart what is left of a word behind the part `before`; None where there is none."""
    held = _parts()
    found: list[_Way] = []
    if before and (not text or (_EMPTY.fullmatch(text) and before in held["any"])):
        found.append(_Way(0, ()))
    if text in held["end"]:
        found.append(_Way(1, (held["end"][text],)))
    if before in held["start"] and len(text) >= _WHOLE_WORD - (len(before) >= _LEAST_WORD) and _english(text):
        found.append(_Way(_ENGLISH, (text,)))
    for size in range(len(text), 1, -1):
        part = text[:size]
        told = (None if before else held["start"].get(part)) or (held["any"].get(part) if size > 2 else None)
        if told is None:
            continue
        for link in _LINKS:
            if not text.startswith(link, size):
                continue
            after = _rest(text[size + len(link) :], before=part)
            if after is not None:
                found.append(_Way(_OWN + after.cost, (told, *after.meanings)))
    return min(found, key=lambda way: (way.cost, len(way.meanings)), default=None)


_FORMS: Final = tuple(
    (expression(ending), instead)
    for ending, instead in (
        (r"ies$", "y"),
        (r"e?s$", ""),
        (r"s$", ""),
        (r"ing$", ""),
        (r"ing$", "e"),
        (r"d$", ""),
        (r"ed$", ""),
        (r"ly$", ""),
        (r"ment$", ""),
        (r"z(?=[eai])", "s"),
        (r"yz", "ys"),
        (r"or(?=(?:s|ing|al|ed|able)?$)", "our"),
        (r"er(?=(?:s|ed)?$)", "re"),
        (r"([lr])(?=(?:ing|ed|ment)$)", r"\1\1"),
        (r"og(?=s?$)", "ogue"),
        (r"^art[ie]", "arte"),
        (r"n(?=sn$|nt$)", ""),
    )
)
"""Endings and American spellings of a word, and what stands for them in its other form."""


def _english(word: str) -> bool:
    return vocabulary.load().is_english(word)


def ordinary(word: str) -> bool:
    """Whether it is an English word in another form or spelling: `analyzes`, `tumor`, `remodeling`."""
    forms = {word}
    for _ in range(2):
        forms |= {ending.sub(instead, one) for one in forms for ending, instead in _FORMS}
    return any(len(one) >= _LEAST_WORD and _english(one) for one in forms)


def joined(word: str) -> bool:
    """Whether it is two English words in one: `narrowband`, `datasets`, `zebrafish`."""
    bare = re.sub(r"(?<=[a-z]{3})s$", "", word)
    cuts = range(_LEAST_WORD - 1, len(bare) - _LEAST_WORD + 2)
    ends = _parts()["end"]
    return any(_english(bare[:at]) and _english(bare[at:]) and bare[at:] not in ends for at in cuts)
