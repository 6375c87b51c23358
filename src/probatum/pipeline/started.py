"""Started: a medicine that was begun beside another that is taken, told with what is felt or measured since.

`on A, started B, now tremor` asks for no use of B in tremor: it asks what the two may do together. So it is put where
a label warns of it, and said to be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.acquire.library import Library
from probatum.errors import ProbatumError
from probatum.model import Assumption, Concept, Intent, Question, Role
from probatum.pipeline import as_harm, listed, put_again
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention

TOGETHER: Final = "together"
"""The kind of the assumption."""
_BEGUN: Final = caseless(
    r"\b(?:started|commenced|begun|began|(?:just|newly|now|recently) (?:on|given|taking|prescribed)"
    r"|(?:was |been )?(?:given|prescribed|added|put on))\b(?! (?:in|at|by|before|when)\b)"
)
_ASKS: Final = caseless(
    r"\b(?:help\w*|works?|working|effective\w*|efficacy|benefit\w*|better|best|evidence|trials?|stud(?:y|ies)"
    r"|dos(?:e|es|ing|age)|how (?:long|much|many|often|soon)|when|which|instead|alternatives?|switch\w*|chang\w+"
    r"|swap\w*|vs\.?|versus|or|stop(?:ped|ping)?|than|failed|despite|still)\b"
)
"""Words of a question of its own."""
_KINDS: Final = (Intent.THERAPY, Intent.HARM, Intent.INTERACTION)
PAIR: Final = 2
_ILL: Final = ("condition", "symptom")


def told(question: Question, opened: Library, read: Callable[[str], Question], as_of: str) -> Question:
    """The question as one on the two together; itself where it asks something of its own. `read` reads a text as a
    question."""
    if question.intent not in _KINDS or question.danger or question.having(Role.COMPARATOR):
        return question
    begun = _BEGUN.search(question.read)
    if begun is None or _ASKS.search(question.read):
        return question
    found = tuple(m for m in vocabulary.load().find(question.read) if m.term.semantic == "drug")
    names = list(dict.fromkeys(m.term.label for m in found))
    if len(names) != PAIR or not any(m.start > begun.start() for m in found):
        return question
    ills = [c for c in question.concepts if c.semantic in _ILL]
    new = next(m.term.label for m in found if m.start > begun.start())
    if any(listed.speaks_of(one, other, opened, as_of) for one, other in (names, names[::-1])):
        text = " with ".join(f"{name}{_amount(name, found, question.read)}" for name in names)
        said = Assumption(TOGETHER, "", f"{names[0]} together with {names[1]}", "one was begun beside the other")
        meant = Intent.INTERACTION
    elif len(ills) == 1 and listed.as_harm(new, (ills[0].label, ills[0].text, *ills[0].synonyms), opened, as_of):
        text, why = f"Does {new} cause {ills[0].text}?", "its label lists it so, and it came after it was begun"
        said, meant = Assumption(as_harm.HARM, "", f"{ills[0].label} as a harm of {new}", why), Intent.HARM
    else:
        return question
    try:
        made = read(text)
    except ProbatumError:
        return question
    if made.intent is not meant:
        return question
    put = put_again.as_typed(question, made, said)
    felt = tuple(_felt(c) for c in ills if meant is Intent.INTERACTION)
    return msgspec.structs.replace(put, concepts=(*put.concepts, *felt))


def _amount(name: str, found: tuple[Mention, ...], read: str) -> str:
    """How much is taken, where that stands right behind the medicine: a limit beside the other is held against it."""
    every = (_AMOUNT.match(read, m.end) for m in found if m.term.label == name)
    return next((amount[0].rstrip() for amount in every if amount), "")


_AMOUNT: Final = caseless(
    r" \d[\d.,]{0,6} ?(?:mg|mcg|micrograms?|g)\b(?: (?:od|bd|tds|bid|tid|daily|weekly|a day|once daily|twice daily)\b)?"
)


def _felt(concept: Concept) -> Concept:
    return msgspec.structs.replace(concept, role=Role.OTHER)
