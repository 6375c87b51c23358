"""A cue: a phrase that tells something of a study, and how texts without it are dismissed cheaply.

Looking for a few dozen phrases in every record that is added takes longer than parsing it, and nearly all of them are
absent. So the words of a text are looked up once, each in a table of which cues it leaves possible, and only those cues
are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from probatum.text.expressions import expression

SENTENCE_BREAK = expression(r"[.?!]\s+(?=[A-Z0-9(])|\n")

MOST_KNOWN = 200_000
"""Words whose cues are remembered, then forgotten all at once: about 20 MB."""

LONGEST_KNOWN = 40
"""Letters of a word that is remembered; longer runs are hardly words."""


@dataclass(frozen=True)
class Cue:
    """A design phrase."""

    triggers: tuple[str, ...]
    """Lower-case letters, one of which the text of every match contains."""
    pattern: re.Pattern[str]
    """Looked for in lower case."""
    veto: re.Pattern[str] | None = None
    """Seen in the same sentence, it makes the match a mention and not a design."""
    word: re.Pattern[str] | None = None
    """When given, every match contains a whole word of ASCII letters, in lower case, that this matches whole."""

    def find(self, text: str, low: str) -> tuple[int, int] | None:
        """Start and end of the first match that is no mere mention, or None; `low` is the text in lower case
        (`lowered`)."""
        for trigger in self.triggers:
            if trigger in low:
                break
        else:
            return None
        for match in self.pattern.finditer(low):
            if self.veto is None or not self.veto.search(sentence_around(text, match.start(), match.end())):
                return match.start(), match.end()
        return None


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence a match stands in, by plain punctuation, at most 400 characters either side."""
    left = max(0, start - 400)
    breaks = [m.end() for m in SENTENCE_BREAK.finditer(text, left, start)]
    after = SENTENCE_BREAK.search(text, end, min(len(text), end + 400))
    return text[breaks[-1] if breaks else left : after.start() + 1 if after else min(len(text), end + 400)]


def cue(triggers: str, pattern: str, veto: str = "", *, word: str = "") -> Cue:
    """A cue; triggers are parted by `|`. None of them may lack an ASCII letter, and the pattern has no capitals."""
    return Cue(
        tuple(triggers.split("|")),
        expression(pattern),
        expression(veto, re.IGNORECASE) if veto else None,
        expression(word) if word else None,
    )


def _longest_word(trigger: str) -> str:
    """The longest run of letters: where the trigger stands, a word of the text contains it."""
    words: list[str] = re.findall(r"[a-z]+", trigger)
    return max(words, key=len)


class Sieve(dict[bytes, int]):
    """Word, a run of ASCII letters in lower case -> cues that a text with it may hold, one bit each.

    A shared value that only remembers: what it answers depends on the cues alone.
    """

    ONLY_LETTERS = bytes(byte if chr(byte) in "abcdefghijklmnopqrstuvwxyz" else 32 for byte in range(256))

    def __init__(self, cues: Iterable[Cue]) -> None:
        super().__init__()
        listed = tuple(cues)
        self.bits = {id(cue): 1 << place for place, cue in enumerate(listed)}
        self.whole = [(cue.word, self.bit(cue)) for cue in listed if cue.word is not None]
        parts: dict[str, int] = {}
        for cue in listed:
            for trigger in () if cue.word else cue.triggers:
                part = _longest_word(trigger)
                parts[part] = parts.get(part, 0) | self.bit(cue)
        self.parts = list(parts.items())
        self.telling = expression("|".join(map(re.escape, parts)))
        """Found in the few words that hold one of them."""

    def __missing__(self, word: bytes) -> int:
        letters = word.decode()
        found = sum(bit for pattern, bit in self.whole if pattern.fullmatch(letters))
        for part, bits in self.parts if self.telling.search(letters) else ():
            if part in letters:
                found |= bits
        if len(self) >= MOST_KNOWN:
            self.clear()
        if len(word) <= LONGEST_KNOWN:
            self[word] = found
        return found

    def possible(self, low: str) -> int:
        """The cues that a text in lower case may hold, as bits."""
        words = low.encode("utf-8", "replace").translate(self.ONLY_LETTERS).split()
        return reduce(or_, set(map(self.__getitem__, words)), 0)

    def bit(self, cue: Cue) -> int:
        """The bit of one of its cues."""
        return self.bits[id(cue)]
