"""Are dose, unit, route and frequency those of the source?"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from probatum.assess.audit import arms, given, keys
from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.drug import drugs
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import worked_out
from probatum.model import Fault, SectionRole
from probatum.text import doses
from probatum.text.doses import Dose
from probatum.text.expressions import expression

_TIMES = expression(
    r"\b(?:once|twice|thrice|daily|every|times a|weekly|monthly|b\.?i\.?d|t\.?i\.?d|q\.?d|o\.d)\b|/\s?d(?:ay)?\b",
    re.IGNORECASE,
)
_SINGLE = expression(
    r"\bsingle[- ](?!daily|night|evening|morning|daytime)(?:\w+[- ])?(?:dose|infusion|injection|oral"
    r"|administration|shot|application)|\bas a single\b",
    re.IGNORECASE,
)
_MASS = {"g": 1e3, "mg": 1.0, "\u03bcg": 1e-3, "mcg": 1e-3, "ng": 1e-6}


@probe(
    name="doses",
    order=80,
    purpose="Dose, unit, frequency and whether it is per kilogram agree with the source: 3 mg is not 0.3 mg, once "
    "is not twice.",
    source="Institute for Safe Medication Practices. List of error-prone abbreviations, symbols and dose "
    "designations (2021)",
)
def dose(case: Cited) -> Opinion | None:
    """Number differs when the source gives the treatment another dose, or the same dose another frequency."""
    if not case.sources:
        return None
    course = given.otherwise(case)
    if course is not None or not case.doses:
        return course
    held = [(s, u, d) for s in case.sources for u, d in doses_of(s)]
    if not held:
        return None
    units = [a.unit for _, a in case.best[:6]]
    for dose_ in case.doses:
        if given.LABELLED.search(case.text[max(0, dose_.start - 12) : dose_.start]) and dose_.text.isdigit():
            continue  # `age 11 and 50 mg`: the unit belongs to the second number
        if case.consumed(dose_):
            continue  # a result, which `numbers` looks up
        claim = _said_apart(case, dose_)
        same = [(s, u, d) for s, u, d in held if amount_of(claim, d)]
        strange = [(u, d) for _, u, d in same if _of_another(case, claim, u, d)]
        if strange and len(strange) == len(same) and (right := _nearest(case, claim, held)) is not None:
            told = f"the source gives {right[1].text}, and {claim.text} of something else"
            return Opinion(Fault.DOSE, told, (right[0].span, strange[0][0].span), right[1].text)
        if not same:
            numbers = [f for f in case.figures if claim.start <= f.start < claim.end]
            if printed(case, claim) or _per_kilogram(case, claim):
                continue
            right = _nearest(case, claim, held)
            # Of small numbers much can be worked out; nobody works out ten times a dose, or a dose for each kilogram.
            sure = right is not None and _mistaken(case, claim, right)
            if any(n.about and s.holds(n) for n in numbers for s in case.sources):
                continue  # `around 50 g`, where the source has 50.7
            if numbers and not sure and all(worked_out(case, n, units) for n in numbers):
                continue
            right = right or _unit_swapped(case, claim, held) or _unit_beside(case, claim, held)
            if right is None and numbers and not any(s.holds(n) for n in numbers for s in case.sources):
                return Opinion(
                    Fault.DOSE, f"{claim.text} stands nowhere in the source", tuple(u.span for u in units[:1])
                )
            if right is None:
                continue
            return Opinion(
                Fault.DOSE, f"the source gives {right[1].text}, not {claim.text}", (right[0].span,), right[1].text
            )
        fault = _frequency(case, claim, [s for s in same if not _next_to_another(case, claim, s[1], s[2])] or same)
        if fault is not None:
            return fault
    return None


def _said_apart(case: Cited, claim: Dose) -> Dose:
    """A dose with the frequency that its sentence gives elsewhere: `300 mg was given twice daily`."""
    rest = case.text[claim.end : claim.end + 40]
    said = doses.frequencies(rest) if _TIMES.search(rest) else ()
    if claim.frequency_per_day is not None or len(case.doses) != 1 or len(said) != 1:
        return claim
    text = case.text[claim.start :].rstrip(" .")
    return msgspec.structs.replace(claim, frequency_per_day=said[0], daily_total=claim.amount * said[0], text=text[:60])


@lru_cache(maxsize=64)
def doses_of(source: Source) -> list[tuple[Unit, Dose]]:
    """Every dose that a record prints, with where; kept."""
    return [(u, d) for u in source.units if any(map(str.isdigit, u.raw)) for d in doses.read(u.raw)]


def amount_of(claim: Dose, other: Dose) -> bool:
    """True when two doses are one amount; a daily total may be told for its parts."""
    if claim.per_kg != other.per_kg:
        return False
    mine, there = scaled(claim), scaled(other)
    if mine[1] != there[1]:
        return False
    amounts = {there[0], there[0] * (other.high or other.amount) / other.amount if other.amount else 0}
    if other.daily_total and claim.daily_total:
        scale = there[0] / other.amount if other.amount else 1
        amounts |= {other.daily_total * scale} if claim.frequency_per_day in (None, 1) else set()
    return any(abs(mine[0] - a) <= 1e-6 * max(mine[0], a, 1e-9) for a in amounts)


def scaled(dose_: Dose) -> tuple[float, str]:
    """Amount and unit; of masses in milligrams."""
    factor = _MASS.get(dose_.unit)
    return (dose_.amount * factor, "mg") if factor else (dose_.amount, dose_.unit)


_LARGE = 1000
"""Amounts that stand nowhere by chance."""
_COLUMN_OF = r"(?<![0-9])(?<![0-9]\s)"
"""Over a column `mg` is the unit of its cells; in `50 mg` it belongs to the name of a group."""


def _of_another(case: Cited, claim: Dose, unit: Unit, other: Dose) -> bool:
    """True when the only drug that a unit names shortly before a dose is none that the sentence names."""
    own = {w for a in case.arms for w in a.words if abs(a.start - claim.start) < _NAMED_NEAR}
    if not own or unit.row:
        return False
    near = unit.raw[max(0, other.start - _NAMED_NEAR) : other.start]
    named = [d for d in drugs(near) if not any(own & name for name in d.names)]
    return bool(named) and not own & keys.of(near + unit.raw[other.end : other.end + 30])


_NAMED_NEAR = 90
_LISTED_NEAR = 24


def _next_to_another(case: Cited, claim: Dose, unit: Unit, other: Dose) -> bool:
    """True when the drug right before a dose is one that the sentence does not name, and its own stands further off:
    `A 500 mg once daily and B 500 mg 3 times daily`."""
    before = case.text[max(0, claim.start - _LISTED_NEAR) : claim.start]
    own = drugs(before)[-1:]
    near = drugs(unit.raw[max(0, other.start - _LISTED_NEAR) : other.start])[-1:]
    return bool(own and near) and not set(own[0].names) & set(near[0].names)


def printed(case: Cited, claim: Dose, drug: Arm | None = None) -> bool:
    """True when amount and unit stand in a source in words that the reader of doses does not take for one.

    `drug`: of a passage that names it alone.
    """
    wanted = {
        f"{claim.amount:g}{claim.unit}".lower(),
        f"{claim.amount:g} {claim.unit}".lower(),
        f"{claim.amount:g}-{claim.unit}".lower(),
    }
    number = next((f for f in case.figures if claim.start <= f.start < claim.end and f.telling >= 1), None)
    for source in case.sources:
        for unit in source.units:
            if drug is not None and not drug.words & source.expanded(unit):
                continue
            large = number is not None and number.value >= _LARGE
            if (
                case.topic
                and not large
                and not case.topic & source.expanded(unit)
                and not any(a.words & unit.keys for a in case.arms)
            ):
                continue
            above = f"{unit.text} {unit.above} {' '.join(unit.head)}"
            if (
                number is not None
                and (unit.row or len(claim.unit) > 1)
                and re.search(
                    rf"(?<![a-zA-Z]){_COLUMN_OF if unit.row else ''}{re.escape(claim.unit)}(?![a-zA-Z])", above
                )
                and unit.meeting(number)
            ):
                return True
            low = unit.lower.replace(",", "")
            for form in wanted:
                at = low.find(form)
                behind = low[at + len(form) : at + len(form) + 1]
                if at >= 0 and not behind.isalpha() and (at == 0 or not (low[at - 1].isdigit() or low[at - 1] == ".")):
                    return True
            if arms._dose_places(f"{claim.amount:g}{claim.unit.lower()}", unit.text):
                return True
    return False


def _per_kilogram(case: Cited, claim: Dose) -> bool:
    """True when a source prints the dose for each kilogram as a product: `3.0 \u03bcg.kg-1`."""
    if not claim.per_kg:
        return False
    form = re.compile(
        rf"(?<![\d.]){re.escape(f'{claim.amount:g}')}(?:\.0+)?\s?{re.escape(claim.unit)}\s?[.*\u00b7]\s?kg"
    )
    return any(form.search(unit.text) for source in case.sources for unit in source.units)


def _nearest(case: Cited, claim: Dose, held: list[tuple[Source, Unit, Dose]]) -> tuple[Unit, Dose] | None:
    """The dose that the source gives the same treatment: of the units that name it those that fit best come first."""
    named = {w for a in case.arms for w in a.words if abs(a.start - claim.start) < 80 or len(case.treatments) == 1}
    rank = {id(a.unit): -a.score for _, a in case.best}
    alike = [(s, u, d) for s, u, d in held if d.unit == claim.unit or scaled(d)[1] == scaled(claim)[1]]
    fitting = [(u, d) for _, u, d in alike]
    naming = [(u, d) for s, u, d in alike if named & s.expanded(u)]
    if not naming and not case.treatments:
        naming = [(u, d) for u, d in fitting if _tenfold(claim, d)]  # `a bolus of 1 mg`, where the source has 1 g
    if not naming:
        return None
    return min(naming, key=lambda x: (not _tenfold(claim, x[1]), rank.get(id(x[0]), 0.0)))


def _unit_swapped(case: Cited, claim: Dose, held: list[tuple[Source, Unit, Dose]]) -> tuple[Unit, Dose] | None:
    """The same amount in a unit of another kind, of a treatment that the sentence names: 2,000 IU for 2,000 mg."""
    named = {w for a in case.arms for w in a.words}
    other = [(u, d) for _, u, d in held if d.amount == claim.amount and scaled(d)[1] != scaled(claim)[1]]
    return next(((u, d) for u, d in other if named & u.keys), None)


def _unit_beside(case: Cited, claim: Dose, held: list[tuple[Source, Unit, Dose]]) -> tuple[Unit, Dose] | None:
    """The same amount in another unit before the same word, known as a treatment or not: `30 mg YIC` for 30 \u03bcg."""
    word = _NEXT_WORD.match(case.text, claim.end)
    if word is None or keys.key(word[1].lower()) in keys.GENERIC:
        return None
    for _, unit, other in held:
        there = _NEXT_WORD.match(unit.raw, other.end)
        if other.amount == claim.amount and other.unit != claim.unit and there and there[1].lower() == word[1].lower():
            return unit, other
    return None


_NEXT_WORD = expression(r"\s(?:of\s)?([A-Za-z][\w-]{2,30})")


def _tenfold(claim: Dose, other: Dose) -> bool:
    ratio = scaled(claim)[0] / (scaled(other)[0] or 1)
    return any(abs(ratio - r) < 1e-6 for r in (10, 0.1, 100, 0.01, 1000, 0.001))


def _mistaken(case: Cited, claim: Dose, right: tuple[Unit, Dose]) -> bool:
    """True where ten times a dose, or a tenth, is told of the treatment whose name stands right beside the dose."""
    unit, other = right
    if not _tenfold(claim, other) or claim.per_kg != other.per_kg or _ALTOGETHER.search(case.text):
        return False
    before = _LAST.split(unit.raw[max(0, other.start - _ADJACENT) : other.start])[-1]
    behind = _LAST.split(unit.raw[other.end : other.end + _ADJACENT])[0]
    named = {w for a in case.arms for w in a.words if abs(a.start - claim.start) < _NAMED_NEAR}
    there = keys.of(f"{before} {behind}")
    held = next(s for s in case.sources if s.record.id == unit.record.id)
    return bool(named & there.union(*(held.long_forms.get(k, frozenset()) for k in there)))


_ADJACENT = 36
_LAST = expression(r"[,;.()0-9]|\b(?:and|or|plus|with|versus|vs)\b")
_ALTOGETHER = expression(
    r"(?<!hours )(?<!days )(?<!weeks )(?<!months )\b(?:altogether|in total|in all)\b"
    r"|\b(?:overall|total(?! of (?:[\w-]+ ){1,2}(?:hours|days|weeks|months)\b)|cumulative\w*|adds? up|comes? to)\b",
    re.IGNORECASE,
)
"""Announces a sum of doses; `ten days in all` is one of time."""


def _frequency(case: Cited, claim: Dose, same: list[tuple[Source, Unit, Dose]]) -> Opinion | None:
    if claim.frequency_per_day is None:
        return None
    wanted = claim.frequency_per_day
    single = [u for _, u, d in same if d.single or _SINGLE.search(u.text)]
    if not claim.single and wanted >= 1 and len(single) == len(same) and not _SINGLE.search(case.text):
        return Opinion(
            Fault.DOSE, f"the source gives it as a single dose, not {claim.text}", (single[0].span,), "single dose"
        )
    stated = [(u, d) for _, u, d in same if d.frequency_per_day is not None]
    totals = [t for _, _, d in same if (t := _total_in(d, claim.unit))]
    if any(abs((d.frequency_per_day or 0) - wanted) < 0.02 * wanted for _, d in stated):
        return None
    totals += [
        d.daily_total
        for s in case.sources
        for u, d in doses_of(s)
        if d.daily_total and _of(case, claim, u, d) and not _next_to_another(case, claim, u, d)
    ]
    if claim.daily_total and any(abs(t - claim.daily_total) < 1e-6 * t for t in totals):
        return None
    own = [d.frequency_per_day for d in case.doses if d is not claim and d.frequency_per_day]
    if wanted == 1 and own and claim.daily_total:
        parts = [d.daily_total for d in case.doses if d is not claim and d.daily_total]
        if any(abs(p - claim.daily_total) < 1e-6 for p in parts):
            return None
    if stated:
        unit, right = stated[0]
        return Opinion(Fault.DOSE, f"the source gives {right.text}, not {claim.text}", (unit.span,), right.text)
    return _beside(claim, [u for _, u, _ in same])


def _total_in(other: Dose, unit: str) -> float:
    """What a dose comes to in a day, in a unit; 0 where it is not said, or cannot be told so."""
    if not other.daily_total or other.unit == unit:
        return other.daily_total or 0.0
    both = other.unit in _MASS and unit in _MASS
    return other.daily_total * _MASS[other.unit] / _MASS[unit] if both else 0.0


def _of(case: Cited, claim: Dose, unit: Unit, other: Dose) -> bool:
    """True when the words right before a dose of the source name the treatment of the claim, in one unit of measure."""
    drug = next((a.words for a in reversed(case.arms) if a.words and a.start < claim.start), frozenset())
    near = unit.raw[max(0, other.start - 60) : other.start]
    named = [w.key for w in keys.read(near) if any(w.key in a.words for a in case.arms)]
    return claim.unit == other.unit and bool(named) and named[-1] in drug


def _beside(claim: Dose, units: list[Unit]) -> Opinion | None:
    """How often, where the source says it beside the dose and not behind it: `once-daily doses of 100 or 300 mg`."""
    told = [u for u in units if u.role is SectionRole.METHODS or u.section.startswith(("abstract", "label"))]
    said = [(u, f) for u in told if _TIMES.search(u.text) for f in doses.frequencies(u.raw)]
    wanted = claim.frequency_per_day or 0.0
    if not said or any(abs(f - wanted) < 0.02 * wanted for _, f in said):
        return None
    unit, times = said[0]
    how_often = f"{times:g} a day" if times >= 1 else f"once in {1 / times:.0f} days"
    return Opinion(Fault.DOSE, f"the source says {how_often}, and the sentence {claim.text}", (unit.span,), how_often)
