"""Where a study gave an amount in the very illness, a page tells that and not a label's amount for illnesses at large
beside it, which stands at full depth."""

from __future__ import annotations

from pathlib import Path

import probatum
from probatum import pipeline
from probatum.model import Answer

_CROUP = "my toddler 18 months has croup, what dose of dexamethasone, weighs 11kg"


def _texts(answer: Answer) -> list[str]:
    return [s.text for one in answer.sections if one.id in ("bottom_line", "dosing") for s in one.statements]


def test_a_plain_page_tells_the_amount_of_the_illness_alone(starter_place: Path) -> None:
    told = _texts(probatum.answer(_CROUP, reader="carer", library=starter_place))
    assert any("0.15 mg/kg" in text for text in told)
    assert not any("0.02 mg/kg" in text or "small steps" in text for text in told)


def test_how_it_is_taken_stays(starter_place: Path) -> None:
    answer = probatum.answer("what dose of prednisolone for bell's palsy", reader="patient", library=starter_place)
    assert any("with food or milk" in text for text in _texts(answer))


def test_at_full_depth_both_are_shown_and_every_reader_is_told_the_same(starter_place: Path) -> None:
    short = _texts(probatum.answer(_CROUP, reader="doctor", library=starter_place))
    assert not any("0.02 mg/kg" in text for text in short)
    for reader in ("doctor", "carer"):
        whole = pipeline.answer(_CROUP, library=starter_place, reader=reader, depth="full")
        assert any("0.02 mg/kg" in text for text in _texts(whole))


def test_a_label_for_the_very_illness_keeps_its_dose(starter_place: Path) -> None:
    answer = probatum.answer("what dose of colchicine for a gout flare", reader="patient", library=starter_place)
    assert any("1.2 mg" in text for text in _texts(answer))
