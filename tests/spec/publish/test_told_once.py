"""On a plain page a study is introduced once; where it comes back it is called the same study, with its size."""

from __future__ import annotations

import pytest

from probatum.publish.again import retold

FIRST = "One study looked at this (60 people). Chance decided who got what. Pain fell."
SAID = [
    ((FIRST, "a"), (FIRST, "a"), "This is from the same study (60 people). Pain fell."),
    ((FIRST, "a"), (FIRST, "b"), "One study looked at this (60 people), done in the same fair way. Pain fell."),
    ((FIRST, "a"), ("One study looked at this (40 people). Pain fell.", "b"), None),
    (
        (FIRST, "a"),
        ("Doses used: one study looked at this (60 people). Chance decided who got what.", "a"),
        "Doses used: this is from the same study (60 people).",
    ),
    ((FIRST, "a"), ("One study looked at this (40 people). Pain fell.", "a"), None),
    ((FIRST, "a"), ("Pain fell.", "a"), "Pain fell."),
    (
        ("Pain fell. One study found this (60 people). Chance decided who got what.", "a"),
        ("Sleep grew. One study concluded this (60 people). Chance decided who got what.", "a"),
        "Sleep grew. This is from the same study (60 people).",
    ),
]


@pytest.mark.parametrize(("first", "then", "told"), SAID)
def test_a_study_is_introduced_once(first: tuple[str, str], then: tuple[str, str], told: str | None) -> None:
    met: set[tuple[str, str]] = set()
    assert retold(first[0], (first[1],), met) == first[0]
    assert retold(then[0], (then[1],), met) == (then[0] if told is None else told)


def test_what_rests_on_several_sources_is_left_alone() -> None:
    met: set[tuple[str, str]] = set()
    assert [retold(FIRST, ("a", "b"), met) for _ in range(2)] == [FIRST, FIRST]
