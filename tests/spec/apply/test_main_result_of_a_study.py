"""A conclusion is told with the result that it rests on; a study that leads gives steps in its own words, or none."""

from __future__ import annotations

import pytest

from probatum.apply.context import Context
from probatum.apply.evidence import main_result
from probatum.apply.sections import as_studied
from probatum.model import (
    Appraisal,
    Design,
    Directness,
    Identifier,
    Intent,
    Question,
    Reader,
    Record,
    RecordKind,
    SearchAccount,
    SectionKind,
    Sourced,
    SourceSection,
    Span,
    Study,
)
from probatum.text import sentences

METHODS = (
    "We enrolled adults with quarry fever.",
    "Patients were randomised to zorbinol 20 mg daily or placebo for 6 weeks.",
    "The primary outcome was gravel at 6 weeks.",
)
RESULTS = (
    "Groups were similar in age at baseline (34 vs 35 years, p = 0.8).",
    "Adverse events were seen in 10% of the zorbinol group and 4% of the placebo group (p = 0.03).",
    "Dust was lower with zorbinol than with placebo (3 vs 5, 95% CI 1 to 3).",
    "Gravel was found in 8% of the zorbinol group and 16% of the placebo group (RR 0.5, 95% CI 0.3 to 0.8).",
)
CONCLUSION = "Zorbinol made gravel rarer in quarry fever."


def study(methods: tuple[str, ...] = METHODS, design: Design = Design.RANDOMISED) -> Appraisal:
    text = " ".join((*methods, *RESULTS, CONCLUSION))
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.ARTICLE,
        title="Zorbinol for quarry fever",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
    )
    spans = [Span(record, "abstract", start, end) for start, end in sentences.split(text)]
    at = text.find("gravel at 6 weeks")
    named = Sourced("gravel at 6 weeks", Span(record, "abstract", at, at + 17)) if at > 0 else None
    outline = Study(record="pmid:1", design=design, primary_outcome=named)
    results = tuple(s for s in spans if s.quote in RESULTS)
    return Appraisal(record, outline, Directness(), results=results, conclusions=(spans[-1],))


def context(intent: Intent = Intent.THERAPY) -> Context:
    search = SearchAccount(library="l", queries=(), considered=0, included=(), excluded=(), as_of="2026-01-01")
    read = "does zorbinol help in quarry fever"
    question = Question(typed=read, read=read, intent=intent, intervention="zorbinol")
    return Context(question, Reader.DOCTOR, (), (), search)


@pytest.mark.parametrize("methods", [METHODS, METHODS[:2]])
def test_the_result_on_what_was_concluded_stands_before_harms_and_the_beginning(methods: tuple[str, ...]) -> None:
    appraisal = study(methods)
    found = main_result.of(appraisal, context(), appraisal.conclusions[0])
    assert found is not None and found.quote == RESULTS[3]


def test_what_was_said_is_not_its_own_result() -> None:
    appraisal = study()
    found = main_result.of(appraisal, context(), appraisal.results[3])
    assert found is None or found.quote != RESULTS[3]


def test_steps_are_who_what_and_what_to_look_for() -> None:
    told = as_studied._steps(study(), context())
    assert [span.quote for _, span in told] == [*METHODS, RESULTS[1]]


def test_without_what_was_given_there_are_no_steps() -> None:
    assert not as_studied._steps(study(METHODS[2:]), context())


NULLS = [
    ("Zorbinol did not make gravel rarer.", True),
    ("There was no significant difference in gravel.", True),
    ("Zorbinol and slate were similarly good.", True),
    ("Zorbinol made gravel rarer when compared with no zorbinol.", False),
    ("Zorbinol made gravel rarer, but not dust.", False),
    ("Zorbinol made gravel rarer; slate did not make it rarer.", False),
    ("Gravel was rarer than before, but not different between zorbinol and slate.", True),
]


@pytest.mark.parametrize(("text", "null"), NULLS)
def test_only_what_did_no_more_gives_no_step(text: str, null: bool) -> None:
    assert as_studied.shows_none(text) is null
