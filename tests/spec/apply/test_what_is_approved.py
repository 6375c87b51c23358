"""Which medicines are approved for an illness is answered by what is approved, and not by what one of them does."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SourceSection

TRIAL = (
    "Apremilast in psoriasis: a randomised trial",
    "We randomised 80 adults with psoriasis to apremilast or placebo. Apremilast improved psoriasis by 75% in 40% of "
    "adults and placebo in 8% (p<0.001).",
)
SAID = (
    "Two new medicines for psoriasis: a review",
    "Risankizumab and tildrakizumab are approved for moderate to severe psoriasis in adults.",
)
OTHER = ("Medicines for migraine: a review", "Erenumab and galcanezumab are approved to prevent migraine in adults.")


def _ask(question: str, folder: Path, *held: tuple[str, str]) -> Answer:
    library = Library.open(folder / "library", create=True)
    records = [
        Record.build(
            id=f"pmid:{90000001 + n}",
            identifiers=(Identifier("pmid", str(90000001 + n)),),
            kind=RecordKind.ARTICLE,
            title=title,
            sections=(
                SourceSection("title", SectionKind.TITLE, title),
                SourceSection("abstract", SectionKind.ABSTRACT, text),
            ),
            format="test",
        )
        for n, (title, text) in enumerate(held)
    ]
    library.add(records, describe=describe)
    return probatum.answer(question, library=library, as_of="2026-01-01")


def _short(answer: Answer) -> str:
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    "question",
    [
        "which drugs are approved for psoriasis",
        "list approved medicines for psoriasis",
        "are any medicines licensed for psoriasis?",
    ],
)
def test_what_is_approved_is_told_and_no_effect(question: str, tmp_path: Path) -> None:
    answer = _ask(question, tmp_path, TRIAL, SAID, OTHER)
    assert "Risankizumab and tildrakizumab are approved" in _short(answer)
    assert "40%" not in _short(answer) and "galcanezumab" not in _short(answer)
    assert "do as was done there" not in " ".join(s.text for s in answer.section("algorithm").statements)


def test_that_nothing_held_tells_it_is_said(tmp_path: Path) -> None:
    answer = _ask("which drugs are approved for psoriasis", tmp_path, TRIAL, OTHER)
    assert _short(answer) == "No source that is held tells which medicines are approved for psoriasis."


@pytest.mark.parametrize("question", ["which drug is best for psoriasis", "does apremilast help psoriasis"])
def test_what_helps_is_answered_by_its_effect(question: str, tmp_path: Path) -> None:
    assert "40%" in _short(_ask(question, tmp_path, TRIAL, SAID))


def test_labels_tell_their_own_use(starter_place: Library) -> None:
    said = _short(
        probatum.answer("which drugs are approved for heart failure", library=starter_place, as_of="2026-01-01")
    )
    assert "label of sacubitril and valsartan): sacubitril and valsartan is indicated" in said and "171" not in said
    assert "Also indicated, by their labels: empagliflozin" in said  # the others are named, however short it is


def test_what_a_named_medicine_is_for_is_told_by_its_label(starter_place: Library) -> None:
    said = _short(probatum.answer("what is colchicine approved for", library=starter_place, as_of="2026-01-01"))
    assert "gout" in said and "which medicines are approved" not in said
