"""The asserting parts of a sentence and what its sources hold of each: found, not named there, or not to be decided.

The worst part decides. What a writer may put in words of their own (`handed in`, `came out`) asserts nothing that could
be looked up; an illness, a drug, an operation, a test, a kind of people and a figure do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from math import fsum
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import keys, renaming
from probatum.assess.audit.case import JUDGING, Cited
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import worked_out
from probatum.text.expressions import expression


class State(Enum):
    """What became of a part."""

    FOUND = "found"
    LACKING = "lacking"
    UNSURE = "unsure"


class Part(NamedTuple):
    """One part of a sentence, in its words."""

    kind: str
    """figure, name, people or words."""
    told: str
    state: State
    weight: float = 1.0


OWN_WORDS: Final = 0.35
"""Weight of a word that names nothing the vocabulary knows: over the cases such words are missing from the sources of
true sentences as often as from those of false ones."""
VAGUE: Final = keys.table(
    "injection infusion operation surgery procedure scan wound examination test assessment tablet capsule skull cut "
    "anesthetic anaesthetic bolus pain disease disorder illness complaint condition symptom syndrome complication "
    "problem infection bleeding death accident relapse recurrence attack emergency fall injury pregnancy birth labour "
    "lead delivery therapy vaccination diet exercise drinking feeding sickness shot block drip stitches plaster "
    "dressing association"
)
"""Names under which anything may be told."""
_DOING: Final = expression(r"\A\w{3,30}ing\Z")
_THING: Final = expression(r"\s(?:the|an?|his|her|their|its|this|that)\b")
_CHANGED: Final = expression(
    r"(?:raised|elevated|increased|lowered|reduced|decreased|impaired|improved|prolonged|delayed)\s", re.IGNORECASE
)
_SUBJECT: Final = expression(
    r"(?<!\bwith)(?<!\bof)(?<!\band)(?<!\bor)(?<!\bhad)(?<!\bhas)(?<!\bhave)(?<!\bwas)(?<!\bwere)(?<!\bby)(?<!\bfor)"
    r"(?<!\ba)(?<!\bthe)(?<!\ban)(?<!\bin)(?<!\bfrom)(?<!\bto)(?<!\bis)(?<!\bno)(?<!\bas)(?<!ly)(?<=[a-z])\s\Z",
    re.IGNORECASE,
)
"""What stands before a verb of change that has a subject."""
_PEOPLE: Final = {
    word: number
    for number, words in enumerate(
        (
            "child children paediatric pediatric boys girls kids schoolchildren toddlers infants infant newborns "
            "newborn neonates neonate babies adolescents adolescent teenagers teenager youngsters preschoolers",
            "adults adult",
            "women woman female females mothers girls",
            "men man male males boys fathers father husbands",
            "elderly older seniors",
            "pregnant pregnancy",
            "smokers smoker smoking smoked",
            "volunteers volunteer healthy",
            "outpatients outpatient ambulatory",
            "inpatients inpatient hospitalised hospitalized",
            "athletes athlete",
            "students student",
            "veterans veteran",
        )
    )
    for word in words.split()
}
"""Words for kinds of people, by kind."""
_WORD: Final = expression(r"[a-z]+")
_WHOSE: Final = expression(
    r"\b(?:enrol\w*|recruit\w*|includ\w*|randomi[sz]\w*|studied|participants|sample|trial|study|subjects|took part"
    r"|made up|volunteered|admitted|eligible|population|cohort|patients|among|took in|were (?:all )?)\b",
    re.IGNORECASE,
)
_ASIDE: Final = expression(
    r"\b(?:unlike|other than|instead of|rather than|except|besides|such as|e\.g\.|like|not|no|without|never|neither|nor"
    r"|excluded|excluding|kept out|left out|free of|whether)\s[^,;.]{0,60}\Z",
    re.IGNORECASE,
)
"""What stands before a name that is set aside."""


def read(case: Cited, judging: frozenset[str] = JUDGING) -> Iterator[Part]:
    """The parts of a sentence that cites a record which is held. `judging`: words in which it judges what it cites."""
    units = [a.unit for _, a in case.best[:6]]
    for claim in case.figures:
        held = any(s.holds(claim) for s in case.sources) or bool(worked_out(case, claim, units))
        yield Part("figure", claim.text, State.FOUND if held else State.LACKING)
    taken: set[str] = set()
    for found in vocabulary.current().find(case.affirmed):
        written = case.affirmed[found.start : found.end]
        words = keys.of(written) - keys.GENERIC
        action = bool(found.term.trees) and all(tree.startswith("D27") for tree in found.term.trees)
        if _DOING.search(written) and _THING.match(case.affirmed, found.end):
            continue  # `flushing the womb` is what is done, and no flush
        if _CHANGED.match(written) and _SUBJECT.search(case.affirmed[: found.start]):
            continue  # `the drug raised blood pressure` is what it did, and no raised blood pressure
        if action or found.term.semantic not in renaming.KINDS or not words & case.wanted or words <= VAGUE:
            continue
        taken |= words
        names = (written, found.term.label, *found.term.synonyms)
        state = State.FOUND if any(_names(s, found.term.id, names) for s in case.sources) else State.LACKING
        if state is State.LACKING and _ASIDE.search(case.affirmed[: found.start]):
            state = State.UNSURE
        yield Part("name", written, state)
    for word, kind in _people(case.affirmed):
        state = State.FOUND if any(kind in _kinds(s) for s in case.sources) else State.LACKING
        taken |= keys.of(word)
        yield Part("people", word, state)
    design = frozenset().union(*(s.design for s in case.sources))
    held_all = frozenset().union(*(s.keys for s in case.sources))
    for key in sorted(case.wanted - taken - design - judging):
        yield Part("words", key, State.FOUND if key in held_all else State.UNSURE, OWN_WORDS)


def aside(ahead: str) -> bool:
    """True where what follows these words is set aside: `unlike`, `excluded`, `without`."""
    return _ASIDE.search(ahead) is not None


def share(parts: tuple[Part, ...]) -> float:
    """The share of a sentence's words that its sources hold, by weight; 1 of none."""
    told = [p for p in parts if p.kind != "figure"]
    found = fsum(p.weight for p in told if p.state is State.FOUND)
    return found / fsum(p.weight for p in told) if told else 1.0


def lacking(parts: tuple[Part, ...], kind: str) -> Part | None:
    """The first part of a kind that no source has."""
    return next((p for p in parts if p.kind == kind and p.state is State.LACKING), None)


_TOLD_OF: Final = expression(
    r"\b(?:enrol\w*|recruit\w*|studied|took part|sample|participants|took in|cohort|population|made up|eligible"
    r"|inclu\w+|(?:trial|study|analysis) (?:was|were|took|of|in)"
    r"|(?:patients|people|adults|children|women|men) (?:with|who|had))\b",
    re.IGNORECASE,
)


def of_people(text: str) -> bool:
    """True for a sentence that says who was studied."""
    return _TOLD_OF.search(text) is not None


def _names(source: Source, term: str, names: tuple[str, ...]) -> bool:
    """True when a record names a concept: in its words or others, or one that it is a kind of, or a kind of it."""
    if any((k := keys.of(name)) and k <= source.keys for name in names):
        return True
    known = vocabulary.current()
    there = renaming.concepts(source)
    if term in there:
        return True
    return term in _above(source) or any(other.id in there for other in known.broader(term))


@lru_cache(maxsize=64)
def _above(source: Source) -> frozenset[str]:
    """Identifiers of what the concepts of a record are kinds of."""
    known = vocabulary.current()
    return frozenset(other.id for term in renaming.concepts(source) for other in known.broader(term))


def unknown(text: str, source: Source) -> Iterator[str]:
    """The words of a phrase for kinds of people that a record names nowhere."""
    known = _kinds(source)
    for found in _WORD.finditer(text.lower()):
        if found.group() in _PEOPLE and _PEOPLE[found.group()] not in known:
            yield found.group()


def _people(text: str) -> Iterator[tuple[str, int]]:
    """Kinds of people that a sentence says to have been studied."""
    if not _WHOSE.search(text):
        return
    for found in _WORD.finditer(text.lower()):
        if found.group() in _PEOPLE and not _ASIDE.search(text[: found.start()]):
            yield text[found.start() : found.end()], _PEOPLE[found.group()]


@lru_cache(maxsize=128)
def _kinds(source: Source) -> frozenset[int]:
    """Kinds of people that a record names anywhere."""
    made: set[int] = set()
    for unit in source.units:
        made |= {_PEOPLE[w] for w in _WORD.findall(_told(unit)) if w in _PEOPLE}
    return frozenset(made)


def _told(unit: Unit) -> str:
    return f"{unit.lower} {unit.above.lower()} {' '.join(unit.head).lower()}" if unit.row else unit.lower
