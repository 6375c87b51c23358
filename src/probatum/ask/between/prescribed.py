"""Prescribed: two medicines of one prescription or note, of which it is asked only if they may be handed out.

`A 10 mg weekly rheumatoid arthritis + B for cystitis`: each has an illness of its own, so that neither is weighed for
one, and nothing but whether they go together is left to ask. `A + B. Dispense?` says it outright.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.text.expressions import expression
from probatum.vocabulary import Mention, Vocabulary

_PAIR: Final = 2
_ILL: Final = ("condition", "symptom")
_HAND_OUT: Final = expression(
    r"[.?;:,\u2013-]\s*(?:(?:is it |are they )?(?:ok(?:ay)?|safe|fine) to "
    r"|(?:can|should|may|do|could) (?:i|we) (?:safely )?)?"
    r"(?:dispense|supply|hand (?:it|them|both|this) (?:out|over)|fill(?: (?:it|this))?)(?: (?:it|them|both|this))?\W*$",
    re.IGNORECASE,
)
"""`..., ok to dispense?`: what a pharmacist asks of a prescription as a whole."""
_AMOUNT: Final = r"[\d.,/]+ ?(?:mg|mcg|micrograms?|g|units?|ml|%)?"
_WHEN: Final = (
    r"(?:od|bd|tds|qds|bid|tid|nocte|mane|prn|once|twice|daily|weekly|monthly|(?:times )?a (?:day|week)|every|each"
    r"|night|morning|long[- ]term|low[- ]dose|regular(?:ly)?)"
)
_OWN_ILLNESS: Final = expression(
    rf"(?:[ ,]+(?:{_AMOUNT}|{_WHEN}|tablets?|capsules?|course|for|an?|the|her|his|my|their|days?|weeks?|bad|mild|severe"
    r"|acute|chronic|new|known|long-standing)){0,8}[ ,]*",
    re.IGNORECASE,
)
"""What may stand between a medicine and what it is for."""
_JOINS: Final = expression(
    r"[a-z ]{0,12}\s*(?:\+|&|,|;|and|plus|with|now|then)(?: (?:and|now|also|new|then|rx|given|prescribed|started))*\s*",
    re.IGNORECASE,
)


def together(text: str, named: Sequence[Mention], vocabulary: Vocabulary) -> bool:
    """Whether a prescription of several medicines is told and nothing is asked but whether it may be given so."""
    if len({m.term.label for m in named}) < 2:
        return False
    return _HAND_OUT.search(text) is not None or _each_for_its_own(text, named, vocabulary)


def _each_for_its_own(text: str, named: Sequence[Mention], vocabulary: Vocabulary) -> bool:
    """Whether two medicines stand side by side, each with another illness right behind it, and no more is asked."""
    if len(named) != _PAIR:
        return False
    one, two = named
    ill = [m for m in vocabulary.find(text) if m.term.semantic in _ILL]
    first = next((m for m in ill if m.start >= one.end and _OWN_ILLNESS.fullmatch(text[one.end : m.start])), None)
    second = next((m for m in ill if m.start >= two.end and _OWN_ILLNESS.fullmatch(text[two.end : m.start])), None)
    if first is None or second is None or first.term.label == second.term.label or first.end > two.start:
        return False
    joined = _JOINS.fullmatch(text[first.end : two.start]) is not None
    return (
        joined
        and _BEFORE.fullmatch(text[: one.start]) is not None
        and _BEHIND.fullmatch(text[second.end :]) is not None
    )


_BEFORE: Final = expression(
    r"\W*(?:(?:rx|pt|patient|prescription|script|for|of|on|is|takes|taking|who|has|an?|the|with|she|he|year|old|man"
    r"|woman|aged|male|female|\d{1,3})\W+){0,9}",
    re.IGNORECASE,
)
_BEHIND: Final = expression(
    r"(?:[\s,.;:?-]+(?:in|an?|the|\d{1,3}|year|years|old|man|woman|male|female|aged|elderly|patient|pt|ok(?:ay)?|safe|fine"
    r"|any|issues?|problems?|concerns?|interactions?|together|is|are|this|that|it|these|they|all|right|alright|clash"
    r"|thoughts|advice)){0,12}\W*",
    re.IGNORECASE,
)
"""Who the patient is, and words that ask of it all whether it is well."""
