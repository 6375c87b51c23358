"""Two names of one outcome are one; a composite is never one of its parts; the nearest to the question leads."""

from __future__ import annotations

import pytest

from probatum.apply.evidence import likeness
from probatum.ask import read
from probatum.vocabulary.outcomes import composites_of, names_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the number of cramps", "cramp frequency", True),
        ("cramp severity", "cramp frequency", False),
        ("major cardiovascular events", "cardiovascular events", True),
        ("worsening heart failure or cardiovascular death", "worsening heart failure", False),
        ("worsening heart failure or cardiovascular death", "cardiovascular death", False),
        ("death from any cause", "cardiovascular death", False),
        ("first worsening of heart failure", "worsening heart failure", True),
        ("pain at week 3 or at week 7", "pain", True),
    ],
)
def test_names_of_one_outcome(one: str, other: str, same: bool) -> None:
    assert likeness.same(likeness.key(one), likeness.key(other)) is same


@pytest.mark.parametrize(
    ("question", "nearest_first"),
    [
        (
            "Does zorbinol reduce cardiovascular death in heart failure?",
            ["cardiovascular death", "death from any cause", "worsening heart failure or cardiovascular death"],
        ),
        (
            "Does aspirin reduce hospital admissions in gout?",
            ["hospitalisation", "hospitalisation for heart failure", "death or hospitalisation"],
        ),
        (
            "Does aspirin prevent stroke?",
            ["stroke", "stroke or death", "major cardiovascular events", "pain"],
        ),
    ],
)
def test_the_nearest_outcome_comes_first(question: str, nearest_first: list[str]) -> None:
    asked = read(question)
    assert sorted(nearest_first, key=lambda name: likeness.asked(asked, name)) == nearest_first


def test_another_outcome_is_not_what_was_asked() -> None:
    assert not likeness.is_asked(read("Does aspirin prevent stroke?"), "pain")
    # A synonym (`cardiovascular stroke`) counts with all of its words alone.
    assert not likeness.is_asked(read("Does aspirin prevent heart attacks?"), "ischaemic stroke")
    assert likeness.is_asked(read("Does aspirin prevent heart attacks?"), "myocardial infarction")
    assert likeness.is_asked(read("Does aspirin prevent stroke?"), "major cardiovascular events")


def test_other_names_and_composites_of_an_outcome() -> None:
    assert "hospitalisation" in names_of("hospital admissions")
    assert "cardiovascular events" in composites_of("stroke")
    assert composites_of("cardiovascular events") == ()
    assert names_of("zorbin") == ()
