"""A difference bears out a claim of superiority; likeness one of being no worse."""

import pytest

from probatum.appraise.claims import deciding, showing
from probatum.appraise.effects import ranking, sides
from probatum.appraise.effects.candidates import candidates
from probatum.model import Record, RecordKind, SectionKind, SourceSection

FOUND = "Cramp frequency was significantly lower with zelamide (p = 0.002). Sleep did not differ (p = 0.60)."
MISSED = "Cramp frequency did not differ between zelamide and placebo (p = 0.70). Sleep was better (p = 0.01)."


def measured(claim: str, text: str) -> dict[str, float]:
    """Measures of an invented abstract of results alone."""
    sections = (SourceSection("abstract", SectionKind.ABSTRACT, f"RESULTS: {text}"),)
    record = Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title="", sections=sections)
    parsed = showing.parse(claim)
    told, found = sides.of(parsed.asked, record), candidates(record)
    return deciding.measures(parsed.how, told, ranking.rarity(record), found, found[:1])


SUPERIOR = "Zelamide is superior to Placebo in terms of Cramp frequency"
ALIKE = "Zelamide is non-inferior to Placebo in terms of Cramp frequency"


@pytest.mark.parametrize(("text", "sign"), [(FOUND, 1), (MISSED, -1)])
def test_the_sentence_that_names_the_outcome_decides(text: str, sign: int) -> None:
    assert measured(SUPERIOR, text)["found over missed"] * sign > 0


@pytest.mark.parametrize(("claim", "aim"), [(SUPERIOR, "superior"), (ALIKE, "alike"), ("Zelamide works", "superior")])
def test_what_is_found_stands_beside_what_is_claimed(claim: str, aim: str) -> None:
    made = measured(claim, FOUND)
    assert made[f"aim {aim}"] == 1.0
    assert made[f"{aim} found"] == made["found"]


def test_no_word_of_the_claim_is_in_a_name() -> None:
    names = " ".join(measured(SUPERIOR, FOUND)).lower()
    assert not any(word in names for word in ("zelamide", "cramp", "placebo"))


def test_an_empty_abstract_has_nothing_that_bears_the_claim_out() -> None:
    assert deciding.borne(SUPERIOR, []) == {}
