"""Directives: what a label or a guideline says to do or to avoid, in its own words, each with its characters.

Only labels, guidelines and the safety notices of regulators direct; what a trial's or a review's authors recommend is
their conclusion and is read by `appraise.claims`.
"""

from __future__ import annotations

from probatum.appraise.directives import guidelines, labels
from probatum.model import Directive, Record, RecordKind

__all__ = ["read"]


def read(record: Record) -> tuple[Directive, ...]:
    """The directives of a record, by action and within each the gravest first. Empty for anything but a label or
    guideline. Raises nothing for odd input."""
    if record.kind is RecordKind.LABEL:
        return labels.read(record)
    if record.kind is RecordKind.GUIDELINE:
        return guidelines.read(record)
    return ()
