"""Directness and Appraisal: how a record bears on the question, and all that was read out of it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from probatum.model.finding import Directive, Finding
from probatum.model.record import Record, SectionRole
from probatum.model.span import Span
from probatum.model.study import Study


class Fit(StrEnum):
    """How one part of the question is met by a record."""

    DIRECT = "direct"
    RELATED = "related"
    OTHER = "other"
    UNSTATED = "unstated"


class Match(msgspec.Struct, frozen=True):
    """How one part of the question (population, intervention, ...) is met, with the words it was seen in."""

    fit: Fit = Fit.UNSTATED
    words: str = ""
    spans: tuple[Span, ...] = ()


class About(StrEnum):
    """What a record is for in an answer."""

    QUESTION = "question"
    ALTERNATIVE = "alternative"
    """Same population and outcome, another intervention."""
    SAFETY = "safety"
    """Label or study of the same intervention in another population."""
    BACKGROUND = "background"
    """Natural history of the same population."""
    NONE = "none"


class Directness(msgspec.Struct, frozen=True):
    """How directly a record bears on the question."""

    population: Match = Match()
    intervention: Match = Match()
    comparator: Match = Match()
    outcome: Match = Match()
    covers: float = 0.0
    """Share of the question's terms found in the record, weighted by their rarity (0 to 1)."""
    relevant: bool = False
    about: About = About.NONE
    note: str = ""
    """One clause saying how it differs (`in spinal and bulbar muscular atrophy`); empty when direct."""


class Appraisal(msgspec.Struct, frozen=True):
    """One record, appraised against one question."""

    record: Record
    study: Study
    directness: Directness
    findings: tuple[Finding, ...] = ()
    directives: tuple[Directive, ...] = ()
    results: tuple[Span, ...] = ()
    """Result-bearing sentences, for quoting where no finding could be read."""
    conclusions: tuple[Span, ...] = ()
    """The authors' conclusion sentences."""
    score: float = 0.0
    """Retrieval score."""
    found_by: tuple[str, ...] = ()
    """Names of the queries that found it."""


class ToldSentence(msgspec.Struct, frozen=True):
    """A sentence of an abstract, its role, and how probably it tells what is asked."""

    span: Span
    role: SectionRole
    worth: float
    """Log odds; only sentences of one abstract are compared by it."""


class Telling(msgspec.Struct, frozen=True):
    """What an abstract tells of a question: its sentences, best first, and how much of the question it names."""

    sentences: tuple[ToldSentence, ...] = ()
    cover: float = 0.0
    """Share of the question's subject that the fullest sentence names, weighted by rarity (0 to 1)."""
    named: float = 0.0
    """The share that all sentences name, words used alike among them."""
    asked: int = 0
    """Words of the question that name its subject."""
    exact: float = 0.0
    """The share that they name in the question's own words."""
