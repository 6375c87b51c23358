"""What holds for every text: nothing is raised, every span lies where it says, the same text gives the same reading."""

from __future__ import annotations

from appraise_records import labelled, make
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.appraise import directives, directness, study
from probatum.model import Concept, Question, Record, RecordKind, Role, Span, Study

PHRASES = """Sixty patients|1,234 adults|were randomly assigned|to placebo|or drugamine|300 mg|twice daily|(n = 20)
|double-blind|crossover trial|for 12 weeks|METHODS:|RESULTS:|CONCLUSIONS:|. |, |; |(|)|[see|]|\n|\u2022|p < 0.05|5.3
|%|primary|is contraindicated in|should be monitored|I2 = 70%|primary outcome was|of|in|the|ALS|caf\u00e9|\u2009
|\U0001f600|NCT01234567"""
PIECES = st.sampled_from(PHRASES.split("|"))
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200)
QUESTION = Question(
    typed="drugamine in ALS",
    read="drugamine in ALS",
    concepts=(
        Concept(text="drugamine", label="drugamine", role=Role.INTERVENTION, semantic="drug"),
        Concept(text="ALS", label="ALS", role=Role.POPULATION, semantic="condition"),
    ),
    terms=("drugamine", "als"),
)


def spans_of(done: Study) -> list[Span]:
    sourced = (done.blinding, done.phase, done.allocation, done.population, done.duration, done.setting, done.funding)
    found = [s.span for s in sourced if s] + [a.span for a in done.arms] + [c.span for c in done.claims]
    return found + [s for s in (done.design_span, done.n_span, done.alpha_span, done.n_studies_span) if s]


def held(record: Record, spans: list[Span]) -> bool:
    return all(record.section(s.section).text[s.start : s.end] == s.quote and s.quote for s in spans)


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_study_is_read_from_any_text(title: str, abstract: str) -> None:
    record = make(abstract, title=title or "x")
    done = study.read(record)
    assert held(record, spans_of(done))
    assert study.read(make(abstract, title=title or "x")) == done


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_directness_is_judged_for_any_text(text: str) -> None:
    record = make(text or "x", title="x")
    got = directness.judge(QUESTION, record, study.read(record))
    parts = (got.population, got.intervention, got.comparator, got.outcome)
    assert held(record, [s for part in parts for s in part.spans])
    assert 0 <= got.covers <= 1
    assert got.relevant or not got.note


@given(
    TEXTS, st.sampled_from(["34070-3", "43685-7", "34073-7", "34067-9", "34068-7", "34084-4", "42228-7", "34066-1", ""])
)
@settings(max_examples=150, deadline=None)
def test_directives_are_read_from_any_text(text: str, code: str) -> None:
    for kind in (RecordKind.LABEL, RecordKind.GUIDELINE):
        record = make(title="Drugamine tablets", kind=kind, sections=labelled((code, "Warnings", text or "x")))
        got = directives.read(record)
        assert held(record, [d.span for d in got])
        assert all(" ".join(d.span.quote.split()) == d.text for d in got)
