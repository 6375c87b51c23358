"""That nothing held speaks of the pregnancy or breast-feeding told leads, whatever the treatment does in others."""

from __future__ import annotations

import pytest

import probatum

NONE = "No source of the library says whether"


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("mum is breast feeding and has hay fever, can she take fexofenadine", True),
        ("colchicine in pregnancy for pericarditis", True),
        ("can I take bisoprolol while breastfeeding", True),
        ("can I take valaciclovir while breastfeeding", False),
        ("is apixaban safe in pregnancy with AF", False),
        ("breastfeeding and has a UTI, nitrofurantoin ok?", False),
        ("valaciclovir for shingles", False),
        ("allopurinol for gout in breast feeding", True),
        ("metronidazole for bacterial vaginosis in breast feeding", False),
    ],
)
def test_silence_on_the_child_leads(typed: str, missing: bool) -> None:
    assert probatum.answer(typed).sections[0].statements[0].text.startswith(NONE) is missing
