"""Yes or no: the word follows the effect, the way the question points and the certainty, and is never stronger."""

from __future__ import annotations

import pytest

from probatum.apply.context import Context
from probatum.apply.effects import Effect
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.replies import polar
from probatum.model import (
    Certainty,
    Identifier,
    Intent,
    Level,
    Question,
    Reader,
    Record,
    RecordKind,
    SearchAccount,
    SectionKind,
    Size,
    SourceSection,
    Span,
)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Does zorbin reduce cramps?", True),
        ("Zorbin for cramps: is it worth it?", True),
        ("So the zorbin is a syrup, yes or no?", True),
        ("Should I take zorbin?", True),
        ("How does zorbin reduce cramps?", False),
        ("What is the dose of zorbin?", False),
        ("Zorbin for cramps", False),
        ("Is there anything that helps with cramps?", False),
    ],
)
def test_what_asks_for_yes_or_no(question: str, asked: bool) -> None:
    assert polar.is_asked(Question(question, question)) is asked


def context(question: str, settle: object = None, intent: Intent = Intent.THERAPY) -> Context:
    asked = Question(question, question, intent=intent)
    search = SearchAccount("library", (), 0, (), (), "2026-01-01")
    return Context(asked, Reader.DOCTOR, (), (), search, settle=settle)  # type: ignore[arg-type]


def effect(direction: str, *, causal: bool = True) -> Effect:
    return Effect(direction, 1, 0, (), causal)


def group(level: Level, size: Size = Size.UNSAID) -> OutcomeGroup:
    return OutcomeGroup("cramps", (), certainty=Certainty("cramps", level, (), size=size))


@pytest.mark.parametrize(
    ("question", "direction", "level", "word"),
    [
        ("Does zorbin reduce cramps?", "lower", Level.HIGH, "yes"),
        ("Does zorbin reduce cramps?", "lower", Level.MODERATE, "probably"),
        ("Does zorbin reduce cramps?", "lower", Level.LOW, "possibly"),
        ("Does zorbin reduce cramps?", "lower", Level.VERY_LOW, "it is not known"),
        ("Does zorbin reduce cramps?", "higher", Level.HIGH, "no"),
        ("Does zorbin increase cramps?", "higher", Level.MODERATE, "probably"),
        ("Does zorbin increase cramps?", "lower", Level.MODERATE, "probably not"),
        ("Does zorbin reduce cramps?", "none", Level.HIGH, ""),
        ("Zorbin for cramps", "lower", Level.HIGH, ""),
        ("Does zorbin change cramps?", "lower", Level.HIGH, ""),
    ],
)
def test_the_word_follows_direction_and_certainty(question: str, direction: str, level: Level, word: str) -> None:
    assert polar.of_effect(effect(direction), group(level), context(question)) == word


@pytest.mark.parametrize(
    ("outcome", "direction", "word"),
    [
        ("change in body weight", "lower", "probably"),
        ("change in body weight", "higher", "probably not"),
        ("loss of 5% of body weight", "higher", "probably"),
        ("weight loss", "lower", ""),
        ("stopping", "lower", ""),
    ],
)
def test_who_wants_to_lose_weight_is_told_yes_where_it_falls(outcome: str, direction: str, word: str) -> None:
    made = OutcomeGroup(outcome, (), certainty=Certainty(outcome, Level.MODERATE, ()))
    assert polar.of_effect(effect(direction), made, context("Does zorbin help with weight loss?")) == word


def test_a_trivial_effect_is_a_no_and_a_missing_one_is_none() -> None:
    asked = context("Does zorbin reduce cramps?")
    assert polar.of_effect(effect("none"), group(Level.HIGH, Size.TRIVIAL), asked) == "no"
    assert polar.of_effect(effect("none"), group(Level.HIGH), asked) == ""


def test_an_association_is_no_effect() -> None:
    asked = context("Does zorbin reduce cramps?")
    assert polar.of_effect(effect("lower", causal=False), group(Level.LOW), asked) == "an association was found"


def span(text: str) -> Span:
    record = Record.build(
        id="pmid:1",
        identifiers=(Identifier("pmid", "1"),),
        kind=RecordKind.ARTICLE,
        title="",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
        format="test",
    )
    return Span(record, "abstract", 0, len(text))


@pytest.mark.parametrize(
    ("answer", "chance", "level", "word"),
    [
        ("yes", 0.95, Level.HIGH, "probably"),
        ("yes", 0.95, Level.VERY_LOW, "possibly"),
        ("yes", 0.95, None, "possibly"),
        ("no", 0.95, Level.LOW, ""),
        ("yes", 0.7, Level.HIGH, ""),
        ("maybe", 0.95, Level.HIGH, ""),
    ],
)
def test_a_quotation_never_says_yes_outright(answer: str, chance: float, level: Level | None, word: str) -> None:
    asked = context("Does zorbin reduce cramps?", lambda question, told: (answer, chance))
    assert polar.of_passage(asked, span("Zorbin reduced cramps."), level) == word


def test_a_quotation_of_no_difference_is_said_to_be_one() -> None:
    asked = context("Does zorbin reduce cramps?", lambda question, told: ("no", 0.95))
    said = span("Zorbin had no effect on cramps.")
    assert polar.of_passage(asked, said, Level.LOW) == "no difference was detected"


def test_what_is_safe_is_never_answered_with_a_word() -> None:
    asked = context("Can I take zorbin?", lambda question, told: ("yes", 0.99), Intent.HARM)
    assert polar.of_passage(asked, span("Zorbin was well tolerated."), Level.HIGH) == ""
