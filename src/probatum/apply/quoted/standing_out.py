"""Standing out: the study that was asked about, far nearer than any other, and the sentence of it that tells.

In a library of abstracts a question is mostly answered by one record, which holds nearly all that is asked. Whatever
else can be read out of other records, and whatever else that one reports, its answer leads. Which record that is is
judged by how much of the question it names, in its fullest sentence and in all, and by what retrieval made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

import msgspec

from probatum.apply.context import Context
from probatum.apply.evidence import both
from probatum.apply.evidence.flow import is_flow
from probatum.apply.evidence.outcomes import is_harm
from probatum.apply.naming import is_page
from probatum.apply.once import once
from probatum.apply.quoted import of_the_asked
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.passages import Passage
from probatum.apply.quoted.quotable import quotable
from probatum.apply.selection import is_open
from probatum.model import (
    About,
    Appraisal,
    Design,
    Fit,
    Intent,
    Question,
    Record,
    RecordKind,
    RecordStatus,
    Role,
    SectionRole,
    Span,
    Telling,
    ToldSentence,
)
from probatum.text import aspects, words
from probatum.text.expressions import caseless

NEAREST: Final = 4
"""Studies that are weighed, of those that retrieval found nearest."""
FAR: Final = 0.4
"""Share of the best score below which a study is not weighed."""
SURE: Final = 0.0
"""Log odds from which a study is taken for the one that was asked about."""
NEAR: Final = -1.0
"""Log odds, of how much it names alone, below which none is, whatever the others name."""
FEWEST: Final = 4
"""Words on a subject that a question must have: of two or three, every record on their matter holds all."""
FEW: Final = 3
"""The same of a study that stands far before every other."""
WHOLE: Final = 5
"""Sentences from which a text is a whole abstract, and not an excerpt of one."""
APART: Final = 3.0
"""Log odds by which a study stands so far before every other that less has to be named."""
LEAST: Final = -3.0
"""Log odds of what it names from which it is taken then."""
ALONE: Final = -6.0
"""Log odds of others where none was found."""
_UNTOLD: Final = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE)
_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY, RecordKind.BOOK)
_ANNOUNCED: Final = (Design.PROTOCOL, Design.REGISTRY)
_RESULT: Final = caseless(r"\d[.·]\d|\d ?%|\d (?:of|vs\.?|versus|and) \d|\bp ?[<=>]")
"""A figure of a result, which the length of a course and the count of groups are not."""


class Found(NamedTuple):
    """A study, what its abstract tells, and the log odds that it is the one asked about."""

    appraisal: Appraisal
    telling: Telling
    odds: float
    """Beside the others: retrieval's score counts."""
    names: float
    """By what it names alone, whatever else was found."""
    harms: tuple[ToldSentence, ...] = ()
    """Sentences on nothing but harms, where it is asked what helps."""
    aside: of_the_asked.Aside = of_the_asked.Aside()
    """Sentences on something else than the illness whose risk is asked about."""

    @property
    def told(self) -> tuple[ToldSentence, ...]:
        """The sentences that may answer, best first, those on nothing but harms or on an illness that was not asked
        about last: what was known or asked before is none."""
        may = [one for one in self.telling.sentences if one.role not in _UNTOLD and quotable(one.span)]
        return tuple(sorted(may, key=lambda one: (self.beside(one), -self.weight(one))))

    def weight(self, one: ToldSentence) -> float:
        """What a sentence is worth, less where it does not name what others of its abstract name that is asked."""
        return one.worth - UNNAMED * (one.span in self.aside.unnamed)

    def beside(self, one: ToldSentence) -> bool:
        """Whether a sentence tells nothing of what is asked: harms alone, or another illness."""
        return one in self.harms or one.span in self.aside.others

    def worth(self, span: Span) -> float | None:
        """What the best sentence is worth that shares characters with a span; None for what stands elsewhere."""
        met = (one.worth for one in self.telling.sentences if _meet(one.span, span))
        return max(met, default=None)


@once
def every(context: Context) -> tuple[Found, ...]:
    """The studies nearest to the question, the likeliest first."""
    read = context.tells
    if read is None:
        return ()
    studies = sorted(_of_the_whole(context), key=lambda a: (-a.score, a.record.id))
    best = studies[0].score if studies else 0.0
    asked = asked_in(context)
    made = [
        _weighed(one, telling, context)
        for one in islice((a for a in studies if a.score >= FAR * best), NEAREST)
        for telling in (read(asked, one.record, context.outcome),)
        if telling.sentences
    ]
    ordered = sorted(made, key=lambda one: (-one.odds, one.appraisal.record.id))
    return tuple(_of_best_design(ordered, context.question.intent))


def _of_best_design(ordered: list[Found], intent: Intent) -> list[Found]:
    """The same with the best design first among those that are as likely and name as much, where it is asked what
    something does: what a review of many studies found counts before one of them."""
    if intent not in _DOES or not ordered:
        return ordered
    first = ordered[0]
    alike = [o for o in ordered if o.odds >= first.odds - AS_LIKELY and o.names >= first.names - AS_NAMED and o.told]
    best = max(alike, key=_design, default=first)
    return [best, *(o for o in ordered if o is not best)] if _design(best) > _design(first) else ordered


def _design(one: Found) -> int:
    design = one.appraisal.study.design
    return 2 if design.synthesis else 1 if design.randomised else 0


_DOES: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.HARM)
AS_LIKELY: Final = 1.5
"""Log odds within which two studies are as likely the one that was asked about."""
AS_NAMED: Final = 0.3
"""The same of what they name."""


def _weighed(one: Appraisal, telling: Telling, context: Context) -> Found:
    told = [s.span for s in telling.sentences if s.role not in _UNTOLD]
    return Found(
        one,
        telling,
        odds=_odds(one, telling, context),
        names=_names(one, telling),
        harms=_harms(one, telling, context.question),
        aside=of_the_asked.aside(context.question, told),
    )


@once
def found(context: Context) -> Found | None:
    """The study that was asked about, with a sentence that tells; None where none stands out."""
    if not applies(context):
        return None
    one = next(iter(every(context)), None)
    if one is None or not of_the_asked.by_source(one.appraisal, context.question):
        return None
    if one.odds < SURE or not one.told or not of_the_asked.studied(one.appraisal, context.question, one.told[0].span):
        return None
    if len(one.telling.sentences) < WHOLE or any(is_page(a.record) for a in context.answering):
        return None  # an excerpt is no study, and a page that answers tells a thing from its beginning
    second = max((other.odds for other in every(context) if other is not one), default=ALONE)
    near = one.odds - second < APART or is_put_again(context)
    if one.telling.asked < (FEWEST if near else FEW):
        return None
    return one if one.names >= (NEAR if near else LEAST) else None


def asked_about(context: Context) -> Appraisal | None:
    """That study; None where none stands out."""
    one = found(context)
    return one.appraisal if one is not None else None


def passage(context: Context) -> Passage | None:
    """The sentence that tells, as a passage that leads."""
    one = found(context)
    return Passage(one.appraisal, one.told[0].span, one.told[0].worth, one.telling.named) if one is not None else None


def outdoes(context: Context, record: str, spans: Sequence[Span], more: float = 0.0) -> bool:
    """Whether the study that was asked about tells more than some spans of one record: they are of another that is far
    less likely the one, or its best sentence is worth `more` beyond a bound than they are."""
    one = found(context)
    if one is None or aspects.asked(context.question.read) in IN_WORDS:
        return False
    if record != one.appraisal.record.id:
        odds = next((f.odds for f in every(context) if f.appraisal.record.id == record), None)
        if odds is None:  # too far to be weighed; what is no study was never weighed
            return any(a.record.id == record for a in _studies(context))
        return one.odds - odds >= MARGIN
    worths = [w for span in spans if (w := one.worth(span)) is not None]
    return one.told[0].worth - max(worths, default=ELSEWHERE) >= BETTER + more


IN_WORDS: Final = (aspects.DESCRIPTION, aspects.KIND, "mechanism", "inheritance", "genes", "role", "symptoms")
"""Sides of a thing that sources tell in words, each saying something of it: there none outdoes the others."""
MARGIN: Final = 1.5
"""Log odds by which the study asked about must stand before another that leads, to take its place."""
BETTER: Final = 0.2
"""What its best sentence must be worth beyond the one of it that leads."""
ELSEWHERE: Final = -3.0
"""What a sentence is worth that stands outside the abstract."""


def figures(one: Found, lead: Span) -> Span | None:
    """The sentence of results with a figure that says most of what the one that leads concludes; None where that has
    figures, or none is about the question."""
    if _RESULT.search(lead.quote):
        return None
    wanted = [
        t
        for t in one.told
        if t.role is not SectionRole.CONCLUSIONS
        and _RESULT.search(t.span.quote)
        and not (_meet(t.span, lead) or one.beside(t) or is_flow(t.span))
        and one.weight(t) >= one.weight(one.told[0]) - WEAKER
    ]
    led = spelled(lead)
    best = max(wanted, key=lambda t: one.weight(t) + SHARED * len(led & spelled(t.span)) / len(led), default=None)
    return best.span if best is not None else None


UNNAMED: Final = 2.0
"""What a sentence loses without the illness whose risk is asked about, where another of its abstract names it."""
WEAKER: Final = 4.0
"""How much less a result may be worth than the sentence that leads, to stand beside it."""
SHARED: Final = 3.0
"""What a result is worth beside that where it has all words of the sentence that leads."""


def tells_nothing(context: Context, span: Span) -> bool:
    """Whether a sentence of one of the studies that were weighed tells what was known or asked before, or how it was
    looked for, by its role in its abstract (what a heading does not say, its words do), or tells far less of what is
    asked than the best of the same abstract."""
    own = next((f for f in every(context) if f.appraisal.record.id == span.record), None)
    met = [one for one in own.telling.sentences if _meet(one.span, span)] if own else []
    if own is None or not met:
        return False
    least = max((one.worth for one in own.told), default=0.0) - LESS
    return all(one.role in (*_UNTOLD, SectionRole.METHODS) or one.worth < least for one in met)


def lacks(context: Context, record: Record) -> bool:
    """Whether a source never names an illness or a medicine that is asked about and that the study asked about has."""
    one = found(context)
    own = of_the_asked.lacking(context.question, one.appraisal.record) if one is not None else None
    return own is not None and of_the_asked.lacking(context.question, record) > own


LESS: Final = 3.5
"""How much less a sentence may be worth than the best of its abstract, to be told at all."""


def applies(context: Context) -> bool:
    """Whether a study by itself may answer: no danger is named, no dose or interaction is asked for, and what holds for
    this patient is not for labels to say."""
    question, patient = context.question, context.question.patient
    doses = question.intent is Intent.DOSING and not question.comparator
    if both.pair(question) is not None:
        return False  # only an arm that got both of them answers
    if question.danger or doses:
        return False
    directed = any(_directs(one) for one in context.guidelines)
    return not (patient.drugs or context.labels or directed or context.clause)


def _directs(guideline: Appraisal) -> bool:
    """Whether a guideline may say what is asked: one that directs nothing, and one on other people that shares a word
    with the question, leave the answer to studies."""
    direct = guideline.directness
    near = direct.about is About.QUESTION or direct.population.fit is Fit.DIRECT
    return near and bool(guideline.directives)


def asked_in(context: Context) -> str:
    """The words in which the question was read; those that were typed where it was put again with fewer."""
    return context.question.typed if is_put_again(context) else context.question.read


def is_put_again(context: Context) -> bool:
    """Whether the question was put again with fewer words than were typed."""
    return 3 * len(context.question.read.split()) < 2 * len(context.question.typed.split())


def _studies(context: Context) -> Iterator[Appraisal]:
    """What may answer of all that was found: studies and reviews."""
    for one in (*context.appraisals, *context.further):
        record = one.record
        if record.kind in _DOCUMENTS or one.study.design in _ANNOUNCED or record.status is RecordStatus.SUPERSEDED:
            continue
        if is_page(record):
            continue  # what was written for everybody tells a thing from its beginning
        if context.combined and not any(one is a for a in context.answering):
            continue  # of medicines that meet only what is on all of them
        if _names_parts(one, context.question) and not context.allergenic(one) and context.of_mothers(one):
            yield one


def _of_the_whole(context: Context) -> tuple[Appraisal, ...]:
    """The studies, without those that leave out an illness or a medicine that is asked about where others have all,
    the scores of these taken against the best of them."""
    every_ = tuple(_studies(context))
    best = max((a.score for a in every_), default=0.0)
    lacks = {a.record.id: of_the_asked.lacking(context.question, a.record) for a in every_ if a.score >= FAR * best}
    whole = [a for a in every_ if lacks.get(a.record.id) == 0]
    if not whole or not any(lacks.values()):
        return every_
    share = max(a.score for a in whole) / best
    return tuple(msgspec.structs.replace(a, score=round(a.score / share, 4)) for a in whole)


def _names_parts(one: Appraisal, question: Question) -> bool:
    """Whether a study names the medicine and the illness that are asked for: a study of one that never speaks of the
    other tells nothing of the two, however many words it shares."""
    drugs = any(c.id and c.semantic == "drug" for c in question.having(Role.INTERVENTION))
    ills = any(c.id and c.semantic == "condition" for c in question.having(Role.OUTCOME))
    direct, named = one.directness, (Fit.DIRECT, Fit.RELATED)
    if ills and direct.outcome.fit not in named:
        return False
    if is_open(question) and direct.population.fit is not Fit.DIRECT:
        return False  # what helps in its kin is no answer to what helps in an illness
    return not drugs or direct.intervention.fit in named


def _harms(one: Appraisal, telling: Telling, question: Question) -> tuple[ToldSentence, ...]:
    """The sentences of an abstract that name harms it counted and no other outcome, where it is asked what helps: a
    conclusion tells both in turn, and only what it helps answers."""
    if question.intent not in _HELPS:
        return ()
    counted = [(words.stems(f.outcome), is_harm(question, f)) for f in one.findings if f.outcome]
    named = ((s, [harm for stems, harm in counted if stems <= words.stems(s.span.quote)]) for s in telling.sentences)
    return tuple(s for s, harms in named if (harms and all(harms)) or of_the_asked.harms_alone(s.span.quote))


_HELPS: Final = (Intent.THERAPY, Intent.PREVENTION)


def _odds(one: Appraisal, telling: Telling, context: Context) -> float:
    """Fitted by `scripts/train/telling.py`: the study asked about against others that were found."""
    answers = any(one is other for other in context.answering)
    return (
        11.1 * one.score
        + 2.9 * one.directness.covers
        + 1.9 * telling.cover
        + 0.8 * telling.named
        - 0.5 * telling.exact
        + 1.4 * answers
        - 13.5
    )


def _names(one: Appraisal, telling: Telling) -> float:
    """The same without what retrieval made of it."""
    return 5.4 * one.directness.covers + 2.1 * telling.cover + 3.5 * telling.named + 1.8 * telling.exact - 9.5


def _meet(one: Span, other: Span) -> bool:
    same = (one.record, one.section) == (other.record, other.section)
    return same and one.start < other.end and other.start < one.end
