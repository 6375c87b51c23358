"""Making way: medicines that were not borne or did not serve, in the place of which another is asked for.

What one of these did in its trials is no answer to what may be given instead, and it is no option itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply.evidence.given import treatment
from probatum.apply.selection import is_open, is_proposed
from probatum.model import Appraisal, Question, RecordKind, Role
from probatum.text import words
from probatum.vocabulary.classes import classes_of

WHY: Final = "on the medicine that makes way"
_ADVICE: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)


def left(question: Question) -> frozenset[str]:
    """Their names in lower case; none where the question names what it asks about."""
    if not (is_open(question) or is_proposed(question)):
        return frozenset()
    return frozenset(c.label.casefold() for c in question.having(Role.COMPARATOR) if c.semantic == "drug")


def alone(question: Question) -> Question:
    """The question without them: nobody asked to have what is given set against what was not borne."""
    names = left(question)
    if not names:
        return question
    kept = tuple(c for c in question.concepts if c.role is not Role.COMPARATOR or c.label.casefold() not in names)
    return msgspec.structs.replace(question, concepts=kept, comparator="")


def others(
    question: Question, appraisals: Sequence[Appraisal]
) -> tuple[tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """The appraisals without studies of these, or of their narrowest class; pairs of (record, reason) for those."""
    drugs = left(question)
    names = [words.stems(name) for name in (*drugs, *(label for drug in drugs for label in classes_of(drug)[:1]))]
    gone = {
        a.record.id
        for a in appraisals
        if a.record.kind not in _ADVICE and any(name <= words.stems(treatment(a)) for name in names if name)
    }
    if not gone:
        return tuple(appraisals), ()
    return tuple(a for a in appraisals if a.record.id not in gone), tuple((one, WHY) for one in sorted(gone))
