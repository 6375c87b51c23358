"""At noted: a note that tells a value and asks what is done is answered by what sources say of just that value, or told
that none does. What a medicine did in trials, and how it is begun in those who do not take it, is no answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from probatum.apply import wording
from probatum.apply.choices import at_a_value, at_what_is_told, noted_value, off_target
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.labels import by_value, level_told, poisoned
from probatum.apply.numbering import Steps
from probatum.apply.patient import for_patient
from probatum.apply.replies import danger
from probatum.apply.sections import at_once, halts
from probatum.model import Appraisal, Directive, Kind, RecordKind, Statement
from probatum.text import measured
from probatum.text.expressions import caseless
from probatum.vocabulary.own_tests import shown

_DIRECTS: Final = (RecordKind.GUIDELINE, RecordKind.LABEL)
_FIGURE: Final = re.compile(r"\d[\d.]*")


def due(context: Context) -> bool:
    """Whether a note tells a value of which nothing leads by itself: no alarm, no bar, nothing done at once."""
    question = context.question
    if not noted_value.asked(question) or danger.values(question) or at_once.due(context):
        return False
    if not _values(context):
        return False  # a state is named, and nothing was measured
    return not (for_patient.barred(context) or level_told.asks(context))


def settle(draft: Draft, context: Context) -> None:
    """What is said of the value first, and nothing that studies found; else that no source tells what is done at it."""
    if not due(context):
        return
    said = draft.statements
    directed = [s for s in said if s.supports and all(one.source.kind in _DIRECTS for one in s.supports)]
    own = [s for s in directed if _on_value(s, context)]
    rest = [s for s in directed if s not in own and not _elsewhere(s, context) and not _BEGINS.search(s.text)]
    first = [s for s in said if s.kind is Kind.NAVIGATION]
    lacks = [s for s in said if s.kind is Kind.ABSENCE and "speaks of" in s.text]
    if own:
        draft.put((*first, *own, *lacks, *rest))
        return
    made = Draft(draft.id, "")
    made.add(_denied(context), Kind.ABSENCE, plain=f"{_denied(context)}. Ask whoever had it measured")
    draft.put((*first, *made.statements, *lacks, *(s for s in rest if context.labels)))


def _denied(context: Context) -> str:
    question = context.question
    drugs = list(dict.fromkeys((*context.named, *question.patient.drugs)))
    on = f" on {wording.join(drugs)}" if drugs else ""
    return f"no source that is held tells what is done at {wording.join(list(_values(context)))}{on}"


def _values(context: Context) -> tuple[str, ...]:
    """What was measured, in words."""
    question = context.question
    every = dict.fromkeys((*question.patient.values, *measured.values(question.read)))
    kidney = (f"eGFR {found[0]}",) if (found := _FIGURE.search(question.patient.kidney)) else ()
    return (*(shown(value) for value in every), *kidney)


def _on_value(one: Statement, context: Context) -> bool:
    """Whether a statement is of what was measured, or of the state that it is, and for no other value."""
    values = (*context.question.patient.values, *measured.values(context.question.read))
    text = " ".join((one.text, *(span.quote for span in one.supports)))
    if context.question.patient.kidney and (not values or _FIGURE.search(one.text)) and "eGFR" in text:
        return True
    named = measured.watched(text, values) or any(_named(state, text) for state in measured.states(values))
    return named and not _elsewhere(one, context) and off_target.speaks(text, context)


def _named(state: str, text: str) -> bool:
    low = text.lower().replace("aemia", "emia")
    return state.lower() in low or any(name in low for name in measured.plain(state))


def _elsewhere(one: Statement, context: Context) -> bool:
    """Whether a statement is for another value, or for people of whom the question has no word."""
    values = context.question.patient.values
    quotes = [span.quote for span in one.supports]
    if any(at_a_value.for_another(text, context) or off_target.of_some(text, context) for text in quotes):
        return True
    return any(measured.fits(text, values) is False for text in quotes) and not any(
        off_target.AIMED.search(text) for text in quotes
    )


_BEGINS: Final = caseless(r"\bstarting dose\b|\bindicated for\b|\bno study of this\b|\bfirst-line treatment\b")
"""How a treatment is begun, which who takes it has behind him."""


def steps_of(steps: Steps, context: Context) -> str | None:
    """The path at a value: what the short answer tells of it, in its order; what the section says where there is none.
    None where it is another question."""
    if not noted_value.asked(context.question) or level_told.asks(context):
        return None
    if grave := danger.valued(context.question, short=True):
        if at_once.due(context) or poisoned.asked(context):
            return None
        steps.step(grave.rstrip("."), Kind.NAVIGATION)
    barred = for_patient.barred(context)
    if not (grave or barred or due(context)):
        return None
    for appraisal, span in at_what_is_told.rows(context):
        steps.step(f"{span.quote.rstrip('. ')} ({source_name(appraisal)})", Kind.DIRECTIVE, (span,))
    rows = by_value.held_for(context)[:MOST]
    out = {item.span for _, item in barred}
    values = context.question.patient.values
    stopped = any(_STOPS.search(item.text) and measured.within(item.text, values) for _, item in barred)
    if barred and not steps.number:  # what is done at the very value stands before that it is not begun
        rows = [
            row
            for row in rows
            if row[1].span not in out
            and measured.within(row[1].text, values)
            and not (stopped and _CONFIRMS.search(row[1].text))  # a second look keeps nobody from stopping
        ]
        _tell(steps, rows[:1])
    if barred and halts.forbidden(steps, context):
        return ""
    if not barred:
        _tell(steps, rows)
    if steps.number > bool(grave):
        return ""
    measured_so = wording.join(list(_values(context)))
    return f"{context.searched}: no source tells what is done at {measured_so}, so there are no steps."


def _tell(steps: Steps, rows: Iterable[tuple[Appraisal, Directive]]) -> None:
    for appraisal, item in rows:
        said = f"{wording.lower(item.text.rstrip('. '))} ({source_name(appraisal)})"
        steps.step(f"At what was measured: {said}", Kind.DIRECTIVE, (item.span,))


_STOPS: Final = caseless(r"\b(?:interrupt\w*|stop(?:s|ped)?|withh\w+|discontinu\w*)\b")
_CONFIRMS: Final = caseless(r"\b(?:confirmed|repeated|measured again|rechecked|monitored)\b")
MOST: Final = 3
