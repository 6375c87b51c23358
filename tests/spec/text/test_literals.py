"""Letters that every match of an expression holds are read off its source, and a text without them is not searched."""

from __future__ import annotations

import re

import pytest

from probatum.text.expressions import caseless, expression
from probatum.text.literals import needed, told_apart


@pytest.mark.parametrize(
    ("source", "literals"),
    [
        (r"\bzorbinol\b", ("zorbinol",)),
        (r"\b(?:Zorbinol|gravel)\b \d+", ("zorbinol", "gravel")),
        (r"gravels? of (?:the )?kidneys", ("kidneys",)),
        (r"(?<!no )gravel(?= in)", ("gravel",)),
        (r"\d+\.5 mg", (".5 mg",)),
        (r"zorbinol{2,3}x", ("zorbinol",)),
        (r"(?:zorbinol )?gravel", ("gravel",)),
        (r"(?P<who>zorbinol|gravel)+ ore", ("zorbinol", "gravel")),
        (r"[a-z]+|gravel", ()),
        (r"(?i)gravel", ()),
        (r"x", ()),
        (r"\s?(?:\u00b1|\+/-)\s?[0-9]+", ()),
        (r"gravel\u2014zorbinols", ("zorbinols",)),
        (r"\u201c[^\u201d]+\u201d", ()),
        (r"(gravel", ()),
        (r"gravel)", ()),
        (r"", ()),
    ],
)
def test_what_every_match_holds(source: str, literals: tuple[str, ...]) -> None:
    assert needed(source) == literals


def test_a_text_in_which_case_is_not_sure_is_left_open() -> None:
    assert told_apart("GRAVEL of 5 µm") == "gravel of 5 µm"
    assert [told_apart(sign + "n stones") for sign in "\u0130\u0131\u017f"] == [None, None, None]
    assert caseless("is stones").search("\u0131\u017f stones") is not None


@pytest.mark.parametrize("text", ["", "no stone", "GRAVEL and gravel", "a gravel of zorbinol", "gravel\u2014gravel"])
@pytest.mark.parametrize("source", [r"\bgravel\b", r"(?:zorbinol|gravel) ?", r"[gz]\w+", r"gravel(?:\u2014|-)"])
def test_every_way_of_searching_gives_what_the_compiled_one_gives(source: str, text: str) -> None:
    made, compiled = expression(source, re.IGNORECASE), re.compile(source, re.IGNORECASE)
    for _ in range(2):  # before it is compiled and after
        assert [m.span() for m in made.finditer(text)] == [m.span() for m in compiled.finditer(text)]
        assert made.findall(text) == compiled.findall(text)
        assert made.sub("_", text) == compiled.sub("_", text)
        assert made.sub("_", text, count=1) == compiled.sub("_", text, count=1)
        assert made.split(text) == compiled.split(text)
        for way in ("search", "match", "fullmatch"):
            ours, theirs = getattr(made, way)(text), getattr(compiled, way)(text)
            assert (ours and ours.span()) == (theirs and theirs.span())
            assert (made.search(text, 2) is None) == (compiled.search(text, 2) is None)
