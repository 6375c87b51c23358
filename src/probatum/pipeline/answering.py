"""Answering: ask, acquire, appraise, apply, assess, in that order."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from probatum import apply, assess
from probatum.acquire.library import Library
from probatum.acquire.retrieve import Retrieval, retrieve
from probatum.apply.replies.declining import declined
from probatum.model import Answer, Depth, Engine, Question, Reader, Section
from probatum.pipeline import as_brought, as_pair, reading, weighing
from probatum.pipeline.starting import open_library
from probatum.pipeline.warning import warned, withdrawn
from probatum.pipeline.wishes import Telling, Wish, read_date, read_depth, read_reader


def answer(
    typed: str,
    *,
    library: Library | str | Path | None = None,
    reader: Reader | str = Reader.DOCTOR,
    depth: Depth | str | None = None,
    as_of: str | datetime.date | None = None,
    services: Sequence[str] = (),
    sent: Sequence[str] = (),
    mid: float | None = None,
    country: str = "",
    assume: Sequence[str] = (),
    telling: Telling | None = None,
) -> Answer:
    """Answer a clinical question from the library.

    `as_of` (ISO date, default today) leaves out records dated later; the same question, library version, reader
    and date give the same bytes. `depth` is standard unless it is said. `services` says, one line each, what came of
    asking online services before (see `acquire.online`), and `sent` what they were asked; both go into the search
    account. `country` (code or name) decides whom to call in danger, where the question does not tell it. `assume`
    corrects how the question is read: `pregnant, eGFR 25` or `spasms=spasticity` (see `ask.assuming`). `mid` is the
    minimal important difference of the outcome asked about, in its own unit (for events, an absolute difference in
    percent). `telling` is told each step as it begins, in words. Raises ProbatumError P4xx for a question that cannot
    be read, P3xx for a library that cannot be opened.
    """
    opened = library if isinstance(library, Library) else open_library(library)
    wished = Wish(read_reader(reader), read_depth(depth), read_date(as_of), tuple(services), tuple(sent), mid=mid)
    question = reading.of_oneself(
        reading.read_question(typed, opened, country=country, assume=assume, as_of=wished.date)
    )
    return respond(question, opened, wished, telling)


class _Basis(NamedTuple):
    """What an answer is composed from."""

    question: Question
    retrieval: Retrieval
    engine: Engine
    context: apply.Context
    said: Section | None = None
    """What answers a follow-up itself, before everything else."""
    beside: tuple[apply.Context, ...] = ()
    """What the further questions of the same text are answered from."""

    def having(self, **changes: Any) -> _Basis:
        """The same with another context."""
        return self._replace(context=msgspec.structs.replace(self.context, **changes))


def respond(question: Question, opened: Library, wish: Wish, telling: Telling | None = None) -> Answer:
    """The answer to a question that was read: retrieve, appraise, compose, check."""
    tell = telling or _nobody
    tell("Searching the library")
    retrieval, engine = weighing.searched(question, opened, wish.date)
    searched = weighing.account(retrieval, (), (), wish.date, wish.services, wish.sent)
    refused = declined(question, wish.reader, searched, engine)
    if refused is not None:
        return assess.check(refused)
    tell(f"Reading {len(retrieval.hits)} of {retrieval.considered} sources that were found")
    basis = _Basis(question, retrieval, engine, weighing.weighed(question, retrieval, opened, wish))
    basis = _of_a_kind(_as_pair(basis, opened, wish), opened, wish)
    basis = _with_parts(_on_proposal(basis, opened, wish, tell), opened, wish)
    tell(f"Writing from {len(basis.context.appraisals)} sources that bear on the question")
    made = _composed(basis, tell)
    if basis.context.groups and _lead_withheld(made):
        # What was weighed was withheld: the sources' own words are left.
        made = _with_lead_of(made, _composed(basis.having(groups=()), tell))
    if wish.loosened or wish.follow is not None or not apply.unmet(made):
        return apply.tidy(made)
    tell("Putting the question again with fewer words")
    # Where no way of putting it is answered, what is most salient in the sources stands in the place of an answer.
    return _loosened(basis.question, opened, wish) or apply.tidy(_composed(basis.having(last=True), tell))


def _as_pair(basis: _Basis, opened: Library, wish: Wish) -> _Basis:
    """The same on whether two medicines go together, where that is what a question on both comes to, or on what one has
    done to whoever takes it."""
    question = as_pair.told(basis.context)
    question = as_brought.told(basis.context) if question is basis.question else question
    if question is basis.question:
        return basis
    retrieval, engine = weighing.searched(question, opened, wish.date)
    return _Basis(question, retrieval, engine, weighing.weighed(question, retrieval, opened, wish))


def _of_a_kind(basis: _Basis, opened: Library, wish: Wish) -> _Basis:
    """The same put openly, where a member of a class is asked for and one is found to suit; the class itself is asked
    about where a guideline already names members of it for the illness."""
    question = apply.of_a_kind(basis.question)
    if question is None or apply.class_answered(basis.context):
        return basis
    retrieval, engine = weighing.searched(question, opened, wish.date)
    context = weighing.weighed(question, retrieval, opened, wish)
    some = any(o.fit for o in context.shortlist) and apply.class_unanswered(basis.context)
    return _Basis(question, retrieval, engine, context) if apply.proposed(context).treatment or some else basis


def _on_proposal(basis: _Basis, opened: Library, wish: Wish, tell: Telling) -> _Basis:
    """The same for the treatment that the evidence proposes, where the question names none."""
    proposal = apply.proposed(basis.context)
    if not proposal.treatment:
        return basis
    about = reading.about(basis.question, *proposal, opened)
    if about is basis.question:
        return basis
    tell(f"Reading on {proposal.treatment}")
    retrieval, engine = weighing.searched(about, opened, wish.date)
    context = weighing.beside(weighing.weighed(about, retrieval, opened, wish), basis.context)
    return _Basis(about, retrieval, engine, context)


def _with_parts(basis: _Basis, opened: Library, wish: Wish) -> _Basis:
    """The same with what is said of a follow-up, and with the further questions of the same text."""
    said = apply.reply(basis.context, wish.follow, wish.cited) if wish.follow is not None else None
    others = reading.others(basis.question, opened, int(wish.date[:4]))
    beside = tuple(apply.further_part(_part(other.question, opened, wish), other) for other in others)
    return basis._replace(said=said, beside=beside)


def _composed(basis: _Basis, tell: Telling) -> Answer:
    """The draft, with a verdict on every statement."""
    draft = apply.compose(
        reading.together(basis.context, basis.beside),
        warnings=warned(basis.question, basis.retrieval),
        withdrawn=withdrawn(basis.question, basis.retrieval),
        engine=basis.engine,
        before=basis.said,
        beside=basis.beside,
    )
    tell(f"Checking {len(draft.statements)} sentences against their sources")
    return assess.check(_counted(draft))


def _lead_withheld(made: Answer) -> bool:
    """Whether nothing is left of the bottom line, or its first statement was withheld on which the next one leans."""
    told = made.section("bottom_line").statements
    return not told or told[0].text.startswith("The same ")


def _counted(draft: Answer) -> Answer:
    """The draft with its search account saying which records were used."""
    used = tuple(r.record for r in draft.references)
    return apply.recount(draft, msgspec.structs.replace(draft.search, included=used))


def _part(question: Question, opened: Library, wish: Wish) -> apply.Context:
    """What a further question of the same text is answered from: where no study or guideline answers two treatments
    that it sets against each other, the same put with fewer words."""
    context = weighing.weighed(question, retrieve(question, opened, as_of=wish.date), opened, wish)
    if context.answering or context.guidelines or not apply.compared_with(question):
        return context
    for put in reading.looser(question, opened):
        again = weighing.weighed(put, retrieve(put, opened, as_of=wish.date), opened, wish)
        if again.answering:
            return again
    return context


def _loosened(question: Question, opened: Library, wish: Wish) -> Answer | None:
    """The answer to the first way of putting the question again that a source answers; None where none does."""
    for put in reading.looser(question, opened):
        kind = any(a.what == apply.AS_CLASS for a in put.assumptions)
        if apply.unknown(question) and not apply.unknown(put) and not kind:
            continue  # what helps instead is no answer to whether an unknown treatment does
        made = respond(put, opened, msgspec.structs.replace(wish, loosened=True))
        if not apply.unmet(made) and apply.of_its_class(made) and apply.keeps_treatment(question, made):
            return made
    return None


def _with_lead_of(made: Answer, quoted: Answer) -> Answer:
    """The answer with another's bottom line, where that rests on records that the answer lists."""
    lead, listed = quoted.section("bottom_line"), {one.record for one in made.references}
    if not lead.statements or not {span.record for s in lead.statements for span in s.supports} <= listed:
        return made
    sections = tuple(lead if section.id == lead.id else section for section in made.sections)
    return msgspec.structs.replace(made, sections=sections)


def _nobody(words: str) -> None:
    """Nobody waits to be told."""
