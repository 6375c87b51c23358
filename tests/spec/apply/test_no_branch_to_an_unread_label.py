"""Who must not have one medicine is not sent on to another of which no label says whether he may have that."""

from __future__ import annotations

import probatum
from probatum.model import Answer


def _branches(made: Answer) -> str:
    section = made.section("algorithm")
    assert section is not None
    return " ".join(s.text for s in section.statements)


def test_a_medicine_without_a_label_is_not_weighed_after_a_contraindication() -> None:
    told = _branches(probatum.answer("ticagrelor versus cangrelor in ACS having PCI"))
    assert "weigh cangrelor" not in told
    assert "no label of cangrelor is held" in told


def test_one_with_a_label_still_is() -> None:
    assert "weigh " in _branches(probatum.answer("sertraline for depression"))


def test_what_a_guideline_recommends_is_weighed_without_a_label() -> None:
    told = _branches(probatum.answer("co-amoxiclav for cellulitis"))
    assert "flucloxacillin" in told


def test_what_meets_a_medicine_that_is_taken_makes_way() -> None:
    asked = "gout flare in CKD 4 already on apixaban, colchicine or naproxen or prednisolone"
    told = _branches(probatum.answer(asked))
    assert "weigh prednisolone" in told
    assert "weigh naproxen" not in told
