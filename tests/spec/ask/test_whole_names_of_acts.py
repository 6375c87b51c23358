"""What is done to an illness or a part of the body is asked about, and not the illness or the part alone."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("does atrial fibrillation ablation help heart failure patients", "atrial fibrillation ablation"),
        ("does foot reflexology help colic in babies", "foot reflexology"),
        (
            "bispectral index guided anesthesia for delirium",
            "bispectral index guided anesthesia",
        ),
        ("does cortisone help gout", "cortisone"),
        ("aspirin for stroke prevention", "aspirin"),
    ],
)
def test_the_treatment_is_the_whole_of_its_name(typed: str, label: str) -> None:
    labels = [c.label.lower() for c in ask.read(typed).having(Role.INTERVENTION)]
    assert any(label in one or one in label for one in labels)
    assert "atrial fibrillation" not in labels and "foot" not in labels and "analgesia" not in labels


@pytest.mark.parametrize(
    ("typed", "whole", "part"),
    [
        ("androgen deprivation therapy for prostate cancer", "androgen deprivation therapy", "androgens"),
        ("does testosterone suppression cause bone loss", "testosterone suppression", "testosterone"),
        ("is alcohol restriction useful in atrial fibrillation", "alcohol restriction", "ethanol"),
    ],
)
def test_what_takes_a_substance_away_is_not_the_substance(typed: str, whole: str, part: str) -> None:
    labels = [c.label.lower() for c in ask.read(typed).having(Role.INTERVENTION)]
    assert labels == [whole] and part not in labels


def test_a_substance_that_is_given_stays_itself() -> None:
    assert [c.label for c in ask.read("testosterone for low libido").having(Role.INTERVENTION)] == ["testosterone"]
