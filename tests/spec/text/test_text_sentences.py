"""Where sentences begin and end."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.text import sentences

Bounded = Callable[[Callable[[str], object], str, float], None]

CASES = {
    "plain": ["Zerafine was given.", "Cramps fell."],
    "abbreviations": ["Drugs, e.g. zerafine vs. placebo, i.e. a dummy, were given.", "None helped."],
    "et al. inside": ["Doe et al. found a fall.", "It was small."],
    "et al. before a starter": ["This was shown by Doe et al.", "The dose was low."],
    "species": ["P. aeruginosa and E. coli grew.", "Both died."],
    "decimals": ["It fell by 3.5 points (p = .04).", "20 people left."],
    "figures": ["Pain fell (Fig. 2).", "See Table 3."],
    "frequency": ["They took 5 mg b.i.d. for 2 weeks.", "They took 5 mg t.i.d.", "Patients slept."],
    "vitamin": ["They lacked vitamin C.", "The rest did not."],
    "initials": ["J. Doe and A. B. Roe wrote it.", "It is short."],
    "labels": ["RESULTS:", "Pain fell.", "CONCLUSION:", "It works."],
    "title-case labels": ["Methods:", "We asked.", "Main outcome measures:", "Pain."],
    "citations": ["Pain fell.[12]", "Sleep rose.", "Both held.3,4", "All stayed."],
    "question": ["Does it work?", "Yes!", "It does."],
    "quotation": ["He said “stop.”", "She did."],
    "lower-case starts": ["The gene was silent.", "mRNA rose."],
    "list numbers": ["1. Take it.", "2. Wait."],
    "units": ["The level was 5 mmol/L.", "It fell."],
    "rows of dots": ["Methods . . . . 12 Results . . . . 14 were listed.", "They end."],
    "illness in capitals": ["It helps people with MS.", "Zerafine does not.", "Ms. Doe said so."],
    "no. with number": ["Trial no. 5 was small.", "It was stopped."],
}


@pytest.mark.parametrize("name", CASES)
def test_sentences(name: str) -> None:
    wanted = CASES[name]
    text = " ".join(wanted)
    assert [text[a:b] for a, b in sentences.split(text)] == wanted


def test_lines() -> None:
    text = (
        "First paragraph\n\nSecond one goes on over a line that is long enough to be\n"
        "wrapped here. End\n• one\n• two\na\tb\n1\t2"
    )
    assert [text[a:b] for a, b in sentences.split(text)] == [
        "First paragraph",
        "Second one goes on over a line that is long enough to be\nwrapped here.",
        "End",
        "• one",
        "• two",
        "a\tb",
        "1\t2",
    ]


def test_clauses() -> None:
    text = "Pain fell, but sleep did not change; no harm was seen."
    assert [text[a:b] for a, b in sentences.clauses(text)] == [
        "Pain fell",
        "but sleep did not change",
        "no harm was seen.",
    ]


def test_brackets_are_not_parted() -> None:
    text = "Pain fell (5 to 3; p = 0.01: small) and sleep rose; no harm was seen"
    assert [text[a:b] for a, b in sentences.clauses(text)] == [text[: text.index("; no")], "no harm was seen"]


def test_empty() -> None:
    assert sentences.split("") == () and sentences.split(" \n ") == ()


@given(st.text(alphabet="aAbZ19 .?!\n\t;:()[]•-–e.g", max_size=300))
def test_sentences_lie_in_order_and_lose_only_blanks(text: str) -> None:
    found = sentences.split(text)
    assert all(0 <= a < b <= len(text) and not text[a].isspace() and not text[b - 1].isspace() for a, b in found)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(found))
    rest = "".join(text[y:x] for (_, y), (x, _) in zip(((0, 0), *found), (*found, (len(text), 0)), strict=True))
    assert not rest.strip()


@pytest.mark.parametrize("piece", ["a", ".", "\n", "A. ", "a.B ", "• ", "(", "e.g. ", "1.2 "])
def test_hostile_input_takes_linear_time(bounded: Bounded, piece: str) -> None:
    bounded(sentences.split, piece * (200_000 // len(piece)), 5)
