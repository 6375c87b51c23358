"""A therapy that is no drug is what is asked about where nothing else is; what was done to somebody is not."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    "typed", ["is it worth having hrt, im 54 hot flushes", "should i go on hrt", "hrt and breast cancer"]
)
def test_a_therapy_that_is_weighed(typed: str) -> None:
    assert "hormone replacement therapy" in read(typed).intervention


@pytest.mark.parametrize(
    "typed",
    ["had a hysterectomy, does soya help flushes", "i am on hrt and get migraines"],
)
def test_what_was_done_is_not_asked_about(typed: str) -> None:
    given = {c.label for c in read(typed).having(Role.INTERVENTION)}
    assert not given & {"hormone replacement therapy", "hysterectomy"}
