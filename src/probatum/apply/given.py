"""Given: what a study gave, and what of its findings is of the very problem it is about."""

from __future__ import annotations

from probatum.model import Appraisal, Finding, Fit, RecordKind
from probatum.text import words


def given_in(appraisal: Appraisal) -> frozenset[str]:
    """What a study gave, in lower case: the drugs of its arms, else those that its title names."""
    given = {arm.drug.lower() for arm in appraisal.study.arms if arm.drug and not arm.control}
    if not given and appraisal.directness.intervention.fit is Fit.OTHER:
        given = {one.strip().lower() for one in appraisal.directness.intervention.words.split(",")}
    return frozenset(given - {""})


def its_own(appraisal: Appraisal, finding: Finding) -> bool:
    """Whether a finding is of the very problem that a source elsewhere is about: there it is no harm."""
    own, told = (words.stems(t.replace("ae", "e")) for t in (appraisal.directness.population.words, finding.outcome))
    return bool(own) and own <= told and appraisal.record.kind is not RecordKind.LABEL
