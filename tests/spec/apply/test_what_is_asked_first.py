"""What a treatment does stands first where that is asked first; a dose and what holds for everybody come behind."""

from __future__ import annotations

import pytest

from probatum.apply.composing import order
from probatum.apply.context import Context
from probatum.apply.evidence import effect_asked
from probatum.model import (
    Identifier,
    Intent,
    Kind,
    Question,
    Reader,
    Record,
    RecordKind,
    SearchAccount,
    Section,
    SectionKind,
    SourceSection,
    Span,
    Statement,
)
from probatum.text import asking

TEXT = "Zorbinol lowered gravel."


def record(kind: RecordKind) -> Record:
    return Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=kind,
        title="T",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, TEXT),),
    )


def context(read: str, intent: Intent = Intent.DOSING) -> Context:
    search = SearchAccount(library="l", queries=(), considered=0, included=(), excluded=(), as_of="2026-01-01")
    return Context(Question(typed=read, read=read, intent=intent), Reader.DOCTOR, (), (), search)


def told(*rows: tuple[str, Kind]) -> Section:
    label, paper = record(RecordKind.LABEL), record(RecordKind.ARTICLE)
    made = (
        Statement(
            f"bottom_line.{n}",
            text,
            kind,
            () if kind is Kind.NAVIGATION else (Span(label if kind is Kind.DIRECTIVE else paper, "abstract", 0, 24),),
        )
        for n, (text, kind) in enumerate(rows, 1)
    )
    return Section("bottom_line", "B", tuple(made))


@pytest.mark.parametrize(
    ("text", "is_effect"),
    [
        ("Should I add zorbinol in gravel, and at what dose?", True),
        ("A man takes slate. Would adding zorbinol make him live longer, and how is it started?", True),
        ("Gravel: how much does zorbinol cut the risk, and at what dose?", True),
        ("What dose of zorbinol should I give?", False),
        ("Should I give zorbinol 5 mg or 10 mg?", False),
        ("What dose of zorbinol in gravel?", False),
    ],
)
def test_an_effect_is_asked_beside_a_dose(text: str, is_effect: bool) -> None:
    assert effect_asked.asked(context(text)) is is_effect


def test_an_effect_is_not_asked_where_a_harm_is() -> None:
    assert not effect_asked.asked(context("Does zorbinol reduce hearing?", Intent.HARM))


ROWS = (
    ("Contraindicated in slate.", Kind.DIRECTIVE),
    ("Dose for this patient (label): 5 mg.", Kind.DIRECTIVE),
    ("Zorbinol reduces gravel.", Kind.FINDING),
    ("This is of high certainty.", Kind.FINDING),
)


def test_lines_stand_in_the_order_asked() -> None:
    made = order.asked(told(*ROWS), context("Should I add zorbinol in gravel, and at what dose?"))
    assert [s.text[:9] for s in made.statements] == ["Zorbinol ", "This is o", "Dose for ", "Contraind"]
    assert [s.id for s in made.statements] == [f"bottom_line.{n}" for n in range(1, 5)]


def test_a_dose_asked_first_stays_first() -> None:
    section = told(*ROWS)
    assert order.asked(section, context("What dose of zorbinol, and does it work?")) is section


def test_what_bars_it_for_the_patient_opens() -> None:
    rows = (
        ("Zorbinol reduces gravel.", Kind.FINDING),
        ("Zorbinol is contraindicated for this patient (label).", Kind.DIRECTIVE),
    )
    made = order.asked(told(*rows), context("Should I add zorbinol in gravel, and at what dose?"))
    assert "contraindicated" in made.statements[0].text


def test_a_clause_is_cut_behind_a_colon_and_asks_with_a_verb_in_ing() -> None:
    assert asking.clauses("Gravel: how much does it cut the risk?") == ("how much does it cut the risk",)
    assert asking.clauses("He takes slate. Would adding zorbinol help?") == ("Would adding zorbinol help",)
    assert asking.clauses("She is taking slate.") == ()


def test_what_is_not_known_stands_behind_what_is() -> None:
    rows = (("No source tells how long it is given.", Kind.ABSENCE), ("Dose (label): 5 mg.", Kind.DIRECTIVE))
    made = order.put(told(*rows), context("How is zorbinol given?"))
    assert [s.kind for s in made.statements] == [Kind.DIRECTIVE, Kind.ABSENCE]


def test_a_denial_leads_before_what_is_only_near() -> None:
    rows = (("No included study reports gravel.", Kind.ABSENCE), ("Nearest, but no answer: a trial says.", Kind.QUOTED))
    section = told(*rows)
    assert order.put(section, context("How is zorbinol given?")) is section


def test_a_sentence_whose_figure_is_told_is_not_quoted_behind_it() -> None:
    text = "Gravel was 2.37 days shorter."
    paper = Record.build(
        id="pmid:2",
        identifiers=(Identifier("pmid", "2"),),
        kind=RecordKind.ARTICLE,
        title="T",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
    )
    span = (Span(paper, "abstract", 0, len(text)),)
    first = Statement("bottom_line.1", "Zorbinol shortens gravel by 2.37 days.", Kind.FINDING, span)
    again = Statement("bottom_line.2", f"The same trial reports: \u201c{text}\u201d", Kind.QUOTED, span)
    made = order.put(Section("bottom_line", "B", (first, again)), context("Does zorbinol help?", Intent.THERAPY))
    assert made.statements == (first,)
