"""`B should be avoided with A such as C` is advice against B, and none against C."""

from __future__ import annotations

import pytest

from probatum.acquire import starter
from probatum.appraise.directives import guidelines
from probatum.model import DirectiveAction


def _kept_from(opening: str) -> set[str]:
    return {
        item.drug
        for record in starter.records()
        for item in guidelines.read(record)
        if item.text.startswith(opening) and item.action is DirectiveAction.NOT_RECOMMENDED
    }


@pytest.mark.parametrize(
    ("opening", "drug"),
    [
        ("Combined contraceptives (pill, patch and vaginal ring) should be avoided with", ""),
        (
            "Progestogen-only pills and the etonogestrel implant should be avoided with",
            "progestogen-only pill, etonogestrel",
        ),
        ("Clindamycin vaginal ovules may weaken latex condoms", "clindamycin"),
    ],
)
def test_whom_it_is_against(opening: str, drug: str) -> None:
    assert _kept_from(opening) == {drug}
