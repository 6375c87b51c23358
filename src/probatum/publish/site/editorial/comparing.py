"""The difference between two versions of an article, sentence by sentence."""

from __future__ import annotations

import difflib
from typing import NamedTuple

from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticlePage


class Difference(NamedTuple):
    """One sentence that is not the same in both."""

    section: str
    old: str
    new: str


def compare(old: ArticlePage, new: ArticlePage) -> tuple[Difference, ...]:
    """What differs, in the order of the newer version."""
    before, after = _sentences(old), _sentences(new)
    made: list[Difference] = []
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        for i in range(max(b - a, d - c)):
            left = before[a + i] if a + i < b else ("", "")
            right = after[c + i] if c + i < d else ("", "")
            made.append(Difference(right[0] or left[0], left[1], right[1]))
    return tuple(made)


def _sentences(page: ArticlePage) -> list[tuple[str, str]]:
    answer = content.read(page)
    return [(section.title, s.text) for section in answer.sections for s in section.statements]
