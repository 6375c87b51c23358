"""Step 5, assess: a verdict on every statement of an answer.

A statement is SUPPORTED when no check objects and at least one found its figures or words in the characters it cites.
"""

from __future__ import annotations

from typing import TypedDict

from probatum.assess import registry
from probatum.assess.registry import get
from probatum.assess.verdict import check, check_statement

__all__ = ["Entry", "catalogue", "check", "check_statement", "get"]


class Entry(TypedDict):
    """One check as `probatum checks` lists it."""

    name: str
    purpose: str
    parameters: dict[str, str]
    source: str


def catalogue() -> tuple[Entry, ...]:
    """Every check with its purpose, parameters and source, by name."""
    return tuple(
        Entry(name=c.name, purpose=c.purpose, parameters=dict(c.parameters), source=c.source)
        for c in registry.checks().values()
    )
