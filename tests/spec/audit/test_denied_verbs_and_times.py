"""Effects that the source denies in the same verb, figures of another time, ranks in apposition, lacks told flatly."""

from __future__ import annotations

import pytest
from audit_cases import report, saying

from probatum.assess.audit.checks.tendency import _local
from probatum.model import Verdict

TOLD = (
    "We randomly assigned 120 postmenopausal women with night cramps to zerafine (n = 60) or placebo (n = 60). The"
    " primary "
    "outcome was the number of cramps; distress was a secondary outcome. Sleep duration was not improved by the"
    " addition of "
    "zerafine. Stiffness was reduced by zerafine. Walking distance went from 372.9 m to 500 m. Cramps were fewer in"
    " arm A "
    "(77.0%) and arm B (75.9%) than in arm C (58.6%) (P = 0.004), with no difference between A and B (P = 0.90)."
    " Pregnant "
    "women and people with gout were excluded. High zinc was associated with poor survival. Vomiting was associated"
    " with "
    "non-adherence."
)
ROWS = "Measure\tBaseline\t4 weeks\t12 weeks\nStiffness score\t46.4\t18.1\t21.6\nNausea score\t6.1\t5.4\t5.2"
SAID = (
    # check, sentence, whether it objects
    ("undone", "Sleep duration improved when zerafine was added [1].", True),
    ("undone", "Sleep duration did not improve when zerafine was added [1].", False),
    ("undone", "Zerafine reduced stiffness [1].", False),
    ("timed", "The stiffness score came down from 46 to 18 by week 12 [1].", True),
    ("timed", "The stiffness score came down from 46 to 18 by week 4 [1].", False),
    ("timed", "The stiffness score came down from 46 to 22 by week 12 [1].", False),
    ("outcome", "On its primary outcome, distress, zerafine came out ahead [1].", True),
    ("outcome", "Distress, the primary outcome, fell [1].", True),
    ("outcome", "The number of cramps, the primary outcome, fell [1].", False),
    ("population", "The 120 volunteers had not yet reached the menopause [1].", True),
    ("population", "The 120 volunteers were past the menopause [1].", False),
    ("transfer", "In pregnant women, zerafine reduces stiffness [1].", True),
    ("absence", "Sleep was not improved, in consequence zerafine does nothing for sleep [1].", True),
    ("absence", "As sleep was not improved, the drug cannot influence it [1].", True),
    ("absence", "Sleep was not improved by zerafine [1].", False),
    ("significance", "Zerafine significantly beat placebo (relative risk 5.1, 0.6 to 41.9) [1].", True),
    ("significance", "Zerafine significantly beat placebo (relative risk 5.1, 1.6 to 41.9) [1].", False),
    ("numbers", "They walked 127 m further in the end [1].", False),
    ("numbers", "They walked 149 m further in the end [1].", True),
    ("linked", "High zinc went along with better survival [1].", True),
    ("linked", "High zinc went along with poorer survival [1].", False),
    ("linked", "Vomiting went with better adherence [1].", True),
    ("linked", "Vomiting went with worse adherence [1].", False),
    ("tested", "A was not significantly different from B (77.0% against 75.9%) [1].", False),
)


@pytest.mark.parametrize(("check", "sentence", "objects"), SAID)
def test_the_check_objects_where_it_should(check: str, sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(TOLD, ROWS),)).sentences[-1]
    named = {c.check for c in said.checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}
    assert (check in named) is objects, said.reasons


ROLES = (
    "We compared drops with nothing. In the trial group 13 of 69 (18.8%) had nights without pain; in the control"
    " group 1 of "
    "36 (2.8%) had. The trial group was larger than the control group."
)


@pytest.mark.parametrize(("sentence", "objects"), [
    ("Nights without pain were had by 2.8% in the trial group and 18.8% in the control group [1].", True),
    ("Nights without pain were had by 18.8% in the trial group and 2.8% in the control group [1].", False),
])  # fmt: skip
def test_groups_that_are_called_by_their_roles_alone(sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(ROLES),)).sentences[-1]
    named = {c.check for c in said.checks if c.verdict is Verdict.CONTRADICTED}
    assert bool(named & {"side", "arm", "crossing"}) is objects, said.reasons


LISTS = (
    "Cramps, spasms and tremor fell by 64%, 37% and 46%, respectively. Zerafine reduced stiffness and increased"
    " appetite "
    "compared with placebo. Zerafine was more effective for pain control than placebo. We studied children aged 6"
    " to 12 years."
)
LISTED = (
    ("crossing", "Cramps had fallen by 37% and spasms by 64% [1].", True),
    ("crossing", "Cramps had fallen by 64% and spasms by 37% [1].", False),
    ("tendency", "Stiffness was lower with zerafine than with placebo [1].", False),
    ("tendency", "Pain control was better with zerafine than with placebo [1].", False),
    ("population", "The trial followed 43 adults [1].", True),
    ("population", "Moderate-certainty evidence (1 randomised trial, 120 people): cramps fell [1].", False),
)


@pytest.mark.parametrize(("check", "sentence", "objects"), LISTED)
def test_lists_parts_of_a_sentence_and_outcomes_called_control(check: str, sentence: str, objects: bool) -> None:
    said = report(sentence, records=(saying(LISTS),)).sentences[-1]
    named = {c.check for c in said.checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}
    assert (check in named) is objects, said.reasons


def test_a_sentence_of_two_ways_is_read_in_its_parts() -> None:
    text = "Zerafine reduced stiffness and increased appetite compared with placebo."
    assert _local(text, {"stif": 1.0, "stiffnes": 1.0, "stiff": 1.0}, 1.0) == "down"
    assert _local("Zerafine reduced stiffness.", {"stiff": 1.0}, 1.0) == ""
