"""Every check of our own statements, by one statement that it leaves alone and one thing changed that it objects to."""

from __future__ import annotations

from collections.abc import Callable

import assess_cases as cases
import pytest
from assess_cases import record, sentence, span

from probatum import assess
from probatum.assess import registry
from probatum.model import Calculation, Kind, RecordKind, RecordStatus, Span, Statement, Verdict

TRIAL = record()
LABEL = record(cases.LABEL, id="setid:1", kind=RecordKind.LABEL, title="Zerafine tablets, prescribing information")
FREQUENCY = sentence(TRIAL, "Cramp frequency")
PAIN = sentence(TRIAL, "Cramp pain")
SLEEP = sentence(TRIAL, "Sleep quality")
DIZZY = sentence(TRIAL, "dizziness")
DOSE = sentence(LABEL, "The dose is")
SHOCK = sentence(LABEL, "cardiogenic")
ALIKE = "Cramp pain did not differ between groups (p = 0.41)."
PAIRED = "Cramp frequency was 42% of the placebo rate at 200 mg/day and 21% at 600 mg/day."
QUOTED = (
    "The label says: \u201cZerafine is contraindicated in cardiogenic shock and in severe hepatic impairment.\u201d"
)


def told(text: str, *supports: Span, kind: Kind = Kind.FINDING, sums: tuple[Calculation, ...] = ()) -> Statement:
    return cases.statement(text, *supports, kind=kind, calculation=sums)


def shared(result: str) -> Statement:
    text = f"Dizziness was reported by {result}% on zerafine (18 of 40)."
    return told(text, DIZZY, kind=Kind.CALCULATED, sums=(Calculation("18 / 40 * 100", result, "%"),))


def standing(status: RecordStatus) -> Statement:
    return told(ALIKE, sentence(record(status=status), "Cramp pain"))


def changed(old: str, new: str, text: str, *supports: Span, kind: Kind = Kind.FINDING) -> tuple[Statement, Statement]:
    assert old in text
    return told(text, *supports, kind=kind), told(text.replace(old, new, 1), *supports, kind=kind)


HELD_AGAINST = record("The pain score was lower with aspirin than with placebo or ibuprofen.", title="Aspirin for pain")
AGAINST = (sentence(HELD_AGAINST, "The pain score"),)
BETTER = "Sleep quality improved by 4.5 points more with zerafine than with placebo (95% CI 1.2 to 7.8)."
ROWS: dict[str, Callable[[], tuple[Statement, Statement]]] = {
    "calculation": lambda: (shared("45"), shared("46")),
    "direction": lambda: changed("improved", "worsened", BETTER, SLEEP),
    "dose step": lambda: changed("600 mg/day", "200 mg/day", "Increase from 200 mg/day to 600 mg/day.", FREQUENCY),
    "negation": lambda: changed("did not differ", "differed", ALIKE, PAIN),
    "numbers": lambda: changed("4.5", "5.4", BETTER, SLEEP),
    "overclaim": lambda: changed("were lower with", "are cured by", "Cramps were lower with zerafine.", FREQUENCY),
    "pairing": lambda: changed("200 mg/day and 21% at 600", "600 mg/day and 21% at 200", PAIRED, FREQUENCY),
    "population": lambda: changed("adults", "children", "In adults, cramp pain did not differ.", PAIN),
    "quotation": lambda: changed("severe", "mild", QUOTED, SHOCK, kind=Kind.QUOTED),
    "side": lambda: changed("Aspirin", "Ibuprofen", "Aspirin lowers the pain score.", *AGAINST),
    "significance": lambda: changed("did not differ", "was significantly lower", ALIKE, PAIN),
    "span": lambda: (
        told("Zerafine was tested against placebo.", sentence(TRIAL, "Zerafine was")),
        told("Zerafine halves cramps: 42%.", span(TRIAL, "Zerafine halves cramps: 42%", "references")),
    ),
    "status": lambda: (standing(RecordStatus.CURRENT), standing(RecordStatus.RETRACTED)),
    "subject": lambda: changed("Zerafine", "Baclofen", "Zerafine is contraindicated in cardiogenic shock.", SHOCK,
                               kind=Kind.DIRECTIVE),
    "units": lambda: changed("twice", "four times", "Take 100 mg twice daily by mouth.", DOSE, kind=Kind.DIRECTIVE),
    "words": lambda: changed("Cramp pain", "Gout flares and kidney stones in Denmark", ALIKE, PAIN),
}  # fmt: skip


def objections(statement: Statement) -> set[str]:
    return {r.check for r in assess.check_statement(statement).checks if r.verdict is not Verdict.SUPPORTED}


@pytest.mark.parametrize("check", sorted(ROWS))
def test_a_check_objects_to_the_change_and_to_nothing_before_it(check: str) -> None:
    right, wrong = ROWS[check]()
    assert check not in objections(right)
    assert check in objections(wrong)


def test_every_check_has_its_row() -> None:
    """That of pooled results needs trials that can be pooled: tests/spec/pooling/test_pooled_answers.py shows it."""
    assert set(registry.checks()) == set(ROWS) | {"pooling"}
