"""With or without: a study of people with one illness, some of whom have the other that is asked about.

A trial in `chronic kidney disease, with or without type 2 diabetes` is of somebody who has both, whichever of them the
question names as what is to be treated. Of somebody who has only the second it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.appraise.matching import Hit, Zone
from probatum.model import Question, Role, SectionKind
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary import Term

_TAKES_IN: Final = caseless(
    r"\b(?:with (?:or|and) without|whether or not (?:they (?:had|have)|with)|(?:regardless|irrespective) of"
    r"(?: the presence of)?) (?P<what>[^.;,()]{3,60})"
)
_KIDNEYS: Final = caseless(r"\bCKD(?=\b|\d)|\bchronic (?:kidney|renal) (?:disease|failure|insufficiency)\b")


def places(question: Question, wanted: Sequence[str], studied: Sequence[Term], zones: Sequence[Zone]) -> list[Hit]:
    """Where a record says that some of its people have what is asked about, if the patient has the illness of all of
    them; empty else."""
    if not any(_has(question, term) for term in studied):
        return []
    names = [own for name in wanted if (own := words.stems(name))]
    wider = [own for c in question.having(Role.POPULATION) for name in c.broader if (own := words.stems(name))]
    found: list[Hit] = []
    for zone in zones:
        if zone.section.kind not in (SectionKind.TITLE, SectionKind.ABSTRACT):
            continue
        for one in _TAKES_IN.finditer(zone.section.text):
            said = words.stems(one["what"])
            if any(own <= said for own in names) or said in wider:
                found.append(Hit(zone, *one.span("what")))
    return found


def _has(question: Question, term: Term) -> bool:
    """Whether the patient is told to have an illness: among what is told beside, or by a stage of kidney disease."""
    patient = question.patient
    names = [own for name in (term.label, *term.synonyms) if (own := words.stems(name))]
    if any(own <= words.stems(told) for told in patient.conditions for own in names):
        return True
    return bool(_KIDNEYS.search(term.label) and _KIDNEYS.search(f"{patient.kidney} {question.read}"))
