"""The audit as users meet it: the command, its exit codes, its formats, and what is left out."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from audit_cases import REFERENCES, Shelf, other, report, trial
from click.testing import CliRunner

import probatum
from probatum.acquire.library import Library
from probatum.assess.audit import audit
from probatum.cli import main
from probatum.model import Engine, Record, RecordKind, SectionKind, SourceSection
from probatum.publish import audits

GOOD = "# Night cramps in adults\n\nCramps were fewer with zerafine than with placebo [1].\n" + REFERENCES
BAD = "# Night cramps in adults\n\nResponse was seen in 52% on zerafine and 25% on placebo [1].\n" + REFERENCES


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("audit") / "library"
    Library.open(place, create=True).add([trial(), other()])
    yield str(place)


CODES = [(GOOD, 0), (BAD, 1)]


@pytest.mark.parametrize(("text", "code"), CODES)
def test_the_exit_code_says_whether_a_fault_was_found(text: str, code: int, library: str, tmp_path: Path) -> None:
    path = tmp_path / "answer.md"
    path.write_text(text, encoding="utf-8")
    assert CliRunner().invoke(main, ["audit", str(path), "--library", library]).exit_code == code


def test_what_cannot_be_read_is_exit_code_two(library: str, tmp_path: Path) -> None:
    for name, data in (("none.md", None), ("broken.pdf", b"%PDF-1.4 broken"), ("binary", b"\0\1\2" * 50)):
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        assert CliRunner().invoke(main, ["audit", str(path), "--library", library]).exit_code == 2, name


def test_standard_input_is_read(library: str) -> None:
    made = CliRunner().invoke(main, ["audit", "-", "--library", library, "--format", "json"], input=BAD)
    assert json.loads(made.stdout)["sentences"][0]["category"] == "number_altered"


def test_html_is_audited_as_its_reader_sees_it(library: str) -> None:
    entry = f"{trial().title}. Moran P. 2015. PMID: 9000001"
    page = (
        "<html><body><h1>Night cramps</h1><p>Response was seen in <b>52</b>% on zerafine and 25% on placebo"
        f"<sup>1</sup>.</p><h2>References</h2><ol><li>{entry}</li></ol></body></html>"
    )
    made = probatum.audit(page, library=library)
    assert [s.category.value for s in made.sentences if s.category] == ["number_altered"]


def test_json_has_the_keys_that_are_promised() -> None:
    made = json.loads(audits.get("json").render(report(BAD, references=""), records=lambda *_: None))
    assert {"sentences", "references", "score", "omissions", "engine"} <= made.keys()
    assert list(made["sentences"][0]) == [
        "n",
        "text",
        "citations",
        "verdict",
        "category",
        "reasons",
        "spans",
        "figure",
        "severity",
    ]


@pytest.mark.parametrize("name", audits.names())
def test_every_format_shows_every_fault(name: str) -> None:
    made = report("Response was seen in 52% on zerafine and 25% on placebo [1].")
    told = audits.get(name).render(made, records=lambda *_: None)
    assert "52%" in told
    assert told == audits.get(name).render(made, records=lambda *_: None)


def test_build_formats_are_well_formed() -> None:
    made = report("Response was seen in 52% on zerafine and 25% on placebo [1]. <b>& \x01 odd [1].")
    suite = ET.fromstring(audits.get("junit").render(made, records=lambda *_: None)).find("testsuite")
    assert suite is not None and suite.get("failures") == str(len(made.faults))
    run = json.loads(audits.get("sarif").render(made, records=lambda *_: None))["runs"][0]
    assert [r["ruleId"] for r in run["results"]] == ["number_altered"]
    rows = list(csv.reader(io.StringIO(audits.get("csv").render(made, records=lambda *_: None))))
    assert len(rows) == len(made.sentences) + 1


def test_html_lets_no_markup_of_the_text_in() -> None:
    made = report("Cramps fell &lt;script&gt;alert(1)&lt;/script&gt; with zerafine [1].")
    assert "<script>alert" not in audits.get("html").render(made, records=lambda *_: None)


def label() -> Record:
    """An invented label of a drug that the vocabulary knows."""
    sections = (
        SourceSection("title", SectionKind.TITLE, "Metformin hydrochloride tablets"),
        SourceSection(
            "label.1",
            SectionKind.LABEL,
            "Contraindications: an invented list of states in which it is not taken.",
            code="34070-3",
        ),
    )
    return Record.build(
        id="setid:x", identifiers=(), kind=RecordKind.LABEL, title="Metformin hydrochloride tablets", sections=sections
    )


def test_a_label_that_warns_and_a_text_that_does_not() -> None:
    text = "# Diabetes\n\n" + "Metformin lowers glucose. " * 4
    made = audit(text, Shelf(label()), Engine("0", "0"))
    assert any("contraindications" in o.text for o in made.omissions)
    told = audit(text + "Metformin is contraindicated in some states.", Shelf(label()), Engine("0", "0"))
    assert not any("contraindications" in o.text for o in told.omissions)


def test_a_report_is_a_value_that_does_not_change() -> None:
    made = report("Cramps were fewer with zerafine than with placebo [1].")
    assert made == report("Cramps were fewer with zerafine than with placebo [1].")
    with pytest.raises(AttributeError):
        made.title = "other"  # type: ignore[misc]
    assert msgspec.structs.asdict(made.score)["supported"] == 1
