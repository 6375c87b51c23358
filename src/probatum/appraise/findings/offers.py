"""Phrases of a sentence that may be what a figure is of: every stretch of nouns, and what people are told to have done.

Nothing is decided here; `weighing` chooses among what is offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.appraise.findings import groups, predicates
from probatum.appraise.findings.mentions import SIGNS
from probatum.appraise.findings.phrase import VERB, phrase
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.text.expressions import expression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN: Final = expression(rf"(?P<sign>[{SIGNS}ⓠ])(?P=sign)*|[^\W_{SIGNS}ⓠ](?:[\w'’/.&+-]*[^\W_{SIGNS}ⓠ])?|\S")
_HARD: Final = _words(
    "was were is are been be had has have did does do can could may might will would should must , ; : ( ) [ ] . than "
    "compared versus vs v while whereas but that which who whom whose when where although because if as not there we "
    "they it our their respectively however = < > ≤ ≥ ± %"
)
"""What no phrase reaches over."""
_INNER: Final = _words("Ⓣ Ⓧ Ⓓ")
"""Signs that may stand within a name."""
_JOINTS: Final = _words(
    "of in for with among at after by on from to between and or during within per without under over before following "
    "through regarding into due"
)
"""Where a phrase may begin or end."""
SKIPPED: Final = _words(
    "the a an any some all mean median average only also both most overall total its his her these this those higher "
    "lower greater smaller larger shorter longer worse better poorer more less fewer increased decreased reduced "
    "improved significantly significant similar comparable highest lowest cumulative weighted crude estimated "
    "developing remarkably markedly marked inferior superior poor being"
)
"""Words before a phrase that are no part of its name."""
_KEPT: Final = _words("overall total cumulative increased decreased reduced elevated worse poor higher lower")
"""Those of them that may be a part of it after all: `overall survival`, `decreased lymphocytes`."""
MOST_WORDS: Final = 12
REACH: Final = 60
"""Words before a figure in which its phrase is looked for."""
BEHIND: Final = 24
"""Words behind a figure in which its phrase is looked for."""
_DID: Final = expression(
    r"(?:[a-z]{3,}ed|had|have|has|was|were|are|is|died|underwent|lost|took|felt|became|withdrew|got|met|began|chose|"
    r"found|gave|made|kept|knew|thought|slept|ate|drank|bled|spent|sought|went)"
)


class Token(NamedTuple):
    """A word, a sign of the mask (once, however long it runs) or a punctuation mark; `low` is in lower case."""

    start: int
    end: int
    low: str


class Offer(NamedTuple):
    """A phrase by its first and last token (exclusive); `deed` where it begins with a verb."""

    first: int
    last: int
    deed: bool = False


def tokens(sentence: Sentence) -> tuple[Token, ...]:
    """The words, signs and marks of the masked sentence."""
    return sentence.once(_tokens)


def _tokens(sentence: Sentence) -> tuple[Token, ...]:
    return tuple(
        Token(m.start(), m.end(), m["sign"] or m[0].lower().rstrip("."))
        if m[0] != "."
        else Token(m.start(), m.end(), ".")
        for m in _TOKEN.finditer(sentence.masked)
    )


def hard(token: Token) -> bool:
    """Whether no phrase reaches over a token."""
    return token.low in _HARD or (token.low in SIGNS and token.low not in _INNER)


def joint(low: str) -> bool:
    """Whether a phrase may end before a word, or begin behind it."""
    return low in _JOINTS or _verb(low)


@lru_cache(maxsize=8192)
def _verb(low: str) -> bool:
    return VERB.fullmatch(low) is not None


def nouns(sentence: Sentence) -> tuple[Offer, ...]:
    """Every stretch of words between two joints."""
    return sentence.once(_nouns)


def _nouns(sentence: Sentence) -> tuple[Offer, ...]:
    row = tokens(sentence)
    made: list[Offer] = []
    begin = 0
    for at in range(len(row) + 1):
        if at == len(row) or hard(row[at]):
            made.extend(_stretches(row, begin, at))
            begin = at + 1
    made.extend(_people(sentence, row))
    return tuple(dict.fromkeys(made))


def _people(sentence: Sentence, row: Sequence[Token]) -> Iterator[Offer]:
    """The groups that the sentence names, which may hold a verb: `patients who received X`."""
    for group in groups.named(sentence):
        inside = [i for i, t in enumerate(row) if group.start <= t.start and t.end <= group.end]
        if inside:
            yield Offer(inside[0], inside[-1] + 1)


def _stretches(row: Sequence[Token], begin: int, stop: int) -> Iterator[Offer]:
    joints = [at for at in range(begin, stop) if joint(row[at].low)]
    firsts = [begin, *(at + 1 for at in joints), *(at for at in joints if _verb(row[at].low))]
    lasts = [*joints, stop]
    firsts += [at for first in firsts for at in range(first, _skip(row, first, stop)) if row[at].low in _KEPT]
    for first in sorted(
        {*(_skip(row, at, stop) for at in firsts), *(at for at in firsts if row[at : at + 1] and row[at].low in _KEPT)}
    ):
        for last in lasts:
            if first < last <= first + MOST_WORDS and _ends(row[last - 1].low):
                yield Offer(first, last)


def _ends(low: str) -> bool:
    """Whether a phrase may end in a word."""
    return low not in SKIPPED and (not joint(low) or _verb(low))


def _skip(row: Sequence[Token], at: int, stop: int) -> int:
    while at < stop and row[at].low in SKIPPED:
        at += 1
    return at


def deeds(sentence: Sentence, value: Value) -> Iterator[Offer]:
    """The verbs behind a figure, in its clause, as far as what was done: its end is found when it is named."""
    row = tokens(sentence)
    begin = _behind(row, value.end)
    seen = 0
    for at in range(begin, min(len(row), begin + BEHIND)):
        if row[at].low in (";", "Ⓥ", "Ⓟ", "Ⓒ") and seen + at > begin:
            return
        if _DID.fullmatch(row[at].low):
            yield Offer(at, min(len(row), at + MOST_WORDS), True)
            seen += 1
            if seen > 1:
                return


def _behind(row: Sequence[Token], end: int) -> int:
    """The first token behind a figure and the limits that are printed with it."""
    at = next((i for i, t in enumerate(row) if t.start >= end), len(row))
    bracket = at < len(row) and row[at].low in ("(", "[")
    if bracket and at + 1 < len(row) and row[at + 1].low in ("Ⓒ", "Ⓡ"):
        at += 3
    return at


def near(sentence: Sentence, value: Value) -> Iterator[Offer]:
    """All that is offered for a figure."""
    row = tokens(sentence)
    at = next((i for i, t in enumerate(row) if t.end > value.start), len(row))
    for offer in nouns(sentence):
        if at - REACH <= offer.first and offer.last <= at + BEHIND:
            yield offer
    yield from deeds(sentence, value)


def place(sentence: Sentence, offer: Offer) -> Place:
    """Its characters."""
    row = tokens(sentence)
    return row[offer.first].start, row[offer.last - 1].end


def name(sentence: Sentence, offer: Offer) -> str:
    """What it would be called as an outcome; empty where it cannot be one."""
    row = tokens(sentence)
    if not offer.deed:
        return phrase(sentence, *place(sentence, offer))
    start = row[offer.first].start
    stop = min((v.start for v in sentence.values if v.start > start and not v.spelled), default=len(sentence.text))
    return predicates.named(sentence, start, stop)
