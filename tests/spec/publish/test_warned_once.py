"""A warning of the short answer is not given again on a plain page, and few words are explained."""

from __future__ import annotations

import pytest

from probatum.publish import needed, warned
from probatum.vocabulary.glossary import Entry

TOLD = ["Zerafine carries a warning (US label): stopping zerafine early raises the risk of fits."]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "Must not be used in any of these cases (US label): old gout. Bad fits.",
            "these cases (US label): old gout. Bad",
        ),
        ("Boxed warning (US label): stopping zerafine early raises the risk of fits. It may harm the eye.", "the eye"),
        ("Stopping zerafine early raises the risk of fits.", "raises the risk of fits"),
        ("Needs care (US label): fits occurred in 3 of 100 people.", "3 of 100"),
    ],
)
def test_what_is_left_of_a_later_line(line: str, kept: str) -> None:
    assert kept in warned.once(line, TOLD)


def test_what_was_said_is_left_out_and_what_is_new_stays() -> None:
    made = warned.once(
        "Boxed warning (US label): stopping zerafine early raises the risk of fits. It may harm the eye.", TOLD
    )
    assert made == "Boxed warning (US label): it may harm the eye."


def test_a_line_of_which_nothing_is_left_is_not_printed() -> None:
    assert warned.once("Boxed warning (US label): stopping zerafine early raises the risk of fits.", TOLD) == ""


def test_one_case_that_is_left_is_no_list() -> None:
    told = ["It must not be used in people who had bad fits."]
    line = "Must not be used in any of these cases (US label): people who had bad fits. Weak old bones."
    assert warned.once(line, told) == "Must not be used (US label): weak old bones."


def test_few_words_are_explained_and_those_of_the_answer_first() -> None:
    entries = [Entry(f"word{n:02}", f"meaning {n}") for n in range(20)]
    shown = [("bottom_line", ["word19 and word18"]), ("safety", [" ".join(e.term for e in entries[:18])])]
    made = needed.chosen(entries, shown)
    assert len(made) == needed.MOST and {"word19", "word18"} <= {e.term for e in made}


def test_what_is_explained_where_it_stands_comes_last() -> None:
    one, other = Entry("hypoglycaemia", "low sugar"), Entry("ketosis", "acid in the blood")
    shown = [("bottom_line", ["low blood sugar (hypoglycaemia) and ketosis"])]
    assert [e.term for e in needed.chosen([one, other], shown)] == ["ketosis", "hypoglycaemia"]
