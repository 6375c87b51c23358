"""Who was likelier than whom, and pairs that stand behind what is said of them."""

from __future__ import annotations

import pytest
from findings_help import record

from probatum.appraise import findings, study
from probatum.model import Direction, Finding, SectionRole


def read(text: str) -> tuple[Finding, ...]:
    made = record(text, title="Gallstones and their surgery: a cohort study", role=SectionRole.NONE)
    return findings.read(made, study.read(made))


def told(found: Finding) -> tuple[str, ...]:
    arms = (f"{arm.arm} {arm.value.text}" if arm.value else arm.arm for arm in found.arms)
    return (found.outcome, found.estimate.text if found.estimate else "", *arms)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cases were more likely than controls to have eczema (OR 1.14, 95% CI 1.11-1.17) or acne (OR 1.49, "
            "95% CI 1.19-1.85).",
            [("eczema", "1.14", "cases", "controls"), ("acne", "1.49", "cases", "controls")],
        ),
        (
            "Patients without insurance were less likely than those with insurance to have depression (OR 0.31; "
            "95% CI: "
            "0.21-0.48; P = .01).",
            [("depression", "0.31", "patients without insurance", "people with insurance")],
        ),
        (
            "Women who had access to a midwife (AOR = 1.35, 95%CI: 1.16, 1.57) were more likely to use "
            "contraceptives than "
            "their counterparts.",
            [("use of contraceptives", "1.35", "women who had access to a midwife")],
        ),
        ("Smokers were more likely to report depression (OR 0.31; 95% CI: 0.21-0.48).", []),
        ("Women (OR 0.5, 95% CI 0.4-0.9) were more likely to report depression.", []),
    ],
)
def test_who_was_likelier(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [told(found) for found in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 5-year survival after emergency surgery was 46% compared with 72% after elective surgery.",
            ("the 5-year survival", "", "emergency surgery 46", "elective surgery 72"),
        ),
        (
            "The median survival was 28.4 months for OXP, 34.6 months for RXP, and 32.5 months for LXP (p = 0.914).",
            ("the median survival", "", "OXP 28.4", "RXP 34.6", "LXP 32.5"),
        ),
        (
            "More participants in the intervention group compared with the control group chose implants: 267/658 "
            "(40.6%) "
            "versus 206/680 (30.3%).",
            ("choosing implants", "", "intervention group 40.6", "control group 30.3"),
        ),
        (
            "The mean blood loss was similar: 560 ml in the early group vs 460 ml in the late group (p = 0.633).",
            ("the mean blood loss", "", "early group 560", "late group 460"),
        ),
    ],
)
def test_pairs_behind_what_is_said_of_them(text: str, expected: tuple[str, ...]) -> None:
    assert expected in [told(found) for found in read(text)]


def test_a_p_value_before_respectively_is_of_the_pair() -> None:
    [found] = read(
        "The live birth rates of the CA group and control group were 41.4% and 31.0% (P = .29) respectively."
    )
    assert found.p is not None and found.direction is Direction.NONE_DETECTED


@pytest.mark.parametrize(
    "text",
    [
        "The energy balance was - 339 kcal in KXD and 5 kcal in CXN.",
        "More participants in the intervention group compared with the control group chose implants: 206/680 "
        "(30.3%) versus "
        "267/658 (40.6%).",
    ],
)
def test_figures_against_the_words_or_without_a_sure_sign_are_left(text: str) -> None:
    assert not [arm for found in read(text) for arm in found.arms if arm.value]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "The percentage of general clinics that used cooling (43%, 71/165) was significantly lower than that "
            "in village "
            "and town clinics (67%, 49/73) (p = 0.001) and children's clinics (77%, 27/35) (p < 0.001).",
            "use of cooling",
        ),
        (
            "Photography had the highest yield for cataract (sensitivity: 67%; 95% CI: 39%-87%).",
            "sensitivity of highest",
        ),
        ("The attributable proportions were 14% for CVX and 16% for MIX.", "the attributable proportions"),
        (
            "Exercise was associated with improved survival (159 months vs 56 months, p < 0.01) even after "
            "adjustment (hazard "
            "ratio: 2.5, p < 0.01).",
            "even",
        ),
    ],
)
def test_what_is_of_a_third_or_of_several_outcomes_is_left(text: str, outcome: str) -> None:
    assert not [found for found in read(text) if found.outcome.startswith(outcome)]
