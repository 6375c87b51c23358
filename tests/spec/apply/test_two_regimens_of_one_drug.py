"""Arms that differ only in how much or how long are compared with one another, and not both left out."""

from __future__ import annotations

import pytest

from probatum.apply.evidence.arms import of_regimens
from probatum.model import ArmResult, Finding, Measure, Record, RecordKind, SectionKind, SourceSection, Span


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("cefalexin for 3 days", "cefalexin for 7 days", True),
        ("bumetanide 1 mg", "bumetanide 2.5 mg", True),
        ("cefalexin for 3 days", "placebo for 3 days", False),
        ("cefalexin", "cefalexin", False),
    ],
)
def test_regimens(one: str, two: str, same: bool) -> None:
    section = SourceSection("a1", SectionKind.ABSTRACT, "Cure was alike.")
    record = Record.build(
        id="pmid:99000904", identifiers=(), kind=RecordKind.TRIAL_REPORT, title="", sections=(section,), year=2020
    )
    arms = (ArmResult(one), ArmResult(two))
    assert of_regimens(Finding(record.id, "cure", Measure.P_ONLY, Span(record, "a1", 0, 15), arms=arms)) is same
