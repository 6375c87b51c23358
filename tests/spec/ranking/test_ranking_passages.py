"""The passage shown of a record: the few sentences that say most of what was asked."""

from __future__ import annotations

import pytest

from probatum.acquire.ranking import best_passage, units
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

RECORD = Record.build(
    id="pmid:1",
    identifiers=(Identifier("pmid", "1"),),
    kind=RecordKind.ARTICLE,
    title="Magnesium for cramps",
    sections=(
        SourceSection("title", SectionKind.TITLE, "Magnesium for cramps"),
        SourceSection("abstract", SectionKind.ABSTRACT, "Cramps are common. We gave 40 women zolvit. Few slept badly."),
        SourceSection("body", SectionKind.BODY, "Zolvit eased night cramps. It was safe. Quinine was not given."),
        SourceSection("references", SectionKind.REFERENCES, "Zolvit eases night cramps of women, a trial. 2001."),
    ),
)
PASSAGES = [
    # question, section and text of the passage
    ("Does zolvit ease night cramps?", "body", "Zolvit eased night cramps."),
    ("Who took zolvit and slept badly?", "abstract", "We gave 40 women zolvit. Few slept badly."),
    ("Is quinine safe?", "body", "It was safe. Quinine was not given."),
    ("cramps", "abstract", "Cramps are common."),
    ("magnesium", "title", "Magnesium for cramps"),
]


@pytest.mark.parametrize(("question", "section", "text"), PASSAGES)
def test_the_best_passage(question: str, section: str, text: str) -> None:
    passage = best_passage(units(question), RECORD)
    assert passage is not None
    assert passage.section == section
    assert RECORD.section(section).text[passage.start : passage.end] == text


@pytest.mark.parametrize("question", ["", "the of", "aspirin"])
def test_no_passage_without_a_word_of_the_question(question: str) -> None:
    assert best_passage(units(question), RECORD) is None
