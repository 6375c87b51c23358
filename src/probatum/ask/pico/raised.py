"""Raised: what a treatment is asked to bring about that nobody wants is an outcome, and no illness of the patient.

`does A raise haemorrhage`, `does it cause liver problems` ask for a harm; read as an illness that somebody has, the
liver problems barred the medicine and the haemorrhage became whom the question is about.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_ILL: Final = ("condition", "symptom")
_BRINGS: Final = caseless(
    r"\b(?:does|do|did|can|could|will|would|may|might) (?P<who>[^?.;:]{1,80}?)"
    r" (?P<verb>raise|increase|cause|trigger|provoke|worsen|precipitate|bring on|lead to|result in)"
    r" (?P<how>(?:(?:the|more|any|an|a|my|his|her) )?(?:(?:risk|risks|rate|rates|chance|chances|incidence) of )?)"
    r"(?P<what>[\w' -]{3,70})"
)
_GOOD: Final = caseless(
    r"\b(?:improv|reduc|lower|prevent|cut|decreas|help|treat|reliev|cur(?:e|ing)\b|work|remission|recover|surviv|cure|"
    r"pregnan|fertil|ovulat|conce(?:ive|ption)|live birth|lactation|milk|sleep|appetite)"
)
"""What is hoped for of a treatment, before the verb or behind it."""
_ENDS: Final = caseless(
    r"(?:[,?.;]| (?:in|for|with|without|after|during|when|while|if|and|or|over|among|at|on|by|to|than|compared|versus"
    r"|vs|who|given|as|within)\b)"
)
_ORGAN: Final = caseless(r"\b(?:liver|hepatic|kidneys?|renal|cirrhosis|dialysis)\b")


def _brought(text: str) -> re.Match[str] | None:
    """What a treatment is asked to bring about, and nobody hopes for."""
    for found in _BRINGS.finditer(text):
        if not _GOOD.search(found["who"]) and not _GOOD.search(_named(found)):
            return found
    return None


def _named(found: re.Match[str]) -> str:
    """The words of what is brought about, up to those that tell of whom and when."""
    return _ENDS.split(found["what"], maxsplit=1)[0].strip()


def masked(text: str) -> str:
    """The text, as long as before, without an organ that a treatment may harm: nothing is told of the patient's."""
    found = _brought(text)
    if found is None or not _ORGAN.search(_named(found)):
        return text
    start, end = found.start("what"), found.start("what") + len(_named(found))
    return text[:start] + " " * (end - start) + text[end:]


def asked(question: Question) -> Question:
    """The question for the harm, with what is brought about as its outcome and nobody who has it."""
    found = _brought(question.read)
    if found is None or not having(question, Role.INTERVENTION, *GIVEN) or question.intent not in _TURNED:
        return question
    named = _named(found).lower()
    ills = [c for c in question.concepts if c.semantic in _ILL and c.text.lower() in named]
    if not ills or found["who"].lower().strip() in {c.text.lower() for c in question.concepts if c.semantic in _ILL}:
        return question
    changed: dict[Concept, Role] = dict.fromkeys(ills, Role.OUTCOME)
    concepts = with_roles(question, changed)
    had = [c.text for c in concepts if c.role is Role.POPULATION]
    labels = {c.label for c in ills}
    people = question.population
    if any(c.text.lower() in people.lower() or c.label.lower() in people.lower() for c in ills):
        people = f"people with {' and '.join(had)}" if had else ""
    told = any(c.label in labels for c in question.concepts if c not in ills)
    who = question.patient
    conditions = who.conditions if told else tuple(name for name in who.conditions if name not in labels)
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        population=people,
        outcome=question.outcome if named in question.outcome.lower() else _named(found),
        intent=question.intent if _hoped_before(question.read, found) else Intent.HARM,
        patient=msgspec.structs.replace(who, conditions=conditions),
    )


_TURNED: Final = (Intent.THERAPY, Intent.HARM, Intent.PROGNOSIS, Intent.PREVENTION)


def _hoped_before(text: str, found: re.Match[str]) -> bool:
    """Whether it is asked first what the treatment is good for: that is then the question."""
    return _ASKED_FIRST.search(text[: found.start()]) is not None


_ASKED_FIRST: Final = caseless(
    r"\b(?:does|do|did|can|could|will|would|should|is|are|how|what|which)\b[^?.;]{0,80}\b(?:improv\w*|reduc\w*|lower\w*"
    r"|prevent\w*|helps?|works?|effective|worth|benefits?|dos(?:e|es|ing)|good)\b"
)
