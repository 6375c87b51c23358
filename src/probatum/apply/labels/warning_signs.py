"""Warning signs: what labels tell to look out for with a medicine, and what is done then, before what it does else."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.labels import told_or_not
from probatum.apply.once import once
from probatum.apply.patient import other_uses
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Role
from probatum.text import watching
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
MOST: Final = 3
_ACTIONS: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.STOP,
    DirectiveAction.CAUTION,
    DirectiveAction.MONITOR,
)
_NOTICED: Final = caseless(
    r"\bsigns?\b|\bsymptoms\b(?! of (?:heart failure|depression|schizophrenia|asthma)\b)|\breport(?:ed)? at once"
    r"|\bshould be reported\b|\bseek (?:medical )?(?:help|advice|care)|\bmedical help\b|\blooked for\b|\bwatched for\b"
)
_ENDED: Final = caseless(
    r"\b(?:stopp?(?:ed|ing)|withheld|discontinued|interrupted)\b[^.;]{0,50}\b(?:if|when|at (?:once|the first)|on)\b"
    r"|\b(?:if|when)\b[^.;]{0,60}\b(?:occurs?|appears?|develops?|is suspected)\b"
)
_HARMS: Final = caseless(
    r"\b(?:can|may|could|has|have) (?:\w+ )?(?:cause[ds]?|occur|led|lead|followed|follow|raise)\b|\brisk of\b"
)
_OF_SOME: Final = caseless(r"^(?:older|elderly) (?:people|patients)\b|^in [\w -]{1,40}\boverdose\b")
_MASKED: Final = caseless(
    r"\b(?:mask|hide|exclude|rule out)\w*\b[^.;]{0,20}\bsigns\b|\bsigns of (?:liver|kidney) disease\W*$"
)
"""Signs that are hidden, and those of what somebody has already."""


def asked(context: Context) -> bool:
    """Whether it is asked which signs are to be heeded with the very medicine."""
    question = context.question
    if question.intent is not Intent.HARM or context.combined or not context.labels or question.having(Role.COMPARATOR):
        return False
    names = [n for c in question.having(Role.INTERVENTION) for n in (c.text, c.label)]
    return watching.signs(question.read) and any(watching.signs_of(question.read, name) for name in names)


@once
def rows(context: Context) -> tuple[Row, ...]:
    """The warnings that tell by what a harm is noticed, then those that say when the medicine is stopped, then harms;
    nothing of people whom the question does not tell of."""
    every = [
        row
        for row in context.directives(*_ACTIONS)
        if not (
            fitting.of_others(row[1].text, context.question.patient)
            or _MASKED.search(row[1].text)
            or other_uses.for_other_use(row[1].text, context)
        )
    ]
    told = [row for row in every if _rank(row[1]) < _HARM] or [row for row in every if _rank(row[1]) < _NONE]
    return tuple(sorted(told, key=lambda row: (_rank(row[1]), _ACTIONS.index(row[1].action))))[:MOST]


_HARM, _NONE = 3, 9


def _rank(item: Directive) -> int:
    boxed = item.action is DirectiveAction.BOXED_WARNING
    if _OF_SOME.search(item.text) or fitting.of_some(item.text):
        return _NONE
    if _NOTICED.search(item.text):
        return 0
    if _ENDED.search(item.text):
        return 1
    if not _HARMS.search(item.text):
        return _NONE
    return 2 if boxed else _HARM if item.action is DirectiveAction.CAUTION else _NONE


def say(draft: Draft, context: Context) -> None:
    """Those warnings, else that no label tells any."""
    name = wording.join(context.named)
    told_or_not.say(
        draft,
        rows(context),
        "To look out for",
        "What to look out for",
        lacking=f"no label of {name} that is held tells by which signs its harms are noticed",
        plain=f"we found no label of {name} that tells what to look out for. Ask your doctor or pharmacist",
    )
