"""Clipped drug names: `clopi`, `amitrip`, `azithro`, the first letters of one drug that is in use.

A clipping is read before spelling: `tica` is nearer to `time` than to `ticagrelor` by edits, but nobody asks about
`time vs close`. It must begin the name of one drug that clinicians use, or of one that papers name far more often than
any other; between two that are as usual the clipping says nothing, and stays as it was typed.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

LETTERS_LEFT: Final = 3
"""Letters that a clipping leaves off at least: `quinin` is a slip, of quinine or of quinone, and is read as one."""
MET: Final = 5
"""Documents from which on a name that the vocabulary holds counts as a word: `spiro` stands in names of chemistry."""
MUCH_MORE: Final = 3
"""Times as often as the next drug a drug must be named in papers to be meant."""
_WORD: Final = expression(r"(?<![\w'/-])[A-Za-z]{4,11}(?![\w'/])")


def read_clipped(draft: Draft, vocabulary: Vocabulary) -> None:
    """Write out clipped names of drugs."""
    for found in reversed(list(_WORD.finditer(draft.text))):
        typed = found[0].lower()
        if typed in _MEASURED and _FIGURE.match(draft.text, found.end()):
            draft.replace(found.start(), found.end(), _MEASURED[typed], "abbreviation", "a figure stands behind it")
            continue
        if _is_word(typed, vocabulary):
            continue
        drug = clipped(typed, vocabulary)
        seldom = vocabulary.documents(drug) < SELDOM if drug else True
        if seldom and _DENIED.search(draft.text[max(0, found.start() - 12) : found.start()]):
            continue  # what is denied is a finding, `no perf`, and no medicine that nobody takes
        if drug and not _is_slip(typed, drug, vocabulary):
            draft.replace(found.start(), found.end(), drug, "drug", "the first letters of this drug's name")


_DENIED: Final = expression(r"\b(?:[Nn]o|[Ww]ithout|not) $")
_MEASURED: Final = {"creat": "creatinine", "bili": "bilirubin", "trop": "troponin", "chol": "cholesterol"}
"""Clipped names of what is measured, where a figure stands behind them."""
_FIGURE: Final = expression(r"\s*(?:(?:is|was|of|at|now|=|:)\s*){0,2}[<>]?\d")


def _is_word(word: str, vocabulary: Vocabulary) -> bool:
    terms = vocabulary.lookup(word)
    named = terms and vocabulary.documents(word) >= MET
    named = named or any(t.semantic == "drug" and t.label.lower() == word for t in terms)  # `lutein` clips nothing
    return vocabulary.is_english(word) or bool(named) or bool(vocabulary.abbreviations(word))


USUAL: Final = 100
"""Documents of a word that everybody writes."""
SELDOM: Final = 20
"""Documents below which a medicine is seldom meant by a few letters."""


def _is_slip(word: str, drug: str, vocabulary: Vocabulary) -> bool:
    """Whether it is sooner a word that everybody writes with a letter left out (`evry`) than the start of a seldom
    medicine."""
    if vocabulary.documents(drug) >= SELDOM:
        return False
    near = (s.name for s in vocabulary.suggest(word, kinds=("word", "medical")) if len(s.name) == len(word) + 1)
    whole = (n for n in near if any(n[:at] + n[at + 1 :] == word for at in range(len(n))))
    return any(vocabulary.documents(name) >= USUAL for name in whole)


@lru_cache(maxsize=2048)
def clipped(word: str, vocabulary: Vocabulary) -> str:
    """The drug whose name begins with a word, where one alone is meant; empty otherwise."""
    named: dict[tuple[str, ...], Counter[str]] = {}
    for name in vocabulary.drugs_beginning(word):
        base = vocabulary.base_of(name)
        if base and len(name) >= len(word) + LETTERS_LEFT:  # foreign endings and salts of a drug are that drug
            named.setdefault(base, Counter())[name] += vocabulary.documents(name)
    ranked = sorted(named.values(), key=lambda names: -names.total())[:2]
    if not ranked or (len(ranked) > 1 and ranked[0].total() < MUCH_MORE * max(1, ranked[1].total())):
        return ""
    return max(ranked[0], key=lambda name: (ranked[0][name], -len(name), name))
