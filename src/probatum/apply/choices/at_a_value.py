"""At a value: advice against a treatment that holds only where something was measured to be too high or too low."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.model import Directive, DirectiveAction
from probatum.text import words
from probatum.text.expressions import caseless


def untold(item: Directive, context: Context) -> bool:
    """Whether advice against a treatment holds at a value alone that the question does not tell (`when A is more than 5
    times the upper limit, it should not be started`): it decides nothing for those of whom nothing is measured."""
    found = _AT_A_VALUE.search(item.text) if item.action is DirectiveAction.NOT_RECOMMENDED else None
    if found is None:
        return False
    own = words.stems(" ".join((context.question.read, *context.question.patient.values)))
    return not words.stems(found["what"]) & own


_AT_A_VALUE: Final = caseless(
    r"\b(?:when|if|where) (?:the )?(?P<what>[a-z][\w -]{2,40}?) (?:is|are|was|stays?|remains?) (?:still )?"
    r"(?:more than|less than|above|below|over|under|at least|raised)\b"
)
