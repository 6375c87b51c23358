"""Terse questions: names in a row with hardly a word between. What joins them says what is asked.

`ibuprofen and lithium` asks whether they go together, `clozapine and constipation` whether the one brings the other,
`mesalazine in pregnancy` whether it is safe, `D-dimer for pulmonary embolism` how well it tells. Only where nothing
else is said: a verb, a dose or a comparison is read by `frames` and `intent`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from probatum.ask.pico.pico import Part, Pico, part
from probatum.model import Concept, Intent, Patient, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_GIVEN: Final = ("drug", "procedure")
_ILL: Final = ("condition", "symptom")
_JOINS: Final = expression(r"(?:and|with|plus|\+|&|/|the|my|on)*", re.IGNORECASE)
_POLITE: Final = expression(
    r"\b(?:is|are|it|it'?s|ok|okay|safe|fine|alright|allowed|together|combined|combination|at the same time"
    r"|tablets?|pills?|nasal|oral|sprays?|syrup|drops|cough"
    r"|capsules?|use|taking|taken|take|can|i|you|we|any|problem|risks?|link|linked|association|interactions?|same"
    r"|time|at"
    r"|long|term|side|effects?|the|a|an|my|does|do|cause|causes?)\b|[?!.,]",
    re.IGNORECASE,
)
"""Words that add nothing to a row of names."""
_STATE: Final = expression(
    r"\b(?:in|during|while|when|if|for|whilst|and)?\s*(?:(?:the )?(?:first|second|third|1st|2nd|3rd) trimester(?: of)?"
    r"|early|late|pregnan\w+|breast-?\s?feeding|breastfed|lactation|nursing|trying to conceive|women|mothers|woman)\b",
    re.IGNORECASE,
)
_UNWANTED: Final = expression(
    r"\b(?:rash|weight gain|hair loss|alopecia|memory (?:loss|disorders)|nightmares|hypo(?:s|glyc\w+)|hyponatr\w+"
    r"|hyperkal\w+"
    r"|tachycardia"
    r"|QT prolongation|myopathy|retinopathy|sexual dysfunction|sexual (?:side|adverse)|tardive dyskinesia"
    r"|serotonin syndrome"
    r"|dry mouth|ankle swelling|agranulocytosis|neutropenia|pancreatitis|liver (?:injury|damage|failure)|hepatotoxicity"
    r"|nephrotoxicity|ototoxicity|osteonecrosis|lactic acidosis|ketoacidosis|dementia|withdrawal|addiction|dependence"
    r"|overdose|(?:vitamin )?b ?12|rebound|hypomagnes\w+|magnesium deficiency|QT|falls|thrush|teratogen\w*)\b",
    re.IGNORECASE,
)
"""What a drug named before it is more likely to bring than to treat."""
_BEHIND: Final = expression(
    r"\s*(?:prevention|prophylaxis|risks?|screening|monitoring|recurrence|mortality)\b", re.IGNORECASE
)
"""Words behind an illness that make it what may come, and not what the people have."""
_NO_TESTS: Final = frozenset(("blood pressure", "heart rate", "body weight", "hemoglobin", "quality of life"))
_TELLS: Final = expression(
    r"\b(?:exclude|exclud\w+|rul\w+ (?:out|in)|how (?:good|accurate|reliable|sensitive|specific)|normal|sensitiv\w+"
    r"|specific\w*|pick up|miss|false (?:positive|negative))\b",
    re.IGNORECASE,
)


_DOSE: Final = expression(r"\s+dos(?:e|es|ing|age)\b(?! (?:reduc|response|depend|escalat))", re.IGNORECASE)


class _Name(NamedTuple):
    """A concept of the question where it stands."""

    start: int
    end: int
    semantic: str


def _names(text: str, concepts: Sequence[Concept]) -> list[_Name]:
    """The treatments and illnesses that a question names, in order."""
    lower = text.lower()
    found = [
        _Name(at, at + len(c.text), c.semantic)
        for c in concepts
        if c.semantic in (*_GIVEN, *_ILL) and (at := lower.find(c.text.lower())) >= 0
    ]
    return sorted(found)


def kind(text: str, concepts: Sequence[Concept], patient: Patient) -> Intent | None:
    """The kind of question that a row of names asks; None where more is said, or it stays open."""
    found = _names(text, concepts)
    given = [name for name in found if name.semantic in _GIVEN]
    if not given:
        return None
    rest = _rest(text, found)
    drugs = _without_forms(text, [name for name in given if name.semantic == "drug"])
    found = [name for name in found if name in drugs or name.semantic != "drug"]
    if any(_DOSE.match(text, drug.end) for drug in drugs):
        return Intent.DOSING
    apart = [name for name in found if not _of_patient(text, name, patient)]
    if len(drugs) >= 2 and len(drugs) == len(apart) and not _of_organs(rest) and _joined(text, drugs):
        return Intent.INTERACTION
    stated = patient.pregnancy or patient.breastfeeding
    if stated and len(given) == len(found) and not _STATE.sub("", rest).strip():
        return Intent.HARM
    return Intent.HARM if _brings(text, found, rest) else None


_ORGAN: Final = expression(r"\b(?:renal|kidneys?|liver|hepatic|cirrho\w+|ckd|nephropathy)\b", re.IGNORECASE)


def _of_patient(text: str, name: _Name, patient: Patient) -> bool:
    """Whether an illness is one of the patient's kidneys or liver, which two medicines meet and neither brings."""
    ill = name.semantic in _ILL and _ORGAN.search(text[name.start : name.end]) is not None
    return ill and bool(patient.kidney or patient.liver)


def _of_organs(rest: str) -> str:
    """The words that are left, without those that only say that somebody has it."""
    return re.sub(r"\b(?:with|in|and|has|pt|patient|stage|\d)\b|\W", "", rest)


def _without_forms(text: str, drugs: list[_Name]) -> list[_Name]:
    """The drugs without one that stands right behind another: it says what kind the other is (`A cough syrup`)."""
    kept = drugs[:1]
    for one, two in pairwise(drugs):
        if text[one.end : two.start].strip():
            kept.append(two)
    return kept


def _rest(text: str, found: Sequence[_Name]) -> str:
    """What the text says besides the names and polite words."""
    for name in reversed(found):
        text = text[: name.start] + " " * (name.end - name.start) + text[name.end :]
    words = [w for w in _POLITE.sub(" ", text).split() if not _JOINS.fullmatch(w)]
    return " ".join(words)


def _joined(text: str, drugs: Sequence[_Name]) -> bool:
    """Whether `and`, `with` or a sign stands between each two."""
    between = [text[one.end : two.start].strip() for one, two in pairwise(drugs)]
    return all(re.search(r"\b(?:and|with|plus|on)\b|[+&/]", words, re.IGNORECASE) for words in between)


def _brings(text: str, found: Sequence[_Name], rest: str) -> bool:
    """`DRUG and ILLNESS`, `DRUG` with an unwanted effect behind it: whether the one brings the other."""
    first = found[0]
    if len(found) == 2 and not rest and first.semantic in _ILL and found[1].semantic == "drug":
        return _UNWANTED.fullmatch(text[first.start : first.end]) is not None
    if first.semantic not in _GIVEN or _RELATED.search(_rest(text, found)) or _FOR.search(text):
        return False
    ill = [name for name in found if name.semantic in _ILL]
    if len(ill) == 1 and not rest and re.search(r"\band\b", text[first.end : ill[0].start], re.IGNORECASE):
        return True
    return _UNWANTED.search(text, first.end) is not None


_FOR: Final = expression(
    r"\b(?:for|versus|vs|or|after|before|in (?:\w+ ){0,2}(?:dementia|withdrawal|neutropenia))\b", re.IGNORECASE
)
_RELATED: Final = expression(
    r"\b(?:treatment|therapy|dose|dosing|works?|effective|prophylaxis|prevention|reversal|guideline|stop|how|to"
    r"|treat\w*"
    r"|help\w*|reduc\w*|prevent\w*|slow\w*|delay\w*|halt\w*|improv\w*|protect\w*|cure[sd]?|relie[fv]\w*"
    r"|fewer|useful|use in|role|benefi\w*|indicated|place of)\b",
    re.IGNORECASE,
)
"""Words that relate what is named in another way than as cause and effect."""


def tells(concepts: Sequence[Concept], pico: Pico, text: str) -> bool:
    """Whether a test is asked about, with what it should tell: a question of diagnosis."""
    asked = [c for c in concepts if c.role in (Role.INTERVENTION, Role.COMPARATOR)]
    tests = [c for c in asked if c.semantic == "test" and c.label.lower() not in _NO_TESTS]
    if not tests or any(c.semantic in _GIVEN for c in asked):
        return False
    return bool(_TELLS.search(text)) or pico.frame in ("", "for", "choice", "comparison", "accuracy")


def as_outcomes(concepts: tuple[Concept, ...], text: str, meant: Intent, *, bare: bool) -> tuple[Concept, ...]:
    """The concepts, with what may come as outcomes: `stroke risk`, `migraine prevention`; of a bare row that asks
    whether one thing brings another, the other."""
    made = []
    for concept in concepts:
        if concept.semantic in _ILL and concept.role is not Role.OTHER:
            at = text.lower().find(concept.text.lower())
            behind = at >= 0 and _BEHIND.match(text, at + len(concept.text))
            unwanted = meant is Intent.HARM and bare
            if behind or unwanted:
                concept = msgspec.structs.replace(concept, role=Role.OUTCOME)
        made.append(concept)
    return tuple(made)


def without_purpose(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """`malaria prophylaxis for X`: what is to be prevented is no treatment, it is the outcome."""
    given = pico.intervention
    if not given.text:
        return pico
    inside = [m for m in vocabulary.find(text) if given.holds(m.start, m.end)]
    if not inside or inside[0].term.semantic not in _ILL or inside[0].start != given.start:
        return pico
    if any(m.term.semantic in _GIVEN for m in inside) or not _BEHIND.fullmatch(text, inside[0].end, given.end):
        return pico
    return pico._replace(intervention=Part(), outcome=part(text, inside[0].start, inside[0].end))
