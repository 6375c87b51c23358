"""Among records that hold the question's words alike, the evidence that suits the question comes first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from probatum.acquire.evidence import SUITS, best_designs, suitability, weighed
from probatum.acquire.families import surplus, trials
from probatum.acquire.library import Library
from probatum.acquire.retrieve import MOST_OF_ONE_TRIAL, retrieve
from probatum.model import Design, Identifier, Intent, Link, LinkKind, Question, Record, RecordKind, RecordStatus

Make = Callable[..., Record]


@pytest.mark.parametrize(
    ("intent", "first", "then"),
    [
        (Intent.THERAPY, Design.RANDOMISED, Design.COHORT),
        (Intent.THERAPY, Design.COHORT, Design.CASE_REPORT),
        (Intent.THERAPY, Design.CASE_REPORT, Design.ANIMAL),
        (Intent.PREVENTION, Design.META_ANALYSIS, Design.NON_RANDOMISED),
        (Intent.PROGNOSIS, Design.COHORT, Design.RANDOMISED),
        (Intent.PROGNOSIS, Design.COHORT, Design.CROSS_SECTIONAL),
        (Intent.DIAGNOSIS, Design.ACCURACY, Design.RANDOMISED),
        (Intent.DIAGNOSIS, Design.ACCURACY, Design.CASE_CONTROL),
        (Intent.HARM, Design.LABEL, Design.CASE_SERIES),
        (Intent.HARM, Design.COHORT, Design.CASE_REPORT),
        (Intent.DOSING, Design.LABEL, Design.RANDOMISED),
        (Intent.INTERACTION, Design.LABEL, Design.CASE_REPORT),
        (Intent.INTERACTION, Design.CASE_REPORT, Design.REVIEW),
    ],
)
def test_each_kind_of_question_has_its_order_of_designs(intent, first, then):
    assert suitability(intent, first.value) > suitability(intent, then.value)


@pytest.mark.parametrize("intent", list(Intent))
def test_every_kind_of_question_has_a_table_of_values_from_0_to_1(intent):
    assert all(0 <= value <= 1 for value in SUITS[intent].values())
    assert all(suitability(intent, name) == 0.5 for name in ("", "no such design"))


def test_what_has_a_search_of_its_own_takes_no_place_of_the_best_designs():
    assert Design.LABEL.value not in best_designs(Intent.HARM)
    assert Design.ACCURACY.value in best_designs(Intent.DIAGNOSIS)
    assert best_designs(Intent.MECHANISM) == ()


DEFAULTS = {
    "intent": Intent.THERAPY,
    "design": Design.RANDOMISED.value,
    "status": RecordStatus.CURRENT,
    "year": 2020,
    "now": 2024,
}


@pytest.mark.parametrize(
    "worse",
    [
        {"design": Design.CASE_REPORT.value},
        {"design": ""},
        {"year": 1999},
        {"year": None},
        {"status": RecordStatus.SUPERSEDED},
        {"status": RecordStatus.CONCERN},
    ],
)
def test_design_age_and_standing_weigh_on_a_score(worse):
    assert weighed(1.0, **{**DEFAULTS, **worse}) < weighed(1.0, **DEFAULTS)


def test_no_design_lifts_a_record_over_one_that_holds_clearly_more_of_the_question():
    worst = {**DEFAULTS, "design": Design.ANIMAL.value, "year": 1980}
    assert weighed(1.0, **worst) > weighed(0.9, **DEFAULTS)


def test_a_trial_comes_before_a_case_report_that_says_the_same(empty: Library, make: Make):
    text = "Zinc for hiccups in sailors."
    designs = {"pmid:1": Design.CASE_REPORT, "pmid:2": Design.RANDOMISED, "pmid:3": Design.ANIMAL}
    empty.add(
        [make(n, text) for n in (1, 2, 3)],
        describe=lambda record: {"design": designs[record.id].value, "n": None},
    )
    hits = retrieve(Question(typed="zinc for hiccups", read="zinc for hiccups"), empty, as_of="2024-01-01").hits
    assert [hit.record.id for hit in hits] == ["pmid:2", "pmid:1", "pmid:3"]
    assert hits[0].design == Design.RANDOMISED.value


def test_a_trial_that_shares_few_words_keeps_a_place_among_many_reviews(empty: Library, make: Make):
    empty.add(
        [make(n, f"Zinc for hiccups in sailors: opinion {n} on zinc and hiccups.") for n in range(1, 60)]
        + [
            make(
                99, "Zinc or placebo was given in port; many other matters were looked at as well in this long report."
            )
        ],
        describe=lambda r: {"design": (Design.RANDOMISED if r.id == "pmid:99" else Design.REVIEW).value, "n": None},
    )
    hits = retrieve(Question(typed="zinc for hiccups", read="zinc for hiccups"), empty, as_of="2024-01-01").hits
    assert "pmid:99" in {hit.record.id for hit in hits}


def registered(make: Make, number: int, *trial_numbers: str, kind: RecordKind = RecordKind.TRIAL_REPORT) -> Record:
    return make(
        number, f"Zinc for hiccups, report {number}.", kind=kind, also=tuple(f"nct:{trial}" for trial in trial_numbers)
    )


def test_reports_of_one_trial_are_known_by_its_number(make: Make):
    assert trials(registered(make, 1, "NCT00000001")) == {"nct:NCT00000001"}
    assert trials(registered(make, 1, "NCT00000001", kind=RecordKind.REVIEW)) == frozenset()
    assert trials(make(1)) == frozenset()


def test_a_trial_number_in_a_link_counts_as_well():
    link = Link(LinkKind.REGISTRATION, Identifier("isrctn", "ISRCTN00000001"))
    bare = Record.build(
        id="pmid:1", identifiers=(), kind=RecordKind.TRIAL_REPORT, title="T", sections=(), links=(link,)
    )
    assert trials(bare) == {"isrctn:ISRCTN00000001"}


@pytest.mark.parametrize(
    ("reports", "beyond"),
    [
        ([("A",), ("A",), ("A",)], {"pmid:3"}),
        ([("A",), (), ("A",), (), ("A",)], {"pmid:5"}),
        ([("A",), ("A",), ("A", "B")], set()),
        ([(), (), (), ()], set()),
    ],
)
def test_of_one_trial_two_reports_are_enough_when_two_are_asked_for(make: Make, reports, beyond):
    records = [registered(make, n, *names) for n, names in enumerate(reports, 1)]
    assert surplus(records, 2) == beyond


def test_ten_papers_of_one_trial_leave_places_for_others(empty: Library, make: Make):
    empty.add([registered(make, n, "NCT00000001") for n in range(1, 11)] + [registered(make, 20, "NCT00000002")])
    question = Question(typed="zinc for hiccups", read="zinc for hiccups")
    hits = [hit.record for hit in retrieve(question, empty, as_of="2024-01-01").hits]
    assert sum("nct:NCT00000001" in trials(record) for record in hits) == MOST_OF_ONE_TRIAL
    assert "pmid:20" in {record.id for record in hits}
