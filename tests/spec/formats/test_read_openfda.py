"""openFDA's drug labels: fields as LOINC sections, each sentence once, other endpoints refused. All is invented."""

from __future__ import annotations

import io
import json

import pytest

from probatum.acquire.formats import Refusal, recognise
from probatum.acquire.formats.openfda import FORMAT
from probatum.model import LinkKind, Record, RecordKind, SectionKind

SET = "11111111-2222-3333-4444-555555555555"
OWN = {"id": "aaaaaaaa-0000-0000-0000-000000000001", "set_id": SET, "version": "3", "effective_time": "20200304"}
ABOUT = {
    "brand_name": ["Venapril"],
    "generic_name": ["ENALAPRIL MALEATE"],
    "substance_name": ["ENALAPRIL MALEATE"],
    "manufacturer_name": ["Example Labs"],
    "product_type": ["HUMAN PRESCRIPTION DRUG"],
    "spl_set_id": [SET],
}


def items(content: object) -> list[object]:
    text = content if isinstance(content, str) else json.dumps(content)
    return list(FORMAT.read(io.BytesIO(text.encode()), "x.json"))


def read(**fields: object) -> Record:
    (record,) = items({"meta": {"results": {"total": 1}}, "results": [{**OWN, "openfda": ABOUT, **fields}]})
    assert isinstance(record, Record), record
    return record


def test_what_a_label_says_of_itself() -> None:
    record = read()
    assert [str(i) for i in record.identifiers] == [f"setid:{SET}", f"spl:{OWN['id']}"]
    assert (record.kind, record.title, record.issuer, record.country, record.date) == (
        RecordKind.LABEL, "Venapril (ENALAPRIL MALEATE)", "Example Labs", "US", "2020-03-04",
    )  # fmt: skip
    assert record.publication_types == ("HUMAN PRESCRIPTION DRUG",)
    assert record.keywords == ("Venapril", "ENALAPRIL MALEATE")
    assert [(link.kind, link.note) for link in record.links] == [(LinkKind.SUPERSEDES, "version 2")]


FIELDS = [
    # (field, LOINC code, heading)
    ("boxed_warning", "34066-1", "Boxed warning"),
    ("indications_and_usage", "34067-9", "Indications and usage"),
    ("dosage_and_administration", "34068-7", "Dosage and administration"),
    ("contraindications", "34070-3", "Contraindications"),
    ("warnings_and_cautions", "43685-7", "Warnings and precautions"),
    ("warnings", "34071-1", "Warnings"),
    ("drug_interactions", "34073-7", "Drug interactions"),
    ("pregnancy", "42228-7", "Pregnancy"),
    ("pediatric_use", "34081-0", "Pediatric use"),
    ("overdosage", "34088-5", "Overdosage"),
    ("ask_doctor_or_pharmacist", "50568-5", "Ask a doctor or pharmacist"),
    ("spl_unclassified_section", "42229-5", ""),
    ("renal_impairment_subsection", "", "Renal impairment subsection"),  # a field nobody knows keeps its name
]


@pytest.mark.parametrize(("field", "code", "heading"), FIELDS)
def test_a_field_is_a_section_by_its_loinc_code(field: str, code: str, heading: str) -> None:
    (section,) = [s for s in read(**{field: ["Some words here."]}).sections if s.kind is SectionKind.LABEL]
    assert (section.code, section.heading, section.text) == (code, heading, "Some words here.")


def test_sections_come_in_the_order_of_a_label() -> None:
    record = read(pregnancy=["Avoid."], boxed_warning=["Deaths."], odd_field=["Odd."], contraindications=["Gout."])
    assert [s.text for s in record.sections[1:]] == ["Deaths.", "Gout.", "Avoid.", "Odd."]


def test_what_a_subsection_says_is_not_said_again_by_its_section() -> None:
    record = read(
        warnings=["Warnings For skin only. Do not use on broken skin at all. Stop use if a rash occurs. Keep it dry."],
        do_not_use=["Do not use on broken skin at all."],
        stop_use=["Stop use if a rash occurs."],
    )
    assert [(s.code, s.text) for s in record.sections[1:]] == [
        ("34071-1", "Warnings For skin only."),
        ("34071-1", "Keep it dry."),
        ("50570-1", "Do not use on broken skin at all."),
        ("50566-9", "Stop use if a rash occurs."),
    ]


def test_a_table_has_cells() -> None:
    markup = "<table><tbody><tr><td>Age</td><td>Dose</td></tr><tr><td>Adults</td><td>5 mg</td></tr></tbody></table>"
    record = read(
        dosage_and_administration=["Age Dose Adults 5 mg"],
        dosage_and_administration_table=[markup, "<table><tr><td>broken"],
    )
    (table,) = [s for s in record.sections if s.kind is SectionKind.TABLE]
    assert (table.code, table.text, len(table.cells)) == ("34068-7", "Age\tDose\nAdults\t5 mg", 4)


def test_names_of_another_label_are_not_taken() -> None:
    other = {**ABOUT, "spl_set_id": ["99999999-2222-3333-4444-555555555555"], "spl_id": []}
    record = read(openfda=other, spl_product_data_elements=["Zeta Gel Zinc oxide Zinc oxide WATER"])
    assert (record.title, record.keywords, record.issuer) == ("Zeta Gel Zinc oxide Zinc oxide WATER", (), "")


ONE = {**OWN, "openfda": ABOUT, "pregnancy": ["Avoid."]}
TWO = {**ONE, "set_id": "22222222-2222-3333-4444-555555555555", "openfda": {}, "spl_product_data_elements": ["Zeta"]}
SHAPES = {
    "a reply": {"meta": {"results": {"skip": 0, "limit": 2, "total": 2}}, "results": [ONE, TWO]},
    "results before meta": {"results": [ONE, TWO], "meta": {"results": {"total": 2}}},
    "an array": [ONE, TWO],
    "one a line": json.dumps(ONE) + "\n" + json.dumps(TWO) + "\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read(shape: str) -> None:
    found = items(SHAPES[shape])
    assert [type(item) for item in found] == [Record, Record]
    text = SHAPES[shape] if isinstance(SHAPES[shape], str) else json.dumps(SHAPES[shape])
    assert recognise(str(text).encode()) is FORMAT


REFUSED = [
    # (content, codes of the refusals)
    ({"meta": {}, "results": [{"term": "NAUSEA", "count": 2}, {"term": "RASH", "count": 1}]}, ["P227"]),
    ({"meta": {}, "results": [{"safetyreportid": "1", "patient": {}}]}, ["P227"]),
    ({"meta": {}, "results": [{"application_number": "NDA1", "submissions": [], "openfda": ABOUT}]}, ["P227"]),
    ({"error": {"code": "NOT_FOUND", "message": "No matches found!"}}, ["P227"]),
    ([{**ONE, "openfda": {**ABOUT, "product_type": ["OTC ANIMAL DRUG"]}}], ["P228"]),
    ([{"pregnancy": ["Avoid."], "openfda": {}}], ["P218"]),
    ([{**ONE, "set_id": "", "id": ""}], ["P218"]),
    ('{"meta": {}, "results": [' + json.dumps(ONE) + ", " + json.dumps(TWO)[:60], ["P230"]),
    ('[{"set_id": "1", "pregnancy": ["a" "b"]}]', ["P205"]),
    ('[{"set_id": ' + "[" * 5_000 + "]" * 5_000 + "}]", ["P205"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "codes"), REFUSED)
def test_what_is_no_label_or_broken_is_refused(content: object, codes: list[str]) -> None:
    assert [item.code for item in items(content) if isinstance(item, Refusal)] == codes


@pytest.mark.parametrize("value", [None, 7, {"a": 1}, [None, {}, 5], ["", " "], [["Avoid."]], True])
def test_a_field_of_an_odd_shape_says_nothing(value: object) -> None:
    assert [s.id for s in read(pregnancy=value, openfda={**ABOUT, "route": value}).sections] == ["title"]
