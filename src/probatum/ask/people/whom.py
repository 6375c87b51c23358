"""Whom a question is about when it names people and their illness apart.

`amoxicillin for otitis media in children` is about children with otitis media: what is treated is no outcome. What is
prevented, reduced or caused stays one.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.pico.frames import PEOPLE, TREATING
from probatum.ask.pico.pico import Part, Pico
from probatum.model import Concept, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Term, Vocabulary

_OPEN_FRAMES: Final = frozenset(("treatment for", "take for", "what somebody can take", "for"))
"""Frames that ask what is to be given, and so name nothing that is."""
_TREATS: Final = expression(
    r"\b(?:help|treat|shorten|cur(?:e|es|ing)|heal|reliev|eas(?:e|es|ing)|benefit|manag|alleviat|work|resolv)\w*\b",
    re.IGNORECASE,
)
"""Verbs whose object is what is treated."""
_ABOUT_DISEASE: Final = expression(
    r"\b(?:prevent\w*|prophyla\w*|risks?|incidence|recurren\w*|mortality|symptoms?|progress\w*|severity|relapse|pain"
    r"|deaths?|attacks?|reduc\w*|lower\w*|avoid\w*|caus\w*|increas\w*)\b",
    re.IGNORECASE,
)
"""Words that make an outcome out of an illness."""
_PEOPLE_ALONE: Final = expression(
    r"^(?:(?:older|elderly|young|younger|adult|healthy|pregnant|breast-?feeding|postmenopausal|pre-?school|school"
    r"|non-?pregnant|adolescent|middle-aged|frail|obese|overweight|black|white|asian|south asian|african"
    r"|african[- ]american|caribbean|hispanic|chinese|indian|low[- ]risk"
    rf"|high[- ]risk|premature|preterm|general|\d+[- ]\S+) )*{PEOPLE}"
    r"(?: (?:over|under|above|below|aged?|older than|younger than|between) [\w -]{1,24}"
    r"|,? \d{1,3} (?:years?|months?|weeks?|days?)(?: old)?)?$",
    re.IGNORECASE,
)
ONE: Final = expression(
    r"(?:yesterday |today |an? |the )?(?:\d{1,3}[- ](?:year|month|week|day)s?[- ]old )?(?:man|woman|boy|girl|child"
    r"|patient|person|lady"
    r"|gentleman|male|female|infant|baby|bloke|fella|chap|lad|someone|somebody)(?: w symptoms)?",
    re.IGNORECASE,
)
"""One of whom nothing is said but what `Patient` holds."""
_DETAILS: Final = expression(
    r"^(?:an? |the |chronic |severe |moderate |early |late |end-stage |on )*(?:pregnancy|breast-?feeding|lactation"
    r"|(?:first|second|third) trimester|ha?emodialysis|dialysis|CKD(?: stage)? ?[1-5]?[ab]?"
    r"|chronic kidney disease(?: stage)?"
    r" ?[1-5]?[ab]?|(?:renal|kidney|liver|hepatic) (?:failure|impairment|insufficiency|disease)|e?GFR\b.*"
    r"|[\w-]+ allergy|\d{1,3}[- ](?:years?|months?|weeks?|days?)[- ]olds?"
    r"|old age|the elderly|(?:under|over)[ -]?\d{1,2}s?|primary care|general practice|hospital|the community|ED|ER|A&E"
    r"|(?:the )?emergency department|ICU|intensive care(?: units?)?|nursing homes?)$",
    re.IGNORECASE,
)
"""Details of the patient and places of care: who else the people are is their illness."""
_ILL: Final = (Role.POPULATION, Role.OUTCOME)
_SLACK: Final = 16
"""Characters beside the name of the illness that still leave it the whole of what is said: `acute`, `severe`."""


_WISHED: Final = expression(r"(?:body )?weight (?:loss|gain)|sleep|death|recovery|pregnancy|recurrence|pain", re.I)
"""States that a treatment is given to bring about or to put off, and pain of no place: they are what is measured."""


def is_complaint(term: Term | Concept) -> bool:
    """Whether it names what people come with and are treated for: an illness, or a symptom that nobody wishes for."""
    return term.semantic in ("condition", "symptom") and not _WISHED.fullmatch(term.label)


def people_alone(words: str) -> bool:
    """Whether words name people and nothing that they have: `people over 60`, `older adults`."""
    return bool(words) and bool(_PEOPLE_ALONE.match(words))


def makes_outcome(text: str) -> bool:
    """Whether a question speaks of preventing, reducing or causing an illness, so that it is an outcome."""
    return bool(_ABOUT_DISEASE.search(text))


def about(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """The parts with people and their illness as one population, where the illness is what is treated."""
    pico = _object(_without_details(_without_clause(pico)), text)
    told = _about(pico, text, vocabulary)
    return told._replace(population=Part()) if _DETAILS.match(told.population.text) and told.outcome.text else told


def _about(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    people, ill = pico.population, pico.outcome
    if not ill.text:
        return _only_people(pico, text, vocabulary)
    detail = bool(_DETAILS.match(people.text)) or _is_place(people.text, vocabulary)
    if people.text and not detail and not _PEOPLE_ALONE.match(people.text):
        return pico
    inside = [m for m in vocabulary.find(text) if ill.holds(m.start, m.end)]
    named_apart = (
        " ".join((text[: inside[0].start], text[inside[0].end :])) if inside else text
    )  # `pain` of `back pain`
    if not _treated(pico, text) or _ABOUT_DISEASE.search(named_apart):
        return pico
    named = inside[0].end - inside[0].start if inside else 0
    if len(inside) != 1 or not is_complaint(inside[0].term) or len(ill.text) - named > _SLACK:
        return pico
    told = f"{people.text} with {ill.text}" if people.text and not detail else ill.text
    return pico._replace(population=ill._replace(text=told), outcome=Part())


def _is_place(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words name parts of the body alone: `legs` of `cramps in legs` are no people."""
    named = [m for m in vocabulary.find(words) if m.start == 0 and m.end == len(words)]
    return any(tree.startswith("A01") for m in named for tree in m.term.trees)


_TOLD: Final = expression(
    r"\s+(?:that (?:has |have )?(?:started|began|came|come|keeps?|is|are|was|will|won'?t)|which|since|because"
    r"|until|till|now that|for (?:the last|\d+))\b[^,;?]*$",
    re.IGNORECASE,
)
"""What is told of an illness behind its name: `back pain that started on Monday`."""


def _without_clause(pico: Pico) -> Pico:
    words = pico.outcome.text
    told = _TOLD.search(words)
    if told is None or not told.start():
        return pico
    kept = words[: told.start()]
    return pico._replace(outcome=Part(kept, pico.outcome.start, pico.outcome.start + len(kept)))


def _only_people(pico: Pico, text: str, vocabulary: Vocabulary) -> Pico:
    """`how long should I treat cystitis in a woman`: people and one illness, and nothing is given or wanted."""
    people = pico.population
    if people.text and not pico.intervention.text and (before := _ill_before(people, text, vocabulary)):
        return pico._replace(population=before)
    if not people.text or pico.intervention.text or not _PEOPLE_ALONE.match(people.text):
        return pico
    ill = [m for m in vocabulary.find(text) if m.term.semantic == "condition" and not people.holds(m.start, m.end)]
    if len(ill) != 1 or _ABOUT_DISEASE.search(text):
        return pico
    named = text[ill[0].start : ill[0].end]
    return pico._replace(population=Part(f"{people.text} with {named}", ill[0].start, ill[0].end))


_ONE: Final = expression(
    r"^(?:an? )?(?:(?:elderly|older|young|frail|pregnant|obese|\d{1,3}[- ]year[- ]old) )*(?P<who>man|woman"
    r"|boy|girl|child|patient|person|lady|gentleman|male|female|toddler|infant|baby)\b",
    re.IGNORECASE,
)


def _ill_before(people: Part, text: str, vocabulary: Vocabulary) -> Part | None:
    """`gout flare in a man on A with CKD`: what somebody has is said before, and what follows tells of him."""
    one = _ONE.match(people.text)
    if one is None or people.start <= 0:
        return None
    ill = [m for m in vocabulary.find(text[: people.start]) if m.term.semantic == "condition"]
    end = _IN.search(text[: people.start], ill[-1].end) if ill else None
    if end is None:
        return None
    words = text[ill[0].start : end.start()]
    return Part(f"{one['who']} with {words[0].lower() + words[1:]}", ill[0].start, ill[-1].end)


_IN: Final = expression(r"\s+in (?:an? )?$", re.IGNORECASE)


_DETAIL: Final = expression(
    r"^(?:an? |the )?(?:e?GFR|CrCl|creatinine clearance|CKD|chronic kidney disease|dialysis|pregnancy)\b", re.IGNORECASE
)


_TAKING: Final = expression(
    r"^(?:an? )?(?:someone|somebody|anyone|anybody|patients?|person|people|wom[ae]n|m[ae]n|adults?) (?:who (?:is"
    r"|are) )?"
    r"(?:already )?(?:on|taking)\b",
    re.IGNORECASE,
)
"""What somebody takes is a detail: whom the question is about is said elsewhere, or nowhere."""


def _without_details(pico: Pico) -> Pico:
    """`treatment of diabetes with eGFR 20`: a detail of the patient is no treatment."""
    if _TAKING.match(pico.population.text) and pico.intervention.text:
        pico = pico._replace(population=Part())
    return pico._replace(intervention=Part()) if _DETAIL.match(pico.intervention.text) else pico


def _object(pico: Pico, text: str) -> Pico:
    """`help children with croup`: the people behind the verb, with what they have, are whom it is about."""
    people, ill = pico.outcome, pico.population
    if not (people.text and ill.text and people.end <= ill.start and _PEOPLE_ALONE.match(people.text)):
        return pico
    between = text[people.end : ill.start].strip().lower()
    if between not in ("with", "who have", "suffering from", "that have", "having"):
        return pico
    whole = Part(text[people.start : ill.end], people.start, ill.end)
    return pico._replace(population=whole, outcome=Part())


def _treated(pico: Pico, text: str) -> bool:
    if pico.frame in (*TREATING, "needed", "choice"):
        return bool(pico.intervention.text) or pico.frame in _OPEN_FRAMES
    if pico.frame == "passive":  # `is B helped by A`
        return bool(_TREATS.search(text[pico.outcome.end : pico.intervention.start]))
    between = text[pico.intervention.end : pico.outcome.start]
    return pico.frame == "do" and bool(_TREATS.search(between) or between.split()[:1] == ["for"])


_WITHOUT: Final = expression(
    r"\b(?:no|without|not (?:have|having|with)|never had|free (?:of|from)|absence of|rather than|not|nil"
    r"|(?:is|are|was|were|do|does|did|has|have)n['’]?t(?: have| had)?|den(?:ies|ied|ying)|neg(?:ative)? for)"
    r"(?: (?:any|a|an|known|prior|previous|history of|established|type \d|on|taking|active(?:ly)?"
    r"|current(?:ly)?|obvious|overt"
    r"|(?:signs?|symptoms?|evidence)(?: (?:or|and) (?:signs?|symptoms?))? of|major|visible))* *$|\bnon[- ]$",
    re.IGNORECASE,
)


def without(concepts: tuple[Concept, ...], text: str) -> tuple[Concept, ...]:
    """The concepts, with illnesses that the people do not have in no part of the question."""
    gone = [c for c in absent(concepts, text) if c.role in _ILL or c.semantic == "condition"]
    return tuple(msgspec.structs.replace(c, role=Role.OTHER) if c in gone else c for c in concepts)


def absent(concepts: tuple[Concept, ...], text: str) -> list[Concept]:
    """Those of which a question says that there are none, and what is named with them: `never had a stroke or MI`."""
    gone: list[Concept] = []
    for concept in concepts:
        if denied(concept, text) or any(_denied_with(concept, one, text) for one in gone):
            gone.append(concept)
    return gone


_PLACE: Final = (
    r"(?:loin|flank|back|neck|joint|rib|jaw|calf|groin|side|tummy|bone|muscle|eye|ear|rectal|vaginal|pelvic|renal angle"
    r"|suprapubic|epigastric|cva|spinal)"
)
"""Where it hurts, before a complaint that is known by its own name alone: `no loin pain`."""
_HURTS: Final = expression(r"(?:pains?|aches?|tenderness|swelling|stiffness)", re.IGNORECASE)
_AT_PLACE: Final = expression(rf"\b{_PLACE} $", re.IGNORECASE)


def denied(concept: Concept, text: str) -> bool:
    """Whether a question says that there is no such thing, wherever it names it: `no diabetes`, `never had a stroke`,
    `no loin pain`, but not `no A before. Give A now?`."""
    low, name = text.lower(), concept.text.lower()
    at = low.find(name)
    while at > 0 and _WITHOUT.search(_before(concept, text, at)):
        at = low.find(name, at + len(name))
        if at < 0:
            return True
    return False


def _before(concept: Concept, text: str, at: int) -> str:
    """The words before a complaint, without where it hurts."""
    return _AT_PLACE.sub("", text[:at]) if _HURTS.fullmatch(concept.text) else text[:at]


def _denied_with(concept: Concept, gone: Concept, text: str) -> bool:
    """Whether it is the second of two that are not there: `never had a stroke or MI`, `no fever or loin pain`."""
    low = text.lower()
    end, at = low.find(gone.text.lower()) + len(gone.text), low.find(concept.text.lower())
    if re.fullmatch(r"\s*(?:or|nor|/|,(?: or)?)\s*(?:an? )?", low[end:at]):
        return end <= at
    # behind a comma alone, what hurts elsewhere may be there: `no fever, loin pain for 2 days`
    return end <= at and bool(re.fullmatch(r"\s*(?:or|nor|/|, or)\s*", _before(concept, low, at)[end:]))
