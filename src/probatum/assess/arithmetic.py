"""Plain arithmetic, exact, without `eval`: numbers, + - * /, parentheses, and the square root √ to 30 figures."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation, localcontext
from fractions import Fraction
from typing import Final

from probatum.errors import ProbatumError
from probatum.text.expressions import expression

_TOKEN: Final = expression(
    r"\s*(?:(?P<number>[0-9]{1,15}(?:,[0-9]{3})*(?:\.[0-9]{1,15})?|\.[0-9]{1,15})|(?P<sign>[-+*/()\u221a\u2212\u00d7\u00f7]))"
)
_SIGNS: Final = {"\u2212": "-", "\u00d7": "*", "\u00f7": "/"}
LONGEST: Final = 400


def tokens(expression: str) -> list[str]:
    """Numbers and signs of an expression. Raises ProbatumError P710 for anything else or more than 400 characters."""
    if len(expression) > LONGEST:
        raise ProbatumError("P710", expression=expression[:40] + "...", why="it is longer than 400 characters")
    made: list[str] = []
    at = 0
    bare = expression.rstrip()
    while at < len(bare):
        found = _TOKEN.match(bare, at)
        if found is None:
            raise ProbatumError(
                "P710", expression=expression, why=f"{bare[at:].strip()[:10]!r} is no number and no sign"
            )
        made.append(found["number"] or _SIGNS.get(found["sign"], found["sign"]))
        at = found.end()
    return made


def numbers(expression: str) -> tuple[float, ...]:
    """The numbers of an expression, unsigned. Raises ProbatumError P710."""
    return tuple(float(t.replace(",", "")) for t in tokens(expression) if t[0] not in "+-*/()\u221a")


def evaluate(expression: str) -> Fraction:
    """The exact value. Raises ProbatumError P710 when it is no expression, P711 for a division by zero."""
    found = tokens(expression)
    if not found:
        raise ProbatumError("P710", expression=expression, why="it is empty")
    value, rest = _sum(found, 0, expression, 0)
    if rest != len(found):
        raise ProbatumError("P710", expression=expression, why=f"nothing was expected at {found[rest]!r}")
    return value


def _sum(found: list[str], at: int, whole: str, depth: int) -> tuple[Fraction, int]:
    value, at = _product(found, at, whole, depth)
    while at < len(found) and found[at] in "+-":
        other, after = _product(found, at + 1, whole, depth)
        value = value + other if found[at] == "+" else value - other
        at = after
    return value, at


def _product(found: list[str], at: int, whole: str, depth: int) -> tuple[Fraction, int]:
    value, at = _factor(found, at, whole, depth)
    while at < len(found) and found[at] in "*/":
        other, after = _factor(found, at + 1, whole, depth)
        if found[at] == "/" and other == 0:
            raise ProbatumError("P711", expression=whole)
        value = value * other if found[at] == "*" else value / other
        at = after
    return value, at


def _factor(found: list[str], at: int, whole: str, depth: int) -> tuple[Fraction, int]:
    if at >= len(found) or depth > 20:
        raise ProbatumError("P710", expression=whole, why="it ends too early or nests too deeply")
    sign = found[at]
    if sign == "-":
        value, at = _factor(found, at + 1, whole, depth + 1)
        return -value, at
    if sign == "\u221a":
        value, at = _factor(found, at + 1, whole, depth + 1)
        return _root(value, whole), at
    if sign == "(":
        value, at = _sum(found, at + 1, whole, depth + 1)
        if at >= len(found) or found[at] != ")":
            raise ProbatumError("P710", expression=whole, why="a parenthesis stays open")
        return value, at + 1
    if sign[0].isdigit() or sign[0] == ".":
        return Fraction(sign.replace(",", "")), at + 1
    raise ProbatumError("P710", expression=whole, why=f"{sign!r} stands where a number should")


def _root(value: Fraction, whole: str) -> Fraction:
    """The square root, to 30 figures."""
    if value < 0:
        raise ProbatumError("P710", expression=whole, why="the square root is of a number below zero")
    with localcontext(prec=30):
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


def rounds_to(value: Fraction, printed: str) -> bool:
    """True when the value, rounded to the decimals of the printed number, is that number (ties either way)."""
    bare = re.sub(r"[,%\s]", "", printed.replace("\u2212", "-"))
    try:
        shown = Decimal(bare)
    except InvalidOperation:
        return False
    exponent = shown.as_tuple().exponent
    if not shown.is_finite() or not isinstance(exponent, int):
        return False
    half = Fraction(1, 2) * Fraction(10) ** min(exponent, 0)
    return abs(value - Fraction(shown)) <= half
