"""Where no source is on the illness asked about, one on the very treatment in the wider group speaks, and tells it."""

from __future__ import annotations

import pytest

from probatum import pipeline
from probatum.acquire.library import Library


@pytest.fixture(scope="module")
def starter(starter_library: Library) -> Library:
    return starter_library


def test_the_name_under_which_trials_take_people_in_is_told(starter: Library) -> None:
    bottom = pipeline.answer("tica vs clopi STEMI", library=starter, as_of="2026-11-26").section("bottom_line")
    text = " ".join(s.text for s in bottom.statements)
    assert "in acute coronary syndrome (which includes ST elevation myocardial infarction)" in text
    assert "indirect" not in text


def test_a_trial_in_thromboembolism_speaks_of_a_thrombosis(starter: Library) -> None:
    bottom = pipeline.answer("apixaban for DVT", library=starter, as_of="2026-11-26").section("bottom_line")
    assert "pmid:23808982" in {span.record for s in bottom.statements for span in s.supports}
    assert "indirect" not in " ".join(s.text for s in bottom.statements)


def test_another_illness_is_no_wider_group(starter: Library) -> None:
    bottom = pipeline.answer("apixaban for migraine", library=starter, as_of="2026-11-26").section("bottom_line")
    assert "pmid:23808982" not in {span.record for s in bottom.statements for span in s.supports}


def test_a_label_for_the_very_use_stands_before_effects_in_others(starter: Library) -> None:
    asked = "Is tranexamic acid useful for heavy periods"
    first, *others = pipeline.answer(asked, library=starter, as_of="2026-11-26").section("bottom_line").statements
    held = {"probatum:label-us-tranexamic-acid", "probatum:guideline-nice-ng88-heavy-menstrual-bleeding"}
    assert {span.record for span in first.supports} <= held
    assert not any("in menorrhagia" in s.text for s in others)  # nothing is said of those whom nobody studied
