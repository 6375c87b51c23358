"""Are two figures told of the outcome in whose clause the source has them, and not of that of the clause beside it?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from probatum.assess.audit import groups, keys
from probatum.assess.audit.case import FILLER, JUDGING, Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression

_CUT: Final = expression(r";\s|,?\s(?:but|whereas|while|although|and)\s|,\s", re.IGNORECASE)
_NUMBER: Final = expression(r"[0-9]")
_VERBS: Final = keys.table(
    "come came amount fell fall rose rise reach total average mean median work told estimate estimated measure measured"
)


@probe(
    name="clause",
    order=119,
    purpose="Where one sentence of the source gives figures of two outcomes, a clause each, two figures are not told "
    "of the other one.",
    source="Rule: a right figure of another outcome is a wrong one.",
)
def clause(case: Cited) -> Opinion | None:
    """Contradicted where the sentence's words for what is measured stand in another clause than its two figures, with
    figures of its own, and no passage has them beside these."""
    told = [c for c in case.figures if c.telling >= 1 and not c.part and c.kind != "duration"]
    if len(case.sources) != 1 or len(told) != _TWO or case.denies or case.grades:
        return None
    if told[0].unit != told[1].unit or told[0].unit in _COUNTED:
        return None
    source = case.sources[0]
    topic = _topic(case, source)
    places = [u for u in source.units if u.own and all(u.meeting(c) for c in told)]
    if not topic or not places or any(u.row for u in places):
        return None
    for unit in places:
        found = _other(unit, told, topic, source)
        if found and not any(found & _near(u, told, source) for u in places):
            named = ", ".join(sorted(found))
            reason = (
                f"the source gives {told[0].text} and {told[1].text} of something else, and others of this ({named})"
            )
            return Opinion(Fault.OUTCOME, reason, (unit.span,), unit.raw)
    return None


_TWO: Final = 2
_COUNTED: Final = frozenset(("patients", "people", "participants", "adults", "children", "women", "men"))


def _topic(case: Cited, source: Source) -> frozenset[str]:
    named = frozenset().union(*(g.whole | g.own for g in groups.of(source)), *(a.words for a in case.arms), frozenset())
    return case.topic - named - FILLER - JUDGING - _VERBS - source.design


def _parts(unit: Unit) -> list[tuple[int, int]]:
    """The clauses of a passage; what holds no figure goes with what is behind it."""
    ends = [m.start() for m in _CUT.finditer(unit.text) if not _bracketed(unit.text, m)]
    made: list[tuple[int, int]] = []
    start = 0
    for end in (*ends, len(unit.text)):
        if _NUMBER.search(unit.text, start, end):
            made.append((start, end))
            start = end
    return made


def _bracketed(text: str, cut: re.Match[str]) -> bool:
    return text.count("(", 0, cut.start()) != text.count(")", 0, cut.start())


def _held(unit: Unit, part: tuple[int, int], source: Source) -> frozenset[str]:
    words = keys.of(unit.text[slice(*part)])
    return words.union(*(source.long_forms.get(k, frozenset()) for k in words))


def _inside(unit: Unit, part: tuple[int, int], told: list[Claimed]) -> bool:
    """True for the clause that has both figures."""
    return all((f := unit.meeting(c)) is not None and part[0] <= f.start < part[1] for c in told)


def _near(unit: Unit, told: list[Claimed], source: Source) -> frozenset[str]:
    """Keys of the clauses that have the figures; of the whole passage where no one clause has both."""
    own = [p for p in _parts(unit) if _inside(unit, p, told)]
    return frozenset().union(*(_held(unit, p, source) for p in own)) if own else source.expanded(unit)


def _other(unit: Unit, told: list[Claimed], topic: frozenset[str], source: Source) -> frozenset[str]:
    """Keys of what is measured that only the clause beside that of the figures has."""
    parts = _parts(unit)
    for one, two in pairwise(parts):
        for own, beside in ((one, two), (two, one)):
            if not _inside(unit, own, told) or _figures(unit, beside) < _TWO:
                continue
            apart = _held(unit, beside, source) - _held(unit, own, source)
            alone = _held(unit, own, source) - _held(unit, beside, source)
            if len(topic & apart) > len(topic & alone):
                return topic & apart
    return frozenset()


def _figures(unit: Unit, part: tuple[int, int]) -> int:
    return sum(part[0] <= f.start < part[1] for f in unit.figures)
