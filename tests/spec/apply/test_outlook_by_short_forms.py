"""How long people live is told by a median survival in its short form, too."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

TITLE = "Lung cancer with peritoneal metastases: a register study"
TOLD = (
    "We looked at the overall survival (OS) of 900 patients. The median OS of patients with lung cancer was 2.4 months."
)
UNTOLD = "We looked at a register. Lung cancer was found in 900 patients, and 30% of patients with lung cancer smoked."


def _short(text: str, folder: Path) -> str:
    library = Library.open(folder / "library", create=True)
    sections = (
        SourceSection("title", SectionKind.TITLE, TITLE),
        SourceSection("abstract", SectionKind.ABSTRACT, text),
    )
    record = Record.build(
        id="pmid:90000001",
        identifiers=(Identifier("pmid", "90000001"),),
        kind=RecordKind.ARTICLE,
        title=TITLE,
        sections=sections,
        format="test",
    )
    library.add([record], describe=describe)
    answer = probatum.answer("prognosis of lung cancer with peritoneal metastases", library=library, as_of="2026-01-01")
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(("text", "told"), [(TOLD, True), (UNTOLD, False)])
def test_a_median_survival_by_its_short_form(text: str, told: bool, tmp_path: Path) -> None:
    said = _short(text, tmp_path)
    assert ("2.4 months" in said) is told and ("No source that is held tells the outlook" in said) is not told
