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
_IS: Final = expression(
    r"\s(?:is|are|refers? to|means|consists? of|comprises?|describes?)\s(?:characteri[sz]ed|defined|caused|known|made"
    r"|an?|the|one|any|rare|common|membrane|severe|small|large|acute|chronic|usually)\b",
    re.IGNORECASE,
)
_OWN: Final = expression(r"^\W*(?:we|our|here|this|these|the (?:present|aim|purpose|objective))\b", re.IGNORECASE)
"""Beginnings of sentences about the paper and its aim."""


def subject(question: Question) -> frozenset[str]:
    """The stems of what a question asks to be described (`what is X?`, `describe X`); empty for other questions."""
    found = _ASKED.match(question.read)
    if found is None or aspects.asked(question.read) != aspects.DESCRIPTION:
        return frozenset()
    return words.stems(found["subject"])


def describes(sentence: str, wanted: frozenset[str]) -> bool:
    """Whether a sentence says what its subject is, and its subject is the one wanted."""
    verb = _IS.search(sentence)
    return bool(verb and wanted and wanted <= words.stems(sentence[: verb.start()]) and not _OWN.search(sentence))
