"""On a plain page a study is named before it is called the same, and no line hangs on one that is left out."""

from __future__ import annotations

import re

import pytest

import probatum

_HANGS = re.compile(r"(?:these|those|they) ", re.IGNORECASE)


@pytest.mark.parametrize(
    "typed",
    [
        "should I stop my statins? I'm 78",
        "statins for a healthy 72 year old",
        "colchicine for gout",
        "is aspirin good for preventing heart attacks at 70",
        "apixaban or warfarin in atrial fibrillation?",
    ],
)
def test_a_study_is_named_before_it_is_the_same(typed: str) -> None:
    for section in probatum.answer(typed, reader="patient").sections:
        met: set[str] = set()
        shown = [one for one in section.statements if not one.level]
        for one in shown:
            record = one.supports[0].record if one.supports else ""
            assert record in met or not re.search(r"\bThe same (?:study|trial|review|summary)", one.plain), one.plain
            met.add(record)
        assert not shown or shown[0].kind.value != "quoted" or not _HANGS.match(shown[0].plain)
