"""Level told: where a question tells the level of a medicine in the blood, what its label says of levels leads.

Who asks of a trough that is too high is not answered by the dose with which the medicine is begun.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, quote
from probatum.apply.quoted.salience import sentences_in
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Span
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
_TELLS: Final = caseless(
    r"\b(?:levels?|trough|peak|pre-?dose|post-?dose|concentration)\b[^.?;]{0,40}?"
    r"(?:\d|\b(?:low|high|raised|elevated|(?:sub|supra)-?therapeutic|undetectable|toxic)\b)"
)
_NEXT: Final = caseless(
    r"\b(?:next|another|further|same|change|changing|increas\w*|reduc\w*|rais\w*|lower(?:ing)?|adjust\w*|titrat\w*"
    r"|up|down|hold|omit|skip)\b"
)
"""Words of a dose that is to follow others."""
_OWN: Final = caseless(
    r"\b(?:potassium|sodium|calcium|magnesium|phosphate|iron|ferr\w+|fol\w+|vitamin|\w*cobalamin|testosterone"
    r"|\w*thyro\w*|glucose|insulin|cortisol|zinc)\b"
)
"""What is in the blood of everybody: so much of it says whether it is begun, and is no level of a treatment."""
_NAMES_LEVELS: Final = caseless(r"\b(?:serum |plasma |blood )?(?:levels?|concentrations?)\b")
_LEVELS: Final = caseless(r"\b(?:levels?|concentrations?)\b[^.;]{0,80}\d")
_TROUGH: Final = caseless(r"\b(?:trough|pre[- ]?dose)\b")
MOST: Final = 1


def rows(context: Context) -> list[Row]:
    """What the label says of levels in figures, that on troughs first where one is told."""
    asked = context.question
    if len(context.drugs) != 1 or context.combined or asked.danger or not _TELLS.search(asked.typed):
        return []
    found = [row for row in context.directives(*_ACTIONS) if _LEVELS.search(row[1].text)]
    if not found and asks(context):
        found = [row for row in context.directives(*_ACTIONS) if _NAMES_LEVELS.search(row[1].text)]
        found.sort(key=lambda row: row[1].action is not DirectiveAction.DOSE)
    trough = bool(_TROUGH.search(asked.typed))
    return sorted(found, key=lambda row: trough and not _TROUGH.search(row[1].text))[:MOST]


def asks(context: Context) -> bool:
    """Whether it is asked which dose follows at a level of the medicine that is told: the dose with which it is begun
    is no answer to that."""
    asked = context.question
    if len(context.drugs) != 1 or context.combined or context.classes or asked.danger or _OWN.search(context.drugs[0]):
        return False
    told = _TELLS.search(asked.typed)
    return told is not None and _NEXT.search(f"{asked.typed[: told.start()]} {asked.typed[told.end() :]}") is not None


def sentence(context: Context) -> tuple[Appraisal, Span] | None:
    """What the label says of levels in figures where no direction does: `seizures are controlled at 10 to 20`."""
    if not asks(context) or any(_LEVELS.search(row[1].text) for row in rows(context)):
        return None
    every = ((label, told.span) for label in context.labels for told in sentences_in(label.record))
    return next(((label, span) for label, span in every if _RANGE.search(span.quote)), None)


_RANGE: Final = caseless(
    r"\b(?:levels?|concentrations?|serum [\w-]+)\b[^.;]{0,140}? \d+(?:\.\d+)? to \d+(?:\.\d+)? \w+/\w+"
)
"""A level that is aimed at, with its unit: `the desirable serum A is 0.6 to 1.2 mmol/L`."""


def deny(draft: Draft, context: Context) -> None:
    """That no source says which dose follows at that level, where it is asked."""
    if asks(context):
        drug = context.named[0]
        text = f"no source of the library tells which dose of {drug} follows at the level that is told"
        plain = f"{text}. Ask the prescriber or a pharmacist before the next dose"
        draft.add(f"{text}; ask the prescriber or a pharmacist before it is given", Kind.ABSENCE, plain=plain)


_ACTIONS: Final = tuple(action for action in DirectiveAction if action is not DirectiveAction.INTERACTION)


def lead(draft: Draft, context: Context) -> None:
    """That in front of the short answer, where it does not stand there already."""
    told = {span for one in draft.statements for span in one.supports}
    fresh = [row for row in rows(context) if row[1].span not in told]
    made = Draft(draft.id, "")
    if found := sentence(context):
        quote(made, *found, "says", opening="on the level that is told")
    else:
        directives(made, fresh, "On the level that is told", "On the level that you tell of")
    deny(made, context)
    if made.statements:
        draft.open_with(made.statements)
