"""Retold: steps of people's own path that say word by word what the page has told above them, said in a few words.

Doses, what rules a medicine out and what is checked stay where they are told; the step says what is done with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.apply import wording
from probatum.apply.plainly import plain
from probatum.model import Kind, Section, Span, Statement
from probatum.text.expressions import caseless


class _Step(NamedTuple):
    """How a step begins, the sections that may have told it, and what it says then; empty: left out."""

    begins: re.Pattern[str]
    sections: tuple[str, ...]
    said: str


_STEPS: Final = (
    _Step(
        caseless(r"^take it only as it was prescribed; the \w+ says:"),
        ("bottom_line", "dosing"),
        "Take it only as it was prescribed; the doses are told above",
    ),
    _Step(
        caseless(r"^before the first dose, tell the doctor or pharmacist if any of this is so:"),
        ("bottom_line", "safety"),
        "Before the first dose, tell the doctor or pharmacist if anything is so for which it must not be used, as told "
        "above",
    ),
    _Step(
        caseless(r"^do with the missed dose what the label says:"),
        ("bottom_line",),
        "Do with the missed dose what the short answer tells",
    ),
    _Step(caseless(r"^have this checked:"), ("monitoring",), "Have the checks done that are told above"),
    _Step(caseless(r"^ask the doctor about this:"), ("bottom_line",), "Talk the short answer through with the doctor"),
    _Step(caseless(r"^mind as well:"), ("bottom_line",), ""),
)


def shortened(body: Sequence[Section]) -> tuple[Section, ...]:
    """The sections of a plain page with the steps of its path in a few words where they repeat what stands above."""
    shown = {one.id: {span for s in one.statements if not (s.level or s.layer) for span in s.supports} for one in body}
    return tuple(_section(one, shown) if one.id == "algorithm" else one for one in body)


def _section(section: Section, shown: dict[str, set[Span]]) -> Section:
    kept = [made for one in section.statements if (made := _step(one, shown)) is not None]
    return msgspec.structs.replace(section, statements=tuple(kept))


def _step(one: Statement, shown: dict[str, set[Span]]) -> Statement | None:
    for step in _STEPS:
        held = set().union(*(shown.get(name, set()) for name in step.sections))
        if step.begins.match(one.text) is None or not (one.supports and set(one.supports) <= held):
            continue
        if not step.said:
            return None
        said = wording.sentence(step.said)
        easy = wording.sentence(plain.easy(step.said))
        return msgspec.structs.replace(
            one, text=said, plain=easy if easy != said else "", kind=Kind.NAVIGATION, supports=(), calculation=()
        )
    return one
