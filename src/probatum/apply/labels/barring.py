"""Contraindications of a label in one sentence: their conditions joined, without the words that introduce them."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.apply import wording
from probatum.text.expressions import expression

_FORBIDS = expression(r"\b(?:must|should|may|do) not\b|\bnever\b")
"""Words of a sentence that forbids, whatever it is called: it is no condition to be contraindicated in."""
_TOGETHER = expression(r"\b(?:with|plus|together|in|during|after)\b")
"""Before `is contraindicated in`: the sentence bars more than the condition at its end."""


_REASON = expression(r"\b(?:because|since|as it (?:may|can))\b")


def said(texts: Sequence[str]) -> list[str]:
    """`contraindicated in A and after B`; a sentence that bars two things together stands whole, by itself."""
    conditions = [_bare(text) for text in texts]
    whole = [c for c in conditions if "contraindicated" in c or _FORBIDS.search(c)]
    joined = _joined([_in(c) for c in conditions if c not in whole])
    return [*([f"contraindicated {joined}"] if joined else []), *whole]


def _joined(conditions: Sequence[str]) -> str:
    """The conditions with `and`; behind one that ends with its reason set off, so that none reads as a part of it."""
    text = ""
    for condition in conditions:
        link = "; also " if _REASON.search(text) else " and "
        text = f"{text}{link}{condition}" if text else condition
    return text


def _in(condition: str) -> str:
    """`in cardiogenic shock`, but `together with A` and `with an eGFR below 30` as they are."""
    joined = condition.startswith(("together ", "with", "when ", "during ", "after ", "before ", "if ", "in ", "as "))
    return condition if joined else f"in {condition}"


def _bare(text: str) -> str:
    """The condition of a contraindication without the words that introduce it."""
    lowered = wording.lower(text.rstrip(". "))
    if _TOGETHER.search(lowered.lower().partition("contraindicated")[0]):
        return lowered
    for lead in ("contraindicated in the presence of ", "contraindicated in patients with ", "contraindicated in "):
        if lead in lowered.lower():
            return lowered[lowered.lower().index(lead) + len(lead) :]
    return lowered
