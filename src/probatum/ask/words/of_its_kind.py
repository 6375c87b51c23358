"""Of its kind: a class that is named by one of its members, `painkillers of the ibuprofen sort`, `a tablet like A`.

Read as the class with the smallest share of members of another sort: for ibuprofen the nonsteroidal
anti-inflammatory drugs, and not all painkillers.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary
from probatum.vocabulary.classes import classes_of, is_class, members

_NOUN: Final = (
    r"(?:pain ?killers?|tablets?|pills?|drugs?|medicines?|medications?|meds|antibiotics?|creams?|inhalers?|treatments?)"
)
_SORT: Final = r"(?:sort|kind|type|family|class|group)"
_BEFORE: Final = caseless(
    rf"\b(?:{_NOUN} )?(?:of|in|from) (?:the |an? )$|\b{_NOUN} (?:like|similar to|related to) (?:an? )?$"
)
_THE: Final = caseless(r"\b(?:the|an?) $")
_BEHIND_OF: Final = caseless(rf"^[- ]{_SORT}s?\b")
_BEHIND: Final = caseless(rf"^[- ](?:type|like|style|kind of) {_NOUN}\b")


def read_kinds(draft: Draft, vocabulary: Vocabulary) -> None:
    """Writes the class for the words that name it by a member."""
    for found in reversed(vocabulary.find(draft.text)):
        label = found.term.label
        if found.term.semantic != "drug" or is_class(label) or not classes_of(label):
            continue
        span = _span(draft.text, found.start, found.end)
        if span is not None:
            draft.replace(*span, narrowest(label), "lay term", "the class that is named by one of its members")


def _span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the whole phrase stands; None where the member stands for itself."""
    before, behind = text[:start], text[end:]
    opens, closes = _BEFORE.search(before), _BEHIND_OF.match(behind)
    if opens is not None and (closes is not None or _LIKE.search(opens[0])):
        return opens.start(), end + (closes.end() if closes else 0)
    if closes is not None and (the := _THE.search(before)) is not None:
        return the.start(), end + closes.end()
    noun = _BEHIND.match(behind)
    return (start, end + noun.end()) if noun is not None else None


_LIKE: Final = caseless(r"\b(?:like|similar to|related to)\b")


def narrowest(name: str) -> str:
    """The class of a medicine that holds the smallest share of members which another sort claims as well."""
    held = classes_of(name)

    def foreign(one: str) -> float:
        every = members(one)
        return sum(not set(classes_of(m)) <= set(held) for m in every) / max(1, len(every))

    return min(held, key=lambda one: (foreign(one), held.index(one)))
