"""Appraise: the third step of evidence-based practice. Records in, everything typed that was read from them out."""

from __future__ import annotations

from probatum.appraise import directives, directness, findings, study
from probatum.model import Appraisal, Question, Record

__all__ = ["appraise"]


def appraise(question: Question, record: Record, *, score: float = 0.0, found_by: tuple[str, ...] = ()) -> Appraisal:
    """One record against one question: study, directness, and, where it bears on the question, findings and directives.

    `score` and `found_by` are the retrieval's and are passed on. Pure; raises nothing for odd text.
    """
    done = study.read(record)
    bearing = directness.judge(question, record, done)
    if not bearing.relevant:
        return Appraisal(record, done, bearing, score=score, found_by=found_by)
    return Appraisal(
        record=record,
        study=done,
        directness=bearing,
        findings=findings.read(record, done),
        directives=directives.read(record),
        results=findings.sentences(record),
        conclusions=findings.conclusions(record),
        score=score,
        found_by=found_by,
    )
