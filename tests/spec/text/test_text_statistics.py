"""p values, intervals and claims of significance."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.text import statistics

Bounded = Callable[[Callable[[str], object], str, float], None]

P = [
    # text, relation, value, value_text, kind
    ("P=.047", "=", 0.047, ".047", ""),
    ("p < 0.001", "<", 0.001, "0.001", ""),
    ("P value of 0.03", "=", 0.03, "0.03", ""),
    ("p-value was 0.2", "=", 0.2, "0.2", ""),
    ("p=NS", "=", None, "", ""),
    ("P for interaction = 0.12", "=", 0.12, "0.12", "interaction"),
    ("p-interaction=0.04", "=", 0.04, "0.04", "interaction"),
    ("P(trend) < 0.01", "<", 0.01, "0.01", "trend"),
    ("one-sided p = 0.02", "=", 0.02, "0.02", "one-sided"),
    ("P≤0.05", "<=", 0.05, "0.05", ""),
    ("p=0,03", "=", 0.03, "0,03", ""),
    ("p = 2.3 × 10−5", "=", 2.3e-5, "2.3 × 10−5", ""),
    ("P 0.03", "=", 0.03, "0.03", ""),
    ("P values were less than 0.05", "<", 0.05, "0.05", ""),
    ("p > 0·05", ">", 0.05, "0·05", ""),
    ("P < or = 0.007", "<=", 0.007, "0.007", ""),
    ("P:<0.0001", "<", 0.0001, "0.0001", ""),
]


@pytest.mark.parametrize(("text", "relation", "value", "printed", "kind"), P, ids=[c[0] for c in P])
def test_p(text: str, relation: str, value: float | None, printed: str, kind: str) -> None:
    framed = f"It fell ({text})."
    (found,) = statistics.read_p(framed)
    assert (found.relation, found.value, found.value_text, found.kind) == (relation, value, printed, kind)
    assert framed[found.start : found.end] == found.text
    if value is not None:
        assert framed[found.value_start : found.value_end] == printed


@pytest.mark.parametrize("text", ["cytochrome P 450", "p53 = 2", "p = 1.5", "ph 7.4", "group P"])
def test_no_p(text: str) -> None:
    assert statistics.read_p(text) == ()


INTERVALS = [
    # text, low, high, level, kind
    ("95% CI 0.6 to 0.9", 0.6, 0.9, 95, "CI"),
    ("(95% CI, -1.2–3.4)", -1.2, 3.4, 95, "CI"),
    ("95% CI -0.6--0.2", -0.6, -0.2, 95, "CI"),
    ("95% CI -1.07 to -0.29", -1.07, -0.29, 95, "CI"),
    ("95% confidence interval [95% CI] 1.05-1.69", 1.05, 1.69, 95, "CI"),
    ("CI95%: 0.6, 0.9", 0.6, 0.9, 95, "CI"),
    ("95% confidence interval [CI] 1.1-1.4", 1.1, 1.4, 95, "CI"),
    ("95% confidence interval (CI) [−20.7 to +6.7]", -20.7, 6.7, 95, "CI"),
    ("95% CI: 39% to 70.8%", 39, 70.8, 95, "CI"),
    ("95% CI, 1.1 mg to 2.3 mg", 1.1, 2.3, 95, "CI"),
    ("99.5% CI 1,200 to 2,300", 1200, 2300, 99.5, "CI"),
    ("CI 1.79-7.64", 1.79, 7.64, None, "CI"),
    ("95% CrI 0.2, 0.4", 0.2, 0.4, 95, "CrI"),
    ("(0.6–0.9, 95% CI)", 0.6, 0.9, 95, "CI"),
    ("0.8 [0.6; 0.9]", 0.6, 0.9, None, "range"),
    ("54.8% (39-70.8)", 39, 70.8, None, "range"),
    ("16.5 mm(2) (-4.6 to 38.5)", -4.6, 38.5, None, "range"),
    ("median 7 (IQR 4-9)", 4, 9, None, "IQR"),
    ("OR (95% CI) 1.2 (1.0-1.5)", 1.0, 1.5, 95, "CI"),
]


@pytest.mark.parametrize(("text", "low", "high", "level", "kind"), INTERVALS, ids=[c[0] for c in INTERVALS])
def test_intervals(text: str, low: float, high: float, level: float | None, kind: str) -> None:
    (found,) = statistics.read_intervals(text)
    assert (found.low, found.high, found.level, found.kind) == (low, high, level, kind)
    for start, end, value in ((found.low_start, found.low_end, low), (found.high_start, found.high_end, high)):
        assert float(text[start:end].replace("−", "-").replace(",", "").replace(" ", "")) == value


@pytest.mark.parametrize("text", ["seen in 20 cases [12-14]", "in 3 trials (1990-1995)", "as said [1, 2]"])
def test_no_intervals(text: str) -> None:
    assert statistics.read_intervals(text) == ()


JUDGED = [
    ("=", 0.047, 0.05, True),
    ("=", 0.05, 0.05, False),
    ("=", 0.04, 0.01, False),
    ("<", 0.05, 0.05, True),
    ("<", 0.10, 0.05, None),
    ("<=", 0.05, 0.05, None),
    (">", 0.05, 0.05, False),
    (">", 0.01, 0.05, None),
    ("=", None, 0.05, False),
]


@pytest.mark.parametrize(("relation", "value", "alpha", "wanted"), JUDGED)
def test_judge(relation: str, value: float | None, alpha: float, wanted: bool | None) -> None:
    assert statistics.judge(relation, value, alpha) is wanted


CLAIMS = [
    ("Pain was significantly lower.", "significant"),
    ("The difference reached statistical significance.", "significant"),
    ("Pain did not reach significance.", "not significant"),
    ("The fall narrowly missed significance (p = 0.055).", "not significant"),
    ("There was no significant difference.", "not significant"),
    ("A non-significant fall was seen.", "not significant"),
    ("A nonstatistically significant fall was seen.", "not significant"),
    ("The fall was not statistically significant.", "not significant"),
    ("Pain fell non-significantly.", "not significant"),
    ("The rate was nonstatistically significantly lower.", "not significant"),
    ("There was a trend towards fewer falls.", "not significant"),
    ("Pain did not differ significantly.", "not significant"),
    ("Pain fell significantly but sleep did not differ.", ""),
    ("Clinically significant bleeding was seen in two.", ""),
    ("The rate of no pain was significantly higher.", "significant"),
    ("Pain fell.", ""),
    ("A statistically significant difference was not found in the prevalence of lice.", "not significant"),
]


@pytest.mark.parametrize(("text", "wanted"), CLAIMS)
def test_claims(text: str, wanted: str) -> None:
    assert statistics.claims_significance(text) == wanted


@given(
    st.decimals(min_value="0.0001", max_value="0.9999", places=4),
    st.sampled_from(["=", "<", ">"]),
    st.sampled_from(["p", "P"]),
)
def test_a_rendered_p_is_read_again(value: object, relation: str, letter: str) -> None:
    (found,) = statistics.read_p(f"It fell ({letter} {relation} {value}).")
    assert (found.relation, found.value) == (relation, float(str(value)))


@given(
    st.decimals(min_value=-99, max_value=0, places=2),
    st.decimals(min_value=1, max_value=99, places=2),
    st.sampled_from([" to ", ", ", "; "]),
)
def test_a_rendered_interval_is_read_again(low: object, high: object, between: str) -> None:
    (found,) = statistics.read_intervals(f"difference 0.5 (95% CI {low}{between}{high})")
    assert (found.low, found.high, found.level) == (float(str(low)), float(str(high)), 95)


@pytest.mark.parametrize("piece", ["p ", "95% CI ", "95% CI 1 (1.0-", "0.05 (0.1-", "not word ", "no ", "(", "1 to "])
def test_hostile_input_takes_linear_time(bounded: Bounded, piece: str) -> None:
    for read in (statistics.read_p, statistics.read_intervals, statistics.claims_significance):
        bounded(read, piece * (60_000 // len(piece)), 5)
