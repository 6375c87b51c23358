"""Alarmed: what stands below an alarm. What labels and guidelines say of the very sign or of the medicine taken, so
that help that is called for is also explained; never that nothing was found, which nobody in need can use."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import deadly, first_aid, too_much
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.patient import for_patient, standings
from probatum.apply.replies import danger
from probatum.apply.replies.danger import ALARMS
from probatum.apply.sections import overdosed, reacted_to
from probatum.apply.selection import is_open
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Patient, Role, Section, Statement
from probatum.text import halting, measured, words
from probatum.text.expressions import caseless
from probatum.text.recalled import recalled
from probatum.vocabulary import signs

Row = tuple[Appraisal, Directive]
MOST: Final = 2
_WARNS: Final = (
    DirectiveAction.CAUTION,
    DirectiveAction.STOP,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.MONITOR,
    DirectiveAction.INTERACTION,
)
"""What a label says of a harm; what says it most plainly first."""
_ASKS_MORE: Final = (Intent.DOSING, Intent.DIAGNOSIS, Intent.PROGNOSIS)


def alone(draft: Draft, context: Context) -> bool:
    """Say what belongs to the alarm; whether that is all there is to say. What a medicine does to other people's
    illnesses is nothing to somebody whose lips swell."""
    question = context.question
    if danger.too_much(question):
        overdosed.say(draft, context)
        return True
    if question.danger == "doubled":
        overdosed.say_doubled(draft, context)
        return True
    if too_much.undone(question) and too_much.asked(question) and not context.reader.plain:
        overdosed.say_asked(draft, context)
        return True
    if reacted_to.is_told(context):
        reacted_to.say(draft, context)
        return True
    if question.danger != "emergency":
        return False
    if first_aid.say(draft, context) and first_aid.whole(context):
        return True
    say(draft, context)
    return _felt_alone(context)


def _felt_alone(context: Context) -> bool:
    """Whether a patient or carer names a sign of danger, and neither a dose, a test or an outlook nor an illness with a
    treatment for it: which treatment there is for an illness that is told is no matter then."""
    question = context.question
    ill = any(c.semantic == "condition" for c in question.having(Role.POPULATION)) and not is_open(question)
    return not (ill or question.intent in _ASKS_MORE or not context.reader.plain)


_SET_ASIDE: Final = "Set aside: help comes first, and what is to be done now stands above."
SLOWED: Final = "stop or slow at once the infusion that runs too fast"
NO_DOSE: Final = "No dose is told: what is felt may come of it, and help is called for (see above)."
_BESIDE: Final = (
    "evidence",
    "dosing",
    "safety",
    "adverse_effects",
    "monitoring",
    "alternatives",
    "evidence_gaps",
    "conclusion",
)
"""Sections on a treatment that is chosen and taken, of which nothing matters now."""


def set_aside(body: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections without what a medicine does to those who take it as they should, where an alarm is all that there
    is; professionals keep what was studied or is directed where too much was taken."""
    question = context.question
    if not context.reader.plain and suspected(context) and not reacted_to.is_told(context):
        return tuple(_without_dose(one) for one in body)
    poisoned_ = danger.too_much(question) or question.danger == "doubled" or reacted_to.is_told(context)
    if not poisoned_ and not (question.danger == "emergency" and _felt_alone(context)):
        return tuple(body)
    if question.sign.startswith("\u201c"):
        return tuple(body)  # a message that is only told like one: help first, and what was asked below
    undoing = {
        span.record for one in body for s in one.statements if s.text.startswith(_ANTIDOTE) for span in s.supports
    }
    return tuple(_emptied(one, context, undoing) if one.id in _BESIDE else one for one in body)


_ANTIDOTE: Final = "Antidote ("


def _emptied(section: Section, context: Context, undoing: Collection[str]) -> Section:
    """What is left of a section: of what is studied or directed where too much was taken, and of what undoes it."""
    told = () if context.reader.plain else tuple(s for s in section.statements if _on_too_much(s) or _of(s, undoing))
    return msgspec.structs.replace(section, statements=told, empty="" if told else _SET_ASIDE, pooled=())


def _without_dose(section: Section) -> Section:
    return section if section.id != "dosing" else msgspec.structs.replace(section, statements=(), empty=NO_DOSE)


def _of(one: Statement, records: Collection[str]) -> bool:
    return bool(one.supports) and all(span.record in records for span in one.supports)


def _on_too_much(one: Statement) -> bool:
    """Whether a statement, or the title of its source, speaks of too much of something."""
    return too_much.speaks(one.text) or any(too_much.speaks(span.source.title) for span in one.supports)


def quieted(section: Section, context: Context) -> Section:
    """The section without sentences that nothing was found, under an alarm that says what to do."""
    told = tuple(s for s in section.statements if s.kind is not Kind.ABSENCE)
    if context.question.danger not in ALARMS or not told:
        return section
    question = context.question
    unsaid = not question.having(Role.POPULATION) and not question.outcome
    if question.danger == "emergency" and (unsaid or for_patient.barred(context)):
        # No illness is told that the medicine is given for, or it is barred: what it prevents is no matter now.
        told = tuple(s for s in told if s.kind is not Kind.FINDING)
    return msgspec.structs.replace(section, statements=told)


def say(draft: Draft, context: Context) -> bool:
    """Warnings and checks of the medicines named that share words with the sign or the question; False for none."""
    telling = _telling(context)
    if not context.reader.plain and context.question.danger == "emergency":
        if too_fast(context):
            draft.add(SLOWED, Kind.NAVIGATION)
        kept = (held(context) or (telling if poisoned(context) else []))[:MOST]
        directives(draft, kept, "No more of it is given before the doctor in charge agrees", "")
        telling = [row for row in telling if row not in kept]
    directives(draft, telling, "On this", "What is known of this")
    return bool(telling)


def held(context: Context) -> list[Row]:
    """Of these what keeps the next dose back: what has the medicine stopped, or says that it brings this on."""
    at_value = [r for r in for_patient.barred(context) if standings.standing_of(r[1], context) is standings.STOPPED]
    return stops(context) or at_value or brought(context) or _low_cells(context)


def _low_cells(context: Context) -> list[Row]:
    """What labels say of low white cells where fever on a medicine that lowers them is told, first what has it stopped
    at them: no more of it is given before they are counted, unless its label warns of a sudden end."""
    if "lowers white cells" not in context.question.sign:
        return []
    rows = [(a, d) for a in _labels(context) for d in a.directives if d.action in _WARNS and _CELLS.search(d.text)]
    rows = [row for row in rows if not any(_SUDDEN.search(d.text) for d in row[0].directives)]
    counted = [row for row in _telling(context) if row in rows]
    ends = [row for row in rows if halting.ends(row[1].text) and row not in counted]
    return [*ends[:1], *counted[:1]] or rows[:1]


_CELLS: Final = caseless(r"\b(?:neutropeni\w+|agranulocyt\w+|leu[ck]openi\w+|white (?:blood )?cells?|bone marrow)\b")


def suspected(context: Context) -> bool:
    """Of these what keeps the next dose back: what has the medicine stopped, or says that it brings it on."""
    question = context.question
    if question.danger != "emergency" or question.intent is Intent.DOSING:
        return False
    return bool(held(context)) or poisoned(context) or too_fast(context)


def poisoned(context: Context) -> bool:
    """Whether the signs of its own poisoning are told."""
    return any(_in_sign(name, context) for name in context.named)


def too_fast(context: Context) -> bool:
    """Whether it runs in too fast."""
    return bool(danger.running(context.question)) and _TOO_FAST.search(context.question.read) is not None


_TOO_FAST: Final = caseless(r"\b(?:too (?:fast|quick(?:ly)?|rapid(?:ly)?)|free[- ]flow\w*|wide open|double the rate)\b")


def stops(context: Context) -> list[Row]:
    """Of these what has a medicine stopped."""
    return [row for row in _telling(context) if halting.ends(row[1].text) and not _KEPT.search(row[1].text)]


def brought(context: Context) -> list[Row]:
    """Of these what says that the medicine brings on the very state that was measured: no more of it is given
    meanwhile, unless its label warns of a sudden end."""
    states = tuple((name,) for name in measured.states(context.question.patient.values))
    rows = [r for r in _telling(context) if _BRINGS.search(r[1].text) and fitting.names_one(r[1].text, states)]
    return [r for r in rows if not any(_SUDDEN.search(d.text) for d in r[0].directives)]


_BRINGS: Final = caseless(
    r"\b(?:(?:can|may|might) (?:\w+ )?(?:cause|lead to|bring on|induce)|ha(?:s|ve) (?:caused|occurred)|causes)\b"
)
_SUDDEN: Final = caseless(
    r"\b(?:sudden(?:ly)?|abrupt(?:ly)?)\b[^.;]{0,40}\b(?:stop|withdr|discontinu|end)\w*"
    r"|\b(?:stop|withdr|discontinu|end)\w*\b[^.;]{0,40}\b(?:sudden(?:ly)?|abrupt(?:ly)?|step by step|gradual\w*)"
    r"|\bwithdrawal\b"
)
_KEPT: Final = caseless(r"\bnot (?:be )?(?:\w+ )?(?:stopp|discontinu|withdraw|interrupt|held|withheld)\w*")


def _telling(context: Context) -> list[Row]:
    if context.question.danger not in ("emergency", "dose"):
        return []
    if context.question.danger == "emergency" and not _taken_before(context):
        return []  # what a medicine that is only thought of may do is no cause of what is felt
    if context.question.danger == "dose":
        asked = words.stems(f"{context.question.sign} {context.question.read}")
    else:
        ill = (c for c in context.question.concepts if c.semantic in ("condition", "symptom"))
        felt = [c for c in ill if not recalled(c.text, context.question.read)]
        asked = words.stems(" ".join((context.question.sign, *(f"{c.text} {c.label}" for c in felt)))) - _USUAL
    asked -= words.stems(" ".join(_names(context)))
    actions = (*_WARNS, DirectiveAction.DOSE) if context.question.danger == "dose" else _WARNS
    rows = [(a, d) for a in _labels(context) for d in a.directives if d.action in actions]
    rows = [
        row for row in rows if _in_sign(row[1].drug, context)
    ] or rows  # signs of its poisoning are on its own label
    shared = {id(d): len(asked & words.stems(f"{d.text} {_seen(d.text)}")) for _, d in rows}

    def order(row: Row) -> tuple[bool, bool, int, int]:
        own = _of_its_poisoning(row[1], context)  # whatever sign of it is named, the label tells them together
        itself = own or len(asked & words.stems(row[1].text)) >= MOST  # what is felt, and not what is seen by it
        few = not own and shared[id(row[1])] < MOST
        return few, not itself, actions.index(row[1].action), -shared[id(row[1])]

    fit = (row for row in rows if shared[id(row[1])] or _of_its_poisoning(row[1], context))
    fit = (row for row in fit if _concerns(row[1], context) and not _of_surgery(row[1]))
    telling = sorted(fit, key=order)[:MOST]
    telling = [row for row in telling if order(row)[1] <= order(telling[0])[1]]
    if not telling and context.question.intent is Intent.HARM:  # what it can kill by, where no sentence names the sign
        boxed = (row for row in rows if row[1].action is DirectiveAction.BOXED_WARNING)
        telling = [row for row in boxed if deadly.kills(row[1].text)][:1]
    return telling


def _in_sign(drug: str, context: Context) -> bool:
    sign = context.question.sign.lower()
    return bool(drug) and "poisoning" in sign and any(word in sign for word in drug.lower().split()[:1])


def _of_its_poisoning(item: Directive, context: Context) -> bool:
    """Whether a direction tells by which signs the poisoning that is named shows, and what is done then."""
    named = _in_sign(item.drug, context) and item.action is not DirectiveAction.INTERACTION
    return named and overdosed.SIGNS.search(item.text) is not None


def _taken_before(context: Context) -> bool:
    """Whether what is felt may come of a medicine: one that is taken or was given, or whose harm is asked about."""
    question = context.question
    asked = question.intent in (Intent.HARM, Intent.INTERACTION) or bool(question.patient.drugs)
    return asked or _AFTER.search(question.read) is not None


_AFTER: Final = caseless(
    r"\b(?:after|since|from|on|with|by|due to|because of|taking|takes|took|taken|started|given|gave|had|having|injected"
    r"|injection|dose of|using|used)\b"
)


def _concerns(item: Directive, context: Context) -> bool:
    """Whether what a label says of two medicines is of two that are named: one alone is felt otherwise."""
    if item.action is not DirectiveAction.INTERACTION or context.question.danger != "emergency":
        return True
    others = {name for name in _names(context) if name.lower() != item.drug.lower()}
    return bool(fitting.takes(item.text, Patient(drugs=tuple(others))))


def _of_surgery(item: Directive) -> bool:
    """Whether a direction is on what is done before or after an operation, which nobody in need is to read."""
    return item.action is DirectiveAction.STOP and _SURGERY.search(item.text) is not None


_SURGERY: Final = caseless(
    r"\b(?:before|after|around) (?:elective )?(?:surgery|operations?|procedures?|an?a?esthesia)\b"
)
_USUAL: Final = words.stems("signs sign of a possible the in with after on people severe sudden badly trouble pain")
"""Words of signs that every label has."""


def _seen(text: str) -> str:
    """By what the harms that a label names are noticed: `swelling of the tongue` belongs to angioedema."""
    return " ".join(sign.seen for sign in signs.named(text))


def _names(context: Context) -> tuple[str, ...]:
    return (*context.named, *context.question.patient.drugs)


def _labels(context: Context) -> list[Appraisal]:
    """Labels of what is asked about and of what is taken."""
    named = {each for name in _names(context) for each in (name.lower(), ingredient(name))}
    every = (*context.labels, *context.other_labels, *context.option_labels)
    mine = [a for a in every if any({d.drug.lower(), ingredient(d.drug)} & named for d in a.directives if d.drug)]
    return list({a.record.id: a for a in mine}.values())
