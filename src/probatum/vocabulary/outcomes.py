"""Outcomes: other names under which trials report what a question calls an outcome, and the composites that hold it.

A question asks for heart attacks or hospital admissions; trials count major cardiovascular events and hospitalisations.
The rows are facts of usage, complete for no outcome; a composite holds its parts and is never taken for one of them.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from probatum.text import words

UMBRELLAS: Final = frozenset(("acute coronary syndrome", "venous thromboembolism", "urinary tract infection"))
"""Composites that are illnesses too: under their name trials take in people with any of their kinds, which are treated
alike."""


@lru_cache(maxsize=512)
def names_of(outcome: str) -> tuple[str, ...]:
    """Other names of an outcome, the usual ones first; empty for one that is not listed."""
    key = _key(outcome)
    for own in (key, key - _SIDES):
        if own == key and own in _table():
            return _table()[own][0]
        found = (row for row in _rows() if own and any(_key(one) == own for one in (row[0], *row[1])))
        if (row := next(found, None)) is not None:
            return (row[0], *row[1])
    return ()


@lru_cache(maxsize=512)
def composites_of(outcome: str) -> tuple[str, ...]:
    """Names of the composites that count an outcome among others: of `stroke`, `cardiovascular events`."""
    key = _key(outcome)
    found = (
        (name, *names)
        for name, names, parts in _rows()
        if any(_key(part) == key for part in parts) and _key(name) != key
    )
    return tuple(dict.fromkeys(name for row in found for name in row))


def kinds_of(illness: str) -> tuple[str, ...]:
    """The kinds of an illness that is a composite too: of `venous thromboembolism` its thrombosis and embolism; empty
    for any other."""
    if illness.lower() not in UMBRELLAS:
        return ()
    return _table().get(_key(illness), ((), ()))[1]


_SIDES = words.stems("rate risk frequency number incidence benefit change")
"""Words for the side of an outcome that was measured."""


def _key(name: str) -> frozenset[str]:
    return words.stems(name)


@lru_cache(maxsize=1)
def _table() -> dict[frozenset[str], tuple[tuple[str, ...], tuple[str, ...]]]:
    return {_key(name): (names, parts) for name, names, parts in _rows()}


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    text = files("probatum.vocabulary").joinpath("data", "outcomes.tsv").read_text(encoding="utf-8")
    cells = (line.split("\t") for line in text.splitlines()[1:])
    return tuple((name, _listed(names), _listed(parts)) for name, names, parts in cells)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(one for one in cell.strip().split("; ") if one)
