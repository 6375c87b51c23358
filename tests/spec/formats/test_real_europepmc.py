"""Real replies of Europe PMC, counted here by other means. Without them these tests are skipped."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from probatum.acquire.formats import Refusal
from probatum.acquire.reading import read_paths
from probatum.model import Record, RecordKind, RecordStatus

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "europepmc"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")
REPLIES = sorted(DATA.glob("*.json")) if DATA.is_dir() else []


def bare(text: str) -> str:
    return re.sub(r"</?i>", "", html.unescape(text)).strip()


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: path.stem[:12])
def test_every_result_is_a_record(path: Path) -> None:
    results = json.loads(path.read_text("utf-8"))["resultList"]["result"]
    records = [item for _, item in read_paths([str(path)])]
    assert len(records) == len(results)
    for record, result in zip(records, results, strict=True):
        assert isinstance(record, Record), record
        assert record.title == bare(result["title"])
        assert record.identifier("pmid") == result.get("pmid")
        assert record.identifier("pmcid") == result.get("pmcid")
        assert record.identifier("doi") == result.get("doi")
        assert (str(record.year), record.journal) == (result["pubYear"], result["journalTitle"])
        assert len(record.authors) == len([name for name in result.get("authorString", "").split(",") if name])
        assert record.licence == ("open access" if result["isOpenAccess"] == "Y" else "")
        assert record.status is RecordStatus.CURRENT
        assert (record.kind is RecordKind.TRIAL_REPORT) == ("trial" in result["pubType"])


def test_a_refused_full_text_says_why() -> None:
    (item,) = [item for _, item in read_paths([str(DATA / "pmc3040717-supplementary-not-open-access.xml")])]
    assert isinstance(item, Refusal)
    assert item.code == "P231" and "PMC3040717" in item.reason
