"""What a treatment did, with a p value and no figure of effect; arms of the body; labels; sizes of arms; spreads."""

from __future__ import annotations

import pytest
from findings_help import arms, p, read, record, study, two_arms

from probatum.appraise import findings
from probatum.model import Direction, Measure, Record, RecordKind, SectionKind, SourceSection

NONE, LOWER, HIGHER, UNCLEAR = Direction.NONE_DETECTED, Direction.LOWER, Direction.HIGHER, Direction.UNCLEAR

ACTS = {
    "reduced with": (
        "The number of bites was reduced with lotion (p = 0.024).",
        ("the number of bites", (("lotion", ""),), "p = 0.024", LOWER, "", True),
    ),
    "lower in the group": (
        "Scalp redness was significantly lower in the lotion group (P = 0.02).",
        ("scalp redness", (("lotion group", ""), ("comparison group", "")), "p = 0.02", LOWER, "significant", True),
    ),
    "reduced the number of": (
        "Lotion reduced the number of bites (p = 0.02).",
        ("the number of bites", (("lotion", ""),), "p = 0.02", LOWER, "", True),
    ),
    "fell non-significantly": (
        "Itch fell non-significantly with lotion (p = 0.06).",
        ("itch", (("lotion", ""),), "p = 0.06", NONE, "not significant", False),
    ),
    "compared with placebo": (
        "Itch severity decreased significantly with lotion compared with placebo (p < 0.01).",
        ("itch severity", (("lotion", ""), ("placebo", "")), "p < 0.01", LOWER, "significant", True),
    ),
    "compared with baseline": (
        "Itch severity decreased significantly compared with baseline (p < 0.01).",
        ("itch severity", (), "p < 0.01", LOWER, "significant", True),
    ),
    "improved more": (
        "Itch scores improved more with lotion than with combing (p = 0.03).",
        ("itch scores", (("lotion", ""), ("combing", "")), "p = 0.03", UNCLEAR, "", True),
    ),
    "increased less": (
        "Louse counts increased less with lotion than with placebo (p = 0.03).",
        ("louse counts", (("lotion", ""), ("placebo", "")), "p = 0.03", LOWER, "", True),
    ),
    "an arm of the body": (
        "The rate of decline of arm muscle strength did not differ between lotion and placebo (p = 0.4).",
        (
            "rate of decline of arm muscle strength",
            (("lotion", ""), ("placebo", "")),
            "p = 0.4",
            NONE,
            "not significant",
            False,
        ),
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_act(name: str) -> None:
    text, expected = ACTS[name]
    (found,) = read(text)
    assert found.measure is Measure.P_ONLY
    assert (found.outcome, arms(found), p(found), found.direction, found.claimed, found.significant) == expected


def test_a_p_against_baseline_is_no_comparison_of_groups() -> None:
    (found,) = read("Itch severity decreased significantly compared with baseline (p < 0.01).")
    assert found.p is not None and found.p.kind == "within"


def test_the_study_names_the_arm_that_was_compared_with_placebo() -> None:
    made = record("Itch severity decreased significantly compared with placebo (p < 0.01).", "Lotion or placebo")
    (found,) = findings.read(made, study(made, arms=two_arms(made, "Lotion", "placebo")))
    assert arms(found) == (("Lotion", ""), ("placebo", ""))
    assert [span.quote for span in found.spans] == ["Lotion"]


def test_ns_is_read_though_it_is_no_number() -> None:
    (found,) = read("Mortality did not differ between the lotion group and the placebo group (P = NS).")
    assert (found.p, found.claimed, found.direction) == (None, "not significant", NONE)


UNCERTAIN = {
    "no p and no claim": "The number of bites was reduced with lotion.",
    "not an arm": "The number of bites was reduced with time (p = 0.02).",
    "an unknown arm against placebo": "Itch severity decreased significantly compared with placebo (p < 0.01).",
}


@pytest.mark.parametrize("name", UNCERTAIN)
def test_an_act_that_is_not_certain_is_left_alone(name: str) -> None:
    assert read(UNCERTAIN[name]) == ()


def test_shares_of_placebo_in_brackets_keep_the_claim_before_them() -> None:
    found = read(
        "Lotion gave significant reductions in bite frequency (300 mg = 31% of placebo, p = 0.047; 900 mg = 16% of "
        "placebo, p = 0.002) and itch (300 mg = 45% of placebo, p = 0.08; 900 mg = 25% of placebo, p = 0.005)."
    )
    assert [(f.outcome, arms(f)[0], p(f), f.claimed, f.significant) for f in found] == [
        ("bite frequency", ("300 mg", "31"), "p = 0.047", "significant", True),
        ("bite frequency", ("900 mg", "16"), "p = 0.002", "significant", True),
        ("itch", ("300 mg", "45"), "p = 0.08", "significant", False),
        ("itch", ("900 mg", "25"), "p = 0.005", "significant", True),
    ]


SIZES = {
    "percent of people": (
        "Upper abdominal pain occurred in 39.6% of 53 people with lotion and in 6.1% of 49 people with placebo.",
        ("53", "49"),
    ),
    "n beside the arm": (
        "Dizziness occurred in 26.4% of the lotion group (n = 53) and in 14.3% of the placebo group (n = 49).",
        ("53", "49"),
    ),
    "n in the opening words": (
        "In the lotion group (n = 53) and the placebo group (n = 49), tremor occurred in 13.2% and 0%, respectively.",
        ("53", "49"),
    ),
    "no share of that many people": (
        "Survival was 26.9% in the lotion group (n = 53) and 14.3% in the placebo group (n = 49).",
        ("", "49"),
    ),
    "events": (
        "Rash occurred in 5 of 53 (9.4%) with lotion and 2 of 49 (4.1%) with placebo.",
        ("53", "49"),
    ),
}


@pytest.mark.parametrize("name", SIZES)
def test_the_number_of_people_beside_an_arm_is_its_denominator(name: str) -> None:
    text, expected = SIZES[name]
    (found,) = read(text)
    assert tuple(a.denominator.text if a.denominator else "" for a in found.arms) == expected
    assert found.problems == ()


SPREADS = {
    "plus and minus alone": ("Itch was 5.2 ± 1.1 with lotion and 6.3 ± 1.4 with placebo.", ""),
    "mean ± SD": ("Mean ± SD itch was 5.2 ± 1.1 with lotion and 6.3 ± 1.4 with placebo.", "SD"),
    "mean (SD)": ("Mean (SD) itch was 5.2 (1.1) with lotion and 6.3 (1.4) with placebo.", "SD"),
    "SEM": ("Itch (mean ± SEM) was 5.2 ± 1.1 with lotion and 6.3 ± 1.4 with placebo.", "SE"),
}


@pytest.mark.parametrize("name", SPREADS)
def test_a_spread_is_named_only_where_the_source_names_it(name: str) -> None:
    text, expected = SPREADS[name]
    (found,) = read(text)
    assert {a.spread_kind for a in found.arms} == {expected}
    assert all(a.spread for a in found.arms)


@pytest.mark.parametrize(("heading", "code"), [("Adverse reactions", ""), ("6 Clinical trials experience", "34084-4")])
def test_what_a_labels_adverse_section_reports_is_harm(heading: str, code: str) -> None:
    text = "Blurred vision occurred in 7% of patients treated with the drug and 2% of patients treated with placebo."
    section = SourceSection("label.1", SectionKind.LABEL, text, heading=heading, code=code)
    made = Record.build(id="setid:1", identifiers=(), kind=RecordKind.LABEL, title="Label", sections=(section,))
    (found,) = findings.read(made, study(made))
    assert found.harm


def test_a_nonstatistically_significant_result_is_claimed_so() -> None:
    (found,) = read(
        "Relapse was nonstatistically significantly lower with lotion than with placebo (12% v 14%, p = 0.3)."
    )
    assert (found.claimed, found.direction) == ("not significant", NONE)


LEVELS = {
    "printed": ("Lotion reduced relapse (OR 0.5, 90% CI 0.3 to 0.8).", 90.0),
    "printed elsewhere": ("The OR for cure was 2.1 (95% CI 1.1-4.0). The OR for relapse was 0.5 (CI 0.3-0.8).", 95.0),
    "not printed": ("The OR for relapse was 0.5 (CI 0.3-0.8).", None),
}


@pytest.mark.parametrize("name", LEVELS)
def test_the_level_of_an_interval_is_not_guessed(name: str) -> None:
    text, level = LEVELS[name]
    found = read(text)[-1]
    assert found.interval is not None and found.interval.level == level
