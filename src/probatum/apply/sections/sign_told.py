"""Sign told: the path where a label has a medicine stopped at the very sign that the question tells.

`rash on A, stop?` is answered by the label of A, whatever is taken beside it: a path of the pair would leave both
going.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.labels import starting
from probatum.apply.numbering import Steps
from probatum.apply.sections import ending, excluding, halts
from probatum.model import Concept, DirectiveAction, Kind
from probatum.text import words
from probatum.text.expressions import caseless

_ACTIONS: Final = (DirectiveAction.STOP, DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION)
_STOPPED: Final = caseless(
    r"\b(?:stopped|discontinued|withdrawn)\b[^.;]{0,40}?\b(?:at|if|when|as soon as|in case of|where|after)\b"
    r"(?P<at>[^.;]{3,160})"
    r"|\b(?P<can>[^.;]{3,120}?) can occur with [^.;]{3,60}?(?:, which|; it) should be (?:stopped|discontinued)"
)
"""At what a medicine is stopped."""


def rows(context: Context) -> list[excluding.Row]:
    """Directions to stop the medicine asked about at a sign that the question tells of somebody who takes it."""
    if not (context.ends or ending.asked(context)):
        return []
    own = {name.lower() for name in context.drugs}
    signs = [c for c in context.question.concepts if c.semantic in ("symptom", "condition")]
    found = context.directives(*_ACTIONS)
    return [row for row in found if row[1].drug.lower() in own and any(_is_at(row[1].text, c) for c in signs)]


def _is_at(text: str, sign: Concept) -> bool:
    names = [stems for name in (sign.label, sign.text, *sign.synonyms) if (stems := words.stems(name))]
    return any(
        stems <= words.stems(match["at"] or match["can"] or "") for match in _STOPPED.finditer(text) for stems in names
    )


def say(steps: Steps, context: Context) -> bool:
    """The stop rule that is met, and what follows; False where none is."""
    told = rows(context)[:1]
    if not told:
        return False
    drug = starting.drug(context)
    steps.step(f"The question tells of this: {excluding.said(told)}", Kind.DIRECTIVE, excluding.spans(told))
    steps.branch("a", f"No other cause is clear: stop {drug} now, and {halts.elsewhere(context, told)}")
    steps.branch(
        "b", f"Another cause is clear: weigh whether {drug} {wording.now(drug)} still needed, and look again soon"
    )
    return True
