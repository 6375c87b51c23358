"""Appraising: what is read out of the records that were found, and which of them may speak."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from probatum import apply, appraise
from probatum.acquire.library import Library
from probatum.acquire.retrieve import Retrieval
from probatum.apply.evidence import another_kind, editions, laboratory, phase_asked, sex_apart
from probatum.apply.together import making_way
from probatum.appraise import keeping
from probatum.model import NOT_EVIDENCE, About, Appraisal, Only, Question, Record, RecordKind, Study
from probatum.pipeline.warning import why
from probatum.pipeline.wishes import ALL
from probatum.text import identifiers

if TYPE_CHECKING:
    from probatum.acquire.library.readings import Readings


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
    ready = kept_readings(readings, (h.record for h in hits))
    made = [
        appraise.glance(question, h.record, ready.get(h.record.id), score=h.score, found_by=h.found_by) for h in hits
    ]
    wanted, unwanted = _only(made, only)
    kept, excluded = apply.select(question, wanted)
    glanced = {a.record.id: a for a in wanted}
    further = tuple(glanced[id_] for id_, reason in excluded if apply.may_speak(reason))
    if not any(a.directness.about is About.QUESTION for a in kept):
        spoken = {a.record.id: a for a in apply.by_sentence(question, further)}
        kept, further = (*spoken.values(), *kept), tuple(a for a in further if a.record.id not in spoken)
        excluded = tuple(pair for pair in excluded if pair[0] not in spoken)
    excluded = (*excluded, *unwanted)
    read = read_whole(kept, readings)
    speaking, replaced = editions.current(question, read)
    speaking, bench = laboratory.left_out(question, speaking)
    speaking, gone = making_way.others(question, speaking)
    speaking, unlike = another_kind.others(question, speaking)
    further = another_kind.others(question, further)[0]
    speaking, apart = phase_asked.others(question, speaking)
    speaking, of_one_sex = sex_apart.others(question, speaking)
    return speaking, further, (*barred, *excluded, *replaced, *bench, *gone, *unlike, *apart, *of_one_sex)


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


def kept_readings(readings: Readings | None, records: Iterable[Record]) -> dict[str, bytes]:
    """Readings that the library keeps, by record; see `appraise.keeping`."""
    return readings.of(records, keeping.reader()) if readings else {}


def glanced(question: Question, records: Iterable[Record], readings: Readings | None) -> tuple[Appraisal, ...]:
    """The records at a glance, from what the library keeps where it does."""
    chosen = tuple(records)
    ready = kept_readings(readings, chosen)
    return tuple(appraise.glance(question, record, ready.get(record.id)) for record in chosen)


def read_whole(glanced: Iterable[Appraisal], readings: Readings | None) -> tuple[Appraisal, ...]:
    """The appraisals with everything read, from what the library keeps where it does."""
    chosen = tuple(glanced)
    ready = kept_readings(readings, (a.record for a in chosen))
    return tuple(appraise.complete(a, ready.get(a.record.id)) for a in chosen)


def registry_entry(study: Study, library: Library) -> Record | None:
    """The registry entry of a trial, where its report names one that the library holds."""
    named = identifiers.find(study.registration.value) if study.registration else ()
    entries = (library.get(str(identifier)) for _, _, identifier in named)
    return next((e for e in entries if e is not None and e.kind is RecordKind.REGISTRY_ENTRY), None)
