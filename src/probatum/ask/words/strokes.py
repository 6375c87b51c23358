"""Strokes: two medicines with a stroke between them that are one combination, `sacubitril/valsartan`."""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_PAIR: Final = caseless(r"(?<![\w/-])(?P<one>[a-z]{5,24}) ?/ ?(?P<two>[a-z]{5,24})(?![\w/-])")


def read_combined(draft: Draft, vocabulary: Vocabulary) -> None:
    """Write the name of the combination for its two parts, where there is one of that name."""
    for found in reversed(list(_PAIR.finditer(draft.text))):
        both = f"{found['one']} and {found['two']}".lower()
        if any(term.semantic == "drug" and term.label.lower() == both for term in vocabulary.lookup(both)):
            draft.replace(found.start(), found.end(), both, "shorthand", "the name of a combination")
