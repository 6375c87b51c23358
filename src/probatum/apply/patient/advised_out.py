"""Advised out: people in whom a label says a medicine should not be used, though it does not call that contraindicated.

`Should not be used in active bladder cancer` stands among the cautions of a label, and who asks who must not have the
medicine has to be told it, as has who is about to give it.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.labels.ingredients import names_it
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]


def told(appraisal: Appraisal) -> list[Row]:
    """The cautions of a label by which the medicine itself is kept from people, those that say it outright first."""
    rows = [
        (appraisal, item)
        for item in appraisal.directives
        if item.action is DirectiveAction.CAUTION and item.drug and _kept(item) is not None
    ]
    return sorted(rows, key=lambda row: _OUTRIGHT.search(row[1].text) is None)


def outright(context: Context) -> list[Row]:
    """Those of the labels of what is asked about that say outright that it should not be used, and in few words."""
    rows = [row for label in context.labels for row in told(label)]
    return [row for row in rows if _OUTRIGHT.search(row[1].text) and len(row[1].text.split()) <= LONGEST]


LONGEST: Final = 34
"""Words of a caution that a step holds."""


def _kept(item: Directive) -> str | None:
    """The clause that keeps the medicine from people; None where there is none, or it is of something else: `sunlight
    should be avoided during A`, `A must not be given into a muscle`."""
    for part in item.text.split("; "):
        found = _KEPT.match(part)
        if found is not None and _is_drug(found["what"], item.drug):
            return part
    return None


def _is_drug(what: str, drug: str) -> bool:
    name, said = drug.lower(), what.lower().replace("/", " and ")
    if what.lower() in ("it", "which") or names_it(name, said):
        return True
    found = [m.term.label.lower() for m in vocabulary.load().find(what) if m.term.semantic == "drug"]
    return bool(found) and all(wording.stands_in(one, name) for one in found)


_KEPT: Final = caseless(
    r"(?:[^;]{0,80}\b(?:where|and|,) )?(?P<what>(?:[\w/-]+ ){0,2}[\w/-]+) "
    r"(?:(?:should|must) not be (?:used|given|taken|started|begun)|is not recommended|should be avoided)"
    r"(?: again)? (?:in|by|with|within|after|before|during|until)\b(?! (?:a )?(?:muscle|vein))"
)
_OUTRIGHT: Final = caseless(r"\b(?:should|must) not be (?:used|given|taken|started|begun)\b")
