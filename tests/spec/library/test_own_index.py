"""The library's own index finds what the engine's finds, whatever was added and removed and however it came about."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from probatum.acquire.library import Clause, Library, Query
from probatum.acquire.library.index import catching_up, disk, index, scoring
from probatum.acquire.library.lock import writing
from probatum.acquire.library.query import Filters, where
from probatum.acquire.library.searching import SHOWN
from probatum.errors import ProbatumError
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

Make = Callable[..., Record]
WORDS = "zolvit brellin cramp cramps hiccup leg night trial placebo metastasis metastatic IL-2 magnesium women men"


def some(make: Make, numbers: Iterable[int], seed: int = 1) -> list[Record]:
    """Records whose words, years and standing are drawn."""
    made = []
    for number in numbers:
        chance = random.Random(f"{seed} {number}")
        text = " ".join(chance.choices(WORDS.split(), k=chance.randint(1, 40)))
        date = chance.choice(("", "1999", "2004-05", "2004-05-06", "2020-12"))
        made.append(make(number, text, date=date))
    return made


def plain(number: int, text: str, *, date: str = "") -> Record:
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=RecordKind.ARTICLE,
        title="",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
        year=int(date[:4]) if date else None,
        date=date,
    )


def stored(library: Library) -> Path:
    return Path(library.location) / disk.FOLDER


def engine_finds(library: Library, query: Query, filters: Filters, limit: int) -> list[tuple[str, float]]:
    rows = library._store._asked(query, filters.sql, 1_000, ("id",))
    ranked = sorted(((row["id"], round(row["_score"], 3)) for row in rows), key=lambda found: (-found[1], found[0]))
    return ranked[:limit]


def index_finds(library: Library, query: Query, filters: Filters, limit: int) -> list[tuple[str, float]]:
    assert library._store._view() is not None
    return [(one.id, one.score) for one in library._store.propose(query, filters, limit, SHOWN).found]


@pytest.mark.parametrize(
    "query",
    [
        Query.of("Does zolvit ease leg cramps at night?"),
        Query(wanted=(Clause("metastases"), Clause("IL2", 0.3), Clause("leg cramps", 0.1, every=True))),
        Query(wanted=(Clause("placebo"),), groups=((Clause("zolvit"), Clause("brellin", 0.4)),)),
        Query(groups=((Clause("leg cramp", every=True),), (Clause("women", every=True), Clause("men", every=True)))),
        Query(wanted=(Clause("trial"), Clause("women")), barred=(Clause("zolvit"),)),
        Query(groups=((Clause("nothing"),),)),
    ],
)
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        where(year=(2000, None)),
        where(year=(None, 2004), kind="article"),
        where(as_of="2004-05-06", status=("current", "corrected")),
        where(as_of="2004-05-01", more="id LIKE '%1'"),
        where(kind="label"),
    ],
)
def test_it_finds_what_the_engine_finds(two_hundred: Library, query: Query, filters: Filters) -> None:
    expected = engine_finds(two_hundred, query, filters, 200)
    found = index_finds(two_hundred, query, filters, 200)
    assert dict(found) == pytest.approx(dict(expected), abs=2e-3)
    assert index_finds(two_hundred, query, filters, 7) == found[:7]


@pytest.fixture(scope="module")
def two_hundred(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("own") / "library", create=True)
    library.add(some(plain, range(1, 201)))
    return library


def test_scores_do_not_depend_on_what_came_and_went(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = some(make, range(1, 41))
    at_once = Library.open(tmp_path / "one", create=True)
    at_once.add(wanted)
    monkeypatch.setattr(catching_up, "MANY", 1)
    bit_by_bit = Library.open(tmp_path / "two", create=True)
    bit_by_bit.add(some(make, range(30, 60), seed=2))
    for first in range(0, 40, 10):
        bit_by_bit.add(wanted[first : first + 10])
    for number in range(41, 60):
        assert bit_by_bit.remove(f"pmid:{number}")
    view = bit_by_bit._store._view()
    assert view is not None and len(view.leaves) > 1
    for words in ("leg cramps at night", "IL2 metastases"):
        one, two = (
            [(h.record, h.score, h.parts) for h in lib.search(words, limit=40)] for lib in (at_once, bit_by_bit)
        )
        assert one == two


def test_segments_joined_are_those_made_at_once(tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    records = some(make, range(1, 31))
    at_once = Library.open(tmp_path / "one", create=True)
    at_once.add(records)
    monkeypatch.setattr(catching_up, "MANY", 1_000)
    bit_by_bit = Library.open(tmp_path / "two", create=True)
    for first in range(0, 30, 10):
        bit_by_bit.add(records[first : first + 10])
    one, two = (library._store._view() for library in (at_once, bit_by_bit))
    assert one is not None and two is not None and len(two.leaves) == 1
    for name in ("terms", "ends", "often", "words", "word_ends"):
        assert np.array_equal(one.leaves[0].segment.held[name], two.leaves[0].segment.held[name])


JOINED = [
    # sizes of the segments, the first of those that are joined
    ([20, 20, 20, 1], 0),
    ([20, 20, 20, 0], 0),
    ([100, 20, 1], 2),
    ([200, 20, 6], 1),
    ([1000, 20, 20, 1], 1),
    ([7], 0),
]


@pytest.mark.parametrize(("sizes", "first"), JOINED)
def test_no_segment_stays_among_others_of_its_size_however_small_the_last_is(sizes: list[int], first: int) -> None:
    leaves = [SimpleNamespace(count=size) for size in sizes]
    assert catching_up._worth_joining(leaves) == first  # type: ignore[arg-type]


def test_an_index_that_was_left_behind_is_caught_up_with(empty: Library, make: Make) -> None:
    empty.add(some(make, range(1, 20)))
    behind = {path.name: path.read_bytes() for path in stored(empty).iterdir()}
    empty.add([make(3, "Nothing else."), make(50, "Quinine helped.")])
    empty.remove("pmid:7")
    now = stored(empty)
    shutil.rmtree(now)
    now.mkdir()
    for name, data in behind.items():
        (now / name).write_bytes(data)
    again = Library.open(empty.location)
    assert [hit.record.id for hit in again.search("quinine")] == ["pmid:50"]
    assert [hit.record.id for hit in again.search("nothing else")] == ["pmid:3"]
    found = {hit.record.id for hit in again.search(WORDS, limit=100)}
    assert found == {f"pmid:{n}" for n in range(1, 20) if n not in (3, 7)}


@pytest.mark.parametrize("harm", ["gone", "state cut", "segment cut", "segment gone", "nonsense", "another layout"])
def test_a_damaged_index_is_made_anew(empty: Library, make: Make, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    empty.add(some(make, range(1, 20)))
    before = empty.search("leg cramps")
    folder = stored(empty)
    state, segment = folder / disk.STATE, next(folder.glob("*.segment"))
    if harm == "gone":
        shutil.rmtree(folder)
    elif harm == "another layout":
        monkeypatch.setattr(disk, "LAYOUT", 99)
    elif harm == "nonsense":
        state.write_bytes(b"nonsense" * 100)
    elif harm == "segment gone":
        segment.unlink()
    else:
        path = state if harm == "state cut" else segment
        path.write_bytes(path.read_bytes()[:200])
    again = Library.open(empty.location)
    assert again.search("leg cramps") == before
    again.add([make(60, "Quinine helped.")])
    assert [hit.record.id for hit in Library.open(empty.location).search("quinine")] == ["pmid:60"]
    assert disk.load(folder) is not None


def test_an_index_of_another_table_is_not_believed(tmp_path: Path, make: Make) -> None:
    one, two = (Library.open(tmp_path / name, create=True) for name in ("one", "two"))
    one.add(some(make, range(1, 20)))
    two.add(some(make, range(101, 120)))
    shutil.rmtree(stored(two))
    shutil.copytree(stored(one), stored(two))
    found = Library.open(two.location).search(WORDS, limit=50)
    assert {hit.record.id for hit in found} == {f"pmid:{n}" for n in range(101, 120)}


def test_while_another_writes_a_reader_without_an_index_asks_the_engine(
    empty: Library, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.add(some(make, range(1, 20)))
    before = [hit.record.id for hit in empty.search("leg cramps")]
    shutil.rmtree(stored(empty))
    monkeypatch.setattr(index, "IN_MEMORY", 5)
    again = Library.open(empty.location)
    with writing(empty.location):
        assert again._store._view() is None
        assert [hit.record.id for hit in again.search("leg cramps")] == before
    again._store._written()
    assert again._store._view() is not None
    assert [hit.record.id for hit in again.search("leg cramps")] == before


def test_a_reader_sees_what_another_wrote(empty: Library, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Library.open(empty.location)
    assert not reader.search("brellin")
    monkeypatch.setattr(index, "FRESH", 0.0)
    empty.add([make(1, "Brellin helped.")])
    assert [hit.record.id for hit in Library.open(empty.location).search("brellin")] == ["pmid:1"]


def test_the_best_are_those_that_scoring_every_record_would_find(
    two_hundred: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "STRETCH", 2)
    queries = [
        Query.of("Does zolvit ease leg cramps at night?"),
        Query.of("women"),
        Query.of(WORDS),
        Query.of("men IL2"),
    ]
    for query in queries:
        for filters in (Filters(), where(year=(2000, None)), where(as_of="2004-05-06")):
            every = index_finds(two_hundred, query, filters, 200)
            for limit in (1, 5, 20):
                assert index_finds(two_hundred, query, filters, limit) == every[:limit]


def test_the_index_is_not_written_by_two(empty: Library, make: Make) -> None:
    empty.add([make(1)])
    assert empty._store.index is not None
    with writing(empty.location), pytest.raises(ProbatumError, match="P303"):
        empty._store.index.keep()
