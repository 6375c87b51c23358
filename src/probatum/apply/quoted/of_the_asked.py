"""Of the asked: whether a source, a sentence or a text names what a question is about.

The words of an illness are shared by many sources. One that nowhere names the medicine, the procedure or the test that
is asked about answers nothing of it, however near its other words are; and an abstract on many harms of one medicine
tells each in a sentence that has most of the words of a question on any of them: `long-term use ... increased risk of
kidney disease`, where fractures were asked about.

A thing is named by any of its names, by those of its members and, of a whole source, by those of its narrow classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.quotable import told_in
from probatum.model import Appraisal, Concept, Intent, Question, Record, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

NOTHING: Final = ("placebo", "placebos", "no treatment")
"""What a medicine is set against to learn whether it does anything."""
WIDEST: Final = 25
"""Members of a class whose name speaks of each of them: what is said of antibiotics is said of no one of them."""
HALF: Final = 0.5
"""Share of the words of a name beyond which a text may speak of it: `cerebral venous thrombosis` of a sinus."""
_KNOWN: Final = ("drug", "procedure", "test")
_TESTS: Final = ("test", "")
_ILL: Final = ("condition", "symptom")
_NAMED: Final = ("condition", "drug")


def things(question: Question) -> tuple[Concept, ...]:
    """The known medicines, procedures and tests that are asked about; a test may be told beside what it looks for."""
    given = [c for c in question.having(Role.INTERVENTION) if c.id and c.semantic in _KNOWN]
    if question.intent is Intent.DIAGNOSIS and not given:
        given = [c for c in question.having(Role.OTHER) if c.id and c.semantic in _TESTS]
    return tuple(c for c in given if c.label.lower() not in NOTHING)


def by_source(appraisal: Appraisal, question: Question) -> bool:
    """Whether a source names one of them, a class it is of or a member of it; True where none is asked about."""
    asked = things(question)
    said = _said(appraisal.record) if asked else frozenset()
    return not asked or any(own <= said for c in asked for own in stems_of(c))


def studied(appraisal: Appraisal, question: Question, told: Span) -> bool:
    """Whether a trial is on one of them, by its title, its arms, what it concludes or the sentence that tells: where
    `exercise` only says how people were tested, nothing is told of what exercise does. True of what is no trial with
    known arms, and where none is asked about."""
    asked, study = things(question), appraisal.study
    if not (asked and study.arms and study.design.randomised):
        return True
    names = [words.parted(name) for arm in study.arms for name in (arm.name, arm.drug, appraisal.record.title)]
    texts = [*names, *(spelled(span) for span in (told, *appraisal.conclusions))]
    return any(own <= text for c in asked for own in stems_of(c) for text in texts)


def by_text(concept: Concept, texts: Iterable[str]) -> bool:
    """Whether one of the texts has all words of one of its names, or of a member of that class."""
    names = {words.unjoined(n) for n in (*concept.names, *members(concept.label))}
    return any(name and name <= said for said in map(words.parted, texts) for name in names)


def by_sentence(concepts: Sequence[Concept], span: Span) -> bool:
    """Whether a sentence names one of some concepts, by a name of it or by its source's own abbreviation."""
    own = spelled(span)
    return any(stems <= own for c in concepts for name in c.names if (stems := words.stems(name)))


@lru_cache(maxsize=256)
def stems_of(concept: Concept) -> frozenset[frozenset[str]]:
    """The stems of each name of a thing, of its narrow classes and its members."""
    narrow = (name for name in classes_of(concept.label) if len(members(name)) <= WIDEST)
    kin = {*members(concept.label), *narrow}
    kin |= {name for one in kin for term in vocabulary.load().lookup(one) for name in term.synonyms}
    return frozenset(own for name in (*concept.names, *kin) if (own := words.unjoined(name)))


@lru_cache(maxsize=512)
def _said(record: Record) -> frozenset[str]:
    return words.parted(" ".join((record.title, *(s.text for s in record.evidence_sections))))


class Aside(NamedTuple):
    """Sentences of one abstract that do not speak of the outcome asked about."""

    unnamed: frozenset[Span] = frozenset()
    others: frozenset[Span] = frozenset()
    """Those among them that name another illness."""


def aside(question: Question, spans: Sequence[Span]) -> Aside:
    """The sentences of one abstract that do not name the illness whose risk is asked about, where one of them does;
    none where no such outcome is known."""
    asked = [c for c in question.having(Role.OUTCOME) if c.id and c.semantic in _ILL]
    unnamed = frozenset(span for span in spans if not by_sentence(asked, span))
    if not asked or len(unnamed) == len(spans):
        return Aside()
    own = frozenset(c.label for c in question.concepts)
    wider = own.union(*(c.broader for c in question.concepts))
    return Aside(unnamed, frozenset(span for span in unnamed if _others(span, own, wider)))


def lacking(question: Question, record: Record) -> int:
    """How many of the illnesses and medicines that a question names a record's title and abstract never name."""
    asked = [c for c in question.concepts if c.id and c.semantic in _NAMED and c.role is not Role.COMPARATOR]
    own = _words_of(record)
    named = ((words.stems(name) for name in c.names) for c in asked)
    return sum(not any(len(s & own) > HALF * len(s) for s in names if s) for names in named)


@lru_cache(maxsize=256)
def _words_of(record: Record) -> frozenset[str]:
    return words.parted(record.title).union(*(spelled(told.span) for told in told_in(record)))


def _others(span: Span, own: frozenset[str], wider: frozenset[str]) -> bool:
    """Whether a sentence names an illness that is none of those asked about, no kind of one and none they belong to."""
    found = (m.term for m in vocabulary.load().find(span.quote) if m.term.semantic in _ILL)
    return any(term.label not in wider and own.isdisjoint(term.broader) for term in found)


def harms_alone(text: str) -> bool:
    """Whether a sentence speaks of harms by their own words and of nothing that helps."""
    return bool(_HARMED.search(text)) and not _HELPED.search(text)


_HARMED: Final = caseless(
    r"\b(?:adverse (?:\w+ )?(?:events?|effects?|reactions?)|side[- ]effects?|toxicit(?:y|ies)|tolerab\w+"
    r"|discontinu\w+)\b"
)
_HELPED: Final = caseless(
    r"\b(?:efficac\w*|effective\w*|surviv\w*|respon\w+|remission|improv\w*|reliev\w*|benefi\w*|reduc\w*"
    r"|prevent\w*)\b"
)
