"""Weighing: what was found for a question, appraised, grouped and graded, with the labels that are read besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

import probatum
from probatum import apply, vocabulary
from probatum.acquire.library import Library
from probatum.acquire.retrieve import Retrieval, guidelines_of, labels_of, retrieve
from probatum.apply.children import studied
from probatum.apply.choices import options, other_choice
from probatum.apply.labels import asked_of, first_aid, kin
from probatum.apply.patient import fellows
from probatum.apply.quoted import salience
from probatum.apply.together import making_way, pairs
from probatum.appraise import certainty, claims, telling
from probatum.model import About, Appraisal, Engine, Question, SearchAccount
from probatum.pipeline.appraising import appraised, glanced, read_whole, registry_entry
from probatum.pipeline.grading import alternatives, graded, overall
from probatum.pipeline.wishes import Wish

if TYPE_CHECKING:
    from probatum.acquire.library.readings import Readings


def searched(question: Question, opened: Library, date: str) -> tuple[Retrieval, Engine]:
    """What was found for a question, and what did so."""
    retrieval = retrieve(question, opened, as_of=date)
    return retrieval, Engine(probatum.__version__, retrieval.library_version, vocabulary.current().version)


def weighed(question: Question, retrieval: Retrieval, library: Library, wish: Wish) -> apply.Context:
    """What was retrieved, appraised, grouped and graded."""
    kept, further, excluded = appraised(question, retrieval, library.readings, wish.only)
    beside = certainty.gather(kept, lambda trial: registry_entry(trial, library), wish.date)
    # What was found in adults is none of a child's, and what the allergen did no answer of the allergic.
    counting = tuple(a for a in kept if studied.answers(question, a) and not apply.gave_allergen(question, a))
    context = apply.Context(
        question=question,
        reader=wish.reader,
        appraisals=kept,
        groups=graded(making_way.alone(question), counting, beside, mid=wish.mid),
        overall=overall(making_way.alone(question), counting),
        search=account(retrieval, (), excluded, wish.date, wish.services, wish.sent),
        alternatives=alternatives(question, kept),
        depth=wish.depth,
        settle=settled,
        spin=tuple((a.record.id, signal) for a in kept for signal in claims.spin(a.study, a.findings)),
        further=further,
        tells=telling.read,
    )
    context = _with_asked_for(context, library.readings)
    context = msgspec.structs.replace(context, first_aid=_first_aid(context, library, wish))
    labels = _labels(_wanted(context, wish), context, library, wish)
    context = msgspec.structs.replace(context, option_labels=labels) if labels else context
    context = msgspec.structs.replace(context, shortlist=apply.shortlist(context))
    if more := _labels(apply.unread(context), context, library, wish):
        context = msgspec.structs.replace(context, option_labels=(*context.option_labels, *more))
    return _read_further(context, library.readings)


def _with_asked_for(context: apply.Context, readings: Readings) -> apply.Context:
    """The context with the study that was asked about read whole and among those that answer, where it was left out."""
    found = apply.asked_about(context)
    if found is None or found not in context.further:
        return context
    direct = msgspec.structs.replace(found.directness, about=About.QUESTION, relevant=True)
    (whole,) = read_whole((msgspec.structs.replace(found, directness=direct),), readings)
    return msgspec.structs.replace(
        context,
        appraisals=(whole, *context.appraisals),
        overall=(*overall(context.question, (whole,)), *context.overall),
        further=tuple(a for a in context.further if a is not found),
    )


MOST_TAKEN: Final = 8
"""Medicines that are taken whose labels are read beside the others."""


def _wanted(context: apply.Context, wish: Wish) -> Iterator[str]:
    """The medicines whose labels are read besides, by name: what may be chosen, what is taken, what is like what was
    asked about where nothing is held of that, and what it is set against."""
    question = context.question
    yield from options.drugs(context)
    yield from apply.candidates(context)
    yield from (drug.lower() for drug in question.patient.drugs[:MOST_TAKEN])
    if not context.answering:
        yield from pairs.fellows(context)
        yield from pairs.of_kinds(context.classes)
    yield from kin.wanted(context)
    yield from fellows.wanted(context)
    yield from other_choice.names(context)
    if wish.follow is not None:
        yield from (c.label.lower() for c in apply.compared_with(question))
    yield from asked_of.wanted(context)


def _labels(names: Iterable[str], context: apply.Context, library: Library, wish: Wish) -> tuple[Appraisal, ...]:
    """The labels of medicines, read whole against the question."""
    held = labels_of(names, library, as_of=wish.date)
    return read_whole(glanced(context.question, held, library.readings), library.readings)


def _first_aid(context: apply.Context, library: Library, wish: Wish) -> tuple[Appraisal, ...]:
    """The guidelines on the emergency that is named, read whole."""
    names = first_aid.subjects(context.question)
    held = [record for name in names for record in guidelines_of(name, library, as_of=wish.date)]
    return read_whole(glanced(context.question, held, library.readings), library.readings)


def _read_further(context: apply.Context, readings: Readings) -> apply.Context:
    """The context with those of the further sources read whole of which a sentence is told."""
    glanced = {a.record.id for a in context.further}
    told = {one.appraisal.record.id for one in apply.picks(context)} & glanced
    if not told:
        return context
    whole = {a.record.id: a for a in read_whole((a for a in context.further if a.record.id in told), readings)}
    further = tuple(whole.get(a.record.id, a) for a in context.further)
    return salience.carry(context, msgspec.structs.replace(context, further=further))


def beside(made: apply.Context, before: apply.Context) -> apply.Context:
    """The context of a proposed treatment with the options among which it was chosen, and their labels."""
    held = {a.record.id for a in made.option_labels}
    others = tuple(a for a in before.option_labels if a.record.id not in held)
    return msgspec.structs.replace(made, shortlist=before.shortlist, option_labels=(*made.option_labels, *others))


def settled(asked: str, told: Sequence[str]) -> tuple[str, float]:
    """Whether sentences answer a question with `yes`, `no` or `maybe`, and how probable that is."""
    from probatum.appraise.claims import answering  # few questions are put so, and the reader is a model to load

    reply = answering.answer(asked, tuple(answering.Passage(text) for text in told))
    return reply.answer, reply.probability


def account(
    retrieval: Retrieval,
    included: Sequence[str],
    excluded: Sequence[tuple[str, str]],
    as_of: str,
    services: Sequence[str] = (),
    sent: Sequence[str] = (),
) -> SearchAccount:
    """How this was searched."""
    return SearchAccount(
        library=f"library {retrieval.library_version}",
        queries=(*retrieval.queries, *sent),
        considered=retrieval.considered,
        included=tuple(included),
        excluded=tuple(excluded),
        as_of=as_of,
        services=tuple(services),
        records=retrieval.records,
    )
