"""Again: on a plain page a study is introduced once. Where it comes back it is called the same study, with its size."""

from __future__ import annotations

import re
from functools import lru_cache

from probatum.apply.designs import FAIRNESS


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """`One study looked at this (60 people, 12 weeks). Chance decided who got what.`, wherever it stands."""
    fair = "|".join(map(re.escape, FAIRNESS))
    return re.compile(
        r"(?P<first>[Oo])ne (?P<what>study|summary of studies) (?P<did>looked at|found|concluded|says) this"
        r"(?P<inside> \([^()]*\))?\."
        rf"(?: (?i:{fair})\.)*"
    )


def _lead(found: re.Match[str]) -> str:
    """`One study looked at this (60 people).`, without how fair it was."""
    return f"{found['first']}ne {found['what']} {found['did']} this{found['inside'] or ''}."


def retold(words: str, records: tuple[str, ...], met: set[tuple[str, str]]) -> str:
    """Plain words that rest on `records`, with a study that was introduced before called the same study; `met` holds
    those that were, and is added to. How a study was kept fair is explained once."""
    found = _opening().search(words)
    if found is None or len(records) != 1:
        return words
    name = (records[0], found[0].lower().replace(f" {found['did']} ", " "))
    if name not in met:
        fair = words[found.start() + len(_lead(found)) : found.end()]
        before = ("", fair.lower())
        met.add(name)
        if not fair or before not in met:
            met.add(before)
            return words
        return f"{words[: found.start()]}{_lead(found)[:-1]}, done in the same fair way.{words[found.end() :]}"
    this = "This" if found["first"] == "O" else "this"
    return (
        f"{words[: found.start()]}{this} is from the same {found['what']}{found['inside'] or ''}.{words[found.end() :]}"
    )
