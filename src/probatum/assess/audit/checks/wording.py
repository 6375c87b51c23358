"""Where a sentence repeats one of its source word for word but for a few words: do those change what is said?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.repeating import Change, Repeated, read, repeated, stretches, verbatim, within
from probatum.assess.audit.turning import turned
from probatum.model import Fault
from probatum.text.expressions import expression

_UNSTUDIED: Final = expression(r"\W{0,3}no (?:stud(?:y|ies)|trials?|reviews?) (?:of|with|on|for)\b", re.IGNORECASE)


@probe(
    name="wording",
    order=105,
    purpose="A sentence that repeats one of the source's but for a few words changes none that matter: a number, a "
    "unit, a name, higher for lower, a `not`, a `may`.",
    source="Jergas H, Baethge C. Quotation accuracy in medical journal articles (2015), doi:10.7717/peerj.1364",
)
def wording(case: Cited) -> Opinion | None:
    """A fault when every sentence of the sources that it repeats differs from it in something that matters."""
    if _UNSTUDIED.match(case.text):
        return None  # it names what a title names, to say that there was no more of it
    if case.quoted and verbatim(case, whole=True):
        return None
    whole = repeated(case)
    for repeats in (whole,) if whole else stretches(case):
        found = _changed(case, repeats)
        if found is not None:
            return _told(*found)
    return None


def _changed(case: Cited, repeats: Sequence[Repeated]) -> tuple[Repeated, Change] | None:
    found: tuple[Repeated, Change] | None = None
    for repeat in (within(case, r) for r in repeats):
        change = turned(case, repeat)
        told_else = change is not None and change.category is Fault.NEGATION and change.old and len(case.results) > 1
        if told_else and repeat.differing > 1:
            change = None  # a denial was dropped, and the figures of both groups are told instead
        if change is None and (found is None or _holds(repeat, found)):
            return None
        if change is not None and found is None:
            found = (repeat, change)
    return found


def _told(repeat: Repeated, change: Change) -> Opinion:
    told = f"the source says \u201c{change.old}\u201d where the sentence says \u201c{change.new}\u201d"
    if not change.new:
        told = f"the source says \u201c{change.old}\u201d, which the sentence leaves out"
    elif not change.old:
        told = f"the sentence says \u201c{change.new}\u201d, which the source does not"
    return Opinion(change.category, told, (repeat.unit.span,), change.old)


FURTHER = 3
"""How many times as many words as the nearest sentence another one may differ in, to be what is repeated after all."""


def _holds(repeat: Repeated, found: tuple[Repeated, Change]) -> bool:
    """True when a sentence of the source that is nearly as near holds what stands in the place of the other's words."""
    near, change = found
    put = {t.low for t in read(change.new)}
    if change.category is Fault.ARM and put <= {t.low for t in read(near.unit.text)}:
        return False  # two names that changed places stand in every sentence that names both
    return repeat.differing <= FURTHER * near.differing + FURTHER and put <= {t.low for t in read(repeat.unit.text)}
