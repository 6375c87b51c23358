"""Where the number needed to treat is asked it is told, else that no source prints it."""

from __future__ import annotations

import pytest

import probatum

NONE = "No source that is held prints how many are treated"


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("what is the nnt of empagliflozin in heart failure", False),
        ("what is the NNT for statins in primary prevention", True),
        ("statins in primary prevention", False),
    ],
)
def test_number_needed(typed: str, missing: bool) -> None:
    told = [s.text for s in probatum.answer(typed).sections[0].statements]
    assert any(s.startswith(NONE) for s in told) is missing
    assert not any(s.lower().startswith("nnt of") for s in told)
