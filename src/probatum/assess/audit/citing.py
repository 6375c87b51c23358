"""Citations in running text: `[1]`, `[1, 3-5]`, `(1)`, raised digits, author and year, links, identifiers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from probatum.model import Identifier
from probatum.text import identifiers
from probatum.text.expressions import expression

_SPREAD: Final = 60
"""A range of reference numbers that is longer is no citation."""
_LIST: Final = r"[0-9]{1,3}(?:\s{0,2}[,;\u2013\u2014-]\s{0,2}[0-9]{1,3}){0,30}"
_SQUARE: Final = expression(rf"\[\^?\s{{0,2}}(?:refs?\.?\s)?({_LIST})\s{{0,2}}\]", re.IGNORECASE)
_NAMING: Final = expression(
    r"\[(?:refs?\.?\s)?([0-9]{1,3})\s?(?::|,\s(?=pp?\.|page|section|table))\s?[^\[\]]{2,120}\]", re.IGNORECASE
)
"""`[3: label of the drug]`, `[3, p. 12]`: a number of the list with the name or the page of what it is."""
_ROUND: Final = expression(rf"\(\s{{0,1}}(?:refs?\.?\s)?({_LIST})\s{{0,1}}\)", re.IGNORECASE)
_DIGIT: Final = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_SUPERSCRIPT: Final = expression(
    rf"(?<=[\w.,;:!?)\]\"'\u201d\u2019%])[{_DIGIT}]{{1,3}}(?:[,\u207b\u2013\u2014-]\s?[{_DIGIT}]{{1,3}}){{0,30}}(?![\w/])"
)
_GLUED: Final = expression(
    r"(?<=[a-z)\]%\"\u201d])(?P<stop>[.,;])(?P<list>[0-9]{1,3}(?:[,\u2013-][0-9]{1,3}){0,12})(?=\s+[A-Z]|\s*\Z)"
)
"""`improved.1 The next`: raised digits whose raising was lost."""
_RAISED: Final = {
    **{ord(c): str(i) for i, c in enumerate("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")},
    ord("\u207b"): "-",
}
_INTERVAL_BEFORE: Final = expression(r"\b(?:CI|IQR|range|interval)\s?,?\Z", re.IGNORECASE)
_FIGURE_BEFORE: Final = expression(r"(?:median|mean|[0-9=%:])\s?,?\Z", re.IGNORECASE)
_AFTER: Final = ("", ".", ",", ";", ":", " ", "\n", ")")
_NAME: Final = r"[A-Z\u00c0-\u00de][\w'\u2019-]{1,30}"
_AUTHOR_YEAR: Final = expression(
    rf"(?P<first>{_NAME})(?:\s(?:and|&)\s{_NAME}|,?\set\sal\.?|\sand\scolleagues)?(?:['\u2019]s)?,?\s\(?"
    rf"(?P<year>(?:19|20)[0-9]{{2}})[a-z]?(?=[\s;,.)\]])"
)
_ADDRESS: Final = expression(r"<(https?://[^<>\s]{4,1000})>|(?<![\w/])https?://[^\s<>\"\u201d]{4,1000}")
_MEASURE_BEFORE: Final = expression(
    r"(?:(?<![0-9.])10\s?|[\u00d7*x]\s?[0-9.]{1,6}\s?|\b(?:c?m|k?m|mm|kg/m|ml/min/1\.73\s?m|mg/m|L/m|s|min|g/cm))\Z"
)
_POWER_BEFORE: Final = expression(r"[0-9]\s?\Z")
"""A raised figure right behind a figure is a power where the list of references has no such number."""
_EQUATED: Final = expression(r"\s{0,2}[=<>\u2264\u2265]\s{0,2}[-0-9.]")
"""Behind a bracket that holds degrees of freedom: `t[173] = 8.1`, `F(2, 40) = 3.2`."""
_NO_ROUND: Final = expression(r"(?:\b(?:n|N|p|P|grade|stage|type|phase|step|figure|table|score)\s?=?\s?\Z)", re.I)


class Mark(NamedTuple):
    """A citation where it stands. It names numbers of the list, or a source itself."""

    start: int
    end: int
    numbers: tuple[int, ...] = ()
    identifier: Identifier | None = None
    author: str = ""
    year: int = 0
    address: str = ""


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of `1, 3-5`; empty for a range that runs backwards or too far."""
    made: list[int] = []
    for part in re.split(r"\s*[,;]\s*", text.translate(_RAISED)):
        ends = [int(n) for n in re.findall(r"[0-9]{1,3}", part)]
        if len(ends) == 1:
            made.append(ends[0])
        elif len(ends) == 2 and 0 <= ends[1] - ends[0] <= _SPREAD:
            made.extend(range(ends[0], ends[1] + 1))
        else:
            return ()
    return tuple(dict.fromkeys(made))


def find(text: str, listed: Collection[int]) -> tuple[Mark, ...]:
    """All citations in a text, in order, not overlapping. `listed` are the numbers of its reference list.

    Numbers in round brackets are citations only where the text has no square or raised ones, and where the list has
    them all; a text without a list is taken to cite by square brackets and raised digits alone.
    """
    made = [*_square(text, listed), *_raised(text, listed)]
    if not made and listed:
        made = list(_round(text, listed))
    if not made and listed:
        made = list(_glued(text, listed))
    made += _addresses(text)
    made += [Mark(start, end, (), identifier) for start, end, identifier in identifiers.find(text)]
    made += [Mark(f.start(), f.end(), author=f["first"], year=int(f["year"])) for f in _AUTHOR_YEAR.finditer(text)]
    made.sort(key=lambda m: (m.start, -m.end))
    kept: list[Mark] = []
    for mark in made:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def blanked(text: str, marks: Collection[Mark]) -> str:
    """The text with its citations blanked out: offsets stay. What names the kind of an identifier (`PMID`) and the
    brackets around citations go too: they assert nothing."""
    pieces: list[str] = []
    at = 0
    for mark in marks:
        if mark.author and text[mark.start - 1 : mark.start] != "(":
            continue  # `Weiss et al. (2016) found`: the name is the subject of its sentence
        start, end = mark.start, mark.end
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            start, end = start - 1, end + 1
        label = _LABEL.search(text, max(at, start - LABEL), start) if mark.identifier is not None else None
        start = max(label.start() if label is not None else start, at)
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return _EMPTY.sub(lambda found: " " * len(found[0]), "".join((*pieces, text[at:])))


LABEL: Final = 40
"""Characters before an identifier in which its kind may be named."""
_LABEL: Final = expression(
    r"(?<![\w-])(?:(?:pubmed|trial|registration|registry|clinicaltrials\.gov|pmids?|pmcids?|pmc|doi|nct|ids?|identifiers?|no"
    r"|number)[\s:.#]{1,3})+\Z",
    re.IGNORECASE,
)
_EMPTY: Final = expression(r"\([\s;,.]{3,}\)|\[[\s;,.]{3,}\]")
"""Brackets in which nothing but citations stood."""


def _square(text: str, listed: Collection[int]) -> Iterator[Mark]:
    for found in _SQUARE.finditer(text):
        cited = numbers(found[1])
        before = text[max(0, found.start() - 12) : found.start()]
        known = bool(listed) and set(cited) <= set(listed)
        interval = _INTERVAL_BEFORE.search(before) is not None and not (known and len(cited) == 1)
        measured = _FIGURE_BEFORE.search(before) is not None and not known
        if not cited or interval or measured or _EQUATED.match(text, found.end()):
            continue
        yield Mark(found.start(), found.end(), cited)
    for found in _NAMING.finditer(text):
        if int(found[1]) in listed:
            yield Mark(found.start(), found.end(), (int(found[1]),))


def _raised(text: str, listed: Collection[int]) -> Iterator[Mark]:
    for found in _SUPERSCRIPT.finditer(text):
        cited = numbers(found.group())
        before = text[max(0, found.start() - 24) : found.start()]
        measure = _MEASURE_BEFORE.search(before) or (_POWER_BEFORE.search(before) and not set(cited) <= set(listed))
        if cited and not measure and (not listed or set(cited) & set(listed)):
            yield Mark(found.start(), found.end(), cited)


def _round(text: str, listed: Collection[int]) -> Iterator[Mark]:
    for found in _ROUND.finditer(text):
        cited = numbers(found[1])
        before, after = text[max(0, found.start() - 14) : found.start()], text[found.end() : found.end() + 1]
        opening = not before.strip() or before.rstrip()[-1] in ".:;\n"
        known = bool(cited) and set(cited) <= set(listed)
        barred = _NO_ROUND.search(before)
        if barred and barred.group().strip().lower() == "score" and after in (".", ""):
            barred = None  # `the depression score (1).`: what ends a sentence is cited
        if known and not opening and after in _AFTER and not barred:
            yield Mark(found.start(), found.end(), cited)


def _glued(text: str, listed: Collection[int]) -> Iterator[Mark]:
    for found in _GLUED.finditer(text):
        cited = numbers(found["list"])
        if cited and set(cited) <= set(listed):
            yield Mark(found.start("list"), found.end(), cited)


def _addresses(text: str) -> Iterator[Mark]:
    for found in _ADDRESS.finditer(text):
        address = (found[1] or found.group()).rstrip(".,;:!?)")
        end = found.end() if found[1] else found.start() + len(address)
        yield Mark(found.start(), end, (), identifiers.parse(address), address=address)
