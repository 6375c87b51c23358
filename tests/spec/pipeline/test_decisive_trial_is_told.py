"""The trial that decides a question is told: on the occasion asked about, and for one of two outcomes asked about."""

from __future__ import annotations

import pytest
from medicines import label
from reports import report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer

TRIAL = report(
    1,
    "Doxazosin to prevent urinary retention after hysterectomy: a randomised trial",
    methods="In this randomised trial, 240 women who had a hysterectomy were given doxazosin or placebo for 7 days.",
    results="Urinary retention was less frequent with doxazosin than with placebo (9% versus 24%; p = 0.002).",
    conclusions="Doxazosin reduced urinary retention in women after hysterectomy.",
)
RATIOS = report(
    2,
    "Pravastatin and vascular outcomes in older people with gout: a randomised trial",
    methods="In this randomised trial, 900 older people with gout were given pravastatin or placebo for 3 years.",
    results="Pravastatin did not significantly change the risk of vascular outcomes, including stroke (HR 0.81 "
    "[0.50-1.40]), atrial fibrillation (HR 0.88 [0.52-1.49]), or all-cause mortality (HR 1.10 [0.70-1.70]).",
    conclusions="Pravastatin did not change vascular outcomes in older people with gout.",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("decisive") / "library", create=True)
    made.add((TRIAL, RATIOS, label("terazosin", uses="Terazosin is indicated for hypertension.")))
    return made


def _bottom(typed: str, library: Library) -> tuple[str, set[str]]:
    answer: Answer = pipeline.answer(typed, library=library, as_of="2026-11-26")
    told = answer.section("bottom_line").statements
    return " ".join(s.text for s in told), {span.record for s in told if s.kind.asserts for span in s.supports}


@pytest.mark.parametrize(
    "typed",
    [
        "Should women get doxazosin around hysterectomy so they can empty their bladder afterwards?",
        "doxazosin for women having hysterectomy: any less urinary retention?",
    ],
)
def test_what_was_tried_on_the_occasion_stands_before_labels_that_are_silent(typed: str, library: Library) -> None:
    said, records = _bottom(typed, library)
    assert "pmid:99000001" in records
    assert "no label" not in said


@pytest.mark.parametrize("typed", ["Can I drive on doxazosin?", "should I stop terazosin before cataract surgery"])
def test_a_side_that_no_trial_was_on_is_still_told_to_be_silent(typed: str, library: Library) -> None:
    _, records = _bottom(typed, library)
    assert "pmid:99000001" not in records


def test_a_ratio_of_a_trial_that_names_one_arm_tells_of_the_one_outcome_that_it_has(library: Library) -> None:
    said, records = _bottom("Does pravastatin lower the risk of a heart attack or AF in gout?", library)
    assert "pmid:99000002" in records
    assert "No effect of pravastatin on atrial fibrillation" in said
    assert "No included study reports" not in said


def test_an_outcome_that_it_has_not_is_still_missed(library: Library) -> None:
    said, _ = _bottom("Does pravastatin lower the risk of dementia in gout?", library)
    assert "No effect of pravastatin on dementia" not in said
