"""Undoing: what a sentence has undone (`to reverse apixaban`), which is not what it advises or advises against."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

UNDONE: Final = caseless(r"\bto (?:reverse|undo|counteract) (?P<what>[^.;]{3,120})")
