"""Deadly: the harm that a label says can kill, which leads where harms are asked about and none by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence import named_harm
from probatum.apply.once import once
from probatum.apply.patient import other_uses
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Statement
from probatum.text.expressions import caseless

_ASKS: Final = caseless(r"\b(?:harm(?:s|ful)?|risks?|risky|dangers?|dangerous|unsafe|downsides?|hazards?)\b")
_KILLS: Final = caseless(r"\b(?:life[- ]threatening|(?<!non-)(?<!embryo-)fatal|deaths?|died|lethal)\b")
_ASIDE: Final = caseless(r"\boverdos|\bpoisoning|\bby mistake\b|\bf(?:o?etal|o?etus)\b")
_ACTIONS: Final = (DirectiveAction.BOXED_WARNING, DirectiveAction.CAUTION, DirectiveAction.STOP)
_LEADS: Final = {
    DirectiveAction.BOXED_WARNING: ("Boxed warning", "Boxed warning, the strongest kind"),
    DirectiveAction.CAUTION: ("Grave harm", "Grave harm"),
    DirectiveAction.STOP: ("Grave harm", "Grave harm"),
}


def kills(text: str) -> bool:
    """Whether a warning says that people have died, or may; of an unborn child or of too much is another matter."""
    return _KILLS.search(text) is not None and _ASIDE.search(text) is None


@once
def rows(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """What labels warn of that can kill, boxed warnings first, what holds of some people alone last."""
    question = context.question
    if question.intent is not Intent.HARM or context.combined or not _ASKS.search(question.typed):
        return ()
    if not named_harm.only_had(context) or question.patient.pregnancy or question.patient.breastfeeding:
        return ()
    found = [
        row
        for row in context.directives(*_ACTIONS)
        if kills(row[1].text)
        and not other_uses.for_other_use(row[1].text, context)
        and not fitting.of_others(row[1].text, question.patient)
    ]
    first = _ACTIONS[0]
    return tuple(sorted(found, key=lambda row: (fitting.of_some(row[1].text), row[1].action is not first)))


def say(draft: Draft, context: Context) -> None:
    """The first of them, where nothing tells it yet."""
    said = {span for one in draft.statements for span in one.supports}
    for row in rows(context)[:1]:
        if row[1].span not in said:
            directives(draft, (row,), *_LEADS[row[1].action])


def led(made: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The statements with that one before all but a danger."""
    spans = {item.span for _, item in rows(context)[:1]}
    first = [s for s in made if s.kind is Kind.NAVIGATION and not s.supports]
    first += [s for s in made if spans & set(s.supports)][:1]
    if not spans:
        return tuple(made)
    section = made[0].id.rpartition(".")[0] if made else ""
    ordered = (*first, *(s for s in made if s not in first))
    return tuple(msgspec.structs.replace(s, id=f"{section}.{n}") for n, s in enumerate(ordered, 1))
