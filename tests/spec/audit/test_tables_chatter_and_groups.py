"""Rows of tables under their heads, what an assistant says beside its answer, and groups under other names."""

from __future__ import annotations

import pytest
from audit_cases import Shelf, report, saying

from probatum.assess.audit import audit, document, parting
from probatum.assess.audit.deciding import advice
from probatum.model import Engine, Fault, Verdict

FAN = saying(
    "We randomly assigned 70 adults with breathlessness to a fan or to a wristband. A wristband was chosen as control. "
    "Overall, 29% of 38 patients (11 patients; 9 cancer) died in the intervention and 41% of 32 patients (13 patients, "
    "10 cancer) in the control group. Of those alive 48% were using the fan.",
    "Characteristic\tFan (n = 38)\tWristband (n = 32)\nAge (years)\t64.5\t66.6",
)
SINGING = saying(
    "We randomly assigned 28 adults to a six week course of twice weekly singing classes or to usual care. Singing "
    "classes improved quality of life and anxiety but did not improve control of breathing. Anxiety fell by 1.1 with "
    "singing and rose by 0.8 with usual care (p = 0.03). Walking distance rose within both groups (p < 0.05), but no "
    "significant differences were found for singing versus usual care in walking distance.",
    "Change\tSinging group n = 15\tControl group n = 13\t\nAnxiety score\t-1.1 (2.7)\t+0.8 (1.7)\t0.033\nDepression "
    "score"
    "\t-1.4 (2.5)\t-0.6 (1.7)\t0.21",
)
TABLE = (
    "| Outcome | Singing | Control | P value | Source |\n|---|---|---|---|---|\n| Depression score | -1.4 | -0.6 | "
    "{p} | [1] |"
)


def test_a_row_is_told_with_what_stands_over_its_cells() -> None:
    said = parting.parted(document.read("Some words.\n\n" + TABLE.format(p="0.21")))
    assert [s.plain for s in said][1:] == ["Depression score: -1.4 with Singing, -0.6 with Control, p = 0.21"]
    assert said[1].text == "Depression score | -1.4 | -0.6 | 0.21 | [1]"


def test_columns_that_were_read_as_one_are_told_apart_where_they_can_be() -> None:
    assert parting.told("Depression | -1.4 -0.6 | 0.21", ("", "Singing Control", "p")) == (
        "Depression: -1.4 with Singing, -0.6 with Control, p = 0.21"
    )
    assert parting.told("Depression | -1.4 -0.6", ("", "Change in score")) == "Depression: -1.4 -0.6"


def test_a_table_without_a_rule_has_no_head() -> None:
    said = parting.parted(document.read("Some words.\n\n| Depression | -1.4 | -0.6 |\n| Anxiety | -1.1 | 0.8 |"))
    assert [s.plain for s in said][1:] == ["Depression | -1.4 | -0.6", "Anxiety | -1.1 | 0.8"]


@pytest.mark.parametrize(("p", "fault"), [("0.21", None), ("0.03", Fault.NUMBER)])
def test_a_test_in_a_row_is_held_to_the_last_cell_of_the_row(p: str, fault: Fault | None) -> None:
    told = report(TABLE.format(p=p), records=(SINGING,)).sentences[-1]
    assert told.category is fault, told.reasons


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("By the end 29% of the fan group and 41% of the wristband group had died [1].", None),
        ("By the end 41% of the fan group and 29% of the wristband group had died [1].", Fault.ARM),
    ],
)
def test_groups_under_the_names_of_their_roles(sentence: str, fault: Fault | None) -> None:
    told = report(sentence, records=(FAN,)).sentences[-1]
    assert told.category is fault, told.reasons


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Classes were held twice weekly for six weeks [1].", Verdict.SUPPORTED),
        ("Classes were held three times a week for six weeks [1].", Verdict.NOT_IN_SOURCE),
        ("Bottom line: singing classes improved quality of life [1].", Verdict.SUPPORTED),
        ("Known only indirectly: singing classes improved quality of life [1].", Verdict.SUPPORTED),
        ("Bottom line: singing classes improved control of breathing [1].", Verdict.CONTRADICTED),
        ("Walking distance differed significantly between singing and usual care [1].", Verdict.CONTRADICTED),
    ],
)
def test_courses_labels_and_what_is_denied_of_something_else(sentence: str, verdict: Verdict) -> None:
    told = report(sentence, records=(SINGING,)).sentences[-1]
    assert told.verdict is verdict, told.reasons


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("Let me know if you\u2019d like more detail!", True),
        ("Here's a summary of what the research says.", True),
        ("If you have any questions, feel free to ask me.", True),
        ("Here classes were held twice weekly.", False),
        ("If you have diabetes, singing improved walking.", False),
    ],
)
def test_what_an_assistant_says_beside_its_answer(sentence: str, beside: bool) -> None:
    assert advice(sentence) is beside


def test_chatter_is_no_assertion_and_its_head_no_sentence() -> None:
    body = "Classes were held twice weekly for six weeks.\n\n" + TABLE.format(p="0.21").replace(" [1] ", " ")
    made = audit(f"{body}\n\nLet me know if you'd like more!", Shelf(SINGING), Engine("0", "0"))
    assert len(made.sentences) == 3
    assert made.score.asserting == 2
    assert made.score.supported == 2, [s.reasons for s in made.sentences]
