"""Details of the patient are no treatment and no outcome: pregnancy, an allergen, a verb round a drug's name.

`how long should I continue X in pregnancy` asks about X; `amoxicillin, allergic to penicillin` about amoxicillin.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.pico.frames import PEOPLE
from probatum.model import Concept, Patient, Question, Role
from probatum.text.expressions import expression

_STATES: Final = expression(
    r"^(?:pregnan\w*|(?:an? )?bab(?:y|ies)|breast[- ]?feeding|lactation|(?:first|second|third) trimester|dialysis"
    r"|\d+[- ](?:year|month"
    r"|week)s?[- ]old)$",
    re.IGNORECASE,
)
"""Names of states that a question gives of its patient."""
_VERBS: Final = expression(
    r"\b(?:should|can|could|may|must|i|we|she|he|continue|keep|work|works|help|helps|wants?|patient|start|stop|give"
    r"|take|taking|long|often"
    r"|much)\b",
    re.IGNORECASE,
)


_WHO_TAKES: Final = expression(
    rf"\b(?:{PEOPLE}|m[uo]m|dad|gran\w*|nan|wife|husband|son|daughter)\b.*\b(?:on|takes|taking|with|has)\b"
    r"|^\W*\d{1,3} ?(?:y\w*|m|f|male|female)?\b.* on\b",
    re.IGNORECASE,
)
"""Who takes it, before its name."""
_CLAUSE: Final = expression(r",\s*(?:she|he|i|they|who|my|the patient|and (?:she|he|i|is|takes))\b", re.IGNORECASE)


def apart(concepts: tuple[Concept, ...], patient: Patient, read: str) -> tuple[Concept, ...]:
    """The concepts, with those that only tell of the patient in no part of the question: states, allergens, and drugs
    taken where another treatment is asked about, or what helps."""
    taken = {d.lower() for d in patient.drugs}
    others = any(c.role is Role.INTERVENTION and c.semantic and c.label.lower() not in taken for c in concepts)
    aside = taken if others or _OPEN.search(read) or _TOLD.search(read) else set()
    return tuple(
        msgspec.structs.replace(c, role=Role.OTHER)
        if c.role in _PARTS and (_tells(c, patient) or c.label.lower() in aside)
        else c
        for c in concepts
    )


def given(concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """The concepts; a treatment that a verb names (`statinised`) is what is asked about, where nothing else is."""
    if any(c.role is Role.INTERVENTION for c in concepts):
        return concepts
    return tuple(
        msgspec.structs.replace(c, role=Role.INTERVENTION)
        if c.semantic in ("drug", "procedure") and c.role is Role.OUTCOME and _VERB_FORM.search(c.text)
        else c
        for c in concepts
    )


_VERB_FORM: Final = expression(r"(?:ed|[aiy][tsz]ing|ise|ize|yse|yze|ate|fuse|vert)$", re.IGNORECASE)


_OPEN: Final = expression(
    r"\b(?:what|which|anything|something)\b(?! (?:dose|about|is the dose|happens)\b)[^.?,;]{0,40}\b(?:helps?|works?"
    r"|good|best|treats?|(?:can|should|could|do|may) (?:i|we|you|he|she|they) (?:take|give|use|offer|try|prescribe)"
    r"|for)\b",
    re.IGNORECASE,
)
"""Wordings that ask what helps, and so name no treatment."""
_TOLD: Final = expression(
    r"^[\w' -]+ in (?:an? )(?:[\w-]+ ){0,3}(?:man|woman|boy|girl|child|patient|person|lady"
    r"|gentleman|male|female|toddler|infant|baby) (?:who is )?(?:already )?(?:on|taking)\b",
    re.IGNORECASE,
)
"""`gout flare in a man on A`: what he takes is told of him, and what to give is asked."""
_PARTS: Final = (Role.INTERVENTION, Role.COMPARATOR, Role.OUTCOME)


def _tells(concept: Concept, patient: Patient) -> bool:
    if concept.label in patient.allergies or concept.text.lower() in patient.allergies:
        return True
    if patient.age and _EDGE_OF_AGE.fullmatch(concept.text):
        return True
    told = patient.pregnancy or patient.breastfeeding or patient.age or patient.kidney
    return bool(told) and bool(_STATES.match(concept.label) or _STATES.match(concept.text))


def treatment(words: str, concepts: tuple[Concept, ...]) -> str:
    """The intervention in words: the drugs alone where verbs of the question cling to them."""
    drugs = [c.label for c in concepts if c.role is Role.INTERVENTION and c.semantic in ("drug", "procedure")]
    told = (
        _VERBS.search(words)
        or _HARMS_OF.match(words)
        or _WHO_TAKES.search(words)
        or _OF_AN_AGE.search(words)
        or any(w and _STATES.search(w) for w in words.split())
    )
    if drugs and told:
        return " and ".join(dict.fromkeys(drugs))
    return words


_OF_AN_AGE: Final = expression(
    r"\b(?:over|above|under|below|older than|younger than|aged) (?:the age of )?\d{1,3}(?: years)?$", re.IGNORECASE
)
"""`statins over 75`: an age of those who take it, and no part of its name."""


def bare(question: Question) -> Question:
    """The question with nothing clinging to its intervention, and without the people who open it among what is given:
    `breastfeeding mother, which A`."""
    words = question.intervention
    clings = _CLINGS.search(words)
    if clings and (clings["who"] or _SINCE.search(question.read)):  # `5 days` of a medicine are how long it is given
        words = words[: clings.start()]
    words = _ASKED_OF.sub("", _OPENS_WITH.sub("", words))
    words = "" if _PLACE.fullmatch(words) else words
    given = question.having(Role.INTERVENTION)
    people = {c for c in given if not c.semantic and _OPENS_WITH.fullmatch(c.text)} if len(given) > 1 else set()
    people |= {c for c in given if not c.semantic and _PLACE.fullmatch(c.text)}
    if not people and words == question.intervention:
        return question
    kept = tuple(c for c in question.concepts if c not in people)
    return msgspec.structs.replace(question, intervention=words, concepts=kept)


_ASKED_OF: Final = expression(
    r"^(?:the )?(?:nn[th]s?|numbers? needed to (?:treat|harm)) (?:of|with|for) (?=[a-z])", re.IGNORECASE
)
"""`the NNT of A`: A is given, and no number."""
_PLACE: Final = expression(
    r"(?:the )?(?:first|second|third|next|last|1st|2nd|3rd)[- ](?:line|choice|step|option)s?"
    r"(?: (?:treatment|therapy|option|drug|medicine|agent|choice)s?)?",
    re.IGNORECASE,
)
"""`second line` is a place among treatments, and nothing that is given."""
_OPENS_WITH: Final = expression(
    r"^(?:an? )?(?:breast-?feeding|nursing|lactating|pregnant|elderly|older|young) "
    r"(?:mother|mum|mom|woman|lady|man|patient|girl)s?\b(?:,? (?:and|which|what|or))?,? ?",
    re.IGNORECASE,
)


_CLINGS: Final = expression(
    r" (?:an?|one|two|three|\d{1,2}) (?:days?|weeks?|months?|years?)$"
    r"|(?P<who> (?:in|for|to) (?:an?|the) (?:(?:healthy|fit|well|young|old|frail)\b ?)+)$",
    re.IGNORECASE,
)
_SINCE: Final = expression(
    r" (?:an?|one|two|three|\d{1,2}) (?:days?|weeks?|months?|years?) (?:after|since|following|post|out)\b",
    re.IGNORECASE,
)
"""`beta blocker a year` (after an infarction), `statin in a healthy` (man of 70): what clings to a name from behind."""
_HARMS_OF: Final = expression(
    r"(?:the |any |main |common |serious |long[- ]term ){0,4}(?:harms?|side[- ]effects?|adverse (?:effects?|events?"
    r"|reactions?)|risks?|dangers?|downsides?|safety|unwanted effects?) (?:of|with|from) ",
    re.IGNORECASE,
)
"""`harms of A`: A is given, and no harm of it."""
_WEAKENED: Final = expression(
    r"^(?:the )?(?:efficacy|effect(?:s|iveness)?|levels?|action|absorption|concentrations?|INR)"
    r" (?:of|on|with) (?:the )?",
    re.IGNORECASE,
)
"""What one of two drugs may do to the other: the other is asked about, and is no outcome."""


_WHOSE: Final = expression(
    r"^(?:me|him|her|us|them)(?: to)? (?:(?:having|getting|from|have|get) )?(?:an? )?(?=\w)", re.IGNORECASE
)
"""`help me lose weight`, `stop me having a heart attack`: who it happens to is no part of what happens."""


def outcome(words: str, concepts: tuple[Concept, ...]) -> str:
    """The outcome in words, without a clause on the patient behind it; empty where it is a state of the patient."""
    words = _WHOSE.sub("", _CLAUSE.split(words)[0])
    named = _WEAKENED.sub("", words)
    if named != words and any(c.role is Role.INTERVENTION and c.text == named for c in concepts):
        return ""
    apart = (Role.OTHER, Role.INTERVENTION)
    if _EDGE_OF_AGE.fullmatch(words):
        return ""
    return "" if _STATES.match(words) or any(c.role in apart and c.text == words for c in concepts) else words


_EDGE_OF_AGE: Final = expression(
    r"(?:(?:all|every(?:one|body)|any(?:one|body)|those|the) )*"
    r"(?:over|under|above|below|aged|older than)(?:[ -]?\d{1,3}'?s?(?: years?)?)?"
    r"(?: (?:primary|secondary) prevention)?",
    re.IGNORECASE,
)
"""`for all over 60s`: an age that is told of the people."""
