"""Who vomited a dose is told whether a label says that it is given again, never what adults take or trials found."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf

from probatum.acquire.library import Library
from probatum.ask.danger import read_danger
from probatum.pipeline import answer
from probatum.text.missed import came_up

ASKED = [
    ("pt on ramipril vomited 20 mins after his 8am dose, do i give another one", True),
    ("he was sick 10 minutes after his amoxicillin, give again?", True),
    ("threw up my levothyroxine what now", True),
    ("took my warfarin then threw up, should i take it again", True),
    ("my son spat out his calpol do i give more", True),
    ("vomited after chemo, can I take another ondansetron", False),
    ("I feel sick after taking metformin what should I do", False),
    ("been sick after every metformin tablet what should i do", False),
    ("she took loads of paracetamol and threw up should she take more", False),
    ("I missed my ramipril this morning", False),
]


@pytest.mark.parametrize(("text", "wanted"), ASKED)
def test_what_asks_about_a_dose_that_came_up(text: str, wanted: bool) -> None:
    assert came_up(text) is wanted


def test_it_is_no_overdose() -> None:
    assert read_danger("he was sick 10 minutes after his amoxicillin, give again?").kind == ""
    assert read_danger("she took loads of paracetamol and threw up should she take more").kind == "overdose"


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of(
        [
            label(
                "ramipril",
                uses="Ramipril is indicated for hypertension.",
                dose="The dose of ramipril in adults is 5 mg once daily. A missed dose of ramipril should be left out.",
            ),
            label(
                "bisoprolol",
                uses="Bisoprolol is indicated for hypertension.",
                dose="The dose is 5 mg once daily. A dose that is vomited should not be replaced.",
            ),
        ]
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("threw up my ramipril what now", "a dose of ramipril that was vomited is given again"),
        (
            "vomited after taking ramipril, should I repeat the dose",
            "a dose of ramipril that was vomited is given again",
        ),
        ("threw up my bisoprolol what now", "should not be replaced"),
    ],
)
@pytest.mark.parametrize("reader", ["nurse", "patient"])
def test_the_short_answer_is_on_that(library: Library, question: str, told: str, reader: str) -> None:
    first = answer(question, library=library, reader=reader).section("bottom_line").statements[0]
    assert told in first.text
