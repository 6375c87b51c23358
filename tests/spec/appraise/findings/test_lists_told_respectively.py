"""Two lists that belong together, shares of whatever is counted, and whom a comparison at its figures is of."""

from __future__ import annotations

import pytest
from findings_help import read

from probatum.model import Direction, Measure

LISTS = {
    "a head before the first belongs to all": (
        "The prevalence of itch, nits, and sores was 44.9% (165 of 367), 45.1% (181 of 401), and 44.3% (163 of 368), "
        "respectively.",
        [("prevalence of itch", "44.9", ""), ("prevalence of nits", "45.1", ""), ("prevalence of sores", "44.3", "")],
    ),
    "a length of time before the first belongs to all": (
        "The 3-year OS and DFS rates were 88.2% and 68.1%, respectively.",
        [("3-year OS", "88.2", ""), ("3-year DFS rates", "68.1", "")],
    ),
    "a noun behind the last belongs to all": (
        "The inter-user and intra-user reliability was found to be 0.80 and 0.90, respectively.",
        [("inter-user reliability", "0.80", ""), ("intra-user reliability", "0.90", "")],
    ),
    "what was seen in whom": (
        "Itch and sores were observed in 16.1% and 5.0% of the children, respectively.",
        [("itch", "16.1", ""), ("sores", "5.0", "")],
    ),
    "what people had": (
        "In total, 17.7% and 23.5% of mothers reported itch and sores, respectively.",
        [("itch", "17.7", ""), ("sores", "23.5", "")],
    ),
    "as many names as figures": ("The rates of itch and sores were 8%, 9% and 23%, respectively.", []),
    "figures of groups are not of one": (
        "The rate of itch and sores was 8 % and 23 %, respectively, for boys, 5 % and 54 % for girls.",
        [],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_one_length_belong_together_one_by_one(name: str) -> None:
    text, expected = LISTS[name]
    assert [(f.outcome, f.arms[0].value.text, f.timepoint) for f in read(text) if f.arms[0].value] == expected


SHARES = {
    "a plural of any kind": ("Of the swabs, 81% of specimens tested positive for lice.", "testing positive for lice"),
    "spelled with two words": ("Forty eight per cent of children had nits.", "nits"),
    "an interval in the bracket": ("Overall, 16 (4.0%; 95% CI: 3.4-4.6%) died during the first 30 days.", "death"),
    "what could be done": ("Confirmation of lice was possible in only 12 cases (26.1%).", "confirmation of lice"),
    "what was affected": ("The scalp was affected in 40% of the children.", "involvement of scalp"),
    "a state that changed": ("Pain decreased in 33% of children.", "decrease in pain"),
    "the verb is of all members": ("Overall, 46.2% lice, 35.3% fleas, and 5.7% other species were isolated.", ""),
    "or less is no share": ("Five percent or less of the children were readmitted to hospital.", ""),
    "the size of a fall is no share": ("Itch fell by 12%, and visits decreased by 30% among 90 children.", ""),
    "what they said": (
        "Sixty percent of parents reported that their hospitals utilize lotion.",
        "reporting that their hospitals utilize lotion",
    ),
    "how people took part": ("Fourteen of 17 units took part in the study.", ""),
    "what they already had": ("Twenty percent of the children had already developed nits.", "nits"),
    "the group of the next clause": (
        "In all, 60% of diagnoses were made by a doctor and most cases occurred in males (n = 37; 67.5%).",
        "being made by a doctor",
    ),
    "a participle is no verb": ("A total of 120 children were studied, 71.6% internationally adopted.", ""),
}


@pytest.mark.parametrize("name", SHARES)
def test_a_share_is_of_whatever_is_counted(name: str) -> None:
    text, expected = SHARES[name]
    found = [f for f in read(text) if f.measure in (Measure.PERCENTAGE, Measure.COUNT)]
    assert [f.outcome for f in found] == ([expected] if expected else [])
    assert all(f.direction is Direction.UNCLEAR and not f.claimed and not f.arms[0].arm for f in found)


def test_what_is_counted_is_named_where_it_is_not_people() -> None:
    (found,) = read("In all, 60% of objective responses were ongoing at 12 months.")
    assert (found.population, found.arms[0].arm) == ("objective responses", "")


def test_a_share_of_people_who_improved_is_no_size_of_a_change() -> None:
    (found,) = read(
        "Forty eight per cent of lotion treated children showed improvement in itch compared to 17% of placebo "
        "treated children."
    )
    assert (found.measure, [a.arm for a in found.arms]) == (Measure.PERCENTAGE, ["lotion treated", "placebo treated"])


SIDES = {
    "at the door of the figures": (
        "Case fatality was lower in care homes (6.5% vs 12.9%, P < .001).",
        [("care homes", "6.5"), ("comparison group", "12.9")],
    ),
    "figures against the words": ("Case fatality was lower in care homes (16.5% vs 12.9%, P < .001).", []),
    "a time is no side": ("Recurrence was higher in the later period (9% vs 3%).", []),
}


@pytest.mark.parametrize("name", SIDES)
def test_the_first_figure_is_of_whom_the_words_speak(name: str) -> None:
    text, expected = SIDES[name]
    assert [(a.arm, a.value.text) for f in read(text) for a in f.arms if a.value] == expected
