"""Sections without anything to tell are told of in one text, and none of them vanishes."""

from __future__ import annotations

from probatum.publish import silent

WHERE = "Searched the library (12 records) on 2026-01-02"


def test_what_was_not_found_is_said_once() -> None:
    told = silent.together(
        [
            ("Dosing", f"{WHERE} for doses of zolvit: nothing found."),
            ("Safety", f"{WHERE} for labels of zolvit: no label in the library."),
            ("Alternatives", f"{WHERE} for other treatments of pain: nothing found."),
        ]
    )
    assert told.startswith(f"{WHERE}: nothing found on dosing, safety and alternatives.")
    assert "No label is held" in told and told.count("Searched") == 1


def test_what_does_not_apply_is_told_apart_from_what_was_not_found() -> None:
    told = silent.together(
        [
            ("Dosing", "Does not apply: no drug that the vocabulary knows is asked about."),
            ("Conclusion", f"{WHERE} for evidence to conclude from: nothing found."),
        ]
    )
    assert told == (
        "No conclusion can be built on what was found. "
        "Does not apply, since no drug that the vocabulary knows is asked about: dosing."
    )


def test_what_was_not_asked_is_not_called_missing() -> None:
    asked = "Not told here: the question is on the medicines together, not on each of them by itself."
    told = silent.together(
        [("Dosing", asked), ("Monitoring", asked), ("Alternatives", f"{WHERE} for x: nothing found.")]
    )
    assert told == (
        f"{WHERE}: nothing found on alternatives. Not told here: dosing and monitoring "
        "(the question is on the medicines together, not on each of them by itself)."
    )
