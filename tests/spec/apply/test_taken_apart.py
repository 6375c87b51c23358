"""Two medicines that a label wants taken with a time between them are told so, the time first, and the path gives them
apart; one that a notice wants avoided beside another is not given with checks."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.together import spaced


def _told(typed: str, place: Path, section: str, reader: str = "doctor") -> list[str]:
    answer = probatum.answer(typed, library=place, reader=reader)
    return [s.text for one in answer.sections if one.id == section for s in one.statements]


@pytest.mark.parametrize("reader", ["nurse", "patient"])
@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("can ferrous sulphate be given with levothyroxine", "at least 4 hours apart"),
        ("ciprofloxacin and calcium tablets together?", "2 hours before or 6 hours after"),
        ("doxycycline with iron tablets same time ok", "at least 2 hours apart"),
    ],
)
def test_the_time_between_them_is_the_answer_and_the_step(
    starter_place: Path, typed: str, apart: str, reader: str
) -> None:
    first = _told(typed, starter_place, "bottom_line", reader)[0]
    step = _told(typed, starter_place, "algorithm", reader)[0]
    assert first.startswith("Not at the same time, but apart")
    assert apart in first
    assert "apart, not at the same time" in step
    assert apart in step


@pytest.mark.parametrize(
    ("typed", "lead"),
    [
        ("clopidogrel and omeprazole together", "Do not give"),
        ("allopurinol and azathioprine together", ""),
    ],
)
def test_what_no_time_mends_is_weighed_or_avoided(starter_place: Path, typed: str, lead: str) -> None:
    path = _told(typed, starter_place, "algorithm")
    assert path[0].startswith(lead)
    assert not any("apart, not at the same time" in text for text in path)


@pytest.mark.parametrize(
    ("text", "apart", "exact"),
    [
        ("A should be taken at least 2 hours after the antacid", True, True),
        ("B lowers the absorption of A; they should be taken apart", True, False),
        ("A with B should be avoided, also when they are taken 12 hours apart", False, False),
        ("A raises the level of B, which should be measured", False, False),
    ],
)
def test_a_time_between_is_told_by_its_words(text: str, apart: bool, exact: bool) -> None:
    assert spaced.told(text) is apart
    assert spaced.exact(text) is exact


@pytest.mark.parametrize("typed", ["co-trimoxazole rx for man on methotrexate 15mg weekly", "co-trimoxazole"])
def test_a_notice_on_the_parts_of_a_combination_decides_the_path(starter_place: Path, typed: str) -> None:
    path = _told(typed, starter_place, "algorithm")
    refused = path[0].startswith("Do not give methotrexate") if path else False
    assert refused is ("methotrexate" in typed)
    assert not any("give both with the checks" in text for text in path)


def test_what_a_notice_does_not_want_is_no_mere_care(starter_place: Path) -> None:
    typed = "can I take co-trimoxazole, I am on methotrexate"
    assert _told(typed, starter_place, "bottom_line", "patient")[0].startswith("To be avoided together (Medsafe")
    path = _told("co-trimoxazole for UTI in a woman on methotrexate", starter_place, "algorithm")
    assert any("should be avoided" in text and text.startswith("Mind what is taken") for text in path)
