"""Leads that only lead on, what stands behind them, and parts of a sentence that repeat one of the source: an invented
trial."""

from __future__ import annotations

import pytest
from audit_cases import other, report, saying

from probatum.assess.audit.leads import behind
from probatum.model import AuditedSentence, Verdict

SOURCE = (
    "We randomly assigned 50 adults with gravel fever to zerafine or placebo for 12 weeks. Daily zerafine taken with "
    "the evening meal significantly decreased total and morning stiffness and the need of rescue tablets. This pilot "
    "programme had no effect on night sleep or low mood but did improve appetite and some walking habits. At week 12, "
    "the relapse rates in the zerafine, sham and control groups were 40.0%, 9.1% and 18.2%, respectively. At week 12, "
    "relapse rates in zerafine, sham and control were 40.0%, 9.1%, 18.2%, respectively, yet no statistically "
    "significant difference was seen between the three arms. Zerafine has no place in the fever of children."
)
DECREASED = "daily zerafine taken with the evening meal significantly decreased total and morning stiffness"
SLEEP = "this pilot programme had no effect on night sleep or low mood but did improve appetite"
RATES = (
    "At week 12, the relapse rates in the zerafine, sham and control groups were 40.0%, 9.1% and 18.2%, respectively"
)


def said(sentence: str) -> AuditedSentence:
    return report(f"{sentence} [1].", title="Gravel fever", records=(saying(SOURCE), other())).sentences[-1]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Choose by what was found: it worked", "it worked"),
        ("Mind as well: it worked", "it worked"),
        ("Go by what was found (a trial): it worked", "(a trial) it worked"),
        ("Consider children with fever: it worked", "Consider children with fever: it worked"),
        ("Certainty for sleep: low", "Certainty for sleep: low"),
    ],
)
def test_a_lead_that_only_leads_on_is_left_out(text: str, left: str) -> None:
    assert behind(text) == left


@pytest.mark.parametrize("lead", ["Choose by what was found", "Mind as well", "Go by what was found (a trial)"])
def test_what_is_quoted_behind_a_lead_is_supported(lead: str) -> None:
    quoted = "This pilot programme had no effect on night sleep or low mood"
    assert said(f'{lead}: the trial says: "{quoted}"').verdict is Verdict.SUPPORTED


def test_a_quotation_behind_a_lead_contradicts_no_other_of_the_same() -> None:
    quoted = '"Zerafine has no place in the fever of children."'
    text = f"A trial says: {quoted} [1]\n\nGo by what was found (a trial): {quoted} [1]"
    made = report(text, title="Gravel fever", records=(saying(SOURCE), other()))
    assert not any(s.faulty for s in made.sentences)


@pytest.mark.parametrize(
    ("right", "old", "new"),
    [
        (DECREASED, "significantly decreased", "did not significantly decrease"),
        (SLEEP, "no effect", "an effect"),
        (SLEEP, "low mood", "fever"),
    ],
)
def test_a_part_behind_a_lead_is_held_to_the_sentence_that_it_repeats(right: str, old: str, new: str) -> None:
    lead = "Low-certainty evidence (1 randomised trial, 50 people): "
    assert not said(lead + right).faulty
    assert said(lead + right.replace(old, new)).faulty


def test_a_figure_of_the_lead_is_still_checked() -> None:
    assert said(f"Low-certainty evidence (1 randomised trial, 80 people): {SLEEP}").faulty


def test_a_part_between_semicolons_is_held_to_the_sentence_that_it_repeats() -> None:
    both = f"{RATES}; {SLEEP}"
    assert not said(both).faulty
    assert said(both.replace("no effect", "an effect")).faulty


def test_groups_that_change_places_are_found_though_each_sentence_names_both() -> None:
    assert not said(RATES).faulty
    assert said(RATES.replace("sham and control", "control and sham")).faulty


def test_a_statement_of_certainty_alone_is_a_judgement() -> None:
    assert said("This rests on low-certainty evidence (1 randomised trial)").verdict is Verdict.SUPPORTED
    assert said("This rests on evidence (1 randomised trial)").verdict is Verdict.SUPPORTED
