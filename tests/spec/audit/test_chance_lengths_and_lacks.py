"""Tests told in free words, events that were not seen, groups named by how long they were treated or by what they went
without, and figures that are worked out: invented trials."""

from __future__ import annotations

import pytest
from audit_cases import Shelf, other, report, saying, trial

from probatum.assess.audit import audit
from probatum.model import AuditedSentence, Engine

LENGTHS = (
    "We randomly assigned 400 adults with gravel fever to zerafine 40 mg daily for 5 days or for 14 days. The primary "
    "outcome was relapse within 60 days. Relapse within 60 days occurred in 70 people (35.2%) with zerafine for 5 "
    "days "
    "and in 78 people (38.6%) with zerafine for 14 days (hazard ratio 0.92, 95% CI 0.70 to 1.21). The median time to "
    "relapse was 41.5 days with zerafine for 5 days and 28 days with zerafine for 14 days. Nausea occurred in "
    "9.6% with "
    "zerafine for 5 days and in 18.1% with zerafine for 14 days (p = 0.01). Zerafine for 5 days was noninferior to 14 "
    "days."
)
TESTED = (
    "We randomly assigned 300 adults with gravel fever to zerafine 20 mg once daily and quillamate 20 mg 3 "
    "times daily, "
    "or to placebo, for 10 days. Recovery at 3 months occurred in 83.4% with zerafine and in 61.7% with no zerafine "
    "(p < 0.001). Diarrhoea occurred in 28 people (19%) with zerafine and in 3 people (2%) with placebo (p = 0.015). "
    "Headache occurred in 12.4% with zerafine and in 11.1% with placebo (p = 0.64). The rate of flares was lower with "
    "zerafine (rate ratio 0.58, 95% CI 0.42 to 0.79). Fever settled in 98.6% with zerafine. Noninferiority, "
    "at a margin "
    "of 12%, was not shown. No abscess or severe rash was linked to delayed surgery in the zerafine group."
)


def said(sentence: str, source: str) -> AuditedSentence:
    return report(f"{sentence} [1].", title="Gravel fever", records=(saying(source), other())).sentences[-1]


def faults(sentence: str, source: str) -> set[str]:
    return {c.check for c in said(sentence, source).checks if c.verdict.value not in ("supported", "not checked")}


DENIED = [
    "The excess of diarrhoea was well within the play of chance",
    "The difference in diarrhoea was not statistically significant",
    "The gap in diarrhoea could easily be due to chance",
    "The excess of diarrhoea may have been a fluke",
    "The difference in diarrhoea was statistically inconclusive",
    "Chance could explain the excess of diarrhoea",
]
CLAIMED = [
    "The difference in headache was beyond the play of chance",
    "The excess of headache was statistically robust",
    "The excess of headache was no matter of chance",
    "Chance alone could not explain the difference in headache",
    "Zerafine brought demonstrably more headache",
]


@pytest.mark.parametrize("sentence", [*DENIED, *CLAIMED])
def test_what_is_put_down_to_chance_is_held_to_the_test_of_the_source(sentence: str) -> None:
    assert "chance" in faults(sentence, TESTED)


@pytest.mark.parametrize("sentence", [*DENIED, *CLAIMED])
def test_and_is_left_alone_where_the_test_bears_it_out(sentence: str) -> None:
    swapped = sentence.replace("diarrhoea", "?").replace("headache", "diarrhoea").replace("?", "headache")
    assert "chance" not in faults(swapped, TESTED)


MISSED = [
    "The test for noninferiority narrowly missed its mark",
    "Five days failed to prove noninferior",
    "Noninferiority could not be shown for the short course",
    "The short course fell short of non-inferiority",
    "The short course was not non-inferior to the long one",
]


@pytest.mark.parametrize("sentence", MISSED)
def test_noninferiority_is_not_told_as_missed_where_it_was_shown(sentence: str) -> None:
    assert "noninferior" in faults(sentence, LENGTHS)
    assert "noninferior" not in faults(sentence, TESTED)


@pytest.mark.parametrize(
    "sentence",
    [
        "Zerafine met the margin for noninferiority",
        "Noninferiority was established",
        "Zerafine proved noninferior",
        "The trial confirmed non-inferiority",
        "Zerafine was judged noninferior",
    ],
)
def test_nor_as_shown_where_it_was_missed(sentence: str) -> None:
    assert "noninferior" in faults(sentence, TESTED)
    assert "noninferior" not in faults(sentence, LENGTHS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Delayed surgery was linked to abscesses in the zerafine group",
        "An abscess was linked to delayed surgery in the zerafine group",
        "Severe rash was linked to delayed surgery",
        "In the zerafine group delayed surgery was linked to severe rash",
        "Abscesses were linked to delayed surgery",
    ],
)
def test_what_was_not_seen_is_not_told_to_have_happened(sentence: str) -> None:
    assert "unseen" in faults(sentence, TESTED)
    assert "unseen" not in faults(f"No {sentence[0].lower()}{sentence[1:]}", TESTED)
    assert "unseen" not in faults(sentence, TESTED.replace("No abscess or severe rash", "An abscess or severe rash"))


@pytest.mark.parametrize(
    "sentence",
    [
        "At three months 61.7% recovered with zerafine",
        "Recovery at 3 months was 61.7% on zerafine",
        "Of those given zerafine 61.7% recovered",
        "Recovery occurred in 61.7% after zerafine",
        "Recovery occurred in 83.4% without zerafine",
        "Recovery occurred in 83.4% of those not given zerafine",
    ],
)
def test_a_figure_of_those_without_a_treatment_is_not_given_to_those_with_it(sentence: str) -> None:
    assert "lacking" in faults(sentence, TESTED)
    swapped = sentence.replace("61.7", "?").replace("83.4", "61.7").replace("?", "83.4")
    assert "lacking" not in faults(swapped, TESTED)


LENGTH = [
    "Relapse occurred in 38.6% after the short course and in 35.2% after the long one",
    "The short course had 38.6% relapses, the longer one 35.2%",
    "Nausea was seen in 18.1% with five days and in 9.6% with fourteen days",
    "The median time to relapse was 28 days after the short course and 41.5 days after the longer course",
    "With 5 days 18.1% had nausea, with 14 days 9.6%",
    "Nausea was more frequent with five days than with fourteen",
    "Nausea was less frequent with the long course than with the short course",
]


@pytest.mark.parametrize("sentence", LENGTH)
def test_groups_that_are_named_by_how_long_they_were_treated_keep_their_figures(sentence: str) -> None:
    assert "length" in faults(sentence, LENGTHS)
    turned = sentence
    for one, two in (("38.6", "35.2"), ("18.1", "9.6"), ("28 d", "41.5 d"), ("more fr", "less fr")):
        turned = turned.replace(one, "?").replace(two, one).replace("?", two)
    assert "length" not in faults(turned, LENGTHS)


@pytest.mark.parametrize("often", ["three times daily", "3 times daily", "thrice daily", "three times a day", "tid"])
def test_how_often_one_drug_of_a_list_was_given_is_not_how_often_the_other_was(often: str) -> None:
    source = TESTED.replace("zerafine", "amoxicillin").replace("quillamate", "metronidazole")
    assert "doses" in faults(f"Treatment was amoxicillin 20 mg {often}", source)
    assert "doses" not in faults(f"Treatment was metronidazole 20 mg {often}", source)


@pytest.mark.parametrize(
    "sentence",
    [
        "The rate of flares fell by 42% in relative terms with zerafine",
        "A 42% relative reduction in flares was seen with zerafine",
        "Fever settled in all but 1.4% with zerafine",
        "Flares were 42% fewer with zerafine",
        "Everyone except about 1.4% lost the fever with zerafine",
    ],
)
def test_relative_changes_and_what_is_left_of_all_are_worked_out(sentence: str) -> None:
    assert "numbers" not in faults(sentence, TESTED)
    assert "numbers" in faults(sentence.replace("42%", "47%").replace("1.4%", "3.7%"), TESTED)


@pytest.mark.parametrize("wrong", [26, 14, 17, 40, 30])
def test_one_of_so_many_is_a_number_needed_and_no_difference(wrong: int) -> None:
    assert not faults("One person in 5 was spared lasting illness at 3 months with zerafine", TESTED) & {"numbers"}
    assert "numbers" in faults(f"One person in {wrong} recovered at 3 months because of zerafine", TESTED)


@pytest.mark.parametrize("how", ["biopsy", "culture", "CT", "laboratory", "swab"])
def test_how_an_illness_was_proven_claims_nothing_of_a_treatment(how: str) -> None:
    assert "certainty" not in faults(f"The trial enrolled adults with {how}-proven gravel fever", TESTED)


@pytest.mark.parametrize(
    "title", ["Gravel fever in adults", "Night cramps", "Zerafine or placebo: which one", "Cramps", "Old pain"]
)
def test_the_first_line_of_a_plain_text_is_its_title_and_no_claim(title: str) -> None:
    text = f"{title}\n\nCramps were fewer with zerafine than with placebo (PMID 9000001).\n"
    made = audit(text, Shelf(trial(), other()), Engine("0", "0"))
    assert made.title == title
    assert [s.n for s in made.sentences] == [1]
    assert audit(f"{title}.\n\nCramps were fewer.\n", Shelf(trial()), Engine("0", "0")).title == ""
