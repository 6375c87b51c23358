"""A trial that asked whether a treatment is no worse is told as having shown it only where it says so."""

from __future__ import annotations

import pytest

from probatum.apply.evidence.noninferior import _CLAIM, _NOT_SHOWN


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Wait and see was noninferior to surgery.", True),
        ("Noninferiority of tablets to injections was shown.", True),
        ("Noninferiority, at a margin of 20%, was not shown.", False),
        ("The noninferiority of tablets was not established.", False),
        ("The trial failed to show that tablets were noninferior.", False),
    ],
)
def test_noninferiority(sentence: str, shown: bool) -> None:
    assert (bool(_CLAIM.search(sentence)) and not _NOT_SHOWN.search(sentence)) is shown
