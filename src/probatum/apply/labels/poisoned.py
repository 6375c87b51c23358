"""Poisoned: questions of too much of a medicine (`zorbinol overdose in a 40 year old`) that raise no alarm.

Its routine doses, and what is given in its place for the illness that it treats, are no answer there: what its label
says of too much of it is, and what is given against it.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.labels import too_much
from probatum.apply.once import once
from probatum.model import DirectiveAction

SAID: Final = "Does not apply: it is asked about too much of it, and no routine dose is told."
NONE: Final = "Does not apply: it is asked about too much of a medicine; what is given against it stands above."
NO_PATH: Final = "Does not apply: no routine path holds where too much was taken; a poison centre tells what is done."


@once
def asked(context: Context) -> bool:
    """Whether too much of the very medicine is asked about, and no antidote that has its own label for that."""
    question = context.question
    if not context.drugs or context.combined or not too_much.asked(question):
        return False
    if context.halts and too_much.by_level(question):
        return False  # whether it is stopped is told by itself
    against = (d for a in context.labels for d in a.directives if d.action is DirectiveAction.INDICATED)
    return not any(too_much.speaks(item.text) for item in against)
