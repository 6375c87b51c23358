"""Gathering: the passages that answer a question in words are each told once, those that others bear out first."""

from __future__ import annotations

import pytest

from probatum.apply.quoted.gathering import chosen
from probatum.apply.quoted.passages import nearest
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
    Study,
)


def source(number: int, text: str) -> Appraisal:
    record = Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=RecordKind.ARTICLE,
        title="",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
        format="test",
    )
    return Appraisal(record, Study(f"pmid:{number}", Design.OTHER), Directness())


def asked(text: str, *terms: str) -> Question:
    return Question(text, text, terms=terms)


def said(question: Question, *texts: str, most: int = 6) -> list[str]:
    return [p.span.quote for p in chosen(question, [source(n, text) for n, text in enumerate(texts, 1)], most)]


def test_what_was_told_is_not_told_again_in_other_words() -> None:
    found = said(
        asked("What is quarry fever?", "quarry", "fever"),
        "Quarry fever is an inflammation of the lung by stone dust.",
        "Quarry fever is a lung inflammation that stone dust causes.",
        "Quarry fever is a disease of miners who drill granite for years.",
    )
    assert len(found) == 2 and found[-1].endswith("granite for years.")


def test_what_other_sources_bear_out_comes_first() -> None:
    found = said(
        asked("Does dust cause quarry fever?", "dust", "cause", "quarry", "fever"),
        "Dust may cause quarry fever in some odd village.",
        "Dust can cause quarry fever by way of sharp crystals.",
        "Sharp crystals are how dust can cause quarry fever.",
    )
    assert "crystals" in found[0]


def test_a_sentence_that_points_back_follows_the_one_it_points_to() -> None:
    found = said(
        asked("What is quarry fever?", "quarry", "fever"),
        "Quarry fever is a cough of miners. It ends when the dust does. Goats graze near many pits.",
    )
    assert found == ["Quarry fever is a cough of miners. It ends when the dust does."]


def test_where_one_source_speaks_it_says_what_else_it_knows() -> None:
    found = said(
        asked("What is the role of zorbulin in stone lungs?", "role", "zorbulin", "stone", "lungs"),
        "Zorbulin protects stone lungs from crystals. Goats graze near many pits. "
        "Zorbulin also binds iron that workers inhale every day.",
    )
    assert found[1:] == ["Zorbulin also binds iron that workers inhale every day."]


@pytest.mark.parametrize(
    ("question", "terms", "text"),
    [
        (
            "How does stone dust exposure change sleep?",
            ("stone", "dust", "exposure", "change", "sleep"),
            "Workers with SDE had a change of sleep within weeks.",
        ),
        (
            "Do quarry lung nodules (QLN) bleed?",
            ("quarry", "lung", "nodules", "bleed"),
            "The QLN of old miners often bleed at night.",
        ),
    ],
)
def test_an_abbreviation_of_what_was_asked_names_it(question: str, terms: tuple[str, ...], text: str) -> None:
    assert said(asked(question, *terms), text) == [text]


def test_what_is_nearest_holds_the_rarest_word_of_the_question() -> None:
    question = asked("Can zorbin replace granite filters?", "zorbin", "replace", "granite", "filters")
    texts = ("Filters are replaced every spring in most pits.", "Zorbin is a varnish that keeps granite dry.")
    found = nearest(question, [source(n, text) for n, text in enumerate(texts, 1)])
    assert found is not None and found.span.quote == texts[1]
    assert nearest(question, [source(1, texts[0])]) is None


def test_a_sentence_on_the_thing_that_does_not_tell_the_side_asked_about_is_none() -> None:
    question = asked("What causes quarry fever?", "causes", "quarry", "fever")
    assert said(question, "In quarry fever death from any cause was less common with zorbin than with rest.") == []
    told = "Quarry fever is caused by sharp crystals."
    assert said(question, told) == [told]
