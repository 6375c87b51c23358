"""Who asks whether to stop a medicine is warned in the bottom line too, and the warning is not withheld."""

from __future__ import annotations

import pytest

from probatum.acquire.library import Library
from probatum.pipeline import answer


@pytest.mark.parametrize("reader", ["doctor", "patient"])
def test_the_warning_stands(medicines: Library, reader: str) -> None:
    made = answer("can i stop taking my prednisolone today", library=medicines, reader=reader)
    assert "prednisolone" in made.section("bottom_line").statements[0].text
    assert not [w for w in made.warnings if w.code == "withheld"]
