"""First aid: what guidelines of emergency care say is done while the help that is called for comes.

An alarm told a nurse to call, and to speak with the doctor in charge before anything is given; that adrenaline is given
at once, and again after 5 minutes, stood in a guideline that was held and was not told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import noted_value
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.replies import danger
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Question, Role
from probatum.text import ages, measured
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

Row = tuple[Appraisal, Directive]
_ILLNESSES: Final = {
    "a severe allergic reaction": "anaphylaxis",
    "a seizure that goes on, or a first one": "status epilepticus",
    "possible sepsis": "sepsis",
    "signs of meningitis": "meningitis",
    "diabetic ketoacidosis": "diabetic ketoacidosis",
    "severe low blood sugar": "hypoglycaemia",
    "low blood sugar": "hypoglycaemia",
    "severe asthma": "asthma",
    "heavy bleeding after birth": "postpartum haemorrhage",
    "adrenal crisis": "adrenal crisis",
    "signs of opioid poisoning": "opioid overdose",
    "breathing slowed by an opioid": "opioid overdose",
    "signs of pre-eclampsia": "pre-eclampsia",
    "a dangerously high potassium": "hyperkalaemia",
    "a slow heartbeat with fainting": "bradycardia",
    "a slow heartbeat with warning signs": "bradycardia",
    "a very fast heartbeat with faintness": "supraventricular tachycardia",
    "signs of stroke": "stroke",
    "a possible clot in the lung": "pulmonary embolism",
    "a possible heart attack": "acute coronary syndromes",
    "bleeding on a blood thinner": "bleeding",
    "a dangerously high INR": "high INR",
}
"""Signs of danger by the illness under which guidelines of emergency care have what is done."""
_ALLERGIC: Final = "anaphylaxis"
MOST: Final = 6
SHORT: Final = 2
"""Rows of the short answer."""
_OF_EMERGENCIES: Final = caseless(r"\b(?:emergency (?:treatment|management|care)|first[- ]aid|resuscitation)\b")
_AGAIN: Final = caseless(r"\brepeat\w*|\bnot better\b|\bsecond\b")
_FIRST: Final = caseless(r"\bfirst treatment\b|\bwithout delay\b|\bat once\b|\bimmediately\b")
_FURTHER: Final = caseless(r"\b(?:shock|low blood pressure|refractory)\b")
"""A further state of the emergency: what is done in everybody stands before what is done in that."""
_PEN: Final = caseless(r"\bauto-?injectors?\b")
_HAS_PEN: Final = caseless(
    r"(?<!no )(?<!without )(?<!without an )\b(?:epi-?pens?|jext|emerade|auvi-?q|anapen|auto-?injectors?|pens?)\b"
)
LAID: Final = caseless(r"\blie (?:flat|down)\b|\blegs raised\b")
"""How somebody is laid, which everybody can do."""
_ASKS_LAID: Final = caseless(r"\bposition\w*\b|\b(?:lie|lay|laid|lying)\b|\bsit\w* (?:\w+ )?up\b|\blegs\b")
_GROWN: Final = caseless(r"\badults\b")


def illness(question: Question) -> str:
    """The illness of the emergency that a question names, under which guidelines have what is done; empty for none."""
    if question.danger != "emergency":
        return ""
    sign = question.sign.partition(", and with it ")[0]
    at_once = danger.at_once(question) or (sign == _SWELLING and _by_allergy(question))
    swells = _SWOLLEN.search(question.typed) is not None and _ALLERGY.search(question.typed) is not None
    at_once = at_once or (sign in _MAY_BE and swells)
    return "anaphylaxis" if at_once else _ILLNESSES.get(sign, "")


_MAY_BE: Final = ("swelling of the face, tongue or throat", "collapse or loss of consciousness", "trouble breathing")
_SWOLLEN: Final = caseless(
    r"\b(?:lips?|face|tongue|throat|eyes?)\b[^.?!]{0,20}\b(?:swell\w*|swoll\w+|puff\w*)"
    r"|\b(?:swell\w*|swoll\w+|puffy) (?:\w+ ){0,2}(?:lips?|face|tongue|throat|eyes?)\b|\bhives\b"
)
_ALLERGY: Final = caseless(
    r"\ballerg\w+|\b(?:bee|wasp|hornet) ?st[iu]ng\w*|\bstung\b|\b(?:ea?t\w*|ate|after|had) (?:an? |some )?(?:\w+ )?"
    r"(?:nuts?|peanuts?|shellfish|prawns?|eggs?|milk|fish|sesame|kiwi)\b"
)
"""What makes a collapse, or trouble with breathing, one of an allergy."""


_SWELLING: Final = "swelling of the face, tongue or throat"
_SOON: Final = caseless(
    r"\b\d{1,2} ?(?:minutes?|mins?)\b|\b(?:just|straight|right|immediately|shortly) (?:after|had|given|gave|took)\b"
    r"|\b(?:first|1st|second|2nd) (?:dose|tablet|capsule|injection|infusion)\b"
)
_OTHERWISE: Final = (
    "angiotensin-converting enzyme inhibitors",
    "angiotensin receptor blockers",
    "thrombolytic agents",
)
"""Classes that bring such a swelling on by no allergy, at any time."""


def _by_allergy(question: Question) -> bool:
    """Whether a swelling came soon upon a medicine of which none brings it on in another way."""
    names = danger.brought(question)
    other = any(
        one in _OTHERWISE for name in names for part in name.split(" and ") for one in (part, *classes_of(part))
    )
    return bool(names) and not other and _SOON.search(question.typed) is not None


def states(question: Question) -> tuple[str, ...]:
    """The states that critical values are, as guidelines spell them: `hypercalcaemia`."""
    if not danger.values(question):
        return ()
    return tuple(name.replace("emia", "aemia") for name in measured.states(question.patient.values))


def subjects(question: Question) -> tuple[str, ...]:
    """What the guidelines are looked for by: the illness, the critical states, else a state together with a medicine
    that is taken (`excessive INR warfarin`), and the state alone of which a note tells."""
    named = illness(question)
    if named or states(question):
        return (named,) if named else states(question)
    out = measured.states(question.patient.values)
    both = [f"{state} {drug}" for state in out for drug in question.patient.drugs]
    alone = [state.replace("emia", "aemia") for state in out] if noted_value.asked(question) else []
    return (*both, *alone)


@once
def rows(context: Context) -> tuple[Row, ...]:
    """What is done, in the order in which it is: at once, how much, where, and again; first what is done again where
    the treatment was given already. Those who are no professionals are told of the pen that they hold, and no more."""
    question = context.question
    if illness(question) != _ALLERGIC:
        return ()  # what is done in other emergencies is told by the sentences on the very situation
    held = [
        (a, d)
        for a in context.first_aid
        if _OF_EMERGENCIES.search(a.record.title)
        for d in a.directives
        if d.action is DirectiveAction.RECOMMENDED and _of_patient(d.text, context)
    ]
    pen = _HAS_PEN.search(question.typed) is not None
    laid = [row for row in held if LAID.search(row[1].text)]
    if context.reader.plain:
        own = [row for row in held if pen and _PEN.search(row[1].text)]
        return tuple((*laid, *own) if _ASKS_LAID.search(question.typed) else (*own, *laid))[:MOST]
    held = [row for row in held if pen or not _PEN.search(row[1].text)]
    given = {name.lower() for _, d in held for name in d.drug.split(",")} & _named(question)
    if given:
        held = [row for row in held if not _FIRST.search(row[1].text)]
    held.sort(key=lambda row: _order(row[1].text, given=bool(given)))
    if _ASKS_LAID.search(question.typed):
        held.sort(key=lambda row: row not in laid)
    return tuple(held)[:MOST]


def whole(context: Context) -> bool:
    """Whether what is told so is all that is asked: nothing but what is given then is named."""
    drugs = {name.strip().lower() for _, d in rows(context) for name in d.drug.split(",")}
    return bool(rows(context)) and {name.lower() for name in context.named} <= drugs


def _of_patient(text: str, context: Context) -> bool:
    """Whether a row is for the patient's age; for grown people where none is told."""
    patient = context.question.patient
    if fitting.PREGNANT.search(text) and not patient.pregnancy:
        return False
    if ages.limits(text) is None:
        return True
    return fitting.of_age(text, patient) if fitting.age(patient) is not None else _GROWN.search(text) is not None


def _order(text: str, *, given: bool) -> int:
    if _FURTHER.search(text):
        return 4
    if _AGAIN.search(text):
        return 0 if given else 3
    if _FIRST.search(text):
        return 0 if not given else 2
    return 1 if ages.limits(text) is not None else 2


def _named(question: Question) -> set[str]:
    return {c.label.lower() for c in question.concepts if c.role is not Role.OTHER or c.semantic == "drug"}


def say(draft: Draft, context: Context) -> int:
    """The first of them in the short answer; how many sentences that took."""
    told, before = rows(context)[:SHORT], len(draft)
    if told:
        text = f"{_lead(context)}: {_without(said(told), context)}"
        draft.add(text, Kind.DIRECTIVE, tuple(item.span for _, item in told))
    return len(draft) - before


def step(steps: Steps, context: Context) -> bool:
    """All of them in one step; False where there are none."""
    told = rows(context)
    if told:
        text = f"{_lead(context)}: {_without(said(told), context)}"
        steps.step(text, Kind.DIRECTIVE, tuple(item.span for _, item in told))
    return bool(told)


def _lead(context: Context) -> str:
    return f"While help comes, if it is {illness(context.question)}"


def _without(text: str, context: Context) -> str:
    """The rows without the illness, which stands before them all."""
    again = caseless(rf"(?:^|(?<=; ))in {illness(context.question)}(?:, | (?=in\b))")
    return again.sub("", text)


def said(told: Sequence[Row]) -> str:
    """Rows in a row, each source named once behind its own."""
    sources: dict[str, list[Directive]] = {}
    names: dict[str, str] = {}
    for appraisal, item in told:
        sources.setdefault(appraisal.record.id, []).append(item)
        names[appraisal.record.id] = source_name(appraisal)
    parts = (
        f"{'; '.join(wording.lower(item.text.rstrip('. ')) for item in items)} ({names[record]})"
        for record, items in sources.items()
    )
    return "; ".join(parts)
