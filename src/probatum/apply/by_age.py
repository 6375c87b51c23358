"""By age: a cutoff that a source sets by age, worked out for the age told and set beside the result told.

`below 10 times the age` makes 800 at 80 years: a D-dimer of 720 lies below it. The rule, its unit and the people for
whom it holds are the source's; the age and the result are the question's; nothing else is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.model import Appraisal, Calculation, Kind, Role, Span
from probatum.text import sentences
from probatum.text.expressions import caseless, expression

_RULE: Final = caseless(
    r"(?P<factor>\d{1,3}) (?:times|x|\u00d7) (?:the |their |the patient's )?age\b"
    r"|\bage (?:times|x|\u00d7|multiplied by) (?P<by>\d{1,3})\b"
)
_FROM: Final = caseless(r"\b(?:from|over|above|older than|at least|aged) (?P<age>\d{2})\b(?: years)?")
_VALUE: Final = expression(
    r"[\s:=,]{0,3}(?:(?:level|result|of|is|was|at|came back(?: at)?)[\s:=]{1,2}){0,3}(?P<value>\d{2,5})(?!\d|\.\d|[%/])"
)
_UNIT: Final = caseless(r"\b(?:micrograms? (?:per|/) ?(?:litre|l)|\u00b5g/l|ug/l|ng/ml)\b")


class Rule(NamedTuple):
    """A cutoff by age: the factor, the age from which it holds, its unit as the source writes it, and the sentence."""

    factor: int
    since: int
    unit: str
    span: Span
    appraisal: Appraisal


def rules(context: Context) -> Iterator[Rule]:
    """The rules by age in the sources that answer."""
    for appraisal in context.answering:
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
    value = _result(context)
    if years is None or value is None or years != int(years):
        return False
    rule = next((r for r in rules(context) if years >= r.since), None)
    if rule is None:
        return False
    cutoff = int(years) * rule.factor
    side = "below" if value < cutoff else "not below"
    unit = f" {rule.unit}" if rule.unit else ""
    test = context.named[0] if context.named else "the result"
    sums = (
        Calculation(f"{rule.factor} * {int(years)}", f"{cutoff}"),
        Calculation(f"{cutoff} - {value}", f"{cutoff - value}"),
    )
    draft.add(
        f"a cutoff of {rule.factor} times the age, as studied, is {cutoff}{unit} at {int(years)} years: a {test} of "
        f"{value} is {side} it; this holds for people like those of the study, and for a result in that unit",
        Kind.CALCULATED,
        (rule.span,),
        calculation=sums,
    )
    shown = next((s for s in rule.appraisal.results if _RULED_OUT.search(s.quote) and "%" in s.quote), None)
    if shown is not None and not any(shown in one.supports for one in draft.statements):
        quote(draft, rule.appraisal, shown, "reports")  # what came of those who were ruled out so
    return True


_RULED_OUT: Final = caseless(r"\b(?:ruled out|excluded|left untreated|not treated|negative)\b")


def _result(context: Context) -> int | None:
    """The result that the question tells of the test asked about."""
    low = context.question.read.lower()
    for concept in context.question.having(Role.INTERVENTION):
        at = low.find(concept.text.lower())
        found = _VALUE.match(low, at + len(concept.text)) if at >= 0 else None
        if found:
            return int(found["value"])
    return None
