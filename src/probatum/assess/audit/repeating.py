"""Sentences of a source that a sentence repeats word for word but for a few words, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from probatum.assess.audit import keys, leads, renaming, steps
from probatum.assess.audit.case import FILLER, JUDGING, Cited
from probatum.assess.audit.source import Source, Unit
from probatum.model import Fault
from probatum.text.expressions import expression
from probatum.text.normal import fold

ALIKE: Final = 0.72
"""Share of its words and numbers that must stand in the source's sentence, in the same order."""
LEAST: Final = 7
"""Words and numbers that must be the same."""
MOST: Final = 250
"""Words and numbers of a sentence that are compared: a bound on the time."""
LOOKED_AT: Final = 16
"""Sentences of the sources that are compared word by word."""
_TAIL: Final = 2
"""Words left out at the end that are looked at: `whilst some are not`."""
_TOKEN: Final = expression(
    r"[^\W\d_]+(?:'[a-z]{1,2}\b)?|[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+|[%<>=\u2264\u2265/]"
)


class Token(NamedTuple):
    """A word, number or sign, in lower case, where it stands."""

    low: str
    start: int
    end: int


class Edit(NamedTuple):
    """Where the two differ: tokens of the source, and what stands there in the sentence."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    before: str
    """The token before it in the source; empty at the start."""


class Repeated(NamedTuple):
    """A sentence of a source that is repeated, with every difference inside it."""

    source: Source
    unit: Unit
    edits: tuple[Edit, ...]

    @property
    def differing(self) -> int:
        """How many words and numbers differ."""
        return sum(max(len(edit.old), len(edit.new)) for edit in self.edits)


class Change(NamedTuple):
    """A difference that matters: the source's words, the sentence's, and what is wrong."""

    category: Fault
    old: str
    new: str


@lru_cache(maxsize=8192)
def read(text: str) -> tuple[Token, ...]:
    """The tokens of a folded text, at most MOST."""
    made = []
    for found in _TOKEN.finditer(text):
        made.append(Token(found.group().lower(), *found.span()))
        if len(made) >= MOST:
            break
    return tuple(made)


def repeated(case: Cited) -> tuple[Repeated, ...]:
    """The sentences that the case repeats, most alike first; of a longer one the part that is repeated.

    A lead that asserts nothing of the matter (`Low-certainty evidence (1 trial, 50 people):`) is no part of what is
    repeated.
    """
    whole = _whole(case)
    lead = 0 if whole else _lead(case)
    return _alike(case, tuple(t for t in read(fold(case.text).text) if t.start >= lead)) if lead else whole


def _whole(case: Cited) -> tuple[Repeated, ...]:
    return _alike(case, read(fold(case.text).text))


def stretches(case: Cited) -> Iterator[tuple[Repeated, ...]]:
    """The same of each part of a sentence that repeats none as a whole: what stands behind a colon, and what semicolons
    set apart. Who joins two sentences of a source, or puts words of their own before one, repeats them still."""
    said = read(fold(case.text).text)
    cuts = [0, *(m.end() for m in _PARTED.finditer(fold(case.text).text)), len(case.text)]
    if len(cuts) > 2:
        yield from (_alike(case, tuple(t for t in said if a <= t.start < b)) for a, b in pairwise(cuts))


_PARTED: Final = expression(r"[:;]\s")
_LEAD: Final = expression(r"[^:]{3,160}:\s(?=[A-Za-z])")


def _lead(case: Cited) -> int:
    """Where a lead ends that names nothing a source could hold; 0 where there is none."""
    found = _LEAD.match(fold(case.text).text)
    if found is None:
        return 0
    design = frozenset().union(*(s.design for s in case.sources))
    return 0 if keys.of(_ASIDE.sub(" ", found.group())) - keys.GENERIC - FILLER - JUDGING - design else found.end()


_ASIDE: Final = expression(r"\([^()]{0,200}\)")


def _alike(case: Cited, said: tuple[Token, ...]) -> tuple[Repeated, ...]:
    low = [t.low for t in said]
    if len(low) <= LEAST:
        return ()
    made: list[tuple[float, int, Repeated]] = []
    size = said[-1].end - said[0].start
    for source, unit in _near(case, low, size):
        edits, same = _edits(read(unit.text), said, low)
        if same >= max(LEAST, ALIKE * len(low)):
            made.append((-same + sum(len(e.old) for e in edits) * 0.5, len(made), Repeated(source, unit, edits)))
    return tuple(r for _, _, r in sorted(made, key=lambda m: m[:2]))


def within(case: Cited, repeat: Repeated) -> Repeated:
    """What is repeated without the lead before it: `Zerafine (a trial, 50 people): ...` leads on, and stands for no
    words of the source. The lead's own figures are for other checks."""
    opened = _LEAD.match(fold(case.text).text)
    first = repeat.edits[0] if repeat.edits and repeat.edits[0].new else None
    if opened is None or first is None or first.new[-1].end > opened.end() or first.new[0].start > _OPENS:
        return repeat
    return repeat._replace(edits=repeat.edits[1:])


_OPENS: Final = 2
"""Characters within which a sentence opens."""


def _near(case: Cited, low: list[str], size: int) -> Iterator[tuple[Source, Unit]]:
    """Sentences of the sources that hold most of the words, those first that hold the most."""
    wanted = set(low)
    listed: list[tuple[int, int, Source, Unit]] = []
    for source in case.sources:
        units, index = source.units, _index(source)
        held = Counter(place for word in wanted for place in index.get(word, ()))
        for place in sorted(held):
            if held[place] >= ALIKE * len(wanted) and 2 * len(units[place].text) >= size:
                listed.append((-held[place], len(listed), source, units[place]))
    listed.sort(key=lambda found: found[:2])
    yield from ((source, unit) for _, _, source, unit in listed[:LOOKED_AT])


@lru_cache(maxsize=64)
def _index(source: Source) -> Mapping[str, Sequence[int]]:
    """Each word of a source's sentences with their places."""
    made: dict[str, list[int]] = {}
    for place, unit in enumerate(source.units):
        if not unit.row:
            for word in dict.fromkeys(token.low for token in read(unit.text)):
                made.setdefault(word, []).append(place)
    return made


def may_repeat(case: Cited, source: Source) -> bool:
    """False where no sentence of a source holds all words of a sentence that are its own in any case: those that name
    no concept, which a source may call otherwise."""
    text = leads.behind(case.said.plain)
    if '"' in text or ":" in text:
        return True
    bare = renaming.unnamed(text)
    wanted = {t.low for t in read(fold(bare).text) if len(t.low) >= _SOME}
    index = _index(source)
    there = [set(index.get(word, ())) for word in wanted]
    return not there or bool(set.intersection(*there))


_SOME: Final = 3
"""Letters of a word that is no remnant of a name."""


def _edits(there: tuple[Token, ...], said: tuple[Token, ...], low: list[str]) -> tuple[tuple[Edit, ...], int]:
    """The differences inside what is repeated, and how many tokens are the same."""
    steps.spend(len(there) * len(said) // 8)
    blocks = Levenshtein.editops([t.low for t in there], low).as_matching_blocks()
    edits, same, a, b = [], 0, None, 0
    for block in blocks:
        if block.size == 0:
            continue
        if a is None:
            # What the source says before is left out; as many of its words stand for what the sentence puts there.
            a = max(0, block.a - block.b)
        old, new = there[a : block.a], said[b : block.b]
        if old or new:
            edits.append(Edit(old, new, there[a - 1].low if a else ""))
        same += block.size
        a, b = block.a + block.size, block.b + block.size
    if a is not None and b < len(said):
        edits.append(Edit(there[a : a + len(said) - b], said[b:], there[a - 1].low if a else ""))
    elif a is not None and 0 < len(there) - a <= _TAIL:
        edits.append(Edit(there[a:], (), there[a - 1].low))
    return tuple(edits), same


def verbatim(case: Cited, *, whole: bool = False) -> bool:
    """True when the sentence stands in a source word for word; with the lead before it where `whole`, since a lead may
    hold a false figure of its own."""
    if any(not repeat.edits for repeat in (_whole(case) if whole else repeated(case))):
        return True
    return bool(case.quoted) and _stands(case)


def _stands(case: Cited) -> bool:
    """True of a sentence that stands in a source with the words that it quotes, which are no more looked at alone."""
    said = [t.low for t in read(fold(case.said.plain).text)]
    runs = ([t.low for t in read(unit.text)] for unit in case.quoted)
    return any(said == run[at : at + len(said)] for run in runs for at in range(len(run) - len(said) + 1))
