"""Synthetic sources and statements for the spec tests of the checks."""

from __future__ import annotations

from probatum.model import (
    Calculation,
    Identifier,
    Kind,
    Record,
    RecordKind,
    RecordStatus,
    SectionKind,
    SourceSection,
    Span,
    Statement,
)

TRIAL = (
    "Zerafine was tested against placebo in a double-blind randomised trial. Sixty adults with night cramps took "
    "placebo, 200 mg/day or 600 mg/day for 12 weeks. Cramp frequency was 42% of the placebo rate at 200 mg/day "
    "(P=.031) "
    "and 21% at 600 mg/day (P=.003). Cramp pain did not differ between groups (P = 0.41). Sleep quality improved more "
    "with zerafine than with placebo (mean difference 4.5 points, 95% CI 1.2 to 7.8). Eighteen of 40 participants on "
    "zerafine and 3 of 20 on placebo reported dizziness. Fatigue was lower with zerafine (P = 0.08). No serious "
    "adverse event occurred. Morning stiffness fell from 5.2 to 3.1 a day with zerafine, 100 mg twice daily."
)
LABEL = (
    "Zerafine is contraindicated in cardiogenic shock and in severe hepatic impairment. Zerafine is not recommended "
    "with fluvane, which inhibits CYP2D6. The dose is 100 mg twice daily by mouth; the maximum is 600 mg a day."
)
REFERENCES = "1. Doe J. Zerafine halves cramps: 42% in 60 adults. J Test. 2011."


def record(
    text: str = TRIAL,
    *,
    id: str = "pmid:101",
    kind: RecordKind = RecordKind.TRIAL_REPORT,
    status: RecordStatus = RecordStatus.CURRENT,
    title: str = "Zerafine for night cramps in adults",
) -> Record:
    namespace, value = id.split(":")
    return Record.build(
        id=id,
        identifiers=(Identifier(namespace, value),),
        kind=kind,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract", SectionKind.ABSTRACT, text),
            SourceSection("references", SectionKind.REFERENCES, REFERENCES),
        ),
        year=2015,
        date="2015-03-01",
        status=status,
        country="US",
        issuer="Test Agency",
    )


def span(source: Record, words: str, section: str = "abstract") -> Span:
    start = source.section(section).text.index(words)
    return Span(source, section, start, start + len(words))


def sentence(source: Record, words: str) -> Span:
    """The sentence of the abstract that holds the words."""
    from probatum.text import sentences

    text = source.section("abstract").text
    at = text.index(words)
    start, end = next((a, b) for a, b in sentences.split(text) if a <= at < b)
    return Span(source, "abstract", start, end)


def statement(
    text: str, *supports: Span, kind: Kind = Kind.FINDING, calculation: tuple[Calculation, ...] = (), plain: str = ""
) -> Statement:
    return Statement(id="s1", text=text, kind=kind, supports=supports, calculation=calculation, plain=plain)
