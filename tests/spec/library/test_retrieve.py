"""What is retrieved for a question: the searches, their shares, what is left out, and the order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from probatum.acquire.library import Library
from probatum.acquire.retrieve import plan, retrieve
from probatum.model import Assumption, Concept, Patient, Question, Record, RecordKind, RecordStatus, Role

Make = Callable[..., Record]

QUESTION = Question(
    typed="Does zink help hiccups in sailors?",
    read="Does zinc help hiccups in sailors?",
    assumptions=(Assumption("spelling", "zink", "zinc", "the nearest known word"),),
    concepts=(
        Concept("zinc", "zinc", Role.INTERVENTION, "drug", synonyms=("zincum",)),
        Concept("hiccups", "hiccup", Role.OUTCOME, "symptom", synonyms=("singultus",)),
        Concept("sailors", "sailor", Role.POPULATION, synonyms=("seafarer",)),
    ),
    terms=("zinc", "hiccups", "sailors"),
    patient=Patient(drugs=("warfarin",)),
)

RECORDS = {
    1: {"text": "Zinc for hiccups in sailors: a trial."},
    2: {"text": "Zincum and singultus of the seafarer."},
    3: {"text": "Honey for hiccups in sailors: a trial of treatment."},
    4: {"text": "Zinc: take it with food.", "title": "Zinc tablets", "kind": RecordKind.LABEL},
    5: {"text": "Warfarin: zinc is not mentioned.", "title": "Warfarin tablets", "kind": RecordKind.LABEL},
    6: {"text": "Copper beside zinc.", "title": "Copper tablets", "kind": RecordKind.LABEL},
    7: {"text": "Guideline on hiccups in sailors.", "kind": RecordKind.GUIDELINE},
    8: {"text": "Zinc for hiccups in sailors: a false trial.", "status": RecordStatus.RETRACTED},
    9: {"text": "Retraction of zinc for hiccups in sailors.", "status": RecordStatus.RETRACTION_NOTICE},
    10: {"text": "Zinc for hiccups in sailors, ten years on.", "year": 2024, "date": "2024-03-01"},
    11: {"text": "Adverse events of zinc in toddlers: nausea."},
    12: {"text": "Rust on bridges."},
}


@pytest.fixture
def stocked(empty: Library, make: Make) -> Library:
    empty.add([make(n, **fields) for n, fields in RECORDS.items()])
    return empty


FOUND_BY = [
    (1, ("question", "intervention+population")),
    (2, ("intervention+population",)),
    (3, ("question", "population+outcome")),
    (4, ("question", "labels", "safety")),
    (5, ("labels",)),
    (7, ("question", "guidelines")),
    (8, ("retracted",)),
    (9, None),
    (10, None),
    (11, ("question", "safety")),
    (12, None),
]


@pytest.mark.parametrize(("number", "expected"), FOUND_BY)
def test_which_searches_find_what(stocked: Library, number: int, expected: tuple[str, ...] | None) -> None:
    hits = {hit.record.id: hit.found_by for hit in retrieve(QUESTION, stocked, as_of="2023-12-31").hits}
    found = hits.get(f"pmid:{number}")
    assert (found is None) == (expected is None)
    assert set(expected or ()) <= set(found or ())


def test_a_label_of_another_drug_is_no_label_of_this_one(stocked: Library) -> None:
    hits = {hit.record.id: hit.found_by for hit in retrieve(QUESTION, stocked, as_of="2023-12-31").hits}
    assert "labels" not in hits.get("pmid:6", ())


def test_the_account_says_every_search(stocked: Library) -> None:
    found = retrieve(QUESTION, stocked, as_of="2023-12-31")
    names = [query.split(":")[0] for query in found.queries]
    assert names[0] == "question"
    assert {"intervention+population", "population+outcome", "labels of zinc", "labels of warfarin"} <= set(names)
    assert (found.records, found.library_version) == (12, stocked.library_version)
    assert found.considered >= len(found.hits)


def test_the_same_question_gives_the_same_records(stocked: Library) -> None:
    one, two = (retrieve(QUESTION, stocked, as_of="2023-12-31", limit=4) for _ in range(2))
    assert one == two
    assert len(one.hits) == 4
    assert one.hits[0].record.id == "pmid:1"


def test_a_question_without_concepts(stocked: Library) -> None:
    bare = Question(typed="rust on bridges", read="rust on bridges", terms=("rust", "bridges"))
    assert retrieve(bare, stocked, as_of="2023-12-31").hits[0].record.id == "pmid:12"
    assert retrieve(Question(typed="", read=""), stocked, as_of="2023-12-31").hits == ()


def test_one_copy_of_a_document(empty: Library, make: Make) -> None:
    full = make(1, "Zinc for hiccups in sailors. " * 3, also=("doi:10.1000/one",))
    thin = make(0, "Zinc for hiccups.", id="doi:10.1000/one", format="ris")
    empty.add([thin, full])
    assert [hit.record.id for hit in retrieve(QUESTION, empty, as_of="2023-12-31").hits] == ["pmid:1"]


def test_a_retracted_record_is_reported_though_the_search_in_words_scores_with_bonuses(empty: Library, make: Make):
    """Found when scores of searches in words came to hold more than BM25, and those of retracted records did not."""
    text = "Zinc for hiccups in sailors: a trial of zinc, with hiccups counted in all sailors for a year."
    weaker = "Sailors at sea. " + "Much else is told here of ports and winds. " * 6 + "Zinc was taken; hiccups came."
    empty.add(
        [make(1, text), make(2, weaker, status=RecordStatus.RETRACTED)] + [make(n, "Rust.") for n in range(3, 40)]
    )
    hits = retrieve(QUESTION, empty, as_of="2026-01-01").hits
    assert ("pmid:2", ("retracted",)) in [(hit.record.id, hit.found_by) for hit in hits]


def test_a_misspelt_word_is_looked_for_as_it_was_read_and_its_other_readings_at_less():
    question = Question(
        typed="Does zinc help hyccups after serjery?",
        read="Does zinc help hiccups after surgery?",
        assumptions=(
            Assumption("spelling", "hyccups", "hiccups", ""),
            Assumption("spelling", "serjery", "surgery", ""),
        ),
        also=("hiccough",),
    )
    wanted = next(iter(plan(question))).query.wanted
    assert [clause.words for clause in wanted] == ["Does zinc help hiccups after surgery?", "hiccough"]
    assert wanted[0].weight > wanted[1].weight > 0


@pytest.mark.parametrize(
    ("typed", "read", "looked_for", "beside"),
    [
        ("Does NIV help hiccups?", "Does noninvasive ventilation help hiccups?", "noninvasive ventilation", "niv"),
        # what stands in full beside its short form is not written out a second time
        ("Does noninvasive ventilation (NIV) help?", "Does noninvasive ventilation help?", "(NIV)", ""),
    ],
)
def test_an_abbreviation_is_looked_for_by_its_name_and_as_typed_at_less(
    typed: str, read: str, looked_for: str, beside: str
) -> None:
    question = Question(
        typed=typed,
        read=read,
        assumptions=(Assumption("abbreviation", "NIV", "noninvasive ventilation", "its only meaning"),),
        terms=("ventilation",),
    )
    whole = next(search for search in plan(question) if search.name == "question")
    first, *rest = whole.query.wanted
    assert looked_for in first.words
    assert [clause.words for clause in rest] == ([beside] if beside else [])
    assert all(clause.weight < first.weight for clause in rest)
