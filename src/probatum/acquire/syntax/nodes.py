"""A search expression as a tree."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from probatum.acquire.syntax.fields import Field


class Leaf(msgspec.Struct, frozen=True):
    """A term and where it is looked for.

    `words` is as typed, without quotation marks. `phrase`: its words must follow one another. `near` (with `phrase`):
    they may stand in any order with at most so many other words between them. `low` and `high` are ISO dates when the
    field is DATE, each empty where the range is open.
    """

    words: str
    field: Field = Field.ALL
    tagged: bool = False
    phrase: bool = False
    near: int | None = None
    low: str = ""
    high: str = ""


class And(msgspec.Struct, frozen=True):
    """All of them."""

    parts: tuple[Expression, ...]


class Or(msgspec.Struct, frozen=True):
    """Any of them."""

    parts: tuple[Expression, ...]


class Not(msgspec.Struct, frozen=True):
    """`wanted` and not `barred`: PubMed's NOT stands between two expressions."""

    wanted: Expression
    barred: Expression


Expression: TypeAlias = Leaf | And | Or | Not


def shown(expression: Expression) -> str:
    """The expression as it was understood, in PubMed's own syntax with every bracket written."""
    match expression:
        case Leaf():
            return _shown_leaf(expression)
        case And(parts):
            return "(" + " AND ".join(map(shown, parts)) + ")"
        case Or(parts):
            return "(" + " OR ".join(map(shown, parts)) + ")"
        case Not(wanted, barred):
            return f"({shown(wanted)} NOT {shown(barred)})"


def _shown_leaf(leaf: Leaf) -> str:
    if leaf.field is Field.DATE:
        return f"{leaf.low or '1000'}:{leaf.high or '3000'}[dp]"
    words = f'"{leaf.words}"' if leaf.phrase else leaf.words
    tag = leaf.field.value + (f":~{leaf.near}" if leaf.near is not None else "")
    return f"{words}[{tag}]" if leaf.tagged else words
