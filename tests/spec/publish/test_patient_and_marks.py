"""What a question tells of its patient is shown; quotation marks stand round a source's own words alone."""

from __future__ import annotations

import probatum
from probatum.model import Kind, Patient, Record, SectionKind, SourceSection, Span, Statement
from probatum.publish import page, person
from probatum.publish.summarised import unmarked

SAID = "Bleeding was rarer with quellin than with placebo."


def _span(*, summary: bool, kind: SectionKind = SectionKind.ABSTRACT) -> Span:
    record = Record.build(
        id="pmid:1",
        identifiers=(),
        kind="article",
        title="Quellin",
        sections=(SourceSection("text", kind, SAID),),
        summary=summary,
    )
    return Span(record, "text", 0, len(SAID))


def _quoted(span: Span) -> Statement:
    return Statement("evidence.1", f"A trial reports: “{SAID}”", Kind.QUOTED, (span,))


def test_the_words_of_a_source_stand_in_marks() -> None:
    statement = _quoted(_span(summary=False))
    assert unmarked(statement.text, statement) == statement.text


def test_the_words_of_our_own_summary_stand_in_none() -> None:
    statement = _quoted(_span(summary=True))
    assert unmarked(statement.text, statement) == f"A trial reports: {SAID}"
    behind = f"{statement.text} (indirect: in children)."
    assert unmarked(behind, statement) == f"A trial reports: {SAID.rstrip('.')} (indirect: in children)."


def test_a_title_is_the_sources_own_in_a_summary_too() -> None:
    statement = _quoted(_span(summary=True, kind=SectionKind.TITLE))
    assert unmarked(statement.text, statement) == statement.text


def test_marks_round_other_words_stay() -> None:
    statement = _quoted(_span(summary=True))
    assert unmarked("“Spasms” is read as cramps.", statement) == "“Spasms” is read as cramps."


def test_the_page_shows_what_was_told_of_the_patient() -> None:
    made = probatum.answer("isotretinoin for acne in a 16 year old girl of 50 kg on doxycycline, eGFR 28")
    shown = dict(page.pico(made))["Told of the patient"]
    assert all(part in shown for part in ("16 years", "female", "50 kg", "eGFR 28", "takes doxycycline"))


def test_a_patient_of_whom_nothing_is_told_is_not_shown() -> None:
    assert person.told(Patient()) == ""
    assert person.told(Patient(values=("potassium 5.4",), allergies=("penicillins",))) == (
        "allergic to penicillins; measured: potassium 5.4"
    )


def test_no_line_of_a_page_quotes_a_summary() -> None:
    made = probatum.answer("20 paracetamol tablets taken an hour ago")
    quoted = [s for s in made.statements if s.kind is Kind.QUOTED and "“" in s.text]
    lines = {line.statement.id: line.words for part in page.parts(made) for line in part.lines}
    assert quoted and all("“" not in lines[s.id] for s in quoted if s.id in lines)
