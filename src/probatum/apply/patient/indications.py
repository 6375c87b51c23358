"""Indications: whether labels of what is asked about are for the illness asked about, or one of which it is a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from probatum.apply.once import once, once_for
from probatum.apply.patient import illnesses, modes
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text.expressions import caseless

if TYPE_CHECKING:
    from probatum.apply.context import Context


@once_for
def named(directive: Directive, context: Context) -> bool:
    """Whether an indication names the population or outcome that was asked about."""
    if directive.action is not DirectiveAction.INDICATED:
        return False  # a status may say `not approved for`
    if _of_an_attack(directive, context) or illnesses.only_treats(directive.text, context.question):
        return False
    if of_other_course(directive.text, context):
        return False
    return illnesses.meant(directive.text, illnesses.asked(context.question))


def _of_an_attack(directive: Directive, context: Context) -> bool:
    """Whether a direction is on ending an attack where it is asked what keeps attacks away."""
    return modes.long_term(context.question.read) and modes.of_attack(directive.text)


def of_other_course(text: str, context: Context) -> bool:
    """Whether a use is of the chronic form where the acute one is asked about, or the other way round."""
    # A question that was shortened to find anything still asks of the form that was typed.
    read, text = f"{context.question.read} {context.question.typed}".lower(), text.lower()
    bare = (_COURSE.sub("", c.text.lower()) for c in illnesses.asked(context.question))
    return any(
        f"{own} {name}" in read and f"{other} {name}" in text and f"{own} {name}" not in text
        for name in bare
        for own, other in (("acute", "chronic"), ("chronic", "acute"))
    )


_COURSE: Final = caseless(r"^(?:acute|chronic) ")


def wider(context: Context) -> str:
    """The illness that a label is for and of which the illness asked about is a kind; empty where a label names the
    latter itself, or neither."""
    rows = context.directives(DirectiveAction.INDICATED)
    return illnesses.wider(context.question.concepts, (d.text for _, d in rows))


def dosed(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """Doses that a label gives for the very illness asked about, whatever its indications call it."""
    asked = illnesses.asked(context.question)
    rows = context.directives(DirectiveAction.DOSE)
    return tuple(row for row in rows if illnesses.meant(row[1].text, asked) and not _of_an_attack(row[1], context))


def unmeant(context: Context) -> bool:
    """Whether an illness is asked about and no indication of the labels names it or one of which it is a kind; of a
    label that gives examples of a wide class that makes the use not off-label, and its doses not ones for it."""
    rows = [d for _, d in context.directives(DirectiveAction.INDICATED)]
    named = any(map(context.indicated_for_this, rows)) or bool(context.wider_use) or bool(context.dosed_for_this)
    return bool(context.use and rows and not named)


@once
def off_label(context: Context) -> bool:
    """Whether no label of what was asked about names this use, nor an illness of which it is a kind.

    An indication that gives examples of a wide class, as `infections of the ear such as`, leaves that open; what is
    told with an alarm befell somebody, and is no use.
    """
    if context.question.danger:
        return False
    rows = [d for _, d in context.directives(DirectiveAction.INDICATED)]
    leave_open = (d for d in rows if illnesses.OPEN.search(d.text) and not _of_an_attack(d, context))
    named = any(map(context.indicated_for_this, rows)) or any(leave_open)
    named = named or any(illnesses.brought_by(d.text, context.question) for d in rows)
    named = named or bool(context.wider_use) or bool(context.dosed_for_this)
    named = named or illnesses.within_all(illnesses.asked(context.question), (d.text for d in rows))
    return bool(context.use and rows and not named and not context.by_members)
