"""Needed: which words of a plain page are explained on it: few enough to be read, those first that the answer rests on.

The other words have their entries in the glossary that is published with every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from probatum.vocabulary.glossary import Entry

MOST: Final = 8
"""Words that are explained at the end of a page; a longer list is read by nobody."""
MOST_LEARNT: Final = 12
"""The same for who learns the subject."""
_WORTH: Final = {"reply": 6, "bottom_line": 6, "evidence": 3, "safety": 2, "monitoring": 2, "dosing": 2}
_OF_MEDICINES: Final = ("a medicine ", "medicines ", "a medicine or ")
"""How the meanings of names of medicines begin: that of a medicine named in passing helps nobody."""


def chosen(entries: Iterable[Entry], shown: Sequence[tuple[str, Sequence[str]]], most: int = MOST) -> list[Entry]:
    """The entries of a page, at most so many meanings. `shown` is its parts: name and lines."""
    ranked = sorted(((_worth(one, shown), one) for one in entries), key=lambda row: (-row[0], row[1].term.casefold()))
    made: list[Entry] = []
    for worth, entry in ranked:
        if worth > 0 and (entry.meaning in {e.meaning for e in made} or len({e.meaning for e in made}) < most):
            made.append(entry)
    return made


def _worth(entry: Entry, shown: Sequence[tuple[str, Sequence[str]]]) -> int:
    """How much a page turns on a word: where it stands first, and how often; one that is explained where it stands, as
    in `low blood sugar (hypoglycaemia)`, needs no entry."""
    word = re.compile(rf"(?<![\w-]){re.escape(entry.term[:_STEM])}", re.IGNORECASE)
    inside = re.compile(rf"\((?:[^()]* )?{re.escape(entry.term)}s?\)", re.IGNORECASE)
    hits = [(name, len(word.findall(line))) for name, lines in shown for line in lines]
    count = 0 if entry.term.lower() in _KNOWN else sum(n for _, n in hits)
    explained = any(inside.search(line) for _, lines in shown for line in lines)
    where = max((_WORTH.get(name, 1) for name, n in hits if n), default=0)
    passing = entry.meaning.startswith(_OF_MEDICINES) and where < _WORTH["bottom_line"]
    return 0 if not count or passing else 1 if explained else 2 * where + min(count, 4)


_KNOWN: Final = frozenset(
    (
        "surgery",
        "vein",
        "pharmacist",
        "prescriber",
        "stroke",
        "heart attack",
        "symptom",
        "infection",
        "headache",
        "label",
    )
)
"""Words that a relative knows; each has its entry in the glossary all the same."""
_STEM: Final = 12
"""Letters by which a word is found in other endings."""
