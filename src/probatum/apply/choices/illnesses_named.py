"""Illnesses named: whether a source is on the illness that is asked about, by its title."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.model import Appraisal, Role

_ILL: Final = ("condition", "symptom")
MOST: Final = 8
"""Synonyms of an illness by which a title is known."""


def titled(source: Appraisal, context: Context) -> bool:
    """Whether the title of a source names an illness or complaint that the question is about."""
    ill = [c for c in context.question.concepts if c.semantic in _ILL and c.role in (Role.POPULATION, Role.OUTCOME)]
    names = tuple((c.label, c.text, *c.synonyms[:MOST]) for c in ill)
    return bool(names) and fitting.names_one(source.record.title, names)
