"""Names of groups that are no words of a treatment: letters (`group S`), how often one dose is given (`three times
daily`), and the combination of what the other groups were given apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Protocol

from probatum.assess.audit import keys
from probatum.assess.audit.arms import CONTROLS
from probatum.assess.audit.source import Source
from probatum.text.expressions import expression

_LETTER: Final = r"(?P<letter>[A-Z][A-Z0-9]?|[IVX]{1,4}|[0-9])"
NAMED: Final = expression(rf"\b(?:[Gg]roups?|[Aa]rms?)\s{_LETTER}(?![\w-])")
"""A group named by a letter or a number."""
_EXPLAINED: Final = (
    expression(rf"(?P<what>[^();,.]{{3,60}}?)\s?(?:[Gg]roup|[Aa]rm)?\s\((?:[Gg]roup|[Aa]rm)\s{_LETTER}\)"),
    expression(
        rf"\b(?:[Gg]roup|[Aa]rm)\s{_LETTER}(?:\s?[:=,(]\s?|,?\s(?:[a-z]+\s){{0,2}}?(?:received|got|underwent|had"
        r"|was given|were given|treated with|consisted of)\s)(?P<what>[^();,.]{3,60})"
    ),
)
FREQUENT: Final = {
    "bid": expression(r"\b(?:twice[- ](?:a day|daily|a-day)|two times (?:a day|daily)|b\.i\.d\.?)", re.IGNORECASE),
    "tid": expression(
        r"\b(?:(?:three|3)[- ]times[- ](?:a day|daily|a-day)|thrice[- ](?:a day|daily)|t\.i\.d\.?)", re.IGNORECASE
    ),
    "qid": expression(r"\b(?:four|4)[- ]times[- ](?:a day|daily)", re.IGNORECASE),
    "qd": expression(r"\bonce[- ](?:a day|daily)", re.IGNORECASE),
    "od": expression(r"\bonce[- ](?:a day|daily)", re.IGNORECASE),
}
"""How often something is given in words, by the abbreviation that may be the name of a group."""
_JOINED: Final = expression(
    r"\s?[/+]\s?|\s(?:plus|combined with|together with|with added|in combination with)\s(?:the\s)?", re.IGNORECASE
)
"""What stands between the two treatments of one group."""


class Named(Protocol):
    """What is asked of a group here."""

    @property
    def name(self) -> str:
        """Its label."""

    @property
    def own(self) -> frozenset[str]:
        """Keys of the words that no other group bears."""

    @property
    def whole(self) -> frozenset[str]:
        """Keys of all its words."""

    @property
    def dose(self) -> str:
        """Its dose, where that sets it apart."""

    @property
    def control(self) -> bool:
        """True of the only control."""


@lru_cache(maxsize=128)
def explained(source: Source, names: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """Letters of groups with the words among `names` that the record explains each by, and no other; a letter in
    brackets behind what it stands for goes before what its group is said to have got."""
    for pattern in _EXPLAINED:
        made = _explained(source, names, pattern)
        if len(made) > 1:
            return made
    return {}


def _explained(source: Source, names: frozenset[str], pattern: re.Pattern[str]) -> dict[str, frozenset[str]]:
    counts: dict[str, Counter[str]] = {}
    held = names | {short for short, long in source.long_forms.items() if long & names}
    for unit in source.units:
        if unit.row or ("roup" not in unit.text and "rm " not in unit.text):
            continue
        for found in pattern.finditer(unit.text):
            told = keys.of(found["what"]) & held
            spelt = [long for short, long in source.long_forms.items() if short in told or (told and told < long)]
            counts.setdefault(found["letter"], Counter()).update((told.union(*spelt)) & held)
    made = {}
    for letter, mine in counts.items():
        others = [c for other, c in counts.items() if other != letter]
        own = {k for k, n in mine.items() if all(c[k] < n for c in others)}
        if own:
            made[letter] = frozenset(own)
    return made


def lettered(text: str, known: Sequence[Named]) -> Iterator[tuple[int, int, int]]:
    """Number of a group with start and end, where a text names it by the letter of its label."""
    letters = {m["letter"]: n for n, g in enumerate(known) if (m := NAMED.search(g.name)) is not None}
    if len(letters) == len(known):
        for found in NAMED.finditer(text):
            if found["letter"] in letters:
                yield letters[found["letter"]], found.start(), found.end()


def frequent(text: str, known: Sequence[Named]) -> Iterator[tuple[int, int, int]]:
    """The same, where it is named by how often its members are given the drug."""
    for short, words in FREQUENT.items():
        hit = [n for n, g in enumerate(known) if short in g.own]
        if len(hit) == 1:
            yield from ((hit[0], found.start(), found.end()) for found in words.finditer(text))


def combination(sets: Collection[frozenset[str]]) -> frozenset[str]:
    """The words of the group that was given what two others were given apart; empty where none was."""
    for whole in sets:
        inside = [s for s in sets if s < whole and not s <= CONTROLS]
        if len(inside) == 2 and whole == inside[0] | inside[1] and not inside[0] & inside[1]:
            return whole
    return frozenset()


def both(known: Sequence[Named]) -> int | None:
    """The group that was given what two others were given apart: no word of it is its own."""
    return next((n for n, g in enumerate(known) if not g.own and not g.dose and not g.control and g.whole), None)


def joined(text: str) -> bool:
    """True of what stands between two treatments that one group was given together."""
    return _JOINED.fullmatch(text) is not None
