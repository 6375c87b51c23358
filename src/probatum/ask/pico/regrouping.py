"""Regrouping: what syntax put into one part and medicine keeps apart.

`ranolazine for ALS cramps how much to take`: the words about the amount belong to the intent, the disease is the
population, the symptom the outcome.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.pico.pico import Pico
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import expression

_AMOUNT_BEHIND: Final = expression(
    r"[,;]?\s*\b(?:and |but )?(?:how (?:much|many|often|long|high)\b.*"
    r"|(?:at )?wh(?:at|ich) (?:\w+ )?dos(?:e|es|age)\b.*"
    r"|dos(?:e|es|age|ing)(?: (?:recommendation|schedule|range))?s?)$",
    re.IGNORECASE,
)
_AMOUNT_BEFORE: Final = expression(r"^(?:how )?(?:much|many|often)\s+(?:mg |milligrams )?(?:of )?", re.IGNORECASE)


def without_amount(pico: Pico) -> Pico:
    """The parts without the words that only ask for an amount."""
    made = {}
    for name in ("intervention", "comparator", "outcome", "population"):
        part = getattr(pico, name)
        text = _AMOUNT_BEFORE.sub("", _AMOUNT_BEHIND.sub("", part.text)).strip(" ,;")
        text = _VERB.sub("", text) if name in ("intervention", "comparator") else text
        text = _HOW_OFTEN.sub("", text) if name == "intervention" and not pico.comparator.text else text
        if text and text != part.text and text in part.text:
            start = part.start + part.text.index(text)
            made[name] = part._replace(text=text, start=start, end=start + len(text))
    return pico._replace(**made)


_HOW_OFTEN: Final = expression(
    r"(?<=[a-z]{3}) \d+(?:[.,]\d+)? ?(?:mg|mcg|micrograms?|g|ml|units?)? (?:o\.?d|b\.?d|t\.?d\.?s|q\.?d\.?s|bid|tid|qid"
    r"|om|on|nocte|mane|prn|stat|(?:once|twice|(?:three|four|2|3|4) times) (?:daily|a day)|daily|weekly)\.?$",
    re.IGNORECASE,
)
"""An amount with how often it is given, behind a name: `amoxicillin 500 tds`."""
_VERB: Final = expression(
    r"^(?:[^?;]{0,80}, )?(?:is|are|was|were|would|will|could|does|do|did|should) (?:an?|the) (?=\w)", re.IGNORECASE
)
"""A verb that opens the clause in which something is compared: `..., is an alarm better than A`."""


def apart(concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """A disease and a symptom in one outcome: the disease is whom it is about, where nobody else is named."""
    outcomes = [c for c in concepts if c.role is Role.OUTCOME]
    diseases = [c for c in outcomes if c.semantic == "condition"]
    symptoms = [c for c in outcomes if c.semantic == "symptom"]
    if any(c.role is Role.POPULATION for c in concepts) or not diseases or not symptoms:
        return concepts
    return tuple(msgspec.structs.replace(c, role=Role.POPULATION) if c in diseases else c for c in concepts)


def complaint(question: Question) -> Question:
    """`mexiletine cramps ALS`: of a complaint and an illness that only stand beside what is given the complaint is what
    it is given for, and the illness whose."""
    people = question.having(Role.POPULATION)
    felt = [c for c in people if c.id and c.semantic == "symptom"]
    ill = [c for c in people if c.id and c.semantic == "condition"]
    given = any(c.id and c.semantic in ("drug", "procedure") for c in question.having(Role.INTERVENTION))
    if question.intent is not Intent.THERAPY or not given or len(felt) != 1 or not ill or question.having(Role.OUTCOME):
        return question
    if question.outcome or len(question.read.split()) > TERSE:
        return question
    changed = tuple(msgspec.structs.replace(c, role=Role.OUTCOME) if c is felt[0] else c for c in question.concepts)
    who = f"people with {' and '.join(c.label for c in ill)}"
    return msgspec.structs.replace(question, concepts=changed, population=who, outcome=felt[0].text)


TERSE: Final = 9
"""Words of a question that names things and says nothing of them."""
