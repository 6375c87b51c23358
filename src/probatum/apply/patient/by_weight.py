"""By weight: what a dose per kilogram comes to for the weight that the question tells, with the sum and the maximum.

Only from a dose per kilogram that a label or guideline directs; where the source names a maximum it is named too, and
holds where the sum exceeds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.model import Appraisal, Arm, Calculation, Directive, Kind
from probatum.text import doses
from probatum.text.doses import Dose
from probatum.text.expressions import expression

_KILOGRAMS: Final = expression(r"^(?P<kg>\d+(?:\.\d+)?) kg$")
_MOST: Final = expression(
    r"\b(?:max(?:imum|imal)?(?: of)?|up to|not exceed(?:ing)?|no more than|at most)\b", re.IGNORECASE
)
MOST: Final = 2
"""Doses that are worked out."""


def say(draft: Draft, context: Context, rows: Iterable[tuple[Appraisal, Directive]]) -> None:
    """The first doses per kilogram for the weight told; nothing where none is told in kilograms."""
    told = _KILOGRAMS.match(context.question.patient.weight)
    if told is None or fitting.kilograms(context.question.patient) is None:
        return
    done = 0
    for appraisal, item in rows:
        found = [d for d in doses.read(item.text) if d.per_kg]
        if not found or done == MOST:
            continue
        text, sums = _worked_out(found[0], told["kg"], item.text)
        draft.add(
            f"for {told['kg']} kg by that dose ({source_name(appraisal)}): {text}",
            Kind.CALCULATED,
            (item.span,),
            calculation=sums,
            kept=not done,
        )
        done += 1


def of_arm(context: Context, arm: Arm) -> tuple[str, tuple[Calculation, ...]]:
    """` (1.8 mg for 12 kg, 0.15 x 12)`, of a dose per kilogram that a study gave and the weight told, with the sum:
    what the dose would come to, and no advice; empty where either is not told."""
    told = _KILOGRAMS.match(context.question.patient.weight)
    found = [d for d in doses.read(arm.dose) if d.per_kg and d.high is None]
    if told is None or not found or fitting.kilograms(context.question.patient) is None:
        return "", ()
    dose, kg = found[0], told["kg"]
    one = Calculation(f"{dose.amount:g} * {kg}", f"{dose.amount * float(kg):g}", dose.unit)
    return f" (for {kg} kg {one.result} {dose.unit}, {one.expression.replace('*', 'x')})", (one,)


def _worked_out(dose: Dose, kg: str, source: str) -> tuple[str, tuple[Calculation, ...]]:
    """`15 mg/kg every 6 hours is 210 mg (15 x 14) each time, 840 mg a day`, and the maximum."""
    amounts = [dose.amount, *([dose.high] if dose.high is not None else [])]
    each = [Calculation(f"{amount:g} * {kg}", f"{amount * float(kg):g}", dose.unit) for amount in amounts]
    shown = " to ".join(one.result for one in each)
    text = f"{dose.text} is {shown} {dose.unit} ({' and '.join(one.expression.replace('*', 'x') for one in each)})"
    times = dose.frequency_per_day
    sums = list(each)
    if times is not None and times >= 2 and float(times).is_integer():
        daily = [Calculation(f"{one.result} * {times:g}", f"{float(one.result) * times:g}", dose.unit) for one in each]
        text += f" each time, {' to '.join(one.result for one in daily)} {dose.unit} a day"
        sums += daily
    most = _maximum(source, dose)
    return (f"{text}; the source's maximum is {most.text}, which holds where it is less" if most else text), tuple(sums)


def _maximum(source: str, dose: Dose) -> Dose | None:
    """The amount behind a word for a maximum, for everybody and not for each kilogram."""
    found = _MOST.search(source)
    behind = (d for d in doses.read(source) if found and d.start >= found.end() and not d.per_kg)
    return next((d for d in behind if d.unit == dose.unit or d.unit in ("g", "mg")), None)
