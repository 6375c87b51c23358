"""Language: only English is read. A question in another language, or of no words at all, is refused and told why.

Else its words would be taken for misspelt English ones, and something that nobody asked would be answered.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from probatum.ask.words.misspelt import line_of
from probatum.errors import ProbatumError
from probatum.model import Assumption
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_WORD: Final = expression(r"[^\W\d_]+")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LANGUAGES: Final = {
    "German": _set(
        "wie wirkt ist der das und mit bei ein eine einer für gegen kann ich nicht welche welches hilft zur zum darf"
        " soll sind auch oder wann wieviel nach einem einen"
    ),
    "French": _set("le les des est avec et une dans quel quelle peut puis je pas contre quels du au aux sont chez"),
    "Spanish": _set("el los las para con una qué que cuál cual cómo como puede puedo por del es contra cuánto tomar"),
    "Italian": _set("il gli di che con una può posso quale nel della del sono contro si è"),
    "Portuguese": _set("para com uma em não como qual posso pode da são contra que é"),
    "Dutch": _set("het een van voor met wat hoe welke bij kan ik mag niet zijn tegen werkt helpt"),
}
"""Words of no content by which a language is known; those that are English words too are left out."""
_ENGLISH: Final = _set(
    "the of for is are does do what how can should with and to i my she he it when which who in on or you we his her"
    " take help"
)
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_CHANGED: Final = 0.25
"""Share of the letters of a word from which on its correction is another word."""
_MOST_LATIN: Final = 0.5


def check(
    text: str, assumptions: Iterable[Assumption], vocabulary: Vocabulary, knows: Callable[[str], bool] | None
) -> None:
    """Raises ProbatumError P417 for another language than English, P422 where no word of the text is one."""
    if named := language(text):
        raise ProbatumError("P417", language=named)
    if _no_words(text, {a.from_.lower(): a.to.lower() for a in assumptions}, vocabulary, knows):
        raise ProbatumError("P422", typed=text[:80])


def language(text: str) -> str:
    """The name of the language that a text is in; empty for English and where it cannot be told."""
    letters = [c for c in text if c.isalpha()]
    latin = sum("LATIN" in unicodedata.name(c, "") for c in letters)
    if len(letters) > 2 and latin < _MOST_LATIN * len(letters):
        return "another language than English"
    spoken = {m.group().lower() for m in _WORD.finditer(text)}
    if spoken & _ENGLISH:
        return ""
    name, held = max(((name, len(spoken & words)) for name, words in _LANGUAGES.items()), key=lambda pair: pair[1])
    return name if held >= 2 else ""


def _no_words(
    text: str, corrected: dict[str, str], vocabulary: Vocabulary, knows: Callable[[str], bool] | None
) -> bool:
    """Whether every word of content is unknown, and either keys in a row or only far from any word that is known."""
    said = {m.group() for m in _WORD.finditer(text)}
    if {word.lower() for word in said} & _ENGLISH:
        return False
    if said and all(_mashed(word, vocabulary) for word in said):
        return True
    pieces = line_of(text, vocabulary, knows).pieces
    return bool(pieces) and all(p.unknown and _far(p.word, corrected.get(p.word, p.word)) for p in pieces)


_SHAPELESS: Final = expression(r"(.)\1{3}|[bcdfghjklmnpqrstvwxz]{5}|^[bcdfghjklmnpqrstvwxz]{4,}$|[ÃÂ][^a-zA-Z]|^[ÃÂ]+$")
"""Words that nobody could say, and letters that were read as others: `asdkjh`, `xxxxx`."""
LONGEST: Final = 20
"""Letters from which a row of them is left to be read as far as possible."""
_ABBREVIATED: Final = expression(r"[A-Z][A-Za-z]*[A-Z0-9]")


def _mashed(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is a row of keys or letters, and no name or short form that is known or may be one."""
    low = word.lower()
    if len(word) > LONGEST or vocabulary.is_english(low) or vocabulary.in_names(low) or vocabulary.abbreviations(word):
        return False
    return _in_a_row(low) or (_ABBREVIATED.fullmatch(word) is None and _SHAPELESS.search(_lowered(word)) is not None)


def _lowered(word: str) -> str:
    """The word without the capital that opens a question; other letters of its writing are kept."""
    return f"{word[0].lower()}{word[1:]}" if word[0].isascii() else word


def _in_a_row(word: str) -> bool:
    return len(word) > 2 and any(word in row or word in row[::-1] for row in _ROWS)


def _far(word: str, read: str) -> bool:
    """Whether a word was read as another; a name cut short (`dabi`) is that name."""
    cut = read.lower().startswith(word.lower())
    return _in_a_row(word) or (not cut and _edits(word, read) >= _CHANGED * len(word))


def _edits(one: str, other: str) -> int:
    """Letters to be added, taken away or changed."""
    before = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        now = [i]
        for j, b in enumerate(other, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (a != b)))
        before = now
    return before[-1]
