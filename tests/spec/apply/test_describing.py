"""Describing: what asks for a description, which sentence gives it, and what speaks for a source without results."""

from __future__ import annotations

import msgspec
import pytest

from probatum.apply.quoted.choosing import best_conclusion
from probatum.apply.quoted.describing import describes, subject
from probatum.apply.quoted.gathering import chosen
from probatum.apply.sections.evidence import _apart
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


def source(text: str) -> Appraisal:
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.ARTICLE,
        title="",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
        format="test",
    )
    return Appraisal(record, Study("pmid:1", Design.OTHER), Directness())


def asked(text: str, *terms: str) -> Question:
    return Question(text, text, terms=terms)


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("What is quarry fever?", {"quarry", "fever"}),
        ("What is (are) quarry fever ?", {"quarry", "fever"}),
        ("Describe quarry fever.", {"quarry", "fever"}),
        ("What is the role of dust in quarry fever?", set()),
        ("What is the treatment of quarry fever?", set()),
        ("Does rest cure quarry fever?", set()),
    ],
)
def test_what_asks_for_a_description(text: str, stems: set[str]) -> None:
    assert subject(asked(text)) == stems


@pytest.mark.parametrize(
    ("sentence", "described"),
    [
        ("Quarry fever is an inflammation of the lung by stone dust.", 1.0),
        ("Quarry fever (QF) is an inflammation of the lung by stone dust.", 1.0),
        ("Old miners' quarry fever is an inflammation of the lung by stone dust.", 0.5),
        ("Dust is a cause of quarry fever.", 0.0),
        ("Here quarry fever is the subject of a survey.", 0.0),
    ],
)
def test_a_description_says_what_its_subject_is(sentence: str, described: float) -> None:
    assert describes(sentence, subject(asked("What is quarry fever?"))) == pytest.approx(described)


def test_a_description_leads_where_one_is_asked_for() -> None:
    text = "Rest helped some of the miners. Quarry fever is an inflammation of the lung by stone dust. It lasts weeks."
    found = chosen(asked("What is quarry fever?", "quarry", "fever"), [source(text)], 1)
    assert found[0].span.quote.startswith("Quarry fever is an inflammation of the lung by stone dust.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dust was grey and fine. Zorbin makes quarry stones brittle in winter.", "Zorbin makes quarry stones"),
        ("To study why zorbin changes quarry stones. The dust was grey and fine.", ""),
        ("The dust was grey and fine. Stones were very brittle in winter.", ""),
    ],
)
def test_the_passage_that_leads_shares_half_of_the_question(text: str, said: str) -> None:
    found = chosen(asked("Can zorbin change quarry stones?", "zorbin", "quarry", "stones"), [source(text)], 1)
    assert (found[0].span.quote if found else "").startswith(said) and bool(found) is bool(said)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("For information on other fevers, please visit our pages.", True),
        ("Much of this information comes from a database.", True),
        ("- Click here to see a list of the trials.", True),
        ("Miners see information leaflets as useful.", False),
    ],
)
def test_a_sentence_that_points_elsewhere_concludes_nothing(text: str, points: bool) -> None:
    appraised = source(text)
    concluding = Span(appraised.record, "abstract", 0, len(text))
    appraised = msgspec.structs.replace(appraised, conclusions=(concluding,))
    assert (best_conclusion(appraised, asked("What helps in quarry fever?", "quarry")) is None) is points


def test_a_sentence_that_is_part_of_one_quoted_before_is_not_quoted_again() -> None:
    record = source("Overall, dust is a cause of quarry fever. Dust is a cause of quarry fever").record
    whole, part = Span(record, "abstract", 0, 41), Span(record, "abstract", 42, len(record.section("abstract").text))
    assert _apart([whole, part], []) == [whole]
    assert _apart([part], [whole.quote]) == []
    assert _apart([part], ["Rest is best."]) == [part]
