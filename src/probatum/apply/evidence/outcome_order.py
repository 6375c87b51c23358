"""Outcome order: which findings of an outcome, and which outcomes, are told first."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.apply.evidence import arms, likeness, standing, surrogates
from probatum.apply.evidence.likeness import ANOTHER, Near
from probatum.apply.evidence.outcomes import IMPORTANT, NO_ORGAN, OutcomeGroup, Told, counts_the_ill
from probatum.model import Finding, Fit, Measure, Question, Record, Role, SectionKind
from probatum.text import words


def weight(item: Told) -> tuple[int, int, int, float]:
    """Sort key of a finding: pooled and randomised first, then those with a figure, then larger studies."""
    study = item.appraisal.study
    rank = 0 if study.design.synthesis and item.finding.estimate else 1 if study.design.randomised else 2
    return (rank, 0 if item.finding.measure is not Measure.P_ONLY else 1, -(study.n or 0), -item.appraisal.score)


_ROLES: Final = ("primary", "", "component", "secondary", "subgroup", "post hoc")
"""How an outcome stands in its trial, the most telling first (`apply.evidence.standing`)."""


class Place(NamedTuple):
    """Where an outcome stands among those that are told: the first field in which two differ decides, and the lower one
    comes first. What speaks for an outcome is therefore counted below nought."""

    counts_the_ill: bool
    not_asked: bool
    of_other_people: bool
    illnesses_missed: int
    """How many of several illnesses of the people asked about its nearest study does not speak of."""
    rank: int
    """How near it is to what was asked (`likeness.Near`)."""
    words_of_question: int
    names_nothing_asked: bool
    """Whether it has no word of what the question names besides its parts."""
    says_nothing_of_it: bool
    """Whether each finding compares something else, or has what was asked about as its comparator."""
    unasked_surrogate: bool
    """Whether it is a value in the blood that nobody asked for."""
    role: int
    """How it stands in its trial: the outcome that was planned first comes before afterthoughts."""
    words_besides: int
    minor: bool
    """Whether it is none that matters to patients whatever was asked."""
    words_of_illness: int
    studies_with_figures: int
    in_doubt: bool
    """Whether a finding of it detected nothing."""
    studies: int
    without_figures: bool
    told_before: int
    """How many other outcomes its reports tell before it."""
    name: str


def place(group: OutcomeGroup, near: Near, question: Question) -> Place:
    """Sort key of an outcome: what was asked, the nearest first; what says something of it; a trial's first outcome
    before afterthoughts; what matters to patients; then studies with figures and results that agree.
    """
    stems = likeness.key(group.name).subject
    planned = [i for i in group.items if i.appraisal.study.design.randomised] or group.items  # a review plans nothing
    # One kind of what was asked about (`haemorrhagic stroke`) is no nearer to it than a composite that names it.
    rank = (near.rank or int(near.further > 0)) if group.asked else ANOTHER.rank
    not_asked = rank >= ANOTHER.rank
    named = _named_besides(question) | (_of_outcome(question) if not_asked else frozenset())
    figures = {i.finding.record for i in group.items if i.finding.measure is not Measure.P_ONLY}
    return Place(
        counts_the_ill=counts_the_ill(question, group.items),
        not_asked=not_asked,
        of_other_people=any(i.appraisal.directness.population.fit is Fit.RELATED for i in group.items),
        illnesses_missed=min((_missed(i.appraisal.record, question) for i in group.items), default=0),
        rank=rank,
        words_of_question=-len(stems & _in_question(question)),
        names_nothing_asked=not stems & named,
        says_nothing_of_it=all(_says_nothing(i.finding, question) for i in group.items),
        unasked_surrogate=not group.asked and surrogates.unasked(group.name, question),
        role=min((_ROLES.index(standing.planned(i.finding, i.appraisal)) for i in planned), default=len(_ROLES)),
        words_besides=near.further,
        minor=not any(s.startswith(IMPORTANT) for s in stems),
        words_of_illness=-len(stems & _of_organ(question)),
        studies_with_figures=-len(figures),
        in_doubt=any(i.finding.significant is False for i in group.items),
        studies=-len(group.records),
        without_figures=not figures,
        told_before=min(standing.place(i.finding, i.appraisal) for i in planned),
        name=group.name,
    )


def _missed(record: Record, question: Question) -> int:
    """How many of several illnesses asked about a record does not name: a trial in the one says nothing of people who
    have both."""
    ill = [c for c in question.having(Role.POPULATION) if c.semantic == "condition"]
    if len(ill) < _SEVERAL:
        return 0
    told = _about(record)
    names = ([own for name in c.names if (own := words.stems(name))] for c in ill)
    return sum(not any(own <= told for own in each) for each in names)


_SEVERAL: Final = 2


@lru_cache(maxsize=256)
def _about(record: Record) -> frozenset[str]:
    """The stems of what a record is about: its title and abstract."""
    about = (s.text for s in record.sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))
    return words.stems(" ".join((record.title, *about)))


def _says_nothing(finding: Finding, question: Question) -> bool:
    """Whether a finding compares neither of the choices asked about, or what was asked about is its comparator, or
    what one of the choices added to the other."""
    compared = arms.stand(finding, question)
    aside = compared.turned or (compared.added and arms.choices(question))
    return aside or (compared.apart and not arms.of_regimens(finding))


def _named_besides(question: Question) -> frozenset[str]:
    """The words of what a question names besides its parts: of `does A protect the kidneys` the kidneys."""
    besides = (c for c in question.having(Role.OTHER) if c.semantic != "drug" or _is_moved(c.text, question.read))
    besides = (c for c in besides if surrogates.asks_for(c.text, question.read))
    # `79 year old` is no wish for what was measured at 1 year
    short = {a.to.lower(): a.from_ for a in question.assumptions if a.what == "abbreviation"}
    named = (f"{c.text} {c.label} {short.get(c.text.lower(), '')}" for c in besides)
    return frozenset(s for name in named for s in words.stems(name)) - NO_ORGAN - _AT_LARGE


def _is_moved(name: str, read: str) -> bool:
    """Whether a question asks how the level of something moves: `does A lower TSH`."""
    return (
        re.search(rf"\b(?:lower|rais|reduc|increas|improv|chang|affect)\w* (?:the )?{re.escape(name)}\b", read, re.I)
        is not None
    )


_AT_LARGE: Final = NO_ORGAN | words.stems(
    "events outcomes risk rate change long term month week year day severe major primary any all first new high low"
)


def _in_question(question: Question) -> frozenset[str]:
    """The words of a question without those of its people, treatments and of outcomes at large: `cardiovascular death`
    that was asked for is told before death from any cause, though only death was read as the outcome."""
    given = (c for c in question.concepts if c.role is not Role.OUTCOME)
    away = frozenset(s for c in given for name in c.names for s in words.stems(name))
    return words.stems(question.read) - away - _AT_LARGE


def _of_outcome(question: Question) -> frozenset[str]:
    """The words of an illness that is asked about as an outcome: of `does A slow kidney disease` the kidney."""
    ill = (c for c in question.having(Role.OUTCOME) if c.semantic == "condition")
    return frozenset(s for c in ill for name in c.names for s in words.stems(name)) - NO_ORGAN


def _of_organ(question: Question) -> frozenset[str]:
    """The words of the illness asked about: `kidney failure` is nearer to kidney disease than a heart attack."""
    ill = (c for c in question.having(Role.POPULATION) if c.semantic == "condition")
    return frozenset(s for c in ill for name in c.names for s in words.stems(name)) - NO_ORGAN
