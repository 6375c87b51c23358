"""Harms counted in two arms come first; a dose on which more people stopped is none to rise to."""

from __future__ import annotations

from probatum import appraise
from probatum.apply.composing import introducing
from probatum.apply.drafting import Draft, quote
from probatum.apply.evidence import given_on, harm_order
from probatum.appraise import study
from probatum.model import (
    Appraisal,
    Arm,
    Finding,
    Identifier,
    Question,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
    Span,
)

METHODS = (
    "In this double-blind, randomised, placebo-controlled trial, 90 people with gravel were randomised to zorbinol"
    " 100 mg/day into a vein, zorbinol 300 mg/day into a vein or placebo for 12 weeks. A second dose could follow"
    " if gravel came back within 2 days; 9 centres took part."
)
RESULTS = (
    "Nausea occurred in 11 people (12%) with zorbinol. Discontinuation of the study drug was 32% with zorbinol 300"
    " mg/day and 5% with placebo (p = 0.026)."
)
RECORD = Record.build(
    id="pmid:1",
    identifiers=(Identifier("pmid", "1"),),
    kind=RecordKind.ARTICLE,
    title="Zorbinol for gravel: a double-blind randomised trial",
    sections=(
        SourceSection("abstract", SectionKind.ABSTRACT, METHODS, "METHODS", SectionRole.METHODS),
        SourceSection("abstract.2", SectionKind.ABSTRACT, RESULTS, "RESULTS", SectionRole.RESULTS),
    ),
    format="pubmed",
)


def appraised(record: Record = RECORD) -> Appraisal:
    asked = Question(typed="zorbinol for gravel", read="zorbinol for gravel")
    return appraise.complete(appraise.glance(asked, record))


def read() -> tuple[list[Finding], tuple[Arm, ...]]:
    found = appraise.read(RECORD)
    return [f for f in found.findings if f.harm], found.study.arms


def test_what_two_arms_tell_comes_before_what_one_does() -> None:
    harms, _ = read()
    first = min(harms, key=lambda f: harm_order.rank(f, lambda text: "zorbinol" in text))
    assert "iscontinuation" in first.outcome and harm_order.made_stop(first)
    assert not harm_order.made_stop(next(f for f in harms if "ausea" in f.outcome))


def test_a_harm_belongs_to_the_dose_that_did_it() -> None:
    harms, arms = read()
    stopped = next(f for f in harms if harm_order.made_stop(f))
    given = {a.dose: a for a in arms if a.drug == "zorbinol"}
    assert harm_order.of_dose(stopped, given["300 mg/day"], "zorbinol")
    assert not harm_order.of_dose(stopped, given["100 mg/day"], "zorbinol")


def test_a_dose_has_its_way_and_what_follows_it() -> None:
    _, arms = read()
    last = [a for a in arms if a.drug == "zorbinol"][-1]
    assert given_on.way(last) == " (intravenous)"
    appraisal = appraised()
    onward = given_on.further(appraisal, last)
    assert onward is not None
    assert given_on.quoted(onward) == "“A second dose could follow if gravel came back within 2 days”"


def test_who_got_what_is_no_further_dose() -> None:
    text = METHODS.replace("A second dose could follow if gravel came back", "Patients got a second dose of placebo")
    record = Record.build(
        id="pmid:2",
        identifiers=(Identifier("pmid", "2"),),
        kind=RecordKind.ARTICLE,
        title=RECORD.title,
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text, "METHODS", SectionRole.METHODS),),
        format="pubmed",
    )
    arms = [a for a in study.read(record).arms if a.drug == "zorbinol"]
    assert arms and given_on.further(appraised(record), arms[-1]) is None


def test_a_study_is_named_where_its_first_line_went_elsewhere() -> None:
    appraisal = appraised()
    start = RESULTS.index("Nausea")
    span = Span(RECORD, "abstract.2", start, RESULTS.index("Discontinuation") - 1)
    draft = Draft("evidence", "What the evidence shows")
    quote(draft, appraisal, span, again=True)
    quote(draft, appraisal, Span(RECORD, "abstract.2", RESULTS.index("Disc"), len(RESULTS)), again=True)
    section = introducing.anchored(draft.section(""), [appraisal])
    first, second = section.statements
    assert first.text.startswith("A double-blind randomised trial (90 people, 12 weeks) reports")
    assert second.text.startswith("The same trial (90 people)")
