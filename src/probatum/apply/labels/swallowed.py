"""Swallowed: what labels say of crushing, opening, splitting or chewing a medicine, and of how often it is taken and
never, where the question asks that."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import told_or_not
from probatum.model import Appraisal, Directive
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
TELLS: Final = caseless(
    r"\bswallow(?:ed)? (?:whole|with)\b|\b(?:crush|chew|sprinkl|dissolv)\w*\b"
    r"|\b(?:broken|breaking|emptied|emptying|split|splitting)\b"
    r"|\btablets? [^.;]{0,24}\bhalved\b"
    r"|\bopen(?:ed|ing)\b[^.;]{0,30}\b(?:capsules?|sprinkl\w*)|\bcapsules? [^.;]{0,30}\bopened\b"
)
_FELT: Final = caseless(r"\b(?:hurts?|painful|difficult\w*|trouble)\b")


_OFTEN: Final = (
    r"(?:daily|weekly|monthly|(?:once|twice|\d times|three times) (?:a|per|every) (?:day|week|month)|every (?:day|week)"
    r"|(?:a|per) (?:day|week))"
)
_BEFALLS: Final = (
    r"(?![^?]{0,70}\b(?:caus\w+|happen\w*|occur\w*|leads?|seen|bloods?|(?:is|are|be) (?:\w+ ){0,4}(?:checked|measured)"
    r"|recur\w*|com(?:e|es) back)\b)"
)
"""How often something befalls people, or is checked, is not how often it is taken."""
_HOW_OFTEN: Final = caseless(rf"\b{_OFTEN}\b[^.?;]{{0,30}}\bor\b[^.?;]{{0,20}}\b{_OFTEN}\b|\bhow often\b{_BEFALLS}")
SETS_APART: Final = caseless(rf"\b{_OFTEN}\b[^.;]{{0,30}}\b(?:never|not|instead of)\b[^.;]{{0,20}}\b{_OFTEN}\b")


def say_how_often(draft: Draft, context: Context) -> bool:
    """What a label says of how often a medicine is taken and how often it is not, where just that is asked: one taken
    for the other has killed people. False where no label tells it."""
    if not context.labels or _HOW_OFTEN.search(context.question.read) is None:
        return False
    found = [(a, d) for a in context.labels for d in a.directives if SETS_APART.search(d.text)]
    directives(draft, found[:1], "How often it is taken", "How often it is taken")
    return bool(found)


def rows(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What the labels of the medicine say of how it is swallowed."""
    every = ((a, d) for a in context.labels for d in a.directives)
    return [(a, d) for a, d in every if TELLS.search(d.text) and not _FELT.search(d.text)]


def asked_in(text: str) -> bool:
    """Whether a text asks how a medicine is swallowed."""
    return _ASKS.search(text) is not None


def asks(context: Context) -> bool:
    """Whether it is asked how a medicine is swallowed, of one that a label is held of."""
    return bool(context.labels) and asked_in(context.question.read)


def say(draft: Draft, context: Context) -> bool:
    """What a label says of it, else that none does; False where nothing of the kind is asked."""
    if not asks(context):
        return False
    what = wording.join(context.named)
    told_or_not.say(
        draft,
        rows(context)[:MOST],
        "How it is swallowed",
        "How it is swallowed",
        lacking=f"no source of the library tells whether {what} may be crushed, opened or split; ask a pharmacist "
        "before that is done",
        plain=f"we found nothing that tells whether {what} may be crushed, opened or split. Ask a pharmacist "
        "before you do so",
    )
    return True
