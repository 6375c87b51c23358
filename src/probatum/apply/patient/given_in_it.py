"""Given in it: what seems to bar a treatment in an illness in which a guideline on just that illness has it given, or
in which it was given already."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.model import Appraisal, Directive, DirectiveAction, RecordKind, Role
from probatum.text import tried, words
from probatum.text.expressions import expression

Row = tuple[Appraisal, Directive]


def without_success(row: Row, context: Context) -> bool:
    """Whether a guideline on the very illness advises against what was given in it and did not serve: nobody asks
    whether that is given, and what comes behind it is no worse for it."""
    if not tried.failed(context.question.typed) or row[1].action is not DirectiveAction.NOT_RECOMMENDED:
        return False
    return _is_guideline_on_it(row[0], context)


def _is_guideline_on_it(source: Appraisal, context: Context) -> bool:
    titled = words.stems(source.record.title)
    ill = (words.stems(name) for c in context.question.having(Role.POPULATION) for name in c.names)
    return source.record.kind is RecordKind.GUIDELINE and any(own and own <= titled for own in ill)


def off_label(row: Row, context: Context) -> bool:
    """Whether a label says only that the illness is none of its uses, and a guideline on just that illness has the
    treatment given: that is off its label, and no bar."""
    if row[0].record.kind is not RecordKind.LABEL or _NO_USE.match(row[1].text) is None:
        return False
    return any(
        item.action in (DirectiveAction.RECOMMENDED, DirectiveAction.DOSE) and context.names_intervention(item.text)
        for source in context.guidelines
        if _is_guideline_on_it(source, context)
        for item in source.directives
    )


_NO_USE: Final = expression(r"^\W*(?:it|they) (?:is|are) not (?:indicated |meant )?for\b")
