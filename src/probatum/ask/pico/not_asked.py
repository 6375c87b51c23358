"""Not asked: words that a frame took for a part of the question and that name no such thing.

`is A or B better for my mum with C` has no outcome `mum`, `can I drive after A` no people who drive, `is A ok for me`
no treatment `A ok`, and `side effects of A, she starts it for her weight` asks for no harm by the name of weight.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_SOMEBODY: Final = caseless(
    r"(?:an?|the|my|his|her|our|their|me|him|us|them|i|he|she|it|this|that|one|little|old|dear|elderly"
    r"|m[uo]m|mummy|mother|dad|father|nan|gran|granny|grandma|grandad|grandpa|wife|husband|partner|sister|brother"
    r"|son|daughter|baby|child|kid|toddler|boy|girl|friend|mate|aunt|auntie|uncle|neighbou?r)s?"
)
"""A word that says of whom it is, and nothing of what."""
_PRAISED: Final = caseless(r"(?: (?:still|really|actually|too))? (?:ok|okay|safe|alright|fine)$")
_LASTS: Final = caseless(
    r",? (?:(?:and )?it['\u2019]?(?:s| has) been|for)(?: (?:about|around|over|nearly|for)){0,2} \d{1,2}"
    r" (?:hours?|days?|weeks?)(?: now)?$"
)
"""How long an illness has lasted, which is no part of its name."""
_ALL_HARMS: Final = caseless(
    r"\b(?:what(?:['\u2019]?s| is| are)?|any|the|list|know|tell me)\b[^.?;]{0,20}"
    r"\b(?:side[- ]effects?|adverse (?:drug )?(?:effects?|events?|reactions?)"
    r"|harms|unwanted effects?)\b"
)
_TAKEN_FOR: Final = caseless(r"\b(?:it|them|this|that) for (?:(?:my|his|her|their|the) )?$")
_PARTS: Final = (Role.INTERVENTION, Role.POPULATION, Role.OUTCOME)


def without(question: Question) -> Question:
    """The question without such words among its parts."""
    gone = [c for c in question.concepts if c.role in _PARTS and _is_none(c, question)]
    concepts = tuple(
        msgspec.structs.replace(c, role=Role.OTHER) if c in gone and c.id else c for c in question.concepts
    )
    concepts = tuple(c for c in concepts if not (c in gone and not c.id))
    texts = {c.text.lower() for c in gone}
    parts = {name: _part(getattr(question, name), texts) for name in ("intervention", "population", "outcome")}
    if _is_use(parts["outcome"], question):
        parts["outcome"] = ""
    return _used_for(msgspec.structs.replace(question, concepts=concepts, **parts))


def _used_for(question: Question) -> Question:
    """`is it ok to take A for her knee`: what A is taken for is had by the people, and is no harm of A."""
    low, said = question.read.lower(), question.outcome.lower()
    before = low[: max(low.find(said), 0)] if said else ""
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    own = any(before.endswith(f"{c.text.lower()} for {own}") for c in given for own in _OWN)
    if question.intent is not Intent.HARM or question.population or not own:
        return question
    ill = [c for c in question.having(Role.OUTCOME) if c.semantic in ("condition", "symptom")]
    moved = tuple(
        msgspec.structs.replace(c, role=Role.POPULATION if c in ill else Role.OTHER) if c.role is Role.OUTCOME else c
        for c in question.concepts
    )
    people = f"people with {question.outcome}"
    return msgspec.structs.replace(question, concepts=moved, outcome="", population=people) if ill else question


_OWN: Final = ("my ", "his ", "her ", "their ", "the ", "a ", "an ", "")
"""Words between `for` and what a medicine is taken for, with their space."""


def _part(said: str, gone: set[str]) -> str:
    """A part in words, empty where it names nobody and nothing."""
    bare = said.lower().removeprefix("people with ")
    return "" if bare in gone or _is_somebody(bare) else _LASTS.sub("", _PRAISED.sub("", said))


def _is_somebody(text: str) -> bool:
    """Whether every word says of whom it is; of no words none does."""
    said = _WORD.findall(text)
    return bool(said) and all(_SOMEBODY.fullmatch(word) for word in said)


_WORD: Final = caseless(r"[\w-]+(?:['\u2019]\w+)?")


def _is_none(concept: Concept, question: Question) -> bool:
    if not concept.id and (_is_somebody(concept.text) or _DONE.match(concept.text)):
        return True
    low = question.read.lower()
    before = low[: max(low.find(concept.text.lower()), 0)]
    if concept.semantic == "" and _DOES.search(before):
        return True
    return concept.role is Role.OUTCOME and _is_use(concept.text, question)


def _is_use(outcome: str, question: Question) -> bool:
    """Whether all harms of something are asked, and the outcome is what it is told to be taken for."""
    low = question.read.lower()
    before = low[: max(low.find(outcome.lower()), 0)]
    all_harms = question.intent is Intent.HARM and _ALL_HARMS.search(low) is not None
    return bool(outcome) and all_harms and _TAKEN_FOR.search(before) is not None


_DONE: Final = caseless(
    r"(?:helps?|eases?|improves?|harms?|wrecks?|ruins?|damages?|worsens?|hurts?|relieves?|cures?|treats?)"
    r" (?:my|his|her|their|your|the|an?)\b"
)
"""`will A wreck or help my knee`: what is done to an illness is no second treatment."""
_DOES: Final = caseless(
    r"\b(?:can|could|may|should|able to|allowed to|safe to|ok to|okay to) (?:(?:i|we|he|she|they|you|my \w+) )?"
    r"(?:still |safely )?$"
)
"""What stands before what somebody wants to do (`can I drive`)."""
