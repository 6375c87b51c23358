"""A path leads to nothing that its own label, or its class, rules out for the very reason; limits keep their words."""

from __future__ import annotations

import pytest

import probatum
from probatum import appraise
from probatum.acquire.library import Library


def path(library: Library, question: str) -> str:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return " ".join(s.text for s in answer.section("algorithm").statements)


def short(library: Library, question: str) -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-29")
    return [s.text for s in answer.section("bottom_line").statements]


SHARED = [
    ("enoxaparin how to give", "do not use enoxaparin; weigh"),
    ("rivaroxaban for PE", "Any present: do not use rivaroxaban; weigh"),
    ("missed rivaroxaban dose", "Any present: do not use rivaroxaban; weigh"),
    ("denosumab missed injection", "do not use denosumab; weigh alendronate"),
    ("alendronate for osteoporosis", "Any present: do not use alendronate; weigh denosumab"),
    ("switch enalapril to sacubitril/valsartan", "Any present: do not use sacubitril and valsartan; weigh enalapril"),
    ("prednisolone 5 days or 14 days COPD exacerbation", "weigh 14 days"),
    ("apixaban vs rivaroxaban vs warfarin in AF", "Taken, and cannot be ended: do not use apixaban; weigh rivaroxaban"),
]


@pytest.mark.parametrize(("question", "never"), SHARED)
def test_no_branch_leads_to_the_same_limit(starter_library: Library, question: str, never: str) -> None:
    told = path(starter_library, question)
    assert told and never not in told, told


def test_a_treatment_without_the_limit_is_named(starter_library: Library) -> None:
    assert "weigh" in path(starter_library, "alendronate for osteoporosis")


def test_a_limit_of_one_use_is_none_of_another(starter_library: Library) -> None:
    told = short(starter_library, "valproate for epilepsy, 8 weeks pregnant")
    assert "major malformations" in told[0] and not any("to prevent migraine" in text for text in told)
    assert not any("contraindicated for this patient" in text for text in told)
    assert "contraindicated for this patient" in short(starter_library, "valproate migraine prevention pregnant")[0]
    assert not any("for this patient" in text for text in short(starter_library, "valproate migraine prevention"))


KIDNEYS = ["colchicine gout flare dialysis", "colchicine for gout flare eGFR 20 on colchicine prophylaxis"]


@pytest.mark.parametrize("question", KIDNEYS)
def test_a_limit_of_those_who_take_it_already_is_told(starter_library: Library, question: str) -> None:
    told = short(starter_library, question)
    assert any("who take colchicine as prophylaxis" in text for text in told), told
    assert not any(text.startswith("Colchicine is contraindicated for this patient") for text in told)


def test_its_own_taking_is_no_other_medicine(starter_library: Library) -> None:
    told = short(starter_library, "colchicine on clarithromycin eGFR 20 gout")
    assert told[0].startswith("Colchicine is contraindicated for this patient")


def test_the_use_of_a_limit_stays_in_its_words(starter_library: Library) -> None:
    record = starter_library.get("probatum:label-us-valproate")
    assert record is not None
    limits = [d.text for d in appraise.read(record).directives if "pregnancy" in d.text and "migraine" in d.text]
    assert limits and "contraindicated" in limits[0]
