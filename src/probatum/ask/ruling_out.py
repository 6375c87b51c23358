"""Ruling out: a result that is told beside a further test (`D-dimer 690, can I skip the CTPA?`) asks what that result
rules out. The test with the result is asked about; the further one is what it may spare.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.ask.people.taking import NORMAL, VALUE
from probatum.ask.words.concepts import make
from probatum.ask.words.terms import content_terms
from probatum.model import Concept, Intent, Question, Role
from probatum.text import results
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_FURTHER: Final = caseless(
    r"\b(?:(?:do|does|should|would|must) (?:i|we|she|he|they|this \w+|the \w+) (?:still |really |actually )?"
    r"(?:need|have|get|want|send for|order|go for|do)|need(?:s|ed)? (?:an? |the |to )|skip|spare|omit|avoid|forgo"
    r"|safely not|without|still need|necessary|straight to|next step|go home|or home|be sent home"
    r"|send (?:him|her|them) home|discharge[ds]?|rul(?:e|ed|es|ing) (?:it |this |that )?out|exclud\w+|safe to)\b"
)
"""Asks whether more is to be done, or somebody may go."""
_TELLS: Final = caseless(
    r"\b(?:chance|risk|probability|likelihood|odds) (?:of|that|it)|\bhow likely|\bdoes (?:it|that|this) "
    r"(?:mean|tell|suggest|confirm)|\bwhat does (?:it|that|this) mean|\bcut-?offs?\b"
    r"|\bhow many\b[^.?;,]{1,30}\b(?:would|do|will|might) (?:i|we|you|it) miss\b"
)
_NO_TEST: Final = caseless(
    r"e?GFR|creatinine.*|glomerular.*|weight|body mass index|blood pressure|heart rate|temperature|oxygen saturation"
    r"|.*ejection fraction|FEV1.*|hba1c|glycated.*|.*hemoglobin.*|potassium|sodium|.*cholesterol.*|.*scores?|INR"
    r"|international normalized ratio|thyrotropin"
)
"""What is measured of a patient who is to be treated: a figure of it describes, and rules nothing out."""
_TREATS: Final = caseless(
    r"\b(?:treat\w*|manag\w*|giv(?:e|en|ing)|start\w*|drugs?|medic\w*|anticoagula\w*|doses?|why|causes?|raised by"
    r"|prognos\w*|mortality|accura\w*|sensitiv\w*|specific\w*)\b"
)
"""Asks something else than what the result rules out."""
_LOOKS: Final = caseless(r"(?:scop(?:y|ies)|graph(?:y|ies)|puncture|biops(?:y|ies)|imaging|ultrasound|scan|x-?ray)\b")
"""Procedures that look, and treat nothing."""
_PE: Final = (caseless(r"\bpe\b"), "pulmonary embolism")
"""Short for it in haste, beside a D-dimer and nothing else that it could stand for."""
_LOOKS_FOR: Final = (
    (caseless(r"CT pulmonary angiograph\w*|ventilation.perfusion"), "pulmonary embolism"),
    (caseless(r"f(?:a)?ecal immunochemical test"), "colorectal cancer"),
    (caseless(r"troponin\b.*"), "myocardial infarction"),
    (caseless(r"D-dimer"), "venous thromboembolism"),
)
"""What a test is done to find, where the question names symptoms alone; the further test says it before the first."""


def result_told(question: Question, vocabulary: Vocabulary) -> Question:
    """The question with the test whose result is told as what is asked about."""
    low = question.read
    given = question.having(Role.INTERVENTION)
    if any(c.semantic not in ("test", "") and not _LOOKS.search(c.label) for c in given) or question.comparator:
        return question
    alone = not given and not _TREATS.search(low)
    if not (alone or _FURTHER.search(low) or _TELLS.search(low)):
        return question
    if question.intent in (Intent.DOSING, Intent.INTERACTION):
        return question
    told = [
        c
        for c in (*having(question, Role.OTHER, "test"), *(one for one in given if one.semantic == "test"))
        if not _NO_TEST.fullmatch(c.label) and not _NO_TEST.fullmatch(c.text) and _with_result(low, c.text)
    ]
    if len(told) != 1:
        return question
    if alone and not (_FURTHER.search(low) or _TELLS.search(low)) and not _finds(told[0]):
        return question  # what a test that looks for no one illness says is another question
    changed: dict[Concept, Role] = dict.fromkeys(given, Role.OTHER) | {told[0]: Role.INTERVENTION}
    sought = _sought(question, (*given, told[0]), vocabulary)
    if sought:  # the symptoms made somebody think of it
        changed |= dict.fromkeys(having(question, Role.POPULATION, "symptom"), Role.OTHER)
    concepts = with_roles(question, changed)
    people = f"people with {sought.label}" if sought else question.population
    return msgspec.structs.replace(
        question,
        concepts=(*concepts, sought) if sought else concepts,
        intervention=told[0].label,
        population=people,
        intent=Intent.DIAGNOSIS,
        terms=_terms(question, told[0], sought),
    )


def _terms(question: Question, told: Concept, sought: Concept | None) -> tuple[str, ...]:
    """What is looked for: the test and the illness. The story, the figures and the further test stand in no study of
    the test, and would hide it."""
    ill = (c for c in question.concepts if c.semantic == "condition" and c.role in (Role.POPULATION, Role.OUTCOME))
    names = (told.label, *((sought.label,) if sought else (c.label for c in ill)), "rule out")
    return content_terms(" ".join(names)) or question.terms


def _with_result(text: str, name: str) -> bool:
    places = [m.start() for m in re.finditer(re.escape(name.lower()), text.lower())]
    told = any(VALUE.match(text, at + len(name)) or NORMAL.search(text[:at]) for at in places)
    return told or results.told(text, name) is not None


def _finds(test: Concept) -> bool:
    """Whether a test is done to find one illness."""
    return any(pattern.fullmatch(test.label) for pattern, _ in _LOOKS_FOR)


def _sought(question: Question, tests: tuple[Concept, ...], vocabulary: Vocabulary) -> Concept | None:
    """The illness that the tests look for, where the question names none."""
    if any(c.semantic == "condition" for c in question.having(Role.POPULATION)):
        return None
    for pattern, illness in _LOOKS_FOR:
        if any(pattern.fullmatch(c.label) for c in tests):
            short, meant = _PE
            illness = meant if illness == "venous thromboembolism" and short.search(question.read) else illness
            term = next(iter(vocabulary.lookup(illness)), None)
            return make(illness, term, Role.POPULATION, vocabulary)
    return None
