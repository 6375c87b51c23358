"""Above every dose: what the question tells of a dose, beside the largest that the labels and guidelines of it give.

`4 tablets of 400 mg at once` asks by its sum. A label seldom says what is too much at one time, and many set no limit
of a day, but they say how much is given; more than the largest of these is shown as such, with both figures. What is
above a limit that is set is told by that.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.patient import uses
from probatum.apply.together import over_limit
from probatum.model import Appraisal, Calculation, Directive, DirectiveAction, Kind
from probatum.text import doses, limits
from probatum.text.doses import Dose
from probatum.text.expressions import caseless


class Above(NamedTuple):
    """A dose told, the largest that is given, in its unit, and where that stands."""

    told: over_limit.Told
    largest: float
    unit: str
    appraisal: Appraisal
    item: Directive

    @property
    def at_once(self) -> bool:
        """Whether it is what is taken at one time that is set beside single doses, and not what a day comes to."""
        return self.told.at_once > 0


def found(context: Context) -> tuple[Above, ...]:
    """Doses told that are above every dose of the labels and guidelines held; those above a limit are none of them."""
    over = {one.told for one in over_limit.found(context)}
    told = [one for one in over_limit.told(context) if one not in over and not one.unit_read]
    return tuple(above for one in told if (above := _above(one, context)) is not None)


def _above(one: over_limit.Told, context: Context) -> Above | None:
    rows = [
        (appraisal, item)
        for appraisal, item in context.directives(DirectiveAction.DOSE)
        if one.drug in item.drug.lower().split(", ")
    ]
    if not rows or any(_by_weight(item) for _, item in rows):
        return None  # what is given by the kilogram cannot be set beside an amount
    if not any(_is_whole(item) and doses.read(item.text) for _, item in rows) or any(
        _is_open(item) for _, item in rows
    ):
        return None
    ours = [row for row in rows if not uses.for_another_use(row[1], context)] if one.at_once else rows
    given = [
        (amount * limits.FACTORS[unit], amount, unit, appraisal, item)
        for appraisal, item in ours
        for amount, unit in (_single(item) if one.at_once else _of_days(item))
    ]
    if not given:
        return None
    most, amount, unit, appraisal, item = max(given, key=lambda row: row[0])
    least = most if limits.LIMIT.search(item.text) else most * _FAR
    told = (one.at_once or one.amount) * limits.FACTORS[one.unit]
    if told <= most or told < least:
        return None
    return Above(one, amount, unit, appraisal, item)


_FAR: Final = 2.0
"""How many times the largest dose is far above it, where no limit is set: a library holds few of the ways of giving."""


def _by_weight(item: Directive) -> bool:
    every = doses.read(item.text)
    return any(dose.per_kg or dose.per_m2 for dose in every) or _CONTINUOUS.search(item.text) is not None


def _is_whole(item: Directive) -> bool:
    """Whether a direction tells more than what is begun with."""
    return _START.search(item.text) is None or _END.search(item.text) is not None


def _is_open(item: Directive) -> bool:
    """Whether a direction has a dose raised and says nowhere how far."""
    return _RAISED.search(item.text) is not None and _END.search(item.text) is None


_START: Final = caseless(r"\b(?:start\w*|initial\w*|begin\w*|begun|first dose|loading|test dose)\b")
_RAISED: Final = caseless(r"\b(?:rais|increas|titrat|doubl)(?:e|ed|ing)\b")
_END: Final = caseless(
    r"\b(?:maxim\w+|at most|up to|raised to|increased to|titrated to|maintenance|no more than|exceed\w*)\b"
)


def _of_days(item: Directive) -> list[tuple[float, str]]:
    """What the doses of a direction come to in a day; what is given less often than daily as it is given."""
    return [
        ((d.high or d.amount) * max(1.0, d.frequency_per_day or 1.0), d.unit)
        for d in doses.read(item.text)
        if d.unit in limits.FACTORS
    ]


def _single(item: Directive) -> list[tuple[float, str]]:
    """The amounts that a direction gives at one time."""
    every = doses.read(item.text)
    return [(d.high or d.amount, d.unit) for d in every if d.unit in limits.FACTORS and not _of_a_day(d, item.text)]


def _of_a_day(dose: Dose, text: str) -> bool:
    """Whether an amount is what several doses of a day come to: one in parts, or the most of a day."""
    if dose.frequency_per_day not in (None, 1) or "once" in dose.text.lower():
        return False
    limit = any(0 <= dose.start - match.end() <= _RIGHT_BEHIND for match in limits.LIMIT.finditer(text))
    daily = dose.frequency_per_day == 1 and (limit or _IN_PARTS.search(text) is not None)
    return daily or (limit and limits.PER.search(text) is None)


_RIGHT_BEHIND: Final = 2
_CONTINUOUS: Final = caseless(r"\b(?:infus\w+|patch(?:es)?|per hour|an hour)\b")
_IN_PARTS: Final = caseless(
    r"\bdivided\b|\bin (?:\w+ )?(?:\d|two|three|four|several|equal)(?: (?:or|to) (?:\d|three|four))? (?:\w+ )?doses\b"
    r"|\btotal (?:daily )?dose\b"
)


def say(draft: Draft, context: Context) -> bool:
    """One sentence for each dose that is above every one of its sources; whether there was one."""
    every = found(context)
    for one in every:
        name = source_name(one.appraisal)
        said = wording.lower(one.item.text.rstrip(". "))
        sums, over = _sums(one)
        dose = one.told.text if not one.at_once else f"{_AT_ONCE.sub('', one.told.text)} at one time"
        what = "single dose" if one.at_once else "dose"
        largest = f"{one.largest:g} {one.unit}"
        draft.add(
            f"{one.told.drug} {dose} is above the largest {what} in the labels and guidelines held, {largest} "
            f"({name}): {said}",
            Kind.CALCULATED,
            (one.item.span,),
            plain=f"{one.told.drug} {dose} is more than the largest {what} in the sources held, {largest} ({name}): "
            f"{said}. {_ONCE if one.at_once else _DAILY}",
            calculation=(
                *sums,
                *over_limit.of_a_day(one.item, one.largest, one.unit),
                Calculation(f"{over:g} - {one.largest:g}", f"{over - one.largest:g}", one.unit),
            ),
        )
    return bool(every)


_AT_ONCE: Final = caseless(r" (?:all )?at once(?= \(|$)")
_ONCE: Final = (
    "Do not take it so: speak to a pharmacist or the prescriber first; if it was taken already, call a poison centre "
    "or your doctor now"
)
_DAILY: Final = "Do not change it by yourself: ask a pharmacist or the prescriber today whether that is meant"


def _sums(one: Above) -> tuple[tuple[Calculation, ...], float]:
    """The sums that make the dose told, and this in the unit of the source."""
    told = one.told.at_once or one.told.amount
    if one.told.unit == one.unit:
        return one.told.sums, told
    factor = limits.FACTORS[one.told.unit] / limits.FACTORS[one.unit]
    over = told * factor
    sign, by = ("*", factor) if factor >= 1 else ("/", 1 / factor)
    return (*one.told.sums, Calculation(f"{told:g} {sign} {by:g}", f"{over:g}", one.unit)), over
