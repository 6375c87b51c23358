"""What is said to be missing is held to what is told: no denial beside an answer, and of labels only what they are."""

from __future__ import annotations

from probatum.apply.context import Context
from probatum.apply.replies import silence
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

TEXT = "Zorbinol lowered gravel."
RECORD = Record.build(
    id="pmid:1",
    identifiers=(Identifier("pmid", "1"),),
    kind=RecordKind.ARTICLE,
    title="T",
    sections=(SourceSection("abstract", SectionKind.ABSTRACT, TEXT),),
)
DENIED = Statement(
    "bottom_line.1", "Searched the library: no source that answers this question was found.", Kind.ABSENCE
)
WANTED = Statement("evidence_gaps.1", "What would answer this is a trial; none was found in the library.", Kind.ABSENCE)


def context(intent: Intent = Intent.THERAPY) -> Context:
    search = SearchAccount(library="l", queries=(), considered=0, included=(), excluded=(), as_of="2026-01-01")
    return Context(Question(typed="q", read="q", intent=intent), Reader.DOCTOR, (), (), search)


def told(kind: Kind, directness: str = "") -> Statement:
    return Statement("bottom_line.2", TEXT, kind, (Span(RECORD, "abstract", 0, len(TEXT)),), directness=directness)


def texts(statement: Statement | None, intent: Intent = Intent.THERAPY) -> list[list[str]]:
    said = (DENIED,) if statement is None else (DENIED, statement)
    made = silence.mended(
        [Section("bottom_line", "B", said), Section("evidence_gaps", "G", (WANTED,))], context(intent)
    )
    return [[s.text for s in section.statements] for section in made]


def test_a_denial_goes_where_a_study_answers() -> None:
    assert texts(told(Kind.QUOTED)) == [[TEXT], []]


def test_a_denial_stays_where_what_is_told_is_of_others() -> None:
    assert texts(told(Kind.QUOTED, "in slate, not gravel"))[0][0] == DENIED.text


def test_a_denial_stays_where_nothing_is_told() -> None:
    assert texts(None) == [[DENIED.text], [WANTED.text]]


def test_where_labels_tell_only_a_study_is_missing() -> None:
    first, gaps = texts(told(Kind.DIRECTIVE))
    assert first[0] == TEXT and first[1] == gaps[0] == silence.OF_LABELS[0].upper() + silence.OF_LABELS[1:] + "."


def test_of_medicines_that_meet_a_label_says_enough() -> None:
    assert texts(told(Kind.DIRECTIVE), Intent.INTERACTION) == [[TEXT], []]


def test_other_treatments_that_were_not_asked_about_are_not_called_missing() -> None:
    assert silence.on_others(context(Intent.MECHANISM)).startswith(silence.NOT_TOLD)
    assert "nothing found" in silence.on_others(context())


def test_what_is_empty_agrees_with_what_is_told() -> None:
    lead = Section("bottom_line", "B", (told(Kind.QUOTED),))
    empty = "Searched the library (3 records) on 2026-01-01 for evidence to conclude from: nothing found."
    made = silence.mended([lead, Section("conclusion", "C", (), empty)], context())
    assert "bottom line quotes" in made[1].empty
    lead = Section("bottom_line", "B", (told(Kind.DIRECTIVE),))
    made = silence.mended(
        [lead, Section("evidence_gaps", "G", (), empty), Section("conclusion", "C", (), empty)], context()
    )
    assert "rests on labels or guidelines" in made[1].empty and "labels and guidelines" in made[2].empty


def test_nothing_found_stays_where_nothing_is_told() -> None:
    empty = "Searched the library (3 records) on 2026-01-01 for evidence to conclude from: nothing found."
    made = silence.mended([Section("bottom_line", "B", (DENIED,)), Section("conclusion", "C", (), empty)], context())
    assert made[1].empty == empty
