"""Which questions ask how a medicine is swallowed, and which directions of a label tell it."""

from __future__ import annotations

import pytest

from probatum.apply.labels import caution, swallowed


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("can zorbinol be crushed?", True),
        ("may zorbinol capsules be opened for a feeding tube", True),
        ("is it ok to cut zorbinol in half", True),
        ("can I crush my zorbinol tablets", True),
        ("should an open fracture get zorbinol", False),
        ("can zorbinol open airways", False),
        ("does zorbinol help broken bones", False),
    ],
)
def test_what_asks_how_it_is_swallowed(question: str, asks: bool) -> None:
    assert swallowed.asked_in(question) is asks


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("is zorbinol taken daily or weekly", True),
        ("how often do I take zorbinol", True),
        ("how often does zorbinol cause abnormal liver tests", False),
        ("how often do falls happen on zorbinol", False),
    ],
)
def test_what_asks_how_often_it_is_taken(question: str, asks: bool) -> None:
    assert bool(swallowed._HOW_OFTEN.search(question)) is asks


@pytest.mark.parametrize(
    ("direction", "tells"),
    [
        ("zorbinol should be swallowed whole", True),
        ("zorbinol tablets may be halved but not chewed", True),
        ("the dose of zorbinol should be halved in old age", False),
        ("zorbinol capsules can be opened", True),
    ],
)
def test_what_a_label_tells_of_it(direction: str, tells: bool) -> None:
    assert bool(swallowed.TELLS.search(direction)) is tells


def test_a_bare_heading_is_no_warning() -> None:
    warning = "Drugs that act on the zorb, such as zorbinol, can injure the unborn baby and lead to its death"
    assert caution.briefly(warning, 12) == ""
    assert caution.briefly("Zorbinol causes fits in rats, which may die", 5) == "zorbinol causes fits in rats"
