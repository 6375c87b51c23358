"""How, when or whether one may end a treatment is asked in some wordings, what that does in others."""

from __future__ import annotations

import pytest

from probatum.text import ending


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how to taper venlafaxine", True),
        ("When should apixaban be stopped before surgery", True),
        ("can my mum stop her statin", True),
        ("is it ok to come off the tablets", True),
        ("does stopping aspirin raise the risk of stroke", False),
        ("antibiotics to stop a cough", False),
        ("can garlic stop colds", False),
    ],
)
def test_what_asks_for_the_end(text: str, asked: bool) -> None:
    assert ending.asks(text) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("should someone with a new stent stop prasugrel for a tooth extraction", True),
        ("discontinue warfarin before elective surgery?", True),
        ("does aspirin stop a clot from forming for good", False),
    ],
)
def test_to_stop_a_medicine_for_an_operation_is_asked(text: str, asked: bool) -> None:
    assert ending.asks(text) is asked
