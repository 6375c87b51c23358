"""One result told twice: a count and its share, a share and of how many, a change and its start and end in brackets."""

from __future__ import annotations

import pytest
from findings_help import read

SHARES = {
    "words and a fraction": (
        "Sixty-six percent (229 of 346) of these children required combing.",
        ("need for combing", "Sixty-six", "229", "346", ""),
    ),
    "the interval in the bracket": (
        "Ten (8% [95% CI 4-15]) children had a relapse.",
        ("relapse", "8", "Ten", "", ""),
    ),
    "of what is not people": (
        "Twenty-eight colonies (21.4%) were resistant to lotion.",
        ("being resistant to lotion", "21.4", "Twenty-eight", "", "colonies"),
    ),
    "of how many the lead says": (
        "Of 1098 combed children from 12 schools, 42 (3.8%) had sore skin.",
        ("sore skin", "3.8", "42", "1098", ""),
    ),
    "people asked": (
        "Only 27% of 284 persons interviewed had received lotion.",
        ("receipt of lotion", "27", "", "284", ""),
    ),
    "a number in words in what they had": (
        "A total of 426 (12.4%) out of 3,440 children screened had at least one sore.",
        ("sore", "12.4", "426", "3,440", ""),
    ),
    "the people by their words": (
        "A total of 41.8% (95% CI 33.6-50.1) of lesions from the neck contained live lice.",
        ("containing live lice", "41.8", "", "", "lesions from the neck"),
    ),
}


@pytest.mark.parametrize("name", SHARES)
def test_a_share_has_its_numbers(name: str) -> None:
    text, told = SHARES[name]
    (found,) = read(text)
    arm = found.arms[0]
    numbers = [x.text if x is not None else "" for x in (arm.value, arm.events, arm.denominator)]
    assert (found.outcome, *numbers, found.population) == told


def test_a_share_that_does_not_fit_its_lead_has_no_denominator() -> None:
    (found,) = read("Of 1098 children, 42 (9.8%) had sore skin.")
    assert found.arms[0].denominator is None


PAIRS = {
    "the count before the group": (
        "Six of the children in the combing group (9 percent) underwent washing, as compared with 16 of the "
        "children in "
        "the lotion group (27 percent, P=0.02).",
        [("combing", "9", "Six"), ("lotion", "27", "16")],
    ),
    "the group in brackets": (
        "Mean itch relief at week 6 was 60.1% (group 1) and 24.6% (group 2) (P<.001).",
        [("group 1", "60.1", ""), ("group 2", "24.6", "")],
    ),
    "each in its bracket": (
        "The cure rate with the fine comb (83 of 88 children, 94%) was significantly greater than that with the coarse "
        "comb (61 of 77 children, 79%; P=0.005).",
        [("fine comb", "94", "83"), ("coarse comb", "79", "61")],
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_two_groups_have_their_numbers(name: str) -> None:
    text, told = PAIRS[name]
    (found,) = read(text)
    assert [
        (a.arm.removesuffix(" group"), a.value.text if a.value else "", a.events.text if a.events else "")
        for a in found.arms
    ] == told


CHANGES = {
    "in brackets": (
        "We observed an increase in itch after washing (from 42.7±11 to 48.4±14.5, P=.001).",
        "itch",
        "42.7",
        "48.4",
    ),
    "by a treatment": (
        "Combing reduced the mean score of itching from 60.51 (± 14.96) to 51.82 (± 11.90).",
        "score of itching",
        "60.51",
        "51.82",
    ),
    "between years": (
        "The infestation rate increased from 22 (55%) before 2000 to 30 (88%) after 2000.",
        "the infestation rate",
        "55",
        "88",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_has_its_start_and_end(name: str) -> None:
    text, outcome, start, end = CHANGES[name]
    (found,) = read(text)
    (arm,) = found.arms
    assert arm.baseline is not None and arm.value is not None
    assert (found.outcome, arm.baseline.text, arm.value.text) == (outcome, start, end)


def test_the_change_of_one_of_two_peoples_is_left_alone() -> None:
    assert not read(
        "Increases in itching were observed in Irish (from 9.5% to 18.1%) and British (from 6.2% to 10%) adults."
    )
