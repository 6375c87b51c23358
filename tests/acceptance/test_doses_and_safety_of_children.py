"""What a trial in adults found is no answer on a child, and what a label says of an age leads for a child of it."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, RecordKind

AS_OF = "2026-11-29"


def ask(library: Library, typed: str, reader: str = "doctor") -> Answer:
    return probatum.answer(typed, library=library, reader=reader, as_of=AS_OF)


def lead(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    "typed",
    [
        "is my baby ok with paracetamol dose",
        "how much paracetamol for my toddler",
        "paracetamol dose in a 10 kg infant",
        "is ondansetron safe for babies",
        "zolpidem for my teenager",
        "apixaban in children",
        "metformin in children",
    ],
)
def test_no_trial_in_adults_answers_of_a_child(starter_library: Library, typed: str) -> None:
    for section in ("bottom_line", "conclusion"):
        told = ask(starter_library, typed).section(section).statements
        kinds = {span.source.kind for s in told for span in s.supports}
        assert kinds <= {RecordKind.LABEL, RecordKind.GUIDELINE}


def test_where_an_illness_is_treated_a_study_without_children_says_so(starter_library: Library) -> None:
    told = lead(ask(starter_library, "does paracetamol help low back pain in children"))
    assert "indirect: no children are named in it" in told


def test_no_study_of_mothers_answers_for_children(starter_library: Library) -> None:
    answer = ask(starter_library, "ondansetron for vomiting in children")
    assert "pyridoxine" not in lead(answer)
    mothers = ask(starter_library, "ondansetron for vomiting in pregnancy")
    assert "pyridoxine" in lead(mothers)


def test_what_a_label_says_of_an_age_leads(starter_library: Library) -> None:
    for who in ("my toddler", "my 4 year old"):
        told = lead(ask(starter_library, f"how much loperamide can {who} have", "carer"))
        assert told.startswith("No label or guideline that is held gives a dose of ")
        assert "special caution in children, above all below 6 years" in told
    for who in ("my baby", "my toddler", "my 4 year old"):
        told = lead(ask(starter_library, f"paracetamol for {who}", "carer"))
        assert "below 6 years of age, a doctor should be asked" in told and "NHS" in told
    older = lead(ask(starter_library, "paracetamol for my 7 year old", "carer"))
    assert "children of 6 to 11 years" in older and "No label" not in older and "below 6 years" not in older
    grown = lead(ask(starter_library, "paracetamol dose for headache"))
    assert "No label" not in grown and "3250 mg" in grown


def test_how_adults_take_it_is_no_dose_of_a_child(starter_library: Library) -> None:
    assert "lowest dose" not in lead(ask(starter_library, "how much ibuprofen can I give my baby", "patient"))
    assert "5 mg" not in lead(ask(starter_library, "apixaban dose in a 6 year old"))


def test_the_lowest_age_for_which_a_dose_is_held_is_told(starter_library: Library) -> None:
    for who in ("my six month old", "my toddler", "my 8 year old"):
        assert "lowest age for which a dose is held is 12 years" in lead(ask(starter_library, f"ibuprofen for {who}"))
    assert "lowest age" not in lead(ask(starter_library, "apixaban in children"))
    assert "lowest age" not in lead(ask(starter_library, "ibuprofen for my 13 year old"))


def test_a_toddler_gets_the_dose_of_its_age(starter_library: Library) -> None:
    told = lead(ask(starter_library, "amoxicillin dose for my toddler with ear infection", "carer"))
    assert "older than 3 months" in told and "3 months or less" not in told


def test_who_plans_a_child_is_told_what_the_label_says_of_the_unborn(starter_library: Library) -> None:
    told = lead(ask(starter_library, "we want a baby, valproate for epilepsy", "patient"))
    assert "major malformations" in told and "says anything" not in told
