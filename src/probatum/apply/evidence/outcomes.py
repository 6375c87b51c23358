"""Outcomes: the findings on one outcome, told together, and what is asked of such a group or of one of its findings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply.evidence import likeness, own_trial
from probatum.model import (
    Appraisal,
    Certainty,
    Concept,
    Direction,
    Finding,
    Intent,
    Measure,
    OutcomeRole,
    Pooled,
    Question,
    RecordStatus,
    Role,
    Study,
)
from probatum.text import words
from probatum.text.expressions import expression

IMPORTANT: Final = (
    *("death", "mortality", "survival", "quality", "pain", "function", "hospital", "disab", "blind"),
    *("stroke", "infarct", "cardiovascular", "embol", "thrombo", "fractur", "amput", "dialysi"),
)
"""How stems of outcomes begin that matter to patients whatever was asked: how long and how well they live, and the
events that end that."""
NO_ORGAN: Final = words.stems("disease disorder syndrome acute chronic illness people patients with")
PREVENTS: Final = expression(r"\b(?:prevent\w*|prophyla\w*)\b", re.IGNORECASE)
"""Words of a question about what is not there yet."""


class Told(msgspec.Struct, frozen=True):
    """A finding with the appraisal it comes from."""

    appraisal: Appraisal
    finding: Finding


class OutcomeGroup(msgspec.Struct, frozen=True):
    """All findings on one outcome, best evidence first."""

    name: str
    items: tuple[Told, ...]
    asked: bool = False
    """True when the question names this outcome."""
    certainty: Certainty | None = None
    pooled: Pooled | None = None
    """The studies taken together, where that gives a result."""

    @property
    def records(self) -> tuple[str, ...]:
        """Identifiers of the records, in order, each once."""
        return tuple(dict.fromkeys(item.finding.record for item in self.items))


_OF_ILLNESS: Final = expression(
    r"\b(?:deaths?|mortality|died|infarctions?|strokes?|pre-?eclampsia|eclampsia|relapses?|recurrences?"
    r"|hospitali[sz]ations?|exacerbations?|attacks?|progression)\b(?!.*\badverse)",
    re.IGNORECASE,
)
"""Outcomes that trials count to see whether a treatment helps."""
_DEATH: Final = expression(r"\b(?:deaths?|mortality|died|dying)\b(?!.*\badverse)", re.IGNORECASE)
_STOPPED: Final = expression(r"\b(?:discontinu\w*|withdrawals?|stopp\w*|dropp\w*|tolerab\w*)\b", re.IGNORECASE)
_TOLERATED: Final = expression(r"\btolera\w+|\b(?:stop|quit|give up|drop out|discontinu\w+)\b", re.IGNORECASE)


def is_harm(question: Question, finding: Finding) -> bool:
    """Whether a finding is of a harm, and not of the very problem that is treated."""
    if question.intent in (Intent.HARM, Intent.INTERACTION):
        return finding.harm
    if not finding.harm and not _brings_ill(finding):
        return False
    if _DEATH.search(finding.outcome):
        return False  # an outcome of its own, whichever way it went
    if finding.outcome_role is OutcomeRole.PRIMARY and _OF_ILLNESS.search(finding.outcome):
        return False  # what a trial was made for, such as deaths or attacks of the illness
    if _STOPPED.search(finding.outcome) and _TOLERATED.search(question.read):
        return False  # how many leave which treatment is what is asked
    said = words.stems(finding.outcome)
    asked = (*question.having(Role.OUTCOME), *question.having(Role.POPULATION))
    # Where a kind of bleeding is treated, `death due to bleeding` is what the treatment is for.
    wider = {name for c in asked if c.semantic == "condition" for name in c.broader}
    if wider and any(m.term.label in wider for m in vocabulary.load().find(finding.outcome)):
        return False
    return not any(stems and stems <= said for c in asked for name in c.names if (stems := words.stems(name)))


def _brings_ill(finding: Finding) -> bool:
    """Whether a complaint by its bare name was more frequent, in a trial that was not made for it."""
    if finding.direction is not Direction.HIGHER or finding.outcome_role is OutcomeRole.PRIMARY:
        return False
    own = words.stems(finding.outcome)
    ill = (m for m in vocabulary.load().find(finding.outcome) if m.term.semantic in ("condition", "symptom"))
    return any(own == words.stems(finding.outcome[m.start : m.end]) for m in ill)


def counts_the_ill(question: Question, items: Sequence[Told]) -> bool:
    """Whether an outcome is how many got the illness whose treatment is asked about: that is what prevents it, and says
    nothing of those who have it."""
    if question.intent is not Intent.THERAPY or PREVENTS.search(question.read):
        return False
    ill = [c for c in question.having(Role.POPULATION) if c.semantic == "condition" and not _is_over(c, question.read)]
    names = [words.stems(n) for c in ill for n in c.names]
    return any(_is_illness(i.finding, names) for i in items)


def _is_over(ill: Concept, read: str) -> bool:
    """Whether an illness is told as past, `after a heart attack`: another one is what is to be kept away."""
    names = "|".join(re.escape(name) for name in (ill.text, ill.label))
    return expression(rf"{_PAST}(?:{names})\b", re.IGNORECASE).search(read) is not None


_PAST: Final = (
    r"\b(?:after|following|previous|prior|history of|survived?|post)[ -]"
    r"(?:(?:an?|the|my|his|her|recent|acute|first) )*"
)


_RISK: Final = words.stems("risk rate rates incidence number of new cases")


def _is_illness(finding: Finding, names: Sequence[frozenset[str]]) -> bool:
    """Whether what was counted is an illness by its name, or by its last words where cases were counted (`a cold`)."""
    own = words.stems(finding.outcome) - _RISK
    cases = finding.measure in (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.RISK_DIFFERENCE)
    return bool(own) and (own in names or (cases and any(own <= name for name in names)))


def matters(group: OutcomeGroup) -> bool:
    """Whether an outcome that was not asked about is told all the same: a study's first, or one that matters to
    patients whatever was asked."""
    key = likeness.key(group.name)
    if key.dimension == "progression" or any(s.startswith(IMPORTANT) for s in key.subject):
        return True
    return any(i.finding.outcome_role is OutcomeRole.PRIMARY for i in group.items)


def relevant_findings(question: Question, appraisal: Appraisal) -> tuple[Finding, ...]:
    """The findings of one record, those on the outcome asked about first, harms and impossible figures left out."""
    usable = [f for f in appraisal.findings if not is_harm(question, f) and not f.problems and f.outcome]
    return tuple(sorted(usable, key=lambda f: (likeness.asked(question, f.outcome), f.measure is Measure.P_ONLY)))


def graded_studies(group: OutcomeGroup) -> tuple[Study, ...]:
    """The studies that the group's certainty rests on, each once; all of them where none was graded."""
    every: dict[str, Study] = {}
    for item in group.items:
        study = item.appraisal.study
        every[study.record] = study if every.get(study.record, study) == study else own_trial.of_neither(study)
    held = group.certainty.records if group.certainty else ()
    return tuple(study for record, study in every.items() if record in held) or tuple(every.values())


def replaced(group: OutcomeGroup) -> str:
    """Said where every source of an outcome is a version that a newer one has replaced."""
    old = all(i.appraisal.record.status is RecordStatus.SUPERSEDED for i in group.items)
    return "; superseded by a newer version" if group.items and old else ""


def shared_note(group: OutcomeGroup) -> str:
    """How all studies of an outcome differ from the question: it is said once, and in full where they differ alike."""
    notes = {i.appraisal.directness.note for i in group.items}
    if len(notes) == 1:
        return next(iter(notes))
    return "" if "" in notes or not notes else "in people other than those asked about"
