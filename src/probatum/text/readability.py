"""Readability: the school grade of a text, the median of three formulas.

Flesch-Kincaid (Kincaid 1975), the automated readability index (Senter and Smith 1967) and Coleman-Liau (1975).
Syllables are counted by groups of vowels, so that no dictionary is needed; the grade is for choosing between sentences.
"""

from __future__ import annotations

import statistics
from typing import Final

from probatum.text.expressions import expression

_WORD: Final = expression(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_END: Final = expression(r"[.!?]+[”\"')\]]*(?:\s|$)")
_VOWELS: Final = expression(r"[aeiouy]+")
_SILENT: Final = expression(r"(?:[^laeiouy]e|[^dt]ed|(?<![sxz])es)$")


def syllables(word: str) -> int:
    """Syllables of a word, at least one."""
    low = word.lower()
    return max(1, len(_VOWELS.findall(low)) - bool(_SILENT.search(low)))


def grade(text: str) -> float:
    """School grade, 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_END.findall(text)))
    letters = sum(len(word) for word in words)
    per_sentence = len(words) / sentences
    kincaid = 0.39 * per_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    automated = 4.71 * letters / len(words) + 0.5 * per_sentence - 21.43
    coleman = 5.88 * letters / len(words) - 29.6 * sentences / len(words) - 15.8
    return statistics.median((kincaid, automated, coleman))
