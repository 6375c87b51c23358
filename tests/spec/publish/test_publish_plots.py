"""Forest and funnel plots: what stands in them, for eyes and for those who do not see them."""

from __future__ import annotations

import importlib.util
import math
from itertools import pairwise

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from probatum.cli import main
from probatum.errors import ProbatumError
from probatum.model import Measure, Pooled, PooledArm, PooledStudy
from probatum.publish.plots.drawing import Axis, linear_ticks
from probatum.publish.plots.forest import axis_of, forest, sides
from probatum.publish.plots.funnel import funnel
from probatum.publish.plots.png import png
from probatum.publish.plots.table import text
from probatum.text import pooling as said

SVG = "{http://www.w3.org/2000/svg}"
STUDIES = (
    PooledStudy("Alder 2001", 0.5, 0.25, 1.0, 20.0, (PooledArm(n=50, events=5), PooledArm(n=50, events=10))),
    PooledStudy("Birch <b> & 2004", 0.8, 0.64, 1.0, 80.0, (PooledArm(n=200, events=80), PooledArm(n=200, events=100))),
)
POOLED = Pooled(
    measure=Measure.RISK_RATIO,
    outcome="falls",
    intervention="exercise",
    comparator="usual care",
    model="random effects",
    method="REML",
    test="Wald",
    studies=STUDIES,
    estimate=0.74,
    low=0.55,
    high=0.99,
    p=0.045,
    prediction=(0.4, 1.37),
    tau2=0.02,
    tau2_interval=(0.0, 0.9),
    i2=40.0,
    q=1.67,
    q_p=0.197,
)
NOT_POOLED = msgspec.structs.replace(
    POOLED, studies=STUDIES[:1], estimate=None, low=None, high=None, p=None, prediction=None, why_not="one study alone"
)


def texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


# What a forest plot must print
PRINTED = [
    "Falls: exercise versus usual care",
    "Alder 2001",
    "Birch <b> & 2004",
    "5/50",
    "80/200",
    "85/250",
    "110/250",
    "0.50 [0.25, 1.00]",
    "20.0 %",
    "Random effects",
    "0.74 [0.55, 0.99]",
    "Prediction interval",
    "0.40 to 1.37",
    "RR [95 % CI]",
    "← lower with exercise",
    "Model: random effects (restricted maximum likelihood, Wald interval); 2 studies",
    "Heterogeneity: τ² = 0.02 (95 % CI 0 to 0.9); I² = 40 %; Q = 1.67, df = 1, p = 0.20",
    "Overall effect: RR 0.74, 95 % CI 0.55 to 0.99, p = 0.045",
]


@pytest.mark.parametrize("words", PRINTED)
def test_a_forest_plot_prints(words: str) -> None:
    assert words in texts(forest(POOLED))


def test_squares_have_areas_in_proportion_to_the_weights() -> None:
    sizes = [float(node.get("width", "0")) for node in etree.fromstring(forest(POOLED).encode()).iter(f"{SVG}rect")]
    assert sizes[1] ** 2 / sizes[0] ** 2 == pytest.approx(4, rel=0.01)


@pytest.mark.parametrize("picture", [forest(POOLED), funnel(POOLED), forest(NOT_POOLED), funnel(NOT_POOLED)])
def test_a_plot_has_a_title_a_description_and_no_colour_of_its_own(picture: str) -> None:
    root = etree.fromstring(picture.encode())
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title") is not None
    told = root.findtext(f"{SVG}desc") or ""
    assert "Alder 2001: 0.50" in told
    colours = {node.get(name) for node in root.iter() for name in ("fill", "stroke")} - {None}
    assert colours == {"currentColor", "none"}
    assert not any(node.get("style") for node in root.iter())


def test_what_is_not_pooled_has_no_diamond_and_says_why() -> None:
    drawn = forest(NOT_POOLED)
    assert "Not pooled: one study alone." in texts(drawn)
    assert "<polygon" not in drawn
    assert "100 %" not in texts(drawn)


# Which side helps -> left, right
SIDES = [
    ("lower", ("favours exercise", "favours usual care")),
    ("higher", ("favours usual care", "favours exercise")),
    ("", ("lower with exercise", "higher with exercise")),
]


@pytest.mark.parametrize(("better", "wanted"), SIDES)
def test_a_side_favours_somebody_only_where_it_is_known_which_is_better(better: str, wanted: tuple[str, str]) -> None:
    assert sides(POOLED, better) == wanted


def test_an_interval_far_beyond_the_others_leaves_the_axis_with_an_arrow() -> None:
    wide = PooledStudy("Cedar 2010", 0.9, 0.001, 800.0, 0.1)
    far = msgspec.structs.replace(POOLED, studies=(*STUDIES, STUDIES[0], wide))
    axis = axis_of(far, 0, 100)
    assert axis.low > 0.01
    assert axis.high < 100
    assert forest(far).count("<polygon") == forest(POOLED).count("<polygon") + 2


@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e4))
def test_linear_ticks_are_few_even_and_on_the_axis(low: float, width: float) -> None:
    found = linear_ticks(low, low + width)
    assert 2 <= len(found) <= 9
    assert all(low - width * 1e-6 <= tick <= low + width * 1.000001 for tick in found)
    steps = [b - a for a, b in pairwise(found)]
    assert max(steps) - min(steps) < 1e-6 * max(1.0, abs(low) + width)


@given(st.floats(1e-3, 0.9), st.floats(1.1, 1e3))
def test_a_ratio_axis_has_ticks_and_keeps_order(low: float, high: float) -> None:
    axis = Axis(low, high, 0, 300, log=True)
    assert len(axis.ticks()) >= 2
    assert axis.at(low) == pytest.approx(0)
    assert axis.at(1.0) == pytest.approx(300 * -math.log(low) / (math.log(high) - math.log(low)))


# value, places -> printed
NUMBERS = [(0.5, 2, "0.50"), (-0.3, 2, "−0.30"), (-0.001, 1, "0.0"), (0.0042, 2, "0.0042"), (12.345, 2, "12.35")]


@pytest.mark.parametrize(("value", "places", "printed"), NUMBERS)
def test_figures_have_a_true_minus_and_nothing_has_none(value: float, places: int, printed: str) -> None:
    assert said.number(value, places) == printed


def test_the_text_says_which_study_the_result_hangs_on() -> None:
    hanging = (STUDIES[0], msgspec.structs.replace(STUDIES[1], without=(0.5, 0.25, 1.0)))
    assert "without Birch <b> & 2004 the interval would reach no difference" in text(
        msgspec.structs.replace(POOLED, studies=hanging)
    )


@pytest.mark.skipif(importlib.util.find_spec("resvg_py") is None, reason="extra `plots` not installed")
def test_a_png_is_made() -> None:
    assert png(forest(POOLED)).startswith(b"\x89PNG")
    with pytest.raises(ProbatumError, match="P822"):
        png("no picture")


TABLE = "study,ai,n1i,ci,n2i\nAlder 2001,4,50,9,48\nBirch 2004,10,120,22,118\n"


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["pool", *arguments])
    return done.exit_code, done.output


def test_a_table_is_pooled_on_the_command_line(tmp_path) -> None:
    path = tmp_path / "studies.csv"
    path.write_text(TABLE, encoding="utf-8")
    code, out = run(str(path), "--outcome", "falls", "--model", "common")
    assert code == 0
    assert "Result: RR 0.44" in out
    assert "Mantel-Haenszel" in out
    code, out = run(str(path), "--format", "svg", "--plot", "funnel")
    assert (code, out.startswith("<svg")) == (0, True)
    code, out = run(str(path), "--format", "json", "--measure", "or")
    assert msgspec.json.decode(out)[0]["measure"] == "odds ratio"


# What is in the file -> code of the error
REFUSED = [
    (b"", "P622"),
    (b"study,ai\n", "P622"),
    (b"\xff\xfe\x00bad", "P622"),
    (b"colour,shape\nred,round\n", "P621"),
    (b"study,yi,vi\nA,0.1,0.2\nB,0.2,0.1\n", "P623"),
    (b'a,b\n"open', "P622"),
]


@pytest.mark.parametrize(("content", "code"), REFUSED)
def test_a_table_that_cannot_be_pooled_is_refused_with_a_way_out(tmp_path, content: bytes, code: str) -> None:
    path = tmp_path / "studies.csv"
    path.write_bytes(content)
    status, out = run(str(path))
    assert status == 1
    assert code in out


def test_a_picture_of_points_goes_to_a_file(tmp_path) -> None:
    path = tmp_path / "studies.csv"
    path.write_text(TABLE, encoding="utf-8")
    status, out = run(str(path), "--format", "png")
    assert status != 0
    assert "P821" in out
