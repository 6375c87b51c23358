"""Asking: the clauses of a text that ask something, each with its own verb or question word, in order.

`A man takes A. Should falls stop me giving B, and if not, what dose of B?` asks twice; that he takes A asks nothing.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_WORD: Final = r"(?:what|which|how|when|who|whom|where|why)\b"
_VERB: Final = (
    r"(?:(?:is|are)\b(?! (?:on|in|of|at|to|from|taking|being|been|not|now|also|just|\w+ing|\w+ed)\b)"
    r"|(?:does|do|did|can|could|should|shall|will|would|may|might|must)\b"
    r"(?! (?:on|in|of|at|to|from|been|not|now|also|just|\w+ed)\b)"
    r"|(?:was|were|has|have|had)\b(?= (?:it|he|she|they|this|that|these|those|there|any\w*|the|my|his|her|i|we|you)\b))"
)
"""A verb before its subject; `has fallen twice` goes on with a story."""
_LEAD: Final = (
    r"(?:(?:and|but|or|so|also|then) )*(?:if (?:not|so|yes|no)\b,? ?)?(?:for (?:\w+ ){1,4}(?=(?:is|does|would) ))?"
)
_OPENS: Final = caseless(rf"^\W*{_LEAD}(?:for )?(?:{_WORD}|{_VERB})")
_CUT: Final = caseless(
    rf"[?;]\s*|\.\s+(?=\w)|(?:,\s*|(?::|\s[-\u2013\u2014])\s+)(?={_LEAD}(?:for )?(?:{_WORD}|{_VERB}))"
    rf"|\s(?=(?:and|but) (?:if (?:not|so),? )?(?:also )?(?:for )?(?:{_WORD}|{_VERB}))"
)
_JOINS: Final = caseless(r"^(?:and|but|or|so)\s+(?=\w)")
_ENDS: Final = " ,;:.?!"


def clauses(text: str) -> tuple[str, ...]:
    """The clauses that ask, without what only tells of somebody."""
    return tuple(piece for piece in pieces(text) if _OPENS.match(piece))


def pieces(text: str) -> tuple[str, ...]:
    """All pieces of a text, cut before every clause that asks."""
    return tuple(piece for cut in _CUT.split(text) if (piece := _JOINS.sub("", cut.strip(_ENDS))))
