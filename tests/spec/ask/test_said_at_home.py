"""What people type at home: kidneys in percent, bones that break, tablets to blame, and whose age a baby's is not."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "kidney"),
    [
        ("can i take metformin with kidney function 25", "eGFR 25"),
        ("mums kidneys are only working at 22%, can she have metformin", "eGFR 22"),
        ("my kidney function test came back 28 is metformin ok", "eGFR 28"),
        ("kidney function has dropped to 40, is naproxen ok", "eGFR 40"),
        ("kidney function tests every 6 months on ramipril", ""),
        ("checked kidney function at 65 years, is ramipril ok", ""),
    ],
)
def test_kidney_function_in_percent_is_that_of_a_test(typed: str, kidney: str) -> None:
    assert read(typed).patient.kidney.lower() == kidney.lower()


@pytest.mark.parametrize(
    ("typed", "harm"),
    [
        ("does omeprazole break your bones", "fracture"),
        ("do steroids thin your bones", "osteoporosis"),
        ("does alendronate rot your jaw", "osteonecrosis"),
        ("on levothyroxine and my hair is falling out, is it the tablets", "alopecia"),
        ("started sertraline and cant sleep, is it the tablets", "sleep initiation and maintenance disorders"),
        ("my son takes isotretinoin and seems really low and moody is it the tablets", "depression"),
        ("on sertraline for depression and i have diarrhoea, is it a side effect", "diarrhea"),
        ("both ankles swell a bit in the evening since amlodipine", "edema"),
    ],
)
def test_a_harm_that_is_feared_in_lay_words_is_asked_about(typed: str, harm: str) -> None:
    question = read(typed)
    assert question.intent is Intent.HARM
    named = " ".join(name.lower() for c in question.having(Role.OUTCOME) for name in c.names)
    assert harm in named or (harm == "alopecia" and "hair" in named)
    assert not question.population


def test_what_a_medicine_is_to_keep_away_is_no_harm_of_it() -> None:
    assert read("does alendronate stop my bones breaking").intent is not Intent.HARM


@pytest.mark.parametrize(
    ("typed", "dosed"),
    [
        ("how many paracetamol can i take in a day", True),
        ("how much folic acid when trying for a baby", True),
        ("how much vitamin d should my baby have", True),
        ("how much ibuprofen lowers a fever", False),
        ("how much paracetamol is dangerous", False),
    ],
)
def test_how_much_of_a_medicine_is_its_dose(typed: str, dosed: bool) -> None:
    assert (read(typed).intent is Intent.DOSING) is dosed


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("wife had baby 4 days ago is she allowed ibuprofen", ""),
        ("i gave birth 2 weeks ago can i take sertraline", ""),
        ("baby is 4 days old, can she have ibuprofen", "4 days"),
        ("my baby is 3 months, can she have paracetamol", "3 months"),
    ],
)
def test_when_a_baby_was_born_is_no_age_of_its_mother(typed: str, age: str) -> None:
    assert read(typed).patient.age == age


@pytest.mark.parametrize(
    ("typed", "sick"),
    [
        ("throwing up loads im 9 weeks pregnant when should i go to hospital", True),
        ("pregnant and sick all day, what helps", True),
        ("32 weeks pregnant and throwing up with a headache", False),
        ("sick and trying to get pregnant, what helps", False),
        ("pregnant with vomiting and diarrhoea, what helps", False),
    ],
)
def test_who_is_pregnant_and_keeps_being_sick_has_morning_sickness(typed: str, sick: bool) -> None:
    assert ("morning sickness" in {c.label for c in read(typed).concepts}) is sick


@pytest.mark.parametrize("typed", ["is cyclizine ok for morning sickness", "does promethazine help hyperemesis"])
def test_whoever_has_it_is_pregnant(typed: str) -> None:
    assert read(typed).patient.pregnancy


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("is loratadine ok for hay fever", Intent.THERAPY),
        ("is allopurinol fine for gout", Intent.THERAPY),
        ("is ibuprofen ok for kids", Intent.HARM),
        ("is metformin ok for someone with bad kidneys", Intent.HARM),
    ],
)
def test_ok_for_an_illness_asks_whether_it_helps(typed: str, intent: Intent) -> None:
    assert read(typed).intent is intent


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("ringing in my ears for months, is there any tablet that stops it", "tinnitus"),
        ("hives for weeks, is there any cream that works", "urticaria"),
        ("i get cold sores every month, is there a tablet to stop them", "herpes labialis"),
        ("whats the best sleeping tablet", "sleep initiation and maintenance disorders"),
    ],
)
def test_whether_there_is_a_tablet_asks_what_helps(typed: str, illness: str) -> None:
    question = read(typed)
    assert illness in {name for c in question.having(Role.POPULATION) for name in (c.label, *c.names)} | {
        "sleep initiation and maintenance disorders" if "insomnia" in question.population else ""
    }
    assert not question.intervention


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("im diabetic and want a baby how much folic acid", "diabetes mellitus"),
        ("folic acid dose in diabetes before pregnancy", "diabetes mellitus"),
        ("diet for diabetes in pregnancy", "gestational diabetes"),
    ],
)
def test_a_pregnancy_that_is_wished_for_has_brought_no_diabetes(typed: str, kind: str) -> None:
    found = next(c for c in read(typed).concepts if "diabetes" in c.label)
    assert found.label == kind
    if kind == "diabetes mellitus":
        assert "diabetes" in found.names


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("heel is agony first thing in the morning what helps", "plantar fasciitis"),
        ("little boy has spots on hands feet and mouth can he go to nursery", "hand, foot and mouth disease"),
        ("can dad with a dodgy heart have domperidone", "heart diseases"),
        ("on finasteride for my prostate cant get it up anymore is that the tablets", "erectile dysfunction"),
    ],
)
def test_what_is_felt_has_its_medical_name(typed: str, illness: str) -> None:
    question = read(typed)
    named = {c.label for c in question.concepts if c.role is not Role.OTHER}
    assert illness in named or illness in question.read.lower()


def test_what_shall_not_come_again_is_to_be_prevented() -> None:
    assert read("my dad had a stroke 5 years ago, which tablets stop another").intent is Intent.PREVENTION


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("my mate is diabetic can he eat bananas", "bananas"),
        ("can my son eat nuts with eczema", "nuts"),
        ("can i drink coffee with high blood pressure", "coffee"),
        ("can i eat before taking levothyroxine", "levothyroxine"),
        ("can she eat normally after the op", ""),
        ("can i drink alcohol on metronidazole", ""),
    ],
)
def test_what_is_to_be_eaten_is_asked_about(typed: str, what: str) -> None:
    question = read(typed)
    assert (question.intervention == what) if what else not {"normally", "bananas"} & {question.intervention}


@pytest.mark.parametrize(
    ("typed", "dosed"),
    [
        ("took an imodium yesterday and one today how many can i have", True),
        ("how many people does imodium help", False),
    ],
)
def test_how_many_may_be_had_is_a_dose(typed: str, dosed: bool) -> None:
    assert (read(typed).intent is Intent.DOSING) is dosed
