"""The same question in other words has the same short answer."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Kind, Statement

AS_OF = "2026-11-30"


def _short(typed: str, library: Library, reader: str = "doctor") -> tuple[Statement, ...]:
    answer: Answer = probatum.answer(typed, library=library, reader=reader, as_of=AS_OF)
    return answer.section("bottom_line").statements


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("How long does an acute cough last?", "3 to 4 weeks"),
        ("I have a chesty cough, when will it go", "3 to 4 weeks"),
        ("usual time course AOM?", "about 3 days"),
        ("how many days or weeks until tennis elbow gets better", "6 months to 2 years"),
        ("time to recovery from bronchiolitis", "within 3 weeks"),
    ],
)
def test_how_long_an_illness_lasts(typed: str, told: str, starter_library: Library) -> None:
    assert told in _short(typed, starter_library)[0].text


def test_a_time_after_which_something_is_done_is_no_length(starter_library: Library) -> None:
    assert not any("beyond 6 weeks" in s.text for s in _short("How long does tennis elbow last?", starter_library))


def test_an_illness_of_which_no_length_is_held(starter_library: Library) -> None:
    said = _short("How long does croup last?", starter_library)[0]
    assert said.kind is Kind.ABSENCE and "how long croup lasts" in said.text


@pytest.mark.parametrize("reader", ["doctor", "patient"])
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("how do doctors know if it is gout", "360 micromol/l"),
        ("52F suspected GCA, what work up", "jaw claudication"),
        ("How is asthma diagnosed?", "confirms asthma"),
    ],
)
def test_how_an_illness_is_known(typed: str, told: str, reader: str, starter_library: Library) -> None:
    assert told in _short(typed, starter_library, reader)[0].text


def test_the_test_for_another_illness_is_left_out(starter_library: Library) -> None:
    said = _short("which test is used to diagnose endometriosis", starter_library)
    assert "pelvic pain" in said[0].text and not any("gout" in s.text for s in said)


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("tirzepatide or semaglutide for obesity", "tirzepatide", "semaglutide"),
        ("apixaban or warfarin for AF", "apixaban", "warfarin"),
    ],
)
def test_of_two_what_sets_them_against_each_other_leads(
    typed: str, first: str, second: str, starter_library: Library
) -> None:
    said = _short(typed, starter_library)[0].text
    assert first in said and second in said and "placebo" not in said


def test_of_two_that_no_study_compares_each_is_told(starter_library: Library) -> None:
    said = " ".join(s.text for s in _short("empagliflozin or dapagliflozin for heart failure", starter_library))
    assert "No included study compares empagliflozin with dapagliflozin" in said


@pytest.mark.parametrize(
    ("typed", "dose"),
    [
        ("Can sitagliptin be used with an eGFR of 35?", "50 mg"),
        ("should sitagliptin be avoided with eGFR 35 ml/min", "50 mg"),
        ("Can valaciclovir be used with an eGFR of 26?", "1 g every 24 hours"),
    ],
)
def test_no_word_of_asking_is_an_occasion(typed: str, dose: str, starter_library: Library) -> None:
    assert dose in _short(typed, starter_library)[0].text


@pytest.mark.parametrize(
    "typed",
    [
        "is vitamin B12 deficiency caused by metformin",
        "low B12 ?secondary to metformin",
        "70F on metformin c/o low B12 - side effect?",
    ],
)
def test_what_a_medicine_is_blamed_for(typed: str, starter_library: Library) -> None:
    assert "may lower vitamin B12" in _short(typed, starter_library)[0].text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Can amiodarone cause hyperthyroidism?", "harm to lungs, liver and thyroid"),
        ("can montelukast cause nightmares", "sleep disturbance"),
        ("does lithium give you an underactive thyroid", "hypothyroidism"),
    ],
)
def test_a_harm_that_a_label_tells_in_other_words(typed: str, told: str, starter_library: Library) -> None:
    said = _short(typed, starter_library)
    assert told in said[0].text and not any("not found among" in s.text for s in said)


def test_a_harm_that_no_label_tells(starter_library: Library) -> None:
    assert any("not found among" in s.text for s in _short("can omeprazole cause hair loss", starter_library))


def test_what_is_not_to_be_begun_is_not_told_of_what_is_taken(starter_library: Library) -> None:
    said = _short("T2DM on metformin, eGFR 38. add empagliflozin ok w kidneys?", starter_library)
    assert not any("starting metformin" in s.text for s in said)


def test_what_is_taken_and_barred_is_told(starter_library: Library) -> None:
    said = _short("T2DM on metformin, eGFR 25. add empagliflozin ok w kidneys?", starter_library)
    assert any("below 30 ml/min" in s.text for s in said)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("levothyroxine and iron tablets, what gap should I leave between them", "at least 4 hours apart"),
        ("doxycycline w/ calcium tabs, how long between", "reduce the absorption of doxycycline"),
    ],
)
def test_how_far_apart_two_are_taken(typed: str, told: str, starter_library: Library) -> None:
    assert told in _short(typed, starter_library)[0].text


@pytest.mark.parametrize("typed", ["Is topiramate safe in pregnancy?", "pregnant, on carbamazepine, is it safe"])
def test_what_is_kept_from_its_takers_is_not_against_it(typed: str, starter_library: Library) -> None:
    assert not any("combined contraceptives" in s.text.lower() for s in _short(typed, starter_library)[:2])


def test_what_is_kept_from_takers_is_told_where_it_is_asked(starter_library: Library) -> None:
    said = _short("can I take the combined pill with topiramate", starter_library)
    assert any("enzyme inducers" in s.text for s in said)


@pytest.mark.parametrize(
    ("typed", "dose"),
    [
        ("DVT, starting rivaroxaban today. how much and how often?", "15 mg by mouth twice daily"),
        ("starting rivaroxaban for DVT, dose", "15 mg by mouth twice daily"),
        ("starting dose of sertraline in depression", "50 mg by mouth once daily"),
    ],
)
def test_the_dose_to_start_with_is_none_of_a_change(typed: str, dose: str, starter_library: Library) -> None:
    assert dose in _short(typed, starter_library)[0].text


@pytest.mark.parametrize("typed", ["treat hypertension in the elderly", "hypertension, what can I give"])
def test_what_is_measured_before_a_medicine_offers_it_to_nobody(typed: str, starter_library: Library) -> None:
    assert not any("mirabegron" in s.text.lower() for s in _short(typed, starter_library))


def test_a_medicine_that_is_advised_is_still_offered(starter_library: Library) -> None:
    said = " ".join(s.text for s in _short("giant cell arteritis, what do I give", starter_library))
    assert "prednisolone" in said
