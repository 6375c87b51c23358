"""Registered trials of real files, counted in the files by other means. Without the files these tests are skipped."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from probatum.acquire.formats import Refusal
from probatum.acquire.reading import read_paths
from probatum.model import Record, SourceSection

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "clinicaltrials"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")


def files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((DATA / folder).glob("*"))]


def read(path: Path) -> tuple[list[Record], list[Refusal]]:
    items = [item for _, item in read_paths([str(path)])]
    return [i for i in items if isinstance(i, Record)], [i for i in items if isinstance(i, Refusal)]


def rows(section: SourceSection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for cell in section.cells:
        found.setdefault(cell.row, []).append(section.text[cell.start : cell.end])
    return found


def shown(record: Record) -> Counter[str]:
    """What the record's tables hold, counted by their cells."""
    counts: Counter[str] = Counter()
    for section in record.sections:
        table = rows(section)
        counts[section.code.split(":")[0] if section.code.startswith("outcome:") else section.code] += 1
        if section.code in ("arms", "interventions") or section.code.startswith("registered:"):
            counts[f"rows {section.code}"] += len(table) - 1
        if section.code in ("events:serious", "events:other"):
            for number, cells in table.items():
                if number > 1 and not cells[0].startswith("Total, "):
                    counts[f"rows {section.code}"] += 1
                    counts["affected"] += sum(bool(cell) for cell in cells[5::3])
                    counts["at risk"] += sum(bool(cell) for cell in cells[6::3])
                    counts["sum affected"] += sum(int(cell) for cell in cells[5::3] if cell)
                    counts["sum at risk"] += sum(int(cell) for cell in cells[6::3] if cell)
                    counts["events"] += sum(bool(cell) for cell in cells[7::3])
        if section.code == "analysis":
            names = Counter(cells[0] for cells in table.values())
            for name in ("p value", "Value", "Lower limit", "Upper limit", "Group"):
                counts[name] += names[name]
        if section.code.startswith("outcome:"):
            for cells in table.values():
                if len(cells) > 3 and cells[2] not in ("Figure", "Description of the group", "Comment"):
                    denominator = cells[2].startswith("Number analyzed")
                    counts["denominators" if denominator else "figures"] += sum(bool(cell) for cell in cells[3:])
        if section.code == "flow":
            counts["steps"] += sum(
                bool(cell) for cells in table.values() if cells[1] == "Participants" for cell in cells[2:]
            )
    return counts


NAMES = ("arms", "interventions", "registered:primary", "registered:secondary", "registered:other")
COUNTED = (
    *(f"rows {name}" for name in (*NAMES, "events:serious", "events:other")),
    *("outcome", "analysis", "p value", "Value", "Lower limit", "Upper limit", "Group", "figures", "denominators"),
    *("affected", "at risk", "sum affected", "sum at risk", "events", "steps"),
)


def every(tree: Any, *names: str) -> Iterator[Any]:
    """Every value under one of those names, at any depth."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key in names:
                yield value
            yield from every(value, *names)
    elif isinstance(tree, list):
        for value in tree:
            yield from every(value, *names)


def each(tree: Any, *names: str) -> list[Any]:
    return [one for found in every(tree, *names) for one in found]


def counted_v2(study: Any) -> Counter[str]:
    protocol, results = study.get("protocolSection", {}), study.get("resultsSection", {})
    counts: Counter[str] = Counter()
    for name, key in zip(
        NAMES, ("armGroups", "interventions", "primaryOutcomes", "secondaryOutcomes", "otherOutcomes"), strict=True
    ):
        counts[f"rows {name}"] = len(each(protocol, key))
    outcomes = each(results, "outcomeMeasures")
    analyses = each(outcomes, "analyses")
    counts["outcome"], counts["analysis"] = len(outcomes), len(analyses)
    for name, key in (
        ("p value", "pValue"),
        ("Value", "paramValue"),
        ("Lower limit", "ciLowerLimit"),
        ("Upper limit", "ciUpperLimit"),
    ):
        counts[name] = sum(key in analysis for analysis in analyses)
    counts["Group"] = len(each(analyses, "groupIds"))
    measured = each(outcomes, "measurements")
    counts["figures"] = sum(
        bool(one.get(k)) for one in measured for k in ("value", "spread", "lowerLimit", "upperLimit")
    )
    counts["denominators"] = len(each(outcomes, "counts"))
    for name in ("serious", "other"):
        counts[f"rows events:{name}"] = len(each(results, f"{name}Events"))
    stats = each(results, "stats")
    counts["affected"] = sum("numAffected" in one for one in stats)
    counts["at risk"] = sum("numAtRisk" in one for one in stats)
    counts["sum affected"] = sum(int(one.get("numAffected", 0)) for one in stats)
    counts["sum at risk"] = sum(int(one.get("numAtRisk", 0)) for one in stats)
    counts["events"] = sum("numEvents" in one for one in stats)
    counts["steps"] = len(each(results, "achievements")) + len(each(each(results, "dropWithdraws"), "reasons"))
    return counts


def counted_older(study: Any) -> Counter[str]:
    counts: Counter[str] = Counter()
    singles = ("ArmGroup", "Intervention", "PrimaryOutcome", "SecondaryOutcome", "OtherOutcome")
    for name, key in zip(NAMES, singles, strict=True):
        counts[f"rows {name}"] = len(each(study, key))
    counts["outcome"], counts["analysis"] = len(each(study, "OutcomeMeasure")), len(each(study, "OutcomeAnalysis"))
    for name, key in (
        ("p value", "OutcomeAnalysisPValue"),
        ("Value", "OutcomeAnalysisParamValue"),
        ("Lower limit", "OutcomeAnalysisCILowerLimit"),
        ("Upper limit", "OutcomeAnalysisCIUpperLimit"),
    ):
        counts[name] = len(list(every(study, key)))
    counts["Group"] = len(each(study, "OutcomeAnalysisGroupId"))
    stem = "OutcomeMeasurement"
    counts["figures"] = len(
        list(every(study, f"{stem}Value", f"{stem}Spread", f"{stem}LowerLimit", f"{stem}UpperLimit"))
    )
    counts["denominators"] = len(list(every(study, "OutcomeDenomCountValue", "OutcomeClassDenomCountValue")))
    for name in ("Serious", "Other"):
        counts[f"rows events:{name.lower()}"] = len(each(study, f"{name}Event"))
        for label, key in (("affected", "NumAffected"), ("at risk", "NumAtRisk")):
            found = list(every(study, f"{name}EventStats{key}"))
            counts[label] += len(found)
            counts[f"sum {label}"] += sum(map(int, found))
        counts["events"] += len(list(every(study, f"{name}EventStatsNumEvents")))
    counts["steps"] = len(list(every(study, "FlowAchievementNumSubjects", "FlowReasonNumSubjects")))
    return counts


def counted_xml(root: etree._Element) -> Counter[str]:
    def number(path: str) -> int:
        return int(root.xpath(f"count({path})"))

    counts: Counter[str] = Counter()
    singles = ("arm_group", "intervention", "primary_outcome", "secondary_outcome", "other_outcome")
    for name, key in zip(NAMES, singles, strict=True):
        counts[f"rows {name}"] = number(f"/clinical_study/{key}")
    counts["outcome"], counts["analysis"] = number("//outcome"), number("//analysis")
    for name, key in (
        ("p value", "p_value"),
        ("Value", "param_value"),
        ("Lower limit", "ci_lower_limit"),
        ("Upper limit", "ci_upper_limit"),
        ("Group", "group_id_list/group_id"),
    ):
        counts[name] = number(f"//analysis/{key}")
    counts["figures"] = number("//outcome//measurement/@*[name() != 'group_id' and . != '']")
    counts["denominators"] = number("//outcome//analyzed/count_list/count")
    events = "//category[title != 'Total']/event_list/event"
    for name in ("serious", "other"):
        counts[f"rows events:{name}"] = number(f"//{name}_events{events}")
    for name, key in (("affected", "subjects_affected"), ("at risk", "subjects_at_risk"), ("events", "events")):
        counts[name] = number(f"{events}/counts/@{key}")
        if name != "events":
            counts[f"sum {name}"] = int(root.xpath(f"sum({events}/counts/@{key})"))
    counts["steps"] = number("//participant_flow//participants/@count")
    return counts


def same(record: Record, expected: Counter[str]) -> None:
    found = shown(record)
    assert {name: found[name] for name in COUNTED} == {name: expected[name] for name in COUNTED}


@pytest.mark.parametrize("path", files("v2_results", "v2_no_results"), ids=lambda path: path.stem)
def test_every_number_of_a_v2_study_is_there(path: Path) -> None:
    (record,), refusals = read(path)
    assert not refusals
    same(record, counted_v2(json.loads(path.read_text("utf-8"))))


@pytest.mark.parametrize("path", files("fullstudies_json"), ids=lambda path: path.stem)
def test_every_number_of_an_older_study_is_there(path: Path) -> None:
    records, refusals = read(path)
    assert not refusals
    studies = [one["Study"] for one in json.loads(path.read_text("utf-8"))["FullStudiesResponse"]["FullStudies"]]
    assert len(records) == len(studies)
    for record, study in zip(records, studies, strict=True):
        same(record, counted_older(study))


@pytest.mark.parametrize("path", files("old_xml_results", "old_xml_no_results"), ids=lambda path: path.stem)
def test_every_number_of_an_xml_study_is_there(path: Path) -> None:
    (record,), refusals = read(path)
    assert not refusals
    same(record, counted_xml(etree.parse(path).getroot()))


@pytest.mark.parametrize("path", files("v2_api_replies"), ids=lambda path: path.stem)
def test_every_study_of_a_reply_is_read(path: Path) -> None:
    records, refusals = read(path)
    reply = json.loads(path.read_text("utf-8"))
    assert not refusals
    assert len(records) == len(reply.get("studies", [reply]))


def test_fragments_are_refused_but_those_that_are_whole() -> None:
    whole, codes = [], Counter()
    for path in files("v2_fragments"):
        records, refusals = read(path)
        whole += [record.id for record in records]
        codes.update(refusal.code for refusal in refusals)
        assert len(records) + len(refusals) == 1
    assert sorted(whole) == ["nct:NCT01234567", "nct:NCT02299791"]
    assert codes == {"P218": 52}


def test_one_trial_reads_alike_in_both_older_shapes() -> None:
    (one,), _ = read(DATA / "fullstudies_json" / "NCT00023673.json")
    (other,), _ = read(DATA / "old_xml_results" / "NCT00023673.xml")
    codes = ("outcome:", "analysis", "events:serious", "events:other", "flow", "registered:", "design")
    for section in one.sections:
        if section.code.startswith(codes) and section.code != "flow:notes":
            # The XML says a reporting status only while there is no report.
            mine = [row for row in rows(section).values() if row[0] != "Reporting status"]
            assert mine == [row for row in rows(other.section(section.id)).values() if row[0] != "Reporting status"]
