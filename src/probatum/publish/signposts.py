"""Signposts of a plain page: when to call for help, what to ask, and what the page does not tell (what to do next: see
`steps`).

They assert nothing about medicine. What is said of a medicine or an illness stands in the statements alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from probatum.apply.children import whom
from probatum.apply.plainly.own_words import said as in_own_words
from probatum.apply.replies.danger import ALARMS, values
from probatum.apply.together import combining
from probatum.apply.wording import join, lower
from probatum.model import Answer, Intent, Kind, Question, Reader, Role, Statement
from probatum.publish import questions
from probatum.publish.steps import LEADS
from probatum.text.expressions import caseless, expression
from probatum.vocabulary import signs

STOPS: Final = "When it is stopped"
"""How the plain words of a label's reasons to stop begin."""
NOW: Final = frozenset({*ALARMS, "dose", "self-harm"})
"""Dangers in which help is called for before anything else is asked."""

_NAMES: Final = {
    "dosing": "doses",
    "safety": "warnings",
    "adverse_effects": "harms",
    "monitoring": "checks",
    "alternatives": "other treatments",
}
"""What was looked for under a section, in a list."""


_SIGN: Final = expression(
    r"\b(?:if|when|at the first|in (?:people|anyone) who)\b.*\b(?:rash|blister\w*|allerg\w+|swelling|seizures?|fits?"
    r"|faint\w*|bleeding|fever|pain|breath\w*|yellow\w*|jaundice|vomiting|diarrhoea|suicidal|vision|weakness)\b",
    re.IGNORECASE,
)
"""A reason to stop that somebody can notice; a blood level, or a time before an operation, is none."""


def call_for_help(answer: Answer) -> tuple[str, ...]:
    """When to call: the signs of an illness that takes a bad turn, the answer's own reasons to stop, and the signs of
    the harms that it names; of harms nothing where no medicine is told of."""
    told = {section.id: section.statements for section in answer.sections}
    ill = tuple(_worse(answer.question))
    if not told.get("safety"):
        return ill
    said = [s.plain.partition(": ")[2] for s in told.get("monitoring", ()) if s.plain.startswith(STOPS)]
    reasons = [item.strip(" .") for words in said for item in _ITEM.split(words) if _SIGN.search(item)]
    stops = [_stop(sign) for sign in reasons]
    who = "you feel" if answer.reader is Reader.PATIENT else "the person you look after feels"
    child = whom.is_child(answer.question.patient)
    noticed = _noticed(told, " ".join(reasons), child=child)
    return (f"{who} suddenly or badly unwell after taking it", *ill, *noticed, *stops)


MOST_ILL: Final = 2
"""Illnesses of which the signs are told."""
_NOT_THERE: Final = (Intent.PREVENTION, Intent.MECHANISM)
"""Kinds of question in which nobody need have the illness."""


def _worse(question: Question) -> Iterable[str]:
    """By what it is seen that the illnesses that are asked about take a bad turn; nothing under an alarm, which says
    itself what is to be done."""
    if question.danger in NOW or question.intent in _NOT_THERE:
        return ()
    ill = (c for c in question.having(Role.POPULATION) if f"without {c.text}".lower() not in question.read.lower())
    seen = {signs.of_illness(c.label): c.label for c in ill}
    return [f"there are danger signs with {in_own_words(name, question)}: {one}" for one, name in seen.items() if one][
        :MOST_ILL
    ]


def _stop(reason: str) -> str:
    """`swallowing hurts` for `It should be stopped if swallowing hurts`; else the reason as the label gives it."""
    found = _STOPPED_IF.search(reason)
    return found["sign"] if found else f"the label names a reason to stop it: {lower(reason)}"


_STOPPED_IF: Final = expression(
    r"\b(?:stop it|stopped|withheld|interrupted)(?: at once| immediately)? (?:if|when) "
    r"(?P<sign>(?!it\b|they\b|th(?:is|ese)\b)[^;]{4,160})$",
    re.IGNORECASE,
)
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


def _noticed(told: dict[str, tuple[Statement, ...]], stops: str, *, child: bool) -> Iterable[str]:
    """Signs of the harms that labels name for what was asked about, those of the short answer first; for a child none
    of what befalls grown people."""
    named = [s for name in (*LEADS, "safety", "monitoring") for s in told.get(name, ())]
    items = [
        item
        for s in named
        if s.kind is Kind.DIRECTIVE and not s.level and not _OF_USE.search(s.text)
        for item in s.text.split("; ")
        if _DOES.search(item) and not _SPARES.search(item)
    ]
    every = (sign for item in items for sign in signs.named(item))
    found = dict.fromkeys(sign for sign in every if not (child and sign.grown))
    return [f"there are signs of {one.harm}: {one.seen}" for one in list(found)[:MOST_SIGNS] if one.harm not in stops]


_DOSED: Final = caseless(
    r"\b\d+(?:\.\d+)? ?(?:mg|micrograms?|g|ml|units|drops|puffs|tablets?)\b"
    r"|\b(?:once|twice|\w+ times) (?:a|per|each) (?:day|week)\b|\bapplications?\b"
)
_HARMED: Final = caseless(
    r"\b(?:unwanted|side|adverse)[- ](?:effects?|events?|reactions?)\b"
    r"|\b(?:may|can) (?:cause|lead to)\b|\brisk of (?:death|stroke|bleeding|harm)\b|\bother harm\b"
)


def _told_elsewhere(answer: Answer) -> frozenset[str]:
    """Sections without anything of their own whose matter other sections of the page tell: it is not left untold."""
    shown = [s for section in answer.sections for s in section.statements if s.kind.asserts and not s.level]
    first = {s.id for section in answer.sections if section.id == "bottom_line" for s in section.statements}
    found = set()
    for statement in shown:
        said = statement.plain or statement.text
        if _DOSED.search(said):
            found.add("dosing")
        if _HARMED.search(said) or (answer.question.intent is Intent.HARM and statement.id in first):
            found.add("adverse_effects")
        if statement.kind is Kind.DIRECTIVE and statement.id in first:
            found.add("safety")
    return frozenset(found)


def to_ask(answer: Answer) -> tuple[str, ...]:
    """Questions for the care team; none in danger."""
    return () if answer.question.danger in NOW or values(answer.question) else questions.to_ask(answer)


def untold(answer: Answer, bare: Sequence[str], left: Sequence[str], longer: Sequence[str]) -> str:
    """What a plain page does not tell, in one place: `bare` are sections without anything to tell, `left` the titles of
    those that are written for professionals, `longer` those that only a longer page shows. Nothing under an alarm:
    nobody who needs help is to read what else there might be."""
    if answer.question.danger in ALARMS:
        return ""
    drug = any(concept.semantic == "drug" for concept in answer.question.concepts)
    together = combining.together(answer.question)
    told: list[str] = []
    elsewhere = _told_elsewhere(answer)
    looked = [_NAMES[name] for name in _NAMES if name in bare and name not in elsewhere]
    if together:
        told.append(
            "This page is about taking these medicines together. It does not tell what each of them does by itself, "
            "its doses and its other harms. Ask about each of them by itself to read that."
        )
    elif looked:
        told.append(f"This page does not tell you about {join(looked, 'or')}. There may still be things to know.")
    if more := [_NAMES[name] for name in _NAMES if name in longer]:
        told.append(f"There is more on {join(more)}. Ask for the whole page to read it.")
    if "safety" in bare and drug:
        told.append("Read the leaflet that comes with the medicine. A pharmacist can tell you about its risks.")
    if left:
        named = join([f"“{title}”" for title in left])
        told.append(f"We leave {named} to your care team. They can go through it with you.")
    return " ".join(told)
