"""Quotation marks: round the words of a source alone, never round those of our own summary of it."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import SectionKind, Statement
from probatum.text.expressions import expression

_QUOTED: Final = expression(r"“([^”]*)”")


def unmarked(words: str, statement: Statement) -> str:
    """`words` of a statement, with no marks round what stands in a record whose text is Probatum's own summary. Its
    title is the source's own and stays in marks."""
    held = [
        _flat(span.quote)
        for span in statement.supports
        if span.source.summary and span.source_section.kind is not SectionKind.TITLE
    ]
    if not held or "“" not in words:
        return words

    def told(found: re.Match[str]) -> str:
        said = found[1].removesuffix(".")
        if not said or not any(_flat(said) in text for text in held):
            return found[0]
        return found[1] if found.end() == len(words) else said  # what goes on has its full stop behind that

    return _QUOTED.sub(told, words)


def _flat(text: str) -> str:
    return " ".join(text.split())
