"""Typing errors of the kinds that people make, seeded, and never another real word.

The kinds are those of misspelt queries and clinical notes: a key missed, hit twice, hit too much or in the wrong order;
a neighbour of the key; letters that sound alike; words run together or torn apart; a hyphen left out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

from probatum.ask.words.terms import STOP

SHORTEST: Final = 4
"""Shorter words stay as they are, as do numbers, words with digits and names with capitals inside (genes)."""

TWICE: Final = 0.25
"""Share of the words with two errors; the others have one."""

ATTEMPTS: Final = 60
"""How often a word is tried before it stays as it is: for some, every error is another word."""

_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[\W_]+")
_SOUNDS: Final = (
    ("ph", "f"), ("f", "ph"), ("y", "i"), ("i", "y"), ("ae", "e"), ("oe", "e"), ("ine", "een"), ("eine", "ine"),
    ("ei", "ie"), ("ie", "ei"), ("tion", "sion"), ("sion", "tion"), ("c", "k"), ("k", "c"), ("c", "s"), ("s", "c"),
    ("s", "z"), ("z", "s"), ("x", "ks"), ("qu", "kw"), ("rh", "r"), ("th", "t"), ("ou", "u"), ("gh", "g"),
    ("able", "ible"), ("ible", "able"), ("ance", "ence"), ("ence", "ance"), ("ant", "ent"), ("ent", "ant"),
    ("er", "or"), ("or", "er"), ("ous", "us"), ("ch", "k"), ("g", "j"), ("j", "g"), ("our", "or"), ("ll", "l"),
)  # fmt: skip
"""Letters and what people who go by the sound write for them."""


def _neighbours() -> dict[str, str]:
    """Letter -> the letters around it on a QWERTY keyboard."""
    around: dict[str, str] = {}
    for row, letters in enumerate(_ROWS):
        for at, letter in enumerate(letters):
            near = letters[max(0, at - 1) : at] + letters[at + 1 : at + 2]
            for other in _ROWS[max(0, row - 1) : row] + _ROWS[row + 1 : row + 2]:
                near += other[max(0, at - 1) : at + 1]
            around[letter] = near
    return around


_NEAR: Final = _neighbours()


def _swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _missed(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _added(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + chance.choice(_NEAR.get(word[at], "e")) + word[at:]


def _beside(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + chance.choice(_NEAR.get(word[at], "e")) + word[at + 1 :]


def _doubled(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[: at + 1] + word[at:]


def _halved(word: str, chance: random.Random) -> str:
    pairs = [at for at in range(1, len(word)) if word[at] == word[at - 1]]
    at = chance.choice(pairs) if pairs else 0
    return word[:at] + word[at + 1 :] if pairs else word


def _sounded(word: str, chance: random.Random) -> str:
    fitting = [(a, b, m.start()) for a, b in _SOUNDS for m in re.finditer(a, word) if m.start() or len(a) > 1]
    if not fitting:
        return word
    heard, written, at = chance.choice(fitting)
    return word[:at] + written + word[at + len(heard) :]


def _vowel(word: str, chance: random.Random) -> str:
    places = [at for at, letter in enumerate(word) if letter in "aeiou"]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + chance.choice([v for v in "aeiou" if v != word[at]]) + word[at + 1 :]


KINDS: Final[dict[str, Callable[[str, random.Random], str]]] = {
    "swapped": _swapped,
    "missed": _missed,
    "added": _added,
    "beside": _beside,
    "doubled": _doubled,
    "halved": _halved,
    "sounded": _sounded,
    "vowel": _vowel,
}
"""Errors inside a word."""

TORN: Final = 0.04
RUN_TOGETHER: Final = 0.04
"""Share of the words that are torn apart, and that are run together with the next."""


def misspelt(question: str, real: Callable[[str], bool], chance: random.Random) -> str:
    """The question with an error or two in every content word.

    `real(word)`: is the lower-case word one of the language, the vocabulary or the library? No error is.
    """
    pieces = _TOKEN.findall(question)
    made = [_wrong(piece, real, chance) if wrongable(piece) else piece for piece in pieces]
    for at, piece in enumerate(pieces[:-2]):
        if not (wrongable(piece) and wrongable(pieces[at + 2])) or chance.random() >= RUN_TOGETHER:
            continue
        if pieces[at + 1] == " " and made[at + 1] and not real((piece + pieces[at + 2]).lower()):
            made[at : at + 3] = [piece, "", pieces[at + 2].lower()]
    return "".join(made)


def wrongable(piece: str) -> bool:
    """True for a content word that gets errors."""
    letters = piece.replace("-", "")
    return (
        len(letters) >= SHORTEST
        and letters.isalpha()
        and letters.isascii()
        and not any(c.isupper() for c in letters[1:])
        and piece.lower() not in STOP
    )


def _wrong(piece: str, real: Callable[[str], bool], chance: random.Random) -> str:
    """The word with errors that make no real word of it; a hyphenated one part by part, or without its hyphen."""
    if "-" in piece:
        joined = piece.replace("-", "")
        if not real(joined.lower()) and chance.random() < 0.5:
            return joined
        return "-".join(_wrong(part, real, chance) if wrongable(part) else part for part in piece.split("-"))
    for _ in range(ATTEMPTS):
        if chance.random() < TORN and len(piece) >= 7:
            at = chance.randrange(3, len(piece) - 2)
            if not (real(piece[:at].lower()) and real(piece[at:].lower())):
                return f"{piece[:at]} {piece[at:]}"
        made = piece.lower()
        for _ in range(2 if chance.random() < TWICE else 1):
            made = KINDS[chance.choice(sorted(KINDS))](made, chance)
        if made != piece.lower() and len(made) >= 3 and not real(made):
            return made.capitalize() if piece[0].isupper() else made
    return piece
