"""Two drugs in one preparation are one treatment; two with a word of choice between them are a choice."""

from __future__ import annotations

import pytest

from probatum.apply.evidence.arms import choices, stand
from probatum.ask import read
from probatum.model import ArmResult, Finding, Measure, Record, RecordKind, SectionKind, SourceSection, Span
from probatum.text import words


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("Allopurinol or febuxostat in gout?", True),
        ("Sacubitril/valsartan versus enalapril in heart failure", False),
        ("aspirin and clopidogrel after stroke", False),
        ("apixaban for atrial fibrillation", False),
    ],
)
def test_a_choice_has_its_word_between_the_drugs(typed: str, choice: bool) -> None:
    assert choices(read(typed)) is choice


@pytest.mark.parametrize(
    ("text", "held"),
    [("sacubitril/valsartan", {"sacubitril", "valsartan"}), ("budesonide-formoterol", {"budesonide", "formoterol"})],
)
def test_the_parts_of_a_joined_name_are_known(text: str, held: set[str]) -> None:
    assert {words.stem(h) for h in held} <= words.parted(text)
    assert words.stems(text) <= words.parted(text)


SECTIONS = (SourceSection("title", SectionKind.TITLE, "Cure"),)
ONE_OF_THREE = ("ibuprofen", "amoxicillin", "clarithromycin")


@pytest.mark.parametrize(
    ("arm", "drugs", "apart"),
    [
        ("triple therapy", ONE_OF_THREE, True),
        ("clarithromycin and others", ONE_OF_THREE, False),
        ("group A", ("clarithromycin",), False),
    ],
)
def test_what_several_drugs_did_is_no_effect_of_one_of_them(arm: str, drugs: tuple[str, ...], apart: bool) -> None:
    made = Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title="Cure", sections=SECTIONS)
    span = Span(made, "title", 0, 4)
    found = Finding(made.id, "cure", Measure.PERCENTAGE, span, (ArmResult(arm, drugs=drugs), ArmResult("lotion")))
    assert stand(found, read("Does clarithromycin cure ulcers?")).apart is apart
