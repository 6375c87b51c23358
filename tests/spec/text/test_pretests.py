"""Which test is asked for before a medicine is started, and which sentences of labels tell of one."""

from __future__ import annotations

import pytest

from probatum.text import pretests


@pytest.mark.parametrize(
    ("typed", "names", "behind"),
    [
        ("HLA-B test before zorbinol?", ["HLA type"], "zorbinol"),
        ("TPMT before zorbinol", ["TPMT"], "zorbinol"),
        ("baseline LFTs for zorbinol", ["liver tests"], "zorbinol"),
        ("do I need an eye test before starting the zorbinol", ["an eye examination"], "zorbinol"),
        ("should renal function be checked prior to zorbinol", ["kidney function"], "zorbinol"),
        ("potassium before starting zorbinol", ["potassium"], "zorbinol"),
        ("what tests before starting zorbinol", [], "zorbinol"),
    ],
)
def test_the_test_and_the_medicine_are_read(typed: str, names: list[str], behind: str) -> None:
    found = pretests.asked(typed)
    assert found is not None
    assert [one.name for one in found.tests] == names and found.behind == behind


@pytest.mark.parametrize(
    "typed",
    [
        "zorbinol before surgery",
        "can I take calcium before zorbinol",
        "zorbinol dose",
        "how long before zorbinol works",
    ],
)
def test_what_is_no_test_before_a_start(typed: str) -> None:
    assert pretests.asked(typed) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Liver tests should be measured before zorbinol is started.", True),
        ("Pregnancy must be ruled out before zorbinol is started.", True),
        ("Liver tests should be monitored every month during zorbinol.", False),
    ],
)
def test_a_sentence_tells_what_is_done_first(text: str, told: bool) -> None:
    assert pretests.first(text) is told
