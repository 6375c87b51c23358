"""Who has missed a dose is told what the label says of it, else that none does, and never what trials found instead."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf

from probatum.acquire.library import Library
from probatum.apply.labels.missed import asks
from probatum.pipeline import answer

ASKED = [
    ("I missed my tablet last night what do I do", True),
    ("forgotten dose of ticagrelor", True),
    ("I forgot my ticagrelor this morning, should I take two?", True),
    ("what if I miss a dose of ramipril", True),
    ("mum has skipped her pills for a week", True),
    ("a missed evening dose of ramipril", True),
    ("I missed my period, can I take ramipril", False),
    ("does ramipril prevent missed beats", False),
]


@pytest.mark.parametrize(("text", "wanted"), ASKED)
def test_what_asks_about_a_missed_dose(text: str, wanted: bool) -> None:
    assert asks(text) is wanted


@pytest.fixture(scope="module")
def library(library_of: LibraryOf) -> Library:
    return library_of(
        [
            label(
                "ramipril",
                uses="Ramipril is indicated for hypertension.",
                dose="The dose of ramipril is 5 mg once daily. A missed dose of ramipril should be left out.",
            ),
            label("bisoprolol", uses="Bisoprolol is indicated for hypertension.", dose="The dose is 5 mg once daily."),
        ]
    )


TOLD = [
    ("I missed my ramipril this morning, what now?", "missed dose of ramipril should be left out"),
    ("I missed my bisoprolol this morning, what now?", "tells what to do when a dose of bisoprolol was missed"),
]


@pytest.mark.parametrize(("question", "told"), TOLD)
@pytest.mark.parametrize("reader", ["doctor", "patient"])
def test_the_short_answer_is_on_the_missed_dose(library: Library, question: str, told: str, reader: str) -> None:
    first = answer(question, library=library, reader=reader).section("bottom_line").statements[0]
    assert told in first.text
