"""By age: a cutoff that a source sets by age, worked out for the age told and set beside the result told.

`below 10 times the age` makes 800 at 80 years: a D-dimer of 720 lies below it. The rule, its unit and the people for
whom it holds are the source's; the age and the result are the question's; nothing else is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import msgspec

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.model import Appraisal, Calculation, Kind, Role, Span, Statement
from probatum.text import results, sentences
from probatum.text.expressions import caseless
from probatum.text.results import Result

_RULE: Final = caseless(
    r"(?P<factor>\d{1,3}) (?:times|x|\u00d7) (?:the |their |the patient's )?age\b"
    r"|\bage (?:times|x|\u00d7|multiplied by) (?P<by>\d{1,3})\b"
)
_FROM: Final = caseless(r"\b(?:from|over|above|older than|at least|aged) (?P<age>\d{2})\b(?: years)?")
_UNIT: Final = caseless(r"\b(?:micrograms? (?:per|/) ?(?:litre|l)|\u00b5g/l|ug/l|ng/ml)\b")


class Rule(NamedTuple):
    """A cutoff by age: the factor, the age from which it holds, its unit as the source writes it, and the sentence."""

    factor: int
    since: int
    unit: str
    span: Span
    appraisal: Appraisal


def rules(context: Context) -> Iterator[Rule]:
    """The rules by age in the sources that answer, else in others that were found and are on the test by name."""
    tests = [c.text.lower() for c in context.question.having(Role.INTERVENTION)]
    others = (a for a in (*context.appraisals, *context.further) if any(t in a.record.title.lower() for t in tests))
    for appraisal in dict.fromkeys((*context.answering, *others)):
        for section in appraisal.record.sections:
            for start, end in sentences.split(section.text):
                text = section.text[start:end]
                found = _RULE.search(text)
                if found is None:
                    continue
                since, unit = _FROM.search(text), _UNIT.search(text)
                yield Rule(
                    int(found["factor"] or found["by"]),
                    int(since["age"]) if since else 0,
                    unit[0] if unit else "",
                    Span(appraisal.record, section.id, start, end),
                    appraisal,
                )


def say(draft: Draft, context: Context) -> bool:
    """The cutoff at the age told and on which side of it the result lies; whether it was said."""
    years = fitting.told(context.question.patient).years
    result = _result(context, years)
    if years is None or result is None or years != int(years):
        return False
    rule = next((r for r in rules(context) if years >= r.since), None)
    if rule is None:
        return False
    cutoff = int(years) * rule.factor
    times = result.times(rule.unit)
    unit = f" {rule.unit}" if rule.unit else ""
    test = context.named[0] if context.named else "the result"
    if times is None:
        _untold(draft, test, result, rule.unit)
        return True
    value = _number(result.value * times)
    side = "below" if result.value * times < cutoff else "not below"
    sums = (
        Calculation(f"{rule.factor} * {int(years)}", f"{cutoff}"),
        *((Calculation(f"{_number(result.value)} * {times}", value),) if times != 1 else ()),
        Calculation(f"{cutoff} - {value}", _number(cutoff - result.value * times)),
    )
    draft.add(
        f"a cutoff of {rule.factor} {_TOLD}, is {cutoff}{unit} at {int(years)} years: a {test} of "
        f"{value} is {side} it; this holds for people like those of the study, and for a result in that unit",
        Kind.CALCULATED,
        (rule.span,),
        calculation=sums,
        directness=rule.appraisal.directness.note,
    )
    shown = next((s for s in rule.appraisal.results if _RULED_OUT.search(s.quote) and "%" in s.quote), None)
    if shown is not None and not any(shown in one.supports for one in draft.statements):
        quote(draft, rule.appraisal, shown, "reports")  # what came of those who were ruled out so
    return True


def led(draft: Draft) -> tuple[Statement, ...]:
    """The statements with the cutoff first, behind what points to danger: what came of those below it comes next."""
    first = [s for s in draft.statements if s.kind is Kind.NAVIGATION]
    own = [s for s in draft.statements if s.kind is Kind.CALCULATED and _TOLD in s.text]
    if not own:
        return draft.statements
    rest = [s for s in draft.statements if s not in first and s not in own]
    return tuple(msgspec.structs.replace(s, id=f"{draft.id}.{n}") for n, s in enumerate((*first, *own, *rest), 1))


_TOLD: Final = "times the age, as studied"
_RULED_OUT: Final = caseless(r"\b(?:ruled out|excluded|left untreated|not treated|negative)\b")


def _untold(draft: Draft, test: str, result: Result, unit: str) -> None:
    """That a result is in another unit than the cutoff, or in one that is not told: it is never set beside it."""
    set_in = f"set in {unit}" if unit else "set in a unit of its own"
    why = "a result in D-dimer units (DDU) is none of that" if result.kind == "DDU" else "the unit of this one is open"
    draft.add(
        f"whether a {test} of {result.said} is below the cutoff by age cannot be told: it is {set_in}, and {why}",
        Kind.ABSENCE,
    )


def _number(value: float) -> str:
    return f"{round(value, 3):g}" if value < 1e5 else f"{value:.0f}"


def _result(context: Context, years: float | None) -> Result | None:
    """The result that the question tells of the test asked about."""
    asked = context.question.having(Role.INTERVENTION)
    told = (results.told(context.question.read, concept.text, years) for concept in asked)
    return next((one for one in told if one is not None), None)
