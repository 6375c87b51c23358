"""Lead passage: the sentence of the best source that leads an answer for which no effect can be computed.

Where a treatment is weighed, only a sentence that speaks of the treatment and of the problem together is to the point;
a result counts before what is said in passing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

import msgspec

from probatum.apply.context import Context
from probatum.apply.evidence import harm_order, main_result
from probatum.apply.evidence.likeness import GENERIC
from probatum.apply.naming import SAYS
from probatum.apply.once import once
from probatum.apply.patient import sexes
from probatum.apply.quoted import off_the_point, standing_out, to_the_point
from probatum.apply.quoted.answering import answers
from probatum.apply.quoted.choosing import best_conclusion, best_results, on_outcome, spelled
from probatum.apply.quoted.gathering import chosen
from probatum.apply.quoted.passages import Passage, Scope, is_told, verb_of
from probatum.apply.quoted.quotable import VERB, allows, does, quotable
from probatum.apply.replies import polar
from probatum.apply.selection import is_open
from probatum.model import Appraisal, Fit, Intent, OutcomeRole, Question, Role, Span
from probatum.text import words
from probatum.text.expressions import expression

LEAST: Final = 0.4
"""Share of the question that a result must hold with its title: one on the drug alone, of another matter, is none."""
NEAR: Final = 4
"""Passages by their words among which one is looked for that is not of what only stood on the other side."""
SOURCES: Final = 40
"""Sources among which a sentence on the treatment and the problem is looked for."""
MOST_HEADED: Final = 4
"""Sources whose titles are looked at where no sentence names the treatment."""
_HOW: Final = expression(
    r"\b(?:mechanis\w+|inhibit(?:s|ed|ing|ion)|binds?|binding|receptors?|pathways?|acts? (?:by|on|through|via)"
    r"|blocks|blockade|activat(?:es|ion)|stimulat(?:es|ion)|agonists?|antagonists?|mimics?|channels?|enzymes?|synthesis|uptake|reuptake)\b",
    re.IGNORECASE,
)
"""Words that tell how a medicine does what it does: that many stopped `because of` it tells nothing of that."""


@once
def lead(context: Context) -> Passage | None:
    """The passage that leads the answer, where one is to the point; that of the study asked about, if it tells more."""
    passage, stands = _pointed(context), standing_out.passage(context)
    if passage is not None and not sexes.of_their_own(passage.span.quote, context.question.patient):
        passage = None  # what was found in men alone is no answer for a woman
    record = passage.appraisal.record.id if passage is not None else ""
    if stands is None or (passage is not None and not standing_out.outdoes(context, record, (passage.span,))):
        return passage
    return stands


def _pointed(context: Context) -> Passage | None:
    """The passage that is to the point by its words."""
    passage = _main(context, _leading(context))
    if passage is not None and _of_effects(context) and not _HOW.search(passage.span.quote):
        return None  # what a drug does to an illness is no answer to how it does so
    if passage is not None and off_the_point.off(context, passage.appraisal, passage.span):
        return None  # a study that only mentions it, or has no word of what is asked of it, is near at best
    if passage is not None and not answers(context, passage.appraisal, passage.span):
        return None  # it shares words with the question, and says nothing of what is asked
    if passage is not None and not names_unknown(context, passage.span):
        return None  # what another treatment does is no answer, however near its words
    treats = is_open(context.question) and context.question.intent is Intent.THERAPY
    if passage is not None and treats and harm_order.befell(passage.span, passage.appraisal):
        return None  # what a treatment brought on is none for it
    as_such = passage is not None and context.drug_like and harm_order.asked_as_such(context.question)
    if passage is not None and as_such and not harm_order.named(passage.span.quote):
        return None  # nor is what it does for an illness one to what harm it does
    return passage


def _main(context: Context, passage: Passage | None) -> Passage | None:
    """The passage, or what its trial was made to find, where a later result leads and no outcome was asked for; of a
    test, which is judged by its figures, these."""
    if passage is not None and context.question.intent is Intent.DIAGNOSIS and not main_result.measured(passage.span):
        found = main_result.of(passage.appraisal, context)
        return passage if found is None else msgspec.structs.replace(passage, span=found)
    if passage is None or context.outcome or not context.treatable or passage.span not in passage.appraisal.results:
        return passage
    primary = [f.sentence for f in passage.appraisal.findings if f.outcome_role is OutcomeRole.PRIMARY]
    first = next((s for s in passage.appraisal.results if s in primary and quotable(s)), passage.span)
    return passage if passage.span in primary else msgspec.structs.replace(passage, span=first)


def unknown(question: Question) -> bool:
    """Whether it is asked, yes or no, if a treatment helps that the vocabulary does not know."""
    given = question.having(Role.INTERVENTION)
    named = bool(question.intervention) and not any(c.semantic for c in given)
    return named and question.intent is Intent.THERAPY and polar.begins(question)


def names_unknown(context: Context, span: Span) -> bool:
    """Whether a sentence or its title has a word of a treatment that the vocabulary does not know; of known ones, and
    where none is asked about, always."""
    question = context.question
    if not unknown(question):
        return True
    stems = words.stems(question.intervention)
    return not stems or bool(stems & (spelled(span) | words.stems(span.source.title)))


def _leading(context: Context) -> Passage | None:
    if is_told(context.question, treatable=context.treatable):
        told = next(
            iter(chosen(context.question, context.answering, 1, scope=Scope(admits=partial(answers, context)))), None
        )
        return told or next(_of_all(context, context.answering), None)
    strong = tuple(a for a in context.answering if a.study.design.randomised or a.study.design.synthesis)
    ways = [
        (strong, to_the_point.judged),
        (strong, to_the_point.found),
        (context.answering, to_the_point.found),
        (context.answering, to_the_point.said_in_passing),
    ]
    if all(c.semantic == "condition" for c in context.question.having(Role.OUTCOME)):
        # What a review of an illness concludes of a treatment says more than one result of a trial.
        reviews = tuple(a for a in strong if a.study.design.synthesis and not a.directness.note)
        ways.insert(0, (reviews, to_the_point.concluded))
    for sources, admits in ways:
        scope = Scope(SOURCES, partial(admits, context), LEAST, weighed=True)
        passage = next(iter(chosen(context.question, sources, 1, scope=scope)), None)
        if passage is not None:
            return passage
    if (whole := next(_of_all(context, (*strong, *context.answering)), None)) is not None:
        return whole
    near = chosen(context.question, context.answering, NEAR)
    passage = next((p for p in near if not to_the_point.of_both(context, p.appraisal, p.span)), None)
    if passage is not None and of_another(context, passage):
        return None
    if passage is not None and context.treatable and VERB.search(passage.span.quote) is None:
        return None  # a title of something says nothing of what a treatment does
    if passage is None or not context.treatable or verb_of(passage) != SAYS:
        return passage
    if (own := _own_word(context, passage.appraisal)) is not None:
        return msgspec.structs.replace(passage, span=own)
    if does(passage.span):
        return passage
    patient = context.question.patient
    if (patient.pregnancy or patient.breastfeeding) and allows(passage.span):
        return passage  # whether it may be used says more than what was measured
    return next(_reported(context), passage)


def _own_word(context: Context, appraisal: Appraisal) -> Span | None:
    """What a source concludes, or its main result: what it begins with was known before it."""
    if appraisal.directness.note:
        return None
    said = best_conclusion(appraisal, context.question)
    if said is not None and context.names_intervention(said.quote) and quotable(said):
        return said
    return main_result.of(appraisal, context)


def _of_all(context: Context, sources: Sequence[Appraisal]) -> Iterator[Passage]:
    """What sources judge of the very treatment and problem, in sentences that name both: a question told with many
    words more (whose child it is, in which family) is answered by them all the same."""
    if not context.question.having(Role.POPULATION) or not context.treatable:
        return
    for appraisal in sources:
        if appraisal.directness.note:
            continue
        for span in (*appraisal.conclusions, *appraisal.results):
            named = context.names_intervention(span.quote) and to_the_point.names_concept(
                context, span, Role.POPULATION
            )
            if named and quotable(span) and to_the_point.judged(context, appraisal, span):
                yield Passage(appraisal, span, 1.0, LEAST)


def of_another(context: Context, passage: Passage) -> bool:
    """Whether a result is of another outcome than the one asked about: what a drug does to cramps says nothing of how
    long people live."""
    asked = context.question.having(Role.OUTCOME)
    if not asked or not context.treatable or context.question.intent not in (Intent.THERAPY, Intent.PREVENTION):
        return False
    own = words.stems(context.outcome) & spelled(passage.span)
    told = on_outcome(context, passage.span, figures=False) or bool(own - GENERIC)
    return not told and not to_the_point.of_the_ill(context, passage.appraisal)


def _of_effects(context: Context) -> bool:
    """Whether it is asked how a drug works, and what leads is a trial of what it does."""
    return context.question.intent is Intent.MECHANISM and context.drug_like and context.treatable


def _reported(context: Context) -> Iterator[Passage]:
    """The results nearest to the question of sources whose titles name the treatment, told as what they are, where no
    sentence names the treatment with what it does: that a trial was made is no answer."""
    for appraisal in context.answering[:MOST_HEADED]:
        if not context.names_intervention(appraisal.record.title):
            continue
        for span in best_results(appraisal, context.question, 1):
            on_it = not context.outcome or appraisal.directness.outcome.fit is Fit.DIRECT or on_outcome(context, span)
            if on_it and quotable(span) and not to_the_point.of_both(context, appraisal, span):
                yield Passage(appraisal, span, 1.0)
