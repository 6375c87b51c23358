"""What a guideline says of a medicine in an illness of which its label does not tell: in whom it does harm, when it
ends; and that a label is silent on an illness is no claim that needs the illness in the label."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.model import Answer

_SENSITIVE = "antipsychotics may worsen movement and cause severe sensitivity reactions"


def _texts(answer: Answer, section: str = "bottom_line") -> list[str]:
    return [s.text for one in answer.sections if one.id == section for s in one.statements]


@pytest.mark.parametrize(
    "typed",
    [
        "my dad has parkinsons dementia and gets very agitated at night, doctor wants risperidone, is that ok",
        "can a man with parkinson disease dementia have quetiapine",
        "is haloperidol safe in parkinson's dementia",
    ],
)
def test_a_warning_in_just_this_illness_stands_first(starter_place: Path, typed: str) -> None:
    answer = probatum.answer(typed, library=starter_place)
    assert _SENSITIVE in _texts(answer)[0]
    assert not [w for w in answer.warnings if w.code == "withheld"]


@pytest.mark.parametrize(
    "typed",
    [
        "my mum has dementia and is agitated, is risperidone ok",
        "risperidone for agitation in dementia",
        "donepezil for parkinson's disease dementia",
        "my dad has parkinsons disease, is risperidone ok for him",
    ],
)
def test_a_warning_in_a_narrower_illness_or_on_another_class_does_not(starter_place: Path, typed: str) -> None:
    assert not any(_SENSITIVE in text for text in _texts(probatum.answer(typed, library=starter_place)))


def test_that_a_label_names_no_limit_is_not_withheld(starter_place: Path) -> None:
    typed = "can my dad take risperidone, he has familial mediterranean fever and marfan syndrome"
    told = _texts(probatum.answer(typed, library=starter_place))
    assert told[0].startswith("The label of risperidone names no limit in familial Mediterranean fever and Marfan")


def test_advice_on_the_end_is_told_where_the_label_says_nothing_of_it(starter_place: Path) -> None:
    typed = "mum has dementia and wont stop shouting, gp gave risperidone 6 months ago, should it be stopped"
    told = _texts(probatum.answer(typed, reader="carer", library=starter_place))
    assert "stopping an antipsychotic in dementia when it brings no clear benefit" in told[0]
    assert "every 6 weeks" in told[1]
    assert any("for up to 6 weeks" in text for text in told)
    assert not any("says whether it is stopped" in text for text in told)


def test_a_label_that_bars_it_still_leads(starter_place: Path) -> None:
    told = _texts(probatum.answer("Stop metformin at eGFR 28?", library=starter_place))
    assert told[0].startswith("Yes, stop it: metformin is contraindicated for this patient")
