"""What a thing is or how it comes about is told in words: nothing is chosen, nothing is graded, no result leads."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.apply.composing import concluding
from probatum.apply.sections.algorithm import NO_PATH
from probatum.appraise.design import describe
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SourceSection

PAGE = (
    "Hallervale syndrome is a disorder of the small joints in which crystals of silica build up. "
    "It is most common in men who cut stone. A gene called QZP4 has been found in some families."
)
TRIAL = (
    "We randomised 60 adults with Hallervale syndrome to ultrasound therapy or sham. "
    "Ultrasound therapy is a beneficial adjunct that improves grip in patients with Hallervale syndrome in the short "
    "and long term."
)
VAIN = (
    "Although treatment was well tolerated, neither golimumab nor ustekinumab demonstrated efficacy in "
    "Hallervale syndrome of the lung."
)


def _record(number: int, title: str, text: str, heading: str = "") -> Record:
    return Record.build(
        id=f"pmid:{number}",
        identifiers=(Identifier("pmid", str(number)),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract", SectionKind.ABSTRACT, text, heading=heading),
        ),
        format="test",
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("told") / "library", create=True)
    made.add(
        [
            _record(90000001, "Hallervale syndrome", PAGE, "information"),
            _record(90000002, "Ultrasound therapy in Hallervale syndrome", TRIAL),
            _record(
                90000003, "Golimumab and ustekinumab in sarcoidosis", VAIN.replace("Hallervale syndrome", "sarcoidosis")
            ),
        ],
        describe=describe,
    )
    return made


def _told(answer: Answer, section: str) -> list[str]:
    return [s.text for one in answer.sections if one.id == section for s in one.statements]


@pytest.mark.parametrize(
    "question", ["What is Hallervale syndrome?", "What is Hallervale syndrome and where in the body would it be found?"]
)
def test_what_it_is_leads_and_no_path_is_made(question: str, library: Library) -> None:
    answer = probatum.answer(question, library=library, as_of="2026-01-01")
    first = _told(answer, "bottom_line")[0]
    assert "is a disorder of the small joints" in first
    path = next(one for one in answer.sections if one.id == "algorithm")
    assert not path.statements and path.empty == NO_PATH
    assert not any("certainty evidence" in text for text in _told(answer, "conclusion"))


def test_a_treatment_that_did_nothing_is_not_to_be_given_as_it_was(library: Library) -> None:
    answer = probatum.answer("Is golimumab effective for sarcoidosis?", library=library, as_of="2026-01-01")
    path = " ".join(_told(answer, "algorithm"))
    assert "neither" in " ".join(_told(answer, "bottom_line")) and "do as was done there" not in path


@pytest.mark.parametrize(
    ("said", "is_aim"),
    [
        ("This phase 2 trial assessed the effectiveness of a tablet on hot flushes", True),
        ("In this study, we evaluated grip strength in men who cut stone", True),
        ("Grip strength was assessed twice and rose in both groups", False),
        ("This tablet relieves hot flushes", False),
    ],
)
def test_what_a_paper_set_out_to_do_concludes_nothing(said: str, is_aim: bool) -> None:
    assert bool(concluding._AIM.search(said)) is is_aim
