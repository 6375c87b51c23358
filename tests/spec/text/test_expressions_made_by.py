"""A match says by which of several expressions it was made, though they are compiled at first use."""

from __future__ import annotations

import re

from probatum.text.expressions import expression, made_by


def test_a_match_is_known_by_its_expression() -> None:
    one, two, three = expression("a+"), expression("[ab]+"), expression("a+", re.IGNORECASE)
    match = one.match("aa")
    assert match is not None
    assert [made_by(match, e) for e in (one, two, three)] == [True, False, False]
