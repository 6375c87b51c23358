"""Same again: a name in brackets behind a medicine that is another name of it, `hydroxyurea (hydroxycarbamide)`.

Two names of one medicine are no two medicines, and what stands in brackets is not taken besides.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention, Vocabulary

_BRACKET: Final = caseless(r" ?\((?P<inside>[a-z][a-z -]{2,30}(?:(?:/|, ?| or )[a-z][a-z -]{2,30}){0,3})\)")
_APART: Final = re.compile(r"/|,| or ", re.IGNORECASE)
_WHY: Final = "another name of the same medicine"


def read_same(draft: Draft, vocabulary: Vocabulary) -> None:
    """Take out brackets that hold nothing but other names of the medicine before them."""
    drugs = {m.end: m for m in vocabulary.find(draft.text) if m.term.semantic == "drug"}
    for found in reversed(list(_BRACKET.finditer(draft.text))):
        drug = drugs.get(found.start())
        if drug is not None and _same(found["inside"], drug, vocabulary):
            draft.assume("same medicine", found["inside"], draft.text[drug.start : drug.end], _WHY)
            draft.text = draft.text[: found.start()] + draft.text[found.end() :]


def _same(inside: str, drug: Mention, vocabulary: Vocabulary) -> bool:
    """Whether every name is one of the medicine."""
    names = (name.strip() for name in _APART.split(inside))
    return all(any(term.id == drug.term.id for term in vocabulary.lookup(name)) for name in names)
