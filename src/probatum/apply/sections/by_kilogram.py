"""By kilogram: a dose that the question tells, set beside those that labels tell for each kilogram of such a patient.

`500 mg three times a day at 14 kg` asks by its figures whether that is too much. Both are worked out for the weight,
with their sums; nothing is said where a label tells no amount for a day, or tells that it is lowered for such a patient
without saying to what.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.apply import fitting, wording
from probatum.apply.children import whom
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.once import once
from probatum.apply.patient import for_patient, illness_names, standings, uses
from probatum.apply.sections import dose_rows
from probatum.apply.together import over_limit
from probatum.apply.together.over_limit import Told
from probatum.model import Appraisal, Calculation, Directive, Kind
from probatum.text import ages, doses, limits
from probatum.text.expressions import expression
from probatum.text.per_kilogram import Rate, rates

_KILOGRAMS: Final = expression(r"^(?P<kg>\d+(?:\.\d+)?) kg$")
_ROUNDED: Final = 0.1
"""The part by which an amount may differ from that of the label and be the same, rounded to what can be measured."""
MOST: Final = 2
"""Directions that are told beside a dose."""
_ACT: Final = "Do not change it by yourself: speak to a pharmacist or the prescriber today"


class Judged(NamedTuple):
    """A dose told, how it stands to those of the label, and what that is."""

    told: Told
    daily: bool
    word: str
    rows: tuple[tuple[Appraisal, Directive], ...]
    kg: str


_WORDS: Final = {
    "above": "above",
    "below": "below",
    "within": "in line with",
    "between": "between the amounts of",
}


@once
def judged(context: Context) -> tuple[Judged, ...]:
    """The doses told of medicines for which a label has amounts for each kilogram of such a patient, in such a use."""
    weight = _KILOGRAMS.match(context.question.patient.weight)
    if weight is None or fitting.kilograms(context.question.patient) is None or for_patient.barred(context):
        return ()
    if context.off_label or standings.lowered(context):
        return ()
    every = (_judge(one, weight["kg"], context) for one in over_limit.told(context))
    return tuple(one for one in every if one is not None)


def above(context: Context) -> bool:
    """Whether a dose that is told is more than a label allows for the weight."""
    return any(one.word == "above" for one in judged(context))


def _judge(one: Told, kg: str, context: Context) -> Judged | None:
    rows = [row for row in dose_rows.label_doses(context) if row[1].drug.lower() == one.drug and rates(row[1].text)]
    rows = uses.of_the_illness(uses.suited(rows, context), context)
    rows = [row for row in rows if _for_them(row[1], context)]
    found = [rate for _, item in rows for rate in rates(item.text)]
    given = next(iter(doses.read(one.text)), None)
    if not found or given is None:
        return None
    amount, daily = one.amount * limits.FACTORS[one.unit] / float(kg), given.frequency_per_day is not None
    bounds = [_bounds(rate, float(kg)) for rate in found]
    if not daily:  # of one dose alone it is known when it is more than that of a day, or of each time
        each = [rate.each for rate in found if rate.each is not None]
        bounds = each if len(each) == len(found) else bounds
        if len(each) != len(found) and amount <= max(high for _, high in bounds) * (1 + _ROUNDED):
            return None
    word = _word(amount, bounds)
    if word in ("below", "between") and not context.use and any(uses.names_a_use(item.text) for _, item in rows):
        return None  # it may be given for a use in which less is enough
    return Judged(one, daily, word, tuple(rows[:MOST]), kg)


def _for_them(item: Directive, context: Context) -> bool:
    """Whether an amount is for everybody, or for people like the patient and not for others alone."""
    patient, years = context.question.patient, ages.limits(item.text)
    if years is not None and years.high < fitting.CHILD_YEARS and not whom.is_child(patient):
        return False
    return not for_patient.of_some_alone(item, context) or fitting.speaks_of(item.text, patient)


def _bounds(rate: Rate, kg: float) -> tuple[float, float]:
    most = rate.cap / kg if rate.cap is not None else rate.high
    return min(rate.low, most), min(rate.high, most)


def _word(amount: float, bounds: list[tuple[float, float]]) -> str:
    if any(low * (1 - _ROUNDED) <= amount <= high * (1 + _ROUNDED if low else 1) for low, high in bounds):
        return "within"
    if amount > max(high for _, high in bounds):
        return "above"
    return "below" if amount < min(low for low, _ in bounds) else "between"


def say(draft: Draft, context: Context) -> int:
    """One sentence for each dose that can be judged; how many that are."""
    every = judged(context)
    for one in every:
        kg, sums = one.kg, list(one.told.sums)
        milligrams = one.told.amount * limits.FACTORS[one.told.unit]
        own = Calculation(f"{milligrams:g} / {kg}", f"{milligrams / float(kg):.3g}", "mg/kg")
        factor = limits.FACTORS[one.told.unit]
        as_told = Calculation(f"{one.told.amount:g} * {factor:g}", f"{milligrams:g}", "mg")
        amounts = "; ".join(_told(row, kg, sums) for row in one.rows)
        source = source_name(one.rows[0][0])
        a_day = " over the day" if one.daily else ""
        text = (
            f"{one.told.drug} {one.told.text} is {own.result} mg/kg{a_day} at {kg} kg, {_WORDS[one.word]} the label: "
            f"{amounts} ({source})"
        )
        act = "" if one.word == "within" else f". {_ACT}"
        draft.add(
            text,
            Kind.CALCULATED,
            tuple(item.span for _, item in one.rows),
            plain=f"for {kg} kg, {one.told.drug} {one.told.text} is {_WORDS[one.word]} what the label tells: {amounts} "
            f"({source}){act}",
            calculation=(
                *sums[: len(one.told.sums)],
                *((as_told,) if factor != 1 else ()),
                own,
                *sums[len(one.told.sums) :],
            ),
        )
    return len(every)


def _told(row: tuple[Appraisal, Directive], kg: str, sums: list[Calculation]) -> str:
    """`20 mg/kg daily or 25 mg/kg daily in mild infections, 280 mg to 350 mg a day at that weight`."""
    found = rates(row[1].text)
    held = [_bounds(rate, float(kg)) for rate in found]
    for rate in found:  # of each time, as often as it is given
        each = zip(rate.each or (), (rate.low, rate.high), strict=False)
        sums += [Calculation(f"{one:g} * {whole / one:g}", f"{whole:g}", "mg/kg") for one, whole in each if one]
    low, high = min(one for one, _ in held), max(one for _, one in held)
    ends = [Calculation(f"{one:g} * {kg}", f"{one * float(kg):.4g}", "mg") for one in dict.fromkeys((low, high)) if one]
    sums += [one for one in ends if one not in sums]
    where = illness_names.opening(row[1].text)
    shown = " to ".join(f"{one.result} mg" for one in ends)
    least = "at most " if not low else ""
    amounts = wording.join(list(dict.fromkeys(rate.text for rate in found)), "or")
    return f"{amounts}{f' in {where}' if where else ''}, which is {least}{shown} a day at that weight"
