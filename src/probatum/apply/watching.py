"""Watching: what labels say is to be checked, where the question asks that."""

from __future__ import annotations

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text import watching, words

MOST = 2


def rows(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """What is to be checked, those directions first that name more of the question's words; empty where nothing of the
    kind is asked."""
    if not watching.asks(context.question.typed):
        return ()
    asked = words.stems(context.question.typed) - words.stems(" ".join(context.named))
    found = context.directives(DirectiveAction.MONITOR)
    return tuple(sorted(found, key=lambda row: -len(asked & words.stems(row[1].text))))


def alone(context: Context) -> bool:
    """Whether checks are asked about and no dose besides."""
    return watching.asks_alone(context.question.typed)


def say(draft: Draft, context: Context) -> bool:
    """The first of them, once; False where there is none to say."""
    found = rows(context)
    if found and any(found[0][1].span in s.supports for s in draft.statements):
        return True
    directives(draft, found[:1], "Checks", "What is checked")
    return bool(found)
