"""Names stay whole while syntax is read: the `with` of `otitis media with effusion` opens no part of the question."""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.pico.pico import Part, Pico
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_INNER: Final = expression(r"\s(?:with|without|in|of|for|to|by|on|or|after|and)\s|\sv\b", re.IGNORECASE)
_NAMED: Final = ("condition", "symptom", "drug", "procedure", "test")


def masked(text: str, vocabulary: Vocabulary) -> str:
    """The text, as long as it was, with the blanks inside such names filled."""
    for mention in vocabulary.find(text):
        name = text[mention.start : mention.end]
        if mention.term.semantic in _NAMED and _INNER.search(name):
            text = text[: mention.start] + name.replace(" ", "_") + text[mention.end :]
    return text


def unmasked(pico: Pico) -> Pico:
    """The parts with their blanks."""
    return pico._replace(
        population=_as_in(pico.population),
        intervention=_as_in(pico.intervention),
        comparator=_as_in(pico.comparator),
        outcome=_as_in(pico.outcome),
    )


def _as_in(one: Part) -> Part:
    return one._replace(text=one.text.replace("_", " ")) if "_" in one.text else one
