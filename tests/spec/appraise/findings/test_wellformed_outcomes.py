"""The name of an outcome is a whole noun phrase, which stands where an outcome stands."""

from __future__ import annotations

import pytest
from findings_help import read, record

from probatum.appraise.findings import wellformed

NAMES = {
    "itching": True,
    "time to resolution of redness": True,
    "survival": True,
    "being readmitted": True,
    "including": False,
    "length": False,
    "length of itching": True,
    "3rd": False,
    "7th postoperative days": False,
    "prevent": False,
    "assignment to combing rose": False,
    "3 to 4.5 hours": False,
    "mild or moderate depressive": False,
    "redness, and itching scores": False,
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_noun_phrase(name: str) -> None:
    assert wellformed.names(name, record("Redness was seen.")) is NAMES[name]


USED = {
    "Withdrawal was rarer with lotion.": ("withdrawal", True),
    "Three clinics took part.": ("clinic", True),
    "No difference in survival between groups was seen.": ("graft survival", True),
    "There was no difference in urinary (p = 0.4) or bowel trouble.": ("urinary", False),
    "The test was positive in four.": ("positive", False),
    "Early and late relapse were rare.": ("early", False),
}


@pytest.mark.parametrize("text", USED)
def test_a_word_shaped_as_an_adjective_is_a_noun_where_the_record_uses_it_as_one(text: str) -> None:
    name, expected = USED[text]
    assert wellformed.names(name, record(text)) is expected


NO_FINDING = {
    "what is compared with": "The time to cure was shorter with lotion than combing (lotion 4 days, combing 6 days).",
    "groups before the treatment": "Before treatment there was no difference in itching between the groups (p > 0.05).",
}


@pytest.mark.parametrize("name", NO_FINDING)
def test_none_is_made_of(name: str) -> None:
    assert not [f for f in read(NO_FINDING[name]) if f.outcome in ("combing", "itching")]


def test_a_share_with_a_raised_point_behind_a_week_is_read_whole() -> None:
    (found,) = read("At week 58, 37·2% of children given lotion had cure versus 11·2% given combing (p<0·0001).")
    assert [arm.value.text for arm in found.arms if arm.value] == ["37·2", "11·2"]
