"""Appraise: the third step of evidence-based practice. Records in, everything typed that was read from them out."""

from __future__ import annotations

import msgspec

from probatum.appraise import directives, directness, findings, study
from probatum.model import Appraisal, Question, Record

__all__ = ["appraise", "complete", "glance"]


def glance(question: Question, record: Record, *, score: float = 0.0, found_by: tuple[str, ...] = ()) -> Appraisal:
    """An outline of the study and how directly it bears on the question: enough to choose by.

    `score` and `found_by` are the retrieval's and are passed on. Pure; raises nothing for odd text.
    """
    done = study.outline(record)
    return Appraisal(record, done, directness.judge(question, record, done), score=score, found_by=found_by)


def complete(glanced: Appraisal) -> Appraisal:
    """The same appraisal with the whole study, findings, directives, result sentences and conclusions read."""
    record = glanced.record
    done = study.read(record)
    return msgspec.structs.replace(
        glanced,
        study=done,
        findings=findings.read(record, done),
        directives=directives.read(record),
        results=findings.sentences(record),
        conclusions=findings.conclusions(record),
    )


def appraise(question: Question, record: Record) -> Appraisal:
    """One record against one question, read completely where it bears on it."""
    glanced = glance(question, record)
    return complete(glanced) if glanced.directness.relevant else glanced
