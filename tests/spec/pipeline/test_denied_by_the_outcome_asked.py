"""Whether a source denies an effect is told by what it concludes on the outcome asked about, else first."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Claim, Record, RecordKind, SectionKind, SourceSection, Span
from probatum.pipeline.grading import _denied

CONCLUDED = ("Sotalol lowered recurrence of the rhythm.", "Sotalol made no difference to stroke.")


@pytest.mark.parametrize(
    ("typed", "denied"),
    [("does sotalol prevent stroke?", True), ("does sotalol prevent recurrence?", False), ("sotalol", False)],
)
def test_denied(typed: str, denied: bool) -> None:
    text = " ".join(CONCLUDED)
    section = SourceSection("a1", SectionKind.ABSTRACT, text)
    record = Record.build(
        id="pmid:99000903", identifiers=(), kind=RecordKind.TRIAL_REPORT, title="", sections=(section,), year=2020
    )
    at = len(CONCLUDED[0])
    claims = (
        Claim(Span(record, "a1", 0, at), direction="benefit"),
        Claim(Span(record, "a1", at + 1, len(text)), direction="no difference"),
    )
    assert _denied(read(typed), claims) is denied
