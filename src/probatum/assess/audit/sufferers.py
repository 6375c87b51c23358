"""Whose illness a sentence tells of, and whether a record studied people who have it.

A name in a record is no proof of that: `obese adults without diabetes` and `patients with diabetes were excluded` hold
it as well. Each place where title, abstract or methods name it is read for what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import keys, renaming
from probatum.assess.audit.source import Source, Unit
from probatum.model import SectionRole
from probatum.text.expressions import expression

_WHO: Final = (
    r"(?:patients?|people|persons?|wom[ae]n|m[ae]n|adults?|child(?:ren)?|infants?|boys|girls|adolescents?|those|anyone"
    r"|anybody|everybody|subjects|participants|volunteers|smokers|mothers|fathers|babies|newborns|users|sufferers"
    r"|individuals|outpatients|inpatients)"
)
_AHEAD: Final = expression(
    rf"\b{_WHO}\s(?:[\w-]{{1,20}}\s){{0,3}}?(?:with|who (?:already )?(?:have|had|suffer from)|having|suffering from"
    r"|living with|after|recovering from|treated for)\s(?:[\w-]{1,20}\s){0,4}\Z"
    r"|\A\W{0,3}(?:in|for|among|with|of)\s(?:[\w-]{1,20}\s){0,4}\Z"
    r"|\b(?:in|for|against|to treat|treatment of)\s(?:(?:an?|the|his|her|their|acute|chronic|severe|mild|moderate"
    r"|[\w-]{2,20}(?:ic|al|ed))\s){0,2}\Z",
    re.IGNORECASE,
)
"""What stands before the illness of those of whom something is told."""
_BEHIND: Final = expression(rf"\s{_WHO}\b", re.IGNORECASE)
_MEASURED: Final = expression(
    r"\s(?:scores?|rates?|severity|risk|incidence|episodes?|days|symptoms|frequency|intensity|scale|index|relief"
    r"|control|events?|attacks?|treatment|admissions?|deaths?)\b",
    re.IGNORECASE,
)
"""What makes an illness an outcome."""
_BEFELL: Final = expression(
    r"\b(?:need(?:ed|s|ing)?|requir\w*|withdr[ae]w\w*|stopped|dropped out|died|discontinu\w*|hospitali[sz]ed|admitted"
    r"|admission|deaths?|treated|lost|reduc\w+|less|more|fewer|increas\w+)\b[^,;.]{0,60}\Z",
    re.IGNORECASE,
)
"""What is told of an illness that came later."""
_LACKING: Final = expression(
    r"(?:\b(?:without|no|not|nor|never|neither|free (?:of|from)|absence of|other than|rather than|negative for"
    r"|lack\w*|except|nobody)\b|\bnon-?)(?:(?!\b(?:who|with|had|having|but|that)\b)[^,;.]){0,40}\Z",
    re.IGNORECASE,
)
_SHUT: Final = expression(
    r"\bexclu(?:ded|sions?|ding|des?)\b|\bnot eligible|\bineligible|\b(?:were|was) not (?:included|enrolled|admitted)",
    re.IGNORECASE,
)
_PEOPLE: Final = expression(
    r"\b(?:patients|participants|subjects|eligib\w*|inclu\w+|enrol\w*|recruit\w*|women|men|children|adults|infants"
    r"|volunteers|aged|diagnos\w+)\b",
    re.IGNORECASE,
)
_LOOSE: Final = keys.table(
    "disease disorder syndrome chronic acute condition illness primary secondary type severe mild death mortality"
)
_KINDS: Final = ("condition", "symptom")


class Sufferers(NamedTuple):
    """The illness of those of whom a sentence tells, in its words and by the keys of each of its names."""

    written: str
    names: tuple[frozenset[str], ...]
    lacking: bool
    """True for people without it."""


class Place(NamedTuple):
    """How a record speaks of an illness: in how many units its people have it, lack it, or others are spoken of."""

    have: int
    lack: int
    elsewhere: int
    first: Unit | None
    """The first unit that names it only for people without it."""


def told(text: str) -> Iterator[Sufferers]:
    """Those with an illness of whom a sentence tells, whose outcome it is not; of whom was kept out nothing is told."""
    if _SHUT.search(text):
        return
    for found in vocabulary.current().find(text):
        written = text[found.start : found.end]
        if found.term.semantic not in _KINDS or not keys.of(written) - keys.GENERIC - _LOOSE:
            continue
        before = text[max(0, found.start - _REACH) : found.start]
        if _MEASURED.match(text, found.end) or _BEFELL.search(before):
            continue
        if (found.start and _AHEAD.search(before)) or _BEHIND.match(text, found.end):
            names = {n for t in (written, found.term.label, *found.term.synonyms) if (n := keys.of(t) - _LOOSE)}
            yield Sufferers(written, tuple(sorted(names, key=sorted)), _LACKING.search(before) is not None)


_REACH: Final = 90


@lru_cache(maxsize=1024)
def akin(source: Source, text: str) -> bool:
    """True where an illness that a text names is a kind of one that the source names, or has one of it as a kind:
    `tennis elbow` where the elbow's tendons were studied, `kidney cancer` where renal cell carcinoma was.

    Of what is very wide (`cancer`) the kinds are not each other's kin."""
    known = vocabulary.current()
    theirs = [t for i in renaming.concepts(source) if (term := known.term(i)) is not None for t in term.trees]
    mine = [t for found in known.find(text) if found.term.semantic in _KINDS for t in found.term.trees]
    return any(_kinds(one, other) for one in mine for other in theirs)


def _kinds(mine: str, theirs: str) -> bool:
    narrower = theirs.startswith(f"{mine}.")
    return narrower or (mine.startswith(f"{theirs}.") and theirs.count(".") >= _NARROW)


_NARROW: Final = 2
"""Dots of a place in the tree of illnesses from which it is no whole field of medicine."""


@lru_cache(maxsize=1024)
def place(source: Source, names: tuple[frozenset[str], ...]) -> Place:
    """Where and how a record speaks of an illness."""
    have = lack = elsewhere = 0
    first: Unit | None = None
    for unit in source.units:
        held = [n for n in names if _held(n, source.expanded(unit))]
        if unit.row or not held:
            continue
        if not _of_its_people(unit):
            elsewhere += 1
        elif _SHUT.search(unit.text) or _lacks(unit, max(held, key=len)):
            lack, first = lack + 1, first or unit
        else:
            have += 1
    return Place(have, lack, elsewhere, first)


def _held(name: frozenset[str], words: frozenset[str]) -> bool:
    """True where each word of a name stands there, if as its adjective: `obesity`, `obese`."""
    return all(k in words or (len(k) > _SHORT and _of_kin(k, words)) for k in name)


def _of_kin(key: str, words: frozenset[str]) -> bool:
    """True where one of the words is kin to a key: none is that begins otherwise, which most do."""
    return any(_kin(key, w) for w in words if w.startswith(key[:_SHORT]))


def _kin(one: str, other: str) -> bool:
    least = max(_SHORT, min(len(one), len(other)) - 1)
    return abs(len(one) - len(other)) < _SHORT and one[:least] == other[:least]


_SHORT: Final = 4


def _of_its_people(unit: Unit) -> bool:
    front = unit.section.startswith(("title", "abstract"))
    return front or (unit.role is SectionRole.METHODS and _PEOPLE.search(unit.text) is not None)


def _lacks(unit: Unit, name: frozenset[str]) -> bool:
    """True where every naming of an illness stands behind a word for its absence."""
    at = [w.start for w in keys.read(unit.text) if w.key in name or any(_kin(w.key, k) for k in name)]
    if not at:
        return False  # it stands there as an abbreviation
    if len(at) <= len(name):
        at = at[:1]
    return all(_LACKING.search(unit.text[max(0, a - _REACH) : a]) for a in at)
