"""Tidying: after checks withheld statements, steps are numbered anew and no branch stands without its step."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.model import Answer, Section, Statement

_STEP: Final = re.compile(r"^(?P<section>\w+)\.(?P<step>\d+)(?P<branch>[a-z]?)$")


def tidy(answer: Answer) -> Answer:
    """The answer with its algorithm whole again: steps 1, 2, 3 ..., branches a, b ... under a step that stands."""
    made = tuple(_section(s) if s.id == "algorithm" else s for s in answer.sections)
    return msgspec.structs.replace(answer, sections=made)


def _section(section: Section) -> Section:
    kept: list[Statement] = []
    number, letter, parent = 0, 0, ""
    for statement in section.statements:
        found = _STEP.match(statement.id)
        if found is None:
            kept.append(statement)
        elif not found["branch"]:
            number, letter, parent = number + 1, 0, found["step"]
            kept.append(msgspec.structs.replace(statement, id=f"{section.id}.{number}"))
        elif found["step"] == parent:
            letter += 1
            kept.append(msgspec.structs.replace(statement, id=f"{section.id}.{number}{chr(96 + letter)}"))
    return msgspec.structs.replace(section, statements=tuple(kept))
