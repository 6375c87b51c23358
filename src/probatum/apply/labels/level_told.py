"""Level told: where a question tells the level of a medicine in the blood, what its label says of levels leads.

Who asks of a trough that is too high is not answered by the dose with which the medicine is begun.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
_TELLS: Final = caseless(r"\b(?:levels?|trough|peak|pre-?dose|post-?dose|concentration)\b[^.?;]{0,40}?\d")
_LEVELS: Final = caseless(r"\b(?:levels?|concentrations?)\b[^.;]{0,80}\d")
_TROUGH: Final = caseless(r"\b(?:trough|pre[- ]?dose)\b")
MOST: Final = 1


def rows(context: Context) -> list[Row]:
    """What the label says of levels in figures, that on troughs first where one is told."""
    asked = context.question
    if len(context.drugs) != 1 or context.combined or asked.danger or not _TELLS.search(asked.typed):
        return []
    found = [row for row in context.directives(*_ACTIONS) if _LEVELS.search(row[1].text)]
    trough = bool(_TROUGH.search(asked.typed))
    return sorted(found, key=lambda row: trough and not _TROUGH.search(row[1].text))[:MOST]


_ACTIONS: Final = tuple(action for action in DirectiveAction if action is not DirectiveAction.INTERACTION)


def lead(draft: Draft, context: Context) -> None:
    """That in front of the short answer, where it does not stand there already."""
    told = {span for one in draft.statements for span in one.supports}
    fresh = [row for row in rows(context) if row[1].span not in told]
    made = Draft(draft.id, "")
    directives(made, fresh, "On the level that is told", "On the level that you tell of")
    if made.statements:
        draft.open_with(made.statements)
