"""How an outcome stands in its trial: a part of a composite is not the whole, and deaths of every kind are no part of
deaths from some causes."""

from __future__ import annotations

import pytest

from probatum import appraise
from probatum.apply.evidence import standing
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection


def _record(primary: str, result: str) -> Record:
    methods = f"In this randomised trial, 900 adults got sotagliflozin or placebo. The primary outcome was {primary}."
    texts = (("title", SectionKind.TITLE, "Sotagliflozin in heart failure", SectionRole.NONE),)
    parts = ((methods, SectionRole.METHODS), (result, SectionRole.RESULTS))
    texts += tuple((f"a{n}", SectionKind.ABSTRACT, text, role) for n, (text, role) in enumerate(parts))
    sections = tuple(SourceSection(i, kind, text, heading=role.value, role=role) for i, kind, text, role in texts)
    key = Identifier("pmid", "99000900")
    return Record.build(
        id=str(key), identifiers=(key,), kind=RecordKind.TRIAL_REPORT, title=texts[0][2], sections=sections, year=2020
    )


@pytest.mark.parametrize(
    ("primary", "counted", "stands"),
    [
        ("hip fracture", "Hip fracture", "primary"),
        ("wrist fracture", "Hip fracture", ""),
        ("stroke, heart attack or death from cardiovascular causes", "Stroke", "component"),
        ("stroke, heart attack or death from cardiovascular causes", "Death from any cause", ""),
        ("death from any cause or stroke", "Death from any cause", "component"),
    ],
)
def test_standing(primary: str, counted: str, stands: str) -> None:
    record = _record(primary, f"{counted} occurred in 5.0% with sotagliflozin and in 7.5% with placebo (p = 0.01).")
    reading = appraise.read(record)
    assert [standing.of(f, reading.study) for f in reading.findings] == [stands]


@pytest.mark.parametrize("counted", ["The primary outcome", "The rate of the primary outcome"])
def test_a_primary_outcome_is_called_by_its_name(counted: str) -> None:
    record = _record("hip fracture", f"{counted} was 5.0% with sotagliflozin and 7.5% with placebo (p = 0.01).")
    reading = appraise.read(record)
    assert [standing.named(f, reading.study).outcome for f in reading.findings] == ["hip fracture"]
