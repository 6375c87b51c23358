"""Which figure of a list belongs to which of the names that stand before it: `A, B and C fell (64%, 37% and 46%,
respectively)`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from probatum.assess.audit import figures, keys
from probatum.text.expressions import expression

_BEHIND: Final = expression(r"\brespectively\b", re.IGNORECASE)
_PARTED: Final = expression(r",\s(?:and\s|or\s)?|\s(?:and|or)\s")
_VERB: Final = expression(
    r"\b(?:was|were|is|are|had|fell|rose|decreas\w+|increas\w+|reduc\w+|improv\w+|occurred|in|of|by|with|to)\b",
    re.IGNORECASE,
)
_LEAST: Final = 2
_MOST: Final = 8
_REACH: Final = 240


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[tuple[float, frozenset[str]], ...]:
    """Each figure of the list before `respectively` with the keys of its name; empty where the two lists do not fit."""
    end = _BEHIND.search(text)
    if end is None:
        return ()
    told = [f for f in figures.printed(text) if f.end <= end.start()]
    chain = told[-1:]
    for one, two in reversed(list(pairwise(told))):
        between = text[one.end : two.start].strip(" %-\u2212\u2013")
        if between not in (",", "and", ", and", "or", ", or", "%,", "% and", "%, and") or two is not chain[0]:
            break
        chain.insert(0, one)
    if not _LEAST <= len(chain) <= _MOST:
        return ()
    ahead = text[max(0, chain[0].start - _REACH) : chain[0].start]
    names = _names(ahead, len(chain))
    return tuple((f.value, n) for f, n in zip(chain, names, strict=True)) if len(names) == len(chain) else ()


def _names(ahead: str, count: int) -> list[frozenset[str]]:
    """The last names of a list, as many as there are figures."""
    items = _PARTED.split(ahead)
    for stop in range(len(items), count - 1, -1):
        chosen = items[stop - count : stop]
        chosen[-1] = _VERB.split(chosen[-1])[0]
        made = [keys.of(item) - keys.GENERIC for item in chosen]
        if all(made) and len(set(made)) == count and all(len(item.split()) <= _WORDS for item in chosen[1:]):
            return made
    return []


_WORDS: Final = 5
