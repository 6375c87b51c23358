"""Torn words: `post partum haemorrhage`, `pre eclampsia`, `anti coagulant`: a prefix typed apart from its word.

The pieces are known by themselves or look like it, so spelling leaves them; but it is the whole word that names what is
meant, and without it a bleed after birth is read as any bleed.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

MET: Final = 10
"""Documents from which on the whole word counts as one."""
_TORN: Final = expression(
    r"(?<![\w'-])(?P<prefix>anti|hyper|hypo|inter|intra|peri|post|pre|sub|supra) (?P<rest>[a-z]{4,20})(?![\w'])",
    re.IGNORECASE,
)


_MARKS: Final = ",.;:?!)"


def read_torn(draft: Draft, vocabulary: Vocabulary) -> None:
    """Put prefixes to their words where only the whole is a word, or is a name of its own (`post stroke` is none)."""
    for found in reversed(list(_TORN.finditer(draft.text))):
        whole = found["prefix"] + found["rest"]
        after = draft.text[found.end() :].split(maxsplit=1)[:1]
        named = bool(after) and bool(vocabulary.lookup(f"{whole} {after[0].strip(_MARKS)}".lower()))
        if named or is_whole(whole.lower(), found["rest"].lower(), vocabulary):
            draft.replace(found.start(), found.end(), whole, "spelling", "one word that was torn apart")


def is_whole(whole: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether a word with its prefix is more of a word than without, or names something else."""
    if vocabulary.documents(whole) < MET:
        return False
    own = {term.id for term in vocabulary.lookup(whole)} - {term.id for term in vocabulary.lookup(rest)}
    return bool(own) or vocabulary.documents(whole) > vocabulary.documents(rest)
