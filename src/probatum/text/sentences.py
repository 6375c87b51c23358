"""Where the sentences of biomedical prose begin and end. Rules only, one pass, offsets into the text as it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.text.expressions import expression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER: Final = _words(
    "vs v e.g i.e eg ie cf fig figs tab eq eqs ref refs approx ca dr mr mrs ms prof st viz resp vol pp al jr sr "
    "subsp var ssp no nos sect chap ed eds rev dept univ u.s u.k inc ltd co corp dist gen sen gov suppl syn "
    "jan feb mar apr jun jul aug sep sept oct nov dec incl excl est cfr"
)
"""Tokens whose full stop does not end a sentence; some yield before a word that clearly starts one."""
_YIELDS: Final = _words("al inc ltd co corp u.s u.k no st jr sr eds suppl spp dec mar")
_NUMBERED: Final = _words("no nos fig figs tab eq eqs ref refs vol pp p sect chap")
_STARTERS: Final = _words(
    "the this these those we in our to for there it its they their at after during among although however as all both "
    "patients participants results conclusion conclusions methods background objective a an on of with when while "
    "most no each one two here thus therefore moreover furthermore further data using overall adverse treatment "
    "compared by mean median total only such some other following based although since because if"
)
_LETTERED: Final = _words(
    "vitamin hepatitis group arm type class grade phase stage factor protein level part table figure appendix "
    "influenza step cohort category panel site regimen plan drug treatment"
)
_LABELS: Final = (
    "backgrounds?|introduction|objectives?|aims?|purpose|methods?|materials and methods|methods and results|"
    "methods and findings|patients and methods|design|study design|setting|settings|patients|participants|"
    "interventions?|main outcomes?(?: and)?(?: measures?)?|outcome measures?|measurements?"
    "|measurements and main results|"
    "main results|key results|results|findings|principal findings|discussion|interpretation|conclusions?|"
    "conclusions? and relevance|significance|importance|limitations?|funding|trial registration|registration|"
    "context|rationale|hypothesis|search methods|selection criteria|data collection and analysis|data sources|"
    "study selection|data extraction|data synthesis|authors' conclusions|evidence acquisition|evidence synthesis"
)
_LABEL: Final = expression(rf"(?:(?i:{_LABELS})|[A-Z][A-Z'/&-]{{3,}}(?: [A-Z/&]{{2,}}){{0,5}}):(?=\s+\S)")
_CANDIDATE: Final = expression("[.!?\u3002\uff01\uff1f\n\u2022\u25cf\u25aa\u25e6\u2023]")
_TAIL: Final = expression(
    r"""
    [.!?\u3002\uff01\uff1f]+ ["'\u201d\u2019)\]]* (?: \[ [0-9][0-9,;\s\u2013-]{0,40} \] )? (?= \s | $ )
  | (?<= [a-z)%\]] ) \. [0-9]{1,3} (?: [,\u2013-] \s? [0-9]{1,3} ){0,12} (?= \s+ [A-Z] )
  | (?<= [a-z)%\]] ) \. [\u00b9\u00b2\u00b3\u2070-\u207b,\u2013-]{1,20} (?= \s )
  | (?<= [a-z]{3} ) [.?!] (?= [A-Z][a-z]+ [\s:,] )
    """,
    re.VERBOSE,
)
"""A stop with what may stand between it and the next sentence: closing signs, the numbers of references."""
_NEWLINES: Final = expression(r"\n+")
_WORD_BACKWARDS: Final = expression(r"[\w.'&/-]*")
_WORD_AFTER: Final = expression(r"[^\W\d_]+")
_BULLET: Final = expression(
    r"(?:[\u2022\u25cf\u25aa\u25e6\u2023*\u2013-]|\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+\S"
)
_OPEN: Final = "([\"'\u201c\u2018\u00ab<\u2265\u2264~\u00b1+-"
_BULLETS: Final = "\u2022\u25cf\u25aa\u25e6\u2023"


@lru_cache(maxsize=256)
def split(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences, in order, without the blanks between them.

    Abbreviations, initials, species names, decimals and list numbers do not end a sentence; a section label
    (`RESULTS:`) is a sentence of its own; so is a line of a table. Linear in the length of the text. The last
    texts are remembered, since several readers ask for the same section.
    """
    made: list[tuple[int, int]] = []
    start = after = 0
    for found in _CANDIDATE.finditer(text):
        at = found.start()
        if at < after:
            continue
        newlines = _NEWLINES.match(text, at)
        end = _boundary(text, start, at, newlines.end() if newlines else at)
        after = max(end, at + 1, newlines.end() if newlines else 0)
        if end >= 0:
            _add(text, start, end, made)
            start = end
    _add(text, start, len(text), made)
    return tuple(made)


def _boundary(text: str, start: int, at: int, next_line: int) -> int:
    """Where the sentence ends when it ends at the sign at `at`, else -1."""
    char = text[at]
    if char == "\n":
        return at if _line_ends(text, start, at, next_line) else -1
    if char in _BULLETS:
        free = text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()
        return at if free else -1
    following = text[at + 1 : at + 2]
    if following == " " or following == "":
        end = at + 1
    else:
        tail = None if following.islower() else _TAIL.match(text, at)
        if tail is None:
            return -1
        end = tail.end()
    return end if _sentence_ends(text, start, at, end) else -1


def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the clauses of one sentence: parted at `;` and `:` and before a contrast or a new `, and` part.

    What stands in brackets is not parted.
    """
    made: list[tuple[int, int]] = []
    start = at = depth = 0
    for found in _CLAUSE.finditer(text):
        passed = text[at : found.start()]
        depth = max(0, depth + passed.count("(") + passed.count("[") - passed.count(")") - passed.count("]"))
        at = found.start()
        if depth:
            continue
        _trim(text, start, found.start(), made)
        start = found.end() if text[found.start()] in ";:" else found.start() + 1
    _trim(text, start, len(text), made)
    return tuple(made)


_CLAUSE: Final = expression(
    r"[;:](?=\s)|,(?=\s(?:but|and|whereas|while|although|though|yet|however|nor|with no|without)\b)"
    r"|\s(?=(?:but|whereas|although|though|while)\s)"
)


def _trim(text: str, start: int, end: int, made: list[tuple[int, int]]) -> None:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        made.append((start, end))


def _add(text: str, start: int, end: int, made: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return
    label = _LABEL.match(text, start, end)
    if label is not None and label.end() < end:
        made.append((start, label.end()))
        _add(text, label.end(), end, made)
        return
    made.append((start, end))


def _skip(text: str, at: int) -> int:
    """First character from `at` that is neither blank nor an opening sign."""
    limit = min(len(text), at + 60)
    while at < limit and (text[at].isspace() or text[at] in _OPEN):
        at += 1
    return at


def _line_ends(text: str, start: int, at: int, after: int) -> bool:
    if after - at > 1 or after >= len(text):
        return True
    # Only a window is looked at, so that a text without sentence ends stays linear.
    line_start = max(text.rfind("\n", max(start, at - 200), at) + 1, start, at - 200)
    if "\t" in text[line_start:at] or "\t" in text[after : after + 80].split("\n", 1)[0]:
        return True
    before = text[line_start:at].rstrip()
    rest = after
    while rest < len(text) and text[rest] in " \t":
        rest += 1
    if rest >= len(text) or text[rest] == "\n" or not before:
        return True
    if _BULLET.match(text, rest) or before[-1] in ":;":
        return True
    return len(before) < 45 and not text[rest].islower() and before[-1] not in ",-/("


def _sentence_ends(text: str, start: int, dot: int, end: int) -> bool:
    if end >= len(text):
        return True
    following = _skip(text, end)
    if following >= len(text):
        return True
    char = text[following]
    if char == "." or (char.islower() and not _odd_start(text, following)):
        return False
    if text[dot] in "!?" or end - dot > 3:
        return True
    return _dot_ends(text, start, dot, following)


def _is_a_name(text: str, start: int, dot: int, word: str) -> bool:
    """True for an illness in capitals behind a word in small letters: `patients with MS.`, which is no form of"
    " address."""
    if not word.isupper() or not 1 < len(word) <= 3 or word.lower() in _NUMBERED:
        return False
    before = text[max(start, dot - 30) : dot - len(word)].split()
    return bool(before) and before[-1].isalpha() and before[-1].islower()


def _odd_start(text: str, at: int) -> bool:
    """True for words such as mRNA, eGFR, p53 and miR-21 that begin a sentence in lower case."""
    word = text[at : at + 5]
    return len(word) > 2 and (word[1].isupper() or (word[2].isupper() and word[1].islower() and word[:3] == "miR"))


def _dot_ends(text: str, start: int, dot: int, following: int) -> bool:
    token = _WORD_BACKWARDS.match(text[max(start, dot - 40) : dot][::-1])
    word = (token.group()[::-1] if token else "").lstrip("'.-/&")
    lower = word.lower()
    after = _WORD_AFTER.match(text, following)
    starter = after is not None and after.group().lower() in _STARTERS and after.group()[0].isupper()
    if not word:
        # A row of dots leads to a page number; a stop behind a blank ends a sentence of tokenised text.
        return text[max(start, dot - 2) : dot].strip() != "."
    if lower in _NEVER:
        if lower in _NUMBERED and text[following].isdigit():
            return False
        if lower == "no" and not text[following].isdigit():
            return True
        if _is_a_name(text, start, dot, word) and text[following].isupper():
            return True
        return lower in _YIELDS and starter
    if len(word) == 1 and word.isupper():
        before = text[max(start, dot - 30) : dot - 1].split()
        return starter or (bool(before) and before[-1].lower() in _LETTERED)
    if word.isdigit() and len(word) <= 2:
        # `1. Take ...`: the number of a list entry, when nothing but it stands in the sentence so far.
        return text[start:dot].strip() != word
    if "." in word and len(word) <= 7 and word[0].isalpha():
        # `b.i.d.`, `U.S.`, `Ph.D.`: an end only before a new word with a capital.
        return starter or (
            after is not None and after.group()[0].isupper() and len(after.group()) > 2 and word[0].islower()
        )
    return True
