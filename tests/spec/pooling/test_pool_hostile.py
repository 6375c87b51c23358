"""Tables with any cells at all: nothing breaks, nothing warns, and every picture is well-formed."""

from __future__ import annotations

import warnings

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from probatum.appraise.pooling.analysis import METHODS, TESTS, Analysis, pool_rows
from probatum.appraise.pooling.tables import read_rows
from probatum.model import Measure, wire
from probatum.publish.plots.forest import forest
from probatum.publish.plots.funnel import funnel
from probatum.publish.plots.table import text

HEADERS = (
    ("study", "ai", "n1i", "ci", "n2i"),
    ("study", "m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"),
    ("study", "yi", "vi"),
    ("study", "estimate", "low", "high"),
)
CELLS = st.one_of(
    st.integers(0, 60).map(str),
    st.sampled_from(
        ("0", "1e308", "-1", "1e-320", "1e-12", "NA", "", "abc", "−2", "999999999999", "nan", "inf", "\x00")
    ),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
)
LABELS = st.one_of(st.sampled_from(("A & B", "\u202eevil", "<script>", "x" * 300, "")), st.text(max_size=20))
MEASURES = (
    None,
    Measure.RISK_RATIO,
    Measure.ODDS_RATIO,
    Measure.RISK_DIFFERENCE,
    Measure.MEAN_DIFFERENCE,
    Measure.SMD,
    Measure.HAZARD_RATIO,
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[str, ...], list[dict[str, str | None]]]:
    header = draw(st.sampled_from(HEADERS))
    lines = draw(st.lists(st.tuples(LABELS, *([CELLS] * (len(header) - 1))), min_size=1, max_size=6))
    return header, [dict(zip(header, line, strict=True)) for line in lines]


@given(
    tables(),
    st.sampled_from(MEASURES),
    st.sampled_from((*METHODS, "common")),
    st.sampled_from(TESTS),
    st.sampled_from((50.0, 95.0, 99.9)),
)
@settings(max_examples=300, deadline=None)
def test_any_table_is_pooled_or_says_why_not(
    table: tuple[tuple[str, ...], list[dict[str, str | None]]],
    measure: Measure | None,
    method: str,
    test: str,
    level: float,
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = pool_rows(read_rows(*table, measure), Analysis(measure, method=method, test=test, level=level))
        pictures = (forest(found), funnel(found))
        text(found)
    assert (found.estimate is None) == bool(found.why_not)
    if found.estimate is not None and found.low is not None and found.high is not None:
        assert found.low <= found.estimate <= found.high
    for picture in pictures:
        etree.fromstring(picture.encode())
    wire.encode(found)
