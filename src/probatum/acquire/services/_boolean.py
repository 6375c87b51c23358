"""Boolean queries: told from groups of names, and from PubMed's syntax put into another service's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from probatum.acquire.syntax import And, Expression, Leaf, Not, Or

T = TypeVar("T")


def join(groups: Iterable[Sequence[T]], write: Callable[[T], str]) -> str:
    """`(a OR b) AND (c OR d)`: one group for each idea, all its names in it. Names written alike stand once."""
    joined = [list(dict.fromkeys(filter(None, map(write, group)))) for group in groups]
    told = [f"({' OR '.join(names)})" if len(names) > 1 else names[0] for names in joined if names]
    return " AND ".join(told)


def rewrite(expression: Expression, write: Callable[[Leaf], str]) -> str:
    """An expression with every term as `write` gives it. Terms for which it gives nothing are left out."""
    told = _written(expression, write)
    return told[1:-1] if _wrapped(told) else told


def _written(expression: Expression, write: Callable[[Leaf], str]) -> str:
    match expression:
        case Leaf():
            return write(expression)
        case And(parts):
            return _joined(" AND ", parts, write)
        case Or(parts):
            return _joined(" OR ", parts, write)
        case Not(wanted, barred):
            kept, out = _written(wanted, write), _written(barred, write)
            return f"({kept} NOT {out})" if kept and out else kept


def _joined(between: str, parts: Iterable[Expression], write: Callable[[Leaf], str]) -> str:
    told = [text for part in parts if (text := _written(part, write))]
    return f"({between.join(told)})" if len(told) > 1 else "".join(told)


def _wrapped(told: str) -> bool:
    """True when the first bracket closes at the very end."""
    depth = 0
    for at, c in enumerate(told):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            return c == ")" and at == len(told) - 1
    return False


def leaves(expression: Expression) -> list[Leaf]:
    """All terms of an expression that are looked for, in order; those behind NOT are not."""
    match expression:
        case Leaf():
            return [expression]
        case Not(wanted, _):
            return leaves(wanted)
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in leaves(part)]
