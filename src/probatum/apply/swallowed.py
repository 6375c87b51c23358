"""Swallowed: what labels say of crushing, opening, splitting or chewing a medicine, where the question asks that."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, Kind
from probatum.text.expressions import caseless

MOST: Final = 2
_DONE: Final = (
    r"(?:crush(?:ed)?|chew(?:ed)?|open(?:ed)?(?: up)?|split|cut(?: up| in (?:half|two))|dissolv(?:e|ed)|emptied"
    r"|broken(?: up| in (?:half|two))?|swallowed whole|sprinkled)"
)
_ASKS: Final = caseless(
    r"\b(?:cut|crush|split|chew|open|dissolve|break) (?:[\w'-]+ ){1,4}?"
    r"(?:in half|in two|up|open|tablets?|capsules?|pills?)\b"
    rf"|\b(?:can|may|should|could|must|ok(?:ay)? to|safe to|possible to|do) (?:[\w'-]+ ){{0,7}}?{_DONE}\b"
    r"(?! (?:label|bones?|hips?|legs?|arms?|wrists?|hearts?|wounds?|airways?|fractures?|surgery|sores?|skin))"
)
_TELLS: Final = caseless(
    r"\bswallow(?:ed)? (?:whole|with)\b|\b(?:crush|chew|sprinkl|dissolv)\w*\b"
    r"|\b(?:broken|breaking|emptied|emptying|split|splitting)\b"
    r"|\btablets? [^.;]{0,24}\bhalved\b"
    r"|\bopen(?:ed|ing)\b[^.;]{0,30}\b(?:capsules?|sprinkl\w*)|\bcapsules? [^.;]{0,30}\bopened\b"
)
_FELT: Final = caseless(r"\b(?:hurts?|painful|difficult\w*|trouble)\b")


def rows(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What the labels of the medicine say of how it is swallowed."""
    every = ((a, d) for a in context.labels for d in a.directives)
    return [(a, d) for a, d in every if _TELLS.search(d.text) and not _FELT.search(d.text)]


def asks(context: Context) -> bool:
    """Whether it is asked how a medicine is swallowed, of one that a label is held of."""
    return bool(context.labels) and _ASKS.search(context.question.read) is not None


def say(draft: Draft, context: Context) -> bool:
    """What a label says of it, else that none does; False where nothing of the kind is asked."""
    if not asks(context):
        return False
    found = rows(context)
    directives(draft, found[:MOST], "How it is swallowed", "How it is swallowed")
    if not found:
        what = wording.join(context.named)
        draft.add(
            f"no source of the library tells whether {what} may be crushed, opened or split; ask a pharmacist before "
            "that is done",
            Kind.ABSENCE,
            plain=f"we found nothing that tells whether {what} may be crushed, opened or split. Ask a pharmacist "
            "before you do so",
        )
    return True
