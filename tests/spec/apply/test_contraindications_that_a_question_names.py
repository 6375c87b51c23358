"""A contraindication that the question itself names comes before any effect, though no list knows it as an illness."""

from __future__ import annotations

import pytest

from probatum.apply.context import Context
from probatum.apply.patient import in_words
from probatum.model import (
    Directive,
    DirectiveAction,
    Identifier,
    Question,
    Reader,
    Record,
    RecordKind,
    SearchAccount,
    SectionKind,
    SourceSection,
    Span,
)

BARS = "Zolvit is contraindicated in people with a plastic eye lens."


def _item(action: DirectiveAction = DirectiveAction.CONTRAINDICATED) -> Directive:
    record = Record.build(
        id="probatum:zolvit",
        identifiers=(Identifier("probatum", "zolvit"),),
        kind=RecordKind.LABEL,
        title="Zolvit",
        sections=(SourceSection("body", SectionKind.BODY, BARS),),
        format="label",
    )
    return Directive(
        record=record.id, action=action, text=BARS.rstrip("."), span=Span(record, "body", 0, len(BARS)), drug="zolvit"
    )


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("My patient has a plastic lens. Can I give zolvit?", True),
        ("Can people with plastic eye lenses have zolvit?", True),
        ("Does zolvit help a dry eye?", False),
        ("Is zolvit contraindicated in people with gout?", False),
    ],
)
def test_most_of_its_words_have_to_be_asked_about(asked: str, named: bool) -> None:
    context = Context(
        Question(typed=asked, read=asked), Reader.DOCTOR, (), (), SearchAccount("", (), 0, (), (), "2026-01-01")
    )
    assert in_words.is_named(_item(), context) is named
    assert not in_words.is_named(_item(DirectiveAction.CAUTION), context)
