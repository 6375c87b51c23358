"""A page for everybody has no short form that only its source explains; the names and figures stay."""

from __future__ import annotations

from probatum.apply.composing.written_out import plainly
from probatum.model import Identifier, Kind, Record, RecordKind, Section, SectionKind, SourceSection, Span, Statement
from probatum.text.abbreviations import definitions

ABSTRACT = (
    "Antibiotic-associated diarrhoea (AAD) is common, and adverse events (AEs) are few. The Gravel Quality Index (GQI) "
    "was measured by magnetic resonance imaging (MRI). Zorbinol lowered AAD by 38%."
)
RECORD = Record.build(
    id="pmid:1",
    identifiers=(Identifier("pmid", "1"),),
    kind=RecordKind.ARTICLE,
    title="Zorbinol",
    sections=(SourceSection("abstract", SectionKind.ABSTRACT, ABSTRACT),),
)
LAST = Span(RECORD, "abstract", ABSTRACT.index("Zorbinol lowered"), len(ABSTRACT))


def _plain(plain: str, typed: str = "") -> Statement:
    one = Statement("evidence.1", "A trial reports: “Zorbinol lowered AAD by 38%.”", Kind.QUOTED, (LAST,), plain=plain)
    (section,) = plainly((Section("evidence", "Evidence", (one,)),), typed)
    return section.statements[0]


def test_it_is_written_out_and_what_it_rests_on_stays() -> None:
    made = _plain("Zorbinol lowered AAD by 38%.")
    assert made.plain == "Zorbinol lowered antibiotic-associated diarrhoea by 38%."
    assert made.supports == (LAST,)
    assert made.text.endswith("“Zorbinol lowered AAD by 38%.”")


def test_several_and_those_in_brackets() -> None:
    assert _plain("Unwanted effects (AEs) were few.").plain == "Unwanted effects were few."
    assert _plain("AEs were few.").plain == "Adverse events were few."


def test_a_name_keeps_its_capitals_and_what_people_know_stays() -> None:
    assert _plain("The GQI rose.").plain == "The Gravel Quality Index rose."
    assert _plain("It was seen by MRI.").plain == "It was seen by MRI."
    assert _plain("Zorbinol helps.").supports == (LAST,)


def test_what_is_quoted_stays() -> None:
    assert _plain("Nearest is “Zorbinol and AAD”.").plain == "Nearest is “Zorbinol and AAD”."


def test_what_the_asker_typed_stays() -> None:
    assert _plain("Zorbinol lowered AAD by 38%.", "does zorbinol help aad?").plain == "Zorbinol lowered AAD by 38%."


def test_each_part_of_a_word_with_a_hyphen_has_its_letter() -> None:
    assert definitions("antibiotic-associated diarrhoea (AAD)") == (("AAD", "antibiotic-associated diarrhoea"),)
    assert definitions("non-small cell lung cancer, small cell lung cancer (SCLC)") == (
        ("SCLC", "small cell lung cancer"),
    )
