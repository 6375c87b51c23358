"""What a sentence asserts is looked for in the record part by part: how the study was done, whom it took in, what was
given for how long, which outcome was primary (an invented trial)."""

from __future__ import annotations

import pytest

from probatum.assess.audit import audit, comparing, figures, pairing
from probatum.assess.audit.source import Unit, source
from probatum.model import (
    AuditedSentence,
    Engine,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
    Verdict,
)

TITLE = "Corvaline versus brindamine for restless legs in general practice: a randomised trial"
ABSTRACT = {
    "Methods": "In twelve general practices we randomly assigned 90 adults aged 20 to 65 years with moderate restless "
    "legs despite stable treatment. They took corvaline 50 mg or brindamine 20 mg daily for 6 weeks.",
    "Results": "Symptom relief was more frequent with corvaline than with brindamine (61% versus 40%, P = 0.04). "
    "Serum ferritin was similar in both groups. Headache occurred in 9% and 4%.",
}
METHODS = (
    "Patients who were in hospital were excluded. Both drugs were taken by mouth each evening for 6 weeks. The primary "
    "outcome was symptom relief at six weeks. Secondary outcomes were sleep quality, serum ferritin and headache. "
    "Patients and carers were not blinded; only the assessor was blinded to the drug. Intervals between visits were 2, "
    "4 and 6 wk. Side effects were noted for six months."
)
ROWS = (
    "Outcome\tCorvaline (total 45)\tBrindamine (total 45)\nLeaving the trial early\t4 (9%)\t12 (27%)\n"
    "Sleep quality index\t9.8\t6.4\nCramp\t3.1\t2.2"
)


class Shelf:
    """The invented trial alone."""

    def __init__(self) -> None:
        sections = [SourceSection("title", SectionKind.TITLE, TITLE)]
        roles = (SectionRole.METHODS, SectionRole.RESULTS)
        for number, ((heading, text), role) in enumerate(zip(ABSTRACT.items(), roles, strict=True), 1):
            sections.append(SourceSection(f"abstract.{number}", SectionKind.ABSTRACT, text, heading, role))
        sections.append(SourceSection("body.1", SectionKind.BODY, METHODS, "Methods", SectionRole.METHODS))
        sections.append(SourceSection("table.1", SectionKind.TABLE, ROWS, "Table 1 Results"))
        self.record = Record.build(
            id="pmid:9000041",
            identifiers=(Identifier("pmid", "9000041"),),
            kind=RecordKind.ARTICLE,
            title=TITLE,
            sections=tuple(sections),
            format="test",
        )

    def get(self, identifier: str) -> Record | None:
        """The record of its identifier."""
        return self.record if identifier == "pmid:9000041" else None

    def search(self, text: str, limit: int) -> list[Record]:
        """Nothing."""
        return []


def said(sentence: str) -> AuditedSentence:
    text = f"# Restless legs\n\n{sentence}\n\n## References\n\n1. {TITLE}. PMID: 9000041\n"
    return audit(text, Shelf(), Engine("0", "0")).sentences[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The trial was set in general practices [1].",
        "The trial took in adults with moderate restless legs [1].",
        "People on corvaline were less likely to leave early than those on brindamine [1].",
        "Serum ferritin was alike in both groups [1].",
        "The primary outcome was relief of symptoms at 6 weeks [1].",
        "Both drugs were swallowed once a day [1].",
    ],
)
def test_what_stands_in_the_record_raises_no_alarm(sentence: str) -> None:
    made = said(sentence)
    assert not made.faulty, made.reasons


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("The study was carried out in hospital wards [1].", "population_mismatch"),
        ("Participants were adults over 70 with restless legs [1].", "population_mismatch"),
        ("The trial recruited treatment-naive people [1].", "population_mismatch"),
        (
            "People on corvaline were more likely than those on brindamine to leave the trial early [1].",
            "direction_flipped",
        ),
        ("Serum ferritin fell below that of brindamine with corvaline [1].", "negation_dropped"),
        ("Symptom relief at six months was the primary outcome [1].", "outcome_mismatch"),
        ("The primary criterion was sleep quality [1].", "outcome_mismatch"),
        ("Both drugs were swallowed twice a day [1].", "unit_or_dose_changed"),
        ("Since serum ferritin did not differ, corvaline has no influence on iron stores [1].", "absence_as_no_effect"),
        (
            "Relief was significantly more common with corvaline (3% not relieved, p = 0.08) [1].",
            "significance_misstated",
        ),
        ("Corvaline can therefore never fail [1].", "causal_or_certainty_overclaim"),
    ],
)
def test_what_the_record_tells_otherwise_is_a_fault(sentence: str, category: str) -> None:
    made = said(sentence)
    assert made.faulty, made.verdict
    assert made.category is not None and made.category.value == category


def test_a_record_that_is_silent_on_a_matter_contradicts_nothing() -> None:
    assert said("The women were in the third trimester [1].").verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("told", "printed", "expected"),
    [
        ("It was 7.7 points with salt and 9.1 without it", "It was 9.1 points with salt and 7.7 without it", 1),
        ("It was 7.7 points with salt and 9.1 without it", "It was 7.7 points with salt and 9.1 without", -1),
        ("In winter 31 fell and in summer 18", "More fell in summer than in winter (31 versus 18)", 1),
        ("In winter 31 fell and in summer 18", "More fell in winter than in summer (31 versus 18)", -1),
    ],
)
def test_two_figures_stand_beside_the_words_that_the_source_sets_beside_them(
    told: str, printed: str, expected: int
) -> None:
    one, two = figures.claimed(told)[:2]
    mine = pairing.asked(told, one, two)
    record = Shelf().record
    unit = Unit(record, "abstract.1", 0, 0, SectionRole.RESULTS)
    unit.__dict__["text"] = printed
    first, second = (next(f for f in figures.printed(printed) if f.value == c.value) for c in (one, two))
    sides = [pairing.crossed(mine, b) for b in pairing.there(unit, source(record), first, second)] if mine else []
    assert [(s > 0) - (s < 0) for s in sides] == [expected]


@pytest.mark.parametrize(
    ("claimed", "printed", "expected"),
    [
        ("It lasted 6 months", "three breaks of 2, 4, and 6 wk", False),
        ("It lasted 6 weeks", "three breaks of 2, 4, and 6 wk", True),
        ("It lasted 4 weeks", "three breaks of 2, 4, and 6 wk", True),
        ("A bolus of 1 mg", "a bolus of 1 g", False),
        ("A bolus of 1,000 mg", "a bolus of 1 g", True),
        ("It took 3 days", "it took 72 h", True),
    ],
)
def test_a_quantity_is_met_in_its_own_unit_alone(claimed: str, printed: str, expected: bool) -> None:
    claim = figures.claimed(claimed)[0]
    assert any(figures.meets(claim, f, printed) for f in figures.printed(printed)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell below that of placebo", (0, "down")),
        ("Falls were rarer than with placebo", (0, "down")),
        ("Placebo lowered it", None),
    ],
)
def test_what_stands_behind_than_is_what_is_set_against(text: str, expected: tuple[int, str] | None) -> None:
    assert comparing.against(text, [(text.lower().index("placebo"), 0)]) == expected


def test_a_number_in_brackets_that_ends_a_sentence_is_a_citation_behind_a_score_too() -> None:
    told = "It was the sleep score (1). It was score (1) of them."
    text = f"# Restless legs\n\n{told}\n\n## References\n\n1. {TITLE}. PMID: 9000041\n"
    assert [s.citations for s in audit(text, Shelf(), Engine("0", "0")).sentences] == [(1,), ()]
