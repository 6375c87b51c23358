"""Passages: the part of a page that was asked about answers, in its order, and no other page of the family."""

from __future__ import annotations

import pytest

from probatum.apply import naming
from probatum.apply.quoted.gathering import chosen
from probatum.apply.quoted.quotable import quotable, told_in
from probatum.model import (
    Appraisal,
    Design,
    Directness,
    Identifier,
    Question,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Span,
    Study,
)

PAGE = {
    "information": "Quarry fever is an inflammation of the lung by stone dust. Miners were first described with it.",
    "symptoms": "Most people with quarry fever cough at night. They also lose weight. Click here for clinics.",
    "inheritance": "Quarry fever is not inherited. Dust alone brings it about.",
    "outlook": "Quarry fever goes away within weeks. Some people keep a cough.",
}


def page(title: str, parts: dict[str, str], number: int = 1) -> Appraisal:
    name = f"probatum:page-{number}"
    record = Record.build(
        id=name,
        identifiers=(Identifier("probatum", f"page-{number}"),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            *(
                SourceSection(f"abstract.{n}", SectionKind.ABSTRACT, text, heading=heading)
                for n, (heading, text) in enumerate(parts.items(), 1)
            ),
        ),
        format="test",
    )
    return Appraisal(record, Study(name, Design.OTHER), Directness())


def asked(text: str, *terms: str) -> Question:
    return Question(text, text, terms=terms)


@pytest.mark.parametrize(
    ("question", "terms", "said"),
    [
        ("What is quarry fever?", ("quarry", "fever"), "Quarry fever is an inflammation of the lung by stone dust."),
        (
            "What are the symptoms of quarry fever?",
            ("symptoms", "quarry", "fever"),
            "Most people with quarry fever cough at night. They also lose weight.",
        ),
        ("Is quarry fever inherited?", ("quarry", "fever", "inherited"), "Quarry fever is not inherited. Dust alone"),
        ("What is the outlook for quarry fever?", ("outlook", "quarry", "fever"), "Quarry fever goes away"),
    ],
)
def test_the_part_that_was_asked_about_answers(question: str, terms: tuple[str, ...], said: str) -> None:
    found = chosen(asked(question, *terms), [page("Quarry fever", PAGE)], 1)
    assert found[0].span.quote.startswith(said)


def test_a_passage_ends_before_what_points_elsewhere() -> None:
    found = chosen(
        asked("What are the symptoms of quarry fever?", "symptoms", "quarry", "fever"), [page("Quarry fever", PAGE)]
    )
    assert not any("Click" in passage.span.quote for passage in found)


def test_a_page_on_another_illness_does_not_answer() -> None:
    other = page(
        "River fever", {"symptoms": "Signs are like those of quarry fever. People with river fever shiver."}, 2
    )
    question = asked("What are the symptoms of quarry fever?", "symptoms", "quarry", "fever")
    assert chosen(question, [other]) == ()
    assert {p.appraisal.record.id for p in chosen(question, [other, page("Quarry fever", PAGE)])} == {"probatum:page-1"}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Dust causes quarry fever in miners.", True),
        ("Quarry Fever In Miners Working With Grey Stones", False),
        ("Does dust cause quarry fever in miners?", False),
        ("To determine whether dust causes quarry fever.", False),
        ("Further research on dust is needed in all quarries.", False),
        ("- Masks.", False),
    ],
)
def test_what_can_be_quoted(text: str, holds: bool) -> None:
    record = page("Quarry fever", {"causes": text}).record
    assert quotable(Span(record, "abstract.1", 0, len(text))) is holds


def test_a_page_is_named_by_its_title_and_is_no_study() -> None:
    named, spans = naming.lead(page("Quarry fever", PAGE), "says")
    assert named == "the page “Quarry fever”" and [s.quote for s in spans] == ["Quarry fever"]
    assert naming.plainly(page("Quarry fever", PAGE), "It lasts weeks.", "says") == (
        "The page “Quarry fever” says: “It lasts weeks.”"
    )


def test_a_list_among_endless_blanks_is_read_once_through() -> None:
    """What goes back and forth in a run of blanks would not end."""
    blanks = " " * 200_000 + "\n" * 200_000
    texts = {"causes": f"Causes include\n- dust of slate{blanks}- dust of marble{blanks}end"}
    found = chosen(asked("What causes quarry fever?", "causes", "quarry", "fever"), [page("Quarry fever", texts)], 1)
    assert found[0].span.quote.split() == ["Causes", "include", "-", "dust", "of", "slate", "-", "dust", "of", "marble"]


def test_of_a_page_of_countless_parts_some_are_read() -> None:
    parts = {f"part {n}": "Stone was cut there. Dust lay on it." for n in range(5_000)}
    assert len(told_in(page("Quarry fever", parts).record)) < 5_000
