"""One paragraph for each outcome: what its studies come to and whether they agree, then the studies; the bottom line
has the decisive figure; what was given besides, and a share of one group, is no evidence; a review confirms no trial of
its own."""

from __future__ import annotations

import pytest
from reports import LibraryOf, report

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer
from probatum.publish import page
from probatum.publish.formats import get

BIRTH = report(
    1,
    "Tranexamic acid in women with post-partum haemorrhage: a randomised trial",
    methods="In this double-blind randomised trial, 20000 women with post-partum haemorrhage were given tranexamic "
    "acid or placebo.",
    results="Death occurred in 200 of 10000 women (2.0%) with tranexamic acid and in 260 of 10000 women (2.6%) with "
    "placebo (risk ratio 0.77, 95% CI 0.64 to 0.92; p = 0.005). Nausea occurred in 5% with tranexamic acid.",
)
TRAUMA = report(
    2,
    "Tranexamic acid in bleeding after injury: a randomised trial",
    methods="In this double-blind randomised trial, 9000 adults with haemorrhage after injury were given tranexamic "
    "acid or placebo.",
    results="Death from any cause occurred in 700 of 4500 people with tranexamic acid and in 800 of 4500 people with "
    "placebo (risk ratio 0.88, 95% CI 0.80 to 0.96; p = 0.005).",
)
OILS = report(
    3,
    "Fish oil in people who take a statin: a randomised trial",
    methods="In this double-blind randomised trial, 9000 adults who took pravastatin were given fish oil 4 g daily "
    "or corn oil.",
    results="Strokes occurred in 12.0% with fish oil and in 12.2% with corn oil (hazard ratio 0.99, 95% CI 0.90 to "
    "1.09; p = 0.84).",
)
STATIN = report(
    4,
    "Pravastatin for the prevention of stroke: a randomised trial",
    methods="In this double-blind randomised trial, 8000 adults were given pravastatin 40 mg daily or placebo.",
    results="Strokes occurred in 6.0% with pravastatin and in 8.0% with placebo (hazard ratio 0.74, 95% CI 0.63 to "
    "0.87; p < 0.001). The tablets were taken by 91% (3640 of 4000) of people in the last month.",
)
REVIEW = report(
    5,
    "Pravastatin and stroke: a systematic review and meta-analysis",
    methods="Six randomised trials of pravastatin with 30000 people were included, Author4 2020 among them.",
    results="Strokes were less frequent with pravastatin than with placebo (risk ratio 0.80, 95% CI 0.72 to 0.89; p "
    "< 0.001).",
    year=2020,
    kind="Systematic Review",
)


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of((BIRTH, TRAUMA, OILS, STATIN, REVIEW))


def ask(library: Library, typed: str) -> Answer:
    return pipeline.answer(typed, library=library, as_of="2026-11-27")


def told(answer: Answer, section: str) -> str:
    return " ".join(s.text for s in answer.section(section).statements)


def test_the_bottom_line_counts_people_where_its_source_does(library: Library) -> None:
    said = told(ask(library, "Does tranexamic acid reduce death in postpartum haemorrhage?"), "bottom_line")
    assert "20 of every 1,000 people with tranexamic acid and 26 with placebo, 6 fewer (95% CI 2 to 10 fewer" in said


def test_the_people_asked_about_lead_however_their_illness_is_spelled(library: Library) -> None:
    answer = ask(library, "Does tranexamic acid reduce death in postpartum haemorrhage?")
    first = answer.section("evidence").statements[0]
    assert first.text.startswith("Death: lower with tranexamic acid (high certainty)")
    assert {span.record for span in first.supports} == {BIRTH.id}


def test_how_a_study_differs_is_said_once_in_its_paragraph(library: Library) -> None:
    answer = ask(library, "Does tranexamic acid reduce death in postpartum haemorrhage?")
    apart = [s for s in answer.section("evidence").statements if "(indirect: " in s.text]
    assert len({s.id.rstrip("abcdefgh") for s in apart}) == len(apart)


def test_what_was_taken_besides_is_no_evidence(library: Library) -> None:
    answer = ask(library, "Does pravastatin prevent stroke?")
    assert OILS.id not in {span.record for s in answer.section("evidence").statements for span in s.supports}


def test_a_share_of_one_group_is_no_evidence(library: Library) -> None:
    assert "91%" not in told(ask(library, "Does pravastatin prevent stroke?"), "evidence")


def test_a_review_does_not_confirm_the_trial_that_it_holds(library: Library) -> None:
    said = told(ask(library, "Does pravastatin prevent stroke?"), "evidence")
    assert "a review and the trial it includes agree" in said and "both" not in said


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_paragraph_is_set_as_one(form: str, library: Library) -> None:
    answer = ask(library, "Does pravastatin prevent stroke?")
    part = next(p for p in page.parts(answer) if p.id == "evidence")
    assert len(page.paragraphs(part)) < len(part.lines)
    made = get(form).render(answer, records=library.get)
    assert isinstance(made, str)
    shown = " ".join(made.split())
    first, second, *_ = page.paragraphs(part)[0]
    assert shown.find(first.words[:20]) < shown.find(second.words[:20])
