"""One dose too many is a matter for a pharmacist today, unless little of the medicine does much harm."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger

SLIGHT = [
    ("accidentally took my rosuvastatin twice this morning", "rosuvastatin"),
    ("gave dad his lansoprazole twice, he feels fine", "lansoprazole"),
    ("i took 2 fexofenadine instead of one", "fexofenadine"),
    ("had an extra dose of metformin by mistake", "metformin"),
    ("forgot if i had taken it and took another mirtazapine by accident", "mirtazapine"),
    ("doubled up on my candesartan by accident", "candesartan"),
]


@pytest.mark.parametrize(("typed", "name"), SLIGHT)
def test_one_dose_too_many_of_an_ordinary_medicine(typed: str, name: str) -> None:
    found = read_danger(typed)
    assert (found.kind, found.sign) == ("doubled", name)


URGENT = [
    "took my rivaroxaban twice today",
    "gave nan her digoxin twice by mistake",
    "had my insulin twice tonight by accident",
    "took two oxycodone instead of one by mistake",
    "took my gliclazide twice this morning",
    "doubled my lithium by accident",
    "she took her verapamil twice today by mistake",
    "took my rosuvastatin twice and feel faint",
    "my daughter of 3 had her cetirizine twice by accident",
    "took six mirtazapine by mistake",
    "took two of my husband's candesartan by mistake",
    "took a whole strip of metformin",
    "took 2 metformin by mistake, also on warfarin twice",
    "missed my methotrexate so I took two today",
    "missed one dose of lithium and took an extra one",
]


@pytest.mark.parametrize("typed", URGENT)
def test_what_is_no_slight_matter_stays_urgent(typed: str) -> None:
    assert read_danger(typed).kind == "overdose"


USUAL = [
    "missed one dose of methotrexate",
    "I missed one dose of my weekly methotrexate",
    "takes metformin twice a day, is that right",
    "i take my rosuvastatin once, doctor doubled it",
    "took two ibuprofen for a headache",
    "my son had his second dose of MMR vaccine, can he swim",
    "given an extra 40 mg furosemide, still 3 kg above dry weight, what next",
    "can i take two mirtazapine tomorrow as i forgot today",
    "GP put me up to 80 mg atorvastatin, is that too much",
    "is 40 mg of famotidine too high at 75",
    "been put up to 30mg mirtazapine, im 70, is that too strong for me",
]


@pytest.mark.parametrize("typed", USUAL)
def test_doses_as_they_were_prescribed_are_no_overdose(typed: str) -> None:
    assert read_danger(typed).kind == ""


MEDICINES = [
    (
        "been on mirtazapine since june and now have a newborn to feed, will it hurt him, should i just stop taking it",
        "",
    ),
    ("does this tablet harm the baby or should i stop it", ""),
    ("i should just stop living", "self-harm"),
    ("i want to stop all this and never wake up", "self-harm"),
]


@pytest.mark.parametrize(("typed", "kind"), MEDICINES)
def test_ending_a_medicine_for_a_child_s_sake_is_no_wish_to_die(typed: str, kind: str) -> None:
    assert read_danger(typed).kind == kind


SIGNS = [
    ("toddler has a cough and makes an awful noise when he breathes in", "trouble breathing"),
    ("my baby's breathing has a horrible rasping noise", "trouble breathing"),
    ("in the kitchen she went over like a felled tree and now only groans", "now only groans"),
]


@pytest.mark.parametrize(("typed", "sign"), SIGNS)
def test_the_reason_of_an_alarm_is_told(typed: str, sign: str) -> None:
    found = read_danger(typed)
    assert found.kind == "emergency"
    assert sign in found.sign
