"""Noted value: whether a note tells a value, and asks nothing of its own but what is to be done."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.apply.selection import is_proposed
from probatum.model import Concept, Intent, Question, Role
from probatum.text import measured, noted, resulted
from probatum.vocabulary import own_tests

_KINDS: Final = (Intent.THERAPY, Intent.DOSING, Intent.DIAGNOSIS)
_ILL: Final = ("condition", "symptom")


@lru_cache(maxsize=64)
def asked(question: Question) -> bool:
    """Whether it tells one, and no harm, effect or other treatment is asked about."""
    if question.danger or question.intent not in _KINDS or question.having(Role.COMPARATOR):
        return False
    drugs = [c for c in question.concepts if c.semantic == "drug"]
    kidney = question.patient.kidney if not drugs else ""  # labels dose by that, and are answered from as a whole
    if not _taken(question, drugs) or not (question.patient.values or kidney or measured.values(question.read)):
        return False
    if resulted.told(question.typed) is not None or _stands_for_illness(question):
        return False  # what it means is asked, or that illness
    return not _tells_more(question) and noted.bare(question.typed)


def _taken(question: Question, drugs: list[Concept]) -> bool:
    """Whether what is named is taken: of what may be begun it is asked whether it may."""
    taken = {name.casefold() for name in question.patient.drugs}
    proposed = is_proposed(question)
    return proposed or all({c.label.casefold(), c.text.casefold()} & taken or _dosed(question, c) for c in drugs)


def _dosed(question: Question, drug: Concept) -> bool:
    """Whether an amount stands behind its name (`A 75, TSH 18`)."""
    return re.search(rf"(?i)\b{re.escape(drug.text)} \d", question.read) is not None


def _tells_more(question: Question) -> bool:
    """Whether it tells of an illness or a complaint besides what the value stands for and what is treated."""
    found = own_tests.told(question)
    states = {state.lower() for state in measured.states(question.patient.values)}
    own = {found.test.illness} if found is not None else set()
    read = {a.to for a in question.assumptions if a.what == LEVEL}
    ills = [c for c in question.concepts if c.semantic in _ILL and not noted.denied(question.read, c.text)]
    ills = [c for c in ills if c.label.lower() not in states and c.label not in (*own, *read)]
    return any(c.semantic == "symptom" or not _is_use(question, c) for c in ills)


def _is_use(question: Question, ill: Concept) -> bool:
    """Whether an illness is what something is taken for (`on A for B`, `A after B`)."""
    names = "|".join(re.escape(name) for name in (ill.text, ill.label))
    text = f"{question.typed} . {question.read}"
    return re.search(rf"(?i)\b(?:for|after|post)[ -](?:an? |the |his |her )?(?:{names})\b", text) is not None


LEVEL: Final = "level"
"""The kind of the assumption that a value stands for an illness."""


def _stands_for_illness(question: Question) -> bool:
    """Whether nothing is taken, and the value was read as the illness that it stands for."""
    taken = any(c.semantic == "drug" for c in question.concepts) and not is_proposed(question)
    alone = (own_tests.alone(value.rpartition(" ")[0]) for value in question.patient.values)
    ill = {c.label for c in question.having(Role.POPULATION)}
    return not taken and any(one is not None and one.illness in ill for one in alone)


def own(question: Question) -> own_tests.Own | None:
    """The value, where it is of the test by which what is taken is dosed."""
    return own_tests.told(question) if asked(question) and not is_proposed(question) else None


def wants_more(question: Question) -> bool:
    """Whether it lies on the side on which more is to be given: what comes next is asked, whatever the words. A level
    of the medicine itself asks for its dose, and for no other."""
    found = own(question)
    if found is None or not found.drugs or " level" in found.value:
        return False
    return found.side == found.test.more
