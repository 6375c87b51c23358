"""The direction of an effect asked for, and the sentences and rows it rests on."""

from __future__ import annotations

import pytest

from probatum.appraise import effects
from probatum.appraise.effects import Asked
from probatum.model import Direction, Record, RecordKind, SectionKind, SourceSection

METHODS = "We randomly assigned 80 adults to zelamide or placebo for 8 weeks."
RESULTS = (
    "Cramp frequency was significantly lower with zelamide than with placebo (3.1 vs 5.2 per week; p = 0.002). "
    "Muscle strength did not differ between the zelamide and placebo groups (p = 0.62). "
    "Drowsiness was significantly more frequent in the zelamide group than in the placebo group (p < 0.01)."
)
TABLE = (
    "\tZelamide (n = 40)\tPlacebo (n = 40)\tP\n"
    "Grip strength (kg)\t31.2\t30.9\t0.71\n"
    "Sleep quality score\t8.1\t5.0\t0.001"
)


def trial() -> Record:
    """An invented trial with an abstract and a table."""
    sections = (
        SourceSection("title", SectionKind.TITLE, "Zelamide for night cramps: a randomised trial"),
        SourceSection("abstract.1", SectionKind.ABSTRACT, METHODS, heading="Methods"),
        SourceSection("abstract.2", SectionKind.ABSTRACT, RESULTS, heading="Results"),
        SourceSection("table.1", SectionKind.TABLE, TABLE, heading="Table 1 Secondary outcomes"),
    )
    return Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title=sections[0].text, sections=sections)


CASES = [
    ("zelamide", "placebo", "cramp frequency", Direction.LOWER, "Cramp frequency"),
    ("placebo", "zelamide", "cramp frequency", Direction.HIGHER, "Cramp frequency"),
    ("zelamide", "placebo", "muscle strength", Direction.NONE_DETECTED, "Muscle strength"),
    ("zelamide", "placebo", "drowsiness", Direction.HIGHER, "Drowsiness"),
    ("zelamide", "placebo", "grip strength", Direction.NONE_DETECTED, "Grip strength"),
]


@pytest.mark.parametrize(("one", "other", "outcome", "direction", "begins"), CASES)
def test_an_effect_asked_for_is_read_with_the_sentences_it_rests_on(
    one: str, other: str, outcome: str, direction: Direction, begins: str
) -> None:
    effect = effects.read(trial(), Asked(one, other, outcome))
    assert effect.direction is direction
    assert any(span.quote.startswith(begins) for span in effect.evidence)
    assert 1 / 3 < effect.probability <= 1


def test_the_probabilities_of_the_three_directions_add_up_to_one() -> None:
    effect = effects.read(trial(), Asked("zelamide", "placebo", "cramp frequency"))
    assert sum(effect.probabilities.values()) == pytest.approx(1.0)


def test_a_record_that_names_nothing_of_what_is_asked_gives_no_effect() -> None:
    effect = effects.read(trial(), Asked("quorbine", "lithosol", "jaundice"))
    assert effect.direction is Direction.UNCLEAR
    assert effect.evidence == ()


@pytest.mark.parametrize("odd", ["", "\x00" * 50, "(" * 2000, "p = " * 500, "\t\t\n" * 300])
def test_odd_questions_and_texts_raise_nothing(odd: str) -> None:
    section = SourceSection("table.1", SectionKind.TABLE, odd or " ")
    record = Record.build(id="pmid:2", identifiers=(), kind=RecordKind.ARTICLE, title="", sections=(section,))
    assert effects.read(record, Asked(odd, odd, odd)).evidence is not None
