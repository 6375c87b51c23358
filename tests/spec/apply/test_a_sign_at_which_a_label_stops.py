"""Where a question tells of the very sign at which the label has a medicine stopped, the path is that of stopping it,
whatever is taken beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def _path(typed: str, place: Path) -> list[str]:
    answer = probatum.answer(typed, library=place)
    return [s.text for one in answer.sections if one.id == "algorithm" for s in one.statements]


@pytest.mark.parametrize(
    ("typed", "drug"),
    [
        ("rash 3 weeks into lamotrigine, also on valproate - stop?", "lamotrigine"),
        ("on levetiracetam, new rash, stop?", "levetiracetam"),
        ("angioedema on lisinopril stop?", "lisinopril"),
    ],
)
def test_the_stop_rule_that_is_met_is_the_path(starter_place: Path, typed: str, drug: str) -> None:
    path = _path(typed, starter_place)
    assert path[0].startswith("The question tells of this: ")
    assert f"stop {drug} now" in path[1]
    assert not any("both" in text for text in path[1:])


@pytest.mark.parametrize("typed", ["cough on lisinopril stop?", "lamotrigine and valproate together ok?"])
def test_what_no_stop_rule_names_is_not(starter_place: Path, typed: str) -> None:
    assert not any(text.startswith("The question tells of this") for text in _path(typed, starter_place))
