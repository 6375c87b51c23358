"""The role of every sentence of an abstract: by its headings, else by the model."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from appraise_records import make

from probatum.appraise import aims, roles
from probatum.appraise.models import Linear
from probatum.appraise.models.chain import AFTER, Chain
from probatum.model import SectionKind, SectionRole, SourceSection

Bounded = Callable[[Callable[[str], object], str, float], None]

RUNNING = (
    "Cramp is a common and painful problem of unknown cause. The aim of this study was to assess drugamine in adults"
    " with cramp. Sixty patients were randomly assigned to drugamine or placebo for 12 weeks. Cramps were"
    " recorded in a diary. Cramps fell by 40% with drugamine and by 10% with placebo (P = 0.01). Nausea struck 5% of"
    " patients. In conclusion, these results suggest that drugamine may be useful for cramp."
)
EXPECTED = ["background", "objective", "methods", "methods", "results", "results", "conclusions"]


def test_a_running_abstract_is_read_by_the_model() -> None:
    said = roles.read(make(RUNNING))
    got = [s.role.value for s in said]
    assert set(got[:2]) <= {"background", "objective"}  # which of the two is a custom of journals
    assert got[2:] == EXPECTED[2:]
    assert [s.text for s in said][2].startswith("Sixty patients")


@pytest.mark.parametrize(
    ("heading", "role"), [("Findings", SectionRole.RESULTS), ("Why it matters", SectionRole.CONCLUSIONS)]
)
def test_a_role_that_the_record_gives_is_kept(heading: str, role: SectionRole) -> None:
    part = SourceSection(id="abstract", kind=SectionKind.ABSTRACT, text=RUNNING, heading=heading, role=role)
    assert {s.role for s in roles.read(make("", sections=(part,)))} == {role}


def test_inline_headings_hold_and_what_stands_before_them_is_read() -> None:
    text = "The aim was to assess drugamine in cramp. METHODS: Sixty adults took it. RESULTS: Cramps fell by 40%."
    got = [s.role.value for s in roles.read(make(text))]
    assert got[-2:] == ["methods", "results"]
    assert got[0] in ("background", "objective")


def test_what_stands_under_a_heading_without_a_role_has_none() -> None:
    parts = (
        SourceSection(id="abstract", kind=SectionKind.ABSTRACT, text=RUNNING),
        SourceSection(id="abstract.2", kind=SectionKind.ABSTRACT, text="NCT00000001.", heading="Number"),
    )
    got = roles.read(make("", sections=parts))
    assert got[-1].role is SectionRole.NONE
    assert all(s.role is not SectionRole.NONE for s in got[:-1])


def test_a_record_without_an_abstract_has_no_sentences() -> None:
    assert roles.read(make("")) == ()


def test_a_very_long_abstract_is_read_in_time(bounded: Bounded) -> None:
    text = "Pain fell by 40% (P = 0.01) in the drugamine group. " * 3000
    assert len(roles.read(make(text))) > 1000
    bounded(lambda told: roles.read(make(told)), text, 5)


def chain() -> Chain:
    """Two classes; `x` speaks weakly for a, and a is hardly ever followed by b."""
    names = ["x", "y", AFTER + "a", AFTER + "b"]
    weights = np.array([[1.0, 0.0], [0.0, 1.5], [0.0, -2.0], [0.0, 1.0]])
    return Chain(Linear.fitted(["a", "b"], names, weights, np.zeros(2)))


@pytest.mark.parametrize(
    ("rows", "known", "likeliest"),
    [
        ([], None, []),
        ([["x"]], None, ["a"]),
        ([["y"]], None, ["b"]),
        ([["x"], ["y"]], None, ["b", "b"]),  # shares of a: 0.25, 0.21
        ([["x"], []], None, ["b", "a"]),  # shares of a: 0.45, 0.55, though a a and b b are the best sequences
        ([["x"], ["y"], ["x"], ["x"]], None, ["b", "b", "b", "a"]),  # shares of a: 0.18, 0.09, 0.40, 0.68
        ([["x"], ["y"]], ["a", ""], ["a", "a"]),  # share of a after a: 0.62
        ([["x"], ["y"], ["x"]], ["", "", "b"], ["b", "b", "b"]),  # shares of a: 0.13, 0.01, 0
        ([["x"], ["y"]], ["c", ""], ["b", "b"]),  # no class of the model: as if it were not given
    ],
)
def test_the_likeliest_class_of_each_row(rows: list[list[str]], known: list[str] | None, likeliest: list[str]) -> None:
    assert chain().likeliest(rows, known) == likeliest


@pytest.mark.parametrize(
    ("doi", "publisher"), [("10.1186/s1-2", "10.1186"), ("10.1002", "10.1002"), ("", ""), ("doi.org/x", "")]
)
def test_a_publisher_is_told_by_the_prefix_of_its_doi(doi: str, publisher: str) -> None:
    assert roles.publisher_of(doi) == publisher


KNOWN = "Cramp is common and its cause is unknown."
DONE = "Sixty adults were randomly assigned to drugamine or placebo."


@pytest.mark.parametrize(
    ("said", "methods", "way", "aim", "sides"),
    [
        ([KNOWN, "The aim was to treat cramp.", DONE], [2], "named", 1, ["<<", "=<", ">="]),
        (["To assess drugamine in cramp.", DONE], [1], "to", 0, ["=<", ">="]),
        ([KNOWN, "Here we tested drugamine.", DONE], [2], "we", 1, ["<<", "=<", ">="]),
        ([KNOWN, "This randomised trial was small.", DONE], [2], "this", 1, ["<<", "=<", ">="]),
        ([KNOWN, DONE, "The aim was met."], [1], "none", 9, ["?<", "?=", "?>"]),  # an aim after the methods is none
        ([KNOWN], [], "none", 9, ["?<"]),
        ([], [], "none", 9, []),
    ],
)
def test_where_the_aim_lies(said: list[str], methods: list[int], way: str, aim: int, sides: list[str]) -> None:
    lay = aims.Lay.of(said, methods)
    assert (lay.way, lay.aim, [lay.side(i) for i in range(len(said))]) == (way, aim, sides)


def test_journal_and_publisher_add_features_only_where_they_are_known() -> None:
    said = [KNOWN, DONE]
    plain = roles.features(said)
    assert not [f for row in plain for f in row if f.startswith(("journal=", "publisher="))]
    for row, told in zip(plain, roles.features(said, "J Cramp", "10.9999"), strict=True):
        assert told[: len(row)] == row
        added = told[len(row) :]
        assert {f.split(" ")[0] for f in added} >= {"journal=J", "publisher=10.9999"}
