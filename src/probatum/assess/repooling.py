"""A pooled statement is checked by pooling again: from the records it cites, by the characters it rests on."""

from __future__ import annotations

from probatum.model import Finding, Record, Statement, Study
from probatum.text import pooling as words


def told_again(statement: Statement) -> str:
    """The result in words, from the findings all of whose characters are among the supports; empty without one.

    The records are read anew, so that no figure is taken over from whoever wrote the statement.
    """
    from probatum.appraise import findings, pooling, study  # imported here: few answers pool

    held = frozenset(statement.supports)
    records: dict[str, Record] = {}
    for span in statement.supports:
        records.setdefault(span.record, span.source)
    evidence: list[tuple[Study, Finding]] = []
    for record in records.values():
        done = study.read(record)
        told = findings.read(record, done)
        evidence += [(done, finding) for finding in told if held.issuperset(pooling.spans(finding))]
    return words.sentence(pooling.pool("", evidence))
