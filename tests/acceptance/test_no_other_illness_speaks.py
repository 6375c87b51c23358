"""A source whose people have another illness does not speak of the one asked about, though it counts it, or is near."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library

AS_OF = "2026-11-29"

OTHERS = [
    ("my daughter has earache, should she have antibiotics", "carer", ("rheumatic", "throat")),
    ("does my son need antibiotics for his ear infection", "patient", ("rheumatic", "throat")),
    ("do antibiotics help otitis media in children", "doctor", ("rheumatic", "sore throat")),
    ("antibiotics for sinusitis", "patient", ("throat soreness", "rheumatic fever was")),
    ("antibiotics for quinsy", "doctor", ("throat soreness", "rheumatic fever was")),
    ("does prednisolone help back pain", "patient", ("in the short term", "pain as a whole")),
]


@pytest.mark.parametrize(("question", "reader", "words"), OTHERS)
def test_it_is_not_quoted(starter_library: Library, question: str, reader: str, words: tuple[str, ...]) -> None:
    answer = probatum.answer(question, library=starter_library, reader=reader, as_of=AS_OF)
    told = [s for section in answer.sections[:10] for s in section.statements if s.supports]
    studies = [s.text for s in told if any(span.source.kind.value == "review" for span in s.supports)]
    assert not [text for text in studies if any(word in text for word in words)]


OWN = [
    ("do antibiotics help a sore throat", "throat soreness"),
    ("do antibiotics prevent rheumatic fever", "acute rheumatic fever"),
    ("Are antibiotics useful for earache?", "pain at 2 to 3 days"),
    ("does exercise help knee pain", "reduces pain"),
    ("steroid injection for plantar fasciitis", "pain in the short term"),
    ("nsaids for back pain", "pain intensity in back pain"),
]


@pytest.mark.parametrize(("question", "words"), OWN)
def test_what_is_of_the_illness_still_speaks(starter_library: Library, question: str, words: str) -> None:
    answer = probatum.answer(question, library=starter_library, as_of=AS_OF)
    assert words in " ".join(s.text for s in answer.section("bottom_line").statements)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what can i take for a bad back", False),
        ("i take warfarin, what can i have for back pain", False),
        ("best analgesic for earache in a child", True),
    ],
)
def test_advice_on_pain_of_another_kind_is_none(starter_library: Library, question: str, told: bool) -> None:
    short = probatum.answer(question, library=starter_library, as_of=AS_OF).section("bottom_line").statements
    assert any("otitis media" in s.text for s in short) is told
