"""Which texts ask how soon a treatment works, which sentences tell it, and at which time a result was measured."""

from __future__ import annotations

import pytest

from probatum.text import onset

ASKED = [
    ("how long does zorbinol take to work", True),
    ("when will zorbinol start working?", True),
    ("how soon does zorbinol kick in", True),
    ("how long until zorbinols lower cholesterol", True),
    ("how many weeks before zorbinol helps nerve pain", True),
    ("when should I expect to feel better on zorbinol", True),
    ("onset of action of zorbinol", True),
    ("when will I notice a difference?", True),
    ("when does zorbinol take full effect", True),
    ("how long after starting zorbinol do the benefits appear", True),
    ("how long does zorbinol take?", True),
    ("how long does zorbinol last", False),
    ("how long does zorbinol take to leave my body", False),
    ("when do the side effects of zorbinol start to show effect", False),
    ("how quickly should potassium be lowered with zorbinol", False),
    ("how long should zorbinol be taken", False),
    ("how long before surgery is zorbinol stopped", False),
    ("does zorbinol work for gout", False),
    ("how does zorbinol work", False),
]


@pytest.mark.parametrize(("question", "asks"), ASKED)
def test_what_asks_how_soon_it_works(question: str, asks: bool) -> None:
    assert onset.asks(question) is asks


TOLD = [
    ("The full effect of zorbinol may take 4 weeks to appear after starting.", True, True),
    ("Onset of action is about 30 minutes after a tablet.", True, True),
    ("The benefit of zorbinol should be assessed after 4 weeks.", True, True),
    ("In croup, zorbinol relieved symptoms as early as 6 hours after treatment.", False, True),
    ("Pain at 6 weeks was lower with zorbinol than with placebo, a reduction of 3 points in 2 weeks.", False, False),
    ("The effect of zorbinol rises within 2 weeks of stopping zerafine.", True, False),
    ("The dose of zorbinol is 400 mg when 200 mg does not help, to a maximum of 1200 mg in 24 hours.", True, False),
    ("Most children get better within 3 days without zorbinol.", True, False),
]


@pytest.mark.parametrize(("sentence", "advice", "told"), TOLD)
def test_what_tells_how_soon_it_works(sentence: str, advice: bool, told: bool) -> None:
    assert onset.tells(sentence, advice=advice) is told


MEASURED = [
    ("Pain relief at 24 hours occurred in 28 people.", 24.0),
    ("Recovery within two weeks was more frequent.", 336.0),
    ("People of 3 years of age were asked after 4 weeks.", 672.0),
    ("Pain was lower with zorbinol.", None),
]


@pytest.mark.parametrize(("sentence", "hours"), MEASURED)
def test_when_a_result_was_measured(sentence: str, hours: float | None) -> None:
    assert onset.measured(sentence) == hours
