"""An effect told in other words than the source's is held to what the source as a whole tells (an invented trial)."""

from __future__ import annotations

import pytest

from probatum.assess.audit import audit, deciding
from probatum.assess.audit.opinion import Opinion, Probe, probes
from probatum.model import (
    AuditedSentence,
    Engine,
    Fault,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
    Verdict,
)

TITLE = "Tovaprine versus meladine for shivering after surgery: an open-label randomised trial"
PARTS = {
    "Methods": "We did an open-label randomised trial in 240 adults with shivering after surgery. Patients received "
    "tovaprine 1 g intravenously as a bolus (n = 120) or meladine 20 mg (n = 120). The primary outcome was time to "
    "the end of shivering.",
    "Results": "Median time to the end of shivering was 12 minutes in the tovaprine group and 31 minutes in the "
    "meladine group (P < 0.001). Shivering recurred in fewer patients after tovaprine than after meladine (8% vs. 21%, "
    "P = 0.004). Bradycardia was less frequent in the tovaprine group (2.5% vs. 9.2%, P = 0.03; relative risk 0.27, "
    "95% CI 0.08 to 0.94). Nausea did not differ significantly between the groups (P = 0.66). There was one cardiac "
    "arrest in the meladine group. All isolates of the two wound infections were sensitive to cefazolin.",
    "Conclusions": "Tovaprine ended shivering sooner than meladine and caused less bradycardia.",
}


class Shelf:
    """The invented trial alone."""

    def __init__(self) -> None:
        sections = [SourceSection("title", SectionKind.TITLE, TITLE)]
        roles = (SectionRole.METHODS, SectionRole.RESULTS, SectionRole.CONCLUSIONS)
        for number, ((heading, text), role) in enumerate(zip(PARTS.items(), roles, strict=True), 1):
            sections.append(SourceSection(f"abstract.{number}", SectionKind.ABSTRACT, text, heading, role))
        self.record = Record.build(
            id="pmid:9000011",
            identifiers=(Identifier("pmid", "9000011"),),
            kind=RecordKind.ARTICLE,
            title=TITLE,
            sections=tuple(sections),
            format="test",
        )

    def get(self, identifier: str) -> Record | None:
        """The record of its identifier."""
        return self.record if identifier == "pmid:9000011" else None

    def search(self, text: str, limit: int) -> list[Record]:
        """Nothing."""
        return []


def said(sentence: str) -> AuditedSentence:
    text = f"# Shivering after surgery\n\n{sentence}\n\n## References\n\n1. {TITLE}. PMID: 9000011\n"
    return audit(text, Shelf(), Engine("0", "0")).sentences[0]


TRUE = [
    "Shivering stopped sooner with tovaprine than with meladine (12 against 31 minutes) [1].",
    "Bradycardia affected 2.5% of patients on tovaprine and 9.2% on meladine [1].",
    "Recurrence was 13 percentage points rarer with tovaprine (8% against 21%) [1].",
    "Rates of nausea were alike [1].",
    "The one cardiac arrest happened on meladine [1].",
    "Tovaprine was given as a bolus of 1,000 mg [1].",
    "The trial was not blinded [1].",
]


@pytest.mark.parametrize("sentence", TRUE)
def test_true_sentences_in_other_words_raise_no_alarm(sentence: str) -> None:
    made = said(sentence)
    assert not made.faulty, made.reasons


FLAWED = [
    ("Bradycardia was commoner under tovaprine [1].", {"direction_flipped"}),
    ("Bradycardia affected 9.2% of patients on tovaprine and 2.5% on meladine [1].", {"arm_swapped"}),
    ("The only cardiac arrest happened on tovaprine [1].", {"arm_swapped"}),
    ("The relative risk of bradycardia was 0.94 [1].", {"number_altered"}),
    ("Shivering recurred in 8% on tovaprine and 31% on meladine [1].", {"number_altered"}),
    ("The bolus contained 1 mg [1].", {"unit_or_dose_changed"}),
    ("Patients and staff were blinded [1].", {"negation_dropped"}),
    ("The isolates were resistant to cefazolin [1].", {"negation_dropped"}),
    ("The trial proves that tovaprine saves lives [1].", {"causal_or_certainty_overclaim"}),
    ("The bolus of tovaprine was 1 IU [1].", {"unit_or_dose_changed"}),
    ("Nausea did not differ, so tovaprine is as safe as meladine [1].", {"absence_as_no_effect"}),
    ("Of the 25 recurrences, 10 (20%) were on tovaprine [1].", {"denominator_wrong"}),
    ("The trial enrolled patients undergoing hip replacement [1].", {"population_mismatch"}),
    ("Tovaprine stops shivering in every single patient [1].", {"causal_or_certainty_overclaim"}),
]


@pytest.mark.parametrize(("sentence", "categories"), FLAWED)
def test_flaws_in_other_words_are_found(sentence: str, categories: set[str]) -> None:
    made = said(sentence)
    assert made.faulty, made.verdict
    assert made.category is not None
    assert made.category.value in categories, made.reasons


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (Opinion(None, "it holds", verdict=Verdict.SUPPORTED), Verdict.CONTRADICTED),
        (Opinion(None, "it cannot be told"), Verdict.CONTRADICTED),
        (None, Verdict.CONTRADICTED),
    ],
)
def test_a_model_never_raises_what_a_rule_faults(
    answer: Opinion | None, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Probe("second opinion", 5, "A language model is asked.", "none", lambda case: answer, "a language model")
    monkeypatch.setattr(deciding, "probes", lambda: (model, *probes()))
    assert said("Bradycardia affected 9.2% of patients on tovaprine and 2.5% on meladine [1].").verdict is verdict


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (Opinion(None, "it holds", verdict=Verdict.SUPPORTED), Verdict.SUPPORTED),
        (Opinion(None, "it cannot be told"), Verdict.NOT_CHECKED),
        (Opinion(Fault.POPULATION, "other people"), Verdict.POPULATION_DIFFERS),
    ],
)
def test_a_model_may_doubt_what_no_rule_faults(
    answer: Opinion, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Probe("second opinion", 5, "A language model is asked.", "none", lambda case: answer, "a language model")
    monkeypatch.setattr(deciding, "probes", lambda: (model, *probes()))
    made = said("Bradycardia affected 2.5% of patients on tovaprine and 9.2% on meladine [1].")
    assert made.verdict is verdict
    assert {c.answered_by for c in made.checks} <= {"a language model"}


def test_it_is_recorded_that_a_model_answered() -> None:
    made = said("Bradycardia was commoner under tovaprine [1].")
    assert {c.answered_by for c in made.checks if c.check == "effect"} == {"model effect_direction"}
    assert made.verdict is Verdict.CONTRADICTED
