"""Studies and findings of real registry entries, held to the fields of their files, counted by other means."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from probatum.acquire.reading import read_paths
from probatum.appraise import findings, study
from probatum.model import Finding, Record, Sourced, Study

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "clinicaltrials"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")
MASKED = {
    "PARTICIPANT": "participants",
    "CARE_PROVIDER": "care providers",
    "INVESTIGATOR": "investigators",
    "OUTCOMES_ASSESSOR": "outcome assessors",
}


def files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((DATA / folder).glob("*.json"))]


def told(path: Path) -> tuple[dict[str, Any], Study, tuple[Finding, ...]]:
    """The file as it is, and what was read from it."""
    record = next(item for _, item in read_paths([str(path)]) if isinstance(item, Record))
    read = study.read(record)
    return json.loads(path.read_text("utf-8")), read, findings.read(record, read)


def value(of: Sourced | None) -> str:
    return of.value if of else ""


@pytest.mark.parametrize("path", files("v2_results", "v2_no_results"), ids=lambda path: path.stem)
def test_every_field_of_a_study_is_that_of_its_file(path: Path) -> None:
    raw, read, _ = told(path)
    protocol = raw.get("protocolSection", {})
    design, people = protocol.get("designModule", {}), protocol.get("eligibilityModule", {})
    enrolled = design.get("enrollmentInfo", {})
    masking = design.get("designInfo", {}).get("maskingInfo", {})
    arms = protocol.get("armsInterventionsModule", {}).get("armGroups", [])
    places = protocol.get("contactsLocationsModule", {}).get("locations", [])
    primary = protocol.get("outcomesModule", {}).get("primaryOutcomes", [{}])
    assert read.n == (enrolled.get("count") if enrolled.get("type") == "ACTUAL" else None)
    assert [arm.name for arm in read.arms] == [arm["label"] for arm in arms]
    assert [b.value for b in read.blinded] == [MASKED[who] for who in masking.get("whoMasked", [])]
    assert {c.value for c in read.countries} == {p["country"] for p in places if p.get("country")}
    assert value(read.primary_outcome) == primary[0].get("measure", "")
    assert all(people[key] in value(read.age) for key in ("minimumAge", "maximumAge") if people.get(key))
    assert value(read.sex).lower() == people.get("sex", "").lower()
    sponsor = protocol.get("sponsorCollaboratorsModule", {}).get("leadSponsor", {}).get("name", "")
    assert value(read.funding).startswith(sponsor)
    assert not value(read.registration).upper().startswith("NCT")


@pytest.mark.parametrize("path", files("v2_results"), ids=lambda path: path.stem)
def test_every_posted_value_and_analysis_is_a_finding_once(path: Path) -> None:
    raw, _, found = told(path)
    posted = raw["resultsSection"]
    measures = posted.get("outcomeMeasuresModule", {}).get("outcomeMeasures", [])
    values = [
        measurement["value"]
        for measure in measures
        for group in measure.get("classes", [])
        for category in group.get("categories", [])
        for measurement in category.get("measurements", [])
        if measurement.get("value") not in (None, "NA")
    ]
    analyses = sum(len(measure.get("analyses", [])) for measure in measures)
    events = posted.get("adverseEventsModule", {})
    rows = len(events.get("seriousEvents", [])) + len(events.get("otherEvents", []))
    codes = [f.sentence.source_section.code for f in found]
    told_values = [
        arm.value.text
        for f, code in zip(found, codes, strict=True)
        if code.startswith("outcome:")
        for arm in f.arms
        if arm.value is not None
    ]
    assert sorted(told_values) == sorted(values)
    assert codes.count("analysis") == analyses
    assert rows <= sum(code.startswith("events:") for code in codes) <= rows + 3  # totals of serious, other, all deaths
