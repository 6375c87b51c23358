"""An aim before a dose is no effect that another sentence of the source could contradict."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library


def test_the_doses_of_a_label_stand(starter_place: Library) -> None:
    answer = probatum.answer("ramipril for hypertension", library=starter_place)
    assert not any(warning.code == "withheld" for warning in answer.warnings)
    assert any(s.text for p in answer.sections if p.id == "dosing" for s in p.statements)
