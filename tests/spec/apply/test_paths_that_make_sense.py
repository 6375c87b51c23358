"""Steps lead somewhere: no loop of one step, no slow end for what is taken as needed, no reason read as a condition."""

from __future__ import annotations

import msgspec
import pytest

from probatum.apply.composing import tidying
from probatum.apply.labels import stopping
from probatum.apply.sections import beginning, excluding, taken_beside
from probatum.model import Kind, Section, Statement

ENDS = [
    ("Zorbinol should not be stopped suddenly.", True),
    ("Abrupt withdrawal of zorbinol may cause fits.", True),
    ("Zorbinol should be stopped if sudden loss of sight occurs.", False),
    ("Sudden loss of hearing was reported with zorbinol.", False),
]


@pytest.mark.parametrize(("text", "slowly"), ENDS)
def test_a_sudden_end_is_meant_and_no_sudden_illness(text: str, slowly: bool) -> None:
    assert bool(stopping._SUDDENLY.search(text)) is slowly


DIRECTIONS = [
    ("Zorbinol with slate raises the risk of bleeding", False),
    ("Zorbinol with slate should be avoided", True),
    ("With slate the level of zorbinol should be measured", True),
]


@pytest.mark.parametrize(("text", "acts"), DIRECTIONS)
def test_a_risk_is_nothing_that_can_be_done(text: str, acts: bool) -> None:
    assert bool(taken_beside._ACTS.search(text)) is acts


def test_a_reason_is_no_item_of_a_list() -> None:
    assert excluding._BECAUSE.sub("", "slate, because blood pressure may fall") == "slate"


def test_nothing_is_started_for_death() -> None:
    assert beginning.counted("death in quarry fever") and not beginning.counted("quarry fever")


def test_one_step_that_leads_to_itself_is_none() -> None:
    steps = (
        Statement("algorithm.1", "Decide whether zorbinol is still needed.", Kind.NAVIGATION),
        Statement("algorithm.1a", "It is needed: continue, and go back to step 1 at the next review.", Kind.NAVIGATION),
    )
    section = Section("algorithm", "Clinical algorithm", steps)
    assert tidying._section(section) == msgspec.structs.replace(section, statements=(), empty=tidying.NO_PATH)
