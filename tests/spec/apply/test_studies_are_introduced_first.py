"""However the lines of a section are ordered, the first that quotes a study says which it is."""

from __future__ import annotations

import msgspec

from probatum import appraise
from probatum.apply.composing import introducing
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.model import (
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

TEXT = (
    "In this double-blind, placebo-controlled randomised trial, 60 people with gravel were randomised to zorbinol or"
    " placebo for 12 weeks."
    " Gravel was less frequent. Nausea was not."
)
RECORD = Record.build(
    id="pmid:1",
    identifiers=(Identifier("pmid", "1"),),
    kind=RecordKind.ARTICLE,
    title="Zorbinol for gravel: a double-blind randomised trial",
    sections=(SourceSection("abstract", SectionKind.ABSTRACT, TEXT),),
    format="pubmed",
)
QUESTION = Question(typed="zorbinol for gravel", read="zorbinol for gravel")


def context() -> Context:
    search = SearchAccount(library="l", queries=(), considered=0, included=(), excluded=(), as_of="2026-01-01")
    return Context(QUESTION, Reader.DOCTOR, (appraise.complete(appraise.glance(QUESTION, RECORD)),), (), search)


def sentence(words: str) -> Span:
    start = TEXT.index(words)
    return Span(RECORD, "abstract", start, start + len(words))


def test_the_same_trial_is_not_named_before_the_trial_itself() -> None:
    held = context()
    draft = Draft("bottom_line", "Bottom line")
    quote(draft, held.appraisals[0], sentence("Gravel was less frequent."))
    quote(draft, held.appraisals[0], sentence("Nausea was not."), again=True)
    section = draft.section("")
    first, second = section.statements
    turned = introducing.introduced(msgspec.structs.replace(section, statements=(second, first)), held)
    opened, later = turned.statements
    assert opened.text.startswith("A double-blind randomised trial (60 people") and "Nausea was not." in opened.text
    assert later.text.startswith("The same trial (60 people)") and "less frequent" in later.text
    assert "Nausea was not. One study found this (60 people" in opened.plain
    assert "The same trial found this" in later.plain
    assert {s.quote for s in later.supports} >= {"Gravel was less frequent."}
    assert introducing.introduced(section, held) is section
