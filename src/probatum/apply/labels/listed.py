"""Listed: what a label says of one sort, in plain words: sentences of their own, and what forbids it as a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.apply import wording
from probatum.text.expressions import expression


def directed(lead: str, source: str, items: Sequence[str]) -> str:
    """`Needs care (US label of X): A may occur. B may occur`: each item a sentence of its own; what forbids is a list:
    `Must not be used in any of these cases (US label of X): A. B`. A drug that the sentence names anyway is not named
    with its label."""
    named, _, drug = source.partition(" of ")
    whose = named
    whose = whose if " label" in whose and drug and drug in f"{lead} {' '.join(items)}".lower() else source
    items = _of_lead(lead, items, drug if " label" in named else "")
    named_alone = bool(items) and not (_WHOLE.search(items[0]) or _SAYS.search(items[0]) or _CASED.match(items[0]))
    lead = f"{lead}, for this reason" if named_alone and _OF_PERSON.search(lead) else lead
    first, *rest = items or ("",)
    cases = [item for item in items if not _SAYS.search(item)]
    if "must not be used" in lead.lower() and len(cases) > 1:
        told = [_case(item) for item in cases] + [item for item in items if item not in cases]
        return f"{lead}{IN_CASES} ({whose}): {'. '.join([wording.lower(told[0]), *map(wording.upper, told[1:])])}"
    further = _CARE if lead == "Needs care" else _BESIDE if "label" in source else _ADVISED
    told = [first, *(wording.upper(item) if _WHOLE.search(item) else f"{further}{item}" for item in rest)]
    return f"{lead} ({whose}): {'. '.join(told)}"


def _of_lead(lead: str, items: Sequence[str], drug: str) -> Sequence[str]:
    """The items, so that they go with what stands before them: `pregnancy` for `in pregnancy` as a reason, and
    `A must not be used with alcohol` for `with alcohol`, where it is said of two that they are not taken together."""
    if _OF_PERSON.search(lead) and len(items) == 1:
        return [_case(items[0])]
    if not (drug and _OF_TWO.search(lead)):
        return items
    return [
        f"{drug} must not be used {item}" if _CIRCUMSTANCE.match(item) and not _WHOLE.search(item) else item
        for item in items
    ]


def case_said(text: str) -> str:
    """What forbids a medicine, as words that say so: `it must not be used in pregnancy` for `pregnancy`."""
    if _WHOLE.search(text) or _SAYS.search(text):
        return text
    return f"it must not be used {text}" if _CASED.match(text) else f"it must not be used in {text}"


_OF_PERSON: Final = expression(r"\b(?:must not be used in|is not advised for) this person$", re.IGNORECASE)
_OF_TWO: Final = expression(r"\bmust not (?:be taken|take these) together$", re.IGNORECASE)
_CIRCUMSTANCE: Final = expression(r"(?:with|together with|within|during|after) (?!\w+ing\b)[^;.,]{3,}", re.IGNORECASE)
_CASED: Final = expression(r"(?:with|in|for|at|after|before|during|from|within|when|if|together|by) ", re.IGNORECASE)
IN_CASES: Final = " in any of these cases"
"""What is said before a list of what forbids a medicine."""
_BESIDE: Final = "The label also names: "
_ADVISED: Final = "The advice also names: "
_CARE: Final = "Care is also needed with: "
"""What is said before a word or two that a label gives no sentence."""


def _case(item: str) -> str:
    """What forbids a medicine, as one of a list: `gout` for `in gout`; a sentence on who advises it stays whole."""
    return item if _ADVISES.match(item) else _PLACED.sub("", item, count=1)


_SAYS: Final = expression(
    r"\b(?:must|should|may|do) not\b|\bcontra-?indicated\b"
    r"|^(?!in |with |for |after )[^,;]{0,80}\b(?:has led|occurred|causes)\b",
    re.IGNORECASE,
)
"""What forbids a medicine in a sentence of its own, and is no case."""
_ADVISES: Final = expression(
    r"^in [^;,]{2,120}, (?!and |or |because )[^;,]{2,80}?\b(?:advis|recommend|say|consider)\w*", re.IGNORECASE
)
_PLACED: Final = expression(r"^in (?!or\b|which\b|combination\b)", re.IGNORECASE)
_VERB: Final = (
    r"(?:is|are|was|were|has|have|had|can|may|must|should|cannot|causes?|raises?|lowers?|increases?|reduces?|leads?|led"
    r"|strengthens?|weakens?|slows?|occurs?|needs?|contains?|prolongs?|interacts?)\b"
)
_WHOLE: Final = expression(
    r"^(?:(?!(?:with|in|for|to|at|after|before|during|from|within|when|if|together|people|children|adults|women|men)\b)[^;]{0,160}?"
    r"|(?:with|in|for|to|at|after|before|during|from|when|if)\b[^;,]{2,120}, (?!and |or |because )[^;]{2,120}?)\b"
    rf"{_VERB}",
    re.IGNORECASE,
)
"""A direction that is a sentence: something, and what it does, a circumstance before it or none."""
