"""What a label says in one breath that it is not for is no use of it, and keeps it away."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.acquire import starter
from probatum.appraise.directives import labels
from probatum.model import DirectiveAction

HELD = {record.id: record for record in starter.records()}


@pytest.mark.parametrize(
    ("label", "away"),
    [
        ("probatum:label-uk-domperidone", "heartburn"),
        ("probatum:label-us-insulin-glargine", "ketoacidosis"),
        ("probatum:label-us-sumatriptan", "prevention of migraine"),
    ],
)
def test_it_is_kept_apart_from_the_use(label: str, away: str) -> None:
    found = labels.read(HELD[label])
    assert not any(away in d.text for d in found if d.action is DirectiveAction.INDICATED)
    assert any(away in d.text for d in found if d.action is DirectiveAction.NOT_RECOMMENDED)


def test_a_condition_of_the_use_stays_with_it() -> None:
    uses = [d.text for d in labels.read(HELD["probatum:label-us-losartan"]) if d.action is DirectiveAction.INDICATED]
    assert any("may not apply" in text for text in uses)


@pytest.mark.parametrize("typed", ["insulin glargine for diabetic ketoacidosis", "domperidone for heartburn"])
def test_it_is_advised_against(starter_place: Path, typed: str) -> None:
    made = probatum.answer(typed, library=starter_place)
    assert "advised against" in made.section("bottom_line").statements[0].text
