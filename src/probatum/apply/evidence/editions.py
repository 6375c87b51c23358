"""Editions: of two versions of one review the newer speaks, where it says something of its own of what was asked.

A new edition of which the library holds little more than its date leaves the older one to speak; that is said with it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from probatum.apply.evidence import intervention
from probatum.apply.quoted.quotable import judges, quotable
from probatum.model import About, Appraisal, DirectiveAction, LinkKind, Question, RecordKind, RecordStatus

_ADVICE = (DirectiveAction.RECOMMENDED, DirectiveAction.NOT_RECOMMENDED)
WHY = "superseded by a newer edition, which speaks for it"


def current(
    question: Question, appraisals: Sequence[Appraisal]
) -> tuple[tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """The appraisals without older editions whose newer one answers; pairs of (record, reason) for those left out."""
    named = {str(i): a for a in appraisals for i in a.record.identifiers}
    out = {a.record.id for a in appraisals if any(_speaks(question, newer) for newer in _newer(a, appraisals, named))}
    return tuple(a for a in appraisals if a.record.id not in out), tuple((record, WHY) for record in sorted(out))


def newer(old: Appraisal, every: Sequence[Appraisal]) -> tuple[Appraisal, ...]:
    """The newer editions of a replaced source among the appraisals."""
    return tuple(_newer(old, every, {str(i): a for a in every for i in a.record.identifiers}))


def replaced_by(old: Appraisal, held: Collection[str]) -> bool:
    """Whether a source names a newer edition of itself among the identifiers that are `held`."""
    return old.record.status is RecordStatus.SUPERSEDED and any(
        link.kind is LinkKind.SUPERSEDED_BY and str(link.identifier) in held for link in old.record.links
    )


def _newer(old: Appraisal, every: Sequence[Appraisal], named: dict[str, Appraisal]) -> list[Appraisal]:
    """The newer editions of a superseded record among the appraisals."""
    if old.record.status is not RecordStatus.SUPERSEDED:
        return []
    own = {str(i) for i in old.record.identifiers}
    links = (link for link in old.record.links if link.kind is LinkKind.SUPERSEDED_BY)
    found = [named[str(link.identifier)] for link in links if str(link.identifier) in named]
    found += [
        a
        for a in every
        if any(link.kind is LinkKind.SUPERSEDES and str(link.identifier) in own for link in a.record.links)
    ]
    return [a for a in found if a is not old]


def _speaks(question: Question, newer: Appraisal) -> bool:
    """Whether an edition answers by a conclusion or a result of its own on what was asked about."""
    if newer.directness.about is not About.QUESTION:
        return False
    told = (*newer.conclusions, *newer.results)
    advised = (d for d in newer.directives if d.action in _ADVICE)
    if newer.record.kind is RecordKind.GUIDELINE and any(intervention.named_in(d.text, question) for d in advised):
        return True
    return any(quotable(s) and judges(s) and intervention.named_in(s.quote, question) for s in told)
