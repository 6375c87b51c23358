"""What a part of a question wants to know meets the sentence that tells it, though they share no word."""

from __future__ import annotations

import pytest

from probatum.apply.quoted import matters


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        (
            "does the benefit last once she stops",
            "After prophylaxis had ended, attacks were as frequent as with gravel.",
        ),
        ("what signs of toxicity should we watch for", "Tremor and ataxia may be signs of zorbinol toxicity."),
        ("when would you treat a second time", "A second treatment is needed when mites are found after 14 days."),
        ("what if the headache comes back", "The dose is 25 mg once; a second dose may follow."),
        ("what do I do if it comes back normal", "Below it during an attack, it should be measured again."),
        (
            "what should be given instead",
            "Zorbinol has less effect in some; another gravel inhibitor should be considered.",
        ),
        ("how long should the cream stay on", "The cream is washed off after 8 to 14 hours."),
        (
            "what happened to the people who tried that",
            "Stroke occurred in 9 people with zorbinol and in no one with gravel.",
        ),
    ],
)
def test_a_matter_is_asked_and_told(clause: str, sentence: str) -> None:
    found = matters.of(clause)
    assert found is not None and found.told.search(sentence)


@pytest.mark.parametrize("clause", ["is it safe", "what dose", "does zorbinol help", "what if it comes back normally?"])
def test_other_parts_are_no_such_matter(clause: str) -> None:
    found = matters.of(clause)
    assert found is None or not found.told.search("The cream is washed off after 8 to 14 hours.")


@pytest.mark.parametrize(
    ("clause", "matter"),
    [
        ("does the benefit last once she stops", matters.LASTS),
        ("is the effect kept after it is finished", matters.LASTS),
        ("when should she be referred", matters.REFERRED),
        ("who needs admission", matters.REFERRED),
    ],
)
def test_matters_are_called_by_what_they_ask(clause: str, matter: matters.Matter) -> None:
    assert matters.of(clause) is matter
