"""What stands over the columns of a table: which rows are its head, and which heads are times, forms or tests."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.appraise.findings.contrasts import Head
from probatum.model import Cell, SourceSection
from probatum.text.expressions import expression

MARKS: Final = r"[*†‡§¶#ªᵃᵇᶜᵈᵉᶠᵍ^ǂ]"
_NOTE: Final = r"(?:[a-h](?:,[a-h])*)?"
"""The letter of a note that is printed as part of the word: `p-Valuea`, `SDb`."""
P_HEAD: Final = expression(
    rf"^[*†‡§]?p(?:[\s-]{{0,3}}(?:values?|levels?){_NOTE})?\s?{MARKS}*(?:\s?\(.{{0,30}}\))?$|^sig(?:nificance|\.)?$",
    re.IGNORECASE,
)
ESTIMATE: Final = expression(
    r"\b(?:(?:adjusted|crude|unadjusted|mean|risk|hazards?|odds|rate|relative|treatment|between-group|absolute|"
    r"estimated)\s)*"
    r"(?:differences?|ratios?|risk|effect)\b|\b(?:a?ORs?|a?RRs?|a?HRs?|I?RRs?|W?MDs?|SMDs?)\b",
    re.IGNORECASE,
)
TIME: Final = expression(
    r"^(?:at\s|the\s)?(?:base-?line|before(?:\s\w+)?|after(?:\s\w+)?|pre|post|pre-?\s?\w+|post-?\s?\w+|(?:end "
    r"of\s)?follow[- ]?up\s?\d*|"
    r"end ?point|admission|discharge|fu|(?:first|second|third|final|last|end|mid)(?:\s\w+)?|"
    r"(?:(?:at|after)\s)?(?:week|month|day|year|visit|hour|wk|mo|[TDWMV])s?\.?\s?\d+|"
    r"(?:(?:at|after)\s)?\d+(?:st|nd|rd|th)?\s?(?:-\s?)?(?:weeks?|months?|days?|years?|hours?|hrs?|h|min|wks?|mo|y))"
    r"(?:\s(?:treatment|intervention|test|study|visit|training|therapy|follow[- ]?up))?"
    rf"\s?(?:[\[(,].*)?{MARKS}*$",
    re.IGNORECASE,
)
BASELINE: Final = expression(r"base|before|\bpre\b|^pre|admission|initial|^[TMVWD]\s?0\b|day 0|week 0", re.IGNORECASE)
CHANGE: Final = expression(r"\b(?:change|delta|Δ|reduction|improvement|gain)\b|^[Δ∆]", re.IGNORECASE)
FORM: Final = expression(
    r"^[\s(\[]*(?:(?:LS|least[- ]squares?|adjusted|crude|raw)\s)?(?:n|no\.?|number|means?|medians?|SDs?|SEs?|SEM|"
    r"s\.d\.|%|per ?cent(?:age)?|"
    r"frequency|χ|x¯|x̄|M|range|IQR|events?|patients|subjects|n/N|rate)(?![A-Za-z])[^A-Za-z]{0,6}"
    r"(?:(?:SDs?|SEs?|SEM|s\.d\.|s\.e\.|%|per ?cent|IQR|n|N|range|mean|of patients|CI|confidence interval|"
    r"standard (?:deviation|error))"
    rf"[^A-Za-z]{{0,4}})*(?:with \w+)?{_NOTE}$",
    re.IGNORECASE,
)
SIZE: Final = expression(
    r"[\[(]?\s?\b[nN]\s{0,3}=\s{0,3}(?P<n>\d{1,3}(?:[, \u2009]\d{3}){1,2}|\d{1,6})(?!\d|\s?[-–]\s?\d)\s?[\])]?"
)
TIMED_FORM: Final = expression(r"^(?P<time>.*\w)[,;]?\s(?P<form>(?:means?|medians?|n)\s?[±(\[].*)$", re.IGNORECASE)
"""`Post-test, mean (SD)`: a time and what is printed, in one head."""


def text_of(section: SourceSection, cell: Cell) -> str:
    """The characters of a cell on one line."""
    return " ".join(section.text[cell.start : cell.end].split())


def before_treatment(words: str) -> bool:
    """True where a time named in a head or a row lies before treatment."""
    return BASELINE.search(words.strip()) is not None


def heading_rows(section: SourceSection, rows: dict[int, list[Cell]]) -> list[int]:
    """The rows of the head: those marked so at the top, and rows behind them that only say what is printed."""
    heads: list[int] = []
    unmarked = not any(c.header for line in rows.values() for c in line)
    for number in sorted(rows)[:6]:
        cells = [c for c in rows[number] if text_of(section, c)]
        marked = all(c.header for c in cells) or (unmarked and _unmarked_head(section, cells))
        over = [text_of(section, c) for c in cells if c.column]
        stub = [text_of(section, c) for c in cells if not c.column]
        named = all(says_form(t) or re.match(r"[^\W\d]", t) for t in stub)
        formal = bool(heads) and bool(over) and named and all(says_form(t) for t in over)
        if not (marked or formal) or number != len(heads):
            break
        heads.append(number)
    return heads


def _unmarked_head(section: SourceSection, cells: Sequence[Cell]) -> bool:
    """A row of words over the figures, in a table whose source marks no cell as a head."""
    over = [text_of(section, c) for c in cells if c.column]
    if not over or (cells[0].row and cells[0].column == 0):
        return not cells
    return all(SIZE.search(t) or says_form(t) or CHANGE.search(t) or re.match(r"[^\W\d]", t) for t in over)


def says_form(text: str) -> bool:
    """True where a cell says what is printed, and no figure of its own."""
    bare = SIZE.sub("", text).strip()
    return (
        not bare
        or bool(FORM.match(bare) or P_HEAD.match(bare) or TIME.match(bare))
        or (ESTIMATE.search(bare) is not None and not re.search(r"\d\.\d", bare))
    )


def heads_of(section: SourceSection, heads: Sequence[Sequence[Cell]]) -> list[Head]:
    """The head of each column, from the rows of the head."""
    width = max((c.column + c.column_span for row in heads for c in row), default=0)
    heads = _spread(section, heads)
    made = []
    for index in range(width):
        cells = tuple(
            dict.fromkeys(
                c for row in heads for c in row if c.column <= index < c.column + c.column_span and text_of(section, c)
            )
        )
        made.append(Head(index, cells, tuple(text_of(section, c) for c in cells)))
    return made


def is_p(text: str) -> bool:
    """True for the head of a column of p values."""
    return P_HEAD.match(text) is not None


def is_change(text: str) -> bool:
    """True for a head that names a change."""
    return CHANGE.search(text) is not None


def said_over(head: Head) -> tuple[str, str, str]:
    """The time, the form and the other words of a column's head."""
    time, form, words = "", "", ""
    for text in head.texts:
        bare = SIZE.sub("", text).strip()
        timed = TIMED_FORM.match(bare)
        if timed is not None:
            bare, form = timed["time"], timed["form"]
        if TIME.match(bare) or CHANGE.search(bare) or re.fullmatch(r"differences?", bare, re.IGNORECASE):
            time = bare
        elif FORM.match(bare):
            form = bare
        else:
            words = f"{words} {bare}".strip()
    return time, form, words


def _spread(section: SourceSection, heads: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows of a head, each head over the blank cells beside it too, where times or forms stand below all."""
    rows = [sorted(row, key=lambda c: c.column) for row in heads]
    for upper, lower in itertools.pairwise(rows):
        below = {c.column: text_of(section, c) for c in lower}
        for place, cell in enumerate(upper):
            before = upper[place - 1] if place else None
            if before is None or text_of(section, cell) or cell.column_span > 1 or not text_of(section, before):
                continue
            own, other = below.get(cell.column, ""), below.get(before.column, "")
            told = all(TIME.match(t) or FORM.match(t) for t in (own, other))
            if before.column and told and own != other:
                width = cell.column + 1 - before.column
                upper[place - 1] = msgspec.structs.replace(before, column_span=width)
                upper[place] = upper[place - 1]
    return rows
