"""Likeness: when two names are names of one outcome, and whether it is the one that was asked about.

`the number of cramps` and `cramp frequency` are one; `cramp severity` is another. What counts several events as one
(`stroke or death`) is a composite: it is an outcome of its own and never one of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from probatum import vocabulary
from probatum.model import Question, Role
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.outcomes import composites_of, names_of

DIMENSIONS: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("frequency", "number", "rate", "count", "episode", "incidence", "occurrence", "recurrence"), "number"
    ),
    **dict.fromkeys(("severity", "intensity", "score", "scale", "grade"), "severity"),
    **dict.fromkeys(("duration", "time", "length", "day", "interval", "stay"), "duration"),
    **dict.fromkeys(("slope", "decline", "progression", "course"), "progression"),
}
"""Words that say which side of a thing was measured, not what the thing is."""

GENERIC: Final[frozenset[str]] = frozenset(
    [
        "mean",
        "median",
        "total",
        "overall",
        "change",
        "difference",
        "level",
        "value",
        "proportion",
        "percentage",
        "patient",
        "people",
        "participant",
        "group",
        "baseline",
        "reduction",
        "increase",
        "decrease",
        "improvement",
        "daily",
        "weekly",
        "per",
        "at",
        "of",
        "in",
        "with",
        "during",
        "after",
        "end",
        "study",
        "result",
        "primary",
        "secondary",
        "endpoint",
        "outcome",
        "significant",
        "muscle",
        "point",
        "average",
        "use",
        "treatment",
        "effect",
        "first",
        "new",
        "major",
        "composite",
        "combin",
    ]
)
"""Words that do not tell one outcome from another."""

COMPARED: Final[frozenset[str]] = frozenset(
    ["fewer", "less", "lower", "higher", "greater", "increased", "decreased", "reduced", "longer", "shorter"]
)
"""Words of comparison that a source puts before an outcome; `fewer` also says that its number was compared."""
_TIME: Final = expression(
    r"\s(?:at|within|after|over|by|from|through|until|up to|on|in)\s(?:(?:the )?(?:day|week|month|year)s? )?\d.*$"
)
_JOINED: Final = expression(r",| or | and/or | and (?=(?:\w+ )?(?:death|hospitali|mortality))", re.IGNORECASE)


class Key(msgspec.Struct, frozen=True):
    """What an outcome is of, which side of it was measured, and whether it counts several things as one."""

    subject: frozenset[str]
    dimension: str
    composite: bool = False


_CALLED: Final = dict.fromkeys(
    ("haemorrhage", "haemorrhages", "hemorrhage", "hemorrhages", "bleed", "bleeds"), "bleeding"
)
"""Words for one thing that an everyday and a learned name part: `intracranial haemorrhage`, `intracranial bleeding`."""


@lru_cache(maxsize=4096)
def key(outcome: str) -> Key:
    """The key of an outcome as a source names it."""
    composite = bool(_JOINED.search(_TIME.sub("", outcome).split("(")[0]))
    said = words.content(outcome)
    stems = [words.stem(_CALLED.get(w, w)) for w in said if w not in COMPARED and not w.isdigit()]
    sides = [DIMENSIONS[s] for s in stems if s in DIMENSIONS]
    # `the rate of decline of the score` is about decline: the course of a disease goes before how it was measured.
    dimension = "progression" if "progression" in sides else next(iter(sides), "number" if "fewer" in said else "")
    subject = frozenset(s for s in stems if s not in GENERIC and s not in DIMENSIONS)
    return Key(subject or frozenset(stems), dimension, composite)


def same(one: Key, other: Key) -> bool:
    """Whether two keys are of one outcome."""
    if one.composite != other.composite or _elsewhere(one, other):
        return False
    course = {one.dimension, other.dimension} <= {"", "progression", "severity"}
    if one.dimension != other.dimension and not (course and one.subject == other.subject):
        return False
    shared = len(one.subject & other.subject)
    return shared > 0 and shared / len(one.subject | other.subject) >= 0.5


_PLACES: Final = words.stems("intracranial gastrointestinal cerebral postpartum vaginal nasal retinal ocular urinary")


def _elsewhere(one: Key, other: Key) -> bool:
    """Whether they are of bleeding at different places, or of one place and of any: each is counted by itself."""
    return one.subject & other.subject >= _BLEEDS and one.subject & _PLACES != other.subject & _PLACES


_BLEEDS: Final = words.stems("bleeding")


class Near(msgspec.Struct, frozen=True, order=True):
    """How near an outcome is to the one asked about, the nearest first."""

    rank: int
    """0 the very outcome, 1 one that is named beside others, 2 a composite that counts it, 3 another outcome."""
    further: int = 0
    """Words that it has besides."""


ANOTHER: Final = Near(3)


_RECURRENT: Final = words.stems("recurrent repeated relapsing")
_AGAIN: Final = words.stems("recurrence")


def asked(question: Question, outcome: str) -> Near:
    """How near an outcome is to what the question names."""
    own = key(outcome)
    held = own.subject | ({own.dimension} - {"number"})  # the rate of an event is that event
    held |= _AGAIN if held & _RECURRENT else frozenset()  # `recurrent thrombosis` is its recurrence
    found = [
        Near(int(own.composite), further + name.penalty)
        for name in _wanted(question)
        if (further := _held(name.stems, held)) >= 0 and (not name.whole or set(name.stems) <= held)
    ]
    if found:
        return min(found)
    if any(_held(names, held) >= 0 for names in _composites(question)):
        return Near(2, len(own.subject))
    return ANOTHER


def asked_in(question: Question, outcome: str, title: str) -> Near:
    """How near an outcome of a study is to what is asked: `exacerbations` of a trial in asthma are the exacerbations of
    asthma that a question names in full."""
    near, own = asked(question, outcome), key(outcome)
    heads = [words.stem(w) for w in words.content(question.outcome)[-1:]]
    if near != ANOTHER or not own.subject & set(heads):
        return near
    had = _illnesses(question.outcome) & _illnesses(title)
    return min((asked(question, f"{one} {outcome}") for one in had), default=near)


@lru_cache(maxsize=512)
def _illnesses(text: str) -> frozenset[str]:
    """The illnesses that a text names besides other words."""
    found = (m.term for m in vocabulary.load().find(text) if m.term.semantic == "condition")
    return frozenset(t.label for t in found if words.stems(t.label) != words.stems(text))


def is_asked(question: Question, outcome: str) -> bool:
    """Whether an outcome is the one the question names, alone or in a composite."""
    return asked(question, outcome).rank < ANOTHER.rank


def _held(name: tuple[str, ...], held: frozenset[str]) -> int:
    """How many words are held besides those of a name; -1 where they do not hold it.

    The head of an English noun phrase stands last: `gestational age` is no `gestational diabetes`.
    """
    shared = [s for s in name if s in held]
    if not name or name[-1] not in held or 2 * len(shared) < len(name):
        return -1
    if name[-1] in _OF_WHAT and len(shared) < len(name):
        return -1  # a failing heart is no failing kidney
    return len(held - {""}) - len(shared) + 2 * (len(name) - len(shared))


_OF_WHAT: Final = words.stems(
    "failure injury cancer infection attack arrest disorder syndrome dysfunction impairment insufficiency ulcer"
)
"""Heads that name nothing without the organ or the illness before them."""
PART: Final = 3
"""What a name counts against it that is only a part of what was asked: `death` of `cardiovascular death`."""


class _Name(NamedTuple):
    """A name of what was asked about."""

    stems: tuple[str, ...]
    penalty: int
    whole: bool
    """Whether all of its words must be held: a part of a synonym may be another thing, as the stroke of `cardiovascular
    stroke`, which is a heart attack."""


@lru_cache(maxsize=64)
def _wanted(question: Question) -> tuple[_Name, ...]:
    whole, parts = _names(question)
    own = {question.outcome, *(n for c in question.having(Role.OUTCOME) for n in (c.text, c.label))}
    rows = [*((name, 0) for name in whole), *((name, PART) for name in parts)]
    return tuple(_Name(stems, penalty, name not in own) for name, penalty in rows for stems in _stems((name,)))


@lru_cache(maxsize=64)
def _composites(question: Question) -> tuple[tuple[str, ...], ...]:
    return tuple(_stems(name for names in _names(question) for one in names for name in composites_of(one)))


def _names(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the outcome asked about, and of concepts that are only a part of its words."""
    concepts = question.having(Role.OUTCOME)
    whole, parts = [question.outcome, *names_of(question.outcome)], list[str]()
    said = words.stems(question.outcome) - GENERIC
    for concept in concepts:
        names = (*concept.names, *names_of(concept.label))
        part = len(concepts) == 1 and words.stems(concept.text) < said
        (parts if part else whole).extend(names)
    return tuple(dict.fromkeys(filter(None, whole))), tuple(dict.fromkeys(parts))


def _stems(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for name in names:
        yield tuple(s for s in (words.stem(w) for w in words.content(name)) if s not in GENERIC)
