"""Signposts of a plain page: what to do next, when to call for help, what to ask, and what the page does not tell.

They assert nothing about medicine. What is said of a medicine or an illness stands in the statements alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from probatum.apply import combining, missed, pairs
from probatum.apply.helplines import help_in
from probatum.apply.wording import join, upper
from probatum.model import Answer, Intent, Kind, Question, Reader, Statement
from probatum.publish import questions
from probatum.text.expressions import expression
from probatum.vocabulary import signs

STOPS: Final = "When it is stopped"
"""How the plain words of a label's reasons to stop begin."""
NOW: Final = frozenset({"emergency", "overdose", "dose", "self-harm"})
"""Dangers in which one call is all that is to be done; nothing may stand beside it."""

_LEADS: Final = ("reply", "bottom_line")
"""Sections that answer the question."""
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
        *_talk(answer),
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


def _talk(answer: Answer) -> Iterable[str]:
    """With whom to talk, and what they have to know."""
    question, carer = answer.question, answer.reader is Reader.CARER
    drugs = {c.label for c in question.concepts if c.semantic == "drug"} | set(question.patient.drugs)
    if question.intent is Intent.INTERACTION or combining.together(question):
        yield from _together(answer, carer)
    elif missed.asks(question.read):
        yield "Do not take or give extra to make up for it before a pharmacist or doctor has told you how."
        yield "Call a pharmacist today. If it has happened more than once, tell the doctor too."
    elif _stopping(question):
        yield "Do not stop a medicine on your own. Talk to the doctor who gave it first."
    elif drugs:
        yield (
            "Talk to a doctor, nurse or pharmacist before a medicine is started, stopped or changed."
            if carer
            else "Talk to a doctor, nurse or pharmacist before you start, stop or change a medicine."
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
            else "Tell them first if you are pregnant or breast-feed."
        )


def _together(answer: Answer, carer: bool) -> Iterable[str]:
    """What to do about medicines that are put together, by what the page says of them."""
    give = "give" if carer else "take"
    never = upper(pairs.NEVER.plain)
    said = (s.plain or s.text for section in answer.sections if section.id in _LEADS for s in section.statements)
    if any(words.startswith(never) for words in said):
        yield f"Do not {give} these together unless a doctor who knows of both has told you to."
        yield f"If you already {give} both, call a doctor or pharmacist now, before the next dose."
    else:
        yield f"Ask a pharmacist or doctor before you {give} these together."
        yield f"If you already {give} both, tell one of them today."
    yield "Do not stop a medicine from a doctor on your own."


_SIGN: Final = expression(
    r"\b(?:if|when|at the first|in (?:people|anyone) who)\b.*\b(?:rash|blister\w*|allerg\w+|swelling|seizures?|fits?"
    r"|faint\w*|bleeding|fever|pain|breath\w*|yellow\w*|jaundice|vomiting|diarrhoea|suicidal|vision|weakness)\b",
    re.IGNORECASE,
)
"""A reason to stop that somebody can notice; a blood level, or a time before an operation, is none."""


def call_for_help(answer: Answer) -> tuple[str, ...]:
    """When to call: the answer's own reasons to stop, and the signs of the harms that it names; empty where no medicine
    is told of."""
    told = {section.id: section.statements for section in answer.sections}
    if not told.get("safety"):
        return ()
    said = [s.plain.partition(": ")[2] for s in told.get("monitoring", ()) if s.plain.startswith(STOPS)]
    reasons = [item.strip(" .") for words in said for item in _ITEM.split(words) if _SIGN.search(item)]
    stops = [f"there is a reason to stop it: {sign}" for sign in reasons]
    who = "you feel" if answer.reader is Reader.PATIENT else "the person you look after feels"
    return (f"{who} suddenly or badly unwell after taking it", *_noticed(told, " ".join(reasons)), *stops)


_ITEM: Final = expression(r"\. (?:Also: )?")
"""Between what the plain words of a label say one after the other."""
MOST_SIGNS: Final = 5
"""Harms whose signs are told: a long list is read by nobody."""
_OF_USE: Final = expression(
    r"^(?:Contraindicated|Interactions?|Regulatory status|Special populations|Label dose|Monitor|Checks)\b"
    r"|\bis contraindicated\b"
)
"""Sentences that name illnesses in which a medicine is not given, or for which it is: no harms that it does."""
_DOES: Final = expression(
    r"\b(?:caus(?:e|es|ed|ing)|occurs?|occurred|leads? to|led to|risks? of|reported|fatal|deadly|life-threatening"
    r"|(?:can|may|could|might) \w+|injur\w+|stopped if|poisoning|toxicity|watch(?:ed)? for)\b",
    re.IGNORECASE,
)
"""Words by which a label says that something may happen."""
_SPARES: Final = expression(
    r"\b(?:lower|reduc|decreas|prevent|protect)\w* (?:\w+ ){0,3}(?:risk|rate|stroke|death)", re.IGNORECASE
)
"""Words by which it says that the medicine keeps something from happening."""


def _noticed(told: dict[str, tuple[Statement, ...]], stops: str) -> Iterable[str]:
    """Signs of the harms that labels name for what was asked about, those of the short answer first."""
    named = [s for name in (*_LEADS, "safety", "monitoring") for s in told.get(name, ())]
    items = [
        item
        for s in named
        if s.kind is Kind.DIRECTIVE and not s.level and not _OF_USE.search(s.text)
        for item in s.text.split("; ")
        if _DOES.search(item) and not _SPARES.search(item)
    ]
    found = dict.fromkeys(sign for item in items for sign in signs.named(item))
    return [f"there are signs of {harm}: {seen}" for harm, seen in list(found)[:MOST_SIGNS] if harm not in stops]


def to_ask(answer: Answer) -> tuple[str, ...]:
    """Questions for the care team; none in danger."""
    return () if answer.question.danger in NOW else questions.to_ask(answer)


def untold(answer: Answer, bare: Sequence[str], left: Sequence[str], longer: Sequence[str]) -> str:
    """What a plain page does not tell, in one place: `bare` are sections without anything to tell, `left` the titles of
    those that are written for professionals, `longer` those that only a longer page shows."""
    drug = any(concept.semantic == "drug" for concept in answer.question.concepts)
    together = combining.together(answer.question)
    told: list[str] = []
    looked = [_NAMES[name] for name in _NAMES if name in bare]
    if together:
        told.append(
            "This page is about taking these medicines together. It does not tell what each of them does by itself, "
            "its doses and its other harms. Ask about each of them by itself to read that."
        )
    elif looked:
        told.append(f"We have nothing to tell you about {join(looked, 'or')}. There may still be things to know.")
    if more := [_NAMES[name] for name in _NAMES if name in longer]:
        told.append(f"There is more on {join(more)}. Ask for the whole page to read it.")
    if "safety" in bare and drug:
        told.append("Read the leaflet that comes with the medicine. A pharmacist can tell you about its risks.")
    if left:
        named = join([f"“{title}”" for title in left])
        told.append(f"We leave {named} to your care team. They can go through it with you.")
    return " ".join(told)
