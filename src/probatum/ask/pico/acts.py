"""Acts: treatments of which the vocabulary knows only a word, as `gravel ablation` or `index guided analgesia`.

The illness that is treated, the part of the body that is worked on and the form in which something is given are no
treatment by themselves: taken for it, every arm of ill people would have had it. What is asked about is the whole name.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.model import Concept, Question, Role
from probatum.text import words
from probatum.text.expressions import caseless

_ACT: Final = caseless(
    r"\s(?P<act>(?:ablation|surgery|operation|reflexology|massage|stenting|irradiation|resection|repair|replacement|reconstruction|drainage"
    r"|lavage|irrigation|blockade|stimulation|positioning|embolisation|embolization|bypass|grafting|banding|transplantation"
    r"|injections?|[a-z]{3,18}(?:ectomy|otomy|ostomy|plasty|plasties|desis|pexy)))\b"
)
"""A noun of what is done, right behind what it is done to."""
_TAKEN_AWAY: Final = caseless(
    r"\s(?P<act>(?:deprivation|depletion|blockade|suppression|antagonism|inhibition|restriction|ablation)"
    r"(?:\s(?:therapy|treatment))?)\b"
)
"""A noun that turns what stands before it into its opposite: androgen deprivation gives nobody androgens."""
_GUIDED: Final = caseless(r"[\s-](?:guided|directed|targeted)\s$")
"""Words before a treatment by which what guides it is what was asked about."""
_FORM: Final = caseless(r"(?:injections?|infiltrations?|infusions?|patch(?:es)?|plasters?|gels?|creams?|drops|sprays?)")
_STOP: Final = caseless(
    r"(?:does|do|did|is|are|was|can|could|should|would|will|may|might|of|with|for|in|on|by|to|the|an?|and|or|using|use"
    r"|versus|vs|than|give|giving|have|has|my|their|some|any|what|which|how|when|after|before|into|new|these|daily|weekly"
    r"|oral|intravenous|intramuscular|subcutaneous|steroid|single|repeated|local|topical|regular|more)"
)
_BEFORE: Final = caseless(r"(?P<word>[a-z][a-z-]{2,20})\s$")
_MOST_BEFORE: Final = 4
_GIVEN: Final = ("drug", "procedure", "class")


def whole(concepts: tuple[Concept, ...], text: str) -> tuple[Concept, ...]:
    """The concepts with every treatment that was read from one of its words under its whole name."""
    return tuple(_whole(c, concepts, text) if c.role is Role.INTERVENTION else c for c in concepts)


_WHEN: Final = caseless(
    r"\b(?P<when>in|at|after|during|following|before|undergoing|around|at the time of)\s"
    r"(?:(?:a|an|the|elective|primary|total|major|minor|open|laparoscopic|arthroscopic|minimally invasive|emergency) )"
    r"{0,3}$"
)
"""Words before an operation that make it the time at which something else is given."""


_HURTS: Final = caseless(r" (?:wound |scar |site |incision )?pains?\b(?! (?:relief|control|management|block))")
"""What an operation brings, and is not treated with: `A for caesarean section pain`."""


def settings(question: Question) -> Question:
    """The question with the operation in which something is given as whom it is about, and not as a second treatment:
    `A in joint replacement`, `a block for pain after B`."""
    text = question.read
    for concept in question.having(Role.INTERVENTION):
        at = text.lower().find(concept.text.lower())
        operation = concept.semantic == "procedure" and at > 0
        when = _WHEN.search(text, max(0, at - 60), at) if operation else None
        hurts = operation and when is None and _HURTS.match(text, at + len(concept.text)) is not None
        given = _given(question, concept, when.start() if when is not None else at) if when or hurts else None
        if given is None:
            continue
        if hurts:
            return _for_its_pain(question, concept, given)
        free = not question.having(Role.POPULATION)
        role = Role.POPULATION if free else Role.OTHER
        moved = {concept: role, given: Role.INTERVENTION}
        concepts = tuple(msgspec.structs.replace(c, role=moved.get(c, c.role)) for c in question.concepts)
        return msgspec.structs.replace(
            question,
            concepts=concepts,
            intervention=given.text if given.text[1:2].isupper() else given.text[0].lower() + given.text[1:],
            population=question.population or concept.text,
        )
    return question


def _for_its_pain(question: Question, operation: Concept, given: Concept) -> Question:
    """The question about what is given for the pain that an operation leaves: who has it is who it is for."""
    pains = [c for c in question.concepts if c.label.lower() == "pain"]
    moved = {operation: Role.OTHER, given: Role.INTERVENTION, **dict.fromkeys(pains, Role.POPULATION)}
    return msgspec.structs.replace(
        question,
        concepts=tuple(msgspec.structs.replace(c, role=moved.get(c, c.role)) for c in question.concepts),
        intervention=given.text,
        population=question.population or "people with pain",
        outcome="" if question.outcome.lower() in {c.text.lower() for c in pains} else question.outcome,
    )


def _given(question: Question, operation: Concept, end: int) -> Concept | None:
    """What is given at the operation: the one treatment named before it; None where there is none, or several."""
    text = question.read.lower()
    before = [c for c in question.concepts if c is not operation and 0 <= text.find(c.text.lower()) < end]
    asked = [c for c in before if c.role is Role.INTERVENTION]
    if asked or any(c.role is Role.COMPARATOR for c in question.concepts):
        return asked[0] if len(asked) == 1 else None
    first = min(before, key=lambda c: text.find(c.text.lower()), default=None)
    if first is None or first.role is not Role.OTHER or text.find(first.text.lower()) > _MOST_OPENING:
        return None
    return first if first.semantic in _GIVEN or _ENDS.search(first.text) else None


_ENDS: Final = caseless(
    r"(?:block|blockade|infiltration|injection|patch|anaesthesia|anesthesia|analgesia|therapy|massage|training|music"
    r"|exercises?)$"
)
_MOST_OPENING: Final = 24
"""Characters that may stand before what opens a question: `does a `, `is there a place for `."""


def _whole(concept: Concept, every: tuple[Concept, ...], text: str) -> Concept:
    at = text.lower().find(concept.text.lower())
    if at < 0:
        return concept
    end = at + len(concept.text)
    act = _ACT.match(text, end)
    away = _TAKEN_AWAY.match(text, end)
    if away is not None and concept.semantic in ("drug", "class"):
        short = away["act"].split()[0]
        names = [f"{name} {short}" for name in (concept.text, concept.label, *concept.synonyms[:4])]
        return _named(concept, text[at : away.end()], names)
    if act is not None and concept.semantic not in _GIVEN:
        own = (concept.label, *concept.synonyms[:4])
        names = [*(f"{name} {act['act']}" for name in own), *(own if _FORM.fullmatch(act["act"]) else ())]
        return _named(concept, text[at : act.end()], names)
    guided = _GUIDED.search(text, max(0, at - 12), at)
    if guided is not None and (guide := _guide(text, guided.start())):
        return _named(concept, f"{guide}{text[guided.start() : end]}", [guide] if " " in guide else [])
    before = _BEFORE.search(text, max(0, at - 24), at) if _FORM.fullmatch(concept.text) else None
    if before is not None and not _STOP.fullmatch(before["word"]) and not _held(before["word"], every):
        return _named(concept, text[before.start("word") : end], [before["word"]])
    return concept


def _guide(text: str, end: int) -> str:
    """What guides a treatment: up to four words before it, back to the first that is no part of a name."""
    kept: list[str] = []
    for word in reversed(text[:end].split()[-_MOST_BEFORE:]):
        if _STOP.fullmatch(word) or not re.fullmatch(r"[\w-]+", word):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _held(word: str, every: tuple[Concept, ...]) -> bool:
    stem = words.stem(word.lower())
    return any(stem in words.stems(c.text) for c in every)


def _named(concept: Concept, name: str, others: list[str]) -> Concept:
    """The concept under its whole name: something that is done, and known by no name of the vocabulary."""
    label = " ".join(name.split())
    label = label if label[1:2].isupper() else label[0].lower() + label[1:]
    synonyms = tuple(dict.fromkeys(o.lower() for o in others if o.lower() != label.lower()))
    return msgspec.structs.replace(
        concept, text=name, label=label, semantic="procedure", id="", synonyms=synonyms, near=(), broader=()
    )
