"""Poisoned: questions of too much of a medicine (`zorbinol overdose in a 40 year old`) that raise no alarm.

Its routine doses, and what is given in its place for the illness that it treats, are no answer there: what its label
says of too much of it is, and what is given against it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import DirectiveAction, Intent
from probatum.text.expressions import caseless

_TOO_MUCH: Final = r"(?:over-?dos(?:e|es|ed|age|ing)|poison(?:ed|ing)|toxicity|intoxication)"
_OF_IT: Final = caseless(rf"\b{_TOO_MUCH}\b")
SAID: Final = "Does not apply: it is asked about too much of it, and no routine dose is told."
NONE: Final = "Does not apply: it is asked about too much of a medicine; what is given against it stands above."
NO_PATH: Final = "Does not apply: no routine path holds where too much was taken; a poison centre tells what is done."


def speaks(text: str) -> bool:
    """Whether a sentence speaks of too much of something."""
    return _OF_IT.search(text) is not None


def say(draft: Draft, context: Context) -> None:
    """By which signs the label tells too much of it, before what else it says of that."""
    every = [(a, d) for a in context.labels for d in a.directives if _SIGNS.search(d.text)]
    directives(draft, every[:1], "Signs of too much of it", "Signs of too much of it")
    boxed = [(a, d) for a in context.labels for d in a.directives if d.action is DirectiveAction.BOXED_WARNING]
    directives(draft, [r for r in boxed if speaks(r[1].text)][:1], "Boxed warning", "Boxed warning, the strongest kind")


_SIGNS: Final = caseless(rf"\bsigns of [\w -]{{0,30}}{_TOO_MUCH}")


def asked(context: Context) -> bool:
    """Whether too much of the very medicine is asked about, and no antidote that has its own label for that."""
    question = context.question
    if not context.drugs or context.combined or question.intent is Intent.DOSING or not _OF_IT.search(question.read):
        return False
    against = (d for a in context.labels for d in a.directives if d.action is DirectiveAction.INDICATED)
    if any(_OF_IT.search(item.text) for item in against):
        return False
    return any(_named(name.lower()).search(question.read) for name in context.drugs)


@lru_cache(maxsize=512)
def _named(drug: str) -> re.Pattern[str]:
    """Too much of a drug: `zorbinol overdose`, `overdose of zorbinol`."""
    own = re.escape(drug)
    return re.compile(
        rf"\b{own}(?: [a-z]{{1,12}})?[ -]{_TOO_MUCH}\b|\b{_TOO_MUCH} (?:of|with|from|by|on) (?:[a-z]{{1,12}} )?{own}\b",
        re.IGNORECASE,
    )
