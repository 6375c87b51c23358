"""The sentence on what is asked: of the study that was asked about, it leads, with the figures that it rests on."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SourceSection


def guideline() -> Record:
    """Advice on other people that shares words with the question on music."""
    title = "Care of children with leukaemia at home"
    advice = "Nurses should offer a visit at home to parents of children."
    return Record.build(
        id="probatum:advice-on-visits",
        identifiers=(Identifier("probatum", "advice-on-visits"),),
        kind=RecordKind.GUIDELINE,
        title="Advice on visits by nurses",
        issuer="The Board of Nurses",
        country="UK",
        year=2024,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("advice.1", SectionKind.BODY, advice),
        ),
    )


RECORDS = (
    report(
        1,
        "Safety of long-term proton pump inhibitors: a review of cohort studies",
        kind="Review",
        background="Proton pump inhibitors are widely used.",
        methods="We searched two databases for cohorts. Two reviewers read every report. Bias was judged.",
        results="Long-term use of proton pump inhibitors in older people was consistently associated with an increased "
        "risk of kidney disease. Five cohorts found that proton pump inhibitors were associated with fractures. "
        "Stopping proton pump inhibitors suddenly raised acid.",
        conclusions="Proton pump inhibitors have several risks.",
    ),
    report(
        2,
        "Liver fibrosis and ischaemic stroke in women and men: a cohort study",
        kind="",
        background="Whether liver fibrosis is a risk factor for stroke is unclear.",
        methods="We followed 12,000 adults for five years. Strokes were confirmed by two doctors.",
        results="There were 572 strokes. Liver fibrosis was not associated with stroke overall (hazard ratio 1.44, 95% "
        "CI 0.49 to 4.28). Liver fibrosis was associated with stroke in women (hazard ratio 3.51, 95% CI 1.20 to "
        "12.34) but not in men (hazard ratio 0.70, 95% CI 0.16 to 3.16).",
        conclusions="Liver fibrosis is associated with a higher risk of stroke in women but not in men.",
    ),
    report(
        3,
        "Should people with hypertension stay on spironolactone? A review",
        kind="Review",
        background="Spironolactone is used in hypertension. Hypertension is common.",
        methods="Reports on spironolactone were read. None was pooled.",
        conclusions="People with hypertension should stay on spironolactone, which is safe.",
    ),
    report(
        4,
        "Spironolactone in people with hypertension and sarcoidosis: a cohort study",
        kind="",
        background="Whether spironolactone may go on in sarcoidosis is unclear.",
        methods="We followed 849 people with hypertension and sarcoidosis. Deaths were counted.",
        results="Similar findings were made after matching for spironolactone in hypertension. Deaths in sarcoidosis "
        "were rarer with spironolactone (odds ratio 0.60, 95% CI 0.42 to 0.80).",
        conclusions="Spironolactone may protect people with hypertension and sarcoidosis.",
    ),
    report(
        5,
        "Music for children with leukaemia: a systematic review",
        kind="Systematic Review",
        background="Leukaemia hurts.",
        methods="Databases were searched. Eleven trials were included.",
        results="Pain was less with music in children with leukaemia (standardised mean difference -1.05, 95% CI -1.70 "
        "to -0.40).",
        conclusions="Music lessens the pain of children with leukaemia.",
    ),
    report(
        6,
        "An angiotensin-converting enzyme (ACE) inhibitor in myotonic dystrophy: a randomised trial",
        methods="We gave an ACE inhibitor or placebo. Strength was measured.",
        results="Strength was no better with the ACE inhibitor in myotonic dystrophy (p = 0.40).",
        conclusions="An ACE inhibitor does not help myotonic dystrophy.",
    ),
    report(
        7,
        "An angiotensin receptor blocker (ARB) in myotonic dystrophy: a randomised trial",
        methods="We gave an ARB or placebo. Strength was measured.",
        results="Strength was better with the ARB in myotonic dystrophy (p = 0.01).",
        conclusions="An ARB helps myotonic dystrophy.",
    ),
    report(
        8,
        "Pembrolizumab and nivolumab in melanoma: a systematic review with meta-analysis",
        kind="Systematic Review",
        background="Which of them works better is not known.",
        methods="Databases were searched. Sixteen trials were pooled.",
        results="The odds of leaving treatment were alike. Pembrolizumab was associated with higher odds of adverse "
        "events compared to nivolumab (OR: 2.12, 95% CI: 1.49-3.03) and ipilimumab (OR: 1.63, 95% CI: 1.09-2.43). "
        "Efficacy was similar with nivolumab (HR: 1.02, 95% CI: 0.91-1.14) and ipilimumab (HR: 0.97, 95% CI: "
        "0.85-1.10).",
        conclusions="Pembrolizumab, nivolumab and ipilimumab have similar efficacy.",
    ),
    report(
        9,
        "Tamoxifen and letrozole in breast cancer: a systematic review with meta-analysis",
        kind="Systematic Review",
        background="Which of them works better is not known.",
        methods="Databases were searched. Six trials were pooled.",
        results="Tamoxifen had fewer adverse events and lower efficacy in breast cancer than letrozole. The trials "
        "were small.",
        conclusions="More trials are needed.",
    ),
    guideline(),
)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of(RECORDS)


def lead(answer: Answer) -> str:
    return answer.section("bottom_line").statements[0].text


def short(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("outcome", "told", "untold"),
    [("fractures", "fractures", "kidney disease"), ("kidney disease", "kidney disease", "fractures")],
)
def test_the_sentence_on_the_illness_asked_about_leads(library: Library, outcome: str, told: str, untold: str) -> None:
    asked = f"Does long-term proton pump inhibitor use raise the risk of {outcome}?"
    said = lead(pipeline.answer(asked, library=library, as_of="2026-01-01"))
    assert told in said
    assert untold not in said


def test_what_holds_of_a_part_rests_on_the_figures_of_that_part(library: Library) -> None:
    asked = "Is liver fibrosis a risk factor for stroke, and is it different in women?"
    said = short(pipeline.answer(asked, library=library, as_of="2026-01-01"))
    assert "3.51" in said
    assert "572" not in said


@pytest.mark.parametrize(
    ("ill", "record", "told"),
    [("hypertension and sarcoidosis", "pmid:99000004", "sarcoidosis"), ("hypertension", "pmid:99000003", "safe")],
)
def test_a_study_that_leaves_out_an_illness_makes_way_for_one_that_has_it(
    library: Library, ill: str, record: str, told: str
) -> None:
    asked = f"Should people with {ill} stay on spironolactone?"
    answer = pipeline.answer(asked, library=library, as_of="2026-01-01")
    first = answer.section("bottom_line").statements[0]
    assert {span.record for span in first.supports} == {record}
    assert told in first.text
    assert "Similar findings" not in first.text


def test_advice_on_something_else_silences_no_study(library: Library) -> None:
    asked = "Does music lessen the pain of children with leukaemia?"
    said = short(pipeline.answer(asked, library=library, as_of="2026-01-01"))
    assert "-1.05" in said


def test_short_names_of_medicines_are_no_names_of_trials(library: Library) -> None:
    asked = "ACE inhibitor or ARB in myotonic dystrophy?"
    answer = pipeline.answer(asked, library=library, as_of="2026-01-01")
    assert not any(s.text.startswith(("ACE:", "ARB:")) for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Is pembrolizumab more effective than nivolumab or ipilimumab in melanoma?", "similar"),
        # what is told of harms in one breath with what helps stays
        ("Is tamoxifen more effective than letrozole in breast cancer?", "fewer adverse events and lower efficacy"),
    ],
)
def test_harms_alone_do_not_lead_where_it_is_asked_what_helps(library: Library, asked: str, told: str) -> None:
    assert told in lead(pipeline.answer(asked, library=library, as_of="2026-01-01"))
