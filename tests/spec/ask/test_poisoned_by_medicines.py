"""Poisoning by medicines whose safe range is narrow, and grave reactions: told of somebody, not asked about."""

from __future__ import annotations

import pytest

from probatum.ask import read

TOLD = (
    "my husband takes theophylline, his heart is fluttering and he has been vomiting since breakfast",
    "on epanutin, staggering about and my eyes keep jumping",
    "mum on priadel has had the squits for two days and her hands are shaking",
    "digoxin patient, lights have green halos round them, pulse is 44",
    "I take methotrexate and my mouth is full of ulcers and bruises keep appearing",
    "sore throat and shivering, I'm on carbimazole",
    "nobody took the old fentanyl patch off before they put the new one on my nan",
    "dad's morphine went up and his breaths are shallow",
    "haloperidol yesterday and now my son is stiff, boiling hot and confused",
    "metformin, a stomach bug, panting and drowsy since last night",
    "three weeks into lamotrigine she has a fever, a rash everywhere and her face is puffy",
    "took day nurse this morning and paracetamol as well, two of each",
)
ASKED = (
    "how is digoxin poisoning treated",
    "why does carbimazole cause a sore throat",
    "co-codamol versus paracetamol for dental pain",
    "fentanyl patches or oral morphine in cancer",
    "clozapine and fever: when should blood be taken?",
    "child 4, red ear drum, amoxicillin, wait or treat?",
    "I take sumatriptan, how many can I take in a week",
    "Had a stroke in 2016, arm was weak then but fine since. Is clopidogrel enough?",
)


@pytest.mark.parametrize("typed", TOLD)
def test_a_picture_of_poisoning_is_warned_of(typed: str) -> None:
    assert read(typed).danger


@pytest.mark.parametrize("typed", ASKED)
def test_a_question_on_it_is_not(typed: str) -> None:
    assert not read(typed).danger
