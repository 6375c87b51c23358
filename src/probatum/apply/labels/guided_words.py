"""Guided words: sentences of guidelines that name a medicine, by its own name or by that of its class.

What a guideline directs of an end, a change or a day of illness stands in its sentences, of which few are directions
that a reader of labels knows.
"""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply.context import Context
from probatum.apply.fitting.years import of_children_alone
from probatum.apply.labels.kinship import kin
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import RecordStatus
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

BY_NAME: Final = 2
BY_CLASS: Final = 1
_OTHER_THAN: Final = caseless(r"\b(?:other than|except(?: for)?|apart from|but not) (?P<out>[^,;.]{3,60})")
_PHRASES: Final = caseless(r",|\b(?:such as|or|and|to)\b")


def named(text: str, drug: str) -> int:
    """How a text names a medicine: by its name, by the name of a class that it is in, or (0) not at all; what it takes
    out (`an SSRI other than A`) it does not name."""
    for out in _OTHER_THAN.finditer(text):
        if _by_name(out["out"], drug):
            return 0
    text = _OTHER_THAN.sub(" ", text)
    if _by_name(text, drug):
        return BY_NAME
    classes = {name.casefold() for name in kin(drug)}
    for found in vocabulary.load().find(text):
        label = found.term.label
        if label.casefold() in classes or drug.casefold() in (m.casefold() for m in members(label)):
            return BY_CLASS
    stems = {words.stems(name) for name in classes}
    return BY_CLASS if any(words.stems(part) in stems for part in _PHRASES.split(text) if part.strip()) else 0


def _by_name(text: str, drug: str) -> bool:
    terms = (t for t in vocabulary.load().lookup(drug) if t.semantic == "drug")
    said = words.stems(text)
    names = (drug, *(n for t in terms for n in (t.label, *t.synonyms)))
    return any(own and own <= said for own in map(words.stems, names))


def sentences(context: Context, tells: re.Pattern[str]) -> list[Salient]:
    """The sentences of the guidelines that were found and hold the words looked for, as they stand."""
    held = (one for one in context.guidelines if one.record.status is not RecordStatus.SUPERSEDED)
    return [
        Salient(source, one.span, 1.0, words.stems(one.span.quote))
        for source in held
        for one in sentences_in(source.record)
        if tells.search(one.span.quote)
        and quotable(one.span)
        and not of_children_alone(one.span.quote, context.question.patient)
    ]
