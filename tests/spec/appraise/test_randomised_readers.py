"""Rules and model answer one question of one record: is it a randomised trial?"""

from __future__ import annotations

import pytest
from appraise_records import make

from probatum.appraise.randomised import READERS, features
from probatum.model import Record

TRIAL = make(
    "METHODS: Sixty patients were randomly assigned to drugamine or placebo, double-blind. RESULTS: Pain fell.",
    title="Drugamine for cramp: a randomised, placebo-controlled trial.",
)
SERIES = make("We report three patients with a rash after drugamine.", title="Rash after drugamine.")


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(("record", "expected"), [(TRIAL, True), (SERIES, False), (make("", title=""), False)])
def test_every_reader_tells_a_trial_from_a_report_of_cases(name: str, record: Record, expected: bool) -> None:
    share = READERS[name](record)
    assert 0 <= share <= 1
    assert (share > 0.5) is expected


@pytest.mark.parametrize("name", READERS)
def test_what_indexers_said_is_not_read(name: str) -> None:
    told = make("Cramp hurts.", types=("Randomized Controlled Trial",), mesh=("Random Allocation",))
    assert READERS[name](told) == READERS[name](make("Cramp hurts."))


def test_a_very_long_text_has_a_bounded_number_of_features() -> None:
    assert len(features(make("random placebo patients " * 20_000))) < 4_000
