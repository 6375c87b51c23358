"""Figures that no pattern reads: weights choose what they are of, and much keeps a choice from being a finding."""

from __future__ import annotations

import pytest
from findings_help import arms, p, read, record, study

from probatum.appraise import findings
from probatum.appraise.findings import offers, weighed, weighing
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Measure, RecordKind, SectionKind, SectionRole, SourceSection


def by_weights(text: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """What weights make of a sentence, whatever patterns make of it."""
    made = record(text)
    sentence = Sentence.read(
        findings.context_of(made, study(made)), made.sections[1], 0, len(text), SectionRole.RESULTS
    )
    return [(found.outcome, arms(found)) for found in weighed.read(sentence)]


HABITS = "Reported habits included night combing (41.2%), pillow sharing (33.0%) and wet brushing (12.5%)."


def test_shares_behind_their_names() -> None:
    made = by_weights(HABITS)
    wanted = {"night combing": "41.2", "pillow sharing": "33.0", "wet brushing": "12.5"}
    assert len(made) > 1
    assert all(told == (("", wanted[name]),) for name, told in made)


def test_the_sides_of_a_list_stay_until_its_end() -> None:
    text = (
        "Dry combing was associated with inferior nit clearance (41% vs 62%; P = .01), scalp comfort (50% vs 71%; "
        "P = .02), and treatment satisfaction (38% vs 64%; P = .004)."
    )
    made = read(text)
    assert [(f.outcome, arms(f), p(f)) for f in made] == [
        ("nit clearance", (("dry combing", "41"), ("comparison group", "62")), "p = .01"),
        ("scalp comfort", (("dry combing", "50"), ("comparison group", "71")), "p = .02"),
        ("treatment satisfaction", (("dry combing", "38"), ("comparison group", "64")), "p = .004"),
    ]


SILENT = {
    "a start and an end": "Nit documentation increased from 19.5% in the first year to 57.2% in the third year.",
    "two times": "The cure rate was 72% in spring and 50% in autumn.",
    "who the sample was": "The sample was 54% female and had a median itch score of 22 (SD = 4).",
    "what a part of them had": "Itch relief (4.8% for girls) partly explained the effect of combing.",
    "the first of two in turn": "Itch and rash were seen in 12% and 30% of children, respectively.",
    "what did not happen": "No live lice were seen in 12.5% of the combed children.",
    "a rank": "Lowest long-term nit clearance (35.6%) was exhibited in boarding schools.",
    "a state": "The quality of combing was good in 63.2% of homes.",
    "an estimate without its measure": "The adjusted ratio for itch was 1.58 in combed children.",
    "half of two outcomes": "Sleep loss and school absence (80%) were the commonest complaints.",
    "how they were made": "Hair was sterilised in 70% ethanol before the combing.",
    "a label that may be a subgroup": "Itching was alike with combs and lotion (girls, 12% v 14%; boys, 22% v 20%).",
}


@pytest.mark.parametrize("name", SILENT)
def test_a_choice_that_may_be_wrong_is_no_finding(name: str) -> None:
    assert by_weights(SILENT[name]) == []


def test_weights_are_asked_only_where_patterns_read_nothing_and_only_of_abstracts() -> None:
    body = (SourceSection("body", SectionKind.BODY, HABITS, role=SectionRole.RESULTS),)
    whole = type(record(HABITS)).build(id="pmid:2", identifiers=(), kind=RecordKind.ARTICLE, title="", sections=body)
    assert findings.read(whole, study(whole)) == ()
    assert {f.measure for f in read(HABITS)} == {Measure.PERCENTAGE}


def test_every_phrase_that_is_offered_stands_in_the_sentence_and_has_odds() -> None:
    text = "Live lice were found in 13 of 40 children (32%) given lotion."
    made = record(text)
    sentence = Sentence.read(
        findings.context_of(made, study(made)), made.sections[1], 0, len(text), SectionRole.RESULTS
    )
    for anchor in weighing.anchors(sentence):
        found, scores = weighing.scored(sentence, anchor)
        assert len(found) == len(scores)
        assert all(len(row) == len(weighing.ROLES) for row in scores)
        assert all(text[slice(*offers.place(sentence, offer))].strip() for offer in found)
        assert "live lice" in {offers.name(sentence, offer) for offer in found}


@pytest.mark.parametrize("text", ["", "12%", "(12%)", "%" * 50, "a " * 400 + "12%", "12% " * 200])
def test_odd_sentences_raise_nothing(text: str) -> None:
    by_weights(text)
