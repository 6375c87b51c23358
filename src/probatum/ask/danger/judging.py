"""Judging: the danger of a text, where a reaction to a medicine is read beside what the lists and the model name.

What the lists name as an emergency or an overdose stands. A reaction goes before a warning of stopping: the label of
no medicine wants it given on through hives; what the model takes for an emergency makes the reaction a severe one.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.danger import reading, standing
from probatum.ask.danger.allergic import Reacting, reacting
from probatum.ask.danger.reading import Danger
from probatum.ask.danger.taking import STUDY

REACTION: Final = "reaction"
SWELLING: Final = "swelling of the face, tongue or throat"
"""An ACE inhibitor brings it on, too, by no allergy."""
SEVERE: Final = "a severe reaction to "
LATE: Final = "a rash that may be severe, on "
"""With nothing that comes at once beside it, it is no anaphylaxis."""
_GOES_BEFORE: Final = ("", "stopping")


def named(text: str) -> Danger | None:
    """The danger that the words of a text name; None where they name none."""
    found = reading.named(text)
    if found is not None and found.kind not in _GOES_BEFORE:
        return found
    return _reaction(text) or found


def read_danger(text: str) -> Danger:
    """The danger a question names; empty where there is none, or it is told of nobody."""
    return named(text) or reading.read_danger(text)


def reaction(text: str) -> Reacting | None:
    """The reaction to a medicine that a text tells of now."""
    return None if STUDY.search(text) else reacting(text, _now)


def _reaction(text: str) -> Danger | None:
    found = reaction(text)
    if found is None:
        return None
    if found.severe and found.swelling:
        return Danger("emergency", SWELLING)
    if found.severe or reading.read_danger(text).kind == "emergency":
        late = not found.severe and found.of_skin
        return Danger("emergency", f"{LATE if late else SEVERE}{found.to}")
    return Danger(REACTION, found.to)


def _now(text: str, start: int, end: int) -> bool:
    return standing.stands(text, start, end, past=True)
