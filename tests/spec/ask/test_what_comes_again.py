"""What is to be kept from coming back is an outcome; an operation is a setting; an illness with its kind is one."""

from probatum import ask
from probatum.model import Role


def named(typed: str, role: Role) -> list[str]:
    return [c.label for c in ask.read(typed).having(role)]


def test_another_one_is_the_illness_that_the_people_had() -> None:
    for typed in (
        "I have had a stroke, will colchicine stop me having another one?",
        "I had a stroke last year, does colchicine prevent it happening again?",
        "I have had a stroke, will colchicine stop me having another stroke?",
    ):
        assert named(typed, Role.POPULATION) == ["stroke"], typed
        assert named(typed, Role.OUTCOME) == ["stroke"], typed


def test_what_an_unnamed_treatment_keeps_away_is_of_those_people() -> None:
    assert named("My son had croup, can anything stop him having more?", Role.POPULATION) == ["croup"]


def test_an_operation_at_which_a_medicine_is_given_is_no_treatment() -> None:
    typed = "tranexamic acid at hysterectomy to prevent haemorrhage - does it work?"
    assert named(typed, Role.INTERVENTION) == ["tranexamic acid"]
    assert named(typed, Role.POPULATION) == ["hysterectomy"]


def test_an_illness_with_the_name_of_its_kind_behind_it_is_one() -> None:
    assert named("dexamethasone for covid pneumonia on oxygen", Role.POPULATION) == ["COVID-19"]
    assert "pneumonia" in named("dexamethasone for severe pneumonia", Role.POPULATION)


def test_a_complaint_that_is_compared_is_what_befalls_and_not_what_they_have() -> None:
    read = ask.read("is diarrhoea more common with erythromycin?")
    assert [c.label for c in read.having(Role.OUTCOME)] == ["diarrhea"]
    assert not read.having(Role.POPULATION)
    assert named("Is rivaroxaban as good as warfarin for AF, and is bleeding less?", Role.POPULATION) == [
        "atrial fibrillation"
    ]
    assert named("my asthma is worse, increase budesonide?", Role.POPULATION) == ["asthma"]


def test_each_medicine_of_a_list_is_taken() -> None:
    read = ask.read("I am 70 and take ritonavir and amlodipine. What dose of sildenafil can I take?")
    assert set(read.patient.drugs) == {"ritonavir", "amlodipine"}
    assert named("should I take aspirin or clopidogrel", Role.INTERVENTION) == ["aspirin", "clopidogrel"]
