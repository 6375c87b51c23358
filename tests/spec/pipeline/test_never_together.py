"""A path does not go on to the dose of a medicine that must not be given beside one that is taken."""

from __future__ import annotations

import pytest
from medicines import label
from reports import LibraryOf

from probatum import pipeline

USES = "Clarithromycin is indicated for pneumonia."
DOSE = "In pneumonia, the dose of clarithromycin in adults is 500 mg by mouth twice daily."


@pytest.mark.parametrize(
    ("said", "forbids"),
    [
        ("Colchicine with clarithromycin should be avoided, because deaths have occurred.", True),
        ("With clarithromycin the dose of colchicine should be lowered.", False),
    ],
)
def test_what_must_not_go_together_ends_the_path(said: str, forbids: bool, library_of: LibraryOf) -> None:
    taken = label("colchicine", uses="Colchicine is indicated for gout.", **{"with": said})
    library = library_of([label("clarithromycin", uses=USES, dose=DOSE), taken])
    answer = pipeline.answer("Clarithromycin for pneumonia in a man who takes colchicine?", library=library)
    steps = " ".join(s.text for s in answer.section("algorithm").statements)
    refused = ("do not use clarithromycin beside it", "do not start clarithromycin")
    assert any(words in steps.lower() for words in refused) is forbids
    assert ("500 mg" in steps) is not forbids
    assert ("taken already (colchicine): with clarithromycin" in steps) is not forbids
