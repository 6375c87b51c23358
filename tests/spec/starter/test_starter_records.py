"""The starter records load, are well formed, and say of themselves that they are summaries."""

import os
import re
import subprocess
import sys

import pytest

from probatum.acquire import starter
from probatum.acquire.starter.reading import by_name, parse
from probatum.model import LinkKind, Record, RecordKind, RecordStatus, SectionKind, SectionRole

RECORDS = by_name()

FORMS = {
    "pmid": r"[1-9]\d{0,7}",
    "pmcid": r"PMC[1-9]\d*",
    "doi": r"10\.\d{4,9}/[^\sA-Z]+",
    "nct": r"NCT\d{8}",
    "setid": r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    "probatum": r"[a-z0-9]+(-[a-z0-9]+)*",
}
"""Namespace -> what a normalised value looks like."""

LOINC = {
    "34066-1": "Boxed warning",
    "34067-9": "Indications",
    "34068-7": "Dosage",
    "34070-3": "Contraindications",
    "34073-7": "Interactions",
    "34080-2": "Breast-feeding",
    "34081-0": "Children",
    "34082-8": "Older people",
    "34084-4": "Adverse reactions",
    "34088-5": "Overdosage",
    "34089-3": "Description",
    "42228-7": "Pregnancy",
    "43685-7": "Warnings and precautions",
}
"""Codes of label sections in use."""

each = pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))


def test_the_library_has_every_record_once():
    records = starter.records()
    assert len(records) == len(RECORDS) >= 35
    assert len({record.id for record in records}) == len(records)
    assert [record.id for record in records] == sorted(record.id for record in records)
    shared = [str(i) for record in records for i in record.identifiers]
    assert len(shared) == len(set(shared))


@each
def test_identifiers_are_well_formed_and_the_first_is_the_id(record: Record):
    assert record.id == str(record.identifiers[0])
    linked = [link.identifier for link in record.links if link.identifier]
    for identifier in (*record.identifiers, *linked):
        assert re.fullmatch(FORMS[identifier.namespace], identifier.value), identifier


@each
def test_a_record_says_that_it_is_a_summary(record: Record):
    assert record.summary
    assert record.format == "starter"
    assert record.licence == starter.LICENCE
    assert record.retrieved == starter.DATE
    note = record.section("note")
    assert note.kind is SectionKind.OTHER
    assert note.text.startswith("Summary written for Probatum")
    assert note not in record.evidence_sections


@each
def test_every_section_has_text_in_whole_sentences(record: Record):
    for section in record.evidence_sections:
        if section.kind is SectionKind.TITLE:
            assert section.text == record.title
            continue
        assert re.fullmatch(r"[A-Z].*[.]", section.text), section.id
        assert "  " not in section.text and "\n" not in section.text
        if section.kind is SectionKind.ABSTRACT:
            assert section.role is not SectionRole.NONE
        if section.code:
            assert section.code in LOINC


@each
def test_labels_and_guidelines_name_issuer_and_country(record: Record):
    if record.kind in (RecordKind.LABEL, RecordKind.GUIDELINE):
        assert record.issuer
        assert re.fullmatch(r"[A-Z]{2}", record.country)
        assert any(s.kind is SectionKind.LABEL for s in record.sections)


@each
def test_dates_agree_with_years(record: Record):
    if record.date:
        assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", record.date)
        assert record.date.startswith(str(record.year))


@each
def test_authors_are_in_vancouver_form(record: Record):
    for author in record.authors:
        particle = r"(?:(?:de|den|del|van|von|Del|Den|San|Van der|Van|Al|Abo) |El-)?"
        surname = rf"{particle}[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]{{2,}})?"
        assert re.fullmatch(rf"{surname}( [A-Z]{{1,4}}( Jr)?)?|.* (Group)", author), author


def test_a_replaced_review_is_superseded_and_points_to_its_successor():
    old = RECORDS["garrison-2012"]
    assert old.status is RecordStatus.SUPERSEDED
    (link,) = (link for link in old.links if link.kind is LinkKind.SUPERSEDED_BY)
    assert str(link.identifier) == RECORDS["garrison-2020"].id


def test_an_erratum_makes_a_record_corrected():
    assert RECORDS["stephens-2017"].status is RecordStatus.CORRECTED


def test_registrations_lead_to_registry_entries_of_the_library():
    held = {record.id for record in starter.records()}
    linked = {str(link.identifier) for r in starter.records() for link in r.links if link.kind is LinkKind.REGISTRATION}
    assert linked <= held


def test_the_version_is_the_same_in_a_fresh_process():
    command = "from probatum.acquire import starter; print(starter.VERSION)"
    made = {
        subprocess.run(
            [sys.executable, "-c", command],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("0", "1")
    }
    assert made == {starter.VERSION}
    assert re.fullmatch(r"[0-9a-f]{12}", starter.VERSION)


def test_an_unknown_attribute_is_an_error():
    with pytest.raises(AttributeError, match="no attribute 'version_'"):
        _ = starter.version_


GOOD = """
identifiers = ["pmid:1"]
kind = "trial report"
title = "A trial"
[[sections]]
id = "abstract"
kind = "abstract"
role = "results"
text = ["It rained.", "It stopped."]
"""


def test_sentences_are_joined_by_one_blank():
    record = parse(GOOD, "abstract")
    assert record.section("abstract").text == "It rained. It stopped."
    assert [s.id for s in record.sections] == ["title", "abstract", "note"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("pmid:1", "1"), "not an identifier"),
        (("trial report", "tale"), "Invalid enum value 'tale'"),
        (('title = "A trial"', ""), "missing required field `title`"),
        (("title =", "titel ="), "unknown field `titel`"),
        (('id = "abstract"', 'id = "note"'), "two sections share one id"),
        (("kind", "kind ="), "Expected '=' after a key|Invalid value"),
    ],
)
def test_an_ill_formed_file_is_refused(change: tuple[str, str], message: str):
    with pytest.raises(ValueError, match=message):
        parse(GOOD.replace(*change, 1))


def test_the_edition_is_that_of_the_records() -> None:
    assert starter.version() == starter.EDITION
