"""ClinicalTrials.gov: v2 JSON, the older full-studies JSON, the old XML. The trials here are invented."""

from __future__ import annotations

import copy
import io
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.acquire.formats import Refusal, formats, recognise
from probatum.model import LinkKind, Record, RecordKind, RecordStatus, SectionKind, SourceSection

GROUPS = [{"id": "G0", "title": "Lumarin", "description": "5 mg"}, {"id": "G1", "title": "Placebo"}]
STUDY: dict[str, Any] = {
    "protocolSection": {
        "identificationModule": {
            "nctId": "NCT09999991",
            "nctIdAliases": ["NCT09999992"],
            "orgStudyIdInfo": {"id": "LUM-7"},
            "secondaryIdInfos": [
                {"id": "2019-000001-11", "type": "EUDRACT_NUMBER"},
                {"id": "ISRCTN12345678", "type": "REGISTRY", "domain": "ISRCTN"},
                {"id": "R01-1", "type": "NIH"},
            ],
            "briefTitle": "Lumarin for Hiccups",
            "officialTitle": "A Randomized Trial of Lumarin in Adults With Hiccups",
        },
        "statusModule": {
            "overallStatus": "TERMINATED",
            "whyStopped": "Too few people came.",
            "startDateStruct": {"date": "2019-03", "type": "ACTUAL"},
            "studyFirstPostDateStruct": {"date": "2019-01-02", "type": "ESTIMATED"},
            "resultsFirstPostDateStruct": {"date": "2021-05-06", "type": "ACTUAL"},
            "lastUpdatePostDateStruct": {"date": "2022-07-08", "type": "ACTUAL"},
        },
        "sponsorCollaboratorsModule": {
            "leadSponsor": {"name": "Example Institute", "class": "OTHER_GOV"},
            "collaborators": [{"name": "Example Trust"}],
        },
        "descriptionModule": {"briefSummary": "To see whether lumarin helps.\n\n* people aged \\>= 18\n* 5 \\* 2 mg"},
        "conditionsModule": {"conditions": ["Hiccups"], "keywords": ["singultus", "Hiccups"]},
        "designModule": {
            "studyType": "INTERVENTIONAL",
            "phases": ["PHASE2", "PHASE3"],
            "designInfo": {
                "allocation": "RANDOMIZED",
                "interventionModel": "PARALLEL",
                "primaryPurpose": "TREATMENT",
                "maskingInfo": {"masking": "DOUBLE", "whoMasked": ["PARTICIPANT", "OUTCOMES_ASSESSOR"]},
            },
            "enrollmentInfo": {"count": 61, "type": "ACTUAL"},
        },
        "armsInterventionsModule": {
            "armGroups": [
                {
                    "label": "Lumarin",
                    "type": "EXPERIMENTAL",
                    "description": "5 mg\tdaily",
                    "interventionNames": ["Drug: lumarin"],
                },
                {"label": "Placebo", "type": "PLACEBO_COMPARATOR", "interventionNames": ["Drug: placebo"]},
            ],
            "interventions": [
                {"type": "DRUG", "name": "lumarin", "armGroupLabels": ["Lumarin"], "otherNames": ["Lumex"]},
                {"type": "DRUG", "name": "placebo", "armGroupLabels": ["Placebo"]},
            ],
        },
        "outcomesModule": {
            "primaryOutcomes": [{"measure": "Hiccups", "description": "Counted", "timeFrame": "Week 4"}],
            "secondaryOutcomes": [{"measure": "Sleep", "timeFrame": "Week 8"}],
        },
        "eligibilityModule": {
            "eligibilityCriteria": "Inclusion:\n\n* hiccups",
            "sex": "ALL",
            "minimumAge": "18 Years",
            "healthyVolunteers": False,
        },
        "contactsLocationsModule": {"locations": [{"country": "Norway"}, {"country": "Chile"}, {"country": "Norway"}]},
        "referencesModule": {
            "references": [
                {"pmid": "11", "type": "RESULT", "citation": "One."},
                {"pmid": "12", "type": "DERIVED", "citation": "Two."},
                {"pmid": "13", "type": "BACKGROUND", "citation": "Three."},
                {"type": "RESULT", "citation": "Four."},
            ]
        },
    },
    "resultsSection": {
        "participantFlowModule": {
            "recruitmentDetails": "One clinic.",
            "groups": GROUPS,
            "periods": [
                {
                    "title": "Overall Study",
                    "milestones": [
                        {
                            "type": "STARTED",
                            "achievements": [
                                {"groupId": "G0", "numSubjects": "31"},
                                {"groupId": "G1", "numSubjects": "30"},
                            ],
                        },
                        {
                            "type": "COMPLETED",
                            "achievements": [
                                {"groupId": "G0", "numSubjects": "30"},
                                {"groupId": "G1", "numSubjects": "30"},
                            ],
                        },
                    ],
                    "dropWithdraws": [{"type": "Moved", "reasons": [{"groupId": "G0", "numSubjects": "1"}]}],
                }
            ],
        },
        "baselineCharacteristicsModule": {
            "groups": GROUPS,
            "denoms": [
                {
                    "units": "Participants",
                    "counts": [{"groupId": "G0", "value": "31"}, {"groupId": "G1", "value": "30"}],
                }
            ],
            "measures": [
                {
                    "title": "Age",
                    "paramType": "MEAN",
                    "dispersionType": "STANDARD_DEVIATION",
                    "unitOfMeasure": "years",
                    "classes": [
                        {
                            "categories": [
                                {
                                    "measurements": [
                                        {"groupId": "G0", "value": "40.10", "spread": "9"},
                                        {"groupId": "G1", "value": "NA"},
                                    ]
                                }
                            ]
                        }
                    ],
                }
            ],
        },
        "outcomeMeasuresModule": {
            "outcomeMeasures": [
                {
                    "type": "PRIMARY",
                    "title": "Hiccups",
                    "timeFrame": "Week 4",
                    "reportingStatus": "POSTED",
                    "populationDescription": "All who took a dose",
                    "paramType": "COUNT_OF_PARTICIPANTS",
                    "unitOfMeasure": "Participants",
                    "groups": GROUPS,
                    "denoms": [
                        {
                            "units": "Participants",
                            "counts": [{"groupId": "G0", "value": "31"}, {"groupId": "G1", "value": "30"}],
                        }
                    ],
                    "classes": [
                        {
                            "title": "Night",
                            "categories": [
                                {
                                    "title": "None",
                                    "measurements": [
                                        {"groupId": "G0", "value": "12"},
                                        {"groupId": "G1", "value": "4", "comment": "low"},
                                    ],
                                }
                            ],
                        },
                        {
                            "title": "Day",
                            "denoms": [{"units": "Participants", "counts": [{"groupId": "G0", "value": "29"}]}],
                            "categories": [
                                {
                                    "measurements": [
                                        {"groupId": "G0", "value": "1.5", "lowerLimit": "1.0", "upperLimit": "NA"}
                                    ]
                                }
                            ],
                        },
                    ],
                    "analyses": [
                        {
                            "groupIds": ["G0", "G1"],
                            "nonInferiorityType": "NON_INFERIORITY",
                            "nonInferiorityComment": "Margin 5 points",
                            "pValue": "<0.001",
                            "statisticalMethod": "ANCOVA",
                            "paramType": "Risk Ratio (RR)",
                            "paramValue": "2.90",
                            "ciPctValue": "97.5",
                            "ciNumSides": "ONE_SIDED",
                            "ciLowerLimit": "1.10",
                            "estimateComment": "Lumarin over placebo",
                        }
                    ],
                },
                {"type": "SECONDARY", "title": "Sleep", "timeFrame": "Week 8", "reportingStatus": "NOT_POSTED"},
            ]
        },
        "adverseEventsModule": {
            "frequencyThreshold": "5",
            "timeFrame": "8 weeks",
            "eventGroups": [
                {
                    **GROUPS[0],
                    "deathsNumAffected": 1,
                    "deathsNumAtRisk": 31,
                    "seriousNumAffected": 2,
                    "seriousNumAtRisk": 31,
                    "otherNumAffected": 0,
                    "otherNumAtRisk": 31,
                },
                {
                    **GROUPS[1],
                    "deathsNumAffected": 0,
                    "deathsNumAtRisk": 30,
                    "seriousNumAffected": 0,
                    "seriousNumAtRisk": 30,
                    "otherNumAffected": 0,
                    "otherNumAtRisk": 30,
                },
            ],
            "seriousEvents": [
                {
                    "term": "Fall",
                    "organSystem": "Injury",
                    "sourceVocabulary": "MedDRA 20",
                    "assessmentType": "SYSTEMATIC_ASSESSMENT",
                    "stats": [
                        {"groupId": "G0", "numEvents": 3, "numAffected": 2, "numAtRisk": 31},
                        {"groupId": "G1", "numAffected": 0, "numAtRisk": 30},
                    ],
                }
            ],
        },
        "moreInfoModule": {"limitationsAndCaveats": {"description": "Few people."}},
    },
    "derivedSection": {
        "conditionBrowseModule": {"meshes": [{"id": "D1", "term": "Hiccup"}]},
        "interventionBrowseModule": {"meshes": [{"id": "C1", "term": "lumarin"}]},
    },
    "hasResults": True,
    "foreign": {"studies_seen": 3},
}


def read(value: object, name: str = "ctgov") -> list[Record | Refusal]:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(formats()[name].read(io.BytesIO(raw), "x"))  # type: ignore[arg-type]


def one(value: object, name: str = "ctgov") -> Record:
    (record,) = read(value, name)
    assert isinstance(record, Record), record
    return record


def changed(**parts: object) -> dict[str, Any]:
    """The study with members of its modules replaced, `statusModule__whyStopped="x"`; None takes one away."""
    study = copy.deepcopy(STUDY)
    for path, value in parts.items():
        module, key = path.split("__")
        target = study["protocolSection"].setdefault(module, {})
        target.pop(key, None)
        if value is not None:
            target[key] = value
    return study


def rows(section: SourceSection) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in section.cells:
        found.setdefault(cell.row, []).append(section.text[cell.start : cell.end])
    return [found[row] for row in sorted(found)]


RECORD = one(STUDY)


def test_a_trial_is_a_registry_entry_under_its_number() -> None:
    assert (RECORD.id, RECORD.kind, RECORD.status) == (
        "nct:NCT09999991",
        RecordKind.REGISTRY_ENTRY,
        RecordStatus.CURRENT,
    )
    assert [str(i) for i in RECORD.identifiers] == [
        "nct:NCT09999991",
        "nct:NCT09999992",
        "eudract:2019-000001-11",
        "isrctn:ISRCTN12345678",
    ]
    assert (RECORD.title, RECORD.journal, RECORD.authors) == (
        "Lumarin for Hiccups",
        "ClinicalTrials.gov",
        ("Example Institute",),
    )
    assert (RECORD.mesh, RECORD.keywords) == (("Hiccup", "lumarin"), ("Hiccups", "singultus"))


@pytest.mark.parametrize(
    ("status", "date"),
    [
        ({}, "2022-07-08"),
        ({"statusModule__lastUpdatePostDateStruct": None}, "2021-05-06"),
        (
            {"statusModule__lastUpdatePostDateStruct": None, "statusModule__resultsFirstPostDateStruct": None},
            "2019-01-02",
        ),
        ({"statusModule__lastUpdatePostDateStruct": {"date": "2022-07"}}, "2022-07"),
        ({"statusModule__lastUpdatePostDateStruct": {"date": "soon"}}, ""),
    ],
)
def test_the_date_is_that_of_the_last_update_else_of_the_results_else_of_the_first_posting(
    status: dict[str, object], date: str
) -> None:
    record = one(changed(**status))
    assert (record.date, record.year) == (date, int(date[:4]) if date else None)


@pytest.mark.parametrize(
    ("section", "code", "line"),
    [
        ("status", "status", "Why stopped: Too few people came."),
        ("status", "status", "Overall status: Terminated"),
        ("status", "status", "Start date: 2019-03 (actual)"),
        ("design", "design", "Phase: Phase 2/Phase 3"),
        ("design", "design", "Allocation: Randomized"),
        ("design", "design", "Masking: Double (Participant, Outcomes Assessor)"),
        ("design", "design", "Enrollment: 61 (actual)"),
        ("people", "people", "Minimum age: 18 Years"),
        ("people", "people", "Healthy volunteers: No"),
        ("ids", "ids", "NIH: R01-1"),
        ("ids", "ids", "Organization's number: LUM-7"),
        ("sponsor", "sponsor", "Sponsor: Example Institute (Other Gov)"),
        ("sponsor", "sponsor", "Collaborator: Example Trust"),
        ("countries", "countries", "Chile"),
        ("events.notes", "events:notes", "Frequency threshold of other adverse events (%): 5"),
        ("flow.notes", "flow:notes", "Recruitment details: One clinic."),
        ("limitations", "limitations", "Few people."),
        ("references", "references", "background: Three. PMID 13"),
        ("abstract", "summary", "* people aged >= 18"),
        ("abstract", "summary", "* 5 * 2 mg"),
    ],
)
def test_a_fact_stands_on_a_line_of_its_section(section: str, code: str, line: str) -> None:
    found = RECORD.section(section)
    assert found.code == code
    assert line in found.text.split("\n")


@pytest.mark.parametrize(
    ("section", "code", "row"),
    [
        ("arms", "arms", ["Lumarin", "Experimental", "Drug: lumarin", "5 mg daily"]),
        ("interventions", "interventions", ["lumarin", "Drug", "", "Lumarin", "Lumex"]),
        ("registered.primary", "registered:primary", ["Hiccups", "Counted", "Week 4"]),
        ("registered.secondary", "registered:secondary", ["Sleep", "", "Week 8"]),
        ("flow.1", "flow", ["STARTED", "Participants", "31", "30"]),
        ("flow.1", "flow", ["Not completed: Moved", "Participants", "1", ""]),
        ("baseline", "baseline", ["", "", "", "Number analyzed (Participants)", "31", "30"]),
        ("baseline", "baseline", ["Age [years]", "", "", "Mean", "40.10", "NA"]),
        ("baseline", "baseline", ["Age [years]", "", "", "Standard Deviation", "9", ""]),
        ("outcome.1", "outcome:primary", ["Population", "All who took a dose"]),
        ("outcome.1", "outcome:primary", ["Class", "Category", "Figure", "Lumarin", "Placebo"]),
        ("outcome.1", "outcome:primary", ["", "", "Number analyzed (Participants)", "31", "30"]),
        ("outcome.1", "outcome:primary", ["Night", "None", "Count of Participants", "12", "4"]),
        ("outcome.1", "outcome:primary", ["Night", "None", "Comment", "", "low"]),
        ("outcome.1", "outcome:primary", ["Day", "", "Number analyzed (Participants)", "29", ""]),
        ("outcome.1", "outcome:primary", ["Day", "", "Spread, upper limit", "NA", ""]),
        ("outcome.2", "outcome:secondary", ["Reporting status", "Not Posted"]),
        ("outcome.1.analysis.1", "analysis", ["Group", "Lumarin"]),
        ("outcome.1.analysis.1", "analysis", ["Type of test", "Non-Inferiority"]),
        ("outcome.1.analysis.1", "analysis", ["Margin and power", "Margin 5 points"]),
        ("outcome.1.analysis.1", "analysis", ["p value", "<0.001"]),
        ("outcome.1.analysis.1", "analysis", ["Method", "ANCOVA"]),
        ("outcome.1.analysis.1", "analysis", ["Parameter", "Risk Ratio (RR)"]),
        ("outcome.1.analysis.1", "analysis", ["Value", "2.90"]),
        ("outcome.1.analysis.1", "analysis", ["Confidence level (%)", "97.5"]),
        ("outcome.1.analysis.1", "analysis", ["Sides of the interval", "1-Sided"]),
        ("outcome.1.analysis.1", "analysis", ["Lower limit", "1.10"]),
        ("events.deaths", "events:deaths", ["All-cause mortality", "", "", "", "", "1", "31", "", "0", "30", ""]),
        (
            "events.serious",
            "events:serious",
            ["Total, serious adverse events", "", "", "", "", "2", "31", "", "0", "30", ""],
        ),
        (
            "events.serious",
            "events:serious",
            ["Fall", "Injury", "MedDRA 20", "Systematic Assessment", "", "2", "31", "3", "0", "30", ""],
        ),
        (
            "events.other",
            "events:other",
            ["Total, other adverse events", "", "", "", "", "0", "31", "", "0", "30", ""],
        ),
    ],
)
def test_a_number_stands_in_a_cell_beside_what_it_is(section: str, code: str, row: list[str]) -> None:
    found = RECORD.section(section)
    assert (found.kind, found.code) == (SectionKind.TABLE, code)
    assert row in rows(found)


def test_a_group_takes_three_columns_of_the_events() -> None:
    cells = [c for c in RECORD.section("events.serious").cells if c.row == 0]
    assert [(c.column, c.column_span, c.header) for c in cells[-2:]] == [(5, 3, True), (8, 3, True)]


def test_what_an_analysis_leaves_out_has_no_row() -> None:
    assert "Upper limit" not in {row[0] for row in rows(RECORD.section("outcome.1.analysis.1"))}


def test_the_heading_of_an_outcome_says_what_it_is() -> None:
    expected = "Primary outcome: Hiccups [Week 4; Participants; Count of Participants]"
    assert RECORD.section("outcome.1").heading == expected
    assert RECORD.section("outcome.1.analysis.1").heading == "Analysis of Hiccups: Lumarin vs Placebo"


def test_only_papers_that_report_the_trial_are_its_publications() -> None:
    assert [(link.kind, str(link.identifier), link.note) for link in RECORD.links] == [
        (LinkKind.PUBLICATION, "pmid:11", "result"),
        (LinkKind.PUBLICATION, "pmid:12", "derived"),
    ]


def test_a_trial_that_says_it_has_results_and_gives_none_is_read() -> None:
    study = {key: value for key, value in STUDY.items() if key != "resultsSection"}
    record = one(study)
    assert "Has results: Yes" in record.section("status").text
    assert not [section for section in record.sections if section.code.startswith(("outcome:", "analysis", "events"))]


@pytest.mark.parametrize(
    ("reply", "records"),
    [
        (STUDY, 1),
        ([STUDY, changed(identificationModule__nctId="NCT09999993")], 2),
        ({"studies": [STUDY], "nextPageToken": "x"}, 1),
        ({"totalCount": 2, "studies": [STUDY, STUDY]}, 2),
        ({"totalCount": 0, "studies": []}, 0),
        ({"studies": [STUDY], "meta": {"protocolSection": {}}}, 1),
        (b"\n".join(json.dumps(STUDY).encode() for _ in range(3)), 3),
        (json.dumps(STUDY).encode("utf-16"), 1),
        (b"\xef\xbb\xbf" + json.dumps(STUDY, indent=1).encode(), 1),
    ],
)
def test_studies_come_alone_in_replies_in_arrays_and_one_a_line(reply: object, records: int) -> None:
    found = read(reply)
    assert [type(item) for item in found] == [Record] * records
    raw = reply if isinstance(reply, bytes) else json.dumps(reply).encode()
    known = recognise(raw[:65536])
    assert known is not None
    assert known.name == "ctgov"


@pytest.mark.parametrize(
    ("fragment", "code", "says"),
    [
        ({"resultsSection": {}}, "P218", "no protocolSection"),
        ({"derivedSection": {"a": 1}}, "P218", "no protocolSection"),
        ({"protocolSection": {"descriptionModule": {"briefSummary": "x"}}}, "P218", "no NCT number"),
        (changed(identificationModule__nctId="NCT123"), "P218", "no NCT number"),
        (changed(identificationModule__nctId=["NCT09999991"]), "P218", "no NCT number"),
        (b'{"protocolSection":{"a":"x" y}}', "P205", "Malformed"),
        (b'{"protocolSection":{"a":"\xff"}}', "P205", "Malformed"),
        (b'{"protocolSection":' + b'{"a":' * 5000 + b"1" + b"}" * 5001, "P205", "nested"),
        (json.dumps(STUDY).encode()[:-10], "P230", "stops before its last bracket"),
    ],
)
def test_a_part_of_a_study_or_a_damaged_one_is_refused(fragment: object, code: str, says: str) -> None:
    (refusal,) = read(fragment)
    assert isinstance(refusal, Refusal)
    assert refusal.code == code
    assert says in refusal.reason


def test_a_damaged_study_does_not_take_the_next_with_it() -> None:
    whole = json.dumps(STUDY).encode()
    broken = whole.replace(b"Too few", b'Too "few', 1)
    reply = b'{"studies":[' + b",".join((whole, broken, whole, b'{"protocolSection":[}', whole)) + b"]}"
    found = read(reply)
    # A quotation mark too many turns strings and brackets round: it is seen late, and then the next study is sought.
    assert [item.code if isinstance(item, Refusal) else item.id for item in found] == [
        "nct:NCT09999991",
        "P230",
        "nct:NCT09999991",
        "P205",
        "nct:NCT09999991",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        b'{"protocolSection":' * 20_000,
        b'{"protocolSection":{"a":' + b"[" * 400_000,
        b'{"protocolSection":{"a":"' + b'"' * 400_000,
        b'{"protocolSection":{"a":"' + b"\\" * 400_000,
    ],
    ids=["beginnings", "brackets", "quotation marks", "backslashes"],
)
def test_what_is_made_to_be_read_again_and_again_is_left_in_time(hostile: bytes) -> None:
    before = time.process_time()
    found = read(hostile)
    assert {item.code for item in found if isinstance(item, Refusal)} <= {"P205", "P230"}
    assert 0 < len(found) <= 102
    # Quadratic, each takes minutes; linear, well under a second on an idle machine.
    assert time.process_time() - before < 20


def test_names_repeated_to_fill_memory_are_refused() -> None:
    study = copy.deepcopy(STUDY)
    (outcome,) = study["resultsSection"]["outcomeMeasuresModule"]["outcomeMeasures"][:1]
    outcome["groups"] = [{"id": str(i)} for i in range(3000)]
    outcome["classes"] = [{"categories": [{}] * 3000}]
    (refusal,) = read(study)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "P210"
    outcome["groups"], outcome["classes"] = (
        GROUPS,
        [{"title": "x" * 400_000, "categories": [{"measurements": [{"groupId": "G0", "value": "1"}]}] * 200}],
    )
    (refusal,) = read(study)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "P210"


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inner for place in places(one, (*path, key)))]


PLACES = places(STUDY)[1:]


@given(st.lists(st.tuples(st.sampled_from(PLACES), JUNK), min_size=1, max_size=4))
def test_whatever_stands_in_a_field_the_study_is_read_or_refused_and_cells_hold_their_text(
    changes: list[tuple[tuple[Any, ...], object]],
) -> None:
    study = copy.deepcopy(STUDY)
    for path, value in changes:
        target: Any = study
        for key in path[:-1]:
            try:
                target = target[key]
            except (KeyError, IndexError, TypeError):
                break
        else:
            # A change before may have put a list where a dictionary was, or the other way round
            last = path[-1]
            if isinstance(target, dict) or (isinstance(target, list) and isinstance(last, int) and last < len(target)):
                target[last] = value
    for item in read(json.dumps(study).encode()):
        if isinstance(item, Record):
            for section in item.sections:
                held = [section.text[c.start : c.end] for c in section.cells]
                if section.kind is SectionKind.TABLE:
                    assert held == [cell for line in section.text.split("\n") for cell in line.split("\t")]


OLDER = {
    "FullStudiesResponse": {
        "APIVrs": "1.01",
        "NStudiesFound": 1,
        "FullStudies": [
            {
                "Rank": 1,
                "Study": {
                    "ProtocolSection": {
                        "IdentificationModule": {
                            "NCTId": "NCT09999991",
                            "OrgStudyIdInfo": {"OrgStudyId": "LUM-7"},
                            "SecondaryIdInfoList": {
                                "SecondaryIdInfo": [
                                    {"SecondaryId": "2019-000001-11", "SecondaryIdType": "EudraCT Number"}
                                ]
                            },
                            "BriefTitle": "Lumarin for Hiccups",
                        },
                        "StatusModule": {
                            "OverallStatus": "Terminated",
                            "WhyStopped": "A back\\*slash",
                            "LastUpdatePostDateStruct": {
                                "LastUpdatePostDate": "July 8, 2022",
                                "LastUpdatePostDateType": "Actual",
                            },
                        },
                        "DesignModule": {
                            "StudyType": "Interventional",
                            "PhaseList": {"Phase": ["Phase 2", "Phase 3"]},
                            "DesignInfo": {
                                "DesignAllocation": "Randomized",
                                "DesignMaskingInfo": {
                                    "DesignMasking": "Double",
                                    "DesignWhoMaskedList": {"DesignWhoMasked": ["Participant", "Outcomes Assessor"]},
                                },
                            },
                            "EnrollmentInfo": {"EnrollmentCount": "61", "EnrollmentType": "Actual"},
                        },
                        "EligibilityModule": {"Gender": "All"},
                        "ReferencesModule": {
                            "ReferenceList": {
                                "Reference": [
                                    {"ReferencePMID": "11", "ReferenceType": "result", "ReferenceCitation": "One."}
                                ]
                            }
                        },
                    },
                    "ResultsSection": {
                        "OutcomeMeasuresModule": {
                            "OutcomeMeasureList": {
                                "OutcomeMeasure": [
                                    {
                                        "OutcomeMeasureType": "Primary",
                                        "OutcomeMeasureTitle": "Hiccups",
                                        "OutcomeGroupList": {
                                            "OutcomeGroup": [{"OutcomeGroupId": "G0", "OutcomeGroupTitle": "Lumarin"}]
                                        },
                                        "OutcomeClassList": {
                                            "OutcomeClass": [
                                                {
                                                    "OutcomeClassTitle": "Night",
                                                    "OutcomeCategoryList": {
                                                        "OutcomeCategory": [
                                                            {
                                                                "OutcomeMeasurementList": {
                                                                    "OutcomeMeasurement": [
                                                                        {
                                                                            "OutcomeMeasurementGroupId": "G0",
                                                                            "OutcomeMeasurementValue": "12.0",
                                                                        }
                                                                    ]
                                                                }
                                                            }
                                                        ]
                                                    },
                                                }
                                            ]
                                        },
                                        "OutcomeAnalysisList": {
                                            "OutcomeAnalysis": [
                                                {
                                                    "OutcomeAnalysisGroupIdList": {"OutcomeAnalysisGroupId": ["G0"]},
                                                    "OutcomeAnalysisPValue": "<0.01",
                                                    "OutcomeAnalysisCIPctValue": "95",
                                                    "OutcomeAnalysisCINumSides": "2-Sided",
                                                }
                                            ]
                                        },
                                    }
                                ]
                            }
                        }
                    },
                },
            }
        ],
    }
}

XML = """<?xml version="1.0" encoding="UTF-8"?>
<clinical_study rank="1">
  <!-- as the registry wrote it -->
  <id_info><org_study_id>LUM-7</org_study_id><secondary_id>2019-000001-11</secondary_id>
    <nct_id>NCT09999991</nct_id></id_info>
  <brief_title>Lumarin for Hiccups</brief_title>
  <brief_summary><textblock>
      First line
      goes on.

        -  second &gt; paragraph
  </textblock></brief_summary>
  <overall_status>Terminated</overall_status>
  <why_stopped>Too few people came.</why_stopped>
  <phase>Phase 2/Phase 3</phase>
  <study_type>Interventional</study_type>
  <study_design_info><allocation>Randomized</allocation>
    <masking>Double (Participant, Outcomes Assessor)</masking></study_design_info>
  <enrollment type="Actual">61</enrollment>
  <arm_group><arm_group_label>Lumarin</arm_group_label><arm_group_type>Experimental</arm_group_type></arm_group>
  <intervention><intervention_type>Drug</intervention_type><intervention_name>lumarin</intervention_name>
    <arm_group_label>Lumarin</arm_group_label></intervention>
  <eligibility><gender>All</gender></eligibility>
  <reference><citation>Three.</citation><PMID>13</PMID></reference>
  <results_reference><citation>One.</citation><PMID>11</PMID></results_reference>
  <last_update_posted type="Actual">July 8, 2022</last_update_posted>
  <clinical_results>
    <outcome_list><outcome><type>Primary</type><title>Hiccups</title>
      <group_list><group group_id="G0"><title>Lumarin</title></group></group_list>
      <measure><title>Hiccups</title><class_list><class><title>Night</title><category_list><category>
        <measurement_list><measurement group_id="G0" value="12.0"/></measurement_list>
      </category></category_list></class></class_list></measure>
      <analysis_list><analysis><group_id_list><group_id>G0</group_id></group_id_list>
        <p_value>&lt;0.01</p_value><ci_percent>95</ci_percent><ci_n_sides>2-Sided</ci_n_sides></analysis></analysis_list>
    </outcome></outcome_list>
    <reported_events><group_list><group group_id="G0"><title>Lumarin</title></group></group_list>
      <serious_events><default_vocab>MedDRA</default_vocab><category_list>
        <category><title>Total</title><event_list><event><sub_title>Total, serious adverse events</sub_title>
          <counts group_id="G0" subjects_affected="2" subjects_at_risk="31"/></event></event_list></category>
        <category><title>Injury</title><event_list><event><sub_title>Fall</sub_title>
          <counts group_id="G0" events="3" subjects_affected="2" subjects_at_risk="31"/></event></event_list></category>
      </category_list></serious_events></reported_events>
  </clinical_results>
</clinical_study>
"""


@pytest.mark.parametrize(("name", "source"), [("ctgov_fullstudies", OLDER), ("ctgov_xml", XML.encode())])
def test_the_older_files_give_the_same_sections(name: str, source: object) -> None:
    raw = source if isinstance(source, bytes) else json.dumps(source).encode()
    known = recognise(raw)
    assert known is not None
    assert known.name == name
    record = one(source, name)
    assert record.id == RECORD.id
    assert record.date == RECORD.date
    assert record.identifier("eudract") == "2019-000001-11"
    for line in (
        "Phase: Phase 2/Phase 3",
        "Masking: Double (Participant, Outcomes Assessor)",
        "Enrollment: 61 (actual)",
    ):
        assert line in record.section("design").text.split("\n")
    assert record.section("people").text == "Sex: All"
    assert [(link.kind, str(link.identifier)) for link in record.links] == [(LinkKind.PUBLICATION, "pmid:11")]
    assert ["Night", "", "Value", "12.0"] in rows(record.section("outcome.1"))
    assert rows(record.section("outcome.1.analysis.1")) == [
        ["Outcome", "Hiccups"],
        ["Group", "Lumarin"],
        ["p value", "<0.01"],
        ["Confidence level (%)", "95"],
        ["Sides of the interval", "2-Sided"],
    ]


def test_a_backslash_that_is_meant_stays_in_the_older_json() -> None:
    assert "Why stopped: A back\\*slash" in one(OLDER, "ctgov_fullstudies").section("status").text


def test_the_old_xml_keeps_paragraphs_and_default_vocabularies() -> None:
    record = one(XML.encode(), "ctgov_xml")
    assert record.section("abstract").text == "First line goes on.\n\n- second > paragraph"
    assert rows(record.section("arms"))[1] == ["Lumarin", "Experimental", "Drug: lumarin", ""]
    assert rows(record.section("events.serious"))[2:] == [
        ["Total, serious adverse events", "", "", "", "", "2", "31", ""],
        ["Fall", "Injury", "MedDRA", "", "", "2", "31", "3"],
    ]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("<clinical_study><id_info/></clinical_study>", "P218"),
        ("<clinical_study><id_info></clinical_study>", "P205"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><clinical_study><brief_title>&a;</brief_title></clinical_study>', "P206"),
        ("<clinical_study><id_info>", "P219"),
    ],
)
def test_a_damaged_xml_study_is_refused(source: str, code: str) -> None:
    (refusal,) = read(source.encode(), "ctgov_xml")
    assert isinstance(refusal, Refusal)
    assert refusal.code == code
