"""Pooling a table of studies: what is pooled, by what, and when it is said why not."""

from __future__ import annotations

import csv
import io
import math

import pytest

from probatum.appraise.pooling.analysis import Analysis, pool_rows
from probatum.appraise.pooling.tables import read_rows
from probatum.model import Measure, Pooled, wire

COUNTS = "study,ai,n1i,ci,n2i\nAlder 2001,4,50,9,48\nBirch 2004,10,120,22,118\nCedar 2010,1,30,6,31\n"
MEANS = "study,m1i,sd1i,n1i,m2i,sd2i,n2i\nAlder 2001,5.1,2.0,20,6.2,2.1,21\nBirch 2004,4.0,1.8,35,5.9,2.2,33\n"
ESTIMATES = "study,estimate,low,high\nAlder 2001,0.80,0.60,1.07\nBirch 2004,0.70,0.50,0.98\n"


def pooled(table: str, **how: object) -> Pooled:
    reader = csv.DictReader(io.StringIO(table))
    analysis = Analysis(**how)  # type: ignore[arg-type]
    return pool_rows(read_rows(list(reader.fieldnames or ()), list(reader), analysis.measure), analysis)


# Table -> measure that is chosen, method
CHOSEN = [
    (COUNTS, "REML", Measure.RISK_RATIO, "REML", "random effects"),
    (COUNTS, "common", Measure.RISK_RATIO, "MH", "common effect"),
    (COUNTS, "PETO", Measure.ODDS_RATIO, "PETO", "common effect"),
    (MEANS, "REML", Measure.MEAN_DIFFERENCE, "REML", "random effects"),
    (MEANS, "common", Measure.MEAN_DIFFERENCE, "EE", "common effect"),
]


@pytest.mark.parametrize(("table", "asked", "measure", "method", "model"), CHOSEN)
def test_measure_and_method_follow_from_what_the_studies_give(
    table: str, asked: str, measure: Measure, method: str, model: str
) -> None:
    found = pooled(table, method=asked)
    assert (found.measure, found.method, found.model, found.why_not) == (measure, method, model, "")


# Table, measure, method -> why it is not pooled
NOT_POOLED = [
    (COUNTS.split("Birch")[0], None, "REML", "one study alone is no meta-analysis"),
    (MEANS, Measure.ODDS_RATIO, "REML", "no study gives what is needed (its numbers give no odds ratio)"),
    (MEANS, None, "MH", "no study gives what is needed (it gives no events and people by arm)"),
    (
        "study,ai,n1i,ci,n2i\nAlder,0,50,0,48\nBirch,3,50,4,50\n",
        Measure.ODDS_RATIO,
        "REML",
        "one study alone is no meta-analysis (no event in either arm, so it tells nothing of a ratio)",
    ),
    ("study,ai,n1i,ci,n2i\nAlder,60,50,9,48\nBirch,3,50,4,50\n", None, "REML", "one study alone is no meta-analysis"),
]


@pytest.mark.parametrize(("table", "measure", "method", "why"), NOT_POOLED)
def test_what_is_not_pooled_says_why(table: str, measure: Measure | None, method: str, why: str) -> None:
    found = pooled(table, measure=measure, method=method)
    assert found.why_not.startswith(why)
    assert found.estimate is None
    assert found.prediction is None


def test_ratios_are_given_as_ratios_and_weights_sum_to_a_hundred() -> None:
    found = pooled(ESTIMATES, measure=Measure.HAZARD_RATIO, method="EE")
    assert found.studies[0].estimate == pytest.approx(0.8)
    assert found.studies[0].low == pytest.approx(0.8 / math.sqrt(1.07 / 0.6), rel=1e-3)
    assert found.low is not None and found.estimate is not None and found.high is not None
    assert 0 < found.low < found.estimate < found.high < 1
    assert sum(study.weight for study in found.studies) == pytest.approx(100)


# k and heterogeneity -> the test that `auto` takes
TESTS = [
    (COUNTS, "Wald"),  # three studies that agree: tau2 is 0
    ("study,yi,vi\nA,0.1,0.01\nB,0.9,0.01\nC,0.4,0.02\n", "Hartung-Knapp"),
    ("study,yi,vi\nA,0.1,0.01\nB,0.9,0.01\n", "Wald"),
]


@pytest.mark.parametrize(("table", "test"), TESTS)
def test_hartung_knapp_is_taken_where_it_can_be_trusted(table: str, test: str) -> None:
    assert pooled(table, measure=None if table is COUNTS else Measure.SMD).test == test


def test_a_study_without_events_in_both_arms_stays_in_a_difference() -> None:
    table = "study,ai,n1i,ci,n2i\nAlder,0,50,0,48\nBirch,3,50,4,50\n"
    assert pooled(table, measure=Measure.RISK_DIFFERENCE).k == 2


def test_the_correction_of_zero_cells_is_said() -> None:
    table = "study,ai,n1i,ci,n2i\nAlder,0,50,5,48\nBirch,3,50,4,50\n"
    assert "0.5 was added" in " ".join(pooled(table).notes)
    assert "0.5 was added" not in " ".join(pooled(table, method="MH").notes)


def test_the_result_without_each_study_is_given() -> None:
    found = pooled(COUNTS)
    one = found.studies[1].without
    rest = pooled("\n".join(line for line in COUNTS.splitlines() if "Birch" not in line))
    assert one is not None
    assert one[0] == pytest.approx(rest.estimate)


def test_an_interval_that_excludes_its_estimate_is_left_out() -> None:
    found = pooled("study,estimate,low,high\nA,2.0,0.6,1.07\nB,0.7,0.5,0.98\n", measure=Measure.HAZARD_RATIO)
    assert [label for label, _ in found.left_out] == ["A"]


def test_a_label_is_the_first_column_that_names_and_the_year_is_added() -> None:
    table = "trial,author,year,yi,vi\n1,Alder,2001,0.1,0.2\n2,Birch 2004,2004,0.2,0.2\n"
    assert [s.label for s in pooled(table, measure=Measure.SMD).studies] == ["Alder 2001", "Birch 2004"]


def test_a_pooled_result_comes_back_from_json() -> None:
    found = pooled(COUNTS)
    assert wire.decode(wire.encode(found), Pooled, lambda *_: None) == found


def test_with_ten_studies_asymmetry_is_tested_whatever_the_method() -> None:
    rows = "\n".join(f"S{n},{n},{40 + 7 * n},{n + 2},{44 + 5 * n}" for n in range(1, 11))
    for method in ("REML", "MH", "PETO"):
        assert pooled(f"study,ai,n1i,ci,n2i\n{rows}\n", method=method).egger_p is not None
    fewer = "\n".join(rows.splitlines()[:9])
    assert pooled(f"study,ai,n1i,ci,n2i\n{fewer}\n").egger_p is None
