"""A medicine that is taken and that the illness told of forbids is told first; advice against a reliever as the only
treatment is none against it in an attack."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


def _short(typed: str, library: Library) -> list[str]:
    return [s.text for s in probatum.answer(typed, library=library).sections[0].statements]


@pytest.mark.parametrize(
    "typed",
    ["asthma, on propranolol for anxiety, add montelukast?", "asthma attack in A&E on propranolol, give salbutamol?"],
)
def test_the_illness_forbids_what_is_taken(typed: str, starter_place: Library) -> None:
    assert _short(typed, starter_place)[0].startswith(
        "Propranolol, which is taken, is contraindicated for this patient"
    )


@pytest.mark.parametrize("typed", ["asthma, on sertraline, add montelukast?", "gout, on allopurinol, add colchicine?"])
def test_another_illness_forbids_nothing(typed: str, starter_place: Library) -> None:
    assert not any("which is taken, is contraindicated" in text for text in _short(typed, starter_place))


def test_in_an_attack_a_reliever_is_not_advised_against(starter_place: Library) -> None:
    typed = "patient has an asthma attack, can I use salbutamol"
    answer = probatum.answer(typed, library=starter_place)
    said = [s.text for p in answer.sections if p.id in ("bottom_line", "algorithm") for s in p.statements]
    assert not any("alone in asthma" in text for text in said)
    every_day = _short("salbutamol alone for asthma ok?", starter_place)
    assert "advised against for this patient" in every_day[0]
