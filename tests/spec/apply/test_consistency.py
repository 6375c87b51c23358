"""Faults of an algorithm: what makes a path one that nobody can follow."""

from __future__ import annotations

import pytest

from probatum.apply.consistency import faults
from probatum.model import Kind, Section, Statement

SOUND = (
    "1 Confirm that the problem is hiccups.",
    "1a It is something else: leave this path, which is for hiccups.",
    "1b It is hiccups: go on.",
    "2 Start zerafine 10 mg twice daily, the lowest dose in these trials.",
    "3 At every visit ask about rash.",
    "3a Serious, or not tolerated: stop, treat, and go to the alternatives above.",
    "3b Absent or mild: go on.",
    "4 Review hiccups after 2 weeks.",
    "4a Better, and tolerated: continue and go back to step 3 at the next visit.",
    "4b More effect is wanted: trials went up to zerafine 40 mg/day; then go back to step 3 at the next visit.",
    "4c No better: stop, and go to the alternatives above.",
)


def path(*lines: str) -> Section:
    made = (line.split(" ", 1) for line in lines)
    steps = tuple(Statement(id=f"algorithm.{label}", text=text, kind=Kind.NAVIGATION) for label, text in made)
    return Section("algorithm", "Clinical algorithm", steps)


def changed(label: str, text: str) -> Section:
    """The sound path with one line written anew, or left out where `text` is empty."""
    told = [line if line.split(" ")[0] != label else f"{label} {text}" for line in SOUND]
    return path(*(line for line in told if not line.endswith(" ")))


def test_a_sound_path_has_no_fault() -> None:
    assert faults(path(*SOUND)) == ()


def test_a_section_without_steps_has_no_fault() -> None:
    assert faults(Section("algorithm", "Clinical algorithm", (), "Nothing found.")) == ()


@pytest.mark.parametrize(
    ("label", "text", "fault"),
    [
        ("3a", "Serious: think about it.", "branch 3a does not say where it leads"),
        ("3a", "Stop and treat.", "branch 3a has no condition"),
        ("3b", "Absent or mild: continue.", "step 4 cannot be reached: no branch of step 3 goes on"),
        ("4a", "Better: go on.", "branch 4a goes on, and no step follows"),
        ("4a", "Better: go back to step 9 at the next visit.", "4a refers to step 9, which there is not"),
        ("3a", "Serious: go back to step 4.", "branch 3a goes back to step 4, which stands behind it"),
        ("1a", "", "branch 1b stands where 1a should"),
        ("3b", "", "step 3 has one branch, which is no choice"),
        ("2", "", "step 3 stands where step 2 should"),
        (
            "4b",
            "More effect is wanted: trials went up to zerafine 20 mg/day; then go back to step 3.",
            "branch 4b changes the dose to what it is",
        ),
        ("1", "Do not start zerafine for hiccups on this evidence.", "step 2 starts what step 1 says not to start"),
    ],
)
def test_a_fault_is_named(label: str, text: str, fault: str) -> None:
    assert fault in faults(changed(label, text))


def test_a_path_may_end_with_a_dose_and_not_with_a_question() -> None:
    assert faults(path(*SOUND[:4])) == ()
    asked = (*SOUND[:4], "3 Rule out: gravel.")
    assert faults(path(*asked)) == ("the path ends at step 3 without saying what then",)


def test_what_is_contraindicated_in_the_patient_is_started_by_no_step() -> None:
    assert faults(path(*SOUND), barred=True) == ("step 2 starts what is contraindicated in this patient",)


def test_alternatives_are_referred_to_only_where_some_are_told() -> None:
    assert faults(path(*SOUND), alternatives=False) == (
        "3a refers to alternatives, and none are told",
        "4c refers to alternatives, and none are told",
    )
