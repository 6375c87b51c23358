"""Kinds: advice on a kind of the illness asked about speaks for that kind, and not for the illness as a whole.

What is given in fungal nails or in ringworm of the scalp is nothing for ringworm of an arm, though both are kinds of
it. One rule: advice that names the illness itself, and no other beside it, is on the whole; advice that names a kind of
it and not the illness is on that kind. The first leads where it is held, and the other comes behind it; where nothing
on the whole is held, advice on a kind is told, in words that name the kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from probatum import vocabulary
from probatum.model import Appraisal, Directive, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Term

Row = TypeVar("Row", bound=tuple[Appraisal, Directive])

_ILL: Final = ("condition", "symptom")
_ROLES: Final = (Role.POPULATION, Role.OUTCOME)
_TOO_WIDE: Final = frozenset(
    ("pain", "infections", "neoplasms", "cancer", "inflammation", "disease", "fever", "hemorrhage", "bleeding")
)
"""Names so wide that what is held on them is on nothing in particular: each advice on them is on a kind."""


def wholes(texts: Iterable[str], question: Question) -> frozenset[str]:
    """The illnesses asked about, and kinds of them, that texts are on: those that one names with no other illness and
    no case of its own, for what is done in it with another, or in people who cannot have the first choice, is no advice
    on it at large."""
    asked, told = _asked(question), _told(question)
    if not asked:
        return frozenset()
    found = [_near(text, asked) for text in texts if not (_of_a_case(text, asked) or _others(text, asked, told))]
    return frozenset(term.label.casefold() for near in found for term in near)


def of_kind(text: str, question: Question, held: frozenset[str]) -> bool:
    """Whether a text is on a kind alone of illnesses that advice is held on as a whole: it names none of which what it
    names is a kind."""
    near = _near(text, _asked(question))
    on, told = {term.label.casefold() for term in near}, _told(question)
    if not near or on & told:
        return False
    return all((held & _wider(term)) - on for term in near)


def in_whole(text: str, title: str, question: Question) -> bool:
    """Whether a text on a kind stands in a source that is, by its title, on the illness asked about and on no kind."""
    asked = _asked(question)
    titled = {term.label.casefold() for term in _near(title, asked)}
    return bool(titled) and titled <= asked and any(_wider(term) & titled for term in _near(text, asked))


def whole_first(rows: Sequence[Row], question: Question) -> list[Row]:
    """Advice on the whole before that on a kind of it, each in its order; as it was where none is on the whole."""
    held = wholes((item.text for _, item in rows), question)
    return sorted(rows, key=lambda row: of_kind(row[1].text, question, held))


def whole_alone(rows: Sequence[Row], question: Question) -> list[Row]:
    """Advice without that on kinds, where some is on the whole: for what is told in a line or two, and for amounts."""
    held = wholes((item.text for _, item in rows), question)
    return [row for row in rows if not of_kind(row[1].text, question, held)]


def _asked(question: Question) -> frozenset[str]:
    """The illnesses asked about that have kinds of their own, by their labels."""
    ill = (c for c in question.concepts if c.role in _ROLES and c.semantic in _ILL)
    return frozenset(c.label.casefold() for c in ill) - _TOO_WIDE


def _told(question: Question) -> frozenset[str]:
    """All that a question names, and the illnesses of its patient."""
    return frozenset(map(str.casefold, (*(c.label for c in question.concepts), *question.patient.conditions)))


def _near(text: str, asked: frozenset[str]) -> list[Term]:
    """What a text names of the illnesses asked about and of their kinds."""
    return [term for term in _found(text) if term.label.casefold() in asked or _wider(term) & asked]


def _others(text: str, asked: frozenset[str], told: frozenset[str]) -> bool:
    """Whether a text names an illness that is neither asked about, nor a kind of that, nor what it is a kind of."""
    near = _near(text, asked)
    known = told | frozenset().union(*map(_wider, near))
    ill = (term for term in _found(text) if term.semantic == "condition" and term not in near)
    return any(term.label.casefold() not in known for term in ill)


def _of_a_case(text: str, asked: frozenset[str]) -> bool:
    """Whether advice opens with a case of its own: `in people with A who do not tolerate B`, `when A does not help`."""
    if _WHEN.match(text):
        return True
    first = next((end for term, end in _named(text) if term.label.casefold() in asked or _wider(term) & asked), None)
    return first is not None and _CASE.match(text, first) is not None


_WHEN: Final = caseless(r"\W*(?:when|if|where|once|with|after|before)\b")
_CASE: Final = caseless(r"[^,;.]{0,120}\b(?:who|with|without|after|before|despite|unless|when|if)\b")
"""Words behind an illness, before the next comma, that single out some who have it."""


def _wider(term: Term) -> frozenset[str]:
    return frozenset(map(str.casefold, term.broader))


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[tuple[Term, int], ...]:
    """The illnesses and complaints that a text names, each with where its name ends."""
    return tuple((m.term, m.end) for m in vocabulary.load().find(text) if m.term.semantic in _ILL)


def _found(text: str) -> tuple[Term, ...]:
    """The same without their places."""
    return tuple(term for term, _ in _named(text))
