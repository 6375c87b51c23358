"""Does the source put the two that a sentence compares the same way round, whatever they are?"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.assess.audit import arms, comparing, keys
from probatum.assess.audit.case import FILLER, HEDGED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.opposing import opposing
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text import sentences
from probatum.text.expressions import expression

_THAN: Final = expression(
    r"\b(?:than|compared (?:with|to)|in comparison (?:with|to)|(?:versus|vs)\b(?!\.?\s?[-+\u2212]?[0-9])"
    r"|relative to)\b",
    re.IGNORECASE,
)
"""What stands between the two; between two figures it sets no more apart than these."""
_WHAT_FOR: Final = expression(
    r"\b(?:than|compared (?:with|to)) (?:before|at (?:the start|baseline|entry)|baseline|expected|[0-9])", re.I
)
_NOT: Final = expression(
    r"\b(?:not|no|neither|nor|never|free|fail\w*|similar\w*|comparable|equal\w*|whether|hypothes\w*|aim\w*"
    r"|expect\w*|if)\b",
    re.IGNORECASE,
)
_GROUP: Final = keys.table(
    "that those group arm patient people child woman man adult participant person received receive given give had "
    "having treated treat infant day night first second user taker who one other"
)
_STEM: Final = 4
"""Letters from which a word that begins like another is its kin: the singers are the group that was singing."""
_REACH: Final = 90
MATTER: Final = 0.6
"""Share of the weight of what is compared that a unit must hold."""


class _Set(NamedTuple):
    """A comparison: keys on either side of its `than`, and which way it lies."""

    left: frozenset[str]
    right: frozenset[str]
    way: str


@probe(
    name="than",
    order=129,
    purpose="Of two things that a sentence compares, treatments, devices, settings or dates, the one that the source "
    "puts higher or better is the one that the sentence puts there.",
    source="Lehman E, et al. Inferring which medical treatments work from reports of clinical trials (2019), "
    "doi:10.18653/v1/N19-1371",
)
def than(case: Cited) -> Opinion | None:
    """Contradicted when a comparison of the source between the same two, on the same matter, lies the other way and
    none lies the same way."""
    if case.denies or case.grades or HEDGED.search(case.text) or _NOT.search(case.text):
        return None
    said = _read(case.text)
    if said is None:
        return None
    against = opposing(
        case, lambda source, unit: None if _NOT.search(unit.text) else _verdict(case, said, source, unit)
    )
    if against is None:
        return None
    return Opinion(Fault.DIRECTION, "the source puts them the other way round", (against.span,), against.raw[:200])


def _read(text: str, source: Source | None = None) -> _Set | None:
    """The only comparison of a text."""
    favoured = _FAVOURED.search(text)
    if favoured is not None:
        told = {n: keys.of(favoured[n] or "") - keys.GENERIC - _GROUP for n in ("first", "second", "what")}
        first, second, what = (_spelt(told[n], source) for n in ("first", "second", "what"))
        one, other = first - second, second - first
        return _Set(one | what, other, "good") if one and other else None
    found = list(_THAN.finditer(text))
    if len(found) != 1 or _WHAT_FOR.search(text):
        return None
    way = comparing.way_before(text[: found[0].start()])
    if not way:
        return None
    left, right = text[: found[0].start()], re.split(r"[,;(]", text[found[0].end() : found[0].end() + _REACH])[0]
    sides = [_spelt(keys.of(side) - keys.GENERIC - _GROUP, source) for side in (left, right)]
    return _Set(sides[0] - sides[1], sides[1] - sides[0], way) if sides[1] - sides[0] else None


_FAVOURED: Final = expression(
    r"\bfavou?r(?:ed|s|ing)\s(?P<first>[\w -]{3,60}?)\sover\s(?P<second>[\w -]{3,60}?)"
    r"(?:\sfor\s(?P<what>[^.;(]{3,80}?))?"
    r"\s?(?=[.;(,]|\Z)",
    re.IGNORECASE,
)
"""`Effects favoured A over B for pain`: what it is about stands behind both."""


def _spelt(told: frozenset[str], source: Source | None) -> frozenset[str]:
    return told if source is None else told.union(*(source.long_forms.get(k, frozenset()) for k in told))


def _verdict(case: Cited, said: _Set, source: Source, unit: Unit) -> bool | None:
    for start, end in sentences.clauses(unit.text) or ((0, len(unit.text)),):
        there = _read(unit.text[start:end], source)
        if there is None or (there.way in ("up", "down")) != (said.way in ("up", "down")):
            continue
        straight = bool(said.right & there.right) and not said.right & there.left
        across = bool(said.right & there.left) and not said.right & there.right
        # Who is set against controls is whom the source sets them against, by whatever name.
        across = across and bool(said.left & there.right or (said.right & arms.CONTROLS and there.right))
        if straight == across or not _on(case, said, source, there):
            continue
        return (there.way == said.way) == straight
    return None


def _on(case: Cited, said: _Set, source: Source, there: _Set) -> bool:
    """True where what is compared is on the same matter: most of the sentence's words, the two compared aside."""
    sides = said.right | there.right
    told = {k for k in said.left - FILLER if not any(k == s or (len(s) >= _STEM and k.startswith(s)) for s in sides)}
    topic = {k: source.weight(k) for k in told if k in source.keys}
    total = sum(sorted(topic.values()))
    held = sum(sorted(w for k, w in topic.items() if k in there.left))
    return bool(total) and held >= MATTER * total
