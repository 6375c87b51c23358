"""Words that say how a drug is given leave it the drug that is asked about."""

from __future__ import annotations

import pytest

from probatum.apply.context import Context
from probatum.ask import read
from probatum.model import Reader, SearchAccount


@pytest.mark.parametrize(
    ("typed", "drug"),
    [
        ("low dose aspirin to prevent myocardial infarction", True),
        ("high dose oral vitamin D for falls", True),
        ("early intravenous ceftriaxone in sepsis", True),
        ("short course prednisolone for asthma", True),
        ("early mobilisation after stroke", False),
        ("high intensity exercise for low back pain", False),
    ],
)
def test_it_is_known_for_a_drug(typed: str, drug: bool) -> None:
    context = Context(
        question=read(typed),
        reader=Reader.DOCTOR,
        appraisals=(),
        groups=(),
        overall=(),
        search=SearchAccount("", (), 0, (), (), "2026-01-01"),
    )
    assert context.drug_like is drug
