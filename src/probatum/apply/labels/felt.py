"""Felt: what labels of medicines that are taken together say of what somebody feels on them."""

from __future__ import annotations

from typing import Final

from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence import named_harm
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Role

_TELLS: Final = (
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.STOP,
    DirectiveAction.CAUTION,
    DirectiveAction.MONITOR,
    DirectiveAction.ADVERSE_EFFECT,
    DirectiveAction.INTERACTION,
)
MOST: Final = 1


def say(draft: Draft, context: Context) -> None:
    """The first of their directions that names it, and was not told yet."""
    said = {span for one in draft.statements for span in one.supports}
    felt = [c for c in context.question.having(Role.OTHER) if c.semantic in ("condition", "symptom")]
    rows: list[tuple[Appraisal, Directive]] = []
    for name in context.combined:
        every = (row for a in as_if.labels(name, context) for row in ((a, d) for d in a.directives))
        rows += [r for r in every if r[1].action in _TELLS and r[1].span not in said and _on(r[1].text, felt, context)]
    rows.sort(key=lambda row: _TELLS.index(row[1].action))
    directives(draft, rows[:MOST], "On what is felt", "On what you feel")


def _on(text: str, felt: list[Concept], context: Context) -> bool:
    return any(named_harm.names(text, one, context) for one in felt)
