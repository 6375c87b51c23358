"""Stories: `my arm is swollen after an operation. is bandaging better than the sleeve` asks in its last sentence.

What is told before is whom it is about; what is given and compared is read where it is asked.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import expression

_END: Final = expression(r"(?<![.\s])[.!?]+\s+(?=\S)")
_SHORT: Final = expression(
    r"(?:^|[\s(])(?:vs?|e\.g|i\.e|approx|dr|mr|mrs|ms|st|no|resp|incl|max|min|wk|yr|yrs|pt|pts|hx|rx|[a-z])$", re.I
)
"""What ends in a full stop and ends no sentence."""
_ASKS: Final = expression(
    r"^(?:(?:so|but|and|or|well|now|please|thanks|just wondering)[\s,]+)*(?:is|are|was|were|do|does|did|can|could"
    r"|should|shall|would|will|may|might|must|has|have|any|what|which|who|why|how|when|where)\b",
    re.IGNORECASE,
)
MOST_TOLD: Final = 60
"""Words of a story; a pasted text has more."""


class Sentence(NamedTuple):
    """Characters of a sentence in the question."""

    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a question as people type it: what follows a full stop often has no capital."""
    cuts = [m for m in _END.finditer(text) if m[0].strip() != "." or not _SHORT.search(text[: m.start()])]
    starts, ends = [0, *(m.end() for m in cuts)], [*(m.start() for m in cuts), len(text)]
    return [Sentence(a, b) for a, b in zip(starts, ends, strict=True) if re.search(r"\w", text[a:b])]


def asking(text: str) -> Sentence | None:
    """The one sentence that asks, where the others tell a story; None where the whole is the question or two ask."""
    told = sentences(text)
    if len(told) < 2 or len(text.split()) > MOST_TOLD:
        return None
    opened = [one for one in told if _ASKS.match(text[one.start : one.end])]
    return opened[0] if len(opened) == 1 else None


_CUT: Final = expression(r"[:;]\s|\s[-\u2013\u2014]\s")


class Clause(NamedTuple):
    """Characters of a clause in the question, and whether it ends in a question mark or opens as a question does."""

    start: int
    end: int
    marked: bool
    opens: bool

    @property
    def asks(self) -> bool:
        """Whether it asks."""
        return self.marked or self.opens


def clauses(text: str) -> list[Clause]:
    """The sentences of a question, cut at colons, semicolons and dashes."""
    pieces = []
    for said in sentences(text):
        cuts = list(_CUT.finditer(text, said.start, said.end))
        starts, ends = [said.start, *(m.end() for m in cuts)], [*(m.start() for m in cuts), said.end]
        marked = text[said.start : said.end + 1].rstrip().endswith("?")
        pieces += [
            Clause(a, b, marked and b == said.end, _ASKS.match(text[a:b]) is not None)
            for a, b in zip(starts, ends, strict=True)
        ]
    return [one for one in pieces if re.search(r"\w", text[one.start : one.end])]
