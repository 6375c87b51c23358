"""Illnesses: whether a label is for the illness of a question, one of which it is a kind, or a wide class of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply.patient.borne import lowered, mutual
from probatum.model import Concept, Intent, Question, Role
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.outcomes import kinds_of, names_of

OPEN: Final = expression(
    r"\b(?:infections?|disorders?|conditions?|diseases?)\b[^.;]{0,100}\b(?:such as|including|for example)\b",
    re.IGNORECASE,
)
"""An indication for a wide class, of which it gives examples."""
TOO_WIDE: Final = frozenset(
    (
        "pain",
        "infections",
        "infection",
        "neoplasms",
        "inflammation",
        "disease",
        "fever",
        "hemorrhage",
        "haemorrhage",
        "bleeding",
    )
)
"""Names so wide that a label for a kind of it is none for it."""


def asked(question: Question) -> tuple[Concept, ...]:
    """What a treatment may be for: the people and the outcome asked about."""
    return (*question.having(Role.POPULATION), *question.having(Role.OUTCOME))


_BY = words.stems("mellitus type 1 2 disease disorder syndrome chronic acute")


def brought_by(text: str, question: Question) -> bool:
    """Whether an indication is for what an illness of one word brings (`diabetic peripheral neuropathy`): whether it is
    meant where the illness is named alone is left open."""
    ill = [c for c in question.having(Role.POPULATION) if c.semantic == "condition"]
    own = [words.stems(c.label) - _BY for c in ill]
    said = {stem[:6] for stem in words.stems(text)}
    return any(len(stems) == 1 and min(map(len, stems)) >= 6 and {s[:6] for s in stems} <= said for stems in own)


def meant(text: str, concepts: Iterable[Concept]) -> bool:
    """Whether an indication names one of these, or an illness that is a kind of it: a label for major depressive
    disorder is for depression, and one for deep-vein thrombosis for venous thromboembolism."""
    return _meant(text, tuple(concepts))


@lru_cache(maxsize=4096)
def _meant(text: str, every: tuple[Concept, ...]) -> bool:
    said = words.parted(text)
    names = (name for c in every for name in (c.label, c.text, *c.synonyms, *kinds_of(c.label), *_other_names(c)))
    if any(own and own <= said for own in map(words.parted, names)):
        return True
    wide = {c.label.lower() for c in every if c.semantic in ("condition", "symptom")} - TOO_WIDE
    return any(wide & kinds for kinds in _kinds(text))


def _other_names(concept: Concept) -> tuple[str, ...]:
    """What a label may call an illness by: what it is known by, what is lowered in it, or what is counted."""
    return (*mutual(concept.label), *lowered(concept.label), *_counted(concept))


def _counted(concept: Concept) -> tuple[str, ...]:
    """Other names of an outcome that is no illness: a label is to lower weight, and weight loss is asked for."""
    moved = _ENDED.sub("", concept.label)
    counted = concept.role is Role.OUTCOME and not concept.semantic
    return (*(names_of(concept.label) if counted else ()), *((moved,) if moved != concept.label else ()))


_ENDED: Final = expression(r"(?<=weight) (?:loss|reduction)$", re.IGNORECASE)
_KEEPS_AWAY: Final = expression(
    r"\b(?:prevent\w*|prophyla\w*|lower\w*|reduc\w*|risks?|protect\w*|maintenance|long-term|decreas\w*)\b",
    re.IGNORECASE,
)


_WHOM: Final = expression(r"\b(?:in|for|among) (?:adults|people|patients|children|those|women|men)\b", re.IGNORECASE)


def only_treats(text: str, question: Question) -> bool:
    """Whether an indication is for those who have the very illness that is to be kept from others: what treats diabetes
    has no label for keeping it away."""
    kept_away = [c for c in question.having(Role.OUTCOME) if c.semantic == "condition"]
    if question.intent is not Intent.PREVENTION or not meant(text, kept_away):
        return False
    aim = _WHOM.split(text)[0]
    prevents = _KEEPS_AWAY.search(aim) is not None and meant(aim, kept_away)
    return not prevents and not meant(text, question.having(Role.POPULATION))


def wider(concepts: Iterable[Concept], indications: Iterable[str]) -> str:
    """The illness that a label is for and of which the illness asked about is a kind; empty where a label names the
    latter itself, or neither."""
    said = [words.parted(text) for text in indications]

    def named(*names: str) -> bool:
        return any(own and own <= stems for own in map(words.stems, names) for stems in said)

    def of_kind(concept: Concept) -> bool:
        """Whether it is an illness, or a complaint that is called by the wider one (`low back pain`)."""
        own = words.stems(concept.label)
        called = any(stems and stems < own for stems in map(words.stems, concept.broader[:1]))
        return concept.semantic == "condition" or (concept.semantic == "symptom" and called)

    ill = [c for c in concepts if of_kind(c) and not named(c.label, *c.synonyms)]
    return next((name for c in ill for name in _next_wider(c) if name.lower() not in TOO_WIDE and named(name)), "")


def _next_wider(concept: Concept) -> tuple[str, ...]:
    """The next wider illness; of one that is called by it and by its place (`knee osteoarthritis`), the next again."""
    placed = any(words.stems(name) < words.stems(concept.label) for name in concept.broader[:1])
    return concept.broader[: 2 if placed and concept.semantic == "condition" else 1]


def within_all(concepts: Iterable[Concept], indications: Iterable[str]) -> bool:
    """Whether a label is for a whole wide complaint of which the illness asked about is a kind: `for severe pain` is
    for pain of a cancer as well, `infections of the skin` for no other."""
    texts = list(indications)
    kinds = {n.lower() for c in concepts if c.semantic in ("condition", "symptom") for n in c.broader} & TOO_WIDE
    return any(re.search(rf"(?i)\b{re.escape(name)}\b{_NOT_OF_ALL}", text) for name in kinds for text in texts)


_NOT_OF_ALL: Final = r"(?! (?:of|from|in|after|due|around|caused|such)\b)"


def of_others(text: str, question: Question, *, people: bool = False) -> bool:
    """Whether words keep what they say to those who have an illness (`for cramps in motor neurone disease`) that the
    question does not tell of, nor one of which it is a kind, nor a kind of it. `people`: the words only say who they
    are."""
    own = asked(question)
    if not own:
        return False
    named = [
        m.term
        for m in vocabulary.load().find(text)
        if m.term.semantic == "condition" and (people or _HAS.search(text[: m.start]))
    ]
    told = {name.lower() for c in question.concepts for name in (c.label, c.text, *c.synonyms, *c.broader)}
    told |= {name.lower() for name in question.patient.conditions}
    labels = {c.label.lower() for c in own} - TOO_WIDE
    near = (_of_kind(term.label, term.broader, term.id) for term in named)
    return bool(named) and not any(term.label.lower() in told for term in named) and not any(labels & k for k in near)


def widely_alone(text: str, question: Question) -> bool:
    """Whether advice is on an illness that the question does not tell, and shares with it nothing but a complaint as
    wide as pain or fever: what eases pain in an ear or in the low back is advised for no other pain."""
    said = words.stems(text)
    shared = [c for c in asked(question) if c.semantic and any((n := words.stems(s)) and n <= said for s in c.names)]
    if not shared or any(c.label.lower() not in TOO_WIDE for c in shared):
        return False
    return untold(text, question)


def untold(whom: str, question: Question) -> bool:
    """Whether people are known by illnesses of which the question tells none, nor a kind of one, nor what one is a kind
    of; a name as wide as `pain` takes in none of its kinds."""
    named = [m.term for m in vocabulary.load().find(whom) if m.term.semantic in ("condition", "symptom")]
    named = [term for term in named if term.label.lower() not in TOO_WIDE]
    told = {n.lower() for c in question.concepts for n in (c.label, c.text, *c.synonyms, *c.broader)}
    told |= {n.lower() for n in question.patient.conditions}
    wide = {c.label.lower() for c in question.concepts} - TOO_WIDE
    near = (_of_kind(term.label, term.broader, term.id) for term in named)
    return bool(named) and not any(t.label.lower() in told for t in named) and not any(wide & kinds for kinds in near)


def of_a_kind_alone(text: str, question: Question) -> bool:
    """Whether advice opens with kinds of an illness of the question, none of which is told: what is not given in one
    kind of dementia is not forbidden in dementia."""
    opening = text.partition(",")[0]
    named = [m.term for m in vocabulary.load().find(opening) if m.term.semantic == "condition"]
    told = {n.lower() for c in question.concepts for n in (c.label, c.text, *c.synonyms, *c.broader)}
    told |= {n.lower() for n in question.patient.conditions}
    own = {c.label.lower() for c in question.concepts if c.semantic == "condition"}
    if opening == text or not named or any(term.label.lower() in told for term in named):
        return False
    return any(own & _of_kind(term.label, term.broader, term.id) for term in named)


_HAS: Final = expression(r"\b(?:in|with|who ha(?:ve|s)|among|from) (?:[\w-]+ ){0,4}$", re.IGNORECASE)


@lru_cache(maxsize=2048)
def _of_kind(label: str, broader: tuple[str, ...], known: str) -> frozenset[str]:
    """An illness and those of which it is a kind, two steps up."""
    above = (b.label for b in vocabulary.load().broader(known))
    return frozenset(n.lower() for n in (label, *broader, *above) if n)


@lru_cache(maxsize=2048)
def _kinds(text: str) -> tuple[frozenset[str], ...]:
    """For each illness that a text names the labels of those of which it is a kind, two steps up."""
    known = vocabulary.load()
    found = [m.term for m in known.find(text) if m.term.semantic == "condition"]
    return tuple(_of_kind("", term.broader, term.id) for term in found)
