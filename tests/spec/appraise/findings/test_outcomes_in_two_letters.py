"""Outcomes that are written in two letters, or have the shape of an adjective; names of measures in capitals."""

from __future__ import annotations

import pytest
from findings_help import arms, read, record, study

from probatum.appraise import findings
from probatum.model import Record, RecordKind, SectionKind, SectionRole, SourceSection


def parted(methods: str, results: str) -> Record:
    """An abstract in labelled parts, as many journals print it."""
    sections = (
        SourceSection("title", SectionKind.TITLE, "Gravel and sand"),
        SourceSection("methods", SectionKind.ABSTRACT, methods, role=SectionRole.METHODS),
        SourceSection("results", SectionKind.ABSTRACT, results, role=SectionRole.RESULTS),
    )
    return Record.build(
        id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title="Gravel and sand", sections=sections
    )


def test_two_letters_stand_for_an_outcome_where_another_part_writes_them_out() -> None:
    made = parted(
        "We measured overall grit (OG).",
        "Gravel (HR 1.5, 95% CI 1.3-1.9) and sand (HR 1.8, 95% CI 1.3-2.9) were also associated with OG.",
    )
    told = findings.read(made, study(made))
    assert [(f.outcome, arms(f)) for f in told] == [("OG", (("gravel", ""),)), ("OG", (("sand", ""),))]


def test_two_letters_that_nobody_writes_out_stand_for_nothing() -> None:
    made = parted("We measured grit.", "Gravel (HR 1.5, 95% CI 1.3-1.9) was associated with OG.")
    assert not findings.read(made, study(made))


def test_covariates_are_factors() -> None:
    made = record(
        "Covariates significantly associated with falls included age (OR 1.02, 95% CI 1.01-1.04), and gravel "
        "(OR 0.66, 95% CI 0.52-0.85)."
    )
    told = findings.read(made, study(made))
    assert [(f.outcome, arms(f)) for f in told] == [("falls", (("age", ""),)), ("falls", (("gravel", ""),))]


def test_survival_is_a_noun() -> None:
    (told,) = read("Gravel remained an independent prognostic factor for survival (HR 0.55, 95% CI 0.32-0.95).")
    assert (told.outcome, arms(told)) == ("survival", (("gravel", ""),))


def test_an_adjective_that_shares_a_noun_is_no_outcome() -> None:
    told = read("Gravel was associated with early (HR 1.5, 95% CI 1.3-1.9) and late relapse (HR 1.8, 95% CI 1.3-2.9).")
    assert [f.outcome for f in told] == ["late relapse"]


@pytest.mark.parametrize("measure", ["hazard ratio", "Hazard ratio", "Hazard Ratio"])
def test_measures_are_read_in_capitals_too(measure: str) -> None:
    (told,) = read(f"High gravel predicted higher mortality ({measure}: 1.70, p < 0.001).")
    assert (told.measure.value, told.outcome) == ("hazard ratio", "mortality")


def test_a_number_in_a_name_is_no_figure() -> None:
    (told,) = read(
        "Step 2 gravel was associated with a decreased likelihood of relapse (odds ratio = 0.97, P < 0.001)."
    )
    assert (told.outcome, arms(told)) == ("relapse", (("step 2 gravel", ""),))


def test_so_many_or_more_is_one_factor() -> None:
    (told,) = read("Two or more zorbs (OR = 1.86, 95% CI 1.17, 2.94) were associated with an increased risk of falls.")
    assert (told.outcome, arms(told)) == ("falls", (("two or more zorbs", ""),))


def test_the_sensitivity_that_was_set_is_no_result() -> None:
    told = read("At a sensitivity of 80%, the specificity was 56% and the negative predictive value 92%.")
    assert "sensitivity" not in {f.outcome for f in told}


@pytest.mark.parametrize(
    "joint", [" when compared with", ", when compared with", ", compared to", " at 30 minutes, versus"]
)
def test_the_other_side_may_be_set_off_by_a_comma(joint: str) -> None:
    (told,) = read(
        f"Zorbinol may slightly reduce gravel pressure{joint} routine care (MD -16.0, 95% CI -29.3 to -2.6)."
    )
    assert (told.outcome, arms(told)) == ("gravel pressure", (("zorbinol", ""), ("routine care", "")))


def test_what_a_treatment_resulted_in_is_an_outcome() -> None:
    (told,) = read("Zorbinol resulted in slow pulse when compared with placebo (RR 1.39; 95% CI 1.14 to 1.69).")
    assert (told.outcome, arms(told)) == ("slow pulse", (("zorbinol", ""), ("placebo", "")))
