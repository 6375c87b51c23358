"""How many, for how long and what: units allotted, sessions, times of measurement, doses of an aim, unequal arms."""

from __future__ import annotations

import pytest
from appraise_records import make, methods

from probatum.appraise import bias, design, study
from probatum.model import Design, SectionKind, SectionRole, SourceSection, Study


def of(text: str, *, title: str = "Drugamine in frozen shoulder: a randomised trial", aim: str = "") -> Study:
    parts = [SourceSection("a1", SectionKind.ABSTRACT, text, heading="METHODS", role=SectionRole.METHODS)]
    if aim:
        parts.insert(0, SourceSection("a0", SectionKind.ABSTRACT, aim, heading="AIM", role=SectionRole.OBJECTIVE))
    return study.read(make(title=title, sections=tuple(parts)))


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("One hundred eighty shoulders were randomly assigned to drugamine or placebo.", 180),
        ("Sixty knees were randomised to drugamine or placebo.", 60),
        ("One hundred eighty patients were randomly assigned to drugamine or placebo.", 180),
        ("Drugs were injected at four sites and patients were randomly assigned to drugamine or placebo.", None),
    ],
)
def test_units_that_are_randomised_are_counted(text: str, size: int | None) -> None:
    assert of(text).n == size


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Adults were randomised to supervised training for 1 hour 3 days/week or to no training.", ""),
        ("Adults were randomised to training or nothing, with sessions lasting 2 hours, for 16 weeks.", "16 weeks"),
        ("Adults were randomised to an infusion of drugamine or placebo over 48 hours.", "48 hours"),
        (
            "Adults were randomised to drugamine or placebo and seen at baseline and at 4, 8, and 12 weeks of "
            "treatment.",
            "12 weeks",
        ),
        ("Adults were randomised to drugamine or placebo for 3, 6 or 12 months.", "3, 6 or 12 months"),
    ],
)
def test_sessions_and_times_of_measurement_are_no_length(text: str, length: str) -> None:
    found = of(text).duration
    assert (found.value if found else "") == length


def test_when_it_began_is_no_arm() -> None:
    found = of(
        "Women were randomized to a 10-day perioperative course of drugamine 0.4 mg vs placebo, beginning "
        "3 days before."
    )
    assert [(a.drug, a.control) for a in found.arms] == [("drugamine", False), ("", True)]


def test_an_aim_that_gives_both_their_doses_gives_the_arms() -> None:
    aim = "To compare oral drugamine 400 microg with intramuscular zorbinol 10 IU in the third stage."
    found = of("Double-blind placebo controlled trial.", title="A trial of two drugs in labour", aim=aim)
    assert [(a.drug, a.dose) for a in found.arms] == [("drugamine", "400 microg"), ("zorbinol", "10 IU")]
    vague = of(
        "Placebo controlled trial.", title="A trial in labour", aim="To compare pain with mood in the third stage."
    )
    assert [a.name for a in vague.arms] == ["placebo"]


def balanced(allotted: str) -> str:
    lost = "During the trial 14 women in the intervention group and 30 in the control group were lost to follow-up."
    made = make(f"A randomised controlled trial of drugamine in 594 adults. {allotted}", sections=(methods(lost),))
    return next(s for s in bias.signals(made, study.read(made), None) if s.key == "lost alike").answer.value


def test_people_lost_from_unequal_arms_are_not_set_against_each_other_by_their_number() -> None:
    even = balanced("Women were randomised to drugamine or placebo.")
    assert even == balanced("Women were randomised 1:1 to drugamine or placebo.") != "not reported"
    assert balanced("Women were randomised in a 1:2 ratio to drugamine or placebo.") == "not reported"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The related characteristics and laboratory examination results were reviewed and collected in 462 "
            "patients.",
            False,
        ),
        ("The literature on delirium is reviewed.", True),
    ],
)
def test_results_that_were_reviewed_make_no_review(text: str, expected: bool) -> None:
    found = design.find(make(text, title="Delirium after hip fracture")).design
    assert (found is Design.REVIEW) is expected
