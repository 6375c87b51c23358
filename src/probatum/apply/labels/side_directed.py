"""Side directed: a side of a medicine that directions of its label tell whole: who must not have it, what it is for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels.side import Side
from probatum.apply.patient import advised_out
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text.expressions import caseless

MOST_ADVISED: Final = 4
"""People in whom a label does not advise a medicine, told behind those in whom it is contraindicated."""


def say(draft: Draft, context: Context, asked: Side, labels: Sequence[Appraisal]) -> bool:
    """Every direction of the labels that tells the side; False where none does, then nothing was written."""
    rows = [(a, d) for action in asked.actions for a in labels for d in a.directives if d.action is action]
    if not rows:
        return False
    directives(draft, sorted(rows, key=_of_itself)[: asked.most], *_LEADS[asked.name])
    if DirectiveAction.CONTRAINDICATED in asked.actions:
        kept = [row for a in labels for row in advised_out.told(a)]
        kept = [r for r in kept if not fitting.of_others(r[1].text, context.question.patient)]
        directives(draft, kept[:MOST_ADVISED], "Advised against", "Not advised")
    return True


def _of_itself(row: tuple[Appraisal, Directive]) -> bool:
    """An allergy to it rules out every medicine, and stands last."""
    return _ALLERGY.search(row[1].text) is not None


_ALLERGY: Final = caseless(r"^\W*(?:after an? |a )?(?:(?:known|severe|serious) )?(?:hypersensitivity|allergy|anaphyla)")
_LEADS: Final = {
    "contraindications": ("Contraindicated", "Must not be used"),
    "what it is for": ("Indicated", "Used for"),
}
