"""Does a figure by which something changed stand with the same way of change?"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.assess.audit import arms, comparing, keys
from probatum.assess.audit.case import FILLER, Cited
from probatum.assess.audit.figures import Figure, meets, printed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import caseless
from probatum.text.normal import fold

_REACH: Final = 70
_CUT: Final = caseless(
    r"[;:]|,\s(?:and|but|while|whereas)\b|\b(?:but|while|whereas)\b|\band (?=(?:in|de)creas|reduc|lower|rais|improv)"
)
_MEASURED: Final = caseless(r"\b(?:from|than|to|versus|vs\.?|against)\s\Z")
"""Before a level that something reached, which is no amount of change."""


_DEGREES: Final = frozenset(("more", "greater", "larger", "bigger", "further", "less", "smaller", "higher", "lower"))
"""Words that measure a change as well as a level: a greater fall is no rise."""


class _Moved(NamedTuple):
    """A way with the keys of what moved: the words between it and the figure, or before both."""

    way: str
    what: frozenset[str]


@probe(
    name="moved",
    order=128,
    purpose="What rose by a figure in the source is not said to have fallen by it.",
    source="Lehman E, et al. Inferring which medical treatments work from reports of clinical trials (2019), "
    "doi:10.18653/v1/N19-1371",
)
def moved(case: Cited) -> Opinion | None:
    """Contradicted where every passage with the figure, of the same thing, has the other way of change before it."""
    if len(case.sources) != 1 or case.denies or any(a.control for a in case.arms[:1]):
        return None
    source, text = case.sources[0], fold(case.text).text
    for claim in case.figures:
        if claim.telling < 1 or claim.part or claim.kind == "duration":
            continue
        figure = next((f for f in printed(text) if f.start == claim.start or claim.start <= f.start < claim.end), None)
        mine = _before(text, figure) if figure else None
        if mine is None or not mine.what:
            continue
        told = [
            (u, m)
            for u in source.units
            if not u.row and u.own
            for m in _there(u, [f for f in u.figures if meets(claim, f, u.text)])
        ]
        told = [(u, m) for u, m in told if m.what & mine.what]
        if told and all(m.way == comparing.OPPOSITE[mine.way] for _, m in told) and not _of_control(told, source):
            unit, there = told[0]
            reason = f"the source gives {claim.text} as {comparing.TOLD[there.way]}, not {comparing.TOLD[mine.way]}"
            return Opinion(Fault.DIRECTION, reason, (unit.span,), unit.raw)
    return None


def _there(unit: Unit, held: list[Figure]) -> list[_Moved]:
    return [m for f in held if (m := _before(unit.text, f)) is not None]


def _before(text: str, figure: Figure) -> _Moved | None:
    """The last way of change right before a figure, in its part of the sentence."""
    stretch = text[max(0, figure.start - _REACH) : figure.start]
    cuts = [m.end() for m in _CUT.finditer(stretch)]
    stretch = stretch[cuts[-1] :] if cuts else stretch
    found = [
        m for m in comparing.WORD.finditer(comparing.NOT_COMPARED.sub(" ", stretch)) if m.lastgroup in ("up", "down")
    ]
    found = [m for m in found if m.group().lower() not in _DEGREES] if len(found) == 1 else []
    if len(found) != 1 or _MEASURED.search(text[: figure.start]):
        return None
    what = keys.of(stretch) - keys.GENERIC - FILLER - keys.of(found[0].group())
    return _Moved(found[0].lastgroup or "", what)


def _of_control(told: list[tuple[Unit, _Moved]], source: Source) -> bool:
    """True where the source tells it of a control first: what is lower there is higher with the treatment."""
    first = [next(iter(arms.read(unit.text, (source,))), None) for unit, _ in told]
    return any(arm is not None and arm.control for arm in first)
