"""A plain page says what to do next, and in one place what it does not tell; it has no empty headings."""

from __future__ import annotations

import msgspec
import pytest
from sample_answer import sample

from probatum.apply.composing import depth, repetition
from probatum.model import Answer, Concept, Intent, Kind, Patient, Reader, Role, Section, Statement
from probatum.publish.page import TAIL, parts
from probatum.publish.parts import UNTOLD, Part

SAID = (Statement("x.1", "Words.", Kind.NAVIGATION),)
HARD = (Statement("x.1", "Words.", Kind.NAVIGATION, level=1),)
NOTHING = (Statement("x.1", "Nothing found.", Kind.ABSENCE, level=1),)
EMPTY = "Searched the library (2 records) on 2026-01-01 for this: nothing found."
NO_DRUG = "Does not apply: no drug that the vocabulary knows is asked about."


def answer(reader: Reader, *sections: Section, **question: object) -> Answer:
    made = sample()
    asked = msgspec.structs.replace(made.question, **{"concepts": (), "patient": Patient(), "danger": "", **question})
    return msgspec.structs.replace(
        made, reader=reader, question=asked, sections=sections, certainty=(), evidence=(), references=(), warnings=()
    )


def part(given: Answer, name: str) -> Part:
    return next((p for p in parts(given) if p.id == name), Part(name, "", (), ""))


FIRST = Section("bottom_line", "Bottom line", SAID)
UNTOLDS = [
    ((Section("dosing", "", (), EMPTY),), "This page does not tell you about doses."),
    ((Section("dosing", "", (), NO_DRUG), Section("safety", "", (), NO_DRUG)), ""),
    ((Section("evidence", "", HARD),), "We leave “What the studies found” to your care team."),
    ((Section("evidence", "", NOTHING),), ""),
    ((Section("evidence", "", SAID),), ""),
]


@pytest.mark.parametrize(("sections", "told"), UNTOLDS)
def test_what_a_plain_page_does_not_tell_stands_in_one_place(sections: tuple[Section, ...], told: str) -> None:
    page = answer(Reader.PATIENT, FIRST, *sections)
    assert told in part(page, UNTOLD).empty
    headed = [p.id for p in parts(page) if p.id not in TAIL and not (p.lines or p.notes or p.entries)]
    assert headed == ([UNTOLD] if told else [])


LONGER = [
    (depth.FURTHER, "There is more on doses. Ask for the whole page to read it."),
    (repetition.ABOVE, ""),
]


@pytest.mark.parametrize(("empty", "told"), LONGER)
def test_what_stands_elsewhere_is_not_called_missing(empty: str, told: str) -> None:
    assert part(answer(Reader.PATIENT, FIRST, Section("dosing", "", (), empty)), UNTOLD).empty == told


def test_a_page_on_two_medicines_does_not_say_that_nothing_is_known_of_each() -> None:
    said = part(answer(Reader.PATIENT, FIRST, Section("dosing", "", (), EMPTY), **PAIR), UNTOLD).empty
    assert said.startswith("This page is about taking these medicines together.")
    assert "nothing to tell" not in said


def test_a_professional_sees_every_section() -> None:
    page = answer(Reader.DOCTOR, FIRST, Section("dosing", "", (), EMPTY))
    assert part(page, "dosing").empty == EMPTY
    assert part(page, UNTOLD).empty == ""


def test_the_leaflet_is_named_where_a_medicine_was_asked_about() -> None:
    safety = Section("safety", "", (), EMPTY)
    drug = answer(Reader.PATIENT, FIRST, safety, concepts=(DRUG,))
    assert "Read the leaflet that comes with the medicine." in part(drug, UNTOLD).empty
    assert "leaflet" not in part(answer(Reader.PATIENT, FIRST, safety), UNTOLD).empty


def test_the_asker_s_own_words_stand_for_how_a_source_differs() -> None:
    words = "One study says so (not quite what you asked: in boils, not glue ear)."
    said = Statement("x.1", "One study says so.", Kind.NAVIGATION, plain=words, directness="in boils, not otitis media")
    assert [
        line.directness for line in part(answer(Reader.PATIENT, Section("evidence", "", (said,))), "evidence").lines
    ] == [""]


STOPS = [
    ("When it is stopped (US label): stop it if a rash occurs. Also: stop it 2 days before an operation.", True),
    ("When it is stopped (US label): it should not be stopped all at once.", False),
    ("When it is stopped (US label): stop it if creatine kinase is raised.", False),
]


@pytest.mark.parametrize(("words", "told"), STOPS)
def test_only_a_reason_that_somebody_can_notice_is_one_to_call_for(words: str, told: bool) -> None:
    stop = (Statement("monitoring.1", words, Kind.NAVIGATION, plain=words),)
    page = answer(Reader.PATIENT, FIRST, Section("safety", "", SAID), Section("monitoring", "", stop))
    notes = part(page, "help").notes
    assert ("a rash occurs" in notes) is told
    assert len(notes) == 1 + told


DRUG = Concept("calbrexine", "calbrexine", Role.INTERVENTION, semantic="drug")
OTHER = Concept("lomenide", "lomenide", Role.COMPARATOR, semantic="drug")
PAIR = {"concepts": (DRUG, OTHER), "intent": Intent.INTERACTION}
STEPS = [
    (Reader.PATIENT, {"concepts": (DRUG,)}, "before you start, stop or change a medicine"),
    (Reader.PATIENT, {"intent": Intent.INTERACTION}, "before you take these together"),
    (Reader.CARER, {"intent": Intent.INTERACTION}, "before you give these together"),
    (Reader.PATIENT, {}, "Ask what it means for you."),
    (Reader.CARER, {}, "Ask what it means for the person you look after."),
    (Reader.PATIENT, {"patient": Patient(pregnancy="pregnant")}, "if you are pregnant or breast-feed"),
    (Reader.PATIENT, {"concepts": (DRUG,), "read": "can I stop my calbrexine"}, "Do not stop a medicine on your own."),
    (Reader.PATIENT, {"concepts": (DRUG,), "read": "can calbrexine stop fits"}, "before you start, stop or change"),
    (Reader.CARER, {"concepts": (DRUG,), "read": "he missed his calbrexine dose"}, "Do not take or give extra"),
    (Reader.PATIENT, {"country": "GB"}, "Call 999 if it cannot wait."),
    (Reader.PATIENT, {"country": ""}, "Call an ambulance if it cannot wait."),
]


@pytest.mark.parametrize(("reader", "question", "told"), STEPS)
def test_a_plain_page_says_what_to_do_next(reader: Reader, question: dict[str, object], told: str) -> None:
    assert told in " ".join(part(answer(reader, FIRST, **question), "next").notes)


@pytest.mark.parametrize("danger", ["dose", "self-harm"])
def test_nothing_stands_beside_the_call_in_danger(danger: str) -> None:
    page = answer(Reader.PATIENT, FIRST, danger=danger)
    assert part(page, "next").notes == part(page, "ask").notes == ()


ALARMED = [
    (Reader.PATIENT, {"danger": "emergency", "country": "GB"}, "Call 999 now."),
    (Reader.CARER, {"danger": "emergency"}, "Stay with the person"),
    (Reader.CARER, {"danger": "overdose", "read": "dad took 30, says by mistake"}, "Ask calmly, and do not blame."),
    (Reader.PATIENT, {"danger": "overdose", "read": "i took 30"}, "they will help and not blame you"),
    (Reader.PATIENT, {"danger": "doubled", "sign": "calbrexine"}, "no more of calbrexine until a pharmacist"),
    (Reader.CARER, {"danger": "emergency", "sign": "thoughts of suicide"}, "Stay with the person. Listen"),
]


@pytest.mark.parametrize(("reader", "question", "told"), ALARMED)
def test_an_alarm_says_what_to_do_now_and_asks_nothing(reader: Reader, question: dict[str, object], told: str) -> None:
    page = answer(reader, FIRST, Section("dosing", "", (), EMPTY), **question)
    made = part(page, "next")
    assert made.title == "What to do now"
    assert told in " ".join(made.notes)
    assert part(page, "ask").notes == ()
    assert part(page, UNTOLD).empty == ""


def test_a_child_that_swallowed_something_is_not_asked_whether_it_was_meant() -> None:
    page = answer(Reader.CARER, FIRST, danger="overdose", read="my toddler swallowed 10 of my pills")
    assert "blame" not in " ".join(part(page, "next").notes)


def test_an_alarm_shows_no_sentence_that_nothing_was_found() -> None:
    gaps = Section("evidence_gaps", "", (Statement("g.1", "Nothing was found.", Kind.ABSENCE),))
    assert part(answer(Reader.PATIENT, FIRST, gaps), "evidence_gaps").lines
    assert not part(answer(Reader.PATIENT, FIRST, gaps, danger="emergency"), "evidence_gaps").lines


FOR_THIS = [
    ({"concepts": (DRUG,), "intent": Intent.DOSING}, "Keep to the dose that the pharmacy put on the packet"),
    ({"concepts": (DRUG,), "intent": Intent.HARM}, "If this is felt now, call a doctor or pharmacist today."),
    ({"concepts": (DRUG,), "patient": Patient(breastfeeding=True)}, "midwife or pharmacist today"),
    ({"concepts": (DRUG,), "patient": Patient(drugs=("lomenide",))}, "Tell them about lomenide"),
    ({"intent": Intent.DIAGNOSIS}, "before the test is made"),
    ({"concepts": (DRUG,), "read": "should i just stop taking it"}, "Do not stop a medicine on your own."),
]


@pytest.mark.parametrize(("question", "told"), FOR_THIS)
def test_the_steps_are_made_for_the_question(question: dict[str, object], told: str) -> None:
    assert told in " ".join(part(answer(Reader.PATIENT, FIRST, **question), "next").notes)


def test_the_first_question_to_ask_stands_once_and_a_sign_of_the_medicine_is_named() -> None:
    said = msgspec.structs.replace(DIRECTED, text="Caution (US label): hypoglycaemia can occur with calbrexine.")
    page = answer(Reader.PATIENT, FIRST, Section("safety", "", (said,)), concepts=(DRUG,))
    steps = " ".join(part(page, "next").notes)
    assert "Do not wait if there are signs of low blood sugar" in steps
    assert "Ask first: \u201c" in steps
    assert not any(f"\u201c{one}\u201d" in steps for one in part(page, "ask").notes)


TOGETHER = [
    ("These must not be taken together (US label): calbrexine with lomenide", "Do not take these together"),
    ("These need care when both are taken (US label): lomenide", "Ask a pharmacist or doctor before you take these"),
]


@pytest.mark.parametrize(("words", "told"), TOGETHER)
def test_what_to_do_about_two_medicines_follows_what_labels_say_of_them(words: str, told: str) -> None:
    first = Section("bottom_line", "", (Statement("bottom_line.1", words, Kind.NAVIGATION, plain=words),))
    steps = part(answer(Reader.PATIENT, first, **PAIR), "next").notes
    assert steps[0].startswith(told)
    assert any(step.startswith("If you already take both") for step in steps)


SIGNS = [
    ("Boxed warning (US label): calbrexine can cause lactic acidosis.", "signs of lactic acidosis"),
    ("Caution (US label): hypoglycaemia can occur with calbrexine.", "signs of low blood sugar"),
    ("Caution (US label): seizures and asthma.", ""),
    ("Contraindicated (US label): calbrexine after anaphylaxis that may occur again.", ""),
    ("Caution (US label): calbrexine lowers the risk of stroke.", ""),
    ("Interactions (US label): lomenide with calbrexine may cause rhabdomyolysis.", ""),
]


@pytest.mark.parametrize(("words", "told"), SIGNS)
def test_signs_are_told_of_harms_that_a_label_says_it_does(words: str, told: str) -> None:
    said = msgspec.structs.replace(DIRECTED, text=words)
    notes = part(answer(Reader.PATIENT, FIRST, Section("safety", "", (said,))), "help").notes
    assert [told in note for note in notes[1:]] == ([True] if told else [])


DIRECTED = next(s for s in sample().statements if s.kind is Kind.DIRECTIVE)
