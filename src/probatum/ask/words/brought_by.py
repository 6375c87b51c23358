"""Brought by: a complaint that a medicine brought, by the name that advice has for it.

`constipation from morphine, which laxative` is opioid-induced constipation, for which other laxatives are advised than
for any other. Read so only where something for it is asked: how often a medicine does it is another question.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention, Term, Vocabulary
from probatum.vocabulary.classes import classes_of, members

_FROM: Final = caseless(
    r",? (?:that is |which is )?(?:from|caused by|due to|because of|secondary to|brought on by|induced by|on|with"
    r"|(?:after|since)(?: (?:starting|taking))?) (?:(?:my|his|her|the|their|taking|regular|long[- ]term|high[- ]dose"
    r"|oral|some) ){0,2}"
)
_MADE: Final = caseless(r"[- ](?:induced|related|associated) ")
_BARE: Final = caseless(r" ")
"""Between one medicine and a complaint: `morphine constipation`; a class so named is asked of at large."""
_WANTED: Final = caseless(
    r"\b(?:which|what|best|treat\w*|manag\w*|helps?|relie\w+|give|take|prescribe|something for|anything for|ok|safe)\b"
)
_COUNTED: Final = caseless(
    r"\b(?:how (?:common|often|likely|many|long)|risks?|cause[sd]?(?! by)|why|rate|frequency"
    r"|incidence|prevent\w*|avoid)\b"
)
_ILL: Final = ("condition", "symptom")
_WHY: Final = "the medicine that is told of brings it"


def read_brought(draft: Draft, vocabulary: Vocabulary) -> None:
    """Name the complaint as what the medicine that is told of brought."""
    text = draft.text
    if not _WANTED.search(text) or _COUNTED.search(text):
        return
    found = vocabulary.find(text)
    drugs = [m for m in found if m.term.semantic == "drug"]
    ills = [(m.start, m.end, m.term) for m in found if m.term.semantic in _ILL]
    ills += [
        (at, at + len(words), term)
        for words, name in draft.notes  # `constipated` stands in the text as it was typed
        if (at := text.lower().find(words.lower())) >= 0
        for term in vocabulary.lookup(name)[:1]
        if term.semantic in _ILL
    ]
    for start, end, ill in ills:
        for drug in drugs:
            span = _span(start, end, drug, text)
            term = _named(ill, drug, vocabulary) if span else None
            if span and term is not None:
                words = f"{term.label} on {text[drug.start : drug.end]}"
                draft.replace(*span, words, "cause", _WHY)
                return


def _span(start: int, end: int, drug: Mention, text: str) -> tuple[int, int] | None:
    """Where the two stand as a complaint and what brought it; None where they do not."""
    if end <= drug.start and _FROM.fullmatch(text[end : drug.start]):
        return start, drug.end
    between = text[drug.end : start] if drug.end <= start else ""
    if _MADE.fullmatch(between) or (_BARE.fullmatch(between) and not members(drug.term.label)):
        return drug.start, end
    return None


def _named(ill: Term, drug: Mention, vocabulary: Vocabulary) -> Term | None:
    """The complaint as the vocabulary names it when that medicine, or its class, brings it."""
    kinds = (drug.term.label, *classes_of(drug.term.label))
    for kind in (one for name in kinds for one in (name, name.split()[0], name.rstrip("s"))):
        for term in vocabulary.lookup(f"{kind}-induced {ill.label}")[:1]:
            if term.semantic in _ILL and term.label != ill.label:
                return term
    return None
