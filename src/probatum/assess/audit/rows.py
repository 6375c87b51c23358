"""Rows of a table with the words over each cell: its head, which may have several lines, and the group a row belongs
to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.model import SourceSection
from probatum.text.expressions import expression
from probatum.text.normal import fold

_DATUM: Final = expression(r"\s*+[<>\u2264\u2265=\u00b1~+-]?\s*+[0-9.]")
_WORD: Final = expression(r"[A-Za-z]{2,}")
_HEADED: Final = expression(r"\s*+(?:characteristics?|variables?|parameters?|outcomes?|measures?|items?"
                            r"|instrument/?|events?|adverse events?"
                            r"|preferred term|group|time on therapy)?\s*+\Z", re.IGNORECASE)  # fmt: skip
_FIRST: Final = 6
"""Lines at the top of a table among which its head is looked for."""


class Row(NamedTuple):
    """A row below the head. Offsets count in the section's text."""

    start: int
    end: int
    head: tuple[str, ...]
    group: str


def read(section: SourceSection) -> Iterator[Row]:
    """The rows of a table that hold figures, with the words over their cells."""
    head: list[str] = []
    group, at, below = "", 0, False
    for number, line in enumerate(section.text.split("\n")):
        start, at = at, at + len(line) + 1
        cells = [fold(cell).text for cell in line.split("\t")]
        if not line.strip():
            continue
        if not below and number < _FIRST and _heads(cells, number):
            head = _joined(head, cells)
            continue
        if not any(any(c.isdigit() for c in cell) for cell in cells[1:]):
            named = next((c.strip() for c in cells if c.strip()), "")
            group = named if below or len([c for c in cells if c.strip()]) == 1 else group
            if not below and len([c for c in cells if c.strip()]) > 1:
                head = _joined(head, cells)
            continue
        below = True
        yield Row(start, start + len(line), tuple(head), group)


def _heads(cells: list[str], number: int) -> bool:
    """True when a line is part of the head: its cells are words, or sizes of groups."""
    filled = [cell for cell in cells[1:] if cell.strip()]
    if not filled:
        return False
    sized = [cell for cell in filled if re.search(r"\b[nN]\s?=", cell)]
    if len(sized) * 2 >= len(filled) and (number == 0 or _HEADED.match(cells[0])):
        return True
    worded = [cell for cell in filled if _WORD.search(cell)]
    if number == 0 and len(worded) * 2 > len(filled):
        return True
    return bool(_HEADED.match(cells[0])) and len(worded) == len(filled) and not any(_plain(cell) for cell in filled)


def _plain(cell: str) -> bool:
    """True for a cell that is a datum: figures and next to no words."""
    return _DATUM.match(cell) is not None and len(_WORD.findall(cell)) < 1


def _joined(head: list[str], cells: list[str]) -> list[str]:
    """A further line of the head under those above; a blank cell above takes its left neighbour's words."""
    filled, last = [], ""
    for cell in head:
        last = cell.strip() or last
        filled.append(last)
    size = max(len(filled), len(cells))
    above = filled + [last] * (size - len(filled))
    below = [cell.strip() for cell in cells] + [""] * (size - len(cells))
    return [f"{a} {b}".strip() for a, b in zip(above, below, strict=True)]
