"""A class that is named by one of its members is read as that class; a member that stands for itself stays."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.words.of_its_kind import narrowest


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("which painkillers of the ibuprofen sort are safest for the stomach", "nonsteroidal anti-inflammatory drugs"),
        ("are tablets like omeprazole bad for bones", "proton pump inhibitors"),
        ("do drugs of the sertraline family help anxiety", "selective serotonin reuptake inhibitors"),
    ],
)
def test_the_class_is_asked_about(text: str, kind: str) -> None:
    question = read(text)
    assert [c.label for c in question.concepts if c.semantic == "drug"] == [kind]
    assert any(a.to == kind for a in question.assumptions)


@pytest.mark.parametrize("text", ["does ibuprofen help back pain", "what kind of drug is ibuprofen"])
def test_a_member_stays(text: str) -> None:
    assert "ibuprofen" in read(text).read


@pytest.mark.parametrize(("name", "kind"), [("codeine", "opioid analgesics"), ("aspirin", "antiplatelet")])
def test_the_class_that_is_least_mixed(name: str, kind: str) -> None:
    assert narrowest(name) == kind
