"""What no source tells is said, before what sources tell of something else is taken for an answer."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer, Kind


def ask(library: Library, question: str, reader: str = "doctor") -> Answer:
    return probatum.answer(question, library=library, reader=reader, as_of="2026-11-29")


def lines(answer: Answer, section: str = "bottom_line") -> list[str]:
    return [s.text for s in answer.section(section).statements]


GAPS = [
    "Can clozapine be restarted after 3 days missed",
    "clozapine missed for 4 days, what dose do I restart at",
    "patient has not taken lamotrigine for a week, how do we restart it",
    "My mum went 3 days without her apixaban, restart?",
    "skipped two doses of amoxicillin",
]


@pytest.mark.parametrize("question", GAPS)
def test_how_it_is_taken_again_after_days_without_it(starter_library: Library, question: str) -> None:
    first = lines(ask(starter_library, question, "nurse"))[0]
    assert "started again after doses of several days were missed" in first


def test_one_dose_and_an_occasion_are_no_gap(starter_library: Library) -> None:
    assert "on the same day" in lines(ask(starter_library, "I forgot my apixaban this morning", "patient"))[0]
    contrast = " ".join(lines(ask(starter_library, "restart metformin after CT contrast?", "nurse")))
    assert "48 hours later" in contrast
    period = " ".join(lines(ask(starter_library, "missed my period for two months, on valproate", "patient")))
    assert "were missed" not in period


ACTS = [
    ("Bridging with LMWH when warfarin is stopped for surgery", "bridging"),
    ("does warfarin need bridging before a colonoscopy", "bridging"),
    ("drug holiday from alendronate after 5 years", "drug holiday"),
    ("penicillin desensitisation, how", "desensitisation"),
]


@pytest.mark.parametrize(("question", "act"), ACTS)
def test_an_act_with_a_medicine_that_no_source_names(starter_library: Library, question: str, act: str) -> None:
    section = ask(starter_library, question).section("bottom_line")
    told = next(s for s in section.statements if s.kind is not Kind.NAVIGATION)
    assert told.text.startswith(f"No source that is held tells of {act}")


def test_what_is_stopped_is_named_and_whose_rule_it_is(starter_library: Library) -> None:
    answer = ask(starter_library, "Bridging with LMWH when warfarin is stopped for surgery")
    warned = " ".join(w.text for w in answer.warnings)
    assert "Nobody should stop warfarin" in warned and "warfarin is a medicine of the same kind" in warned
    own = " ".join(w.text for w in ask(starter_library, "can I stop metoprolol", "patient").warnings)
    assert "metoprolol" in own and "same kind" not in own


OUTLOOK = [
    ("Prognosis of ALS on riluzole", "the outlook in amyotrophic lateral sclerosis"),
    ("how long do people with ALS live", "how long people with amyotrophic lateral sclerosis live"),
    ("will my gout come back", "whether gout comes back"),
]


@pytest.mark.parametrize(("question", "words"), OUTLOOK)
def test_an_outlook_that_is_not_held(starter_library: Library, question: str, words: str) -> None:
    assert lines(ask(starter_library, question, "patient"))[:1] == [
        f"No source that is held tells {words}; what stands below answers other questions on it."
    ]


HELD = [
    ("what is the course of bronchiolitis", "peak between 3 and 5 days"),
    ("how long does a sore throat last", "lasts about 1 week"),
    ("how long does an ear infection in a child last?", "lasts about 3 days"),
    ("Will my cellulitis come back?", "prevented recurrent leg cellulitis"),
    ("what is the mortality of COVID pneumonia", "Mortality was 30%"),
]


@pytest.mark.parametrize(("question", "words"), HELD)
def test_an_outlook_that_is_held_leads(starter_library: Library, question: str, words: str) -> None:
    assert words in lines(ask(starter_library, question, "patient"))[0]


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ("do copper bracelets work for arthritis", "copper bracelets"),
        ("does turmeric help arthritis", "turmeric"),
        ("will apple cider vinegar get rid of warts", "apple cider vinegar"),
    ],
)
def test_advice_on_others_is_no_answer_on_a_remedy_that_is_not_held(
    typed: str, lacking: str, starter_library: Library
) -> None:
    first = probatum.answer(typed, library=starter_library, reader="patient").sections[0].statements[0]
    assert f"tells of {lacking}; what follows is on other treatments" in first.text


@pytest.mark.parametrize(
    "typed", ["is honey good for a cough", "does exercise help knee osteoarthritis", "antibiotics for bronchitis"]
)
def test_of_a_remedy_that_is_held_no_such_thing_is_said(typed: str, starter_library: Library) -> None:
    first = probatum.answer(typed, library=starter_library, reader="patient").sections[0].statements
    assert not any("what follows is on other treatments" in s.text for s in first)


def test_a_kind_that_a_label_names_itself_is_a_name_of_its_medicine(starter_library: Library) -> None:
    answer = probatum.answer("can i take st johns wort with my contraceptive pill", library=starter_library)
    first = answer.sections[0].statements
    assert "St John's wort" in first[0].text and not any("No label in the library" in s.text for s in first)


def test_how_long_it_lasts_is_told_by_advice_too(starter_library: Library) -> None:
    answer = probatum.answer("how long does a cold sore last and will cream help", library=starter_library)
    assert "7 to 10 days" in answer.sections[0].statements[0].text


def test_pain_around_an_operation_bars_no_sore_knee(starter_library: Library) -> None:
    answer = probatum.answer("is it ok for my gran to take ibuprofen for her knee", library=starter_library)
    assert not any("those who have or had it" in s.text for s in answer.sections[0].statements)
