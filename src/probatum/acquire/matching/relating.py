"""How two documents that are no copies stand to each other: a preprint and its paper, a registry entry and a report of
its trial, a notice and what it is about.

What a source links itself (PubMed's CommentsCorrections, a registry's results) is in its record. This finds what no
source says, from the same evidence as for copies.
"""

from __future__ import annotations

from typing import Final

from probatum.acquire.matching.reference import Reference
from probatum.acquire.matching.weighing import Judgement, weigh
from probatum.model import LinkKind, RecordKind

_NOTICE: Final = {
    "erratum": (LinkKind.ERRATUM, LinkKind.ERRATUM_FOR),
    "retraction": (LinkKind.RETRACTED_BY, LinkKind.RETRACTS),
    "expression of concern": (LinkKind.CONCERN, LinkKind.CONCERN_FOR),
    "comment": (LinkKind.COMMENT, LinkKind.COMMENT),
}


def relation(one: Reference, other: Reference) -> tuple[LinkKind, Judgement] | None:
    """How `other` stands to `one`, with the evidence; None when they are copies, or nothing to each other."""
    judged = weigh(one, other)
    if judged.same:
        return None
    if one.preprint != other.preprint:
        if one.notice or other.notice:
            return None  # a notice is about the paper
        kind = LinkKind.PREPRINT if other.preprint else LinkKind.PUBLICATION
        return (kind, judged) if _titles(judged) and _people(judged) else None
    if bool(one.notice) != bool(other.notice) and (one.notice or other.notice) in _NOTICE:
        kind = _NOTICE[one.notice or other.notice][0 if other.notice else 1]
        return (kind, judged) if _titles(judged) and judged.score >= 0 else None
    return None


def registered(one: Reference, other: Reference) -> LinkKind | None:
    """The relation of two documents that name one trial."""
    if RecordKind.REGISTRY_ENTRY in (one.kind, other.kind) and one.kind is not other.kind:
        return LinkKind.REGISTRATION if other.kind is RecordKind.REGISTRY_ENTRY else LinkKind.PUBLICATION
    return None


def _titles(judged: Judgement) -> bool:
    return any(evidence.points >= 4 and "title" in evidence.words for evidence in judged.reasons)


def _people(judged: Judgement) -> bool:
    return any(evidence.points >= 3 and "authors" in evidence.words for evidence in judged.reasons)
