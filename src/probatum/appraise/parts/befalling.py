"""Befalling: an illness that a study only counts in people who have another says nothing of how to treat it.

`Mild tinnitus was reported by 2 people with A` is no answer to what helps with tinnitus, nor is a trial in high blood
pressure that counted kidney injuries one to what treats those.
"""

from __future__ import annotations

from typing import Final

from probatum.appraise import abbreviations, matching
from probatum.appraise.matching import Hit, Zone
from probatum.appraise.parts import counting, preventing
from probatum.appraise.parts.wordings import CONDITIONS, demographic
from probatum.model import Intent, Question, Record, RecordKind, Role, SectionKind, SectionRole, Study
from probatum.text.expressions import caseless

_ADVICE: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)
_TAKEN_IN: Final = (SectionRole.METHODS, SectionRole.OBJECTIVE)
_HAS: Final = caseless(
    r"(?<!difference )(?<!differences )\b(?:in|with|among|amongst|have|has|had|having|for|of|after|from"
    r"|treat(?:s|ed|ing|ment of)?|manage(?:s|d|ment of)?) (?:(?!with |for |of |in )[\w-]+,? ){0,3}$"
)
"""What stands before an illness that people have, or that is treated."""
_EASED: Final = caseless(
    r"\b(?:reliev\w+|eas(?:e|es|ed|ing)|improv\w+|reduc\w+|lower\w*|less|fewer|decreas\w+|better|shorte\w+|resol\w+"
    r"|treat\w*|help\w*|cure[sd]?|respon\w+|effect)\b"
)


def only_befalls(question: Question, record: Record, study: Study, zones: tuple[Zone, ...]) -> bool:
    """Whether a study names what is to be treated only as what befell its people, whom something else had brought
    there. Asked of questions on what to give that name no treatment; a label or a guideline is not counted."""
    if record.kind in _ADVICE or question.intent is not Intent.THERAPY or question.having(Role.INTERVENTION):
        return False
    if preventing.ASKED.search(question.read):
        return False
    ill = [
        c
        for c in (*question.having(Role.POPULATION), *question.having(Role.OUTCOME))
        if c.semantic in CONDITIONS and not demographic(c)
    ]
    found = [
        (concept.semantic == "symptom", hit)
        for concept in ill
        for hit in matching.hits(abbreviations.names(concept, question, record, kinds=True), zones)
        if not matching.absent(hit, who=True)
    ]
    return bool(found) and not any(_had(hit, record, study, eased=eased) for eased, hit in found)


def _had(hit: Hit, record: Record, study: Study, *, eased: bool) -> bool:
    """Whether a place tells that people have it: the title, the words for the people, or a sentence by its words."""
    if hit.zone.section.kind is SectionKind.TITLE:
        return True
    people = study.population.span if study.population else None
    named = people and people.section == hit.zone.section.id and people.start <= hit.start < people.end
    if named and not counting.of_kin(hit):
        return True
    if counting.counted(hit):
        return False
    start, end = matching.sentence_around(hit)
    if eased and _EASED.search(hit.zone.section.text[start:end]):
        return True
    return _HAS.search(counting.before(hit)) is not None or matching.role(record, hit) in _TAKEN_IN
