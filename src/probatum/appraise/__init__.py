"""Appraise: the third step of evidence-based practice. Records in, everything typed that was read from them out."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import msgspec

from probatum.appraise import directness, keeping, study
from probatum.appraise.keeping import Reading
from probatum.model import Appraisal, Question, Record, Study

__all__ = ["appraise", "complete", "glance", "read"]

KEPT: Final = 512
"""Records whose outline and reading stay in memory: questions that follow one another, and the parts of one answer, ask
for the same records again."""


def glance(
    question: Question,
    record: Record,
    kept: bytes | None = None,
    *,
    score: float = 0.0,
    found_by: tuple[str, ...] = (),
) -> Appraisal:
    """An outline of the study and how directly it bears on the question: enough to choose by.

    `kept` is a reading of the record that was packed before. `score` and `found_by` are the retrieval's and are passed
    on. Pure; raises nothing for odd text.
    """
    done = (_reading(record, kept).outline if kept else None) or _outline(record)
    return Appraisal(record, done, directness.judge(question, record, done), score=score, found_by=found_by)


def read(record: Record) -> Reading:
    """The whole study, findings, directives, result sentences and conclusions of a record."""
    from probatum.appraise import directives, findings  # not needed where the library keeps what is read

    done = study.read(record)
    return Reading(
        done,
        findings.read(record, done),
        directives.read(record),
        findings.sentences(record),
        findings.conclusions(record),
        _outline(record),
    )


def complete(glanced: Appraisal, kept: bytes | None = None) -> Appraisal:
    """The same appraisal with everything read; `kept` is a reading of the record that was packed before."""
    record = glanced.record
    reading = _reading(record, kept)
    return msgspec.structs.replace(
        glanced,
        study=reading.study,
        findings=reading.findings,
        directives=reading.directives,
        results=reading.results,
        conclusions=reading.conclusions,
    )


@lru_cache(maxsize=KEPT)
def _outline(record: Record) -> Study:
    return study.outline(record)


@lru_cache(maxsize=KEPT)
def _reading(record: Record, kept: bytes | None) -> Reading:
    return (keeping.unpack(kept, record) if kept else None) or read(record)


def appraise(question: Question, record: Record) -> Appraisal:
    """One record against one question, read completely where it bears on it."""
    glanced = glance(question, record)
    return complete(glanced) if glanced.directness.relevant else glanced
