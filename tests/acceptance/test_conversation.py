"""A conversation, walked as a user does: each follow-up is understood against the last answer and edits it."""

from __future__ import annotations

import pytest

import probatum
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Change, FollowUpKind, Reader, Turn, Verdict

QUESTION = "Does mexiletine help muscle cramps in ALS?"
AS_OF = "2026-11-22"


@pytest.fixture(scope="module")
def first(starter_library: Library) -> Turn:
    return Turn(QUESTION, probatum.answer(QUESTION, library=starter_library, as_of=AS_OF))


def on(typed: str, last: Turn, library: Library) -> Turn:
    return pipeline.follow(typed, last, library=library, as_of=AS_OF)


def changed(turn: Turn) -> set[str]:
    return {e.section for e in turn.plan if e.change is not Change.KEEP}


def test_trials_say_nothing_of_an_illness_they_did_not_study(first: Turn, starter_library: Library) -> None:
    turn = on("what about in renal failure?", first, starter_library)
    text = " ".join(s.text for s in turn.answer.section("bottom_line").statements)
    assert "not studied in renal failure" in text and "and renal failure" not in text


def test_the_patient_comes_first(first: Turn, starter_library: Library) -> None:
    turn = on("and in children?", first, starter_library)
    assert "children" in turn.answer.section("bottom_line").statements[0].text
    assert turn.answer.question.assumptions[0].what == "follow-up"


def test_a_dose_that_was_studied_and_one_that_was_not(first: Turn, starter_library: Library) -> None:
    studied = on("is 600 mg better?", first, starter_library).answer.section("reply")
    assert "was studied in" in studied.statements[0].text and studied.statements[0].supports
    unstudied = on("and 450 mg?", first, starter_library).answer.section("reply")
    assert "no included study gave 450 mg" in unstudied.statements[0].text.lower()


def test_only_the_words_change_for_another_reader(first: Turn, starter_library: Library) -> None:
    turn = on("explain like I'm 12", first, starter_library)
    assert turn.answer.reader is Reader.PATIENT
    own = "algorithm"  # patients are told what they do themselves
    body = [[s.text for p in t.answer.sections[:10] if p.id != own for s in p.statements] for t in (first, turn)]
    assert body[0] == body[1]
    assert {edit.reason for edit in turn.plan if edit.change is not Change.KEEP} == {"told in plain words"}


def test_fewer_studies_speak_and_stay_so(first: Turn, starter_library: Library) -> None:
    turn = on("show only randomised trials", first, starter_library)
    designs = {r.design for r in turn.answer.references}
    assert all("randomised" in d or d in ("drug label",) for d in designs)
    again = on("and in children?", turn, starter_library)
    assert all("randomised" in r.design or r.design == "drug label" for r in again.answer.references)


def test_why_this_certainty_is_answered_with_its_steps(first: Turn, starter_library: Library) -> None:
    turn = on("why low certainty?", first, starter_library)
    said = turn.answer.section("reply").statements
    assert all(s.verdict is Verdict.SUPPORTED for s in said) and "step down" in said[0].text
    assert changed(turn) == {"reply"}


def test_what_a_record_does_not_tell_is_said_to_be_unsaid(first: Turn, starter_library: Library) -> None:
    turn = on("who funded that trial?", first, starter_library)
    said = turn.answer.section("reply").statements[0]
    assert turn.follow is not None and turn.follow.fact == "funding"
    assert said.supports or "does not tell" in said.text


def test_a_new_topic_is_a_new_question(first: Turn, starter_library: Library) -> None:
    turn = on("does amoxicillin cure otitis media in children?", first, starter_library)
    assert turn.follow is not None and turn.follow.kind is FollowUpKind.NEW
    assert turn.plan == () and "amoxicillin" in turn.answer.title.lower()


def test_every_sentence_of_an_edited_answer_holds(first: Turn, starter_library: Library) -> None:
    for typed in ("what about in renal failure?", "compare with quinine", "is 600 mg better?"):
        turn = on(typed, first, starter_library)
        assert all(s.verdict is Verdict.SUPPORTED for s in turn.answer.statements if s.kind.asserts)


def test_what_is_assumed_is_given_by_follow_up_and_holds(first: Turn, starter_library: Library) -> None:
    turn = on("assume she is pregnant", first, starter_library)
    assert turn.answer.question.patient.pregnancy == "pregnant"
    assert "pregnancy" in turn.answer.section("bottom_line").statements[0].text
    later = on("explain like I'm 12", turn, starter_library)
    assert later.answer.question.patient.pregnancy == "pregnant"
    assert on("and the dose?", turn, starter_library).answer.question.patient.pregnancy == "pregnant"


def test_a_medicine_that_is_taken_stays_with_the_patient(starter_library: Library) -> None:
    asked = "Does colchicine help gout flares?"
    begun = Turn(asked, probatum.answer(asked, library=starter_library, as_of=AS_OF))
    taking = on("he also takes clarithromycin", begun, starter_library)
    said = " ".join(s.text for s in taking.answer.section("bottom_line").statements)
    assert "Clarithromycin with colchicine, not to be taken together by some people" in said
    assert taking.answer.section("dosing").statements, "with kidneys that are well nothing rules it out"
    kidneys = on("what about in renal failure?", taking, starter_library)
    said = " ".join(s.text for s in kidneys.answer.section("bottom_line").statements)
    assert "Clarithromycin with colchicine, not to be taken together (" in said
    assert "clarithromycin" in kidneys.answer.question.patient.drugs
    stopped = on("he stopped clarithromycin", kidneys, starter_library)
    assert "clarithromycin" not in stopped.answer.question.patient.drugs


def test_a_limit_beside_another_medicine_bars_nobody_who_does_not_take_it(starter_library: Library) -> None:
    made = probatum.answer("clarithromycin for pneumonia with eGFR 25", library=starter_library, as_of=AS_OF)
    assert "contraindicated for this patient" not in " ".join(s.text for s in made.section("bottom_line").statements)


def test_poor_kidneys_count_where_two_medicines_meet(starter_library: Library) -> None:
    asked = "Can I give ibuprofen to a patient on warfarin with eGFR 25?"
    made = probatum.answer(asked, library=starter_library, as_of=AS_OF)
    assert "kidney" in " ".join(s.text for s in made.section("bottom_line").statements)
