"""In clauses: which part of a direction is for the illness asked about, and which part of it forbids.

`no dose in A with a clearance below 15, or in B with 30 or less` sets one limit for each illness; `in mild liver
disease the dose is halved; in severe it is not recommended` forbids to the latter alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.patient import akin
from probatum.model import Concept, Patient
from probatum.text import people, words
from probatum.text.expressions import caseless

_SPLITS: Final = caseless(r",? (?:or|and) (?=(?:(?:in|for|with|below|above) )[^,;]{0,90}\d)")
"""Between two limits, each with its figure."""
_FIGURE: Final = caseless(r"\d")
_LIMIT: Final = caseless(
    r"(?:(?:of|below|under|above|over|less than|more than) )?\d+(?:\.\d+)?(?: (?:to|or) \d+(?:\.\d+)?)?(?: ?ml/min\S*)?"
    r"(?: or (?:less|more))?"
)


@lru_cache(maxsize=2048)
def of_illness(text: str, illnesses: tuple[Concept, ...]) -> str:
    """The text without the figures of limits for other illnesses, where it sets one for each of several."""
    parts = _SPLITS.split(text)
    if len(parts) < 2 or not all(_FIGURE.search(part) and _conditions(part) for part in parts):
        return text
    own = [part for part in parts if any(akin.kinship(part, c.label) is not akin.Kin.NONE for c in illnesses)]
    if not own or len(own) == len(parts):
        return text
    for part in parts:
        text = text if part in own else text.replace(part, _LIMIT.sub("", part))
    return text


def _conditions(text: str) -> bool:
    found = (m.term for m in vocabulary.load().find(text) if m.term.semantic == "condition")
    return any(not fitting.KIDNEY.search(term.label) for term in found)


def forbids(text: str, pattern: re.Pattern[str], patient: Patient) -> bool:
    """Whether a part of a direction that is for such a patient, or for everybody, forbids by the words of a pattern."""
    found = ((part, pattern.search(part)) for part in text.split("; "))
    parts = [part for part, said in found if said and not _AMOUNT.match(part[: said.start()])]
    return any(not fitting.special(part) or fitting.speaks_of(part, patient) for part in parts)


_AMOUNT: Final = caseless(
    r"(?:an? |the )?(?:(?:single |daily )?(?:doses?|tablets?|capsules?) (?:of|above|over) )?"
    r"\d+(?:\.\d+)? ?(?:mg|mcg|micrograms?|g|ml|units?)(?: (?:tablets?|capsules?|a day|daily|twice daily))?"
    r"(?: of [\w-]+)? $"
)
"""What is forbidden is an amount alone: `875 mg should not be given` bars no smaller one."""
_MORE: Final = caseless(
    rf"(?:{people.LIVER})\w*(?: (?:disease|impairment|failure|insufficiency|cirrhosis))? (?:associated )?with "
    r"(?P<what>[a-z][\w-]{4,})"
)


def needs_more(text: str, patient: Patient, typed: str) -> bool:
    """Whether a limit is of a poor liver with something else (`liver disease with coagulopathy`) that is not told."""
    found = _MORE.search(text) if patient.liver else None
    return found is not None and not words.stems(found["what"]) <= words.stems(typed)
