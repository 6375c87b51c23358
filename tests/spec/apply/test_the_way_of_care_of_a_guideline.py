"""What the guideline of the illness has besides its first choice stands where it is needed: what points to another
illness first, how a dose goes down behind it, when it is judged, and what follows where it has failed."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer
from probatum.text.steps import End, branch


def _told(typed: str, library: Library, section: str = "algorithm") -> list[str]:
    return [s.text for s in _section(probatum.answer(typed, library=library), section)]


def _section(answer: Answer, section: str) -> tuple[probatum.model.Statement, ...]:
    return next(p.statements for p in answer.sections if p.id == section)


@pytest.mark.parametrize(
    ("typed", "follows"),
    [
        ("What helps plantar fasciitis of three months in a runner?", "shockwave therapy is the next step"),
        ("frozen shoulder treatment", "corticosteroid injection"),
        ("permethrin for scabies", "malathion"),
        ("metformin in gestational diabetes", "insulin is added"),
    ],
)
def test_a_path_ends_with_what_follows_where_it_fails(typed: str, follows: str, starter_library: Library) -> None:
    path = _told(typed, starter_library)
    assert path[-1].startswith("Next (") and follows in path[-1]
    assert path[-2].endswith("go on.")


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("What dose of prednisolone for polymyalgia rheumatica, and how is it tapered?", "improvement of 70% within"),
        ("benzoyl peroxide for acne", "6 to 8 weeks"),
        ("How is psoriasis of the trunk treated?", "after 8 weeks"),
    ],
)
def test_it_is_judged_when_the_guideline_says(typed: str, when: str, starter_library: Library) -> None:
    look = next(text for text in _told(typed, starter_library) if text.startswith("Look whether it helps"))
    assert when in look


def test_a_time_that_no_guideline_names_is_not_made_up(starter_library: Library) -> None:
    looks = [t for t in _told("permethrin for scabies", starter_library) if t.startswith("Look whether it helps")]
    assert looks and "at a time agreed before" in looks[0]


@pytest.mark.parametrize("typed", ["Prednisolone or valaciclovir for Bell's palsy?", "frozen shoulder treatment"])
def test_what_points_to_another_illness_is_looked_for_first(typed: str, starter_library: Library) -> None:
    path = _told(typed, starter_library)
    assert path[0].startswith("Look for another cause") and "leave this path" in path[1]


def test_where_nothing_points_elsewhere_no_step_is_made(starter_library: Library) -> None:
    assert not any("another cause" in text for text in _told("permethrin for scabies", starter_library))


def test_a_dose_that_goes_down_stands_behind_the_dose(starter_library: Library) -> None:
    path = _told("What dose of prednisolone for polymyalgia rheumatica, and how is it tapered?", starter_library)
    dose = next(n for n, text in enumerate(path) if text.startswith("Dose as advised"))
    assert path[dose + 1].startswith("Lower it as advised") and "then 12.5 mg" in path[dose + 1]
    once = _told("Prednisolone or valaciclovir for Bell's palsy?", starter_library)
    assert not any(text.startswith("Lower it") for text in once)  # the dose tells it


def test_nobody_is_sent_to_what_a_guideline_advises_against(starter_library: Library) -> None:
    assert "weigh valac" not in " ".join(_told("Prednisolone or valaciclovir for Bell's palsy?", starter_library))
    assert "weigh amitriptyline" in " ".join(_told("gabapentin for neuropathic pain", starter_library))


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Do glucocorticoids help a 2-year-old with croup?", "cannot take medicine by mouth"),
        ("terbinafine for ringworm", "clotrimazole"),
        ("Treatment of BPPV", "Semont"),
    ],
)
def test_alternatives_say_when_each_is_given(typed: str, place: str, starter_library: Library) -> None:
    assert any(place in text for text in _told(typed, starter_library, "alternatives"))


def test_what_eases_a_fever_is_no_alternative(starter_library: Library) -> None:
    told = _told("Do glucocorticoids help a 2-year-old with croup?", starter_library, "alternatives")
    fever = [text for text in told if "paracetamol" in text or text.startswith(("Ibuprofen", "Acetaminophen"))]
    assert all(text.startswith("Beside it, and not in its place") for text in fever) and len(fever) == 1


def test_a_treatment_is_no_alternative_to_itself(starter_library: Library) -> None:
    told = _told("What helps plantar fasciitis of three months in a runner?", starter_library, "alternatives")
    assert told and not any("first choice" in text for text in told)


def test_advice_for_children_is_none_for_an_adult(starter_library: Library) -> None:
    told = " ".join(_told("ADHD in an adult", starter_library, "alternatives"))
    assert "atomoxetine" in told and "children" not in told


def test_what_a_guideline_is_against_is_told(starter_library: Library) -> None:
    told = _told(
        "How should restless legs syndrome be treated in a 60-year-old woman?", starter_library, "alternatives"
    )
    assert any("recommends against pramipexole" in text for text in told)


@pytest.mark.parametrize(
    ("typed", "begins"),
    [("glyceryl trinitrate for anal fissure", False), ("glyceryl trinitrate for anal fissure in pregnancy", True)],
)
def test_advice_against_it_in_a_state_is_for_that_state(typed: str, begins: bool, starter_library: Library) -> None:
    assert _told(typed, starter_library)[0].startswith(("A guideline is against it", "Do not start")) is begins


def test_one_dose_ends_its_branch() -> None:
    assert branch("4a", "It does: no more of it is due.").end is End.STOP
