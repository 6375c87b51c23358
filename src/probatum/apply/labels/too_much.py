"""Too much: whether a question is of too much of the medicine that it names, or of how its effect is undone.

`zorbinol overdose`, `toxicity from zorbinol`, `zorbinol bleeding reversal`, `antidote to zorbinol`, and a level
in blood that is toxic. A harm to one organ (`zorbinol lung toxicity`) comes of usual doses.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.model import Intent, Question, Role
from probatum.text import critical, measured
from probatum.text.expressions import caseless

TOO_MUCH: Final = r"(?:over-?dos(?:e|es|ed|age|ing)|poison(?:ed|ing)|toxicity|intoxication)"
_UNDONE: Final = r"(?:revers(?:e[sd]?|al|ing)|antidotes?|neutrali[sz](?:e[sd]?|ing|ation))"
_OF_IT: Final = caseless(rf"\b(?:{TOO_MUCH}|antidotes?)\b")
_UNDOES: Final = caseless(rf"\b{_UNDONE}\b")
_ORGANS: Final = (
    r"(?!(?:lungs?|pulmonary|liver|hepatic|hepato|kidneys?|renal|eyes?|ocular|retinal?|visual|cardiac|heart|cardio|skin"
    r"|cutaneous|thyroid|bone|marrow|nerves?|neuro|muscles?|gi|gut|f(?:o?etal|o?etus)|reproductive|ear|oto)\b)"
)
NAMES: Final = 12
"""Names of one medicine that are looked for."""


def speaks(text: str) -> bool:
    """Whether a sentence speaks of too much of something, or of what is given against it."""
    return _OF_IT.search(text) is not None


def asked(question: Question) -> bool:
    """Whether too much of a medicine that it names is asked about, or what undoes it."""
    if question.intent is Intent.INTERACTION or question.having(Role.COMPARATOR):
        return False
    if question.intent is Intent.DOSING and not (undone(question) and _of_one(question)):
        return False  # `antidote dose` is that of what is looked for, which nobody named
    return by_level(question) or any(
        _of(name, text) for text in dict.fromkeys((question.typed, question.read)) for name in _names(question)
    )


def _of_one(question: Question) -> bool:
    return sum(c.semantic == "drug" for c in question.concepts) == 1


def undone(question: Question) -> bool:
    """Whether it is asked by what the effect of a medicine is undone."""
    return _UNDOES.search(question.typed) is not None


def undoes(text: str) -> bool:
    """Whether a sentence says what undoes an effect, or that something does not."""
    return _COUNTERS.search(text) is not None


_COUNTERS: Final = caseless(rf"\b(?:{_UNDONE}|counteracts?)\b")


def by_level(question: Question) -> bool:
    """Whether a toxic level of the very medicine is told."""
    if not critical.told(question.typed, question.patient.values):
        return False
    toxic = {s.removesuffix(_TOXIC) for s in measured.states(question.patient.values) if s.endswith(_TOXIC)}
    return bool(toxic) and any(name.startswith(tuple(toxic)) for name in _names(question))


_TOXIC: Final = " toxicity"


def _names(question: Question) -> tuple[str, ...]:
    given = (c for c in question.having(Role.INTERVENTION) if c.semantic == "drug")
    return tuple(dict.fromkeys(n.lower() for c in given for n in (c.text, c.label, *c.synonyms[:NAMES])))


def _of(drug: str, text: str) -> bool:
    return _EITHER.search(text) is not None and any(pattern.search(text) for pattern in _patterns(drug))


_EITHER: Final = caseless(rf"{TOO_MUCH}|{_UNDONE}")
"""Words of which every one of the patterns below holds one: few questions do, and need these patterns."""


@lru_cache(maxsize=512)
def _patterns(drug: str) -> tuple[re.Pattern[str], ...]:
    """Too much of a drug: `zorbinol overdose`, `overdose of zorbinol`; and what undoes it."""
    own = rf"(?<![\w-]){re.escape(drug)}(?![\w-])"
    return (
        re.compile(rf"{own}(?: {_ORGANS}[a-z]{{1,12}})?[ -]{TOO_MUCH}\b", re.IGNORECASE),
        re.compile(rf"\b{TOO_MUCH} (?:of|with|from|by|on|due to) (?:[a-z]{{1,12}} )?{own}", re.IGNORECASE),
        re.compile(
            rf"{own}(?:'s)?(?: (?!(?:in|with|for|to|of|and|by|using)\b)[\w-]+){{0,3}} {_UNDONE}\b", re.IGNORECASE
        ),
        re.compile(
            rf"{own}[^!]{{0,80}}?\b(?:how (?:to|do (?:i|we|you)|can (?:i|we)|is it)|what (?:to|do (?:i|we))"
            rf"|needs?(?: to be)?|can (?:it|this) be|must be) (?:\w+ ){{0,2}}?{_UNDONE}\b",
            re.IGNORECASE,
        ),
        re.compile(rf"{own}[^!]{{0,80}}?[,;:] {_UNDONE}\W*$", re.IGNORECASE),
        re.compile(rf"\bhow (?:to|do (?:i|we|you)) (?:\w+ ){{0,2}}?{_UNDONE}\b[^.!]{{0,30}}?{own}", re.IGNORECASE),
        re.compile(
            rf"\b{_UNDONE}(?: (?:the|of|to|for|from|on|against|agents?|drugs?|effects?|action|bleeding)){{0,4}} {own}",
            re.IGNORECASE,
        ),
    )
