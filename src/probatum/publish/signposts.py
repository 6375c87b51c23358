"""Signposts of a plain page: what to do next, when to call for help, what to ask, and what the page does not tell.

They assert nothing about medicine. What is said of a medicine or an illness stands in the statements alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from probatum.apply.helplines import help_in
from probatum.apply.wording import join
from probatum.model import Answer, Intent, Question, Reader
from probatum.text.expressions import expression

STOPS: Final = "When it is stopped"
"""How the plain words of a label's reasons to stop begin."""
NOW: Final = frozenset({"emergency", "overdose", "dose", "self-harm"})
"""Dangers in which one call is all that is to be done; nothing may stand beside it."""

_QUESTIONS: Final[tuple[tuple[str, str], ...]] = (
    ("bottom_line", "Does this fit {whom}?"),
    ("bottom_line", "How sure can we be of this?"),
    ("safety", "Is it safe for {whom}, with other illnesses and other medicines?"),
    ("dosing", "Which dose would be right for {whom}, and how is it taken?"),
    ("monitoring", "Which checks are needed, and when?"),
    ("dosing", "When will we decide whether it works?"),
    ("alternatives", "What else could be tried, and what happened in studies of that?"),
    ("evidence_gaps", "What is not known yet?"),
)
"""A question to ask where the answer states something under that section."""
MOST_ASKED: Final = 6
"""Questions that follow what the answer tells: who asks more hears less."""
_LEADS: Final = ("reply", "bottom_line")
"""Sections that answer the question, where they assert anything."""
_WITHOUT: Final = ("What are the choices, and what happens if nothing is done?", "When should {we} come back?")
"""Questions to ask whatever the answer tells."""
_NAMES: Final = {
    "dosing": "doses",
    "safety": "warnings",
    "adverse_effects": "harms",
    "monitoring": "checks",
    "alternatives": "other treatments",
}
"""What was looked for under a section, in a list."""


def next_steps(answer: Answer) -> tuple[str, ...]:
    """What to do with the page: whom to ask, what to tell them, and when not to wait. Empty in danger, which the first
    sentence of the page answers."""
    question, carer = answer.question, answer.reader is Reader.CARER
    if question.danger in NOW:
        return ()
    number = help_in(question.country).emergency
    worse = "If the person you look after gets worse" if carer else "If you get worse"
    return (
        *_talk(question, carer),
        f"{worse}, or you are very worried, call a doctor today.",
        f"Call {number} if it cannot wait." if number else "Call an ambulance if it cannot wait.",
    )


_STOPPING: Final = expression(
    r"\b(?:stop(?:ping|ped)?|com(?:e|ing) off|quit(?:ting)?|reduc(?:e|ing)|taper(?:ing)?)"
    r"(?: (?:taking|using|giving))?(?: (?:my|his|her|their|our|your|the|this|these|a|an|all))*(?: dose of)? ",
    re.IGNORECASE,
)
"""What stands before the name of a medicine that somebody wants to stop."""


def _stopping(question: Question) -> bool:
    """Whether a question is about stopping a medicine that it names; a medicine that stops something is none."""
    read, drugs = question.read.lower(), [c for c in question.concepts if c.semantic == "drug"]
    behind = [read[found.end() :] for found in _STOPPING.finditer(read)]
    return any(rest.startswith((c.text.lower(), c.label.lower())) for rest in behind for c in drugs)


def _talk(question: Question, carer: bool) -> Iterable[str]:
    """With whom to talk, and what they have to know."""
    drugs = {c.label for c in question.concepts if c.semantic == "drug"} | set(question.patient.drugs)
    if question.intent is Intent.INTERACTION:
        yield (
            "Ask a pharmacist or doctor before you give these together."
            if carer
            else ("Ask a pharmacist or doctor before you take these together.")
        )
    elif _stopping(question):
        yield "Do not stop a medicine on your own. Talk to the doctor who gave it first."
    elif drugs:
        yield (
            "Talk to a doctor, nurse or pharmacist before a medicine is started, stopped or changed."
            if carer
            else ("Talk to a doctor, nurse or pharmacist before you start, stop or change a medicine.")
        )
    else:
        yield "Show this page to a doctor or nurse. Ask what it means for " + (
            "the person you look after." if carer else "you."
        )
    if drugs or question.intent is Intent.INTERACTION:
        taken = "every medicine that is taken" if carer else "every medicine you take"
        yield f"Tell them about {taken}, also those from a shop. Tell them about other health problems and allergies."
    if question.patient.pregnancy not in ("", "not pregnant") or question.patient.breastfeeding:
        yield (
            "Tell them first if someone is pregnant or breast-feeds."
            if carer
            else ("Tell them first if you are pregnant or breast-feed.")
        )


_SIGN: Final = expression(
    r"\b(?:if|when|at the first|in (?:people|anyone) who)\b.*\b(?:rash|blister\w*|allerg\w+|swelling|seizures?|fits?"
    r"|faint\w*|bleeding|fever|pain|breath\w*|yellow\w*|jaundice|vomiting|diarrhoea|suicidal|vision|weakness)\b",
    re.IGNORECASE,
)
"""A reason to stop that somebody can notice; a blood level, or a time before an operation, is none."""


def call_for_help(answer: Answer) -> tuple[str, ...]:
    """When to call, from the answer's own reasons to stop; empty where no medicine is told of."""
    told = {section.id: section.statements for section in answer.sections}
    if not told.get("safety"):
        return ()
    said = [s.plain.partition(": ")[2] for s in told.get("monitoring", ()) if s.plain.startswith(STOPS)]
    signs = [item.strip(" .") for words in said for item in words.split(" Also: ") if _SIGN.search(item)]
    stops = [f"there is a reason to stop it: {sign}" for sign in signs]
    who = "you feel" if answer.reader is Reader.PATIENT else "the person you look after feels"
    return (f"{who} suddenly or badly unwell after taking it", *stops)


def to_ask(answer: Answer) -> tuple[str, ...]:
    """Questions for the care team, one for each part that the answer tells something in; none in danger."""
    if answer.question.danger in NOW:
        return ()
    told = {section.id for section in answer.sections if section.statements}
    if not any(s.kind.asserts for section in answer.sections for s in section.statements if section.id in _LEADS):
        told.discard("bottom_line")
    patient = answer.reader is Reader.PATIENT
    whom, we = ("me", "I") if patient else ("the person I look after", "we")
    asked = [question for name, question in _QUESTIONS if name in told][:MOST_ASKED]
    return tuple(question.format(whom=whom, we=we) for question in (*asked, *_WITHOUT))


def untold(bare: Sequence[str], left: Sequence[str], *, drug: bool) -> str:
    """What a plain page does not tell, in one place: `bare` are sections without anything to tell, `left` the titles of
    those that are written for professionals; `drug`, whether a medicine was asked about."""
    looked = [_NAMES[name] for name in _NAMES if name in bare]
    told: list[str] = []
    if looked:
        told.append(f"We have nothing to tell you about {join(looked, 'or')}. There may still be things to know.")
    if "safety" in bare and drug:
        told.append("Read the leaflet that comes with the medicine. A pharmacist can tell you about its risks.")
    if left:
        named = join([f"“{title}”" for title in left])
        told.append(f"We leave {named} to your care team. They can go through it with you.")
    return " ".join(told)
