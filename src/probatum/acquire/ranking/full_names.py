"""Abbreviations with the names that a text gives them, so that what it says by an abbreviation counts as said in words.

A record on nasopharyngeal carcinoma (NPC) may write NPC ever after, and would lose to one that writes the name out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from probatum.text.abbreviations import definitions

MOST_TIMES: Final = 2
"""How often one name is written out. On PubMedQA and SciFact twice was best; more lengthens the text for little."""

LONGEST_TEXT: Final = 100_000
"""Characters in which abbreviations are looked for."""


def written_out(text: str) -> str:
    """The text with the name after an abbreviation that it defines, for the first few times."""
    head = text[:LONGEST_TEXT]
    names: dict[str, str] = {}
    for short, name in definitions(head):
        names.setdefault(short, name)
    if not names:
        return text
    made, written = [], 0
    times: Counter[str] = Counter()
    used = [(at, short) for short in names for at in _used(short, head)]
    for start, short in sorted(used, key=_longest_first):
        if start < written:
            continue  # within a longer one
        times[short] += 1
        made.append(head[written : start + len(short)])
        made += [" ", names[short]] if times[short] <= MOST_TIMES else []
        written = start + len(short)
    return "".join((*made, text[written:]))


def _longest_first(used: tuple[int, str]) -> tuple[int, int]:
    return used[0], -len(used[1])


def _used(short: str, text: str) -> Iterator[int]:
    """Where an abbreviation stands as a word, or in the plural, and is not being defined.

    Looking for letters is ten times as fast as an expression that each text would need for itself.
    """
    at = text.find(short)
    while at >= 0:
        end = at + len(short)
        after = text[end : end + 2]
        whole = not _joins(after[:1]) or (after[:1] == "s" and not _joins(after[1:]))
        if whole and after[:1] != ")" and not (at and (text[at - 1] == "-" or _joins(text[at - 1]))):
            yield at
        at = text.find(short, at + 1)


def _joins(sign: str) -> bool:
    """True for a letter, a digit or a low line."""
    return sign.isalnum() or sign == "_"
