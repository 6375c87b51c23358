"""Other choice: the treatment that what is asked about is set against (`X instead of Y`), held to the same patient.

Who asks whether one is to be given in place of another has to be told what speaks against the other, too: what its
label forbids, what it warns such a patient of, or that it says nothing of kidneys like the patient's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.evidence.arms import choices, compared_with
from probatum.apply.patient import fellows, for_patient, uses
from probatum.apply.together import making_way, other_takers
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Intent, Kind, Role
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
_ASKED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.HARM, Intent.DOSING)
MOST: Final = 2
"""Treatments that are held to the patient, and what is told of one that nothing bars."""


def names(context: Context) -> tuple[str, ...]:
    """The drugs that the treatment asked about is set against, in lower case."""
    if context.question.intent not in _ASKED or context.combined:
        return ()
    beside = (c for c in context.question.having(Role.OTHER) if _set_against(c, context.question.read))
    found = (c.label.lower() for c in (*compared_with(context.question), *beside) if c.semantic == "drug")
    asked = {drug.lower() for drug in context.drugs}
    return tuple(dict.fromkeys(name for name in found if name not in asked))[:MOST]


def _set_against(concept: Concept, read: str) -> bool:
    """Whether a question sets a medicine against the one it asks about, in words that are no comparison of results."""
    at = read.lower().find(concept.text.lower())
    return at >= 0 and bool(_INSTEAD.search(read[max(0, at - 40) : at]))


_INSTEAD: Final = caseless(r"\b(?:rather than|instead of|in place of|in preference to|over|versus|vs\.?) (?:\w+ )?$")


def barred(name: str, context: Context) -> tuple[Row, ...]:
    """What rules the other treatment out for this patient, or advises against it."""
    return for_patient.barred(as_if.asked(name, context))


def say(draft: Draft, context: Context) -> None:
    """Of each of them what bars it, else the gravest that its label says of such a patient, else its silence."""
    for name in names(context):
        _say_of(draft, name, context)


def waits(context: Context) -> bool:
    """Whether what its label wants minded stands behind what was found: an outcome is asked of the two, and nothing
    bars either."""
    compared = context.outcome and compared_with(context.question)
    return bool(compared) and not any(barred(name, context) for name in names(context))


def _left(draft: Draft, name: str, context: Context) -> None:
    """What its own label says of the harm for which it makes way, and what bars it besides."""
    harms = [c for c in context.question.having(Role.OTHER) if c.semantic in ("condition", "symptom")]
    rows = sorted(as_if.asked(name, context).directives(*_OF_HARM), key=lambda row: _OF_HARM.index(row[1].action))
    told = [
        row for row in rows if any(fitting.names_one(row[1].text, ((c.label, c.text, *c.synonyms),)) for c in harms)
    ]
    directives(draft, told[:1], "on the harm told of", "on what you tell of")
    for row in barred(name, context)[:1]:
        sure = "contraindicated" if row[1].action is DirectiveAction.CONTRAINDICATED else "advised against"
        text = f"{name}, which makes way, is {sure} for this patient as well"
        directives(draft, [row], text, text)


_OF_HARM: Final = (
    DirectiveAction.CAUTION,
    DirectiveAction.STOP,
    DirectiveAction.ADVERSE_EFFECT,
    DirectiveAction.MONITOR,
    DirectiveAction.SPECIAL_POPULATION,
)


def _say_of(draft: Draft, name: str, context: Context) -> None:
    if name.casefold() in making_way.left(context.question):
        _left(draft, name, context)
        return
    other = as_if.asked(name, context)
    bars = barred(name, context)[:1]
    for row in bars:
        sure = row[1].action is DirectiveAction.CONTRAINDICATED
        text = f"{name}, the other choice, is {'contraindicated' if sure else 'advised against'} for this patient"
        easy = f"{name}, the other choice, {'must not be used in' if sure else 'is not advised for'} this person"
        directives(draft, [row], text, easy)
    if bars:
        return
    meant = fellows.uses(name, context)
    if context.off_label or meant:
        meant = meant or tuple(r for r in _rows(other) if other.indicated_for_this(r[1]))
        directives(draft, meant[:1], f"{name}, the other choice, has this among its uses", f"{name} is used for this")
    rows = list(_minded(other))[:MOST]
    for action, lead, easy in _LEADS:
        own = [row for row in rows if row[1].action is action]
        directives(draft, own, f"{name}, the other choice, {lead}", f"{name}, the other choice, {easy}")
    if held := _silent(name, context):
        organ, label = held
        draft.add(
            f"the {source_name(label)} that is held directs nothing for {organ}, which does not make it safe",
            Kind.ABSENCE,
            plain=f"the label of {name} that we hold says nothing on {organ}. This does not mean that it is safe",
        )


_LEADS: Final = (
    (DirectiveAction.BOXED_WARNING, "has a boxed warning", "has a boxed warning, the strongest kind"),
    (DirectiveAction.SPECIAL_POPULATION, "in such a patient", "in such a person"),
    (DirectiveAction.INTERACTION, "with what is taken", "with the medicines taken"),
    (DirectiveAction.DOSE, "at the dose for such a patient", "at the dose for such a person"),
    (DirectiveAction.CAUTION, "needs care in such a patient", "needs care in such a person"),
)
"""Action, lead, plain lead; in this order."""


def _rows(context: Context) -> tuple[Row, ...]:
    return context.directives(DirectiveAction.INDICATED)


def say_left(draft: Draft, context: Context) -> None:
    """Of treatments between which is to be chosen those that are left, where labels bar the others."""
    out = {name for _, item in for_patient.barred(context) for name in other_takers.barred_by(item, context)}
    left = [name for name in for_patient.treatments(context) if name.lower() not in out and _labelled(name, context)]
    if out and left and choices(context.question):
        text = f"of the choices asked about, no label that is held rules out {wording.join(left)} for this patient; "
        text += "what they warn of stands under safety"
        draft.add(text, Kind.NAVIGATION)
        ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
        if len(left) == 1 and len(ill) < 2:  # a label that is silent on a second illness gives no dose for it
            _say_dose(draft, as_if.asked(left[0], context))


def _say_dose(draft: Draft, context: Context) -> None:
    """How the one that is left is given: who chooses so has to write it."""
    rows = [row for row in context.dosed_for_this if for_patient.concerned(row[1], context)]
    rows = [row for row in rows if not uses.for_another_use(row[1], context)]
    directives(draft, rows[:1], "Its dose", "How it is taken")


def _labelled(name: str, context: Context) -> bool:
    return any(item.drug.lower() == name.lower() for label in context.labels for item in label.directives)


def _minded(other: Context) -> Iterator[Row]:
    """What the label says of such a patient, the gravest first."""
    actions = [action for action, _, _ in _LEADS]
    yield from (row for row in for_patient.told(other) if row[1].action in actions)


def _silent(name: str, context: Context) -> tuple[str, Appraisal] | None:
    """The organ of the patient that the label of the other treatment names nowhere, with the label."""
    label = next(iter(as_if.labels(name, context)), None)
    patient = context.question.patient
    if label is None:
        return None
    for told, pattern in ((patient.kidney, fitting.KIDNEY), (patient.liver, fitting.LIVER)):
        if told and not any(pattern.search(f"{item.population} {item.text}") for item in label.directives):
            return told, label
    return None
