"""Whom studied: the people of a study that the question names by no word of theirs, said where its dose or result is
told: what was given in severe COVID-19 is read as the dose in pneumonia otherwise."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.model import Appraisal, Span
from probatum.text import words
from probatum.text.expressions import caseless, expression

MOST: Final = 8
"""Words of people that are told; longer ones are for the table."""
_CALLED: Final = caseless(r"(?:adults?|patients?|people|persons?|participants?|children|women|men)\b")


def people(appraisal: Appraisal, context: Context) -> tuple[str, tuple[Span, ...]]:
    """`patients with severe COVID-19`, with its span; empty where the question names them, or where it is said already
    that they are others."""
    told = appraisal.study.population
    if told is None or appraisal.directness.note or appraisal.study.design.synthesis:
        return "", ()
    said = " ".join(told.value.split())
    if not _CALLED.match(said) or len(said.split()) > MOST or any(mark in said for mark in ",;()"):
        return "", ()
    if not _HAVE.search(said) or _named(appraisal, said, context):
        return "", ()
    return " ".join(word if _ABBREVIATED.search(word) else word.lower() for word in said.split()), (told.span,)


_HAVE: Final = caseless(r"\b(?:with|who have|after|on) \w")
_ILL: Final = ("condition", "symptom", "procedure")
_ABBREVIATED: Final = expression(r"[A-Z].*[A-Z]")


def _named(appraisal: Appraisal, said: str, context: Context) -> bool:
    """Whether an illness of the question stands in the words for the people or in the title."""
    told = words.parted(f"{said} ; {appraisal.record.title}")
    every = (c for c in context.question.concepts if c.semantic in _ILL)
    names = (words.stems(name) for c in every for name in (c.text, c.label, *c.synonyms))
    return any(own and own <= told for own in names)
