"""What stands over the columns of the tables of a trial that print the size of each group."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from probatum.assess.audit.source import Source
from probatum.text.expressions import expression
from probatum.text.normal import fold

_SIZE: Final = expression(r"\(?\b(?:[nN]\s?=\s?|total\s)[0-9][0-9,]*\)?.*", re.DOTALL)


def sized(source: Source) -> list[str]:
    """What stands over the columns of tables that print the size of a group, without the size and what follows it."""
    heads = dict.fromkeys(h for unit in source.units if unit.row for h in unit.head if _SIZE.search(h))
    return [label for h in heads if (label := _SIZE.sub("", fold(h).text)).strip() and not _ALL.match(label)]


def most(source: Source) -> list[str]:
    """The same of the tables alone that set two groups apart, where others set those who took part against the rest."""
    tables: dict[str, list[str]] = {}
    for unit in source.units:
        if unit.row and unit.section not in tables:
            tables[unit.section] = [fold(h).text for h in unit.head if _SIZE.search(h)]
    counts = Counter(tuple(_SIZE.sub("", h).strip() for h in heads) for heads in tables.values())
    pairs = [labels for labels in counts if len(labels) == 2 and all(labels) and not any(map(_OUTSIDE.search, labels))]
    return list(max(pairs, key=lambda labels: counts[labels], default=()))


_OUTSIDE: Final = expression(r"\b(?:not|non|excluded|declin\w+|refus\w+|all|total)\b", re.IGNORECASE)
_ALL: Final = expression(r"\s*(?:all|total|overall|both|combined)\b", re.IGNORECASE)
