"""The measure of `dedup`: which copy stays does not matter, and both customs of marking are understood."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from benchmarks.dedup import Cluster, intervals, one_by_one, rates, removed, run, whole_sets

# (marked, unmarked) -> rightly removed, wrongly removed, missed
WHOLE_SETS = [
    ((2, 0), (1, 0, 0)),
    ((4, 0), (3, 0, 0)),
    ((1, 0), (0, 0, 1)),
    ((0, 1), (0, 0, 0)),
    ((0, 2), (0, 1, 0)),
    ((2, 1), (1, 1, 0)),
    ((1, 1), (0, 1, 1)),
]
COPIES_ALONE = [
    ((1, 1), (1, 0, 0)),
    ((3, 1), (3, 0, 0)),
    ((1, 0), (0, 0, 1)),
    ((0, 1), (0, 0, 0)),
    ((0, 2), (0, 1, 0)),
    ((1, 2), (1, 1, 0)),
    ((2, 0), (1, 0, 1)),
]


@pytest.mark.parametrize(
    ("members", "counts", "whole"), [(*c, True) for c in WHOLE_SETS] + [(*c, False) for c in COPIES_ALONE]
)
def test_what_a_group_removes(members: tuple[int, int], counts: tuple[int, int, int], whole: bool) -> None:
    assert removed(Cluster(*members), whole) == counts


def test_record_by_record_the_copy_we_keep_counts() -> None:
    assert one_by_one(Cluster(1, 1, kept_marked=False), whole=False) == (1, 0, 0)
    assert one_by_one(Cluster(1, 1, kept_marked=True), whole=False) == (0, 1, 1)
    assert one_by_one(Cluster(1, 1, kept_marked=True), whole=True) == (1, 1, 0)


def test_the_custom_of_a_file_is_what_most_groups_show() -> None:
    assert whole_sets([Cluster(2, 0), Cluster(3, 0), Cluster(1, 1)])
    assert not whole_sets([Cluster(1, 1), Cluster(2, 1), Cluster(2, 0), Cluster(0, 1)])


def test_rates_and_their_intervals() -> None:
    assert rates([(3, 1, 0), (0, 0, 1)]) == (0.75, 0.75, 0.75)
    assert rates([]) == (1.0, 1.0, 1.0)
    low, high = intervals([(1, 0, 0)] * 30 + [(0, 1, 0)] * 10)
    assert low[0] < 0.75 < high[0]


REFERENCE = (
    "<record><rec-number>{n}</rec-number><ref-type name='Journal Article'>17</ref-type><contributors><authors>"
    "<author><style>Okonjo, L. M.</style></author></authors></contributors>"
    "<titles><title><style>{title}</style></title>"
    "<secondary-title>{journal}</secondary-title></titles><pages>{pages}</pages><volume>14</volume>"
    "<dates><year>2011</year></dates>{caption}</record>"
)
MARK = "<caption><style face='normal'>Duplicate</style></caption>"
KNEES, WRISTS = (
    "Barley syrup against tired knees in older mountaineers",
    "Walking poles and wrist pain on long descents",
)


@pytest.mark.parametrize("custom", ["whole sets", "copies alone"])
def test_a_small_file(tmp_path: Path, custom: str) -> None:
    first = MARK if custom == "whole sets" else ""
    told = [
        REFERENCE.format(n=1, title=KNEES, journal="Annals of mountain rheumatology", pages="203-211", caption=first),
        REFERENCE.format(n=2, title=KNEES.upper(), journal="Ann Mt Rheumatol", pages="203-11", caption=MARK),
        REFERENCE.format(n=3, title=WRISTS, journal="Ann Mt Rheumatol", pages="9-11", caption=""),
        "<record><titles></record>",
        REFERENCE.format(n=4, title=WRISTS + ", part II", journal="Ann Mt Rheumatol", pages="12-15", caption=""),
    ]
    folder = tmp_path / "endnote-dedup"
    folder.mkdir()
    with gzip.open(folder / "small.xml.gz", "wt", encoding="utf-8") as file:
        file.write(f"<?xml version='1.0' encoding='UTF-8'?><xml><records>{''.join(told)}</records></xml>")
    metrics = run(tmp_path).metrics
    assert (metrics["records"], metrics["groups"]) == (4, 1)
    assert (metrics["precision"], metrics["recall"], metrics["f1"]) == (1.0, 1.0, 1.0)
    assert (metrics["removed_rightly"], metrics["missed"]) == (1, 0)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert run(tmp_path).missing == ["endnote-dedup/*.xml.gz"]


def test_the_marked_references_of_the_development_data() -> None:
    data = Path(__file__).resolve().parents[3] / ".." / "shared" / "data"
    if not list((data / "endnote-dedup").glob("*.xml.gz")):
        pytest.skip("the development data are not here")
    metrics = run(data).metrics
    assert metrics["precision"] >= 0.99
    assert metrics["recall"] >= 0.97
