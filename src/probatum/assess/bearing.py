"""A small model's opinion: does a record bear a sentence out? It supports it, contradicts it, or says too little.

It is no rule and gives no support. As a check of an audit it can flag a sentence as not checked; it is asked only where
an installation names `probatum.assess.bearing:flag` under the entry point group `probatum.audit_checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from probatum.appraise.claims import bearing as reading
from probatum.appraise.reading import sentences
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Record, SectionKind, Span

SURE: Final = 0.8
"""Probability from which a contradiction is flagged."""


class Borne(NamedTuple):
    """What a record says of a sentence: `supports`, `contradicts` or `not enough`, and the characters that tell it."""

    stance: str
    probability: float
    probabilities: Mapping[str, float]
    span: Span | None
    """None where the record has no title and no abstract."""


def borne(sentence: str, record: Record) -> Borne:
    """Judged from title and abstract by the model of docs/building/models/bearing.md. About 10 ms; raises nothing."""
    told = [s for s in sentences(record) if s.section.kind in (SectionKind.TITLE, SectionKind.ABSTRACT)]
    found = reading.read(sentence, [s.text for s in told])
    span = None if found.sentence is None else told[found.sentence].span()
    return Borne(found.stance, found.probability, found.probabilities, span)


@probe(
    name="bearing",
    order=95,
    purpose="Whether a small model reads a contradiction in the source; it only ever flags.",
    source="Wadden D, et al. Fact or fiction: verifying scientific claims (2020), doi:10.18653/v1/2020.emnlp-main.609",
    by="model",
)
def flag(case: Cited) -> Opinion | None:
    """Not checked where every record cited is read as contradicting the sentence."""
    read = [borne(case.text, source.record) for source in case.sources]
    if not read or any(one.stance != "contradicts" or one.probability < SURE for one in read):
        return None
    spans = tuple(one.span for one in read if one.span is not None)
    return Opinion(None, "a small model reads the source as contradicting the sentence; a person must judge", spans)
