"""Which member of a class does something least is answered by a comparison alone: that none is held is said."""

from __future__ import annotations

import pytest

import probatum

NONE = "beside each other"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("which SSRI causes least weight gain", True),
        ("Which DOAC causes least GI bleeding in over 75s", True),
        ("does sertraline cause weight gain", False),
        ("which SSRI is most effective for depression", False),
    ],
)
def test_no_member_is_set_beside_another(typed: str, said: bool) -> None:
    told = probatum.answer(typed).sections[0].statements
    assert any(NONE in s.text for s in told) is said
