"""Abstracts make examples of themselves: what they claim, beside what bears it out, and the same turned."""

from pathlib import Path

import pytest

from benchmarks._stances import Pair
from probatum.model import Record, RecordKind, SectionKind, SourceSection
from scripts.train import selftold

ENDS = (
    ("zelamide", "gait", "older people with neuropathy"),
    ("corvastin", "gait", "older people with dizziness"),
    ("malitrexin", "sleep", "shift workers"),
)


def record(drug: str, outcome: str, people: str) -> Record:
    """An invented abstract whose title is borne out by its end."""
    text = (
        f"Little is known of {drug}. We studied forty persons for a year. "
        f"{drug.title()} improved {outcome} speed markedly in {people}. This deserves study in schools."
    )
    sections = (SourceSection("abstract", SectionKind.ABSTRACT, text),)
    title = f"{drug.title()} has improved {outcome} speed in {people}"
    return Record.build(id=f"pmid:{len(drug)}", identifiers=(), kind=RecordKind.ARTICLE, title=title, sections=sections)


@pytest.fixture
def pairs(monkeypatch: pytest.MonkeyPatch) -> list[Pair]:
    monkeypatch.setattr(selftold, "pubmed", lambda _: [record(*one) for one in ENDS])
    return list(selftold.pairs(Path()))


def test_a_title_is_borne_out_by_its_own_end(pairs: list[Pair]) -> None:
    told = {p.claim: p.source for p in pairs if p.stance == "supports"}
    assert any(
        "Zelamide improved gait" in s for s in told["Zelamide has improved gait speed in older people with neuropathy"]
    )


def test_one_word_changed_is_contradicted_by_the_same_sentences(pairs: list[Pair]) -> None:
    told = {p.source for p in pairs if p.stance == "supports"}
    turned = [p for p in pairs if p.stance == "contradicts"]
    assert turned
    assert all(p.source in told for p in turned)
    assert not {p.claim for p in turned} & {p.claim for p in pairs if p.stance == "supports"}


def test_a_claim_that_its_end_does_not_name_makes_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    other = record("malitrexin", "sleep", "shift workers")
    named = Record.build(
        id="pmid:1",
        identifiers=(),
        kind=RecordKind.ARTICLE,
        title="Corvastin has lowered uric acid in gouty kidneys",
        sections=other.sections,
    )
    monkeypatch.setattr(selftold, "pubmed", lambda _: [named])
    assert not list(selftold.pairs(Path()))
