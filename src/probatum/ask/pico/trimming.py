"""Trimming: words that cling to the name of a treatment and name nothing themselves.

`anti-inflammatories any` is about anti-inflammatories, `ibuprofen type drugs` about ibuprofen's class, and
`antidepressant is the strongest` names no drug at all: it asks which.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.words.text import Draft
from probatum.model import Concept, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Term, Vocabulary
from probatum.vocabulary.classes import classes_of, members

_KIND: Final = expression(
    r"[ -](?:type|like|style|family|kind of|group)(?: of)? (?:drugs?|medicines?|medications?|tablets?|pills?"
    r"|injections?|jabs?|painkillers?|antibiotics?|creams?|treatments?)\b"
    r"|[ -]type(?= (?![12ab]\b|i{1,2}\b|(?:one|two)\b))",
    re.IGNORECASE,
)
_CLINGING: Final = expression(
    r"any|some|all|the|a|an|of|is|are|it|be|use|using|tablets?|pills?|capsules?|injections?|jabs?|drops?|creams?"
    r"|ointments?|sprays?|inhalers?|infusions?|gels?|drugs?|medicines?|medications?|meds|treatments?|therapy|therapies"
    r"|type|types|kinds?|course|courses|short|long|days?|weeks?|months?|regular|daily|every|each|once|twice|day"
    r"|night|morning|extra|strong|stronger|strongest"
    r"|best|better|safe|safest|safer|good|most|more|effective|first|last|cheap|cheapest|new|newest|works?|working|which"
    r"|what|whats|what's|one|to|take|give|prescribe|start|starting|really|actually|still"
    r"|would|should|do|does|you|i|we|be|used|given|she|he|they|been|my|her|his|their|now|just|got"
    r"|prophylactic|prophylaxis|worth|worthwhile|ok|okay"
    r"|mother|mum|mom|father|dad|wife|husband|son|daughter|partner|sister|brother|grandmother|grandfather|patient"
    r"|takes|taking|took|taken|have|has|had|on|for|years?",
    re.IGNORECASE,
)
_AGE: Final = expression(r"\b\d{1,3}[- ](?:year|month|week)s?[- ]old\b", re.IGNORECASE)
_WORD: Final = expression(r"[\w'-]+")
_WHICH: Final = expression(
    r"\b(?:best|strongest|safest|most effective|better|preferred|first[- ]line|first choice)\b", re.IGNORECASE
)
_ANY: Final = expression(
    r"(?:drugs?|medicines?|medications?|meds|tablets?|pills?|treatments?|antibiotics?|painkillers?|therap(?:y|ies)"
    r"|options?)",
    re.IGNORECASE,
)


def read_kinds(draft: Draft, vocabulary: Vocabulary) -> None:
    """`ibuprofen type drugs`: the class that the drug belongs to is meant."""
    for found in reversed(list(_KIND.finditer(draft.text))):
        drug = next((m for m in vocabulary.find(draft.text) if m.end == found.start()), None)
        if drug is None or drug.term.semantic != "drug":
            continue
        family = _family(drug.term)
        if family:
            why = f"{drug.term.label} stands for the drugs of its kind"
            draft.replace(drug.start, found.end(), family, "lay term", why)


def _family(drug: Term) -> str:
    """The class that a drug is best known for: where it stands first among the members, else its narrowest."""
    held = classes_of(drug.label)
    return min(held, key=lambda name: members(name).index(drug.label), default=next(iter(drug.broader), ""))


_VERDICT: Final = expression(
    r"\s+(?:(?:ok(?:ay)?|safe|fine|alright)\s+or\s+(?:avoid|not|no|bad|unsafe)$|(?:ok(?:ay)?|safe|fine|alright)(?=\s+or\s))",
    re.IGNORECASE,
)
"""`A ok or avoid`, `A ok or B`: what is said of a treatment is no part of its name."""
_AGAIN: Final = expression(
    r"^(?:(?:how )?(?:many|often) )?(?:times )?to (?:repeat|re-?dose|re-?administer|give|use|take) (?=\w)",
    re.IGNORECASE,
)
"""`times to repeat A`: nor is that it is given again."""


def trimmed(question: Question, _: Vocabulary) -> Question:
    """The question with its treatment named alone, where nothing else about it is told."""
    words = _AGAIN.sub("", _VERDICT.sub("", question.intervention))
    if words != question.intervention:
        scraps = [c for c in question.having(Role.INTERVENTION) if not c.id and c.text.lower() not in words.lower()]
        kept = tuple(c for c in question.concepts if c not in scraps)
        question = msgspec.structs.replace(question, intervention=words, concepts=kept)
    named = [c for c in question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")]
    if named:
        rest = _AGE.sub(" ", words.lower())
        for concept in sorted(named, key=lambda c: -len(c.text)):
            rest = rest.replace(concept.text.lower(), " ").replace(concept.label.lower(), " ")
        left = _WORD.findall(rest)
        if left and all(_CLINGING.fullmatch(word) for word in left):
            return msgspec.structs.replace(question, intervention=_together(named), concepts=_named(question, named))
        return question
    if (
        words
        and _WHICH.search(words)
        and all(_CLINGING.fullmatch(w) or _ANY.fullmatch(w) for w in _WORD.findall(words))
    ):
        kept = tuple(c for c in question.concepts if c.role is not Role.INTERVENTION)
        return msgspec.structs.replace(question, intervention="", concepts=kept)
    return question


def _together(named: list[Concept]) -> str:
    return " and ".join(dict.fromkeys(c.text for c in named))


def _named(question: Question, named: list[Concept]) -> tuple[Concept, ...]:
    """Without the concepts that only say that it is a medicine."""
    return tuple(
        c for c in question.concepts if c in named or c.role is not Role.INTERVENTION or not _ANY.fullmatch(c.text)
    )
