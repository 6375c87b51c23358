"""How often and how fast something is given, what two pieces of advice allow, and what a text tells twice otherwise."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit import advising, amounts, paces, retelling
from probatum.assess.audit.opinion import probes
from probatum.model import Verdict

PACES = (
    # words, times a day
    ("two leaflets a week", 2 / 7),
    ("every other day", 0.5),
    ("twice weekly", 2 / 7),
    ("three-weekly", 1 / 21),
    ("every 6 hours", 4.0),
    ("once a month", 1 / 30.44),
    ("a leaflet a week", 1 / 7),
)


@pytest.mark.parametrize(("words", "times"), PACES)
def test_how_often_is_read_in_times_a_day(words: str, times: float) -> None:
    assert [round(t, 6) for t, _ in paces.often(f"They came {words}.")] == [round(times, 6)]


def test_what_people_have_nearly_every_day_is_no_plan() -> None:
    assert not paces.often("They slept badly nearly every day.")


@pytest.mark.parametrize("text", ["2 mg kg-1 h-1", "2 mg/kg/h", "2 mg/kg an hour", "2 mg per kg per hour"])
def test_rates_are_one_however_they_are_written(text: str) -> None:
    assert [(r.amount, r.sort) for r in paces.rates(f"Then {text} was run in.")] == [(2.0, "mass/kg")]


PLAN = (
    "We randomly assigned 120 adults with night cramps to zerafine or placebo. A leaflet was posted twice a week"
    " for six "
    "weeks. Zerafine was started with 5 mg/kg, followed by 2 mg kg-1 h-1 until waking. Tablets of 2-12 mg/day were"
    " allowed. "
    "Stretching lessons took place weekly. Each breathed the vapour for 4 minutes twice daily for 5 days. We"
    " planned for 75 "
    "people in each group."
)
SAID = (
    # sentence, whether `pace` objects
    ("A leaflet went out every day for six weeks [1].", True),
    ("A leaflet went out twice a week for six weeks [1].", False),
    ("The first 5 mg/kg was followed by 5 mg/kg an hour until people woke [1].", True),
    ("The first 5 mg/kg was followed by 2 mg/kg an hour until people woke [1].", False),
    ("Doses ran from 12 to 24 mg a day [1].", True),
    ("Doses ran from 2 to 12 mg a day [1].", False),
    ("Lessons in stretching were held once a month [1].", True),
    ("Lessons in stretching were held every week [1].", False),
)


@pytest.mark.parametrize(("sentence", "objects"), SAID)
def test_a_plan_is_kept_to(sentence: str, objects: bool) -> None:
    pace = next(p for p in probes() if p.name == "pace")
    said = report(sentence, records=(saying(PLAN),)).sentences[-1]
    assert (pace.name in {c.check for c in said.checks if c.verdict is Verdict.NUMBER_DIFFERS}) is objects


SUMS = (
    ("The whole treatment came to 40 minutes of breathing [1].", False),
    ("The whole treatment came to 60 minutes of breathing [1].", True),
    ("Of the 150 people planned for, 120 came [1].", False),
    ("Of the 190 people planned for, 120 came [1].", True),
)


@pytest.mark.parametrize(("sentence", "objects"), SUMS)
def test_a_course_and_two_groups_are_added_up(sentence: str, objects: bool) -> None:
    assert report(sentence, records=(saying(PLAN),)).sentences[-1].faulty is objects


AMOUNTS = (
    ("Give it for one week and no more.", "Give it for at least a month.", True),
    ("Give it for at most 20 mg.", "Give it at 10 mg or more.", False),
    ("Give it for four weeks.", "Give it for at least a month.", False),
    ("Never more than two tablets.", "At least three tablets.", True),
)


@pytest.mark.parametrize(("one", "other", "apart"), AMOUNTS)
def test_amounts_that_cannot_both_be_kept(one: str, other: str, apart: bool) -> None:
    assert amounts.apart(amounts.read(one), amounts.read(other)) is apart


STANDS = (
    ("Zerafine is best left out of routine care of cramps.", "We advise zerafine for every patient with cramps.", True),
    ("Zerafine is not something to offer.", "We would offer zerafine.", True),
    ("Give water and salts, not zerafine, while cramps last.", "Zerafine should be the first thing given.", True),
    ("Zerafine is the wrong first drug in cramps.", "For most people with cramps, zerafine comes first.", True),
    ("Zerafine is a sensible first drug.", "Avoid zerafine.", True),
    ("We add zerafine for high-risk patients.", "For low-risk patients we do not add zerafine.", False),
    ("We do not give zerafine routinely.", "Consider zerafine where stretching fails.", False),
)


@pytest.mark.parametrize(("one", "other", "opposed"), STANDS)
def test_stands_in_more_words(one: str, other: str, opposed: bool) -> None:
    left, right = advising.read(one, cites=False), advising.read(other, cites=False)
    assert left is not None and right is not None
    assert advising.opposed(right, left, frozenset(("zerafin",)), frozenset(("cramp",))) is opposed


TOLD = (
    ("Muscle strength held steady on zerafine.", "Muscle strength slipped on zerafine.", True),
    ("Brelomab cleared the scalp skin just as zerafine did.",
     "Scalp skin cleared with zerafine, but not with brelomab.", True),
    ("Muscle strength fell on zerafine.", "Muscle strength slipped on zerafine.", False),
    ("Sleep held steady.", "Muscle strength slipped on zerafine.", False),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other", "opposed"), TOLD)
def test_what_is_told_again_must_be_what_was_told(one: str, other: str, opposed: bool) -> None:
    assert retelling.opposed(one, other) is opposed


WHOM = (
    ("In acute pancreatitis, zerafine makes cramps fewer [1].", True),
    ("Zerafine eases the nights of patients with asthma [1].", True),
    ("Zerafine eases the nights of patients with night cramps [1].", False),
    ("Depressed adults sleep better with zerafine [1].", True),
)


@pytest.mark.parametrize(("sentence", "objects"), WHOM)
def test_people_with_an_illness_that_was_not_studied(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(PLAN),)).sentences[-1]
    assert ("transfer" in {c.check for c in said.checks if c.verdict is Verdict.POPULATION_DIFFERS}) is objects


NOTHING = (
    ("Sleep got better for 7 of 22 against 2 of 22, too few to be conclusive [1].", False),
    ("Nine on zerafine and five on placebo slept well, which proved nothing [1].", False),
    ("Nine on zerafine slept well, which is conclusive [1].", True),
)


@pytest.mark.parametrize(("sentence", "objects"), NOTHING)
def test_proof_that_is_denied_is_no_claim(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(PLAN),)).sentences[-1]
    assert ("certainty" in {c.check for c in said.checks if c.verdict is Verdict.PARTLY}) is objects
