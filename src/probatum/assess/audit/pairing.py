"""Which of two figures goes with which words: beside, before or behind them, in one list, or over their columns.

Nothing is known here of the groups of a trial: the words that a sentence sets beside each of two figures are looked
for beside the same two figures in a unit of the source. It reads what `groups` has no name for: parts of a factorial
trial, doses, settings, years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from probatum.assess.audit import arms, figures, keys
from probatum.assess.audit.figures import Claimed, Figure
from probatum.assess.audit.source import Source, Unit
from probatum.text.expressions import expression
from probatum.text.normal import fold

_ASIDE: Final = expression(
    r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]|(?<=[0-9])\s?/\s?[0-9]+|(?<=[0-9]) (?:out )?of"
    r" (?:the )?[0-9]+"
    r"|(?:\u00b1|\+/-)\s?[0-9.]+"
)
"""Remarks in brackets and totals, which part a figure from its words."""
_STOPS: Final = expression(r"[.;:](?=\s|\Z)|,\s(?=that is|a |an |which|so|with a|not )")
_SPLIT: Final = expression(r"\b(?:versus|vs\.?|than|compared (?:with|to)|against|and|or)\b", re.IGNORECASE)
_DENIED: Final = expression(
    r"\b(?:no|non|not|without|neither|un)\b|\bno-|\boff (?:arms?|groups?|periods?|phases?|sequences?|conditions?|modes?"
    r"|states?)\b",
    re.IGNORECASE,
)
_DOSED: Final = expression(r"\b([0-9]+(?:\.[0-9]+)?)[\s-]?(mg|mcg|\u03bcg|g|IU|mL|ml|weeks?|days?|months?)\b")
_OFTEN: Final = expression(
    r"\b(once|twice|thrice|single|double|triple|three times|one|two|three|four|first"
    r"|second|third)\b",
    re.IGNORECASE,
)
_EMPTY: Final = keys.GENERIC - keys.table("high low less more") | keys.table("arm group patient")
_REACH: Final = 90


class Beside(NamedTuple):
    """The words beside two figures, without those that both have."""

    one: frozenset[str]
    two: frozenset[str]


def asked(text: str, one: Claimed, two: Claimed) -> Beside | None:
    """What a sentence sets beside two of its figures: behind each, else before each; None where it tells them apart by
    nothing."""
    if "respectively" in text.lower():
        return None
    bare = _bare(text, one.start, two.start)
    return next((b for b in _ways(bare, (one.start, one.end), (two.start, two.end))), None)


def there(unit: Unit, source: Source, one: Figure, two: Figure) -> Iterator[Beside]:
    """The same of two figures of a unit, in every way it may be meant."""
    if unit.row:
        if any(_together(unit, cell, one, two) for cell in unit.text.split("\t")):
            return  # `44/23` in one cell, whose head tells of both
        heads = [_spelt(f"{unit.column(f.start)}", source) for f in (one, two)]
        made = _apart(*heads)
        yield from (made,) if made else ()
        return
    if "respectively" in unit.lower:
        return
    bare = _bare(unit.text, one.start, two.start)
    inside = _listed(unit.text, one, two)
    for found in (inside,) if inside else _ways(bare, (one.start, one.end), (two.start, two.end), source):
        yield found if inside is None else Beside(*(_spread(w, source) for w in found))


def _together(unit: Unit, cell: str, one: Figure, two: Figure) -> bool:
    values = {f.value for f in figures.printed(cell)} if one.value != two.value else set[float]()
    return {one.value, two.value} <= values


def ordered(mine: Beside, unit: Unit, source: Source, one: Figure, two: Figure) -> int:
    """The same where the figures stand in a row behind what they are given to, told by the order of both: `with A and
    B, 6.4 and 6.2 hours, respectively`, `in controls and on A (19 vs. 15 mg)`. Above 0 for exchanged, below for not."""
    first, second = sorted((one, two), key=lambda f: f.start)
    between = unit.text[first.end : second.start]
    set_beside = "respectively" in unit.lower or _VERSUS.search(between) is not None
    if unit.row or not set_beside or len(between) > _REACH or _WORDY.search(_SPLIT.sub(" ", between)):
        return 0
    start = _before(unit.text, first.start)
    places: dict[bool, int] = {}
    for word in keys.read(unit.text[start : first.start]):
        told = _spread({word.key}, source)
        sides = [bool(told & mine.one), bool(told & mine.two)]
        if sides[0] != sides[1]:
            places[sides[0]] = word.start
    if len(places) < len(mine):
        return 0
    ahead = _SECOND.match(unit.text, start, first.start) is not None
    straight = (places[True] < places[False]) == (one.start < two.start)
    return -1 if straight != ahead else 1


_VERSUS: Final = expression(r"\b(?:versus|vs\.?|v|compared (?:with|to)|against)(?!\w)", re.IGNORECASE)
_SECOND: Final = expression(r"\W*(?:compared|in comparison|relative|as opposed)\b", re.IGNORECASE)
"""A sentence that opens with what is compared with: `Compared with B, A had more (30% vs 20%)`."""


def crossed(mine: Beside, theirs: Beside) -> int:
    """Above 0 where the words beside the figures are exchanged, below 0 where they stand as they do here."""
    straight = len(mine.one & theirs.one) + len(mine.two & theirs.two)
    across = len(mine.one & theirs.two) + len(mine.two & theirs.one)
    return across - straight


def _ways(text: str, one: tuple[int, int], two: tuple[int, int], source: Source | None = None) -> Iterator[Beside]:
    """Words behind each figure where both are followed by `in`, `with` and their like, else words before each."""
    if one[0] > two[0]:
        yield from (Beside(b.two, b.one) for b in _ways(text, two, one, source))
        return
    between, rest = text[one[1] : two[0]], text[two[1] : _stop(text, two[1])]
    shared = _PREDICATE.search(rest)
    if shared is not None and not _PREDICATE.search(between):
        rest = rest[: shared.start()]  # `29% of these and 41% of those had died`: that is told of both
    listed = _NOUNS.fullmatch(between) is not None and _NOUN.match(rest) is not None
    made = _apart(_spelt(between, source), _spelt(rest, source)) if listed else None
    if made is not None and made.one and made.two:
        pass
    elif _LEADS.match(between) and _LEADS.match(rest):
        made = _apart(_spelt(between, source), _spelt(rest, source))
    elif _LEADS.match(between) or _LEADS.match(rest):
        return
    else:
        opened = text.rfind("(", 0, one[0])
        inside = opened >= 0 and ")" not in text[opened : two[0]]  # what stands before the bracket is told of both
        start = max(_start(text, one[0]), opened + 1 if inside else 0, _like(text[: one[0]], between))
        made = _apart(_spelt(text[start : one[0]], source), _spelt(between, source))
        made = made if made and made.one and made.two else None
    if made is not None:
        yield made


_NOUN: Final = expression(
    r"\s?%?\s(?:(?:were|was|had|died|of them)\s){0,2}(?:from\s|of\s)?(?!(?:and|or|but|of|to|in|on|with|for|than)\b)"
    r"[a-zA-Z][\w-]*"
)
"""Behind a figure the words that it counts: `81 cardiovascular deaths`, `81 were from cancer`."""
_NOUNS: Final = expression(
    rf"{_NOUN.pattern}(?:\s[a-zA-Z][\w-]*){{0,3}},?\s(?:and|or|but|versus|vs\.?)\s(?:the\s)?(?:only\s)?", re.IGNORECASE
)
_PREDICATE: Final = expression(r"\b(?:had|have|has|were|was|are|is|did|do|would|could)\b", re.IGNORECASE)
_LEADS: Final = expression(
    r"\s*+%?\s*+(?:(?!and\b|but\b|while\b)(?:a (?:day|week|month)|[\w/%\u00b7.^*-]{1,14})\s+){0,2}?"
    r"(?:where|when|if|in|on|with|without|for|of|among|after|under|by|given|receiving|taking|using|at)\b"
)
"""What stands behind a figure whose words follow it."""


def _like(ahead: str, between: str) -> int:
    """Where the words begin before a first figure that can be its own: not many more than the second one has, since
    what stands before them is told of both."""
    told = list(_WORD.finditer(ahead))
    most = len(_WORD.findall(between)) + _MORE
    return told[-most].start() if len(told) > most else 0


_WORD: Final = expression(r"[^\W\d_][\w-]*")
_MORE: Final = 4


def _stop(text: str, at: int) -> int:
    found = _STOPS.search(text, at)
    number = figures._NUMBER.search(text, at)
    ends = [m.start() for m in (found, number) if m is not None]
    return min((*ends, len(text), at + _REACH))


def _start(text: str, at: int) -> int:
    marks = [m.end() for m in (*_STOPS.finditer(text[:at]), *figures._NUMBER.finditer(text[:at])) if not _dose(text, m)]
    return max((*marks, 0, at - _REACH))


def _dose(text: str, number: re.Match[str]) -> bool:
    return _DOSED.match(text, number.start()) is not None


def _listed(text: str, one: Figure, two: Figure) -> Beside | None:
    """`More on A than on B (30% versus 20%)`: the two in one pair of brackets, the words before it parted by `than`."""
    first, second = sorted((one, two), key=lambda f: f.start)
    opened = text.rfind("(", 0, first.start)
    if (
        opened < 0
        or ")" in text[opened : second.start]
        or _WORDY.search(_SPLIT.sub(" ", text[first.end : second.start]))
    ):
        return None
    ahead = text[max(_before(text, opened), opened - 2 * _REACH) : opened]
    parts = _SPLIT.split(ahead)
    if len(parts) < 2:
        return None
    made = _apart(_spelt(parts[-2], None), _spelt(parts[-1], None))
    if made is None or not made.one or not made.two:
        return None
    return made if first is one else Beside(made.two, made.one)


_WORDY: Final = expression(r"[a-zA-Z]{5,}")


def _before(text: str, at: int) -> int:
    return max([m.end() for m in _STOPS.finditer(text[:at])], default=0)


def _bare(text: str, *kept: int) -> str:
    """A text with remarks and totals blanked, offsets kept; a remark that holds one of the places asked about stays."""
    return _ASIDE.sub(
        lambda m: m.group() if any(m.start() <= k < m.end() for k in kept) else " " * len(m.group()), text
    )


def _spelt(text: str, source: Source | None) -> frozenset[str]:
    """Keys of a stretch: its content words, doses and counting words, and a mark for words that deny."""
    told = set(keys.of(text) - _EMPTY)
    told |= {f"{float(m[1]):g}{m[2].rstrip('s').lower()}" for m in _DOSED.finditer(fold(text).text)}
    told |= {m[1].lower() for m in _OFTEN.finditer(text)}
    if _DENIED.search(text):
        told.add("~not")
    if source is not None and (named := _LETTERED.findall(text)):
        known = arms.aliases(source)
        told.update(*(known[letter][0] for letter in named if letter in known))
    return _spread(frozenset(told), source)


_LETTERED: Final = expression(r"\b(?:[Gg]roups?|[Aa]rms?)\s([A-Z]{1,2}[0-9]?|[IVX]{1,4}|[0-9])\b")
_CONTROL: Final = "~control"


def _spread(told: Iterable[str], source: Source | None) -> frozenset[str]:
    made = frozenset(told)
    if made & arms.CONTROLS:
        made |= {_CONTROL, "~not"}
    return made if source is None else made.union(*(source.long_forms.get(k, frozenset()) for k in made))


def _apart(one: frozenset[str], two: frozenset[str]) -> Beside | None:
    made = Beside(one - two, two - one)
    return made if made.one or made.two else None
