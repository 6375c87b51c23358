"""An interval of which one end is exactly no difference shows neither an effect nor that there is none."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize("reader", ["doctor", "patient"])
@pytest.mark.parametrize(
    "question",
    ["does combined HRT raise the risk of breast cancer?", "does combined HRT increase invasive breast cancer?"],
)
def test_a_harm_at_the_edge_is_not_told_as_none(starter_library: Library, question: str, reader: str) -> None:
    answer = probatum.answer(question, library=starter_library, reader=reader, as_of="2026-11-29")
    told = {
        part.id: [s.plain if reader == "patient" and s.plain else s.text for s in part.statements]
        for part in answer.sections
    }
    first = " ".join(told["bottom_line"][:2])  # how many guidelines count of 1,000 may stand before it
    assert "may be higher" in first and "reaches no difference" in first
    assert not any("No effect" in line and "breast" in line for line in told["bottom_line"])
    assert not any("leave it at that" in line for line in told["algorithm"])


def test_where_a_p_is_told_it_decides(starter_library: Library) -> None:
    question = "does tranexamic acid lower death due to bleeding after birth?"
    answer = probatum.answer(question, library=starter_library, as_of="2026-11-29")
    first = answer.sections[0].statements[0].text
    assert "reaches no difference" not in first
