"""The algorithm as a diagram: for eyes on a phone, and for those who do not see it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from probatum.model import Kind, Statement, Verdict
from probatum.publish.parts import Line, Part
from probatum.publish.plots.algorithm import RIGHT, WIDTH, algorithm, wrap
from probatum.publish.plots.drawing import width_of

SVG = "{http://www.w3.org/2000/svg}"
LINES = (
    ("1", "Look for contraindications: shock <b> & block."),
    ("1a", "Any present: do not use zerafine; choose another treatment."),
    ("1b", "None present: go on."),
    ("2", "Start zerafine 10 mg twice daily."),
    ("3", "Review hiccups after 2 weeks."),
    ("3a", "Better: continue and go back to step 2 at the next visit."),
    ("3b", "No better: stop."),
)


def line(step: str, words: str, verdict: str = "", directness: str = "") -> Line:
    statement = Statement(f"algorithm.{step}", words.strip() or "-", Kind.NAVIGATION, verdict=Verdict.SUPPORTED)
    return Line(statement, words, (), verdict, directness, step)


def part(*lines: tuple[str, str]) -> Part:
    return Part("algorithm", "Clinical algorithm", tuple(line(*told) for told in lines), "")


ROOT = etree.fromstring(algorithm(part(*LINES)).encode())
TEXTS = [("".join(node.itertext()), float(node.get("y", "0"))) for node in ROOT.iter(f"{SVG}text")]
SAID = " ".join(text for text, _ in TEXTS)


@pytest.mark.parametrize(
    "words",
    [
        "Look for contraindications: shock <b> & block.",
        "1a Any present",
        "Do not use zerafine; choose another treatment.",
        "1b None present",
        "Start zerafine 10 mg twice daily.",
        "3a Better",
        "3b No better",
    ],
)
def test_a_diagram_prints_every_step_condition_and_end(words: str) -> None:
    assert words in " ".join(SAID.split())


def test_the_way_on_is_an_arrow_and_needs_no_words() -> None:
    assert "Go on" not in SAID


def test_it_is_told_to_those_who_do_not_see_it() -> None:
    assert ROOT.get("role") == "img"
    assert ROOT.findtext(f"{SVG}title") == "Clinical algorithm: the steps as a diagram"
    told = ROOT.findtext(f"{SVG}desc") or ""
    assert "Step 1: Look for contraindications: shock <b> & block. 1a, if any present: do not use zerafine" in told
    assert "3b, if no better: stop." in told


def test_it_takes_the_colour_of_the_text_around_it() -> None:
    colours = {node.get(name) for node in ROOT.iter() for name in ("fill", "stroke")} - {None}
    assert colours == {"currentColor", "none"}
    assert not any(node.get("style") for node in ROOT.iter())


def test_steps_stand_one_below_the_other_in_a_narrow_column() -> None:
    assert float(ROOT.get("width", "0")) == WIDTH <= 390  # points of a phone
    boxes = [(float(n.get("y", "0")), float(n.get("height", "0"))) for n in ROOT.iter(f"{SVG}rect")]
    assert len(boxes) == 6  # three steps, and three ways out of them
    assert all(y + height < below for (y, height), (below, _) in pairwise(boxes))


def test_what_ends_the_path_has_a_heavy_outline() -> None:
    heavy = [n for n in ROOT.iter(f"{SVG}rect") if float(n.get("stroke-width", "0")) > 2]
    assert len(heavy) == 2  # 1a and 3b


def test_a_way_back_is_drawn_to_its_step() -> None:
    upright = [n for n in ROOT.iter(f"{SVG}line") if n.get("x1") == n.get("x2") and float(n.get("x1", "0")) > RIGHT]
    assert len(upright) == 1
    assert float(upright[0].get("y2", "0")) < float(upright[0].get("y1", "0"))


def test_a_verdict_that_is_not_bare_is_drawn_too() -> None:
    drawn = algorithm(Part("algorithm", "Steps", (line("1", "Start.", "partly supported", "in mice"),), ""))
    assert "Start. (in mice) (partly supported)" in drawn


def test_without_steps_nothing_is_drawn() -> None:
    assert algorithm(Part("algorithm", "Steps", (), "Nothing found.")) == ""


@given(st.text(max_size=300), st.floats(60, 400))
def test_no_line_is_wider_than_its_box_and_no_word_is_lost(text: str, width: float) -> None:
    lines = wrap(text, width)
    assert all(width_of(line, 14) * 0.92 <= width + 1e-9 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.lists(st.tuples(st.sampled_from(["1", "1a", "1b", "2", "2a"]), st.text(max_size=80)), max_size=8))
def test_any_words_make_a_picture_that_can_be_read(lines: list[tuple[str, str]]) -> None:
    drawn = algorithm(part(*lines))
    assert not drawn or etree.fromstring(drawn.encode()).tag == f"{SVG}svg"
    assert drawn == algorithm(part(*lines))
