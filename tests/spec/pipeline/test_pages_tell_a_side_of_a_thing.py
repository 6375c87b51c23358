"""A page that has the very thing for its title, and a part for the side that is asked about, answers in that part."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SourceSection

OWN = {
    "information": "Quarry fever is an inflammation of the lung by stone dust. It was first seen in miners.",
    "symptoms": "The classic sign is a cough that is worse at night. Most people also lose weight.",
    "causes": "Causes include\n- dust of granite  - dust of slate  - dust of marble\nSome people have none of these.",
    "treatment": "Most people need no medicine and get well in clean air. Some are given oxygen for a few days.",
    "research": "The national lung institute supports research on stone dust. Its goal is a better mask.",
}
KIN = {
    "information": "Familial quarry fever is one of the most common forms of quarry fever in Wales.",
    "treatment": "People with familial quarry fever should avoid quarries, and quarry fever may need quinine.",
    "symptoms": "Quarry fever of the family kind has symptoms such as quarry fever with a rash.",
}
DONATING = {"information": "Healthy parts of one person are put into another. Experts say that many lives are saved."}


def _page(number: int, title: str, parts: dict[str, str]) -> Record:
    told = (
        SourceSection(f"abstract.{n}", SectionKind.ABSTRACT, text, heading=heading)
        for n, (heading, text) in enumerate(parts.items(), 1)
    )
    return Record.build(
        id=f"probatum:page-{number}",
        identifiers=(Identifier("probatum", f"page-{number}"),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=(SourceSection("title", SectionKind.TITLE, title), *told),
        format="test",
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("pages") / "library", create=True)
    long = {**OWN, "history": "Stone was cut there. " * 200, "outlook": "Nearly everybody is well within a year."}
    made.add(
        [
            _page(1, "Quarry fever", {**OWN, **long}),
            _page(2, "Familial quarry fever", KIN),
            _page(3, "Organ Donation", DONATING),
            _page(4, "Procurement of tissue", {"information": "Organ procurement of tissue and organ is regulated."}),
        ],
        describe=describe,
    )
    return made


def _lead(library: Library, question: str) -> str:
    answer: Answer = probatum.answer(question, library=library, reader="patient", as_of="2026-01-01")
    return answer.section("bottom_line").statements[0].text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is quarry fever?", "an inflammation of the lung"),
        ("Do you have information about quarry fever", "an inflammation of the lung"),
        ("Can you explain quarry fever to me?", "an inflammation of the lung"),
        ("What are the symptoms of quarry fever?", "The classic sign is a cough"),
        ("What are the treatments for quarry fever?", "Most people need no medicine"),
        ("What research is being done for quarry fever?", "supports research on stone dust"),
        ("What is the outlook for quarry fever?", "well within a year"),
        ("Do you have information about organ donation?", "Healthy parts of one person"),
    ],
)
def test_the_part_of_the_very_page_leads(library: Library, question: str, said: str) -> None:
    assert said in _lead(library, question)


def test_a_list_is_told_with_what_introduces_it(library: Library) -> None:
    said = _lead(library, "What causes quarry fever?")
    assert "Causes include" in said
    assert "granite" in said


def test_a_narrower_page_answers_on_its_own_thing(library: Library) -> None:
    assert "avoid quarries" in _lead(library, "What are the treatments for familial quarry fever?")


def test_what_is_not_on_it_is_told_of_nobody(library: Library) -> None:
    """A page titled otherwise is no page on it, however near."""
    assert "inflammation" not in _lead(library, "What is the outlook for familial quarry fever?")
