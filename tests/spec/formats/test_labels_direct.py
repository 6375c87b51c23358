"""Labels of every format direct alike: each section gives its directives, and the label is found by every name."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from probatum import ask
from probatum.acquire.formats import openfda, spl
from probatum.acquire.library import Library
from probatum.acquire.retrieve import retrieve
from probatum.appraise import directives
from probatum.model import DirectiveAction, Record

SET = "11111111-2222-3333-4444-555555555555"
SECTIONS = [
    # (LOINC code, field of openFDA, text, what it directs, for whom)
    ("34066-1", "boxed_warning", "Enalapril can injure the unborn child.", DirectiveAction.BOXED_WARNING, ""),
    ("34067-9", "indications_and_usage", "Enalapril is indicated for hypertension.", DirectiveAction.INDICATED, ""),
    ("34068-7", "dosage_and_administration", "The starting dose is 5 mg once a day.", DirectiveAction.DOSE, ""),
    (
        "34070-3",
        "contraindications",
        "It is contraindicated in angioedema.",
        DirectiveAction.CONTRAINDICATED,
        "",
    ),
    ("43685-7", "warnings_and_cautions", "Swelling of the face may occur.", DirectiveAction.CAUTION, ""),
    ("34071-1", "warnings", "Potassium may increase: severe cases occurred.", DirectiveAction.CAUTION, ""),
    ("34073-7", "drug_interactions", "Enalapril increases lithium levels.", DirectiveAction.INTERACTION, ""),
    ("34084-4", "adverse_reactions", "Cough occurred in 2.2% of patients.", DirectiveAction.ADVERSE_EFFECT, ""),
    ("42228-7", "pregnancy", "It should not be used.", DirectiveAction.SPECIAL_POPULATION, "pregnancy"),
    ("34081-0", "pediatric_use", "It should not be used.", DirectiveAction.SPECIAL_POPULATION, "children"),
    ("34082-8", "geriatric_use", "Start at a lower dose.", DirectiveAction.SPECIAL_POPULATION, "older people"),
    ("88828-9", "renal_impairment", "Start at 2.5 mg.", DirectiveAction.SPECIAL_POPULATION, "kidney disease"),
    ("88829-7", "hepatic_impairment", "Start at 2.5 mg.", DirectiveAction.SPECIAL_POPULATION, "liver disease"),
    ("50570-1", "do_not_use", "Do not use if you had swelling before.", DirectiveAction.CONTRAINDICATED, ""),
    ("50566-9", "stop_use", "Stop use if your face swells.", DirectiveAction.STOP, ""),
    # What tells and does not direct, whatever its heading.
    ("34083-6", "carcinogenesis_and_mutagenesis_and_impairment_of_fertility", "Doses were high.", None, ""),
    ("50565-1", "keep_out_of_reach_of_children", "Keep out of reach of children.", None, ""),
    ("34069-5", "how_supplied", "Bottles should hold 30 tablets of 5 mg.", None, ""),
]


def from_spl(sections: list[tuple[str, str]], title: str = "") -> Record:
    body = "".join(
        f'<component><section><code code="{code}"/><title>{title}</title><text><paragraph>{text}</paragraph></text>'
        "</section></component>"
        for code, text in sections
    )
    xml = (
        f'<document xmlns="urn:hl7-org:v3"><id root="{SET[::-1]}"/><setId root="{SET}"/><title>Drug Facts</title>'
        '<component><structuredBody><component><section><code code="48780-1"/><subject><manufacturedProduct>'
        "<manufacturedProduct><name>Vasotec</name><asEntityWithGeneric><genericMedicine><name>enalapril maleate</name>"
        '</genericMedicine></asEntityWithGeneric><ingredient classCode="ACTIB"><ingredientSubstance>'
        "<name>ENALAPRIL MALEATE</name><activeMoiety><activeMoiety><name>ENALAPRIL</name></activeMoiety></activeMoiety>"
        "</ingredientSubstance></ingredient></manufacturedProduct></manufacturedProduct></subject></section></component>"
        f"{body}</structuredBody></component></document>"
    )
    (record,) = spl.FORMAT.read(io.BytesIO(xml.encode()), "x.xml")
    assert isinstance(record, Record), record
    return record


def from_openfda(sections: list[tuple[str, str]]) -> Record:
    about = {"brand_name": ["Vasotec"], "generic_name": ["ENALAPRIL MALEATE"]}
    label = {"set_id": SET, "openfda": about, **{field: [text] for field, text in sections}}
    (record,) = openfda.FORMAT.read(io.BytesIO(json.dumps({"results": [label]}).encode()), "x.json")
    assert isinstance(record, Record), record
    return record


@pytest.mark.parametrize("source", ["spl", "openfda"])
@pytest.mark.parametrize(("code", "field", "text", "action", "people"), SECTIONS)
def test_each_section_directs(
    source: str, code: str, field: str, text: str, action: DirectiveAction | None, people: str
) -> None:
    record = from_spl([(code, text)]) if source == "spl" else from_openfda([(field, text)])
    found = [(d.action, d.drug, d.population) for d in directives.read(record)]
    assert found == ([(action, "enalapril", people)] if action else [])


@pytest.mark.parametrize(
    "text", ["None.", "None known", "None (4)", "Not applicable.", "There are no known contraindications."]
)
def test_a_section_that_says_none_directs_nothing(text: str) -> None:
    assert directives.read(from_spl([("34070-3", text)])) == ()


def test_a_dose_is_for_those_its_heading_names() -> None:
    record = from_spl([("34068-7", "The starting dose is 1 mg once a day.")], "2.2 Dosage in Pediatric Patients")
    assert [(d.action, d.population) for d in directives.read(record)] == [(DirectiveAction.DOSE, "children")]


def test_no_sort_of_people_crowds_out_another() -> None:
    many = " ".join(f"In pregnancy, avoid doses above {n} mg." for n in range(10))
    record = from_spl(
        [("34068-7", "The starting dose is 5 mg once a day."), ("42228-7", many), ("88828-9", "Give 2 mg.")]
    )
    kept = [(d.action, d.population) for d in directives.read(record)]
    assert kept.count((DirectiveAction.SPECIAL_POPULATION, "pregnancy")) == 7
    assert (DirectiveAction.SPECIAL_POPULATION, "kidney disease") in kept
    assert (DirectiveAction.DOSE, "") in kept


def test_a_box_is_told_in_its_own_order_figures_last() -> None:
    box = "Older people have a higher risk of death. In a trial the rate of death was 4.5% against 2.6%."
    assert [d.text for d in directives.read(from_spl([("34066-1", box)]))] == [
        "Older people have a higher risk of death",
        "In a trial the rate of death was 4.5% against 2.6%",
    ]


@pytest.mark.parametrize("source", ["spl", "openfda"])
@pytest.mark.parametrize("name", ["Vasotec", "enalapril", "enalapril maleate"])
def test_a_label_is_found_by_brand_ingredient_and_salt(tmp_path: Path, name: str, source: str) -> None:
    record = (
        from_spl([("42228-7", "It should not be used.")])
        if source == "spl"
        else from_openfda([("pregnancy", "It should not be used.")])
    )
    library = Library.open(tmp_path / "library", create=True)
    library.add([record])
    (hit,) = retrieve(ask.read(f"Is {name} safe in pregnancy?"), library, as_of="2026-01-01").hits
    assert "labels" in hit.found_by
