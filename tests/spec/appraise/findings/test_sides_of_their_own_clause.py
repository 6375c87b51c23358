"""Whose a figure is when a sentence holds several clauses, several comparators, or several pairs."""

from __future__ import annotations

from findings_help import interval, read


def test_each_clause_has_its_own_comparator() -> None:
    found = read(
        "Children in the lotion group had a comparable risk of sores compared with those in the comb group (HR 0.655; "
        "95% CI 0.393 to 1.094), and tended to have a lower risk of sores than those in the oil group (HR 0.606; 95% "
        "CI 0.347 to 1.058)."
    )
    assert [(f.estimate.text if f.estimate else "", f.comparator) for f in found] == [
        ("0.655", "comb group"),
        ("0.606", "oil group"),
    ]


def test_an_interval_behind_a_nested_bracket_is_kept() -> None:
    (found,) = read(
        "Compared with the comb group, the lotion group had a lower risk of sores (risk ratio (RR) = 0.52; 95% "
        "confidence interval (CI): 0.40-0.67)."
    )
    assert interval(found) == ("0.40", "0.67")


def test_a_treatment_that_was_effective_is_no_outcome() -> None:
    assert not read(
        "Lotion (SMD: -0.46; 95% CI: -0.80, -0.12) and combs (SMD: -0.61; 95% CI: -1.12, -0.10) were effective."
    )


def test_the_group_that_opens_a_sentence_owns_its_share() -> None:
    (found,) = read("In the control group, 5 children developed sores (19.23%) while none of the others did.")
    assert found.arms[0].arm == "control group"


def test_two_pairs_told_respectively_are_not_one() -> None:
    text = (
        "School visits and admissions were less common in the lotion group than in the control group (2.1% vs. 2.3%, "
    )
    assert not read(f"{text}p=0.01 and 3.4% vs. 8.4%, p=0.001, respectively).")


def test_what_was_rather_measured_is_no_comparator() -> None:
    (found,) = read("Age was significantly associated with a preference for lotion versus combs (OR 0.120).")
    assert ([a.arm for a in found.arms], found.comparator) == (["age"], "")


def test_a_verb_behind_a_hedge_is_no_name() -> None:
    (found,) = read("Lotion probably decrease itch (mean difference -1.07, 95% CI -1.67 to -0.48; 2 studies).")
    assert (found.outcome, [a.arm for a in found.arms]) == ("itch", ["lotion"])
