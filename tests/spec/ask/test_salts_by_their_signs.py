"""Salts of the blood that are high or low are read from their signs, as notes have them."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("question", "ill"),
    [
        ("hyperK on zorbin, first drug and dose", "hyperkalaemia"),
        ("hypoK 2.6 on the ward, replacement", "hypokalaemia"),
        ("hypoNa, confused, what fluid", "hyponatraemia"),
        ("hyper-Ca of malignancy, what dose", "hypercalcaemia"),
        ("hypoMg on omeprazole, how much magnesium", "hypomagnesaemia"),
        ("pyelo at 28 weeks, which antibiotic", "pyelonephritis"),
    ],
)
def test_the_name_is_read(question: str, ill: str) -> None:
    assert ill.replace("ae", "e") in read(question).read.lower().replace("ae", "e")


@pytest.mark.parametrize(
    "question",
    [
        "hypo at night on gliclazide, what now",
        "hypocaloric diet for weight loss",
        "is he hyper on prednisolone",
        "vitamin K for bleeding on warfarin",
        "hyperkinetic child, methylphenidate dose",
    ],
)
def test_what_only_begins_so_is_left(question: str) -> None:
    told = read(question).read.lower().replace("ae", "e")
    assert not any(name in told for name in ("kalemia", "natremia", "calcemia", "magnesemia"))
