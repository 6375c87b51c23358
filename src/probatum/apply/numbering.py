"""Numbering: steps of an algorithm, 1, 2, 3 ..., and their branches, a, b ... under each."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.apply.drafting import Draft
from probatum.model import Calculation, Kind, Span, Statement
from probatum.text.expressions import caseless


class Steps:
    """Numbers steps and their branches. `drug` is the one that the path gives: it need not be named again as that of
    its own label."""

    def __init__(self, draft: Draft, drug: str = "") -> None:
        self.draft = draft
        self.number = 0
        self.own = f" label of {drug})"

    def step(
        self,
        text: str,
        kind: Kind,
        supports: tuple[Span, ...] = (),
        calculation: tuple[Calculation, ...] = (),
        directness: str = "",
    ) -> None:
        """The next step; `directness` says why what it rests on is of others."""
        self.number += 1
        number = str(self.number)
        self.draft.add(self._short(text), kind, supports, calculation=calculation, number=number, directness=directness)

    def branch(self, letter: str, text: str, kind: Kind = Kind.NAVIGATION, supports: tuple[Span, ...] = ()) -> None:
        """A branch of the step just made."""
        self.draft.add(self._short(text), kind, supports, number=f"{self.number}{letter}")

    def close(self) -> None:
        """Ends the path: a branch of the last step that goes on, where nothing follows, goes on with what is done."""
        told = self.draft.statements
        last = f"algorithm.{self.number}"
        self.draft.put([_closed(one) if one.id.startswith(last) and one.id != last else one for one in told])

    def _short(self, text: str) -> str:
        return text.replace(self.own, " label)")


_ON: Final = caseless(r"(?P<after>; then |, and )?go on(?=\.$)")


def _closed(statement: Statement) -> Statement:
    text, plain = (_ON.sub(_end, words) for words in (statement.text, statement.plain))
    return msgspec.structs.replace(statement, text=text, plain=plain)


def _end(found: re.Match[str]) -> str:
    return "; keep to it" if found["after"] else "Continue" if found[0].startswith("G") else "continue"
