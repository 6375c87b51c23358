"""A trial or guideline that is named, and the verb that joins two, are no part of what is given."""

from __future__ import annotations

import pytest

from probatum.ask import read


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("does STAREE show atorvastatin reduces death", "atorvastatin"),
        ("does STAREE show that atorvastatin reduces death in older people", "atorvastatin"),
        ("what did CRASH-3 show on tranexamic acid", "tranexamic acid"),
        ("what does CODA say about antibiotics for appendicitis", "antibiotics"),
        ("do I combine alarm with desmopressin for bedwetting", "alarm with desmopressin"),
        ("does finasteride reduce hair loss", "finasteride"),
    ],
)
def test_who_says_it_is_not_given(typed: str, given: str) -> None:
    question = read(typed)
    assert question.intervention == given
    assert not question.patient.drugs
