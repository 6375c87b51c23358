"""The parts of a question in a record: population, intervention, comparator and outcome, each with the words found."""

from __future__ import annotations

from probatum.appraise.parts.outcomes import outcome
from probatum.appraise.parts.people import branch, focus_of, population, wider
from probatum.appraise.parts.treatment import comparator, intervention
from probatum.appraise.parts.wordings import CONDITIONS, demographic, word_set

__all__ = [
    "CONDITIONS",
    "branch",
    "comparator",
    "demographic",
    "focus_of",
    "intervention",
    "outcome",
    "population",
    "wider",
    "word_set",
]
