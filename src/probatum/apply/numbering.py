"""Numbering: steps of an algorithm, 1, 2, 3 ..., and their branches, a, b ... under each."""

from __future__ import annotations

from probatum.apply.drafting import Draft
from probatum.model import Kind, Span


class Steps:
    """Numbers steps and their branches. `drug` is the one that the path gives: it need not be named again as that of
    its own label."""

    def __init__(self, draft: Draft, drug: str = "") -> None:
        self.draft = draft
        self.number = 0
        self.own = f" label of {drug})"

    def step(self, text: str, kind: Kind, supports: tuple[Span, ...] = ()) -> None:
        """The next step."""
        self.number += 1
        self.draft.add(self._short(text), kind, supports, number=str(self.number))

    def branch(self, letter: str, text: str, kind: Kind = Kind.NAVIGATION, supports: tuple[Span, ...] = ()) -> None:
        """A branch of the step just made."""
        self.draft.add(self._short(text), kind, supports, number=f"{self.number}{letter}")

    def _short(self, text: str) -> str:
        return text.replace(self.own, " label)")
