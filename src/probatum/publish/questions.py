"""Questions to ask: what a patient or carer may put to the care team, with the names of this very question.

They assert nothing. What kind of question was asked decides which come first; what the answer tells decides the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.apply import wording
from probatum.apply.evidence import arms
from probatum.apply.labels import suspected
from probatum.apply.patient import beside
from probatum.apply.plainly.own_words import said
from probatum.apply.together import combining
from probatum.apply.wording import join
from probatum.model import Answer, Intent, Kind, Question, Reader, Role
from probatum.text import ending, resulted
from probatum.text.expressions import expression

MOST: Final = 6
"""Questions that are shown: who asks more hears less."""
LONGEST: Final = 60
"""Characters of names that still make a question that can be said aloud."""


class _Names(NamedTuple):
    """What the question names, in the asker's words; empty where nothing of the kind is named."""

    treatment: str
    others: str
    both: str
    illness: str
    whom: str
    i: str
    may: str
    """`me`, `I` and `Can I take`, or the same of somebody who is looked after."""


def to_ask(answer: Answer) -> tuple[str, ...]:
    """Questions for the care team, those of this kind of question first."""
    names = _named(answer)
    told = {section.id for section in answer.sections if any(s.kind is not Kind.ABSENCE for s in section.statements)}
    made = (*_own(answer.question, names), *_usual(told, names))
    return tuple(dict.fromkeys(made))[:MOST]


def _named(answer: Answer) -> _Names:
    question = answer.question
    patient = answer.reader is Reader.PATIENT
    asked_for = question.having(Role.INTERVENTION)
    given = _few([c.label for c in asked_for if c.semantic != "test"], question) or ("this" if asked_for else "")
    both = _few(_together(question), question)
    asked = {name.lower() for c in question.having(Role.INTERVENTION) for name in (c.label, c.text)}
    others = _few([drug for drug in question.patient.drugs if drug.lower() not in asked], question)
    ill = [c.label for c in question.having(Role.POPULATION) if c.semantic in ("condition", "symptom")]
    ill = ill or [c.label for c in question.having(Role.OUTCOME) if c.semantic in ("condition", "symptom")]
    illness = _few(ill[:1], question)
    if patient:
        return _Names(given, others, both, illness, "me", "I", "Can I take")
    return _Names(given, others, both, illness, "the person I look after", "we", "Can the person I look after take")


def _together(question: Question) -> list[str]:
    """The medicines that are put together, under the names that were typed."""
    typed = {c.label: c.text for c in question.concepts}
    return [typed.get(name, name) for name in combining.together(question)]


def _few(names: list[str], question: Question) -> str:
    """The names in the asker's words; nothing where they are too many to be said in one question."""
    told = join(list(dict.fromkeys(_own_name(name, question) for name in names)))
    return told if len(told) <= LONGEST else ""


def choices(question: Question) -> tuple[str, ...]:
    """The treatments between which a question asks to choose, in the asker's words."""
    if not arms.choices(question) and not question.having(Role.COMPARATOR):
        return ()
    named = (*question.having(Role.INTERVENTION), *question.having(Role.COMPARATOR))
    return tuple(
        dict.fromkeys(_own_name(c.label, question) for c in named if c.semantic or c.role is Role.INTERVENTION)
    )


def _own_name(name: str, question: Question) -> str:
    """A name as the asker wrote it: one's own question names one's own `leg cramps`."""
    lay = {
        a.to.lower(): a.from_ if a.from_.isupper() else a.from_.lower()
        for a in question.assumptions
        if a.what in ("lay term", "abbreviation") and a.from_ and a.to
    }
    typed = {c.label.lower(): c.text for c in question.concepts if c.label.lower() == f"{c.text.lower()}"[:-1]}
    own, steps = name.lower(), 0
    while own in lay and steps < len(lay):
        own, steps = lay[own], steps + 1  # one step at a time: an everyday word may stand for another
    if steps:
        return own
    concept = next((c for c in question.concepts if c.label == name), None)
    if concept is not None and (_OF_CLASS.sub("", name).lower() in (concept.text.lower(), concept.text.lower()[:-1])):
        return concept.text.lower()  # `antipsychotics` for the heading `antipsychotic drug`
    alike = wording.spelled(concept) if concept is not None else name
    return typed.get(own) or (alike if alike != name else said(name, question))


_OF_CLASS: Final = expression(r" (?:drugs?|agents?)$", re.IGNORECASE)


def _own(question: Question, names: _Names) -> Iterator[str]:
    """The questions that this kind of question leads to."""
    yield from _states(question, names)
    what = names.treatment or "it"
    if question.intent is Intent.INTERACTION or names.both:
        yield f"{names.may} {names.both or 'them'} together, or is there something safer?"
        yield f"Which signs of trouble should {names.i} watch for, and whom do {names.i} call then?"
        yield "Is a blood test or another check needed, and when?"
        yield "For how long may they be taken together?"
    elif complaint := suspected.on_it(question):
        yield f"Could {what} be what brings on {complaint}?"
        yield f"Is {what} to be stopped or changed for that, and how?"
        yield f"What else could bring on {complaint}?"
    elif question.danger == "stopping" or ending.asks(question.read):
        yield f"How is {what} stopped: how slowly, and in which steps?"
        yield f"What may be felt while it is stopped, and when do {names.i} call?"
        yield f"What will be done for {names.illness or 'the illness'} instead?"
    elif question.intent is Intent.DOSING:
        yield f"Which dose would be right for {names.whom}, and how is it taken?"
        yield "What is done when a dose is missed, or too much is taken?"
    elif question.intent is Intent.HARM and names.treatment:
        yield f"How likely is harm from {what} for {names.whom}, in numbers?"
        yield f"Which signs of trouble should {names.i} watch for, and whom do {names.i} call then?"
        yield f"What could be used in place of {what}?"
    elif question.intent is Intent.DIAGNOSIS:
        yield "What can the test show, and how often is it wrong?"
        yield "What will be done if it is positive, and what if it is not?"
    elif question.intent is Intent.PROGNOSIS:
        yield f"What is to be expected of {names.illness or 'this'}, and over what time?"
        yield "What can be done to make that better?"
    elif names.treatment and len(choices(question)) > 1:
        yield f"Which would suit {names.whom} better: {' or '.join(choices(question))}?"
        yield "What happens if nothing is done for now?"
    elif names.treatment and question.intent is Intent.PREVENTION and names.illness:
        yield f"How likely is it that {what} will keep {names.whom} from {names.illness}?"
        yield "What happens if nothing is done for now?"
    elif names.treatment and names.illness and _had(question):
        yield f"Is {what} safe for {names.whom} with {names.illness}, and what should be watched?"
        yield "What could be used in its place?"
    elif names.treatment:
        for_it = f" with {names.illness}" if names.illness and names.illness not in what else ""
        for_it = f" {names.illness}" if _DEED.match(names.illness) else for_it
        yield f"How likely is it that {what} will help {names.whom}{for_it}?"
        yield "What happens if nothing is done for now?"
    else:
        yield f"Which treatments are there for {names.illness or 'this'}, and which would suit {names.whom}?"
        yield "What happens if nothing is done for now?"


def _had(question: Question) -> bool:
    """Whether leave is asked by somebody who has an illness that the medicine is not said to be for."""
    ill = [c for c in question.having(Role.POPULATION) if c.semantic in ("condition", "symptom")]
    low = question.read.lower()
    aims = (_AIM.search(low[: max(low.find(c.text.lower()), 0)]) for c in ill)
    return bool(ill) and beside.asks(question.read) and not any(aims)


_AIM: Final = expression(r"\b(?:for|against|about|treat\w*) (?:[\w'-]+ ){0,2}$", re.IGNORECASE)
_DEED: Final = expression(r"(?:lose|stop|quit|give up|sleep|lower|reduce|prevent|get|gain) \w", re.IGNORECASE)
"""What somebody wants to do, and has not: `lose weight`."""


def _states(question: Question, names: _Names) -> Iterator[str]:
    """What the patient told of themselves, which comes before all else."""
    patient, what = question.patient, names.both or names.treatment or "it"
    if (patient.values and patient.drugs) or resulted.told(question.typed) is not None:
        then = ", and is the next dose to be taken" if patient.drugs else ""
        yield f"What does this result mean for {names.whom}{then}?"
    if patient.pregnancy not in ("", "not pregnant"):
        yield f"What does {what} mean for the baby, and what does it mean to go without?"
    if patient.breastfeeding:
        yield f"Can {what} get into breast milk, and would that matter?"
    for organ, told in (("kidneys", patient.kidney), ("liver", patient.liver)):
        if told and not told.startswith("no "):
            yield f"Is the dose of {what} to be changed because of the {organ}?"
    if names.others and not names.both:
        yield f"Can {what} be taken together with {names.others}?"


_TOLD: Final = (
    ("dosing", "Which dose would be right for {whom}, and how is it taken?"),
    ("monitoring", "Which checks are needed, and when?"),
    ("dosing", "When will we decide whether it works?"),
    ("safety", "Is it safe for {whom}, with other illnesses and other medicines?"),
    ("alternatives", "What else could be tried, and what happened in studies of that?"),
)
"""A question to ask where the answer tells something under that section."""


def _usual(told: set[str], names: _Names) -> Iterator[str]:
    for name, question in _TOLD:
        if name in told:
            yield question.format(whom=names.whom)
    yield f"When should {names.i} come back?"
