"""Another kind: sources on an illness that shares only its head word with the one asked about.

`infantile colic` is no renal colic, and what ends the one may kill in the other. Where the question narrows a head word
and a source narrows it otherwise in its title and never names the kind asked about, it has nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.model import Appraisal, Question, RecordKind, Role
from probatum.text import words
from probatum.text.expressions import caseless

WHY: Final = "on another kind of it"
_ILL: Final = ("condition", "symptom")
_KIND: Final = caseless(
    r"\b(?!(?:acute|chronic|typical|usual|normal|mild|clinical|initial|general|medical|initial|recurrent|oral|topical"
    r"|optimal|terminal|critical|serious|real|actual|total|annual|new|my|his|her|the|any|medic|dramatic|basic|manual"
    r"|early|primary|secondary|ordinary|extraordinary|regular|similar|american|mean|than|an|can|man|woman|plan)\s)"
    r"(?P<kind>[a-z]{3,18}(?:al|ic|ile|ous|ary|ar|oid|ian|tive))\s+$"
)
"""An adjective that makes a kind of what stands behind it."""
_SMALL: Final = caseless(r"\b(?:infant\w*|bab(?:y|ies)|newborn\w*|neonat\w*|months?)\b")


def others(
    question: Question, appraisals: Sequence[Appraisal]
) -> tuple[tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """The appraisals without sources on another kind; pairs of (record, reason) for those."""
    kinds = _asked(question)
    gone = {a.record.id for a in appraisals if any(_is_other(a, *kind, question) for kind in kinds)}
    kept = tuple(a for a in appraisals if a.record.id not in gone)
    return kept, tuple((one, WHY) for one in sorted(gone))


def _asked(question: Question) -> list[tuple[str, str]]:
    """Each illness asked about that no list knows as the kind it is: its head word, and what makes the kind; of an
    infant without such a word."""
    found: list[tuple[str, str]] = []
    # A question put again with fewer words has lost what makes the kind; what was typed has it still.
    low = f"{question.typed} ; {question.read}".lower()
    years = fitting.age(question.patient)
    small = years is not None and years.high <= 1
    for concept in question.concepts:
        if concept.semantic not in _ILL or concept.role not in (Role.POPULATION, Role.OUTCOME):
            continue
        head = concept.text.lower()
        at = low.find(head)
        kind = _KIND.search(low[max(0, at - 30) : at]) if at > 0 and " " not in head else None
        if kind is not None or (small and " " not in head):
            found.append((head, kind["kind"] if kind is not None else ""))
    return found


def _is_other(appraisal: Appraisal, head: str, kind: str, question: Question) -> bool:
    """Whether a source is on another kind: every mention of the head in its title is of one, and it never names the
    kind asked about; for an infant, a kind of its own that nobody named, in a source that tells of none so young."""
    record = appraisal.record
    if record.kind is RecordKind.LABEL:
        return False
    title = record.title.lower()
    at = [m.start() for m in re.finditer(rf"\b{re.escape(head)}", title)]
    narrowed = [found["kind"] for one in at if (found := _KIND.search(title[max(0, one - 30) : one]))]
    if (
        not at
        or len(narrowed) != len(at)
        or any(words.stems(one) <= words.stems(f"{question.typed} {question.read}") for one in narrowed)
    ):
        return False
    text = f"{record.title} {' '.join(section.text for section in record.sections)}"
    if kind:
        return not words.stems(kind) <= words.stems(text)
    named = [m.term for m in vocabulary.load().find(record.title) if head in m.term.label.casefold()]
    own = any(term.label.casefold() != head for term in named)
    return own and _SMALL.search(text) is None
