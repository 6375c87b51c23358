"""Whether the outcome asked about is reported, or only a near one."""

from __future__ import annotations

from probatum.appraise import abbreviations, matching
from probatum.appraise.matching import Zone
from probatum.appraise.parts.wordings import NOTHING, element
from probatum.model import Fit, Match, Question, Record, Role, SectionRole
from probatum.vocabulary.outcomes import composites_of


def outcome(question: Question, record: Record, zones: tuple[Zone, ...]) -> Match:
    """Whether the outcome asked about is reported, or only a near one."""
    asked = question.having(Role.OUTCOME)
    if not asked:
        return NOTHING
    wanted = [name for c in asked for name in abbreviations.names(c, question, record, kinds=True)]
    found = [h for h in matching.hits(wanted, zones) if not matching.absent(h)]
    own = [h for h in found if matching.role(record, h) is not SectionRole.BACKGROUND]
    if own:
        return element(Fit.DIRECT, own, record)
    whole = [h for c in asked for h in matching.hits(composites_of(c.label), zones)]
    whole = [h for h in whole if matching.role(record, h) is not SectionRole.BACKGROUND]
    if whole:  # a composite that counts it among others
        return element(Fit.RELATED, whole, record)
    near = [h for c in asked for h in matching.hits(c.near, zones)]
    near = [h for h in near if matching.role(record, h) is not SectionRole.BACKGROUND]
    if near:
        return element(Fit.OTHER, near, record)
    return element(Fit.RELATED, found, record) if found else NOTHING
