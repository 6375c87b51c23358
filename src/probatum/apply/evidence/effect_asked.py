"""Effect asked: whether a question wants to know what a treatment does, whatever it asks besides.

`Should I add A, and at what dose` asks for a dose and for what A does: an answer that gives the dose alone leaves the
first half of the question open.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.model import Intent
from probatum.text import asking, doses
from probatum.text.expressions import caseless

WORDS: Final = caseless(
    r"\b(?:better|best|works?|helps?|effective\w*|efficacy|worth\w*|benefits?|any good|improve\w*|prevent\w*|reduc\w+"
    r"|lower\w*|cut|live longer|save lives|evidence|protect\w*|shorten\w*|keep\w*|spare|survival|gain|enough"
    r"|should (?:i|we|he|she|they) (?:add|start|begin|give|take|use|offer|prescribe|switch|try))\b"
)
"""That a clause asks what something does."""
_BEGINS: Final = caseless(r"^\W*(?:is|are|do|does|did|can|could|should|would|will|may|might)(?:n't)?\b")
_SIZE: Final = caseless(r"\bhow (?:much|well|effective)\b|\b(?:benefits?|gain|advantage|better|survival)\b")


@once
def asked(context: Context) -> bool:
    """Whether a clause of the question asks for an effect: by yes or no, or for its size; one that names amounts asks
    which of them is to be given."""
    if context.question.intent in (Intent.HARM, Intent.INTERACTION):
        return False
    return any(map(_of_effect, asking.clauses(context.question.read)))


def _of_effect(clause: str) -> bool:
    if WORDS.search(clause) is None or doses.read(clause):
        return False
    return _BEGINS.match(clause) is not None or _SIZE.search(clause) is not None
