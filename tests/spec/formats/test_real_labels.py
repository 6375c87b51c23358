"""Real labels, counted here by other means. They are no part of this repository: without them the tests are skipped."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from probatum.acquire.formats import Refusal
from probatum.acquire.reading import read_paths
from probatum.model import Record, SectionKind

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "labels"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")
SPL = sorted((DATA / "spl").glob("*.xml")) if DATA.is_dir() else []
OPENFDA = sorted((DATA / "openfda").glob("*.json")) if DATA.is_dir() else []
V3 = "{urn:hl7-org:v3}"
WORD = re.compile(r"[A-Za-z]{4,}")


def found(path: Path) -> list[Record | Refusal]:
    return [item for _, item in read_paths([str(path)]) if isinstance(item, Record | Refusal)]


def nested(root: ET.Element, within: tuple[str, ...] = ()) -> list[tuple[ET.Element, tuple[str, ...]]]:
    """Every section with the codes of those it stands in."""
    made = []
    for component in root.findall(f"{V3}component"):
        for section in component.findall(f"{V3}section"):
            code = section.find(f"{V3}code")
            own = "" if code is None else code.get("code", "")
            made.append((section, within))
            made += nested(section, (*within, own))
    return made


def sections(path: Path) -> list[tuple[ET.Element, tuple[str, ...]]]:
    body = ET.parse(path).getroot().find(f"{V3}component/{V3}structuredBody")
    return [] if body is None else nested(body)


@pytest.mark.parametrize("path", SPL, ids=lambda path: path.stem)
def test_every_label_is_read_and_every_index_refused(path: Path) -> None:
    (item,) = found(path)
    if path.stem.startswith("class_index"):
        assert isinstance(item, Refusal) and item.code == "P227"
        return
    assert isinstance(item, Record)
    root = ET.parse(path).getroot()
    (set_id, number) = (root.find(f"{V3}{tag}") for tag in ("setId", "versionNumber"))
    assert set_id is not None and number is not None
    assert item.id == f"setid:{set_id.get('root', '').lower()}"
    assert [link.note for link in item.links] == (
        [f"version {int(number.get('value', '')) - 1}"] if number.get("value") != "1" else []
    )
    assert item.country == "US" and item.issuer
    actives = {
        (name.text or "").casefold()
        for ingredient in root.iter(f"{V3}ingredient")
        if ingredient.get("classCode", "").startswith("ACT")
        for name in ingredient.iter(f"{V3}name")
    }
    assert actives and actives <= {keyword.casefold() for keyword in item.keywords}
    assert any(name.casefold() in item.title.casefold() for name in item.keywords)


@pytest.mark.parametrize("path", [p for p in SPL if not p.stem.startswith("class_index")], ids=lambda path: path.stem)
def test_no_word_and_no_table_of_a_label_is_lost(path: Path) -> None:
    (item,) = found(path)
    assert isinstance(item, Record)
    told = " ".join(f"{section.heading} {section.text}" for section in item.sections)
    texts = [text for section, _ in sections(path) if (text := section.find(f"{V3}text")) is not None]
    words = {word for text in texts for piece in text.itertext() for word in WORD.findall(piece)}
    assert words - set(WORD.findall(told)) == set()
    tables = [
        table
        for text in texts
        for table in text.iter(f"{V3}table")
        if max((len(row) for row in table.iter(f"{V3}tr")), default=0) > 1
    ]
    read = [s for s in item.sections if s.kind is SectionKind.TABLE and s.id != "products"]
    assert len(read) == len(tables)
    assert sum(len(s.cells) for s in read) == sum(len(row) for table in tables for row in table.iter(f"{V3}tr"))
    boxes = [
        section
        for section, within in sections(path)
        if (code := section.find(f"{V3}code")) is not None
        and code.get("code") == "34066-1"
        and (not within or within[-1] in ("34071-1", "43685-7", "42232-9"))
    ]
    assert len([s for s in item.sections if s.kind is SectionKind.LABEL and s.code == "34066-1"]) == len(boxes)
    assert len(boxes) == {"humira": 1, "no-title": 1}.get(path.stem, 0)


def test_every_code_of_the_table_is_a_code_of_the_list() -> None:
    from probatum.acquire.formats._label_codes import HEADINGS

    listed = [line.split(",", 1) for line in (DATA / "spl" / "sections.csv").read_text("utf-8").splitlines()]
    fields = {
        code: name.replace(":", "", 1).replace(" & ", " and ").replace("/", " or ", 1).replace(" ", "_").lower()
        for code, name in listed
    }
    fields["42229-5"] = "spl_unclassified_section"
    for heading in HEADINGS:
        assert fields.get(heading.code, "") == heading.field
    assert sum(not heading.field for heading in HEADINGS) == 9


@pytest.mark.parametrize("path", OPENFDA, ids=lambda path: path.stem)
def test_openfda_labels_are_read_and_other_endpoints_refused(path: Path) -> None:
    results = json.loads(path.read_text("utf-8"))["results"]
    items = found(path)
    if not path.stem.startswith("label"):
        assert [item.code for item in items if isinstance(item, Refusal)] == ["P227"] and len(items) == 1
        return
    assert [item.id for item in items if isinstance(item, Record)] == [f"setid:{r['set_id']}" for r in results]
    for item, result in zip(items, results, strict=True):
        assert isinstance(item, Record)
        own = result["set_id"] in result["openfda"]["spl_set_id"]
        assert item.issuer == (result["openfda"].get("manufacturer_name", [""])[0] if own else "")
        assert ("Acetaminophen" in item.keywords) <= own
        told = " ".join(section.text for section in item.sections)
        texts = [
            text
            for field, values in result.items()
            if isinstance(values, list) and not field.endswith("_table")
            for text in values
        ]
        assert {word for text in texts for word in WORD.findall(text)} <= set(WORD.findall(told))
        tables = [table for field, values in result.items() if field.endswith("_table") for table in values]
        assert len([s for s in item.sections if s.kind is SectionKind.TABLE]) == len(tables)
