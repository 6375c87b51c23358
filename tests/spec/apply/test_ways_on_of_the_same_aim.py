"""To what a branch leads that leaves a treatment: nothing for another illness of the patient, for another degree or a
later step of the same, that only keeps away what is there, or that is added to something else."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _texts(typed: str, place: Path, section: str) -> list[str]:
    answer = probatum.answer(typed, library=place, reader="doctor")
    return [s.text for one in answer.sections if one.id == section for s in one.statements if not s.layer]


def _weighed(typed: str, place: Path) -> str:
    return "\n".join(text for text in _texts(typed, place, "algorithm") if "weigh " in text)


@pytest.mark.parametrize(
    ("typed", "out"),
    [
        ("daridorexant for insomnia in a man with hypertension", ("spironolactone",)),
        ("verapamil + bisoprolol in 71F with AF", ("rivaroxaban", "edoxaban", "apixaban", "dabigatran")),
        ("oxygen for suspected MI", ("ticagrelor", "air")),
        ("ramipril dose in CrCl 25 with hypertension", ("spironolactone",)),
        ("hydrocortisone in severe community pneumonia in ICU?", ("amoxicillin", "doxycycline")),
        ("co-trimoxazole for UTI in a woman on warfarin", ("weigh antibiotic",)),
        ("4 gout attacks this year, start allopurinol", ("colchicine",)),
        ("oxygen for STEMI sats 96", ("enoxaparin",)),
        ("ticagrelor after stroke", ("alteplase",)),
        ("may a man with heart failure take ibuprofen", ("sacubitril",)),
        ("warfarin for AF in pregnancy", ("rivaroxaban", "edoxaban", "apixaban", "dabigatran")),
        ("codeine for cough in child 8", ("amoxicillin",)),
        ("sertraline for depression", ("esketamine",)),
        ("digoxin for atrial fibrillation", ("apixaban", "rivaroxaban")),
        ("esketamine for treatment-resistant depression, BP 150/92, how much better than placebo", ("placebo",)),
    ],
)
def test_nothing_else_is_weighed_in_its_place(starter_place: Path, typed: str, out: tuple[str, ...]) -> None:
    said = _weighed(typed, starter_place)
    assert not any(name in said for name in out)


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("daridorexant for insomnia in a man with hypertension", "melatonin or zopiclone"),
        ("ramipril dose in CrCl 25 with hypertension", "losartan"),
        ("apixaban for AF", "warfarin"),
        ("amoxicillin for low severity community acquired pneumonia", "doxycycline"),
        ("ticagrelor after stroke", "aspirin or clopidogrel"),
        ("colchicine for gout flare", "naproxen"),
        ("4 gout attacks this year, start allopurinol", "febuxostat"),
        ("nitrofurantoin for cystitis", "pivmecillinam or fosfomycin"),
        ("melatonin for insomnia", "daridorexant"),
        ("sertraline for depression", "fluoxetine or escitalopram"),
        ("nitrofurantoin for cystitis in pregnancy", "amoxicillin"),
    ],
)
def test_what_has_the_same_aim_stays(starter_place: Path, typed: str, held: str) -> None:
    assert held in _weighed(typed, starter_place)


def test_a_later_step_stays_where_it_is_reached(starter_place: Path) -> None:
    told = _texts("spironolactone for resistant hypertension", starter_place, "bottom_line")
    assert told[0].startswith("Guideline") and "step 4" in told[0]


@pytest.mark.parametrize(
    ("typed", "held", "out"),
    [
        ("antibiotic for severe community acquired pneumonia", "high-severity", "low-severity"),
        ("amoxicillin for severe community acquired pneumonia", "high-severity", "in children"),
        ("what antibiotic for mild pneumonia adult", "low-severity", "high-severity"),
    ],
)
def test_advice_is_for_the_degree_that_is_told(starter_place: Path, typed: str, held: str, out: str) -> None:
    for section in ("bottom_line", "algorithm"):
        told = " ".join(_texts(typed, starter_place, section))
        assert held in told
        assert out not in told


def test_a_gain_that_another_lacked_is_none_against_it(starter_place: Path) -> None:
    path = _texts("aspirin after stroke", starter_place, "algorithm")
    assert not any("do not start aspirin for that" in text for text in path)
    assert any("aspirin 300 mg" in text for text in path)


def test_a_conclusion_against_it_stays_one(starter_place: Path) -> None:
    path = _texts("oxygen for suspected MI", starter_place, "algorithm")
    assert "only when oxygen saturation is low" in path[0] and "do not start it" in path[1]


def test_what_advice_leaves_to_a_mother_is_given(starter_place: Path) -> None:
    typed = "cellulitis leg penicillin allergic 34F breastfeeding what abx"
    path = _texts(typed, starter_place, "algorithm")
    at = next(n for n, step in enumerate(path) if step.startswith("Dose as advised"))
    assert not any("doxycycline" in step for step in path[:at])
    assert "clarithromycin" in path[at]
    assert "give clarithromycin" in path[at + 1]
    told = " ".join(_texts(typed, starter_place, "alternatives"))
    assert "clarithromycin should not be used in pregnancy" not in told


def test_where_no_advice_names_one_that_is_said(starter_place: Path) -> None:
    told = " ".join(_texts("what antibiotic for dental abscess breastfeeding", starter_place, "bottom_line"))
    assert "No source of the library says whether" in told


@pytest.mark.parametrize(
    "typed", ["dabigatran for AF with a mechanical heart valve", "metal mitral valve + AF, apixaban dose"]
)
def test_what_bars_two_of_a_kind_leads_to_no_third(starter_place: Path, typed: str) -> None:
    said = _weighed(typed, starter_place)
    assert "weigh warfarin" in said or "weigh heparin or warfarin" in said or "weigh warfarin or heparin" in said
    assert not any(name in said for name in ("rivaroxaban", "edoxaban", "apixaban", "dabigatran"))
    first = _texts(typed, starter_place, "bottom_line")[0]
    assert "contraindicated for this patient" in first or "advised against for this patient" in first


def test_what_is_given_as_advised_is_what_is_asked_about(starter_place: Path) -> None:
    path = _texts("ibuprofen for gout in CKD", starter_place, "algorithm")
    given = [text for text in path if text.startswith("Give it as advised")]
    assert given and not any("corticosteroid injection" in text for text in given)


def test_what_bars_one_alone_does(starter_place: Path) -> None:
    said = _weighed("apixaban for AF in a woman who is allergic to apixaban", starter_place)
    assert "rivaroxaban" in said


def test_what_the_labels_of_all_want_kept_from_such_people_is_no_way_on(starter_place: Path) -> None:
    said = _weighed("apixaban for AF in a woman with antiphospholipid syndrome", starter_place)
    assert "weigh warfarin" in said
    assert not any(name in said for name in ("rivaroxaban", "edoxaban", "dabigatran"))
