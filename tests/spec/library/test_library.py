"""What a library promises: idempotent adds, versions kept, filters, look-up by identifier."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from probatum.acquire.library import AddSummary, Clause, Library, Query
from probatum.acquire.library.location import resolve
from probatum.errors import ProbatumError
from probatum.model import Identifier, Link, LinkKind, Record, RecordKind, RecordStatus

Make = Callable[..., Record]


class Gone(msgspec.Struct):
    identifier: Identifier


def test_adding_twice_changes_nothing(empty: Library, make: Make) -> None:
    records = [make(n) for n in range(20)]
    assert empty.add(records) == AddSummary(added=20)
    assert empty.add(records) == AddSummary(unchanged=20)
    assert empty.add([records[0], records[0]]) == AddSummary(unchanged=2)
    assert len(empty) == 20


def test_an_update_keeps_the_old_version(empty: Library, make: Make) -> None:
    old, new = make(1, "The old words."), make(1, "The new words.")
    assert empty.add([old, new]) == AddSummary(added=1, updated=1)
    assert empty.get("pmid:1") == new
    assert empty.get("pmid:1", old.version) == old
    assert empty.versions("pmid:1") == (new.version, old.version)
    assert not empty.search("old")


def test_a_replaced_version_does_not_come_back(empty: Library, make: Make) -> None:
    old, new = make(1, "The old words."), make(1, "The new words.")
    empty.add([old, new])
    assert empty.add([old, new]) == AddSummary(unchanged=2)
    assert empty.get("pmid:1") == new


def test_deletion_and_removal_keep_the_text(empty: Library, make: Make) -> None:
    one, two = make(1, also=("doi:10.1000/one",)), make(2)
    assert empty.add([one, two, Gone(Identifier("doi", "10.1000/one"))]) == AddSummary(added=2, deleted=1)
    assert empty.remove("pmid:2")
    assert not empty.remove("pmid:2")
    assert len(empty) == 0
    assert empty.get("pmid:1") is None
    assert empty.get("pmid:1", one.version) == one
    assert empty.get("doi:10.1000/one", one.version) == one
    assert empty.add([one]) == AddSummary(added=1)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("pmid:7", "pmid:7"),
        ("PMID: 7", "pmid:7"),
        ("doi:10.1000/ABC", "pmid:7"),
        ("https://doi.org/10.1000/abc", "pmid:7"),
        ("PMC77", "pmid:7"),
        ("pmcid:PMC77", "pmid:7"),
        ("NCT00000007", "pmid:7"),
        ("pmid:77", None),
        ("pmcid:PMC7", None),
        ("7", None),
        ("pmid:7' OR '1'='1", None),
    ],
)
def test_look_up_by_any_identifier_with_its_namespace(
    empty: Library, make: Make, asked: str, found: str | None
) -> None:
    empty.add([make(7, also=("doi:10.1000/abc", "pmcid:PMC77", "nct:NCT00000007")), make(8)])
    record = empty.get(asked)
    assert (record.id if record else None) == found


REAL_AND_SUMMARY = [
    # (stored first, then added, which stands, what was counted)
    ("summary", "real", "real", AddSummary(updated=1)),
    ("real", "summary", "real", AddSummary(unchanged=1)),
    ("real", "real", "real", AddSummary(unchanged=1)),
]


@pytest.mark.parametrize("same_id", [True, False])
@pytest.mark.parametrize(("first", "second", "stands", "counted"), REAL_AND_SUMMARY)
def test_a_real_record_replaces_a_summary(
    empty: Library, make: Make, first: str, second: str, stands: str, counted: AddSummary, same_id: bool
) -> None:
    made = {
        "real": make(5, "The source's words.", also=("doi:10.1000/five",)),
        "summary": make(5, "Our words.", summary=True, also=("doi:10.1000/five",))
        if same_id
        else make(0, "Our words.", summary=True, id="doi:10.1000/five"),
    }
    empty.add([made[first]])
    assert empty.add([made[second]]) == counted
    assert len(empty) == 1
    assert empty.get("doi:10.1000/five") == made[stands]
    assert not empty.check().faults


def test_a_trial_number_is_shared_by_many_reports(empty: Library, make: Make) -> None:
    report = make(1, "A trial.", summary=True, also=("nct:NCT00000001",))
    entry = make(0, "An entry.", id="nct:NCT00000001", kind=RecordKind.REGISTRY_ENTRY)
    empty.add([report, entry])
    assert len(empty) == 2
    assert empty.get("nct:NCT00000001") == entry


BETWEEN_FORMATS = [
    # (stored, then added from another format, which text stands)
    ({"text": "An abstract."}, {"text": ""}, "first"),
    ({"text": ""}, {"text": "An abstract."}, "second"),
    ({"text": "An abstract."}, {"text": "Another."}, "second"),
    ({"status": RecordStatus.RETRACTED}, {"status": RecordStatus.CURRENT}, "first"),
    ({"status": RecordStatus.CURRENT}, {"status": RecordStatus.RETRACTED}, "second"),
]


@pytest.mark.parametrize(("first", "second", "stands"), BETWEEN_FORMATS)
def test_a_poorer_copy_replaces_nothing(empty: Library, make: Make, first: dict, second: dict, stands: str) -> None:
    made = {"first": make(1, **first, format="pubmed"), "second": make(1, **second, format="ris")}
    empty.add([made["first"]])
    empty.add([made["second"]])
    assert empty.get("pmid:1") == made[stands]


FILTERED = [
    ({"year": (2010, 2012)}, {1}),
    ({"year": (2012, None)}, {1, 2, 3}),
    ({"year": (None, 2012)}, {1}),
    ({"kind": "label"}, {2}),
    ({"kind": ["label", "review"]}, {2, 3}),
    ({"kind": []}, set()),
    ({"status": RecordStatus.RETRACTED.value}, {3}),
    ({"design": "cohort study"}, {1, 2}),
    ({"design": "o'dd"}, set()),
    ({"as_of": "2016-04-26"}, {1, 2, 4}),
    ({"as_of": "2016-04-25"}, {1, 4}),
    ({"as_of": "2011"}, {4}),
    ({"year": (2010, 2020), "kind": "label", "design": "cohort study"}, {2}),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERED)
def test_filters(empty: Library, make: Make, filters: dict, expected: set[int]) -> None:
    records = [
        make(1, "ibogaine", year=2012, date="2012"),
        make(2, "ibogaine", year=2016, date="2016-04-26", kind=RecordKind.LABEL),
        make(3, "ibogaine", year=2020, date="2020-12", kind=RecordKind.REVIEW, status=RecordStatus.RETRACTED),
        make(4, "ibogaine", year=None),
    ]
    empty.add(records, describe=lambda r: {"design": "cohort study" if r.id in ("pmid:1", "pmid:2") else "", "n": 3})
    assert {int(hit.record.id[5:]) for hit in empty.search("ibogaine", **filters)} == expected


QUERIES = [
    (Query.of("zebra"), {1, 2}),
    (Query.of("zebras"), {1, 2}),
    (Query.of("the of and"), set()),
    (Query.of("  "), set()),
    (Query.of('"zebra" AND (mouse* OR ~[x]^9'), {1, 2, 3}),
    (Query(wanted=(Clause("zebra mouse", every=True),)), {2}),
    (Query(groups=((Clause("zebra"), Clause("horse")), (Clause("mouse"), Clause("horse")))), {2, 4}),
    (Query(groups=((Clause("zebra"),),), barred=(Clause("mouse"),)), {1}),
    (Query(wanted=(Clause("mouse"),), groups=((Clause("zebra"),),)), {1, 2}),
]


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_queries(empty: Library, make: Make, query: Query, expected: set[int]) -> None:
    texts = {1: "One zebra stood.", 2: "A zebra met a mouse.", 3: "A mouse alone.", 4: "A horse."}
    empty.add([make(n, text) for n, text in texts.items()])
    assert {int(hit.record.id[5:]) for hit in empty.search(query)} == expected


def test_equal_scores_are_ordered_by_id(empty: Library, make: Make) -> None:
    empty.add([make(n, "equal words", title="T") for n in random.Random(3).sample(range(10, 99), 30)])
    ids = [hit.record.id for hit in empty.search("equal", limit=12)]
    assert ids == sorted(ids)
    assert ids == sorted(record.id for record in empty)[:12]


def test_a_weight_moves_a_record_up(empty: Library, make: Make) -> None:
    empty.add([make(1, "aspirin"), make(2, "ibuprofen")])
    for first, second, best in ((1.0, 0.3, "pmid:1"), (0.3, 1.0, "pmid:2")):
        hits = empty.search(Query(wanted=(Clause("aspirin", first), Clause("ibuprofen", second))))
        assert hits[0].record.id == best


def test_the_library_version_ignores_order_and_history(tmp_path: Path, make: Make) -> None:
    records = [make(n, f"Text {n}.") for n in range(40)]
    one = Library.open(tmp_path / "one", create=True)
    one.add(records)
    two = Library.open(tmp_path / "two", create=True)
    two.add([make(3, "An earlier text."), make(99, "Removed later.")])
    for part in (records[30:], records[:30][::-1]):
        two.add(part)
    two.remove("pmid:99")
    assert one.library_version == two.library_version
    hits = [[(hit.record.id, hit.score) for hit in each.search("text 7 33", limit=40)] for each in (one, two)]
    assert hits[0] == hits[1]
    two.remove("pmid:5")
    assert one.library_version != two.library_version


def test_info(empty: Library, make: Make) -> None:
    empty.add([make(1, year=None), make(2, kind=RecordKind.LABEL), make(3, summary=True)])
    info = empty.info()
    assert (info.records, info.summaries, info.unindexed) == (3, 1, 0)
    assert info.kinds == {"article": 2, "label": 1}
    assert info.years == {"": 1, "2020": 2}
    assert info.size_on_disk is not None
    assert info.size_on_disk > 1000
    assert info.library_version == empty.library_version


def test_words_of_the_library(empty: Library, make: Make) -> None:
    empty.add([make(n, "Mexiletine was given." if n % 2 else "Quinine was given.") for n in range(9)])
    assert empty.has_term("mexiletine")
    assert not empty.has_term("mexilitine")
    assert empty.frequency("quinine") == 5
    assert empty.frequency("quinine", at_most=2) == 2
    assert empty.frequency("") == 0


def test_words_beside_those_of_a_text(empty: Library, make: Make) -> None:
    empty.add(make(n, "Zinc in colds, with imaging." if n % 3 else "Rust in boats, with making.") for n in range(9))
    shares = empty.beside("zinc for colds")
    assert shares["imaging"] == pytest.approx(1.0)
    assert "making" not in shares
    assert all(0 < share <= 1.000001 for share in shares.values())
    assert empty.beside("") == empty.beside("nowhere") == {}


COUNTED = [
    (["muscle spasm"], 2),
    (["muscle spasms", "Baclofen"], 1),
    (["muscle spasm", "quinine"], 0),
    (["spasm muscle"], 0),  # the words in another order are no name
    (["baclofen"], 3),
    ([], 0),
    (["", "the of"], 0),
    (['"(*', "baclofen"], 3),
]


@pytest.mark.parametrize(("names", "expected"), COUNTED)
def test_records_that_name_all(empty: Library, make: Make, names: list[str], expected: int) -> None:
    texts = ["Muscle spasms eased.", "Baclofen for muscle-spasm.", "Baclofen: a spasm of one muscle.", "Baclofen."]
    empty.add([make(n, text) for n, text in enumerate(texts, 1)])
    assert empty.count(names) == expected
    assert empty.count(names, at_most=1) == min(1, expected)


NAMES = tuple(Clause(name, every=True) for name in ("ALS", "amyotrophic lateral sclerosis"))
SHOWN = [
    (Query.of("does it help"), "does it help"),
    (Query(groups=(NAMES,)), '(ALS OR "amyotrophic lateral sclerosis")'),
    (Query((Clause("trial"),), (NAMES[:1],), NAMES[:1]), "ALS, preferring: trial, without: ALS"),
    # two synonyms are written out, the rest counted; turned names and double names are not shown
    (
        Query(
            groups=(
                tuple(
                    Clause(name, 0.4, every=True, synonym=True)
                    for name in (
                        "Sclerosis, Amyotrophic Lateral",
                        "ALS - amyotrophic lateral sclerosis",
                        "Charcot disease",
                        "charcot diseases",
                        "Gehrig's disease",
                        "motor system disease",
                    )
                )
                + NAMES,
            )
        ),
        '(ALS OR "amyotrophic lateral sclerosis" OR "Charcot disease" OR "Gehrig\'s disease" OR 1 more name)',
    ),
]


@pytest.mark.parametrize(("query", "expected"), SHOWN)
def test_queries_are_shown_in_few_words(query: Query, expected: str) -> None:
    assert query.in_words() == expected


def test_check_finds_what_was_changed(empty: Library, make: Make) -> None:
    empty.add([make(n, f"Text {n}.", also=(f"doi:10.1000/{n}",)) for n in range(5)])
    assert empty.check().sound
    store = empty._store
    store.records.update(where="id = 'pmid:2'", values={"year": 1999})
    stored = store.select("id = 'pmid:3'", ("record",))[0]["record"]
    store.records.update(where="id = 'pmid:4'", values={"record": stored})
    store.names.delete("name = 'doi:10.1000/1'")
    what = {(fault.record, fault.what.split(" ")[0]) for fault in empty.check().faults if fault.record}
    assert {("pmid:2", "column"), ("pmid:4", "the"), ("pmid:1", "cannot")} <= what


def test_a_long_question_is_cut_not_refused(empty: Library, make: Make) -> None:
    empty.add([make(1, "aspirin")])
    assert empty.search("aspirin " + "nothing " * 50_000)[0].record.id == "pmid:1"


def test_where_a_library_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PROBATUM_LIBRARY", str(tmp_path / "env"))
    assert resolve() == str(tmp_path / "env")
    assert resolve(tmp_path / "given") == str(tmp_path / "given")
    assert resolve("s3://bucket/library/") == "s3://bucket/library"
    monkeypatch.delenv("PROBATUM_LIBRARY")
    assert "probatum" in resolve()


def test_errors_name_the_place(tmp_path: Path) -> None:
    with pytest.raises(ProbatumError, match=r"P302.*nowhere"):
        Library.open(tmp_path / "nowhere")
    (tmp_path / "file").write_text("")
    with pytest.raises(ProbatumError, match="P301"):
        Library.open(tmp_path / "file")
    assert not Library.exists(tmp_path / "nowhere")


def test_a_refused_reading_loses_nothing_written(empty: Library, make: Make) -> None:
    def items():  # type: ignore[no-untyped-def]
        for n in range(5000):
            yield make(n)
        raise OSError("the disk was pulled")

    told: list[AddSummary] = []
    with pytest.raises(OSError, match="pulled"):
        empty.add(items(), on_batch=told.append)
    assert told[-1].added == len(empty) > 0
    assert empty.add(make(n) for n in range(5000)).unchanged == told[-1].added
    assert empty.info().unindexed == 0


def test_an_object_store_takes_the_same_code(make: Make) -> None:
    library = Library.open("memory://probatum", create=True)
    records = [make(n, f"Text {n}.") for n in range(5)]
    assert library.add(records) == AddSummary(added=5)
    assert library.get("pmid:3") == records[3]
    assert library.search("text 3")[0].record.id == "pmid:3"
    assert library.remove("pmid:3")
    assert library.info().size_on_disk is None
    assert library.check().sound


def test_no_library_on_an_object_store() -> None:
    with pytest.raises(ProbatumError, match="P302"):
        Library.open("memory://nothing-here")


LABEL_VERSIONS = [
    # (stored, then added: version, day, format), which stands
    ((2, "2020-01-01", "spl"), (3, "2020-02-01", "spl"), "second"),
    ((3, "2020-02-01", "spl"), (2, "2020-01-01", "spl"), "first"),
    ((3, "2020-02-01", "spl"), (2, "2020-03-01", "spl"), "first"),  # the number is the source's word on which is newer
    ((1, "2020-02-01", "spl"), (1, "2020-01-01", "spl"), "first"),
    ((1, "2020-02-01", "spl"), (1, "2020-02", "spl"), "second"),
    ((3, "2020-02-01", "spl"), (2, "2020-01-01", "openfda"), "first"),
    ((2, "2020-01-01", "openfda"), (3, "2020-02-01", "spl"), "second"),
]


@pytest.mark.parametrize(("first", "second", "stands"), LABEL_VERSIONS)
def test_an_older_version_replaces_no_newer_one(
    empty: Library, make: Make, first: tuple[int, str, str], second: tuple[int, str, str], stands: str
) -> None:
    name = "setid:11111111-2222-3333-4444-555555555555"

    def label(version: int, day: str, format: str) -> Record:
        plain = make(0, f"Version {version} of {day}.", id=name, kind=RecordKind.LABEL, date=day, format=format)
        links = (Link(LinkKind.SUPERSEDES, plain.identifiers[0], f"version {version - 1}"),) if version > 1 else ()
        fields = {field: getattr(plain, field) for field in plain.__struct_fields__ if field != "version"}
        return Record.build(**{**fields, "links": links})

    made = {"first": label(*first), "second": label(*second)}
    empty.add([made["first"]])
    empty.add([made["second"]])
    assert empty.get(name) == made[stands]
    assert not empty.check().faults
