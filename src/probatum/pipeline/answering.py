"""Answering: ask, acquire, appraise, apply, assess, in that order."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

import probatum
from probatum import apply, appraise, assess, vocabulary
from probatum.acquire.library import Library
from probatum.acquire.retrieve import Retrieval, labels_of, retrieve
from probatum.apply import (
    asked_of,
    editions,
    fellows,
    kin,
    laboratory,
    making_way,
    options,
    other_choice,
    pairs,
    salience,
)
from probatum.apply.children import studied
from probatum.apply.declining import declined
from probatum.appraise import bias, certainty, claims, keeping, study
from probatum.errors import ProbatumError
from probatum.model import (
    NOT_EVIDENCE,
    Answer,
    Appraisal,
    BiasSignal,
    Depth,
    Directness,
    Engine,
    FollowUp,
    Only,
    Pooled,
    Question,
    Reader,
    Record,
    RecordKind,
    SearchAccount,
    Study,
)
from probatum.pipeline import reading
from probatum.pipeline.grading import alternatives, graded, overall
from probatum.pipeline.starting import open_library
from probatum.pipeline.warning import warned, why, withdrawn
from probatum.text import identifiers

if TYPE_CHECKING:
    from probatum.acquire.library.readings import Readings
    from probatum.appraise.pooling import Analysis


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
    wished = Wish(_reader(reader), _depth(depth), read_date(as_of), tuple(services), tuple(sent), mid=mid)
    question = reading.of_oneself(
        reading.read_question(typed, opened, country=country, assume=assume, as_of=wished.date)
    )
    return respond(question, opened, wished, telling)


Telling = Callable[[str], None]
"""Is told what is being done, for whoever waits."""
ALL = Only()
"""Every study may speak."""


class Wish(msgspec.Struct, frozen=True):
    """For whom, how long, as of when, and what came of online services; after a follow-up, which studies may speak."""

    reader: Reader
    depth: Depth
    date: str
    services: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    only: Only = ALL
    mid: float | None = None
    """Smallest difference that matters, in the unit of the outcome asked about."""
    follow: FollowUp | None = None
    loosened: bool = False
    """Whether the question is one that was put again with fewer words."""
    cited: tuple[str, ...] = ()
    """Records by the reference numbers of the answer that the follow-up speaks of."""


def evidence(
    typed: str, *, library: Library | str | Path | None = None, as_of: str | datetime.date | None = None
) -> apply.Context:
    """Everything that an answer to the question would be written from: appraisals, outcome groups with their certainty.

    Raises ProbatumError as `answer` does, and P811 for a question that is not answered.
    """
    date = read_date(as_of)
    opened = library if isinstance(library, Library) else open_library(library)
    question = reading.read_question(typed, opened, as_of=date)
    retrieval, engine = _searched(question, opened, date)
    if declined(question, Reader.DOCTOR, account(retrieval, (), (), date), engine) is not None:
        raise ProbatumError("P811")
    wish = Wish(Reader.DOCTOR, Depth.FULL, date)
    context = _weighed(question, retrieval, opened, wish)
    if (proposal := apply.proposed(context)).treatment:
        question = reading.about(question, *proposal, opened)
        context = _beside(_weighed(question, retrieve(question, opened, as_of=date), opened, wish), context)
    return context


def appraisal(identifier: str, *, library: Library | str | Path | None = None) -> Appraisal:
    """All that is read out of one record of the library, against no question.

    Raises ProbatumError P307 when the library does not hold it, P3xx for a library that cannot be opened.
    """
    opened = library if isinstance(library, Library) else open_library(library)
    record = next(filter(None, map(opened.get, _namings(identifier.strip()))), None)
    if record is None:
        raise ProbatumError("P307", identifier=identifier, location=opened.location)
    glanced = Appraisal(record, study.outline(record), Directness())
    return appraise.complete(glanced, _kept(opened.readings, [record]).get(record.id))


def _namings(identifier: str) -> Iterator[str]:
    """An identifier as typed, then with the namespace that its form tells: `26911633` is a PMID."""
    yield identifier
    if identifier.isdecimal():
        yield f"pmid:{identifier}"
    elif identifier.startswith("10."):
        yield f"doi:{identifier.lower()}"
    elif identifier.upper().startswith("PMC"):
        yield f"pmcid:{identifier.upper()}"


def _kept(readings: Readings | None, records: Iterable[Record]) -> dict[str, bytes]:
    """Readings that the library keeps, by record; see `appraise.keeping`."""
    return readings.of(records, keeping.reader()) if readings else {}


def _glanced(question: Question, records: Iterable[Record], readings: Readings | None) -> tuple[Appraisal, ...]:
    """The records at a glance, from what the library keeps where it does."""
    chosen = tuple(records)
    ready = _kept(readings, chosen)
    return tuple(appraise.glance(question, record, ready.get(record.id)) for record in chosen)


def _read_whole(glanced: Iterable[Appraisal], readings: Readings | None) -> tuple[Appraisal, ...]:
    """The appraisals with everything read, from what the library keeps where it does."""
    chosen = tuple(glanced)
    ready = _kept(readings, (a.record for a in chosen))
    return tuple(appraise.complete(a, ready.get(a.record.id)) for a in chosen)


def bias_signals(appraised: Appraisal, *, library: Library) -> tuple[BiasSignal, ...]:
    """The signals of bias in a report, against the registry entry of its trial where the library holds it."""
    return bias.signals(appraised.record, appraised.study, registry_entry(appraised.study, library))


def _searched(question: Question, opened: Library, date: str) -> tuple[Retrieval, Engine]:
    """What was found for a question, and what did so."""
    retrieval = retrieve(question, opened, as_of=date)
    return retrieval, Engine(probatum.__version__, retrieval.library_version, vocabulary.current().version)


MOST_TAKEN: Final = 8
"""Medicines that are taken whose labels are read beside the others."""


def _weighed(question: Question, retrieval: Retrieval, library: Library, wish: Wish) -> apply.Context:
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
    )
    taken = question.patient.drugs[:MOST_TAKEN]
    beside_them = (
        *(() if context.answering else (*pairs.fellows(context), *pairs.of_kinds(context.classes))),
        *kin.wanted(context),
        *fellows.wanted(context),
    )
    against = other_choice.names(context)
    if wish.follow is not None:
        against = (*against, *(c.label.lower() for c in apply.compared_with(question)))
    wanted = (*options.drugs(context), *apply.candidates(context), *(drug.lower() for drug in taken), *beside_them)
    wanted = (*wanted, *against, *asked_of.wanted(context))
    named = labels_of(wanted, library, as_of=wish.date)
    labels = _read_whole(_glanced(question, named, library.readings), library.readings)
    context = msgspec.structs.replace(context, option_labels=labels) if labels else context
    context = msgspec.structs.replace(context, shortlist=apply.shortlist(context))
    if more := labels_of(apply.unread(context), library, as_of=wish.date):
        read = _read_whole(_glanced(question, more, library.readings), library.readings)
        context = msgspec.structs.replace(context, option_labels=(*context.option_labels, *read))
    return _read_further(context, library.readings)


def _read_further(context: apply.Context, readings: Readings) -> apply.Context:
    """The context with those of the further sources read whole of which a sentence is told."""
    glanced = {a.record.id for a in context.further}
    told = {one.appraisal.record.id for one in apply.picks(context)} & glanced
    if not told:
        return context
    whole = {a.record.id: a for a in _read_whole((a for a in context.further if a.record.id in told), readings)}
    further = tuple(whole.get(a.record.id, a) for a in context.further)
    return salience.carry(context, msgspec.structs.replace(context, further=further))


def _beside(made: apply.Context, before: apply.Context) -> apply.Context:
    """The context of a proposed treatment with the options among which it was chosen, and their labels."""
    held = {a.record.id for a in made.option_labels}
    others = tuple(a for a in before.option_labels if a.record.id not in held)
    return msgspec.structs.replace(made, shortlist=before.shortlist, option_labels=(*made.option_labels, *others))


def settled(asked: str, told: Sequence[str]) -> tuple[str, float]:
    """Whether sentences answer a question with `yes`, `no` or `maybe`, and how probable that is."""
    from probatum.appraise.claims import answering  # few questions are put so, and the reader is a model to load

    reply = answering.answer(asked, tuple(answering.Passage(text) for text in told))
    return reply.answer, reply.probability


def respond(question: Question, opened: Library, wish: Wish, telling: Telling | None = None) -> Answer:
    """The answer to a question that was read: retrieve, appraise, compose, check."""
    tell = telling or _nobody
    tell("Searching the library")
    retrieval, engine = _searched(question, opened, wish.date)
    searched = account(retrieval, (), (), wish.date, wish.services, wish.sent)
    refused = declined(question, wish.reader, searched, engine)
    if refused is not None:
        return assess.check(refused)
    tell(f"Reading {len(retrieval.hits)} of {retrieval.considered} sources that were found")
    context = _weighed(question, retrieval, opened, wish)
    if (proposal := apply.proposed(context)).treatment:
        about = reading.about(question, *proposal, opened)
        if about is not question:
            tell(f"Reading on {proposal.treatment}")
            question = about
            retrieval, engine = _searched(question, opened, wish.date)
            context = _beside(_weighed(question, retrieval, opened, wish), context)
    said = apply.reply(context, wish.follow, wish.cited) if wish.follow is not None else None
    beside = [
        apply.further_part(_part(other.question, opened, wish), other)
        for other in reading.others(question, opened, int(wish.date[:4]))
    ]
    tell(f"Writing from {len(context.appraisals)} sources that bear on the question")

    def composed(context: apply.Context) -> Answer:
        draft = apply.compose(
            reading.together(context, beside),
            warnings=warned(question, retrieval),
            withdrawn=withdrawn(question, retrieval),
            engine=engine,
            before=said,
            beside=beside,
        )
        tell(f"Checking {len(draft.statements)} sentences against their sources")
        return assess.check(counted(draft))

    made = composed(context)
    if context.groups and not made.section("bottom_line").statements:
        # What was weighed was withheld: the sources' own words are left.
        made = _with_lead_of(made, composed(msgspec.structs.replace(context, groups=())))
    if wish.loosened or wish.follow is not None or not apply.unmet(made):
        return apply.tidy(made)
    tell("Putting the question again with fewer words")
    # Where no way of putting it is answered, what is most salient in the sources stands in the place of an answer.
    return _loosened(question, opened, wish) or apply.tidy(composed(msgspec.structs.replace(context, last=True)))


def _part(question: Question, opened: Library, wish: Wish) -> apply.Context:
    """What a further question of the same text is answered from: where no study or guideline answers two treatments
    that it sets against each other, the same put with fewer words."""
    context = _weighed(question, retrieve(question, opened, as_of=wish.date), opened, wish)
    if context.answering or context.guidelines or not apply.compared_with(question):
        return context
    for put in reading.looser(question, opened):
        again = _weighed(put, retrieve(put, opened, as_of=wish.date), opened, wish)
        if again.answering:
            return again
    return context


def _loosened(question: Question, opened: Library, wish: Wish) -> Answer | None:
    """The answer to the first way of putting the question again that a source answers; None where none does."""
    for put in reading.looser(question, opened):
        if apply.unknown(question) and not apply.unknown(put):
            continue  # what helps instead is no answer to whether an unknown treatment does
        made = respond(put, opened, msgspec.structs.replace(wish, loosened=True))
        if not apply.unmet(made) and apply.of_its_class(made) and apply.keeps_medicine(question, made):
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


def _reader(reader: Reader | str) -> Reader:
    try:
        return Reader(reader)
    except ValueError as error:
        raise ProbatumError("P405", reader=reader, known=", ".join(r.value for r in Reader)) from error


def _depth(depth: Depth | str | None) -> Depth:
    if depth is None:
        return Depth.STANDARD
    try:
        return Depth(depth)
    except ValueError as error:
        raise ProbatumError("P410", depth=depth, known=", ".join(d.value for d in Depth)) from error


def read_date(as_of: str | datetime.date | None) -> str:
    """The date as ISO text, today when none is given. Raises ProbatumError P406."""
    if as_of is None:
        return datetime.date.today().isoformat()
    try:
        return (as_of if isinstance(as_of, datetime.date) else datetime.date.fromisoformat(as_of)).isoformat()
    except ValueError as error:
        raise ProbatumError("P406", date=as_of) from error


def appraised(
    question: Question, retrieval: Retrieval, readings: Readings | None = None, only: Only = ALL
) -> tuple[tuple[Appraisal, ...], tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """Appraise what was retrieved: what is kept, best first; of what was left out, what is evidence and was glanced
    at; and all that was left out, with the reason.

    Records of which the library has a reading are not read again.
    """
    barred = [
        (h.record.id, f"{h.record.status.value}: never evidence{why(h.record)}")
        for h in retrieval.hits
        if _barred(h.record)
    ]
    hits = [h for h in retrieval.hits if not _barred(h.record)]
    ready = _kept(readings, (h.record for h in hits))
    made = [
        appraise.glance(question, h.record, ready.get(h.record.id), score=h.score, found_by=h.found_by) for h in hits
    ]
    wanted, unwanted = _only(made, only)
    kept, excluded = apply.select(question, wanted)
    glanced = {a.record.id: a for a in wanted}
    further = tuple(glanced[id_] for id_, reason in excluded if apply.may_speak(reason))
    excluded = (*excluded, *unwanted)
    read = _read_whole(kept, readings)
    speaking, replaced = editions.current(question, read)
    speaking, bench = laboratory.left_out(question, speaking)
    speaking, gone = making_way.others(question, speaking)
    return speaking, further, (*barred, *excluded, *replaced, *bench, *gone)


def _only(made: Sequence[Appraisal], only: Only) -> tuple[list[Appraisal], list[tuple[str, str]]]:
    """The studies that may speak; labels always do, since they say what is dangerous."""
    kept: list[Appraisal] = []
    left: list[tuple[str, str]] = []
    for appraisal in made:
        study, record = appraisal.study, appraisal.record
        free = record.kind is RecordKind.LABEL
        if not free and only.designs and study.design not in only.designs:
            left.append((record.id, "another design than was asked for"))
        elif not free and only.since and (record.year or 0) < only.since:
            left.append((record.id, f"published before {only.since}"))
        else:
            kept.append(appraisal)
    return kept, left


def _barred(record: Record) -> bool:
    return record.status in NOT_EVIDENCE


def registry_entry(study: Study, library: Library) -> Record | None:
    """The registry entry of a trial, where its report names one that the library holds."""
    named = identifiers.find(study.registration.value) if study.registration else ()
    entries = (library.get(str(identifier)) for _, _, identifier in named)
    return next((e for e in entries if e is not None and e.kind is RecordKind.REGISTRY_ENTRY), None)


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


def counted(draft: Answer) -> Answer:
    """The draft with its search account saying which records were used."""
    used = tuple(r.record for r in draft.references)
    return apply.recount(draft, msgspec.structs.replace(draft.search, included=used))


def pooled(
    typed: str,
    analysis: Analysis,
    *,
    library: Library | str | Path | None = None,
    as_of: str | datetime.date | None = None,
) -> list[Pooled]:
    """What the library's records found on a question, pooled outcome by outcome; those with a result first.

    Where an outcome is not pooled its result says why. Raises ProbatumError as `evidence` does.
    """
    from probatum.appraise import pooling

    context = evidence(typed, library=library, as_of=as_of)
    made = [
        pooling.pool(group.name, [(i.appraisal.study, i.finding) for i in group.items], analysis)
        for group in context.groups
    ]
    if not made:
        return [pooling.pool(context.question.outcome, [], analysis)]
    return sorted(made, key=lambda one: one.estimate is None)
