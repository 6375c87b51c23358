"""Depth: each section is held to its words; what comes first stays; nothing is lost at full depth."""

import pytest

from probatum.apply.composing.depth import FIRST, WHOLE, WORDS, bounded, layered
from probatum.model import Depth, Kind, Section, Statement


def section(name: str, *sizes: int, layers: dict[int, int] | None = None) -> Section:
    made = tuple(
        Statement(id=f"{name}.{n}", text="word " * size, kind=Kind.NAVIGATION, layer=(layers or {}).get(n, 0))
        for n, size in enumerate(sizes, 1)
    )
    return Section(name, name, made)


@pytest.mark.parametrize(
    ("name", "sizes", "layers"),
    [
        ("monitoring", (WORDS["monitoring"],), [0]),
        ("monitoring", (WORDS["monitoring"] + 50, 5), [0, 1]),
        ("monitoring", (WORDS["monitoring"] - 10, 20, 8), [0, 1, 0]),
        ("safety", (200,) * (FIRST["safety"] + 1), [0] * FIRST["safety"] + [1]),
        ("bottom_line", (500, 500), [0, 0]),
        ("algorithm", (500, 500), [0, 0]),
    ],
)
def test_a_section_keeps_what_fits_and_what_comes_first(name, sizes, layers):
    assert [s.layer for s in layered(section(name, *sizes)).statements] == layers


def test_what_a_composer_called_secondary_stays_so_and_takes_no_words():
    made = layered(section("monitoring", 60, 60, 40, layers={1: 1}))
    assert [s.layer for s in made.statements] == [1, 0, 0]


def test_the_whole_keeps_to_its_words_and_what_must_be_said_stays():
    given = (
        section("bottom_line", 88),
        section("evidence", *[50] * 4),
        section("safety", *[40] * 6),
        section("adverse_effects", *[40] * 4),
        section("monitoring", 50, 50),
        section("alternatives", *[35] * 7),
        section("algorithm", 235),
    )
    short, left = bounded(given, Depth.STANDARD)
    told = {s.id: len(s.statements) for s in short}
    assert sum(len(one.text.split()) for s in short for one in s.statements) <= WHOLE
    assert told["bottom_line"] == told["algorithm"] == 1 and told["safety"] >= FIRST["safety"]
    assert sum(count for _, count in left) + sum(told.values()) == sum(len(s.statements) for s in given)


def test_a_short_article_loses_nothing_to_the_whole():
    given = (section("evidence", 60, 60), section("alternatives", 35, 35))
    assert bounded(given, Depth.STANDARD) == (given, ())


def test_full_depth_shows_all_and_standard_depth_counts_what_it_leaves_out():
    given = (section("monitoring", 100, 100), section("conclusion", 10))
    full, none = bounded(given, Depth.FULL)
    short, left = bounded(given, Depth.STANDARD)
    assert [len(s.statements) for s in full] == [2, 1] and none == ()
    assert [len(s.statements) for s in short] == [1, 1] and left == (("monitoring", 1),)
