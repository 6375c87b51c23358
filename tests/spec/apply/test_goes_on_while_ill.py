"""Whether what is taken goes on in vomiting is told by the sick day rules; a fever may be what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum


def short(typed: str, place: Path) -> str:
    return " ".join(s.text for s in probatum.answer(typed, library=place).section("bottom_line").statements)


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("my dad has vomiting and diarrhoea, should he still take metformin and ramipril", ("metformin", "ACE")),
        ("can I carry on taking dapagliflozin with a stomach bug", ("SGLT2",)),
        ("gastroenteritis, keep taking furosemide?", ("furosemide",)),
        ("vomiting for 2 days, takes metformin and ramipril, carry on?", ("metformin", "ACE")),
        ("can she continue metformin with norovirus", ("metformin",)),
        ("diarrhoea and vomiting since yesterday. Should she continue her metformin", ("metformin",)),
    ],
)
def test_the_sick_day_rule_leads(typed: str, held: tuple[str, ...], starter_place: Path) -> None:
    said = short(typed, starter_place)
    assert all(name in said for name in held) and "stopped for a time" in said


@pytest.mark.parametrize(
    "typed",
    [
        "can I still take ibuprofen if I have a fever",
        "does metformin cause diarrhoea",
        "ondansetron for vomiting, continue?",
    ],
)
def test_what_is_asked_of_something_else_stays(typed: str, starter_place: Path) -> None:
    assert "stopped for a time" not in short(typed, starter_place)
