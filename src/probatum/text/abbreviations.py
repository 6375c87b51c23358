"""Abbreviations that a text defines: `long form (LF)`.

After Schwartz and Hearst 2003 (doi:10.1142/9789812776303_0042): the letters of the short form, from its last to its
first, are found in the words before the bracket, the first at a word's start.
"""

from __future__ import annotations

import re

from probatum.text.expressions import expression

DEFINED = expression(r"\((?P<short>[A-Za-z][A-Za-z0-9/-]{1,9})(?:[;,:][^()]{0,40})?\)")
WINDOW = 160
"""Characters before the bracket in which the long form is sought."""


def definitions(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of short and long form in a text: `very low birth weight (VLBW)`; a plural `s` of the short form is cut."""
    made = []
    for match in DEFINED.finditer(text):
        short = match["short"]
        if short.endswith("s") and short[:-1].isupper():
            short = short[:-1]
        if sum(c.isupper() for c in short) < 2:
            continue
        long = _long_form(short, text[max(0, match.start() - WINDOW) : match.start()])
        if long:
            made.append((short, long))
    return tuple(made)


def _long_form(short: str, before: str) -> str:
    """The words before the bracket that spell the short form; empty when they do not."""
    before = re.split(r"[.;:()]\s", before)[-1].rstrip()
    letters = [c.lower() for c in short if c.isalnum()]
    at = len(before)
    for place, letter in enumerate(reversed(letters), 1):
        at -= 1
        first = place == len(letters)
        while at >= 0 and (before[at].lower() != letter or (first and at > 0 and before[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return ""
    long = _whole(before, at, letters)
    return long if len(long.split()) <= min(len(letters) + 5, 2 * len(letters)) and len(long) > len(short) else ""


def _whole(before: str, at: int, letters: list[str]) -> str:
    """The long form with the first part of its hyphenated word, where the short form has a letter for each part:
    `antibiotic-associated diarrhoea (AAD)`."""
    if at == 0 or before[at - 1] != "-":
        return before[at:]
    whole = before[before.rfind(" ", 0, at) + 1 :]
    initials = [part[0].lower() for part in re.split(r"[\s-]+", whole) if part]
    return whole if initials == letters else before[at:]
