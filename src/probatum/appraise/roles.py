"""The role of every sentence of an abstract: background, objective, methods, results or conclusions.

Where headings name the roles, they decide. A running abstract is read by a model: a chain over its sentences, whose
features are the words, how a sentence begins, what figures it holds, and where it stands (Dernoncourt and Lee 2017,
arXiv:1710.06071, set the task and its five classes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,·]\d+)*|[%=<>≤≥±()]")
MOST_WORDS = 80
"""Words of a sentence that are looked at."""
SIGNS = frozenset("%=<>≤≥±()")


def features(said: Sequence[str]) -> list[list[str]]:
    """The features of each sentence of one abstract, in reading order."""
    words = [_words(text) for text in said]
    return [[*_own(words[i]), *_place(i, len(said)), *_near(words, i)] for i in range(len(said))]


def _words(text: str) -> list[str]:
    found = []
    for match in TOKEN.finditer(text):
        word = match[0].lower()
        found.append("#" if word[0].isdigit() else word)
        if len(found) == MOST_WORDS:
            break
    return found


def _own(words: Sequence[str]) -> Iterator[str]:
    """Words, pairs of words, and how the sentence begins."""
    plain = [w for w in words if w not in SIGNS]
    yield from dict.fromkeys(words)
    yield from dict.fromkeys(f"{a} {b}" for a, b in zip(plain, plain[1:], strict=False))
    yield f"begins={' '.join(plain[:1])}"
    yield f"begins={' '.join(plain[:2])}"
    yield f"begins={' '.join(plain[:3])}"
    yield f"ends={' '.join(plain[-1:])}"
    yield f"figures={min(4, words.count('#'))}"
    yield f"length={min(6, len(plain) // 8)}"


def _place(index: int, count: int) -> Iterator[str]:
    """Where it stands: from the start, from the end, and as a share of the whole."""
    yield "always"
    yield f"first={min(index, 6)}"
    yield f"last={min(count - 1 - index, 6)}"
    yield f"share={index * 10 // count}"
    yield f"first={min(index, 6)} of {min(count, 16) // 2}"
    yield f"last={min(count - 1 - index, 6)} of {min(count, 16) // 2}"


def _near(words: Sequence[Sequence[str]], index: int) -> Iterator[str]:
    """How the neighbours begin, and the words that they hold."""
    for name, at in (("before", index - 1), ("after", index + 1)):
        if 0 <= at < len(words):
            plain = [w for w in words[at] if w not in SIGNS]
            yield f"{name} begins={' '.join(plain[:2])}"
            yield f"{name} figures={min(4, words[at].count('#'))}"
            yield from dict.fromkeys(f"{name}:{w}" for w in plain)
