"""Plain words: short sentences, easy words, shares out of 100, the same figures; quotations stay as they are."""

from __future__ import annotations

import pytest

from probatum.apply.drafting import Draft
from probatum.apply.labels import listed
from probatum.apply.plainly import plain
from probatum.model import Design, Kind, Study

EASIER = [
    ("strokes were fewer; counted together", "strokes were fewer (these were counted together)"),
    ("no source of the library tells how A is stopped", "we found nothing in our library that tells how A is stopped"),
    ("a is low; b is high", "a is low. B is high"),
    ("10 mg (morning; evening); with food", "10 mg (morning; evening). With food"),
    ("it is contraindicated in heart block", "it must not be used in heart block"),
    ("it is not contraindicated in asthma", "it is not contraindicated in asthma"),
    ("pain fell by 3 points with placebo", "pain fell by 3 points with a dummy treatment (placebo)"),
    ("no serious adverse events were reported", "no serious unwanted effects were reported"),
    ("they write: “adverse events; placebo”; more", "they write: “adverse events; placebo”. More"),
    ("people aged 5 to 9", "people aged 5 to 9"),
    (
        "Searched the library (12 records) on 2026-01-01: no source that answers this question was found",
        "we could not find an answer to your question. We looked in our library (12 records) on 2026-01-01",
    ),
    (
        "no included study reports the effect of calbrexine on cramps",
        "we do not know whether calbrexine can make a difference to cramps. No study that we found tells this",
    ),
    (
        "no label in the library for calbrexine, so warnings and limits of use are not told here",
        "we have no official label of calbrexine. Ask a pharmacist about the risks",
    ),
    ("clots, such as a clot in a vein, must be treated", "clots, such as a clot in a vein, must be treated"),
    ("a statin, such as calbrexine, has led to harm", "a statin, such as calbrexine, has led to harm"),
    ("it may harm, such as a rash", "it may harm, such as a rash"),
    ("a bruise, which may stay, may occur", "a bruise, which may stay, may occur"),
    ("it may bruise, which may stay", "it may bruise. This may stay"),
    ("it must not be used in gout and in pregnancy", "it must not be used in gout or in pregnancy"),
    (
        "it must not be used during or within 14 days of a calbrexine of the old kind and in gout",
        "it must not be used during or within 14 days of a calbrexine of the old kind. It must also not be used in "
        "gout",
    ),
    ("it is contraindicated in hypersensitivity to A", "it must not be used by people with an allergy to A"),
    (
        "with a strong CYP3A4 inhibitor, such as lomenide, less is given",
        "with a medicine that slows how the body clears other medicines (strong CYP3A4 inhibitor), such as lomenide, "
        "less is given",
    ),
    (
        "P-glycoprotein or CYP2D6 inducers lower it",
        "medicines that speed up how the body clears other medicines (P-glycoprotein or CYP2D6 inducers) lower it",
    ),
    (
        "zerafine is a substrate of P-glycoprotein",
        "zerafine is cleared from the body with the help of P-glycoprotein",
    ),
    ("with an eGFR below 30 ml/min", "with kidneys that work poorly (eGFR below 30 ml/min)"),
    ("3.1 per 1000 person-years with A", "3.1 for every 1000 people a year with A"),
    ("2 systematic reviews with meta-analysis", "2 summaries of studies"),
]


@pytest.mark.parametrize(("text", "easier"), EASIER)
def test_words_are_made_easier(text: str, easier: str) -> None:
    assert plain.easy(text) == easier
    assert plain.easy(easier) == easier


SHARES = [
    ("rash was seen in 12% with A and 4% with B", "12% (12 in every 100) with A and 4% (4 in every 100) with B"),
    ("rash was seen in 7.8% with A", "7.8% (7.8 in every 100) with A"),
    ("rash was seen in 0.4% with A", "0.4% (0.4 in every 100) with A"),
    ("rash was seen in 30% (12 of 40) with A", "30% (12 of 40, 30 in every 100) with A"),
    ("clearance was 38% lower", "clearance was 38% lower"),
]


@pytest.mark.parametrize(("clause", "told"), SHARES)
def test_a_share_of_people_is_also_told_out_of_100(clause: str, told: str) -> None:
    assert plain.shares(clause).endswith(told)


LEVELS = [("safety", 0), ("dosing", 0), ("bottom_line", 0), ("algorithm", 1)]


@pytest.mark.parametrize(("section", "level"), LEVELS)
def test_steps_of_treatment_are_left_to_those_who_treat(section: str, level: int) -> None:
    draft = Draft(section, "Invented")
    draft.add("start calbrexine 10 mg", Kind.NAVIGATION)
    assert draft.statements[0].level == level


def test_items_of_a_label_are_sentences_of_their_own() -> None:
    said = listed.directed("Needs care", "US label of zerafine", ["fits", "old age"])
    assert said == "Needs care (US label of zerafine): fits. Care is also needed with: old age"
    whole = listed.directed("Needs care", "US label of zerafine", ["fits can occur", "zerafine may harm the eye"])
    assert whole == "Needs care (US label): fits can occur. Zerafine may harm the eye"
    named = listed.directed("Needs care", "US label of zerafine", ["zerafine with food"])
    assert named == "Needs care (US label): zerafine with food"


def test_what_forbids_is_told_as_a_list() -> None:
    items = ["allergy to zerafine", "during lomenide", "people with gout", "in asthma"]
    assert listed.directed("Must not be used", "US label", items) == (
        "Must not be used in any of these cases (US label): allergy to zerafine. During lomenide. "
        "People with gout. Asthma"
    )


def test_what_a_guideline_adds_is_no_label() -> None:
    told = listed.directed("Advice to doctors", "NICE, UK, 2018", ["zerafine should not be given", "old people"])
    assert told.endswith("The advice also names: old people")


def test_one_case_and_a_sentence_make_no_list() -> None:
    alone = listed.directed("Must not be used", "US label", ["gout"])
    assert alone == "Must not be used (US label): gout"
    told = listed.directed("Must not be used", "US label", ["zerafine must not be given with lomenide", "gout", "fits"])
    assert told.endswith("(US label): gout. Fits. Zerafine must not be given with lomenide")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "it raises the risk of infection, such as flu, mumps or measles",
            "infection. Examples are flu, mumps or measles",
        ),
        (
            "inducers, such as A, B or C, lower its level and effect",
            "inducers, such as A, B or C, lower its level and effect",
        ),
        ("after an allergy, such as hives and in gout", "after an allergy, such as hives and in gout"),
        ("it is indicated for use to lower pain", "it is used to lower pain"),
        ("it is handled by CYP1A2; others are not", "it is handled by CYP1A2. Others are not"),
    ],
)
def test_long_sentences_are_parted(text: str, told: str) -> None:
    assert plain.easy(text).endswith(told)


def test_what_was_found_comes_before_who_found_it() -> None:
    study = Study("a:1", design=Design.RANDOMISED)
    assert plain.quoted(study, "Zerafine eased pain", "concludes") == (
        "Zerafine eased pain. One study concluded this. Chance decided who got what"
    )
    assert plain.quoted(study, "Zerafine eased pain", "reports", again=True, lead="probably") == (
        "probably: zerafine eased pain. The same trial found this"
    )
    told = plain.beside("Zerafine eased pain. One study found this. Chance decided who got what", "(in cats)")
    assert told == "Zerafine eased pain (in cats). One study found this. Chance decided who got what"


def test_a_dose_with_its_use_before_it_is_a_sentence() -> None:
    items = ["for pain, the dose of A is 2 mg", "in gout, the dose of A is 3 mg"]
    assert listed.directed("Dose", "US label", items) == (
        "Dose (US label): for pain, the dose of A is 2 mg. In gout, the dose of A is 3 mg"
    )
