"""Looking for a value in the sentences of a record: only sentences with a trigger word are searched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from probatum.appraise.reading import Sentence
from probatum.model import Sourced, Span

BLANKS = str.maketrans("\u00a0\u2009\u202f\u2002\u2003", "     ")
"""Blanks that printers set between a figure and its unit -> the plain one; no offset changes."""


class Said:
    """Sentences with their text, its blanks made plain, and their text in lower case, taken once."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._heard = [(s, plain, plain.lower()) for s in sentences for plain in (_plain(s.text),)]

    def having(self, *triggers: str) -> Iterator[tuple[Sentence, str]]:
        """Sentences, each with its text, that hold one of these letters in lower case."""
        for sentence, text, low in self._heard:
            if any(trigger in low for trigger in triggers):
                yield sentence, text

    def only(self, wanted: Callable[[Sentence], bool]) -> Said:
        """Those of the sentences."""
        fewer = Said(())
        fewer._heard = [one for one in self._heard if wanted(one[0])]
        return fewer


def _plain(text: str) -> str:
    return text if text.isascii() else text.translate(BLANKS)


def tight(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without blanks and commas around it."""
    while start < end and text[start] in " \t\n,;:":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:":
        end -= 1
    return start, end


def sourced(sentence: Sentence, match: re.Match[str], group: str | int = 0, value: str = "") -> Sourced | None:
    """A value verbatim, or as it is named, with its characters; None when there are none."""
    start, end = tight(sentence.text, *match.span(group))
    if end <= start:
        return None
    return Sourced(value or sentence.text[start:end], sentence.span(start, end))


def cut(span: Span, most: int) -> Span:
    """The beginning of a span, to the last whole word within so many characters."""
    if len(span) <= most:
        return span
    kept = span.quote[:most]
    return span.inner(0, kept.rfind(" ") if " " in kept else most)
