"""The grade that a review gives its own result stands for what is read from its report; directness is still judged."""

from __future__ import annotations

import pytest
from graded_rows import QUESTION, make

from probatum.appraise import certainty, study
from probatum.model import About, Directness, Figure, Finding, Fit, Level, Match, Measure, Span

REVIEW = (
    "Zolvit for cramps: a systematic review of randomised trials. It included 12 randomised trials with 4000 people. "
)
OWN = Directness(relevant=True, about=About.QUESTION)


def _graded(said: str, directness: Directness = OWN, design: str = REVIEW) -> Level:
    record = make(design + said)
    at = record.section("abstract").text.index(said)
    sentence = Span(record, "abstract", at, at + len(said))
    figure = said.index("0.70")
    estimate = Figure(0.70, "0.70", sentence.inner(figure, figure + 4))
    finding = Finding(record.id, "cramps", Measure.RISK_RATIO, sentence, estimate=estimate)
    return certainty.grade(QUESTION, "cramps", [(study.read(record), finding, directness)]).level


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("Cramps were fewer with zolvit (RR 0.70; low certainty).", Level.LOW),
        ("Zolvit lowers cramps (RR 0.70, 12 trials; high-certainty evidence).", Level.HIGH),
        ("Zolvit lowers cramps (RR 0.70; certainty of evidence: very low).", Level.VERY_LOW),
        ("Cramps were fewer (RR 0.70; low to very low certainty).", Level.VERY_LOW),
        ("Cramps were fewer (RR 0.70; GRADE: moderate).", Level.MODERATE),
        (
            "Cramps were fewer (RR 0.70; moderate-quality evidence), and falls may be fewer (low certainty).",
            Level.MODERATE,
        ),
    ],
)
def test_the_review_is_taken_at_its_word(said: str, level: Level) -> None:
    assert _graded(said) is level


@pytest.mark.parametrize("said", ["Cramps were fewer in low-quality trials (RR 0.70).", "Cramps were fewer (RR 0.70)."])
def test_the_quality_of_trials_is_no_grade(said: str) -> None:
    assert _graded(said) is _graded("Fewer had cramps (RR 0.70).")


def test_other_people_still_lower_it() -> None:
    other = Directness(relevant=True, about=About.QUESTION, population=Match("in horses", Fit.OTHER), note="in horses")
    assert _graded("Cramps were fewer (RR 0.70; high certainty).", other) is Level.MODERATE


def test_a_trial_grades_nothing() -> None:
    trial = "A double-blind randomised trial of zolvit in 900 people. "
    said = "Cramps were fewer (RR 0.70; very low certainty)."
    assert _graded(said, design=trial) is not Level.VERY_LOW
