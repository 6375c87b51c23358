"""A word for how an illness is (`secondary`, `primary`) names no illness, though a list of words has it as one."""

from __future__ import annotations

import pytest

from probatum import ask


def _ill(typed: str) -> set[str]:
    return {c.label.lower() for c in ask.read(typed).concepts if c.semantic in ("condition", "symptom")}


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("secondary syphilis in a child", "syphilis"),
        ("treatment of secondary hyperparathyroidism", "hyperparathyroidism"),
        ("tests in secondary hypertension", "hypertension"),
    ],
)
def test_secondary_is_no_metastasis(typed: str, illness: str) -> None:
    told = _ill(typed)
    assert any(illness in name for name in told)
    assert not any("metasta" in name for name in told)


@pytest.mark.parametrize("typed", ["treatment of bone metastases", "liver metastases of bowel cancer, which treatment"])
def test_a_metastasis_that_is_named_stays_one(typed: str) -> None:
    assert any("metasta" in name for name in _ill(typed))
