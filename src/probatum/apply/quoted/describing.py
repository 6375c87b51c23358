"""Describing: what a question asks to be described, and the sentence in which a source does so: `X is a ...`."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Question
from probatum.text import aspects, words
from probatum.text.expressions import expression

_ASKED: Final = expression(
    rf"{aspects.DESCRIBING}\s*(?:what i need to know about )?"
    r"(?P<subject>[^?.;]+?)(?:\s+(?:is|are))?\s*[?.]*\s*$",
    re.IGNORECASE,
)
_STANDING: Final = expression(aspects.STANDING, re.IGNORECASE)
_OF_KIND: Final = expression(aspects.OF_KIND, re.IGNORECASE)
_IS: Final = expression(
    r"\s(?:is|are|refers? to|means|consists? of|comprises?|describes?)\s(?:characteri[sz]ed|defined|caused|known|made"
    r"|an?|the|one|any|rare|common|membrane|severe|small|large|acute|chronic|usually)\b",
    re.IGNORECASE,
)
_BRACKET: Final = expression(r"\([^()]{1,80}\)")
_OWN: Final = expression(r"^\W*(?:we|our|here|this|these|the (?:present|aim|purpose|objective))\b", re.IGNORECASE)
"""Beginnings of sentences about the paper and its aim."""


def subject(question: Question) -> frozenset[str]:
    """The stems of what a question asks to be described (`what is X?`, `is X a Y?`); empty for other questions."""
    if kind := _OF_KIND.match(question.read):
        return words.stems(kind["kind_of"] or kind["kind_told"] or kind["kind_asked"])
    if standing := _STANDING.match(question.read):
        return words.stems(standing["letters"])
    found = _ASKED.match(aspects.first_part(question.read))
    if found is None or aspects.asked(question.read) != aspects.DESCRIPTION:
        return frozenset()
    return words.stems(found["subject"])


def describes(sentence: str, wanted: frozenset[str]) -> float:
    """How far a sentence says what its subject is, where that is the one wanted: the share of the subject's words that
    were asked for (`human kidney organoids are ...` says less of organoids than `organoids are ...`), else 0."""
    verb = _IS.search(sentence)
    if not (verb and wanted) or _OWN.search(sentence):
        return 0.0
    named = words.stems(_BRACKET.sub(" ", sentence[: verb.start()]))
    ranked = _RANKED if _RANKS.search(verb.group() + sentence[verb.end() : verb.end() + _NEXT]) else 1.0
    return ranked * len(wanted) / len(named) if wanted <= named else 0.0


_RANKED: Final = 0.5
"""How far a sentence describes its subject that only places it among others: `X is the most common form of Y`."""
_RANKS: Final = expression(r"\b(?:one of the|the (?:most|second|third|leading|main|commonest)|rare|common|usually)\b")
_NEXT: Final = 12
"""Characters behind the verb's phrase in which that is said."""
