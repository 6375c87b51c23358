"""What our own answers print is no fault before the court for foreign ones: levels, bounds, and who was not studied."""

from __future__ import annotations

import pytest

from probatum.assess.audit import audit, figures
from probatum.model import (
    AuditedSentence,
    Engine,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
)

TITLE = "Immune response to the invented vaccine VX7 in children aged 2 to 5 years: a randomised trial"
TEXT = (
    "We randomised 180 healthy children aged 2 to 5 years to VX7 or placebo. Fever was seen in 12% with VX7 and 9% "
    "with placebo (odds ratio 1.40, 95% CI 0.80-2.46, P = 0.31). VX7 was well tolerated in all age groups. The share "
    "of lymphocytes was 0.75 in both groups."
)


class Shelf:
    """The invented trial alone."""

    def __init__(self) -> None:
        self.record = Record.build(
            id="pmid:9000021",
            identifiers=(Identifier("pmid", "9000021"),),
            kind=RecordKind.ARTICLE,
            title=TITLE,
            sections=(
                SourceSection("title", SectionKind.TITLE, TITLE),
                SourceSection("abstract.1", SectionKind.ABSTRACT, TEXT),
            ),
            format="test",
        )

    def get(self, identifier: str) -> Record | None:
        """The record of its identifier."""
        return self.record if identifier == "pmid:9000021" else None

    def search(self, text: str, limit: int) -> list[Record]:
        """Nothing."""
        return []


def said(sentence: str, title: str = "VX7 vaccine in adults") -> AuditedSentence:
    text = f"# {title}\n\n{sentence}\n\n## References\n\n1. {TITLE}. PMID: 9000021\n"
    return audit(text, Shelf(), Engine("0", "0")).sentences[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "A randomised trial reports: \u201cVX7 was well tolerated in all age groups.\u201d (indirect: in children, "
        "not in adults) [1].",
        "Fever: odds ratio 1.40 for VX7 v placebo (95% CI 0.80 to 2.46; p = 0.31; not significant at 0.05) (indirect: "
        "in children, not in adults) [1].",
        "One step down for imprecision of fever in children (the interval runs from 0.80 to 2.46) [1].",
    ],
)
def test_what_our_answers_print_is_no_fault(sentence: str) -> None:
    made = said(sentence)
    assert not made.faulty, made.reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "VX7 was well tolerated in adults who were studied [1].",
        "One step down for imprecision of fever in children (the interval runs from 0.60 to 2.46) [1].",
        "Fever: odds ratio 0.05 for VX7 v placebo in children (95% CI 0.80 to 2.46) [1].",
    ],
)
def test_the_same_turned_wrong_is_a_fault(sentence: str) -> None:
    assert said(sentence, "VX7 vaccine in children").faulty


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("not significant at 0.05", []),
        ("significant at the 0.01 level", []),
        ("the level of significance was set at 5%", []),
        ("two-sided alpha of 0.05", []),
        ("a significant fall of 0.05", [0.05]),
        ("the serum level was 0.05 mg", [0.05]),
    ],
)
def test_a_level_to_judge_by_is_no_result(text: str, numbers: list[float]) -> None:
    assert [c.value for c in figures.claimed(text)] == numbers


@pytest.mark.parametrize(
    ("sentence", "faulty"),
    [
        ("Nearest, but no answer: fever was seen in 12% with VX7 (indirect: not on ibuprofen) [1].", False),
        ("Fever was seen in 12% with ibuprofen [1].", True),
        ("A randomised trial (180 people): fever was seen in 12% with VX7 in children [1].", False),
        ("A randomised trial (130 people): fever was seen in 12% with VX7 in children [1].", True),
        ("Fever did not differ between VX7 and placebo in children (p = 0.31) [1].", False),
        ("Fever did not differ between VX7 and placebo in children (p = 0.75) [1].", True),
    ],
)
def test_drugs_sizes_and_p_values_are_held_to_the_source(sentence: str, faulty: bool) -> None:
    made = said(sentence, "VX7 vaccine in children")
    assert made.faulty is faulty, made.reasons
