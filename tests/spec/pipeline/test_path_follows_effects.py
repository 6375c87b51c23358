"""The path never speaks against the bottom line: benefit alone starts, harm alone does not, both are weighed."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

GAIN = (
    "Death within 28 days occurred in 200 of 2000 people (10.0%) with dexamethasone and in 300 of 2000 people (15.0%) "
    "with placebo (risk ratio 0.67, 95% CI 0.56 to 0.79; p < 0.001)."
)
PRICE = (
    "Relapse of pneumonia occurred in 240 of 2000 people (12.0%) with dexamethasone and in 160 of 2000 people (8.0%) "
    "with placebo (risk ratio 1.50, 95% CI 1.24 to 1.81; p < 0.001)."
)


def answered(place: Path, results: str) -> str:
    texts = (
        "Dexamethasone in pneumonia: a randomised trial",
        "In this double-blind randomised trial, 4000 adults with pneumonia were given dexamethasone 6 mg once daily or "
        "placebo.",
        results,
    )
    record = Record.build(
        id="pmid:99301",
        identifiers=(Identifier("pmid", "99301"),),
        kind=RecordKind.TRIAL_REPORT,
        title=texts[0],
        sections=tuple(
            SourceSection(f"abstract.{n}" if n else "title", SectionKind.ABSTRACT if n else SectionKind.TITLE, text)
            for n, text in enumerate(texts)
        ),
        publication_types=("Randomized Controlled Trial",),
        year=2020,
    )
    library = Library.open(place / "library", create=True)
    library.add((record,), describe=describe)
    answer = pipeline.answer("Does dexamethasone help in pneumonia?", library=library, as_of="2026-11-22")
    return " ".join(s.text for s in answer.section("algorithm").statements)


@pytest.mark.parametrize(
    ("results", "said", "unsaid"),
    [
        (GAIN, "Start dexamethasone 6 mg", "do not start dexamethasone for"),
        (PRICE, "speaks against dexamethasone: do not start", "Start dexamethasone 6 mg"),
        (f"{GAIN} {PRICE}", "Weigh what was found above of death within 28 days against", "speaks against"),
    ],
)
def test_the_path_follows_what_was_found(tmp_path: Path, results: str, said: str, unsaid: str) -> None:
    path = answered(tmp_path, results)
    assert said in path
    assert unsaid not in path
