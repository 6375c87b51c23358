"""Phrases of a source that a sentence repeats with something else in one place: `over 24 weeks` for `over 24 months`.

`repeating` compares whole sentences; here the words right before and behind one name, number or unit are looked for in
the source, whatever the rest of the sentence says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import arms, keys, steps
from probatum.assess.audit.case import Cited
from probatum.assess.audit.repeating import Edit, Repeated, Token, read
from probatum.assess.audit.source import Source
from probatum.assess.audit.turning import MEASURES, PEOPLE
from probatum.text import words
from probatum.text.normal import fold

SIDE: Final = 6
"""Words and numbers on each side that are compared."""
WIDE: Final = 3
"""Words that may stand in the place."""
BOTH: Final = 3
ALONE: Final = 4
"""How many around the place must be the same where they stand on both sides of it, and where on one."""
CONTENT: Final = 2
"""How many of them must be content words."""
_LABELS: Final = frozenset(("day", "days", "week", "weeks", "month", "months"))
_LEADING: Final = frozenset(("at", "after", "over", "within", "for", "by"))


class Place(NamedTuple):
    """Tokens of a sentence, first and behind the last, in whose place a source may have others."""

    start: int
    end: int


def changed(case: Cited, source: Source) -> Iterator[tuple[Repeated, ...]]:
    """For each place of a sentence whose surroundings stand in the source, and nowhere with what the sentence has
    there: all that the source has there."""
    said = read(fold(case.text).text)
    for place in _places(case, said):
        found = tuple(_there(said, place, source))
        new = said[place.start : place.end]
        if found and not _said_so(said, place, source) and not any(_low(r.edits[0].old) == _low(new) for r in found):
            yield found


def _low(tokens: Sequence[Token]) -> list[str]:
    return [t.low for t in tokens]


def _places(case: Cited, said: Sequence[Token]) -> Iterator[Place]:
    """Names, kinds of people, doses, times and their units."""
    starts, ends = {t.start: n for n, t in enumerate(said)}, {t.end: n + 1 for n, t in enumerate(said)}
    for found in vocabulary.current().find(fold(case.text).text):
        start, end = starts.get(found.start), ends.get(found.end)
        if start is not None and end is not None and end - start <= WIDE:
            yield Place(start, end)
    for at, token in enumerate(said):
        before = said[at - 1].low if at else ""
        behind = said[at + 1].low if at + 1 < len(said) else ""
        if token.low in PEOPLE or _measure(token.low, before, behind):
            yield Place(at, at + 1)


def _measure(word: str, before: str, behind: str) -> bool:
    """True for a unit behind a number, and for the number of a time, a dose or a name: `at day 5`, `30 mg`."""
    if not word[0].isdigit():
        return word in MEASURES and before[:1].isdigit()
    measured = MEASURES.get(behind, ("", 0.0))[0]
    timed = before in _LABELS or (measured == "time" and before in _LEADING)
    return timed or measured == "mass" or (_telling(before) and _telling(behind) and word.isdigit())


_MEASURED: Final = frozenset(
    ("hazard", "odds", "risk", "relative", "ratio", "ratios", "adjusted", "ci", "hr", "rr", "or")
)
"""Words for how a result is told: they stand beside every outcome and say of none what is meant."""


def _telling(word: str) -> bool:
    """True for a content word that says what is meant."""
    return word[:1].isalpha() and word not in _MEASURED and bool(keys.of(word) - keys.GENERIC - arms.CONTROLS)


def _content(word: str) -> bool:
    return len(word) > 1 and word[0].isalpha() and word not in words.STOP


def _there(said: Sequence[Token], place: Place, source: Source) -> Iterator[Repeated]:
    """What stands in the source between the words around a place."""
    index, texts = _read(source)
    before = _low(said[max(0, place.start - SIDE) : place.start])[::-1]
    behind = _low(said[place.end : place.end + SIDE])
    seen: set[tuple[int, int, int]] = set()
    for words_, sign in ((before, -1), (behind, 1)):
        near = next((n for n, word in enumerate(words_) if _content(word)), None)
        if near is None:
            continue
        held = index.get(words_[near], ())
        steps.spend(4 * len(held))
        for unit, at in held:
            low = texts[unit]
            for wide in range(1, WIDE + 1):
                start = at + near + 1 if sign < 0 else at - near - wide
                if start < 0 or start + wide > len(low) or (unit, start, wide) in seen:
                    continue
                left = _same(before, low[max(0, start - SIDE) : start][::-1])
                right = _same(behind, low[start + wide : start + wide + SIDE])
                if _enough(said[place.start].low, before[:left], behind[:right]):
                    seen.add((unit, start, wide))
                    tokens = read(source.units[unit].text)
                    edit = Edit(tokens[start : start + wide], tuple(said[place.start : place.end]), "")
                    yield Repeated(source, source.units[unit], (edit,))


def _same(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words at the start of two lists are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))


def _enough(word: str, left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether enough is the same around a word. A name needs a telling word beside it: `effect on X was` is said of
    everything; for a number a telling word on either side will do."""
    beside = [bool(side) and _telling(side[0]) for side in (left, right)]
    if word[0].isdigit() and all(beside):
        return True
    if not any(beside) and not (word[0].isdigit() or word in PEOPLE or word in MEASURES):
        return False
    around = (*left, *right)
    least = BOTH if left and right else ALONE
    return len(around) >= least and sum(map(_content, around)) >= CONTENT and any(map(_telling, around))


def _said_so(said: Sequence[Token], place: Place, source: Source) -> bool:
    """True when a sentence or row of the source holds what the place holds and the telling words beside it."""
    low = _low(said)
    around = low[max(0, place.start - WIDE) : place.start] + low[place.end : place.end + WIDE]
    wanted = frozenset().union(*(keys.of(w) - keys.GENERIC for w in around if w[0].isalpha()), frozenset())
    new = low[place.start : place.end]
    named = frozenset().union(*(keys.of(w) for w in new if w[0].isalpha()), frozenset())
    bare = {w for w in new if not keys.of(w)}
    return any(wanted | named <= source.expanded(u) and bare <= set(_low(read(u.text))) for u in source.units)


@lru_cache(maxsize=8)
def _read(source: Source) -> tuple[Mapping[str, Sequence[tuple[int, int]]], tuple[tuple[str, ...], ...]]:
    """Where each content word of a source stands (unit, place), and the words of its units; rows are left out."""
    texts = tuple(() if unit.row else tuple(_low(read(unit.text))) for unit in source.units)
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, low in enumerate(texts):
        for at, word in enumerate(low):
            if _content(word):
                index[word].append((number, at))
    return index, texts
