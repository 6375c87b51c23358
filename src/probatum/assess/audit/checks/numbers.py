"""Does every number stand in the source beside what it is said of, or come out of numbers that do?"""

from __future__ import annotations

import re

from probatum.assess.audit import dosed, figures
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.arm import bound
from probatum.assess.audit.figures import Claimed, Figure
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.reckoning import sizes
from probatum.assess.audit.source import Unit
from probatum.assess.audit.working import in_sight, worked_out
from probatum.model import Fault, SectionRole
from probatum.text.expressions import expression
from probatum.text.normal import fold

NEAR = 0.3
"""Share of a sentence's word weight that a unit holds to be about the same."""
FULL = 0.75
"""Share from which a unit is about nothing else."""
_AGE = expression(r"\b(?:age[ds]?|aged?|older|younger|years? old|under|over)\b", re.IGNORECASE)


@probe(
    name="numbers",
    order=99,
    purpose="Every number stands in the source beside what it is said of (rounded to the unit or tenth as it is "
    "printed), or "
    "comes out of numbers that do: difference, number needed to treat, share, daily dose, relative change, total.",
    source="Rule: figures are read or worked out in sight.",
)
def numbers(case: Cited) -> Opinion | None:
    """Number differs for a number that the sources print nowhere, or print elsewhere while another stands in its
    place."""
    if not case.sources:
        return None
    units = [a.unit for _, a in case.best[:6]]
    apart = _torn(case)
    if apart is not None:
        claim, unit, right = apart
        told = f"beside {_partner(case, claim).text} the source gives {right}, not {claim.text}"
        return Opinion(Fault.NUMBER, told, (unit.span,), right)
    for claim in case.figures:
        if case.is_dose(claim):
            continue
        held = any(s.holds(claim) for s in case.sources)
        precise = claim.places > 0 or claim.kind == "percent"
        strange = _of_else(case, claim, units) if held else None
        if strange is not None:
            told = f"the source gives {claim.text} of something else"
            return Opinion(Fault.NUMBER, told, (strange.span,), strange.raw.replace("\t", " | "))
        if held and (astray := _astray(case, claim)) is not None:
            unit, partner, right = astray
            told = f"beside {partner.text} the source gives {right}, not {claim.text}"
            return Opinion(Fault.NUMBER, told, (unit.span,), right)
        if held and not (precise and claim.telling >= 1 and _misplaced(case, claim)):
            continue
        if worked_out(case, claim, units) or (held and _together(case, claim)) or _loosely(case, claim, units):
            continue
        place = _instead(case, claim)
        if held and (place is None or (_edits(claim, place[2]) > 1 and not _lone(case, claim, place[0]))):
            continue
        right = place[1] if place else ""
        category = Fault.POPULATION if _is_age(case, claim) else Fault.NUMBER
        told = f"the source gives {right}, not {claim.text}" if right else f"{claim.text} stands nowhere in the source"
        if claim.kind == "duration" and not right and claim.telling < 1:
            other = _other_time(case, claim)
            if other is None:
                continue
            return Opinion(Fault.DOSE, f"the source says {other[1]}, not {claim.text}", (other[0].span,), other[1])
        return Opinion(category, told, (place[0].span,) if place else tuple(u.span for u in units[:1]), right)
    return None


_OR = expression(r"\s(?:or|to)\s")
_FEW = 20


def _loosely(case: Cited, claim: Claimed, units: list[Unit]) -> bool:
    """True of one of two neighbours that are told for what lies between them: `three or four people`."""
    for other in case.figures if claim.value <= _FEW and not claim.places else ():
        first, second = (claim, other) if claim.start < other.start else (other, claim)
        if second.value - first.value == 1 and _OR.fullmatch(case.text, first.end, second.start):
            return worked_out(case, other, units) != ""
    return False


def _of_else(case: Cited, claim: Claimed, units: list[Unit]) -> Unit | None:
    """The unit that gives figures of what the sentence measures, where none of those that hold this one is about it.

    Asked of a figure that stands alone in its sentence, and only where the source has every word of what is measured.
    """
    if len(case.results) != 1 or claim not in case.results or claim.part or claim.word or _is_age(case, claim):
        return None
    if _of_study(case, claim) or claim.unit.startswith("percentage"):
        return None  # points are a difference, which no source need print
    about: Unit | None = None
    for source in case.sources:
        topic = case.topic - source.design
        if not topic or not topic <= source.keys:
            return None
        for unit in source.units:
            label = unit.label.union(*(source.long_forms.get(k, frozenset()) for k in unit.label))
            held = topic & (label if unit.row and topic & label else source.expanded(unit))
            if held and unit.meeting(claim) is not None:
                return None
            counted = _sort(claim, unit) or (claim.kind != "percent" and unit.row and unit.values)
            if about is None and held == topic and unit.own and counted:
                about = unit
    summed = claim.kind != "count" or _SUMMED.search(case.text) is not None
    return about if about is not None and not (summed and worked_out(case, claim, [*units, about])) else None


_SUMMED = expression(
    r"\b(?:in all|altogether|together|total|both|combined|more|fewer|less|difference|so|lost"
    r"|left)\b",
    re.I,
)
"""Words that announce a count which is worked out."""


def _lone(case: Cited, claim: Claimed, unit: Unit) -> bool:
    """True when a unit holds another percentage of the sentence and one more alone: the place of this one."""
    if claim.kind != "percent":
        return False
    met = [c for c in case.results if c is not claim and c.kind == "percent" and c.telling >= 1 and unit.meeting(c)]
    free = [f for f in _sort(claim, unit) if not any(abs(f.value - c.value) < 0.06 for c in case.results)]
    return bool(met) and len(free) == 1


def _torn(case: Cited) -> tuple[Claimed, Unit, str] | None:
    """Of the two figures that a sentence gives to two treatments one that no unit holds beside the other, while a unit
    on the same matter holds the other and has a figure of the same sort in this one's place."""
    pair = [claim for claim, _ in bound(case)[:2]]
    if len(pair) < 2 or any(_both(case, pair, u) for s in case.sources for u in s.units):
        return None
    for source, found in case.best[:6]:
        met = [c for c in pair if c in found.met]
        if len(met) != 1 or found.words < FULL or not found.unit.own or met[0].telling < 1:
            continue
        lost = next(c for c in pair if c not in met)
        kept = [c.value for c in case.figures if c is not lost]
        free = [f for f in _sort(lost, found.unit) if all(abs(f.value - v) > 0.06 for v in kept)]
        if len(free) == 1 and case.topic <= source.expanded(found.unit) and not worked_out(case, lost, [found.unit]):
            return lost, found.unit, found.unit.text[free[0].start : free[0].end] + ("%" if free[0].percent else "")
    return None


def _both(case: Cited, pair: list[Claimed], unit: Unit) -> bool:
    met = [bool(unit.meeting(c)) for c in pair]  # cheap, and most units hold neither
    return any(met) and all(held or in_sight(case, c, [unit]) for c, held in zip(pair, met, strict=True))


def _together(case: Cited, claim: Claimed) -> bool:
    """True when one unit, or two rows of one table in one column, hold a number beside another telling one of its
    sort: what else is near to either then stands for neither."""
    others = [
        c
        for c in case.figures
        if (c.kind, c.unit) == (claim.kind, claim.unit) and c.value != claim.value and c.telling >= 1
    ]
    if claim.telling < 1 or not others:
        return False
    for source in case.sources:
        holding = [u for u in source.units if u.figures and u.meeting(claim)]
        if any(u.meeting(other) for u in holding for other in others if u.own):
            return True
        tables = {(u.section, _column(u, claim)) for u in holding if u.row}
        rows = [u for u in source.units if u.row and u.figures] if tables else []
        if any((u.section, _column(u, other)) in tables for other in others for u in rows if u.meeting(other)):
            return True
    return False


def _column(unit: Unit, claim: Claimed) -> int:
    """The place of a row's cell in which a number stands."""
    found = unit.meeting(claim)
    return unit.text.count("\t", 0, found.start) if found is not None else -1


def _sort(claim: Claimed, unit: Unit) -> list[Figure]:
    """The figures of a unit that measure the same thing: percentages for one, spans of time for one."""
    if claim.kind == "percent":
        return [f for f in unit.values if f.percent and f.value not in (90, 95, 99)]
    behind = re.compile(rf"[\s-]{{0,2}}{re.escape(claim.unit[:4])}") if claim.unit else None
    if behind is None:
        return []
    return [f for f in unit.values if behind.match(unit.text, f.end)]


def _partner(case: Cited, claim: Claimed) -> Claimed:
    return next(c for c, _ in bound(case) if c is not claim)


_TIME = expression(r"[\s-]{0,2}(?:hour|day|week|month|year|minute)s?\b", re.IGNORECASE)


def _other_time(case: Cited, claim: Claimed) -> tuple[Unit, str] | None:
    """The same number with another unit of time, in a unit of a source that is about the sentence or its methods."""
    for source in case.sources:
        for unit in source.units:
            if not unit.own or (case.topic and not case.topic & unit.keys and unit.role is not SectionRole.METHODS):
                continue
            for figure in unit.figures:
                behind = _TIME.match(unit.text, figure.end)
                if behind and abs(figure.value - claim.value) < 1e-9:
                    return unit, unit.text[figure.start : behind.end()]
    return None


def _is_age(case: Cited, claim: Claimed) -> bool:
    around = case.text[max(0, claim.start - 24) : claim.end + 14]
    return claim.unit in ("years", "") and _AGE.search(around) is not None and "%" not in claim.text


def _misplaced(case: Cited, claim: Claimed) -> bool:
    """True when no unit that is about the sentence, or that holds another telling number of it, holds this one."""
    best = [(s, a) for s, a in case.best if a.unit.own]
    partners = [c for c in case.anchors if c is not claim and c.telling >= 1 and c.kind != "duration"]
    anchored = [a for _, a in best if sum(c in a.met for c in partners) >= min(2, len(partners) or 2)]
    if any(c.kind == "p" for c in partners):
        near = [a for _, a in best if a.words >= NEAR and any(c.kind == "p" and c in a.met for c in partners)]
        anchored = near or anchored
    most = max((a.words for a in anchored), default=0.0)
    anchored = [a for a in anchored if a.words >= 0.8 * most]
    if anchored and not any(claim in a.met for a in anchored):
        tested = any(c.kind == "p" and 0 < c.start - claim.end < 60 for c in partners)
        wanted = case.topic & case.sources[0].expanded(anchored[0].unit)
        return tested or not any(claim in a.met and wanted <= s.expanded(a.unit) for s, a in best if a.words >= FULL)
    return bool(best) and not any(
        claim in a.met and (a.words >= NEAR or len([c for c in a.met if c.telling >= 1]) > 1) for _, a in best
    )


def _astray(case: Cited, claim: Claimed) -> tuple[Unit, Claimed, str] | None:
    """A unit on the same matter that holds the figure told beside a whole number, and another in this one's place; none
    where any unit on the matter, or that holds that figure, has this number too."""
    if claim.word or claim.places or claim.part == "of" or _is_age(case, claim):
        return None
    told = [c for c in case.results if c.kind != "percent" and c.unit in ("", "patients") and not _of_study(case, c)]
    near = [c for c in told if c is not claim and c.telling >= 1 and abs(c.start - claim.start) <= _PAIRED]
    if claim not in told or not near:
        return None
    partner = min(near, key=lambda c: abs(c.start - claim.start))
    holding = [a for _, a in case.best if partner in a.met]
    anchored = [a.unit for a in holding if a.words >= NEAR and a.unit.own]
    if not anchored or any(a.unit.meeting(claim) for _, a in case.best if a.words >= FULL or a in holding):
        return None
    taken = [c.value for c in case.figures]
    free = [f for f in anchored[0].values if not f.places and not f.percent and f.value not in taken]
    if not free or worked_out(case, claim, anchored):
        return None
    right = min(free, key=lambda f: abs(f.value - claim.value))
    return anchored[0], partner, anchored[0].text[right.start : right.end]


def _of_study(case: Cited, claim: Claimed) -> bool:
    """True for how many took part, or were in a group, which is told of every outcome."""
    if claim.places or claim.kind == "percent":
        return False
    return claim.part == "of" or any(claim.value in sizes(s) or claim.value == s.study.n for s in case.sources)


_PAIRED = 60
"""Characters within which two figures of a sentence belong together."""


def _instead(case: Cited, claim: Claimed) -> tuple[Unit, str, Figure] | None:
    """A unit that is about the sentence and holds other numbers of it, with its own number in this one's place."""
    mine = dosed.read(fold(case.text).text)
    dose = mine.of.get(claim.start)
    for _, found in case.best[:6]:
        if claim in found.met or not found.unit.own or dosed.other(mine, dosed.read(found.unit.text)):
            continue
        partners = [c for c in found.met if c is not claim and c.telling >= 1 and c.kind != "duration"]
        if claim.kind == "count" and not partners:
            continue
        if found.words < NEAR and not partners:
            continue
        taken = [claim.value, *(c.value for c in case.figures if c is not claim)]
        free = [f for f in found.unit.figures if _alike(claim, f) and all(abs(f.value - v) > 0.06 for v in taken)]
        told = dosed.of_unit(found.unit).of if dose else {}
        free = [f for f in free if not told or told.get(f.start) == dose]
        near = [f for f in free if _near(claim, f)] or (free if dose and len(free) == 1 else [])
        if claim.kind == "duration":
            near = [f for f in near if figures.unit_of_time(f, found.unit.text) in ("", claim.unit)]
        if near and (partners or found.words >= (NEAR if told else 0.6)):
            best = min(near, key=lambda f: (_edits(claim, f), abs(f.value - claim.value)))
            return found.unit, found.unit.text[best.start : best.end] + ("%" if best.percent else ""), best
    return None


def _alike(claim: Claimed, figure: Figure) -> bool:
    if claim.kind == "percent":
        shaped = bool(figure.places) == bool(claim.places) or not claim.places
        return shaped and (figure.percent or (0 < figure.value <= 100 and figure.value != 95))
    return bool(figure.places) == bool(claim.places) or not claim.places


def _near(claim: Claimed, figure: Figure) -> bool:
    """True when one digit, the order of two or the point sets them apart, or they differ by less than a half."""
    if claim.kind in ("count", "fraction") and not claim.places:
        return _edits(claim, figure) <= 1 and f"{claim.value:g}"[0] == f"{figure.value:g}"[0]
    return _edits(claim, figure) <= 1 or abs(claim.value - figure.value) <= 0.5 * max(claim.value, figure.value)


def _edits(claim: Claimed, figure: Figure) -> int:
    left, right = f"{claim.value:g}", f"{round(figure.value, claim.places):g}"
    if len(left) != len(right):
        return 2 if left.replace(".", "").strip("0") != right.replace(".", "").strip("0") else 1
    return sum(a != b for a, b in zip(left, right, strict=True))
