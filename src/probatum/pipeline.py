"""The only place that joins the five rooms: ask, acquire, appraise, apply, assess."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import probatum
from probatum import apply, appraise, ask, assess, vocabulary
from probatum.acquire import starter
from probatum.acquire.library import Library, resolve
from probatum.acquire.retrieve import Retrieval, retrieve
from probatum.apply import outcomes, selection
from probatum.apply.danger import DANGERS
from probatum.apply.declining import declined
from probatum.appraise import bias, certainty, design, keeping, study
from probatum.ask.danger import read_danger
from probatum.errors import ProbatumError
from probatum.model import (
    NOT_EVIDENCE,
    About,
    Answer,
    Appraisal,
    BiasSignal,
    Certainty,
    Depth,
    Direction,
    Directness,
    Engine,
    Figure,
    Finding,
    Interval,
    LinkKind,
    Measure,
    Pooled,
    Question,
    Reader,
    Record,
    RecordKind,
    RecordStatus,
    SearchAccount,
    Span,
    Study,
    Warning,
)
from probatum.text import identifiers, statistics

if TYPE_CHECKING:
    from probatum.acquire.library.readings import Readings
    from probatum.acquire.services._query import Asked
    from probatum.appraise.pooling import Analysis


def open_library(location: str | Path | None = None) -> Library:
    """Open the library; one that does not exist is created with the starter records.

    Raises ProbatumError P3xx when the place holds something that is not a library or cannot be written.
    """
    where = resolve(location)
    if Library.exists(where):
        return Library.open(where)
    library = Library.open(where, create=True)
    library.add(starter.records(), describe=design.describe)
    return library


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
) -> Answer:
    """Answer a clinical question from the library.

    `as_of` (ISO date, default today) leaves out records dated later; the same question, library version, reader
    and date give the same bytes. `depth` is standard unless it is said. `services` says, one line each, what came of
    asking online services before (see `acquire.online`), and `sent` what they were asked; both go into the search
    account. `mid` is the minimal important difference of the outcome asked about, in its own unit (for events, an
    absolute difference in percent). Raises ProbatumError P4xx for a question that cannot be read, P3xx for a library
    that cannot be opened.
    """
    chosen = _reader(reader)
    wanted = _depth(depth)
    date = _date(as_of)
    opened = library if isinstance(library, Library) else open_library(library)
    question, retrieval, engine = _asked(typed, opened, date)
    refused = declined(question, chosen, account(retrieval, (), (), date, services, sent), engine)
    if refused is not None:
        return assess.check(refused)
    weighed = _weighed(question, retrieval, opened, date, services, sent, mid=mid)
    context = msgspec.structs.replace(weighed, reader=chosen, depth=wanted)
    draft = apply.compose(context, warnings=warned(question, retrieval), engine=engine)
    return apply.tidy(assess.check(counted(draft)))


def evidence(
    typed: str, *, library: Library | str | Path | None = None, as_of: str | datetime.date | None = None
) -> apply.Context:
    """Everything that an answer to the question would be written from: appraisals, outcome groups with their certainty.

    Raises ProbatumError as `answer` does, and P811 for a question that is not answered.
    """
    date = _date(as_of)
    opened = library if isinstance(library, Library) else open_library(library)
    question, retrieval, engine = _asked(typed, opened, date)
    if declined(question, Reader.DOCTOR, account(retrieval, (), (), date), engine) is not None:
        raise ProbatumError("P811")
    return _weighed(question, retrieval, opened, date)


def appraisal(identifier: str, *, library: Library | str | Path | None = None) -> Appraisal:
    """All that is read out of one record of the library, against no question.

    Raises ProbatumError P307 when the library does not hold it, P3xx for a library that cannot be opened.
    """
    opened = library if isinstance(library, Library) else open_library(library)
    record = opened.get(identifier.strip())
    if record is None:
        raise ProbatumError("P307", identifier=identifier, location=opened.location)
    glanced = Appraisal(record, study.outline(record), Directness())
    return appraise.complete(glanced, _kept(opened.readings, [record]).get(record.id))


def _kept(readings: Readings | None, records: Iterable[Record]) -> dict[str, bytes]:
    """Readings that the library keeps, by record; see `appraise.keeping`."""
    return readings.of(records, keeping.reader()) if readings else {}


def bias_signals(appraised: Appraisal, *, library: Library) -> tuple[BiasSignal, ...]:
    """The signals of bias in a report, against the registry entry of its trial where the library holds it."""
    return bias.signals(appraised.record, appraised.study, registry_entry(appraised.study, library))


def _asked(typed: str, opened: Library, date: str) -> tuple[Question, Retrieval, Engine]:
    """The question as it is read, what was found for it, and what did so."""
    terms = vocabulary.current()
    question = ask.read(
        typed,
        vocabulary=terms,
        library_knows=opened.has_term,
        library_near=opened.near_words,
        library_count=opened.count,
    )
    retrieval = retrieve(question, opened, as_of=date)
    return question, retrieval, Engine(probatum.__version__, retrieval.library_version, terms.version)


def _weighed(
    question: Question,
    retrieval: Retrieval,
    library: Library,
    date: str,
    services: Sequence[str] = (),
    sent: Sequence[str] = (),
    *,
    mid: float | None = None,
) -> apply.Context:
    """What was retrieved, appraised, grouped and graded."""
    kept, excluded = appraised(question, retrieval, library.readings)
    beside = certainty.gather(kept, lambda trial: registry_entry(trial, library), date)
    return apply.Context(
        question=question,
        reader=Reader.DOCTOR,
        appraisals=kept,
        groups=graded(question, kept, beside, mid=mid),
        overall=overall(question, kept),
        search=account(retrieval, (), excluded, date, services, sent),
        alternatives=alternatives(question, kept),
    )


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


def _date(as_of: str | datetime.date | None) -> str:
    if as_of is None:
        return datetime.date.today().isoformat()
    try:
        return (as_of if isinstance(as_of, datetime.date) else datetime.date.fromisoformat(as_of)).isoformat()
    except ValueError as error:
        raise ProbatumError("P406", date=as_of) from error


def appraised(
    question: Question, retrieval: Retrieval, readings: Readings | None = None
) -> tuple[tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """Appraise what was retrieved: what is kept, best first, and what was left out with the reason.

    Records of which the library has a reading are not read again.
    """
    barred = [
        (h.record.id, f"{h.record.status.value}: never evidence{_why(h.record)}")
        for h in retrieval.hits
        if _barred(h.record)
    ]
    made = [
        appraise.glance(question, h.record, score=h.score, found_by=h.found_by)
        for h in retrieval.hits
        if not _barred(h.record)
    ]
    kept, excluded = apply.select(question, made)
    ready = _kept(readings, (a.record for a in kept))
    return tuple(appraise.complete(a, ready.get(a.record.id)) for a in kept), (*barred, *excluded)


def _barred(record: Record) -> bool:
    return record.status in NOT_EVIDENCE


def registry_entry(study: Study, library: Library) -> Record | None:
    """The registry entry of a trial, where its report names one that the library holds."""
    named = identifiers.find(study.registration.value) if study.registration else ()
    entries = (library.get(str(identifier)) for _, _, identifier in named)
    return next((e for e in entries if e is not None and e.kind is RecordKind.REGISTRY_ENTRY), None)


def graded(
    question: Question, kept: Sequence[Appraisal], beside: certainty.Beside, *, mid: float | None = None
) -> tuple[outcomes.OutcomeGroup, ...]:
    """Findings grouped by outcome, each group with its certainty. `mid` holds for the outcome asked about alone."""
    made: list[outcomes.OutcomeGroup] = []
    for group in apply.group(question, kept):
        evidence = [(i.appraisal.study, i.finding, i.appraisal.directness) for i in group.items]
        together = _taken_together(group)
        known = dataclasses.replace(beside, pooled=together, mid=mid if group.asked else None)
        level = certainty.grade(question, group.name, evidence, known)
        made.append(msgspec.structs.replace(group, certainty=level, pooled=together))
    return tuple(made)


def _taken_together(group: outcomes.OutcomeGroup) -> Pooled | None:
    """The pooled result of a group, where it has one."""
    numbers = {
        i.finding.record for i in group.items if i.finding.interval or any(a.value or a.events for a in i.finding.arms)
    }
    if len(numbers) < 2:
        return None
    from probatum.appraise import pooling  # imported here: few answers pool

    made = pooling.pool(group.name, [(i.appraisal.study, i.finding) for i in group.items])
    return made if made.estimate is not None else None


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


def overall(question: Question, kept: Sequence[Appraisal]) -> Certainty | None:
    """Certainty of the leading source's own answer, graded as one result told in words."""
    for appraisal in kept:
        said = appraisal.conclusions or appraisal.results
        if appraisal.directness.about is About.QUESTION and said:
            name = question.outcome or question.intervention or "this question"
            denied = any(c.direction == "no difference" for c in appraisal.study.claims)
            way = Direction.NONE_DETECTED if denied else Direction.HIGHER  # the grade asks only: an effect, or none
            told = next((i for span in (*said, *appraisal.results) if (i := _interval(span))), None)
            result = Finding(appraisal.record.id, name, Measure.P_ONLY, said[0], direction=way, interval=told)
            direct = appraisal.directness
            if not selection.known(question):  # words alone cannot show that a study is indirect
                direct = Directness(about=About.QUESTION, relevant=True, covers=direct.covers)
            return certainty.grade(question, name, [(appraisal.study, result, direct)])
    return None


def _interval(sentence: Span) -> Interval | None:
    """The first interval a sentence prints, so that a grade does not say that none is reported."""
    for mention in statistics.read_intervals(sentence.quote):
        if mention.kind in ("CI", "CrI"):
            ends = (
                (mention.low, mention.low_start, mention.low_end),
                (mention.high, mention.high_start, mention.high_end),
            )
            low, high = (Figure(v, sentence.quote[a:b], sentence.inner(a, b)) for v, a, b in ends)
            return Interval(low, high, mention.level)
    return None


def alternatives(question: Question, kept: Iterable[Appraisal]) -> tuple[tuple[str, Certainty], ...]:
    """Certainty of what each alternative's record found on the outcome asked about."""
    made: list[tuple[str, Certainty]] = []
    for appraisal in kept:
        about = appraisal.directness.about
        option = about is About.ALTERNATIVE or (about is About.QUESTION and selection.is_open(question))
        if not option or appraisal.record.kind in (RecordKind.LABEL, RecordKind.GUIDELINE):
            continue
        findings = outcomes.relevant_findings(question, appraisal)[:2]
        if findings:
            evidence = [(appraisal.study, f, appraisal.directness) for f in findings]
            made.append((appraisal.record.id, certainty.grade(question, findings[0].outcome, evidence)))
    return tuple(made)


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


def sendable(typed: str) -> Asked:
    """What of a typed question or query may be sent to an online service; nothing is sent here.

    A text in PubMed's syntax stays as it is, but for details of a person. A question is read without such details, and
    names that the vocabulary knows are left of it. Nothing is left of a question about danger, or of one whose drug is
    in doubt. Raises ProbatumError P401, P402, P505.
    """
    from probatum.acquire.services._query import Asked, from_question, typed_query  # an answer offline needs none
    from probatum.text import personal

    terms = vocabulary.load()
    query = typed_query(typed, terms)
    if query is not None:
        return query
    kept, removed = personal.remove(typed)
    question = ask.read(kept, vocabulary=terms)
    if question.choices or question.danger or read_danger(typed):
        return Asked(removed=removed)
    return from_question(question, terms, removed)


def counted(draft: Answer) -> Answer:
    """The draft with its search account saying which records were used."""
    used = tuple(r.record for r in draft.references)
    return apply.recount(draft, msgspec.structs.replace(draft.search, included=used))


def warned(question: Question, retrieval: Retrieval) -> tuple[Warning, ...]:
    """Danger in the question, retracted records that were left out, an empty library."""
    made: list[Warning] = []
    if question.danger in DANGERS:
        made.append(Warning(question.danger, DANGERS[question.danger]))
    retracted = [h.record for h in retrieval.hits if h.record.status in NOT_EVIDENCE]
    for record in retracted:
        said = f"{record.id} ({_short(record)}) is {record.status.value} and was left out{_why(record)}."
        made.append(Warning("retracted", said))
    concerned = [h.record for h in retrieval.hits if h.record.status is RecordStatus.CONCERN]
    for record in concerned:
        said = f"An expression of concern was published on {record.id} ({_short(record)}){_why(record)}."
        made.append(Warning("concern", said))
    if not retrieval.records:
        made.append(
            Warning("empty-library", "The library holds no records: add some with `probatum library add PATH`.")
        )
    return tuple(made)


_NOTICES = {RecordStatus.RETRACTED: LinkKind.RETRACTED_BY, RecordStatus.CONCERN: LinkKind.CONCERN}


def _why(record: Record) -> str:
    """Who says that a record stands as it does, with the notice: its own source's link, else what lies over it."""
    own = [link for link in record.links if link.kind is _NOTICES.get(record.status)]
    if own:
        named = " ".join(str(part) for part in (own[0].identifier, own[0].note.rstrip(".")) if part)
        return f" (notice: {named})" if named else ""
    laid = [notice for notice in record.notices if notice.status is record.status]
    return f" ({laid[0]})" if laid else ""


def _short(record: Record) -> str:
    author = record.authors[0].rsplit(" ", 1)[0] if record.authors else record.journal
    return f"{author} {record.year or ''}".strip() or record.title[:60]
