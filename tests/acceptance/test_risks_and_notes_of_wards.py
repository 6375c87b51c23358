"""How great a risk is, as guidelines count it; notes of an operation, of a value alone and of help that is awaited."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _told(library: Library, question: str, section: str = "bottom_line") -> list[str]:
    answer = probatum.answer(question, library=library, as_of="2026-11-30")
    return [s.text for s in answer.section(section).statements]


@pytest.mark.parametrize(
    "question",
    [
        "54F on combined HRT 5 years, breast cancer risk how much",
        "how much does HRT raise breast cancer risk",
        "HRT breast cancer risk",
    ],
)
def test_a_risk_that_a_guideline_counts_leads(starter_library: Library, question: str) -> None:
    told = _told(starter_library, question)
    assert "79 of 1,000 women with 5 years of combined HRT" in told[0]
    assert not any("women with breast cancer" in line for line in told)


def test_a_risk_that_none_counts_does_not(starter_library: Library) -> None:
    assert "of 1,000" not in _told(starter_library, "risk of stroke with testosterone")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("mechanical valve on warfarin, dental extraction", "continuing warfarin without a pause"),
        ("dental extraction on warfarin INR 2.8", "continuing warfarin without a pause"),
        ("hip replacement, on rivaroxaban", "stopped for at least 24 hours"),
        ("on clopidogrel with stent 4 months, dental extraction", "continuing aspirin, clopidogrel"),
        ("cataract surgery on tamsulosin, stop it first?", "whether stopping tamsulosin before surgery helps"),
    ],
)
def test_a_note_of_an_operation_asks_what_becomes_of_it(starter_library: Library, question: str, told: str) -> None:
    assert told in _told(starter_library, question)[0]


def test_an_operation_that_is_over_asks_nothing_of_it(starter_library: Library) -> None:
    lines = _told(starter_library, "pain after hip replacement on apixaban, paracetamol dose")
    assert not any("before surgery" in line for line in lines)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("potassium 3.2", "oral potassium chloride is the first choice"),
        ("potassium 3.2, what to do", "oral potassium chloride is the first choice"),
        ("adjusted calcium 2.85, asymptomatic", "one below 3.0 mmol/l is often without symptoms"),
    ],
)
def test_a_value_alone_is_the_disorder_that_it_stands_for(starter_library: Library, question: str, told: str) -> None:
    assert told in _told(starter_library, question)[0]


def test_beside_a_medicine_it_is_what_that_is_weighed_by(starter_library: Library) -> None:
    assert "US label of furosemide" in _told(starter_library, "furosemide, potassium 3.2 ok?")[0]


def test_how_somebody_is_laid_until_help_comes(starter_library: Library) -> None:
    awaited = "anaphylaxis, what to do before the ambulance comes"
    assert any("lie flat with legs raised" in line for line in _told(starter_library, awaited))
    assert any("lie flat" in line for line in _told(starter_library, "anaphylaxis adrenaline dose adult", "algorithm"))
    assert not any("lie flat" in line for line in _told(starter_library, "hypoglycaemia unconscious", "algorithm"))


@pytest.mark.parametrize(
    "question", ["first line antihypertensive, 60 year old Nigerian woman", "antihypertensive for 62 year old woman"]
)
def test_what_is_for_every_woman_in_a_pregnancy_is_not_for_every_woman(starter_library: Library, question: str) -> None:
    assert "in pregnancy (160/110" not in " ".join(_told(starter_library, question))


def test_one_type_of_an_illness_is_not_the_other(starter_library: Library) -> None:
    assert not any("type 1 diabetes" in line for line in _told(starter_library, "T2DM first line"))
    assert "contraindicated for this patient" in _told(starter_library, "T1DM, gliclazide?")[0]


@pytest.mark.parametrize(
    ("question", "own", "other"),
    [
        ("GCA suspected, visual loss, prednisolone dose", "with new visual loss", "without visual symptoms"),
        ("temporal arteritis with double vision, steroid dose", "with new visual loss", "without visual symptoms"),
    ],
)
def test_a_dose_for_those_without_the_symptom_is_none(
    starter_library: Library, question: str, own: str, other: str
) -> None:
    for section in ("bottom_line", "algorithm"):
        lines = _told(starter_library, question, section)
        assert any(own in line for line in lines) and not any(other in line for line in lines)


def test_a_dose_for_those_without_it_is_told_those(starter_library: Library) -> None:
    assert (
        "without visual symptoms" in _told(starter_library, "GCA suspected, no visual symptoms, prednisolone dose")[0]
    )
