"""The arithmetic of pooling: held to a plain reference, to what must not change it, and to R's metafor."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import plain
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.pooling import BENCHMARK, agrees, repeats_wald
from probatum.appraise.pooling import asymmetry, heterogeneity, inverse, stratified
from probatum.appraise.pooling.columns import Table, columns
from probatum.appraise.pooling.effects import Counts, Means, counts_effects, means_effects
from probatum.model import Measure

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data"

STUDIES = st.lists(st.tuples(st.floats(-3, 3), st.floats(0.01, 4)), min_size=2, max_size=12)
TABLES = st.lists(
    st.tuples(st.integers(1, 200), st.integers(1, 200)).flatmap(
        lambda n: st.tuples(st.integers(0, n[0]), st.just(n[0]), st.integers(0, n[1]), st.just(n[1]))
    ),
    min_size=1,
    max_size=8,
)


def arrays(studies: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    y, v = zip(*studies, strict=True)
    return np.array(y), np.array(v)


def counts(tables: list[tuple[int, int, int, int]]) -> Counts:
    return Counts(*(np.array(column, dtype=float) for column in zip(*tables, strict=True)))


def swapped(given_: Counts) -> Counts:
    return Counts(given_.events2, given_.n2, given_.events1, given_.n1)


def near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-7, abs_tol=1e-8)


@given(STUDIES)
@settings(max_examples=150, deadline=None)
def test_estimators_of_tau2_agree_with_the_plain_reference(studies: list[tuple[float, float]]) -> None:
    y, v = arrays(studies)
    x = np.ones((len(y), 1))
    assert near(heterogeneity.dersimonian_laird(y, v, x), plain.dersimonian_laird(y, v))
    assert near(heterogeneity.paule_mandel(y, v, x), plain.paule_mandel(y, v))


@given(STUDIES)
@settings(max_examples=150, deadline=None)
def test_no_tau2_nearby_is_likelier_than_that_of_reml(studies: list[tuple[float, float]]) -> None:
    y, v = arrays(studies)
    found = heterogeneity.reml(y, v, np.ones((len(y), 1)))
    best = plain.likelihood(y, v, found)
    for other in (0.0, found * 0.99, found * 1.01, found + 1e-4):
        assert plain.likelihood(y, v, other) <= best + 1e-9


def test_a_peak_just_above_nought_is_found() -> None:
    y, v = arrays([(1.0, 1.0), (1.5, 0.0625), (1.75, 0.03125), (-3.0, 2.5)])
    found = heterogeneity.reml(y, v, np.ones((len(y), 1)))
    assert found > 0
    assert plain.likelihood(y, v, found) >= max(plain.likelihood(y, v, other) for other in (0.0, found / 2, found * 2))


@given(STUDIES, st.sampled_from(inverse.METHODS), st.booleans(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_studies_changes_nothing(
    studies: list[tuple[float, float]], method: str, adjusted: bool, chance: object
) -> None:
    mixed = list(studies)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one = inverse.fit(*arrays(studies), method, hartung_knapp=adjusted)
    other = inverse.fit(*arrays(mixed), method, hartung_knapp=adjusted)
    assert near(one.estimate.value, other.estimate.value)
    assert near(one.estimate.low, other.estimate.low)
    assert near(one.tau2, other.tau2)
    assert math.isclose(sum(one.weights), 100)


@given(STUDIES, st.sampled_from(inverse.METHODS))
@settings(max_examples=100, deadline=None)
def test_turning_every_effect_round_turns_the_result_round(studies: list[tuple[float, float]], method: str) -> None:
    y, v = arrays(studies)
    one, other = inverse.fit(y, v, method), inverse.fit(-y, v, method)
    assert near(one.estimate.value, -other.estimate.value)
    assert near(one.estimate.low, -other.estimate.high)
    assert near(one.q, other.q)


@given(TABLES, st.sampled_from((Measure.ODDS_RATIO, Measure.RISK_RATIO, Measure.RISK_DIFFERENCE)))
@settings(max_examples=150, deadline=None)
def test_swapping_the_arms_turns_the_sign_round(tables: list[tuple[int, int, int, int]], measure: Measure) -> None:
    held = counts(tables)
    one, other = counts_effects(measure, held), counts_effects(measure, swapped(held))
    assert np.allclose(one.y, -other.y)
    assert np.allclose(one.v, other.v)
    pooled, turned = (stratified.mantel_haenszel(measure, side) for side in (held, swapped(held)))
    assert (pooled is None) == (turned is None)
    if pooled is not None and turned is not None:
        assert near(pooled.estimate.value, -turned.estimate.value)
        assert near(pooled.estimate.se, turned.estimate.se)


@given(TABLES)
@settings(max_examples=150, deadline=None)
def test_effects_of_tables_agree_with_the_plain_reference(tables: list[tuple[int, int, int, int]]) -> None:
    for measure, by_hand in (
        (Measure.ODDS_RATIO, plain.log_odds_ratio),
        (Measure.RISK_RATIO, plain.log_risk_ratio),
        (Measure.RISK_DIFFERENCE, plain.risk_difference),
    ):
        found = counts_effects(measure, counts(tables))
        for at, table in enumerate(tables):
            y, v = by_hand(*table)
            assert near(found.y[at], y)
            assert near(found.v[at], v)


@given(st.floats(-50, 50), st.floats(0.1, 20), st.integers(2, 80), st.floats(-50, 50), st.floats(0.1, 20))
@settings(max_examples=100, deadline=None)
def test_the_standardised_difference_agrees_with_the_plain_reference(
    m1: float, s1: float, n: int, m2: float, s2: float
) -> None:
    found = means_effects(Measure.SMD, Means(*(np.array([float(x)]) for x in (m1, s1, n, m2, s2, n + 3))))
    y, v = plain.hedges_g(m1, s1, n, m2, s2, n + 3)
    assert near(found.y[0], y)
    assert near(found.v[0], v)


@given(TABLES)
@settings(max_examples=100, deadline=None)
def test_the_mantel_haenszel_odds_ratio_agrees_with_the_plain_reference(
    tables: list[tuple[int, int, int, int]],
) -> None:
    found = stratified.mantel_haenszel(Measure.ODDS_RATIO, counts(tables))
    assume(found is not None)
    assert found is not None
    assert near(found.estimate.value, plain.mantel_haenszel_odds(tables))


@given(STUDIES)
@settings(max_examples=80, deadline=None)
def test_the_interval_of_tau2_holds_what_paule_and_mandel_estimate(studies: list[tuple[float, float]]) -> None:
    y, v = arrays(studies)
    x = np.ones((len(y), 1))
    low, high = heterogeneity.q_profile(y, v, x)
    assert low <= heterogeneity.paule_mandel(y, v, x) + 1e-9
    assert low <= high


# A table that cannot be: why -> events1, n1, events2, n2
IMPOSSIBLE = {
    "more events than people": (12, 10, 1, 10),
    "nobody in an arm": (0, 0, 1, 10),
    "a number is missing": (math.nan, 10, 1, 10),
    "fewer than no events": (-1, 10, 1, 10),
}


@pytest.mark.parametrize("why", IMPOSSIBLE)
def test_an_impossible_table_has_no_effect(why: str) -> None:
    held = counts([IMPOSSIBLE[why], (3, 10, 5, 10)])
    for measure in (Measure.ODDS_RATIO, Measure.RISK_RATIO, Measure.RISK_DIFFERENCE):
        assert counts_effects(measure, held).usable.tolist() == [False, True]
    assert stratified.peto(held) is not None
    assert len(stratified.peto(held).weights) == 1  # type: ignore[union-attr]


def test_one_study_is_its_own_result() -> None:
    found = inverse.fit(np.array([0.3]), np.array([0.04]), "REML", hartung_knapp=True)
    assert (found.estimate.value, found.k, found.tau2, found.i2, found.prediction) == (0.3, 1, 0.0, 0.0, None)
    assert near(found.estimate.se, 0.2)
    assert asymmetry.egger(np.array([0.3]), np.array([0.04])) is None
    assert asymmetry.leave_one_out(np.array([0.3]), np.array([0.04])) == ()


def test_studies_of_one_size_show_no_slope() -> None:
    assert asymmetry.egger(np.array([0.1, 0.2, 0.9]), np.array([0.04, 0.04, 0.04])) is None


def test_leaving_out_a_study_is_pooling_the_others() -> None:
    y, v = np.array([0.1, 0.5, 0.9, 0.2]), np.array([0.04, 0.09, 0.02, 0.3])
    found = asymmetry.leave_one_out(y, v, "DL")
    assert [f.k for f in found] == [3, 3, 3, 3]
    assert found[1] == inverse.fit(np.delete(y, 1), np.delete(v, 1), "DL")


# Header -> what is in it
HEADERS = [
    (("study", "ai", "n1i", "ci", "n2i"), {"events1": "ai", "n1": "n1i", "events2": "ci", "n2": "n2i"}),
    (
        ("trial", "tpos", "tneg", "cpos", "cneg"),
        {"events1": "tpos", "none1": "tneg", "events2": "cpos", "none2": "cneg"},
    ),
    (
        ("Study", "Events (intervention)", "Total intervention", "events_control", "N control"),
        {
            "events1": "Events (intervention)",
            "n1": "Total intervention",
            "events2": "events_control",
            "n2": "N control",
        },
    ),
    (
        ("author", "event.e", "n.e", "event.c", "n.c"),
        {"events1": "event.e", "n1": "n.e", "events2": "event.c", "n2": "n.c"},
    ),
    (("yi", "sei"), {"y": "yi", "se": "sei"}),
    (("colour", "shape"), {}),
]


@pytest.mark.parametrize(("header", "wanted"), HEADERS)
def test_columns_are_known_by_the_names_people_give_them(header: tuple[str, ...], wanted: dict[str, str]) -> None:
    assert columns(header) == wanted


def test_a_cell_that_is_no_number_is_missing() -> None:
    table = Table(("yi", "vi"), [{"yi": "0.5", "vi": "NA"}, {"yi": "−0.25", "vi": "0.1"}, {"yi": "inf", "vi": "1"}])
    found = table.effects()
    assert found is not None
    assert found.usable.tolist() == [False, True, False]
    assert found.y[1] == -0.25


def test_agreement_is_relative_or_nearly_nothing() -> None:
    assert agrees(1.0000005, 1.0)
    assert not agrees(1.000002, 1.0)
    assert agrees(1e-10, 0.0)
    assert not agrees(math.nan, 0.0)


def test_columns_of_wald_are_no_knapp_hartung() -> None:
    row = {"ci_lb": "0.1", "ci_ub": "0.3", "pval": "0.04", "knha_lb": "0.1", "knha_ub": "0.3", "knha_p": "0.04"}
    assert repeats_wald(row)
    assert not repeats_wald({**row, "knha_p": "0.05"})
    assert not repeats_wald(dict.fromkeys(row, "NA"))


@pytest.mark.skipif(not (DATA / "pooling").is_dir(), reason="shared data absent")
def test_every_fit_of_metafor_is_matched() -> None:
    assert BENCHMARK.run(DATA.resolve()).metrics["matched"] == 1.0


def test_what_a_folder_lacks_is_named(tmp_path: Path) -> None:
    result = BENCHMARK.run(tmp_path)
    assert result.metrics == {}
    assert "pooling/metafor_reference.csv" in result.missing
