"""Where no source is on a question as a whole, one sentence that holds nearly all of it answers; near words do not."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Answer, Identifier, Record, RecordKind, SectionKind, SourceSection

TEXTS = {
    90000101: "The arthritis model was induced by zorbin adjuvant, injected under the skin on days 0, 30 and 40.",
    90000102: "Members of the qualin family are often glycosylated proteins of the gut. They keep the wall moist.",
    90000103: "The agency approved velotinib for adults with acute myeloid leukemia that had come back.",
    90000104: "Velotinib lowered blast counts in 60 adults with acute myeloid leukemia. Median lung V5 was 49%.",
    90000105: "Parvonib is a serine kinase that drives the growth of leukemia cells.",
    90000106: "You could pass the disease to other people, and feel well. Pass it to nobody.",
    90000107: "Sylibrate is a potent antagonist of the calcitonin receptor in the nerves of the dura.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    made = Library.open(tmp_path_factory.mktemp("one") / "library", create=True)
    made.add(
        [
            Record.build(
                id=f"pmid:{number}",
                identifiers=(Identifier("pmid", str(number)),),
                kind=RecordKind.ARTICLE,
                title="",
                sections=(SourceSection("abstract", SectionKind.ABSTRACT, text),),
                format="test",
            )
            for number, text in TEXTS.items()
        ],
        describe=describe,
    )
    return made


def _short(library: Library, question: str) -> str:
    answer: Answer = probatum.answer(question, library=library, as_of="2026-01-01")
    return " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Can zorbin adjuvant induce arthritis?", "was induced by zorbin adjuvant"),
        ("Are qualins glycosylated proteins?", "often glycosylated proteins"),
        ("Is parvonib a protein phosphatase?", "a serine kinase"),
        ("Does sylibrate target the calcitonin receptor?", "antagonist of the calcitonin receptor"),
        ("Has velotinib been approved for use against acute myeloid leukemia?", "The agency approved velotinib"),
    ],
)
def test_the_sentence_answers(library: Library, question: str, said: str) -> None:
    assert said in _short(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "Can I do anything about feeling like I am going to pass out?",
        "Can norvine adjuvant induce arthritis?",
        "Is zuberine a protein phosphatase?",
    ],
)
def test_words_that_are_near_answer_nothing(library: Library, question: str) -> None:
    assert "“" not in _short(library, question)
