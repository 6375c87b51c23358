"""One work, one record: copies are merged, shown, parted, and nothing depends on the order in which they came."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from probatum.acquire.library import Library, merging
from probatum.acquire.library.store import Store
from probatum.acquire.matching import CROWD, keys
from probatum.cli.library import library as command
from probatum.errors import ProbatumError
from probatum.model import Identifier, LinkKind, Record, RecordKind, RecordStatus, SectionKind, SourceSection

TITLE = "Barley syrup against tired knees in older mountaineers: a randomised crossover trial"
TEXT = "We gave barley syrup or water to 84 adults with tired knees. Climbing time fell by nine seconds with syrup."


def work(record_id: str, *also: str, text: str = TEXT, **changed: object) -> Record:
    """A copy of an invented paper under an id and further identifiers."""
    fields: dict[str, object] = {
        "kind": RecordKind.ARTICLE,
        "title": TITLE,
        "authors": ("Okonjo-Brandt LM", "Iniguez P", "Szczepanski W"),
        "journal": "Ann Mt Rheumatol",
        "year": 2011,
        "volume": "14",
        "issue": "3",
        "pages": "203-211",
        "format": "ris",
    } | changed
    sections = [SourceSection("title", SectionKind.TITLE, str(fields["title"]))]
    if text:
        sections.append(SourceSection("abstract", SectionKind.ABSTRACT, text))
    names = (record_id, *also)
    return Record.build(
        id=record_id,
        identifiers=tuple(Identifier(*name.split(":", 1)) for name in names),
        sections=tuple(sections),
        **fields,
    )


PUBMED = work("pmid:901", "doi:10.9999/knee.42", format="pubmed")
EMBASE = work("embase:L700", journal="Annals of mountain rheumatology", pages="203-11")
SCOPUS = work("doi:10.9999/knee.42", "scopus:2-s2.0-5", text="")
EARLY = work("probatum:early", year=2010, volume="", issue="", pages="", text="")
ERRATUM = work("pmid:902", title=f"Erratum: {TITLE}", pages="399", text="")
PREPRINT = work(
    "doi:10.1101/2010.01.01.20240001", journal="medRxiv", volume="", issue="", pages="", publication_types=("Preprint",)
)
OTHER = work(
    "pmid:903",
    text="We asked 40 guides about their wrists.",
    title="Walking poles and wrist pain on long descents",
    authors=("Petrov A",),
    pages="212-9",
)
COPIES = (PUBMED, EMBASE, SCOPUS, EARLY)


def standing(library: Library) -> tuple[dict[str, str], str]:
    """Who follows whom, and the library's version."""
    return {copy.record.id: copy.leader for copy in library.copies()}, library.library_version


def test_copies_are_merged_and_the_best_leads(empty: Library) -> None:
    done = empty.add([*COPIES, ERRATUM, PREPRINT, OTHER])
    assert (done.added, done.merged) == (7, 3)
    assert len(empty) == 4
    assert standing(empty)[0] == dict.fromkeys(("embase:L700", "doi:10.9999/knee.42", "probatum:early"), "pmid:901")
    assert {hit.record.id for hit in empty.search("barley syrup", limit=9)} == {"pmid:901", ERRATUM.id, PREPRINT.id}
    assert empty.info().copies == 3
    assert empty.check().faults == ()
    for copy in empty.copies("pmid:901"):
        assert copy.by == "rule"
        assert copy.score >= 8
        assert "the same title" in copy.reason


@pytest.mark.parametrize("asked", ["embase:L700", "scopus:2-s2.0-5", "doi:10.9999/knee.42", "probatum:early"])
def test_any_copys_identifier_finds_the_record_that_leads(empty: Library, asked: str) -> None:
    empty.add(COPIES)
    assert empty.get(asked) == PUBMED


def test_a_copy_is_found_by_its_own_version_since_answers_may_cite_it(empty: Library) -> None:
    empty.add([EMBASE])
    empty.add([PUBMED])
    assert empty.get("embase:L700", EMBASE.version) == EMBASE


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations([*COPIES, ERRATUM, OTHER]), st.integers(1, 6))
def test_the_order_of_coming_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: Sequence[Record], together: int
) -> None:
    library = Library.open(tmp_path_factory.mktemp("library") / "l", create=True)
    for start in range(0, len(order), together):
        library.add(order[start : start + together])
    expected = Library.open(tmp_path_factory.mktemp("library") / "l", create=True)
    expected.add([*COPIES, ERRATUM, OTHER])
    assert standing(library) == standing(expected)
    assert library.check().sound


def test_adding_again_changes_nothing(empty: Library) -> None:
    empty.add([*COPIES, OTHER])
    before = standing(empty)
    again = empty.add([*COPIES, OTHER])
    assert (again.unchanged, again.merged, again.added) == (5, 0, 0)
    assert standing(empty) == before


def test_a_better_copy_that_comes_later_leads(empty: Library) -> None:
    empty.add([SCOPUS])
    assert empty.add([EMBASE]).merged == 1
    assert empty.get("scopus:2-s2.0-5") == EMBASE
    empty.add([PUBMED])
    assert empty.get("scopus:2-s2.0-5") == PUBMED
    assert [hit.record.id for hit in empty.search("barley")] == ["pmid:901"]
    assert empty.check().sound


def test_a_copy_that_knows_of_a_retraction_leads(empty: Library) -> None:
    empty.add([PUBMED, msgspec.structs.replace(work("embase:L700", status=RecordStatus.RETRACTED))])
    found = empty.get("pmid:901")
    assert found is not None
    assert found.status is RecordStatus.RETRACTED


def test_when_the_leader_goes_a_copy_takes_its_place(empty: Library) -> None:
    empty.add(COPIES)
    assert empty.remove("pmid:901")
    assert empty.get("doi:10.9999/knee.42") == EMBASE
    assert empty.get("pmid:901", PUBMED.version) == PUBMED
    assert [hit.record.id for hit in empty.search("barley")] == ["embase:L700"]
    assert empty.check().sound


def test_a_copy_is_removed_by_its_own_identifier(empty: Library) -> None:
    empty.add(COPIES)
    assert empty.remove("embase:L700")
    assert empty.get("embase:L700") is None
    assert "embase:L700" not in standing(empty)[0]
    assert len(empty) == 1
    assert empty.check().sound


def test_a_new_version_of_a_copy_is_taken(empty: Library) -> None:
    empty.add([PUBMED, EMBASE])
    newer = work("embase:L700", journal="Annals of mountain rheumatology", pages="203-11", keywords=("knee",))
    assert empty.add([newer]).updated == 1
    assert [copy.record for copy in empty.copies("pmid:901")] == [newer]
    assert empty.get("embase:L700", EMBASE.version) == EMBASE
    stranger = work("embase:L700", title="Another matter altogether, told by nobody in particular", pages="9")
    empty.add([stranger])
    assert empty.get("embase:L700") == stranger
    assert standing(empty)[0] == {}
    assert empty.check().sound


def test_a_split_is_remembered(empty: Library) -> None:
    empty.add(COPIES)
    assert set(empty.split("embase:L700")) == {"pmid:901", "doi:10.9999/knee.42", "probatum:early"}
    assert empty.get("embase:L700") == EMBASE
    assert len(empty) == 2
    empty.add([*COPIES, work("embase:L700", text=TEXT + " Nobody stopped early.", journal="Ann Mt Rheumatol")])
    assert len(empty) == 2
    assert "embase:L700" not in standing(empty)[0]
    assert empty.check().sound


def test_a_person_may_merge_what_the_rules_keep_apart(empty: Library) -> None:
    empty.add([PUBMED, OTHER])
    assert empty.merge("pmid:901", "pmid:903").id in ("pmid:901", "pmid:903")
    assert len(empty) == 1
    [copy] = empty.copies()
    assert (copy.by, copy.score) == ("person", 0.0)
    empty.add([PUBMED, OTHER])
    assert len(empty) == 1
    empty.split("pmid:903")
    assert len(empty) == 2
    assert empty.check().sound


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda library: library.split("pmid:903"), "P311"),
        (lambda library: library.split("pmid:1"), "P307"),
        (lambda library: library.merge("pmid:901", "pmid:1"), "P307"),
        (lambda library: library.merge("pmid:901", "PMID 901"), "P312"),
    ],
)
def test_what_cannot_be_parted_or_joined_is_said(empty: Library, call: Callable[[Library], object], code: str) -> None:
    empty.add([PUBMED, EMBASE, OTHER])
    with pytest.raises(ProbatumError, match=code):
        call(empty)


def test_a_library_made_before_opens_and_finds_its_copies_with_the_next_add(
    tmp_path: Path, empty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("probatum.acquire.library.merging.Merger.plan", lambda *_, **__: _no_plan())
        empty.add(COPIES)
    connection = empty._store.keys.connection
    connection.drop_table("keys")
    old = Library.open(empty.location)
    assert len(old) == 4
    assert old.get("embase:L700") == EMBASE
    assert [fault.what for fault in old.check().faults] == ["copies were never looked for; any `library add` does that"]
    old.add([])
    assert len(old) == 1
    assert old.get("embase:L700") == PUBMED
    assert old.check().sound


def _no_plan() -> object:
    from probatum.acquire.library.merging import Plan

    return Plan()


MOVES = [
    ("append", [SCOPUS], [PUBMED]),
    ("merge", [SCOPUS], [PUBMED]),
    ("delete", [SCOPUS], [PUBMED]),
    ("archive", [PUBMED, EMBASE], "pmid:901"),
    ("delete", [PUBMED, EMBASE, SCOPUS], "pmid:901"),
    ("merge", [PUBMED, EMBASE, SCOPUS], "pmid:901"),
]


@pytest.mark.parametrize(("broken", "first", "then"), MOVES)
def test_a_move_broken_off_between_two_commits_is_ended_by_the_next_add(
    empty: Library, monkeypatch: pytest.MonkeyPatch, broken: str, first: list[Record], then: list[Record] | str
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the machine went off")

    empty.add(first)
    with monkeypatch.context() as patched:
        patched.setattr(Store, broken, fail)
        with contextlib.suppress(OSError):
            empty.remove(then) if isinstance(then, str) else empty.add(then)
    after = Library.open(empty.location)
    for record in first:
        found = after.get(record.id, record.version)
        assert found == record, (broken, record.id)
    after.add([])
    assert after.check().sound
    assert len(after) == 1


def test_show_says_what_stands_beside_a_record(empty: Library) -> None:
    report = work("pmid:905", "nct:NCT00000001", title="Barley for sleep in the mountains, a trial", pages="300-9")
    entry = work("nct:NCT00000001", kind=RecordKind.REGISTRY_ENTRY, title="Sleep Study of Barley", pages="", volume="")
    empty.add([PUBMED, EMBASE, ERRATUM, PREPRINT, report, entry])
    told = {(relation.kind, relation.record.id) for relation in empty.related("pmid:901")}
    assert told == {(LinkKind.ERRATUM, "pmid:902"), (LinkKind.PREPRINT, PREPRINT.id)}
    assert {(r.kind, r.record.id) for r in empty.related(PREPRINT.id)} == {(LinkKind.PUBLICATION, "pmid:901")}
    assert {(r.kind, r.record.id) for r in empty.related("pmid:905")} == {(LinkKind.REGISTRATION, "nct:NCT00000001")}
    assert {(r.kind, r.record.id) for r in empty.related("nct:NCT00000001")} == {(LinkKind.PUBLICATION, "pmid:905")}
    shown = CliRunner().invoke(command, ["show", "pmid:901", "--library", empty.location])
    assert "Also in the library as:" in shown.output
    assert "embase:L700" in shown.output
    assert f"Found by matching: preprint {PREPRINT.id}" in shown.output


def test_the_commands(empty: Library, tmp_path: Path) -> None:
    empty.add(COPIES)
    place = ["--library", empty.location]
    run = CliRunner()
    listed = run.invoke(command, ["duplicates", *place])
    assert listed.exit_code == 0, listed.output
    assert "3 copies." in listed.output
    assert "the same title" in listed.output
    told = json.loads(run.invoke(command, ["duplicates", "pmid:901", "--json", *place]).stdout)
    assert {each["id"] for each in told} == {"embase:L700", "doi:10.9999/knee.42", "probatum:early"}
    assert {each["leader"] for each in told} == {"pmid:901"}
    assert "apart from" in run.invoke(command, ["split", "embase:L700", *place]).output
    assert "one work now; pmid:901 leads" in run.invoke(command, ["merge", "embase:L700", "pmid:901", *place]).output
    assert run.invoke(command, ["split", "pmid:1", *place]).exit_code == 1
    assert "all sound" in run.invoke(command, ["check", *place]).output


def test_the_sieve_lets_every_key_through_that_is_there() -> None:
    import numpy as np

    from probatum.acquire.library.sieve import IdSieve, Sieve

    chance = np.random.default_rng(1)
    there, others = chance.integers(0, 2**63 - 1, (2, 20_000), dtype=np.int64)
    sieve = Sieve(20_000)
    sieve.add(there)
    assert sieve.passes(there).all()
    assert sieve.passes(others).mean() < 0.01
    ids = [f"pmid:{number}" for number in range(1000)]
    assert IdSieve(ids, 1000).likely([*ids, "pmid:-1"])[:1000] == ids


CASES = "in three patients: a case series from a mountain hospital"


@pytest.mark.parametrize("together", [40, 1_000])
def test_what_a_crowd_shares_tells_nothing_and_is_kept_no_further(empty: Library, together: int) -> None:
    crowd = [work(f"pmid:{n}", title=f"Ailment {n:04d} of the thumb {CASES}", pages=str(n)) for n in range(700)]
    for start in range(0, len(crowd), together):
        empty.add(crowd[start : start + together])
    shared = [key for key in keys(crowd[0]) if key in keys(crowd[1])]
    kept = Store.open(empty.location).keys.having("key", shared, ("id",))
    assert len(kept) <= 2 * (CROWD + 1)
    late = work("scopus:5", "doi:10.9999/thumb.9", title=f"Rare ailment {CASES}", pages="9001")
    later = work("embase:L5", "doi:10.9999/thumb.9", title=f"A rare ailment {CASES}", pages="9001")
    assert empty.add([late]).merged == 0
    assert empty.add([later]).merged == 1
    assert empty.check().sound


def test_neighbours_that_are_no_copies_are_left_where_they_stand(empty: Library) -> None:
    empty.add([PUBMED, EMBASE])
    beside = [work(f"pmid:{n}", title=f"{TITLE} in the year {n}", pages=str(n), text="") for n in range(910, 940)]
    assert empty.add(beside).merged == 0
    assert standing(empty)[0] == {"embase:L700": "pmid:901"}
    assert empty.add([SCOPUS]).merged == 1
    assert standing(empty)[0] == dict.fromkeys(("embase:L700", "doi:10.9999/knee.42"), "pmid:901")
    assert empty.check().sound


def test_two_pubmed_numbers_are_two_documents_and_neither_is_read(
    empty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty.add([PUBMED])
    monkeypatch.setattr(merging, "reference", lambda record: pytest.fail(f"{record.id} was read"))
    assert empty.add([work("pmid:950"), work("pmid:951")]).merged == 0
    assert len(empty) == 3


def test_what_a_person_joined_is_joined_again_when_it_comes_back(empty: Library) -> None:
    twin = work("pmid:950", title="Another title altogether, of the same people and the same mountain", pages="7")
    empty.add([PUBMED, twin, OTHER])
    empty.merge("pmid:901", "pmid:950")
    before = standing(empty)
    empty.remove("pmid:950")
    assert empty.add([twin]).merged == 1
    assert standing(empty)[0] == before[0]
