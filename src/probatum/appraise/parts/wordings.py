"""What the parts of a question have in common: the words that were found, and words that name nothing in particular."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from probatum.appraise.matching import Hit
from probatum.model import Concept, Fit, Match, Record
from probatum.vocabulary import Mention, Vocabulary

NOTHING = Match()
CONDITIONS = ("condition", "symptom")


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


DEMOGRAPHIC = word_set(
    "adult adults aged elderly child children infant infants newborn adolescent adolescents man men woman women people"
    " patient patients person persons human humans male female pregnant older young middle"
)
"""Words that say who without saying of what they are ill."""
GENERIC = word_set(
    "disease diseases syndrome syndromes disorder disorders illness symptoms condition death injury placebo placebos"
    " treatment treatments therapeutics therapy drug drugs medication medications control capsules tablets"
) | {"drug therapy", "signs and symptoms", "pharmaceutical preparations"}
"""Terms that name no particular condition or treatment."""


def said(names: Iterable[str]) -> str:
    """The names, each once, with commas between."""
    return ", ".join(dict.fromkeys(names))


def element(fit: Fit, found: list[Hit], record: Record) -> Match:
    """The first places of each wording, at most five."""
    first: dict[str, Hit] = {}
    for hit in found:
        first.setdefault(hit.text.lower(), hit)
    kept = list(first.values())[:5]
    return Match(fit, said(h.text for h in kept), tuple(h.span(record) for h in kept))


@lru_cache(maxsize=256)
def mentions(known: Vocabulary, text: str) -> tuple[Mention, ...]:
    """What a title or a phrase names: it is asked for several times while a record is judged."""
    return known.find(text)


def generic(*names: str) -> bool:
    """True when one of those names is no particular condition or treatment's."""
    return any(name.lower() in GENERIC for name in names)


def demographic(concept: Concept) -> bool:
    """True for a concept that says who and not of what they are ill."""
    return concept.semantic not in CONDITIONS and all(w in DEMOGRAPHIC for w in concept.label.lower().split())
