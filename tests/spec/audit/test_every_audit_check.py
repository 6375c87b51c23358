"""Every check of an audit, by one sentence that it leaves alone and one that it alone need object to."""

from __future__ import annotations

import pytest
from audit_cases import first, other, report, saying, trial

from probatum.assess.audit.opinion import probes
from probatum.model import AuditedSentence, RecordStatus, Verdict

CLEARANCE = "Skin clearance was reached by 61% on brelomab and 8% on placebo"
BOTH = "Response was seen in 42% on zerafine and 25% on placebo [1]."
PRIMARY = "The primary outcome was the number of cramps a week [1]."
ELSEWHERE = f"In plaque psoriasis, another disease, {CLEARANCE[5:]} [2]."
RISKS = "Response: 420 of every 1,000 people with zerafine and 250 with placebo, 170 more [1]."
RESPONSE = "Response was seen in 42% of the zerafine group and 25% of the placebo group [1]."
FEWER = "Cramps were fewer with zerafine than with placebo [1]."
GRADE = "Certainty for sleep: moderate; one trial starts at high; one step down for risk of bias [1]."
STEP = "Start zerafine at 100 mg daily and increase it to 200 mg daily."
QUOTED = 'The trial says that "cramps were fewer with zerafine than with placebo" [1].'
OFFERED = "Offer zerafine only after quinine has failed."
OWN_FILES = {
    "multiple",
    "strength",
    "clause",
    "contrary",
    "status",
    "conduct",
    "part",
    "tested",
    "than",
    "change",
    "route",
    "pace",
    "timed",
    "undone",
    "linked",
    "studies",
    "differing",
    "exchanged",
    "companion",
    "transfer",
    "drug dose",
    "rate",
    "sort of illness",
    "illness",
    "kinds",
    "dose arm",
    "contraindicated",
    "beside",
    "whole",
    "moved",
    "chance",
    "noninferior",
    "unseen",
    "lacking",
    "length",
    "measured",
    "unbeaten",
    "other outcome",
    "counted",
    "later",
    "pair",
    "ratio",
    "alike",
    "subgroup",
}
"""Checks whose rows stand in tests of their own."""
ROWS = [
    # check, a sentence that it leaves alone, what is changed, into what
    ("reference", "Zerafine works [1].", "[1]", "[3]"),
    ("quotation", QUOTED, "fewer with zerafine than", "gone with zerafine and"),
    ("dose step", STEP, "200 mg", "100 mg"),
    ("denominators", "Dizziness was recorded in 18 of 60 people on zerafine (30%) [1].", "of 60", "of 120"),
    ("significance", "Sleep quality did not differ significantly (P = 0.41) [1].", "did not differ", "differed"),
    ("absence", "Nausea did not differ significantly [1].", " [1]", ", so zerafine has no effect on the stomach [1]"),
    ("certainty", "Zerafine reduced night cramps [1].", "reduced", "is proven to cure"),
    ("attribution", f"Psoriasis is another disease: {CLEARANCE} [2].", "[2]", "[1]"),
    ("doses", "Zerafine was taken as 100 mg twice daily [1].", "twice", "once"),
    ("applicability", ELSEWHERE, "In plaque psoriasis, another disease,", "Skin"),
    ("population", "The trial enrolled adults with night cramps [1].", "adults", "children"),
    ("people", "A randomised trial (120 people) compared zerafine with placebo [1].", "120", "140"),
    ("duration", "A randomised trial (12 weeks) compared zerafine with placebo [1].", "weeks", "months"),
    ("identifier", "Zerafine reduced night cramps (doi:10.5555/9000001) [1].", "9000001", "9000071"),
    ("absolute", RISKS, "420", "440"),
    ("finding", "No difference in sleep quality was detected [1].", "No", "A"),
    ("named outcome", "No difference in sleep quality was detected [1].", "No", "A"),
    ("phrase", "It spared people night cramps in adults over 12 weeks [1].", "weeks", "months"),
    ("figures", "The stiffness score was 5.2 ± 3.4 [1].", "3.4", "3.5"),
    ("arm", BOTH, "zerafine and 25% on placebo", "placebo and 25% on zerafine"),
    ("numbers", BOTH, "42%", "52%"),
    ("outcome", PRIMARY, "the number of cramps a week", "sleep quality"),
    ("side", "The placebo group had 4.6 cramps a week [1].", "4.6", "2.1"),
    ("crossing", BOTH, "zerafine and 25% on placebo", "placebo and 25% on zerafine"),
    ("wording", RESPONSE, "25%", "26%"),
    ("p value", "Cramps were fewer with zerafine (P = 0.003) [1].", "0.003", "0.03"),
    ("negation", "Sleep quality did not differ between the groups [1].", "did not differ", "differed"),
    ("grade", GRADE, "of bias", "of bias (the trial was blinded)"),
    ("direction", FEWER, "fewer", "more frequent"),
    ("tendency", "Zerafine went with fewer cramps [1].", "fewer", "more"),
    ("effect", FEWER, "fewer", "more frequent"),
    ("drug", FEWER, "zerafine", "baclofen"),
    ("consistency", OFFERED, ".", ". Zerafine should be offered before quinine."),
]  # fmt: skip


def objecting(made: AuditedSentence) -> set[str]:
    return {c.check for c in made.checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}


@pytest.mark.parametrize(("check", "right", "old", "new"), ROWS, ids=[row[0] for row in ROWS])
def test_a_check_objects_to_the_change_and_to_nothing_before_it(check: str, right: str, old: str, new: str) -> None:
    assert old in right
    assert check not in objecting(first(right))
    assert check in objecting(first(right.replace(old, new, 1)))


@pytest.mark.parametrize("status", [RecordStatus.RETRACTED, RecordStatus.SUPERSEDED])
def test_the_check_of_standing_objects_to_a_source_that_fell(status: RecordStatus) -> None:
    assert "status" not in objecting(first(FEWER))
    assert "status" in objecting(report(FEWER, records=(trial(status), other())).sentences[-1])


def test_the_check_of_contraries_objects_to_a_trial_told_as_blinded() -> None:
    opened = saying("In this open-label randomised trial 120 adults took zerafine or placebo. Cramps were fewer.")
    told = "The open-label randomised trial of zerafine had 120 adults [1]."
    assert "contrary" not in objecting(report(told, records=(opened, other())).sentences[-1])
    blinded = report(told.replace("open-label", "double-blind"), records=(opened, other()))
    assert "contrary" in objecting(blinded.sentences[-1])


def test_the_check_of_conduct_objects_to_another_setting() -> None:
    practice = saying("In general practice we randomly assigned 120 adults to zerafine or placebo. Cramps were fewer.")
    told = "The trial was set in general practice [1]."
    assert "conduct" not in objecting(report(told, records=(practice, other())).sentences[-1])
    moved = report(told.replace("general practice", "intensive care"), records=(practice, other()))
    assert "conduct" in objecting(moved.sentences[-1])


def test_every_check_has_its_row() -> None:
    assert {p.name for p in probes()} == {row[0] for row in ROWS} | OWN_FILES
