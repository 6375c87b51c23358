"""A real record takes the place of the starter summary of the same identifier, and is what the answer tells."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.acquire.reading import read_paths
from probatum.model import Answer, Record

# Synthetic wording in the manner of a registry of abstracts; the identifier is a starter record's.
NBIB = """PMID- 35466411
DP  - 2022 Jul
TI  - A pilot trial of ranolazine for muscle cramps in amyotrophic lateral sclerosis.
AB  - METHODS: In this double-blind randomized controlled trial, forty-four participants with amyotrophic lateral
      sclerosis were randomized to placebo, ranolazine 500 mg/d or ranolazine 1000 mg/d for 8 weeks. RESULTS: Nineteen
      percent of participants receiving 1000 mg of ranolazine discontinued study drug vs 7% on placebo (p = 0.31).
      Analysis of all participants demonstrated significant reductions of muscle cramp frequency (500 mg: rate = 71% of
      placebo, p = 0.041; 1000 mg: 52% of placebo, p = 0.004) and cramp intensity (500 mg: mean = 83% of placebo,
      p = 0.09; 1000 mg: 64% of placebo, p = 0.006). CONCLUSIONS: Ranolazine reduced cramps.
PT  - Randomized Controlled Trial
TA  - J Test

"""


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory, starter_place: Path) -> Answer:
    folder: Path = tmp_path_factory.mktemp("real")
    library = Library.open(shutil.copytree(starter_place, folder / "library"))
    (folder / "one.nbib").write_text(NBIB, encoding="utf-8")
    records = [item for _, item in read_paths([str(folder / "one.nbib")]) if isinstance(item, Record)]
    done = library.add(records)
    assert (done.added, done.updated) == (0, 1)
    return probatum.answer("Does ranolazine reduce cramps in ALS?", library=library, as_of="2026-11-22")


def said(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


def test_the_real_figures_are_told_and_judged(answer: Answer) -> None:
    evidence = said(answer, "evidence")
    assert "71%" in evidence and "52%" in evidence and "54.8" not in evidence
    assert "0.09" in evidence and "not significant at 0.05" in evidence
    reference = next(r for r in answer.references if r.record == "pmid:35466411")
    assert not reference.summary


def test_how_many_stopped_is_told_with_both_arms(answer: Answer) -> None:
    told = said(answer, "adverse_effects")
    assert "nineteen percent" in told.lower() and "7%" in told and "placebo" in told


def test_the_bottom_line_says_that_not_every_comparison_reached_significance(
    answer: Answer,
) -> None:
    assert "but not significantly in every comparison" in said(answer, "bottom_line")
