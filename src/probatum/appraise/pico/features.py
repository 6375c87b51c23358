"""Features of every word of a text, as buckets of one table of weights.

A feature is a template with up to three numbers, mixed into one of `BUCKETS`; two features that share a bucket share a
weight (feature hashing, Weinberger 2009, doi:10.1145/1553374.1553516). Words of a sentence are laid out in one array
with `PAD` empty places between sentences, so that a neighbour is a shift.
"""

from __future__ import annotations

import functools
import itertools
import operator
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from probatum import vocabulary
from probatum.appraise.pico import words
from probatum.appraise.pico.words import Word
from probatum.text.expressions import expression

BITS = 20
BUCKETS = 1 << BITS
FACTOR = np.uint64(0x9E3779B97F4A7C15)
SEED = 0xC2B2AE3D27D4EB4F
REACH = 5
SHIFTS = np.arange(REACH, dtype=np.uint64)
PAD = 4
SHARES = 6
"""Parts of the text that a place in it is told by."""

Numbers = npt.NDArray[np.uint64]

HEADING = expression(r"[A-Z][A-Z/&'-]{3,}$")
JOINING = ("AND", "OF", "&")
ROLES = (
    ("CONCLU", "c"),
    ("INTERPRET", "c"),
    ("DISCUSS", "c"),
    ("METHOD", "m"),
    ("DESIGN", "m"),
    ("SETTING", "m"),
    ("PARTICIP", "p"),
    ("PATIENT", "p"),
    ("SUBJECT", "p"),
    ("INTERVEN", "i"),
    ("MEASURE", "o"),
    ("OUTCOME", "o"),
    ("RESULT", "r"),
    ("FINDING", "r"),
    ("BACKGR", "b"),
    ("CONTEXT", "b"),
    ("INTROD", "b"),
    ("OBJECT", "a"),
    ("AIM", "a"),
    ("PURPOSE", "a"),
)
TITLE = "T"
EDGE = words.number("#")


class Line(NamedTuple):
    """One sentence: its words, and the heading it stands under where that is no part of the words."""

    words: Sequence[str]
    heading: str = ""


class Table(NamedTuple):
    """Buckets of the features of each word."""

    words: tuple[Word, ...]
    """The words in order, whose own features `alone` gives."""
    before: npt.NDArray[np.int64]
    """(words, 5): number of the word at distance -2 to 2 in the same sentence, -1 for its edge."""
    fixed: npt.NDArray[np.int64]
    """(templates, words)."""
    further: npt.NDArray[np.int64]
    """(any, 2): word and bucket."""
    sizes: tuple[int, ...]
    """Words of each sentence."""


def role_of(heading: str) -> str:
    """One letter for the part of an abstract that a heading in capitals names; empty for none."""
    return next((letter for word, letter in ROLES if word in heading), "")


def mix(*parts: Numbers) -> Numbers:
    """The bucket of a template and its numbers (multiplicative hashing with xor shifts)."""
    held = np.full(1, SEED, dtype=np.uint64)
    for part in parts:
        held = (held ^ part) * FACTOR
        held = held ^ held >> np.uint64(29)
    return (held * FACTOR) >> np.uint64(64 - BITS)


def alone(read: Sequence[Word]) -> npt.NDArray[np.int64]:
    """Buckets of what words say by themselves to the words around them, (WIDTH, words, REACH): to the second after one
    first. Bucket 0, which is nobody's, where a word has fewer features than others."""
    numbers = np.array([word.features for word in read], dtype=np.uint64).T[:, :, None]
    return np.where(numbers != 0, mix(SHIFTS, numbers), 0).astype(np.int64)


def _leading(sentence: Sequence[str]) -> str:
    """The words in capitals that a sentence begins with."""
    taken: list[str] = []
    for word in sentence[:6]:
        if not HEADING.match(word) and word not in JOINING:
            break
        taken.append(word)
    return " ".join(taken)


def _roles(lines: Sequence[Line]) -> list[str]:
    role, made = "", []
    for at, line in enumerate(lines):
        role = role_of(_leading(line.words)) or role_of(line.heading.upper()) or role
        made.append((role or "-") if at else TITLE)
    return made


def _near(cues: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each place the last cue before it, and the one before that."""
    one, two = EDGE, EDGE
    firsts, seconds = [], []
    for cue in cues:
        firsts.append(one)
        seconds.append(two)
        if cue:
            one, two = cue, one
    return firsts, seconds


def _brackets(sentence: Sequence[str]) -> list[int]:
    inside, made = 0, []
    for word in sentence:
        inside = 1 if word == "(" else inside
        made.append(inside)
        inside = 0 if word == ")" else inside
    return made


class Text:
    """The words of a text in one padded array of each of their numbers."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """`lines` in order, the title first."""
        self.lines = [line for line in lines if line.words]
        self.read: list[list[Word]] = [[words.read(word) for word in line.words] for line in self.lines]
        sizes = [len(line) for line in self.read]
        begins = np.cumsum([PAD] + [size + PAD for size in sizes[:-1]]) if sizes else np.zeros(0, dtype=int)
        self.size = int(sum(sizes) + PAD * (len(sizes) + 1))
        self.places = np.concatenate([np.arange(b, b + s) for b, s in zip(begins, sizes, strict=True)] or [begins])
        self.sentence = np.repeat(np.arange(len(sizes)), sizes)

    def laid(self, values: Sequence[Sequence[int]] | Sequence[Numbers], empty: int = 0) -> Numbers:
        """Values of each sentence's words in the padded array."""
        made = np.full(self.size, empty, dtype=np.uint64)
        if self.lines:
            made[self.places] = np.concatenate([np.asarray(v, dtype=np.uint64) for v in values])
        return made

    def told(self, values: Sequence[int]) -> Numbers:
        """A value of each sentence, for each of its words."""
        return np.asarray(values, dtype=np.uint64)[self.sentence]


def _named(text: Text) -> tuple[Numbers, Numbers]:
    """What the vocabulary names in each sentence, in the padded array: the branch of its tree and its kind."""
    trees, kinds = np.zeros(text.size, dtype=np.uint64), np.zeros(text.size, dtype=np.uint64)
    find, begin = vocabulary.load().find, PAD
    for line in text.lines:
        starts = [0, *itertools.accumulate(len(word) + 1 for word in line.words)]
        for mention in find(" ".join(line.words)):
            term = mention.term
            first, last = bisect_right(starts, mention.start) - 1, bisect_left(starts, mention.end)
            trees[begin + first : begin + last] = words.number(term.trees[0][:3] if term.trees else term.semantic)
            kinds[begin + first : begin + last] = words.number(term.semantic)
        begin += len(line.words) + PAD
    return trees, kinds


def table(lines: Sequence[Line]) -> Table:
    """The features of every word of the lines, in order."""
    text = Text(lines)
    if not text.lines:
        none = np.zeros((0, 0), dtype=np.int64)
        return Table((), none.reshape(0, REACH), none, none.reshape(0, 2), ())
    columns = [*_around(text), *_within(text), *_repeated(text)]
    parts = np.zeros((1 + max(len(column) for _, *column in columns), len(columns), len(text.places)), dtype=np.uint64)
    for number, (template, *column) in enumerate(columns):
        parts[0, number] = template
        for at, values in enumerate(column, 1):
            parts[at, number] = values
    order = text.laid([np.arange(1, len(text.places) + 1, dtype=np.uint64)]).astype(np.int64) - 1
    return Table(
        tuple(word for line in text.read for word in line),
        np.column_stack([order[text.places + shift] for shift in range(-2, 3)]),
        np.concatenate([mix(*parts).astype(np.int64), _about(text)]),
        _beside(text),
        tuple(len(line) for line in text.read),
    )


Column = tuple[int, *tuple[Numbers, ...]]
"""A template and the numbers of each word."""


def _around(text: Text) -> list[Column]:
    """Words and clusters together, and those further off."""
    at = text.places
    ids = text.laid([[w.id for w in line] for line in text.read], EDGE)
    middle = text.laid([[w.middle for w in line] for line in text.read], 9999)
    b = [middle[at + shift] for shift in range(-2, 3)]
    made: list[Column] = [(10, ids[at - 1], ids[at]), (11, ids[at], ids[at + 1])]
    for shift in (-4, -3, 3, 4):
        made += [(20 + shift, ids[at + shift]), (30 + shift, middle[at + shift])]
    made += [(40, b[1], b[2]), (41, b[2], b[3]), (42, b[1], b[3])]
    return [*made, (43, b[1], b[2], b[3]), (44, b[0], b[1], b[2]), (45, b[2], b[3], b[4])]


def _within(text: Text) -> list[Column]:
    """Where the word stands in the text and the sentence, what is named there, and between which cues."""
    at, count = text.places, len(text.lines)
    ids = text.laid([[w.id for w in line] for line in text.read])[at]
    middle = text.laid([[w.middle for w in line] for line in text.read])[at]
    role = text.told([ord(letter) for letter in _roles(text.lines)])
    part = text.told(_parts(count))
    trees, kinds = _named(text)
    tree, kind = trees[at], kinds[at]
    before = [_near([w.cue for w in line]) for line in text.read]
    after = [_near([w.cue for w in reversed(line)]) for line in text.read]
    left, left2 = (text.laid([pair[k] for pair in before])[at] for k in (0, 1))
    right, right2 = (text.laid([pair[k][::-1] for pair in after])[at] for k in (0, 1))
    return [
        *((50, role), (51, part), (52, role, part), (53, role, ids), (54, part, middle), (55, role, middle)),
        *((56, kind), (57, tree), (58, role, tree), (59, trees[at - 1]), (60, trees[at + 1])),
        *((61, left), (62, left, left2), (63, right), (64, right, right2), (65, left, right)),
        *((66, left, tree), (67, left, middle), (68, right, middle)),
        (69, text.laid([_brackets(line.words) for line in text.lines])[at]),
    ]


def _parts(count: int) -> list[int]:
    """For each sentence the part of the text it stands in; 0 for the title."""
    return [0 if n == 0 else 1 + min(SHARES - 1, SHARES * n // count) for n in range(count)]


def _repeated(text: Text) -> list[Column]:
    """How often the word stands in the text, whether in its title and its last sentence."""
    at = text.places
    middle = text.laid([[w.middle for w in line] for line in text.read])[at]
    part = text.told(_parts(len(text.lines)))
    count = Counter(w.id for line in text.read for w in line if w.content)
    title, last = {w.id for w in text.read[0]}, {w.id for w in text.read[-1]}
    often = text.laid([[min(5, count[w.id]) for w in line] for line in text.read])[at]
    stands = text.laid([[2 * (w.id in title) + (w.id in last) + 4 * w.content for w in line] for line in text.read])[at]
    seldom = np.minimum(often, np.uint64(3))
    return [(70, often), (71, stands), (72, seldom, middle), (73, stands & np.uint64(6), part)]


def _about(text: Text) -> npt.NDArray[np.int64]:
    """What the sentence of each word is about, alone and with the word's cluster: (templates, words)."""
    bits = np.arange(len(words.SUBJECTS), dtype=np.uint64)[:, None]
    about = [functools.reduce(operator.or_, (w.subjects for w in line)) for line in text.read]
    told = text.told(about) >> bits & np.uint64(1) > 0
    coarse = text.laid([[w.coarse for w in line] for line in text.read])[text.places]
    eighty = np.full(1, 80, dtype=np.uint64)
    alone_, joined = mix(eighty, bits + np.zeros_like(coarse)), mix(eighty + np.uint64(1), bits, coarse)
    return np.concatenate([np.where(told, alone_, 0), np.where(told, joined, 0)]).astype(np.int64)


def _beside(text: Text) -> npt.NDArray[np.int64]:
    """Neighbours that a repeated word has anywhere in the text."""
    count = Counter(w.id for line in text.read for w in line if w.content)
    beside: dict[int, set[tuple[int, int]]] = {key: set() for key, often in count.items() if often > 1}
    for line in text.read:
        for i, word in enumerate(line):
            if word.id in beside:
                beside[word.id].add((90, line[i - 1].id if i else EDGE))
                beside[word.id].add((91, line[i + 1].id if i + 1 < len(line) else EDGE))
    pairs = [
        (place, template, other)
        for place, word in enumerate(word for line in text.read for word in line)
        for template, other in sorted(beside.get(word.id, ()))
    ]
    made = np.asarray(pairs or np.zeros((0, 3)), dtype=np.uint64)
    return np.column_stack([made[:, 0], mix(made[:, 1], made[:, 2])]).astype(np.int64)
