"""Wordings that are put round ask what the plain question asks."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role

HARMS = [
    ("HRT does it cause breast cancer, im 54", "hormone replacement therapy", "breast cancer"),
    ("is it true HRT gives you breast cancer", "hormone replacement therapy", "breast cancer"),
    ("is it true that statins give you diabetes", "statin", "diabetes mellitus"),
    ("does ibuprofen give you stomach ulcers", "ibuprofen", "gastric ulcer"),
    ("statins - do they cause diabetes", "statin", "diabetes mellitus"),
]


@pytest.mark.parametrize(("typed", "given", "harm"), HARMS)
def test_what_it_gives_somebody_is_a_harm(typed: str, given: str, harm: str) -> None:
    question = read(typed)
    assert question.intent is Intent.HARM and question.typed == typed
    assert [c.label for c in question.having(Role.INTERVENTION)] == [given]
    assert harm in [c.label for c in question.having(Role.OUTCOME)]


SPARED = [
    ("CRP test copd exacerbation fewer antibiotics?", "C-reactive protein"),
    ("CRP in COPD exacerbation to cut antibiotics", "C-reactive protein"),
    ("procalcitonin to cut antibiotics in pneumonia", "procalcitonin"),
]


@pytest.mark.parametrize(("typed", "test"), SPARED)
def test_what_a_test_spares_is_the_outcome(typed: str, test: str) -> None:
    question = read(typed)
    assert [c.label for c in question.having(Role.INTERVENTION)] == [test]
    assert "antibiotic" in question.outcome and question.population


KEPT = [
    "does mexiletine give people relief from cramps",
    "amoxicillin for sore throat does it help",
    "fewer antibiotics for sore throat",
]


@pytest.mark.parametrize("typed", KEPT)
def test_other_wordings_stay(typed: str) -> None:
    question = read(typed)
    assert question.intent is Intent.THERAPY and " cause " not in question.read and " testing" not in question.read
