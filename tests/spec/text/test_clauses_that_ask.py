"""The clauses of a text that ask, apart from what only tells of somebody."""

from __future__ import annotations

import pytest

from probatum.text import asking


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "A man takes zorbinol and has fallen twice. Should the falls stop me, and if not, what dose of gravel?",
            ("Should the falls stop me", "what dose of gravel"),
        ),
        (
            "What happens to the zorbinol dose, is gravel safe, and what signs should we watch for?",
            ("What happens to the zorbinol dose", "is gravel safe", "what signs should we watch for"),
        ),
        ("My mum takes zorbinol, is on gravel and has come home.", ()),
        ("Does zorbinol 2.5 mg help?", ("Does zorbinol 2.5 mg help",)),
    ],
)
def test_the_clauses_that_ask(text: str, clauses: tuple[str, ...]) -> None:
    assert asking.clauses(text) == clauses


def test_no_piece_of_a_text_is_lost() -> None:
    assert asking.pieces("I stopped zorbinol. Is that bad, and can I take gravel?") == (
        "I stopped zorbinol",
        "Is that bad",
        "can I take gravel",
    )
