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
_OR: Final = caseless(r"s?(?: \([^)]*\))?(?:,|,? (?:or|and/or))(?: (?:an?|the|oral|short|topical|low[- ]dose)){0,3} ")
"""What stands between two of which either is offered: `an NSAID, colchicine or a corticosteroid`."""
_SOUGHT: Final = caseless(
    r"\b(?:alternatives?|instead|in (?:the )?place of|other than|else|substitutes?|can['’]?t|cannot|can not|unable"
    r"|not allowed|contra-?indicated|intoleran\w+|not (?:\w+ )?toler\w+|side[- ]effects?)\b"
)
"""Words that seek another thing; what did not serve yet may well be given again."""
_ON_THE_SKIN: Final = caseless(r"\b(?:topical|gels?|creams?|patch(?:es)?|ointments?|on the skin)\b")


def gives_it(text: str, question: Question) -> bool:
    """Whether a sentence has what makes way given before anything else, and by the way that was left: `considering an
    oral NSAID with a proton pump inhibitor`, where something in the place of NSAIDs is sought."""
    names = left(question) if _SOUGHT.search(question.typed) else None
    gives = _GIVES.search(text) if names else None
    if gives is None or _INSTEAD.search(text):
        return False
    out = every(question)
    behind = text[gives.start() :]
    given = [m for m in vocabulary.load().find(behind) if m.term.semantic == "drug"]
    if not given or given[0].term.label.casefold() not in out or _ON_THE_SKIN.search(behind[: given[0].end]):
        return False
    beside = behind[given[0].end : given[1].start] if len(given) > 1 else ""
    return not (_OR.fullmatch(beside) and given[1].term.label.casefold() not in out)
