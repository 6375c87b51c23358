"""Claims of authors, how strongly they speak, and where they go beyond their numbers."""

from __future__ import annotations

import msgspec
import pytest

from probatum.appraise import claims, findings, study
from probatum.model import (
    Claim,
    Design,
    Direction,
    Figure,
    Finding,
    Measure,
    OutcomeRole,
    PValue,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
    Span,
    SpinKind,
    Study,
)

RESULT = "The cramp score fell (p = 0.08). Sleep quality rose (p = 0.01). Scores fell from 6 to 4 (p = 0.02)."
CONCLUSION = "Zelamide improves sleep quality and is beneficial."


def record() -> Record:
    """An invented record whose sentences the findings below rest on."""
    sections = (
        SourceSection("abstract.1", SectionKind.ABSTRACT, RESULT, heading="Results"),
        SourceSection("abstract.2", SectionKind.ABSTRACT, CONCLUSION, heading="Conclusions"),
    )
    return Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title="", sections=sections)


SOURCE = record()


def at(words: str) -> Span:
    """The span of these words in the results."""
    start = RESULT.index(words)
    return Span(SOURCE, "abstract.1", start, start + len(words))


def finding(
    words: str, outcome: str, p: str, role: OutcomeRole, *, significant: bool, claimed: str = "", kind: str = ""
) -> Finding:
    """A finding with its p value; `kind` is what the p value tests."""
    figure = Figure(float(p), p, at(p))
    return Finding(
        record="pmid:1",
        outcome=outcome,
        measure=Measure.CHANGE if kind == "within" else Measure.P_ONLY,
        sentence=at(words),
        p=PValue("=", figure, f"p = {p}", kind),
        outcome_role=role,
        direction=Direction.LOWER if significant else Direction.NONE_DETECTED,
        claimed=claimed,
        significant=significant,
    )


def told(direction: str, alpha: float | None = None) -> Study:
    """A randomised trial whose conclusion points that way."""
    claim = Claim(Span(SOURCE, "abstract.2", 0, len(CONCLUSION)), direction)
    return Study("pmid:1", Design.RANDOMISED, alpha=alpha, claims=(claim,))


PRIMARY_MISSED = finding("The cramp score fell", "cramp score", "0.08", OutcomeRole.PRIMARY, significant=False)
PRIMARY_MET = finding("The cramp score fell", "cramp score", "0.01", OutcomeRole.PRIMARY, significant=True)
NAMED = finding("Sleep quality rose", "sleep quality", "0.08", OutcomeRole.PRIMARY, significant=False)
EQUAL = msgspec.structs.replace(PRIMARY_MISSED, margin="4 points")
SECOND = finding("Sleep quality rose", "sleep quality", "0.01", OutcomeRole.SECONDARY, significant=True)
CALLED = finding(
    "The cramp score fell", "cramp score", "0.08", OutcomeRole.UNSTATED, significant=False, claimed="significant"
)
OWN = finding("Scores fell from 6 to 4", "score", "0.02", OutcomeRole.UNSTATED, significant=True, kind="within")

CASES = [
    ("significance claimed for p = 0.08", "no difference", (CALLED,), [SpinKind.SIGNIFICANCE]),
    ("benefit, the primary outcome missed", "benefit", (PRIMARY_MISSED,), [SpinKind.PRIMARY]),
    ("another outcome led with", "benefit", (PRIMARY_MISSED, SECOND), [SpinKind.PRIMARY, SpinKind.SECONDARY]),
    ("the primary outcome met", "benefit", (PRIMARY_MET,), []),
    ("no difference concluded, none detected", "no difference", (PRIMARY_MISSED,), []),
    ("changes within a group alone", "benefit", (OWN,), [SpinKind.WITHIN]),
    ("a test between groups beside them", "benefit", (OWN, PRIMARY_MET), []),
    ("nothing found", "benefit", (), []),
    ("the conclusion names the primary outcome it missed", "benefit", (NAMED,), []),
    ("non-inferiority, where no difference is no miss", "benefit", (EQUAL,), []),
]


@pytest.mark.parametrize(("what", "direction", "found", "kinds"), CASES)
def test_spin_is_signalled_where_claims_go_beyond_numbers(
    what: str, direction: str, found: tuple[Finding, ...], kinds: list[SpinKind]
) -> None:
    assert [s.kind for s in claims.spin(told(direction), found)] == kinds, what


def test_every_signal_is_one_sentence_with_the_characters_it_rests_on() -> None:
    for signal in claims.spin(told("benefit"), (PRIMARY_MISSED, SECOND, CALLED)):
        assert signal.sentence.endswith(".")
        assert signal.spans
        assert all(span.record == "pmid:1" for span in signal.spans)


def test_significance_is_judged_against_the_level_the_study_fixed() -> None:
    (signal,) = claims.spin(told("no difference", alpha=0.01), (CALLED,))
    assert "the study's level of 0.01" in signal.sentence
    assert "p = 0.08" in signal.sentence


STRENGTHS = [
    ("Zelamide should be offered to adults with cramps.", "advises"),
    ("Zelamide may reduce cramps.", "hedged"),
    ("Zelamide reduced cramps.", "firm"),
    ("Further trials should compare zelamide with exercise.", "hedged"),
]


@pytest.mark.parametrize(("text", "strength"), STRENGTHS)
def test_a_conclusion_advises_hedges_or_is_firm(text: str, strength: str) -> None:
    assert claims.strength(text) == strength


def test_spin_is_read_from_the_text_of_a_report() -> None:
    abstract = (
        ("METHODS", "We randomly assigned 80 adults to zelamide or placebo.", SectionRole.METHODS),
        (
            "RESULTS",
            "Cramp frequency was significantly lower with zelamide than with placebo (3.1 vs 3.4; p = 0.09).",
            SectionRole.RESULTS,
        ),
        ("CONCLUSIONS", "Zelamide is effective against cramps.", SectionRole.CONCLUSIONS),
    )
    sections = tuple(
        SourceSection(f"abstract.{i}", SectionKind.ABSTRACT, text, heading=heading, role=role)
        for i, (heading, text, role) in enumerate(abstract, 1)
    )
    source = Record.build(id="pmid:2", identifiers=(), kind=RecordKind.ARTICLE, title="A trial.", sections=sections)
    done = study.read(source)
    kinds = {s.kind for s in claims.spin(done, findings.read(source, done))}
    assert SpinKind.SIGNIFICANCE in kinds
