"""Both: a question on two treatments given together, one of which no vocabulary knows (`an alarm with desmopressin`).

Only results of an arm that got both answer it. What one of them did against the other is the opposite of that question,
and what one of them did by itself another one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.apply import wording
from probatum.apply.evidence import arms
from probatum.model import Appraisal, Concept, Finding, Question, Role
from probatum.text import words
from probatum.text.expressions import caseless

_NAME: Final = (
    r"(?:an? |the |my |her |his |their )?(?P<{}>[\w/-]+(?: (?!(?:with|and|to|for|in|on|plus|or|together|combined)\b)"
    r"[\w/-]+){{0,2}})"
)
_JOINED: Final = (
    caseless(rf"\bcombin\w+ (?:of )?{_NAME.format('one')} (?:with|and) {_NAME.format('other')}"),
    caseless(rf"\badd(?:ing|ed|ition of)? {_NAME.format('one')} to {_NAME.format('other')}"),
    caseless(
        rf"{_NAME.format('one')} (?:plus|\+|together with|combined with|in combination with|along with"
        rf"|added to|on top of) {_NAME.format('other')}"
    ),
    caseless(rf"{_NAME.format('one')} and {_NAME.format('other')} (?:together|combined|in combination|both)"),
)
_ALL: Final = caseless(r"\b(?:combin\w+|both|dual|together|plus)\b")
"""Names of an arm that got several, without their own."""
_NOTHING: Final = words.stems("help work do does is are be good better any use give start stop treatment drug medicine")


_AMOUNT: Final = caseless(r" \d.*$")
"""How much of it the asker gives, which no arm need have got."""


class Pair(NamedTuple):
    """Two treatments that a question joins: in its words, and all names of each as stems."""

    said: str
    names: tuple[tuple[frozenset[str], ...], ...]


@lru_cache(maxsize=64)
def pair(question: Question) -> Pair | None:
    """The two that a question joins; None where it joins none, or where both are known: then their arms are."""
    for pattern in _JOINED:
        found = pattern.search(question.read)
        if found is None:
            continue
        parts = (found["one"], found["other"])
        own = [_concept(part, question) for part in parts]
        names = tuple(_names(part, one) for part, one in zip(parts, own, strict=True))
        if sum(concept is not None for concept in own) != 1 or not all(names):
            return None
        one, other = (wording.lower(_AMOUNT.sub("", part)) for part in parts)
        return Pair(f"{one} with {other}", names)
    return None


def said(question: Question) -> str:
    """`alarm with desmopressin`; empty where a question joins no such two."""
    found = pair(question)
    return "" if found is None else found.said


def _concept(said: str, question: Question) -> Concept | None:
    stems = words.stems(said)
    given = question.having(Role.INTERVENTION)
    return next((c for c in given if any(words.stems(n) & stems for n in (c.text, c.label))), None)


def _names(said: str, concept: Concept | None) -> tuple[frozenset[str], ...]:
    every = (said,) if concept is None else concept.names
    return tuple(own for name in every if (own := words.stems(name) - _NOTHING))


def _held(arm: str, names: tuple[frozenset[str], ...]) -> bool:
    said = words.parted(arm)
    return any(own <= said for own in names)


def _of_both(finding: Finding, names: tuple[tuple[frozenset[str], ...], ...]) -> bool:
    return any(_ALL.search(arm) or all(_held(arm, one) for one in names) for arm in arms.sides(finding) if arm)


def answers(question: Question, finding: Finding, appraisals: Iterable[Appraisal]) -> bool:
    """Whether a result may answer such a question: that of both where any source has one, else none of one against the
    other; True for all other questions."""
    found = pair(question)
    if found is None or _of_both(finding, found.names):
        return True
    names = found.names
    if _met(names, tuple(appraisals)):
        return False
    one, other = (tuple(_held(arm, each) for each in names) for arm in arms.sides(finding))
    return not (any(one) and any(other) and one != other)


def _met(names: tuple[tuple[frozenset[str], ...], ...], appraisals: tuple[Appraisal, ...]) -> bool:
    return any(_of_both(f, names) for a in appraisals for f in a.findings)
