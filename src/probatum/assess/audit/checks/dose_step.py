"""Does a dose step change the dose, the way it says? Needs no source."""

from __future__ import annotations

import re

from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Fault
from probatum.text import doses, quantities
from probatum.text.expressions import expression

_PHRASAL = r"(?:step|mov|tak|bring|brought|put|turn|push|cut|scal|titrat|go|build)\w*(?: [\w-]+){1,3}"
"""Verbs that part from their `up` and `down`: `step the drug up from 10 mg`."""
_UP = (
    r"increas\w*|rais\w*|step(?:ped|ping|s)?[\s-]up|up-?titrat\w*|titrat\w+ up\w*|escalat\w*|doubl\w*|go up"
    rf"|move up|build up|advance|bump\w* up|intensif\w*|boost\w*|uptitrat\w*|{_PHRASAL} up"
)
_DOWN = (
    r"reduc\w*|lower\w*|decreas\w*|step(?:ped|ping|s)?[\s-]down|taper\w*|halv\w*|cut (?:back|down)"
    rf"|de-?escalat\w*|ease (?:off|back)|scale (?:back|down)|come down|down-?titrat\w*|wean\w*|drop\w*|{_PHRASAL} down"
)
_STEP = expression(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<any>chang\w*|switch\w*|titrat\w*|adjust\w*|move"
    r"|go(?:es|ing)?(?= (?:on )?from)|proceed\w*|progress(?:es|ing)?|advance|convert\w*))\b",
    re.IGNORECASE,
)
_TARGET = expression(
    r"\b(?:to|at)\s(?:(?:an?|the|its)\s(?:[a-z]{3,14}\s){0,2}(?:dose|total|amount|ceiling|maximum)\sof\s)?"
    r"(?=[0-9]|once|twice|thrice|one|two|three|four|five|six|seven|eight|every)",
    re.IGNORECASE,
)
"""Where a step ends: `to 20 mg`, `to a maintenance dose of 20 mg`."""
_TIMES = expression(
    r"\b(?:(?P<word>once|twice|thrice)|(?P<count>one|two|three|four|five|six|seven|eight|[1-8])\s(?:times?|x))\s(?:a|per|each"
    r"|every)?\s?(?P<period>day|daily|week|weekly|month|monthly)\b",
    re.IGNORECASE,
)
_UNTIL = expression(r"\b(?:after|for|if|when|until|within|over|once there|in (?:the|a|\d))\b", re.IGNORECASE)
_COUNTS = {"once": 1, "twice": 2, "thrice": 3, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
           "seven": 7, "eight": 8}  # fmt: skip
_PER = {"day": 1.0, "daily": 1.0, "week": 1 / 7, "weekly": 1 / 7, "month": 1 / 30, "monthly": 1 / 30}
_SPREAD = expression(r"\s?(?:\u00b1|\+/-)\s?[0-9]+(?:\.[0-9]+)?")
"""What lies about a mean: no dose is told so."""
_PAST = expression(r"\b(?:was|were|from baseline|in the (?:trial|study)|participants|fell|rose)\b", re.IGNORECASE)


@probe(
    name="dose step",
    order=40,
    purpose="A step in the dose changes it, and up goes up: `increase from 10 mg to 10 mg` is no step. Needs no "
    "source.",
    source="Rule: a dose step must change the dose.",
)
def dose_step(case: Cited) -> Opinion | None:
    """Contradicted when the dose after a step is that before it, or lies the other way."""
    text = _SPREAD.sub("", case.text)
    for step in _STEP.finditer(text):
        before, after = text[: step.start()], text[step.end() :]
        moved = re.match(r"([^.;]{0,60}?\bfrom\s)(?:[a-z]{2,10}\s)?", after)
        itself = _ITSELF.match(after, moved.end(1) if moved else 0) if moved else None
        if itself is not None:
            return Opinion(Fault.DOSE_STEP, f"the dose step changes nothing: {itself['what']} stays")
        if moved:
            pair = _apart(after[moved.end() :])
        else:
            target = _TARGET.search(after[:60])
            reached = _UNTIL.split(after[target.start() :][:60])[0] if target else ""
            pair = _amount(before[-220:], last=True), _amount(reached) if target else None
            given = doses.read(before[-220:])
            if given and target and pair[1] is not None and "/" not in pair[1][1] and doses.read(reached):
                pair = (given[-1].amount, given[-1].unit), pair[1]  # `600 mg a day ... up to 400 mg`: each time
        fault = _fault(step, *pair)
        if fault and not (_PAST.search(before[-60:]) and not moved):
            return Opinion(Fault.DOSE_STEP, fault)
    return None


def _apart(text: str) -> tuple[tuple[float, str] | None, tuple[float, str] | None]:
    """The doses of `10 mg to 20 mg`, which the readers of quantities would take for a range."""
    first, _, second = re.sub(r"\b(?:up|down|back)\s(?=to\b)", "", text[:120]).partition(" to ")
    left, right = _amount(first), _amount(second)
    bare_dose = doses.read(second)
    if left is not None and right is not None and "/" not in left[1] and right[1].endswith("/day") and bare_dose:
        right = (
            bare_dose[0].amount,
            bare_dose[0].unit,
        )  # `from 135 mg to 135 mg three times daily`: the frequency goes for both
    if right is not None and left is None and (bare := re.search(r"[0-9]+(?:\.[0-9]+)?\s*\Z", first)):
        left = (float(bare.group()), right[1])
    return left, right


def _amount(text: str, last: bool = False) -> tuple[float, str] | None:
    """Amount a day and its unit; of a bare frequency the times a day."""
    found = doses.read(text)
    if found:
        dose = found[-1] if last else found[0]
        times = dose.frequency_per_day
        return (dose.amount, dose.unit) if times is None else (dose.amount * times, f"{dose.unit}/day")
    times_found = list(_TIMES.finditer(text))
    if times_found:
        hit = times_found[-1] if last else times_found[0]
        count = _COUNTS.get((hit["word"] or hit["count"]).lower()) or int(hit["count"])
        return count * _PER[hit["period"].lower()], "times/day"
    for quantity in quantities.read(text)[-1:] if last else quantities.read(text)[:1]:
        if quantity.unit in ("tablets", "drops", "puffs", "capsules"):
            return quantity.value, quantity.unit
    bare = list(_MEASURED.finditer(text))
    if bare:
        hit = bare[-1] if last else bare[0]
        return float(hit[1]), hit[2].lower()
    return None


_MEASURED = expression(
    r"(?<![\w.,/-])([0-9]{1,5}(?:\.[0-9]{1,3})?)\s?((?:mmol|mol|mg|mcg|\u03bcg|g|m[lL]|L|cm|mm|kPa|IU|units?|U|J|Gy|Hz|mA"
    r"|steps|reps|watts?|bpm)(?:/(?:h|hr|hour|min|kg|day|L))?)(?![\w])(?! (?:of )?(?:ago|earlier))"
)


_ITSELF = expression(
    r"(?P<what>(?:[0-9.,]{1,8}|an?|one|two|three|four|five|six|seven|eight|nine|ten|once|twice|every)\b[^.;]{0,60}?)\s"
    r"(?:back |up |down )?to\s(?P=what)(?=[\s.,;]|\Z)",
    re.IGNORECASE,
)
_MASSES = {"kg": 1e6, "g": 1e3, "mg": 1.0, "mcg": 1e-3, "\u03bcg": 1e-3, "\u00b5g": 1e-3, "ng": 1e-6}


def _in_milligrams(amount: tuple[float, str]) -> tuple[float, str]:
    """A mass, also for each day or kilogram, in milligrams."""
    unit, slash, rest = amount[1].partition("/")
    return (amount[0] * _MASSES[unit], f"mg{slash}{rest}") if unit in _MASSES else amount


def _fault(step: re.Match[str], before: tuple[float, str] | None, after: tuple[float, str] | None) -> str:
    if before is None or after is None:
        return ""
    before, after = _in_milligrams(before), _in_milligrams(after)
    apart = before[1].split("/")[0] != after[1].split("/")[0] or "times" in (before[1] + after[1])
    if before[1] != after[1] and apart:
        return ""
    same = abs(before[0] - after[0]) < 1e-9
    if same:
        return f"the dose step changes nothing: {before[0]:g} {before[1]} stays {after[0]:g} {after[1]}"
    if before[1] != after[1]:
        once = step["up"] and after[1] == f"{before[1]}/day" and after[0] < before[0]
        # What is told without a frequency is taken once a day at least.
        return f"the dose step is said to go up and goes from {before[0]:g} {before[1]} to {after[0]:g}" if once else ""
    if (step["up"] and after[0] < before[0]) or (step["down"] and after[0] > before[0]):
        way = "up" if step["up"] else "down"
        return f"the dose step is said to go {way} and goes from {before[0]:g} to {after[0]:g} {after[1]}"
    return ""
