"""A question aside (a missed dose, a drink, a side effect) does not become the matter that later follow-ups lean on."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.ask.following import follow
from probatum.model import FollowUpKind as Kind

ASIDES = (
    ("levetiracetam for epilepsy", "what if she skips one", Kind.ASPECT, "missed dose of levetiracetam"),
    ("levetiracetam for epilepsy", "left out my tablet last night", Kind.ASPECT, "missed dose of levetiracetam"),
    ("allopurinol for gout", "how much then?", Kind.ASPECT, "dose of allopurinol"),
    ("allopurinol for gout", "how many tablets", Kind.ASPECT, "dose of allopurinol"),
    ("allopurinol for gout", "a beer now and then?", Kind.ASPECT, "allopurinol be taken together with alcohol"),
    ("lisinopril for hypertension", "he coughs since starting it", Kind.ASPECT, "lisinopril cause cough"),
    ("sertraline for depression", "and i get a headache on it", Kind.ASPECT, "sertraline cause headache"),
    ("sertraline for depression", "do they have side effects", Kind.ASPECT, "adverse effects of sertraline"),
    ("sertraline for depression", "so shall I take it or not?", Kind.ASPECT, "sertraline for depression"),
)


@pytest.mark.parametrize(("before", "typed", "kind", "holds"), ASIDES)
def test_what_is_asked_aside(before: str, typed: str, kind: Kind, holds: str) -> None:
    found = follow(typed, ask.read(before), ask.read, year=2026)
    assert found.kind is kind
    assert holds in found.asked


@pytest.mark.parametrize(
    ("aside", "typed", "holds", "lacks"),
    [
        ("Can naproxen be taken together with alcohol?", "how do I come off it", "naproxen stopped", "alcohol"),
        ("Can naproxen be taken together with alcohol?", "and with kidney failure?", "knee osteoarthritis", "alcohol"),
        ("What are the adverse effects of naproxen in people with knee osteoarthritis?", "for how long?", "knee", ""),
        ("What are the adverse effects of naproxen?", "and in pregnancy?", "safe in pregnant women", ""),
    ],
)
def test_the_next_follow_up_leans_on_the_topic(aside: str, typed: str, holds: str, lacks: str) -> None:
    topic = ask.read("naproxen for knee osteoarthritis")
    asked = follow(typed, ask.read(aside), ask.read, year=2026, topic=topic).asked
    assert holds in asked
    assert not lacks or lacks not in asked


def test_a_narrower_question_is_the_matter_itself() -> None:
    last = ask.read("hydrocortisone cream for eczema")
    assert follow("can I drink with it", last, ask.read, year=2026).aside
    assert not follow("on her face?", last, ask.read, year=2026).aside


def test_two_lengths_and_what_is_prevented_are_kept() -> None:
    lengths = follow("and with asthma?", ask.read("amoxicillin 3 days vs 7 days for pneumonia"), ask.read, year=2026)
    assert "3 days compared with 7 days" in lengths.asked
    flares = follow("and with heart failure?", ask.read("does allopurinol prevent gout flares"), ask.read, year=2026)
    assert "to prevent gout flares" in flares.asked


def test_a_child_that_was_told_of_is_not_asked_about_again() -> None:
    last = ask.read("my daughter has an ear infection, does she need amoxicillin")
    assert follow("and in children?", last, ask.read, year=2026).asked == last.typed


CLASSES = (
    ("amlodipine for hypertension", "ive got heart failure", Kind.PATIENT, "heart failure"),
    ("budesonide for croup", "and without fever?", Kind.PATIENT, "fever"),
    ("risedronate for osteoporosis", "3 years, is that enough?", Kind.ASPECT, "3 years of risedronate"),
    ("donepezil for Alzheimer disease", "what happens if we stop", Kind.ASPECT, "donepezil stopped"),
    ("donepezil for Alzheimer disease", "could she have memantine as well", Kind.TREATMENT, "donepezil with memantine"),
    ("ibuprofen for gout", "vs prednisolone", Kind.COMPARISON, "ibuprofen compared with prednisolone"),
    ("ramipril for hypertension", "does it work in women", Kind.PATIENT, "women with hypertension"),
    ("cephalexin for cystitis", "pregnant 20 weeks", Kind.PATIENT, "20 weeks pregnant"),
    ("doxycycline for acne", "anything instead, I came out in a rash with doxycycline", Kind.TREATMENT, "acne"),
)


@pytest.mark.parametrize(("before", "typed", "kind", "holds"), CLASSES)
def test_everyday_ways_of_going_on(before: str, typed: str, kind: Kind, holds: str) -> None:
    found = follow(typed, ask.read(before), ask.read, year=2026)
    assert (found.kind, holds in found.asked) == (kind, True), found.asked


def test_a_measured_value_is_no_treatment() -> None:
    last = ask.read("Is spironolactone safe in people with heart failure with a potassium of 5.4?")
    found = ask.read(follow("vs eplerenone", last, ask.read, year=2026).asked)
    assert [c.label for c in found.concepts if c.semantic == "drug"] == ["spironolactone", "eplerenone"]
    assert found.patient.values == ("potassium 5.4",), "the value goes on with the patient"
