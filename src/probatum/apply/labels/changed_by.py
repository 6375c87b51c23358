"""Changed by: what guidelines say of the change from one medicine to another, or from its class to another's.

The sentence that names both goes before one on their classes: the class's own rule has exceptions that are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply.context import Context
from probatum.apply.labels import guided_words
from probatum.apply.labels.guided_words import named
from probatum.apply.quoted.salience import Salient
from probatum.text.expressions import caseless

MOST: Final = 2
_WAY: Final = caseless(
    r"\b(?:change|switch|convert|changing|switching|converting|conversion) (?:from )?"
    r"(?P<old>(?!to\b|of\b|from\b)[^.;]{2,120}?) to"
    r" (?P<new>[^.;]{2,100}?)(?=, (?:the|an?|it|both|wait\w*|stop\w*|(?-i:[A-Z]))\b|[.;]|$)"
)
_REST: Final = caseless(r"; from (?P<old>other [^,;.]{3,40}?)(?: it| the|,|$)")
"""What a second clause says of others of the kind: `from other tricyclics it is 7 days`."""
_BEFORE: Final = caseless(
    r"\b(?:after|when|once|stop(?:ping)?) (?P<old>[^.;]{2,80}?) (?:(?:is|are|was) (?:stopped|ended|discontinued)\b"
    r"|(?=before\b))(?P<rest>[^.;]{5,200})"
)
_WAIT: Final = caseless(r"\b\d+[^.;]{0,15}\b(?:hours?|days?|weeks?|months?)\b")
_EITHER_WAY: Final = caseless(r"\bchange to or from (?P<one>[^.;]{3,80})")
_ANY: Final = caseless(
    r"\b(?:change|switch|convert|changing|switching|converting|conversion|after|when|once|stop\w*)\b"
)


def told(old: str, new: str, context: Context) -> list[Salient]:
    """The sentences of guidelines on the change from the old one to the new, the nearest first."""
    weighed = [
        (rank, one) for one in guided_words.sentences(context, _ANY) if (rank := _rank(one.span.quote, old, new))
    ]
    best = max((rank for rank, _ in weighed), default=0)
    kept = [(rank, one) for rank, one in weighed if rank == best or (best >= _CHANGE and rank < _CHANGE)]
    kept.sort(key=lambda row: -row[0])
    return [one for _, one in kept[:MOST]]


_CHANGE: Final = 10
"""What a sentence on the change itself is worth before one on the time after the end of the old one."""


def _rank(text: str, old: str, new: str) -> int:
    """How near a sentence is to the change that is asked about; 0 for one on another change."""
    for before, after in ways(text):
        of_old, of_new = named(before, old), named(after, new)
        if of_old and of_new:
            return _CHANGE + 3 * of_old + of_new
    for found in _BEFORE.finditer(text):
        if _WAIT.search(found["rest"]) and named(found["old"], old) and named(found["rest"], new):
            return 3 * named(found["old"], old) + named(found["rest"], new)
    either = _EITHER_WAY.search(text)
    return int(either is not None and bool(named(either["one"], old) or named(either["one"], new)))


def ways(text: str) -> Iterator[tuple[str, str]]:
    """The old and the new of each change that a sentence tells of."""
    for found in _WAY.finditer(text):
        yield found["old"], found["new"]
        for rest in _REST.finditer(text, found.end()):
            yield rest["old"], found["new"]
