"""Figures first and then, in turn, whose they are; lengths of time that changed; groups called by their age."""

from __future__ import annotations

from findings_help import read


def _arms(text: str) -> list[tuple[str, list[tuple[str, float | None]]]]:
    return [(f.outcome, [(a.arm, a.value.value if a.value else None) for a in f.arms]) for f in read(text)]


def test_names_in_capitals_are_groups_in_turn() -> None:
    text = (
        "Mean comb width was 100.7 ± 15.3 mm, 110.8 ± 11.1 mm, and 135.4 ± 20.2 mm in HBP, LBBP, and BVP, respectively."
    )
    assert _arms(text) == [("mean comb width", [("HBP", 100.7), ("LBBP", 110.8), ("BVP", 135.4)])]


def test_what_follows_for_and_is_nobody_belongs_to_the_outcome() -> None:
    text = (
        "The prevalence of itch was 18.9%, 13.5%, and 37.7% for head sores, dandruff, and any disorder, respectively."
    )
    assert [(name, [v for _, v in arms]) for name, arms in _arms(text)] == [
        ("the prevalence of itch for head sores", [18.9]),
        ("the prevalence of itch for dandruff", [13.5]),
        ("the prevalence of itch for any disorder", [37.7]),
    ]


def test_a_bracket_may_say_whose_its_figures_are() -> None:
    (found,) = read("Reinfestation was infrequent (1.5% vs 2.0% with the CMB and LTN, HR 0.81, 95% CI: 0.63-1.03).")
    assert [(a.arm, a.value.value) for a in found.arms if a.value] == [("CMB", 1.5), ("LTN", 2.0)]


def test_lists_of_unlike_length_are_left() -> None:
    assert read("Mean combing time was 100.7 s, 110.8 s, and 135.4 s during HBP and LBBP, respectively.") == ()


def test_the_last_of_a_list_keeps_what_it_is_of() -> None:
    text = (
        "Results indicate that 27.1%, 51.0%, and 86.0% of children had itch, anxiety, and fear of lice, respectively."
    )
    assert [name for name, _ in _arms(text)] == ["itch", "anxiety", "fear of lice"]


def test_a_length_of_time_can_fall() -> None:
    """`from 47.6 to 13.1 hours` behind a verb of change is what changed, and no time of measurement."""
    (found,) = read("Time to cure was reduced from 47.6 to 13.1 h (P < 0.001).")
    (arm,) = found.arms
    assert (found.outcome, arm.baseline and arm.baseline.value, arm.value and arm.value.value) == (
        "time to cure",
        47.6,
        13.1,
    )


def test_an_age_is_part_of_a_group() -> None:
    (found,) = read(
        "Itch was significantly higher in the 80-96-year-old group than in the 60-79-year-old group (p < 0.05)."
    )
    assert [a.arm for a in found.arms] == ["80-96-year-old group", "60-79-year-old group"]
