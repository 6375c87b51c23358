"""Abbreviations with the names that a text gives them, so that what it says by an abbreviation counts as said in words.

A record on nasopharyngeal carcinoma (NPC) may write NPC ever after, and would lose to one that writes the name out.
"""

from __future__ import annotations

import re
from collections import Counter
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
    times: Counter[str] = Counter()

    def named(found: re.Match[str]) -> str:
        times[found[1]] += 1
        return f"{found[1]} {names[found[1]]}" if times[found[1]] <= MOST_TIMES else found[1]

    shorts = "|".join(map(re.escape, sorted(names, key=lambda short: (-len(short), short))))
    used = re.compile(rf"(?<![\w-])({shorts})(?=s?(?!\w))(?!\))")  # not where it is defined
    return used.sub(named, head) + text[LONGEST_TEXT:]
