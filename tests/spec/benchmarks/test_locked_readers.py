"""The lock between readers: which differences it finds, and which it allows."""

from __future__ import annotations

import pytest

from benchmarks._readers import broken, numbers
from probatum.model import (
    Answer,
    Engine,
    Kind,
    Question,
    Reader,
    ReviewStatus,
    SearchAccount,
    Section,
    Statement,
)


def answer(reader: Reader, text: str, plain: str, *, section: str = "evidence", level: int = 0) -> Answer:
    made = Statement(id=f"{section}.1", text=text, plain=plain, kind=Kind.NAVIGATION, level=level)
    search = SearchAccount("library a", (), 0, (), (), "2026-01-01")
    sections = (Section(section, section, (made,)),)
    return Answer(
        Question("q", "q"), reader, "t", sections, (), (), (), search, (), ReviewStatus(), "", Engine("0", "a")
    )


def faults(text: str, plain: str, *, section: str = "evidence", level: int = 0) -> list[str]:
    return broken({r: answer(r, text, plain, section=section, level=level) for r in (Reader.DOCTOR, Reader.PATIENT)})


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Pain was 31% with A.", "With A, pain was 31%."),
        ("Pain was lower (p = 0.03).", "Pain was lower (beyond what chance explains)."),
        ("Risk ratio 0.8 (95% CI 0.6 to 0.9).", "Risk ratio 0.8."),
        ("It was 12% with A.", "It was 12% with A, 12 per 100 people."),
    ],
)
def test_words_may_differ_and_tests_may_become_words(text: str, plain: str) -> None:
    assert faults(text, plain) == []


@pytest.mark.parametrize(
    ("text", "plain", "fault"),
    [
        ("Pain was 31% with A.", "Pain was 30% with A.", "has figures of its own: 30"),
        ("Pain was 31% of 60 with A.", "Pain was 31% with A.", "lacks figures: 60"),
        ("It works (low certainty).", "It works.", "does not say the certainty"),
    ],
)
def test_another_figure_or_certainty_is_found(text: str, plain: str, fault: str) -> None:
    assert any(fault in found for found in faults(text, plain))


@pytest.mark.parametrize(("section", "allowed"), [("evidence", True), ("safety", False), ("dosing", False)])
def test_only_some_sentences_may_be_left_out(section: str, allowed: bool) -> None:
    assert (faults("A is given.", "A is given.", section=section, level=1) == []) is allowed


def test_figures_are_read_with_their_decimals() -> None:
    assert set(numbers("31%, 0.05 and −1.8 of 1,200")) == {"31", "0.05", "1.8", "1,200"}


def test_patients_have_steps_of_their_own_with_no_figure_of_their_own() -> None:
    assert faults("Give 10 mg.", "Ask before 10 mg is taken.", section="algorithm") == []
    assert faults("Give 10 mg.", "Take 20 mg.", section="algorithm")
