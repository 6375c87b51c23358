"""The intervention that was asked about: whether words of a source name it, and what sort of thing it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from typing import Final

from probatum.model import Question, Role
from probatum.text import doses, words
from probatum.text.expressions import expression

_FORM: Final = expression(r"[a-z]\d{1,2}")
"""A letter with the number of a form, as in vitamin D3."""
_HOW: Final = words.stemmed(
    "low high higher lower standard full half single daily weekly dose dosage oral intravenous topical inhaled early "
    "late immediate delayed short long course term routine regular"
)
"""Words that say how something is given: `low dose aspirin` names aspirin."""
_LASTING: Final = expression(
    r"\b(?:\d+|one|two|three|four|five|six|seven|ten|fourteen)(?:[- ](?:to|or)[- ]\d+)?"
    r"[- ](?:hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
"""How long something is given."""


def _names(question: Question) -> list[str]:
    return [n for c in question.having(Role.INTERVENTION) for n in (c.text, c.label, *c.synonyms)]


def named_in(text: str, question: Question) -> bool:
    """Whether a text names what was asked about."""
    said = set(words.parted(text))
    said |= {s.rstrip("0123456789") for s in said if _FORM.fullmatch(s)}  # vitamin D3 is vitamin D
    stems = [{words.stem(w) for w in words.content(name)} for name in _names(question) or [question.intervention]]
    return any(s and s <= said for s in stems)


def spelled_by(stems: Set[str], question: Question) -> bool:
    """Whether stems, those of expanded abbreviations among them, name what was asked about."""
    return any(own and own <= stems for own in map(words.stems, _names(question)))


def is_of(question: Question, semantics: Collection[str]) -> bool:
    """Whether what is to be given is of one of those sorts: the concept must be at least half of what was named."""
    given = question.intervention
    for dose in reversed(doses.read(given)):  # `methotrexate 10 mg daily` names a drug all the same
        given = given[: dose.start] + given[dose.end :]
    given = _LASTING.sub(" ", given)  # and so does `prednisone for 5 days`
    named = {words.stem(w) for w in words.content(given)} - _HOW
    for concept in question.having(Role.INTERVENTION):
        stems = {words.stem(w) for w in words.content(f"{concept.text} {concept.label}")}
        if concept.semantic in semantics and 2 * len(named & stems) >= len(named):
            return True
    return False
