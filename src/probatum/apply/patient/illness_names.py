"""Whether a direction names an illness: by one of its names, or as one of its kind or place."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply.patient.illnesses import TOO_WIDE
from probatum.model import Concept, Directive
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.outcomes import UMBRELLAS, composites_of

_OPENS: Final = caseless(r"(?:with|in|for|after|before|during|to (?:treat|prevent))\s(?P<what>[^,;.]{3,80}),")


def opening(text: str) -> str:
    """For whom or what a direction is, where it says so first: `with radiotherapy`; empty where it does not."""
    found = _OPENS.match(text)
    return found["what"] if found else ""


def treats(item: Directive, concept: Concept) -> bool:
    """Whether a dose is for an illness or, as labels put it, for one of which it is a kind."""
    if _of_place(item, concept):
        return True
    # A dose for one kind of what has many (`heavy menstrual bleeding`) is none for another.
    wide = concept.label.lower() in TOO_WIDE
    named = (own for n in concept.names if (own := words.stems(n)) and own <= _said(item))
    if any(not wide or _by_itself(own, item) for own in named):
        return True
    return any((own := words.stems(n)) and own <= _said(item) and _by_itself(own, item) for n in _above(concept))


def of_a_kind(item: Directive, concept: Concept) -> bool:
    """Whether a dose is for one kind of an illness (`familial`) and names the illness itself nowhere."""
    named = [m.term for m in vocabulary.load().find(opening(item.text)) if m.term.semantic == "condition"]
    own = concept.label.lower()
    kinds = [own in {up.label.lower() for up in vocabulary.load().broader(term.id)} for term in named]
    return bool(named) and all(kinds) and not any(term.label.lower() == own for term in named)


def _of_place(item: Directive, concept: Concept) -> bool:
    """Whether a dose is for infections of organs, and the illness is one of such an organ and an infection: `infections
    of the ear, nose, throat` are those of the nose as well."""
    found = _OF_PLACES.search(item.text)
    if found is None:
        return False
    wider = words.stems(" ".join(concept.broader[:6])) - words.stems("diseases infections tract system and other")
    return bool(wider & words.stems(found["where"]))


_OF_PLACES: Final = caseless(r"\binfections of the (?P<where>(?:\w+(?:, | or | and | )){1,9}?)(?=the dose\b|tract\b)")


def _by_itself(own: frozenset[str], item: Directive) -> bool:
    """Whether a wider illness is named as such, and not just another kind of it: `rheumatoid arthritis` is no word for
    all that inflames joints."""
    text = f"{item.text} {item.condition}"
    found = (m for m in vocabulary.load().find(text) if m.term.semantic == "condition")
    held = [its for m in found if own <= (its := words.stems(text[m.start : m.end]))]
    return not held or own in held


LACKING: Final = caseless(r"\bwithout (?:an? )?(?:earlier |previous |known )?[^.;,]{3,60}")
"""An illness that those who get a dose do not have."""


def _said(item: Directive) -> frozenset[str]:
    return _stems_said(item.text, item.condition)


@lru_cache(maxsize=4096)
def _stems_said(text: str, condition: str) -> frozenset[str]:
    return words.stems(LACKING.sub(" ", f"{text} {condition}"))


@lru_cache(maxsize=256)
def _above(concept: Concept) -> tuple[str, ...]:
    """The illnesses of which one is a kind, each with its names; none so wide that it is no illness."""
    known = vocabulary.load()
    wider = [term for name in concept.broader[:3] for term in known.lookup(name)[:1]]
    names = (name for term in wider for name in (term.label, *term.synonyms[:6]))
    counted = (name for name in composites_of(concept.label) if name.lower() in UMBRELLAS)
    return (*concept.broader[:1], *(name for name in names if len(name.split()) > 1), *counted)


def speaks(item: Directive, concept: Concept) -> bool:
    """Whether a direction names an illness, by one of its names."""
    said = _said(item)
    return any((own := words.stems(name)) and own <= said for name in concept.names)
