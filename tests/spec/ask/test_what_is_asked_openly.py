"""A question that asks what to give names nothing that is: what is taken or was left is asked about no more."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    ("typed", "ill", "drugs", "told"),
    [
        ("how do I treat an acute gout flare in a man on warfarin with CKD 4", "gout", ["warfarin"], ""),
        ("What is safe for migraine if you have asthma and take lithium", "migraine", ["lithium carbonate"], "asthma"),
        (
            "Patient with epilepsy, meds digoxin and warfarin. Presents with cellulitis. Treatment?",
            "cellulitis",
            ["digoxin", "warfarin"],
            "epilepsy",
        ),
        ("He had a stroke last year and takes aspirin; how to treat his gout?", "gout", ["aspirin"], "stroke"),
        (
            "cellulitis in a patient with asthma already taking digoxin, first line?",
            "cellulitis",
            ["digoxin"],
            "asthma",
        ),
        ("drug of choice gout epilepsy", "gout", [], "epilepsy"),
    ],
)
def test_what_is_taken_is_told_and_the_illness_asked_of_comes_first(
    typed: str, ill: str, drugs: list[str], told: str
) -> None:
    question = ask.read(typed)
    assert not question.having(Role.INTERVENTION) and not question.intervention
    assert ill in question.population and question.intent is Intent.THERAPY
    assert {d.split()[0] for d in question.patient.drugs} == {d.split()[0] for d in drugs}
    assert any(told in c for c in (*question.patient.conditions, question.population))


@pytest.mark.parametrize(
    "typed",
    [
        "naproxen not tolerated, gout, what next",
        "gout not responding to naproxen, what's next?",
        "can't take naproxen because of a peptic ulcer, what else for gout?",
        "patient with gout intolerant of naproxen, alternatives?",
    ],
)
def test_what_was_left_is_what_others_stand_against(typed: str) -> None:
    question = ask.read(typed)
    assert not question.having(Role.INTERVENTION)
    assert [c.label.lower() for c in question.having(Role.COMPARATOR)] == ["naproxen"]


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("How do I treat gout with colchicine in a man on warfarin?", ["colchicine"]),
        ("Best treatment for gout: colchicine or naproxen?", ["colchicine", "naproxen"]),
        ("I am on warfarin, what dose of colchicine can I take for gout?", ["colchicine"]),
    ],
)
def test_a_treatment_that_is_named_stays_asked_about(typed: str, given: list[str]) -> None:
    assert [c.label.lower() for c in ask.read(typed).having(Role.INTERVENTION)] == given
