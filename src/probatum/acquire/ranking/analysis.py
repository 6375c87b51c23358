"""The terms of a biomedical text: what a search compares.

A word gives its stem and, where it differs, its root (see `roots`). Compounds give their parts and the whole:
`peri-sinusoidal` is found by `perisinusoidal`, `IL-2` by `IL2`. Greek letters are named, spelling is American, accents
go. Gene symbols and other capitals with digits are never stemmed. Roman numerals after `type`, `stage` and the like
are numbers too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Final

from probatum.acquire.ranking.roots import listed as _listed
from probatum.acquire.ranking.roots import root
from probatum.text.expressions import expression
from probatum.text.normal import fold
from probatum.text.words import STOP, stem
from probatum.vocabulary.normal import word_key

EDITION: Final = 2
"""Grows when the terms of a text change: an index made of other terms is then seen to be an older one."""

LONGEST: Final = 40
"""Characters of a term; a longer run of letters is no word and is left out."""

LONGEST_COMPOUND: Final = 200
"""Characters of a compound; a longer one is left out."""

MOST_TEXT: Final = 1_000_000
"""Characters of a text that are read for terms."""

MOST_PARTS: Final = 3
"""Parts of a compound that is looked for as a whole too."""

WORD: Final = expression(r"[0-9]+(?:[.,][0-9]+)+(?![^\W_])|[^\W_]+(?:[-'][^\W_]+)*")
"""A number with its points and commas, or letters and digits with hyphens and apostrophes inside."""

UNITS: Final = frozenset(
    _listed("mg g kg ug mcg ng ml l dl mm cm nm um mmol umol nmol pmol mol h hr hrs d wk wks yr yrs iu")
)
"""Units that are often written right after their number."""

NUMBERED: Final = frozenset(_listed("type subtype phase stage grade class factor group level part category complex"))
"""Words after which a Roman numeral is a number."""

ROMAN: Final = {
    numeral: str(number) for number, numeral in enumerate(_listed("I II III IV V VI VII VIII IX X XI XII XIII"), 1)
}
AFTER_A_WORD: Final = frozenset((*ROMAN, "A"))
"""Words whose terms depend on the word before."""

GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        _listed(
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon "
            "phi chi psi omega"
        ),
        strict=True,
    )
)
GREEK |= {letter.upper(): name for letter, name in GREEK.items()} | {
    "ς": "sigma",
    "ϵ": "epsilon",
    "ϕ": "phi",
    "ϑ": "theta",
}
_GREEK: Final = expression(f"[{''.join(GREEK)}]")
_MICRO: Final = expression(r"μ(?=(?:g|l|L|m|M|mol)\b)")
_NUMBER_UNIT: Final = expression(r"([0-9]+)([a-zA-Z]+)")
_GENE: Final = expression(r"[A-Za-z]{3,}(?=[0-9]+[A-Za-z]?$)")


def terms(text: str) -> list[str]:
    """The terms of a text in its order; stop words give none."""
    every = words(text)
    found = list(map(_forms, every))
    if not AFTER_A_WORD.isdisjoint(every):
        for at, word in enumerate(every):
            if word in AFTER_A_WORD:
                found[at] = forms(word, every[at - 1] if at else "")
    return list(chain.from_iterable(found))


def words(text: str) -> list[str]:
    """The words of a text as it writes them, dashes and quotation marks made even and Greek letters named."""
    text = text[:MOST_TEXT]
    even = text if text.isascii() else named(fold(text).text)
    return [word for word in WORD.findall(even) if len(word) <= LONGEST_COMPOUND]


def named(text: str) -> str:
    """Greek letters by their names, parted from letters beside them by hyphens; `μg` is `ug`."""
    if _GREEK.search(text) is None:
        return text
    return _GREEK.sub(_name, _MICRO.sub("u", text))


def _name(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    name = GREEK[found.group()]
    before = "-" if start and text[start - 1].isalnum() else ""
    after = "-" if end < len(text) and text[end].isalpha() and not _GREEK.match(text[end]) else ""
    return before + name + after


def forms(word: str, before: str = "") -> tuple[str, ...]:
    """The terms of one word, the most telling first; none for a stop word. `before` is the word before it."""
    if word in ROMAN and before.lower().rstrip("s") in NUMBERED:
        return (ROMAN[word], word.lower()) if len(word) > 1 else (ROMAN[word],)
    if word == "A" and before[-1:].islower() and before.lower() not in STOP:
        return ("a",)  # hepatitis A, vitamin A
    return _forms(word)


def parts(text: str, whole: bool) -> list[tuple[str, ...]]:
    """The terms of each word of a text; of compounds those of the whole, or those of each part on its own."""
    made: list[tuple[str, ...]] = []
    before = ""
    for word in words(text):
        for one in ["".join(divided(word))] if whole else divided(word):
            made.append(forms(one, before))
            before = one
    return [found for found in made if found]


def divided(word: str) -> list[str]:
    """The parts of a compound; a word with a possessive ending is one."""
    if "-" not in word and "'" not in word:
        return [word]
    return (word[:-2] if word[-2:] in ("'s", "'S") else word).replace("'", "-").split("-")


@lru_cache(maxsize=262_144)
def _forms(word: str) -> tuple[str, ...]:
    pieces = divided(word)
    if len(pieces) == 1:
        return _simple(pieces[0])
    made = _simple("".join(pieces)) if len(pieces) <= MOST_PARTS else ()
    made += tuple(term for piece in pieces for term in _simple(piece))
    return tuple(dict.fromkeys(made))


def _simple(word: str) -> tuple[str, ...]:
    """The terms of letters and digits without a hyphen."""
    lower = word.lower()
    if len(word) > LONGEST or (lower in STOP and not _acronym(word)):
        return ()
    if lower.isalpha():
        made = _key(stem(lower))
        return _distinct(_key(lower) if _acronym(word) else made, root(made))
    if lower[0].isdigit():
        found = _NUMBER_UNIT.fullmatch(lower)
        if found is not None and found[2] in UNITS:
            return found[1], found[2]
        return (lower.replace(",", ""),)
    letters = _GENE.match(lower)
    return (lower, letters.group()) if letters is not None else (lower,)


def _key(word: str) -> str:
    return word_key(word).lower()  # letters of mathematics lose their style, and then their case


def _acronym(word: str) -> bool:
    """Two to six capitals: `WHO` is not `who`, and the s of `KRAS` is no plural."""
    return 2 <= len(word) <= 6 and word.isupper()


def _distinct(first: str, second: str) -> tuple[str, ...]:
    return (first,) if first == second else (first, second)
