"""Whether an abstract shows a claim, does not show it, or is silent on it."""

from __future__ import annotations

import pytest

from probatum.appraise.claims import showing
from probatum.model import Record, RecordKind, SectionKind, SourceSection

TRIAL = (
    "BACKGROUND: Night cramps are common. METHODS: In this double-blind trial 80 adults were randomly "
    "assigned to zelamide "
    "or placebo. RESULTS: Cramp frequency was significantly lower with zelamide than with placebo (3.1 vs"
    " 5.2; p = 0.002). "
    "CONCLUSIONS: Zelamide reduced cramp frequency compared with placebo."
)
ELSEWHERE = (
    "Beetles of the upland meadows were counted along twelve transects. Their number rose with the height"
    " of the grass. "
    "The survey should be repeated after mowing."
)


def record(title: str, text: str) -> Record:
    """An invented record of a title and an abstract."""
    sections = (SourceSection("title", SectionKind.TITLE, title), SourceSection("abstract", SectionKind.ABSTRACT, text))
    return Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title=title, sections=sections)


CLAIMS = [
    ("Zelamide is superior to Placebo in terms of Cramp Frequency", ("Zelamide", "Placebo", "Cramp Frequency")),
    ("A is superior or other to B in terms of Pain at 6 weeks", ("A", "B", "Pain at 6 weeks")),
    ("A is non-inferior or equivalent to B in terms of HbA1c", ("A", "B", "HbA1c")),
    ("Cramps are common", ("Cramps are common", "", "Cramps are common")),
]


@pytest.mark.parametrize(("claim", "parts"), CLAIMS)
def test_a_claim_is_parted_into_its_arms_and_outcome(claim: str, parts: tuple[str, str, str]) -> None:
    assert tuple(showing.parse(claim).asked) == parts


def test_a_trial_shows_what_it_found() -> None:
    found = showing.shown(record("Zelamide for night cramps: a randomised trial", TRIAL), CLAIMS[0][0])
    assert found.label == "shown"
    assert any("Cramp frequency was significantly lower" in span.quote for span in found.evidence)


def test_an_article_on_something_else_is_silent() -> None:
    assert showing.shown(record("Beetles of the meadows", ELSEWHERE), CLAIMS[0][0]).label == "silent"


@pytest.mark.parametrize("odd", ["", " ", "\x00" * 30, "is superior to in terms of", "(" * 3000])
def test_odd_claims_and_texts_raise_nothing(odd: str) -> None:
    assert showing.shown(record(odd or "x", odd or "x"), odd).label in showing.CLASSES
