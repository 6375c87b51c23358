"""Making way: medicines that were not borne or did not serve, in the place of which another is asked for.

What one of these did in its trials is no answer to what may be given instead, and it is no option itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply.evidence.given import treatment
from probatum.apply.selection import is_open, is_proposed
from probatum.model import Appraisal, Question, RecordKind, Role
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

WHY: Final = "on the medicine that makes way"
_ADVICE: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)


def left(question: Question) -> frozenset[str]:
    """Their names in lower case; none where the question names what it asks about."""
    if not (is_open(question) or is_proposed(question)):
        return frozenset()
    return frozenset(c.label.casefold() for c in question.having(Role.COMPARATOR) if c.semantic == "drug")


def every(question: Question) -> frozenset[str]:
    """Their names, and those of the members of a class that makes way as a whole."""
    names = left(question)
    return names | {member.casefold() for name in names for member in members(name)}


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


_GIVES: Final = caseless(
    r"\b(?:dose of|first choices?|first-line|recommend(?:s|ed)?|consider(?:ed|ing)?|offer(?:s|ed|ing)?"
    r"|(?:is|are) (?:given|added|started|used)|should be (?:given|used))\b"
)
_INSTEAD: Final = caseless(
    r"\b(?:in place of|instead of|other than|who (?:cannot|can ?not|do not|should not) (?:have|take|tolerate)"
    r"|against|not recommend\w*|avoid\w*|stop\w*)\b"
)
_ON_THE_SKIN: Final = caseless(r"\b(?:topical|gels?|creams?|patch(?:es)?|ointments?|on the skin)\b")


def gives_it(text: str, question: Question) -> bool:
    """Whether a sentence has what makes way given before anything else, and by the way that was left: `considering an
    oral NSAID with a proton pump inhibitor`, where something in the place of NSAIDs is sought."""
    names = left(question)
    gives = _GIVES.search(text) if names else None
    if gives is None or _INSTEAD.search(text):
        return False
    out = every(question)
    behind = text[gives.start() :]
    first = next((m for m in vocabulary.load().find(behind) if m.term.semantic == "drug"), None)
    if first is None or first.term.label.casefold() not in out:
        return False
    return _ON_THE_SKIN.search(behind[: first.end]) is None
