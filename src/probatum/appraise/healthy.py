"""People without the illness: whom a question on `healthy people` or on primary prevention is about.

A trial in people who were ill when they came in says little of them (GRADE's indirectness of population, Guyatt et al.
2011, doi:10.1016/j.jclinepi.2011.04.014), though it gave the same drug and counted the same outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from probatum.model import Fit, Match, Question, Record, SectionKind, Span
from probatum.text.expressions import expression
from probatum.vocabulary import Term

NAME: Final = "healthy people"
_FREE: Final = (
    r"(?:apparently |otherwise )?healthy\b(?! (?:volunteers?|controls?))|\bprimary prevention\b|\bprimary-prevention\b"
    r"|\b(?:no|without|free (?:of|from))(?: (?:a|any|known|prior|previous|established|overt|clinical|evident"
    r"|history of|cardiovascular|atherosclerotic|coronary|heart|vascular|symptomatic))*"
    r" (?:(?:cardio)?vascular|heart|coronary|atherosclerotic)(?: \w+)? ?disease\b"
)
_ASKED: Final = expression(rf"\b{_FREE}", re.IGNORECASE)
_AHEAD: Final = expression(
    r"\b(?:prevent\w*|prevention of|risk of|risk for|without|no|not|free of|against|avoid\w*|incidence of|predict\w*)"
    r"(?: \w+){0,3}\s*$",
    re.IGNORECASE,
)
"""What stands before an illness that people do not have."""


def asked(question: Question) -> bool:
    """Whether a question is about people who do not have the illness."""
    return bool(_ASKED.search(question.read))


def population(record: Record, ill: Iterable[tuple[Term, str, Span]]) -> Match:
    """Whether a record studied such people: direct where it says so, other where its focus names an illness."""
    for section in record.sections:
        if section.kind in (SectionKind.TITLE, SectionKind.ABSTRACT) and (found := _ASKED.search(section.text)):
            return Match(Fit.DIRECT, found[0], (Span(record, section.id, found.start(), found.end()),))
    had = [(said, span) for _, said, span in ill if not _AHEAD.search(_before(span))]
    if not had:
        return Match()
    return Match(Fit.OTHER, ", ".join(dict.fromkeys(s for s, _ in had[:3])), tuple(span for _, span in had[:3]))


def _before(span: Span) -> str:
    text = span.source_section.text
    return text[max(0, span.start - 60) : span.start]
