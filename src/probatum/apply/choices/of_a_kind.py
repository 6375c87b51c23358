"""Of a kind: `which laxative`, `best painkiller for A` ask for a member of a class, and not what the class does.

The question is then put openly, for the illness alone, and of the treatments that the sources tell of for it those of
the class are weighed against each other for this patient. Where none of them is held the class is asked about as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from probatum.apply.choices import guidance
from probatum.apply.choices.option import Option
from probatum.apply.context import Context
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.selection import KIND
from probatum.model import Assumption, Intent, Question, Role
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import is_class, members

_WHY: Final = "a treatment of this kind is asked for"
_WHICH: Final = caseless(
    r"\b(?:which|what|what's the|best|safest|safe|first[- ]line|first[- ]choice|preferred|recommended|suitable|right"
    r"|better|most effective|another|other|alternative|different)"
    r" (?:(?:oral|topical|(?:type|kind|sort|class) of|is the|the|an?|other|best|safest|safe|first[- ]line) ){0,3}$"
)
"""What stands before the name of a class of which a member is wanted."""
_OF_THE_CLASS: Final = caseless(
    r"\W{1,2}(?:dos(?:e|es|age|ing)|side|interactions?|withdrawal|discontinuation|levels?|monitoring|effects?|class|groups?"
    r"|allerg\w+|intoleran\w+|resistance|combinations?|courses?)\b"
)
"""What stands behind it where something of the class is wanted, and no member."""


def opened(question: Question) -> Question | None:
    """The question put openly for its illness, where it asks which of a class is to be given; else None. What may be
    given in a pregnancy or beside breast-feeding is not for a list of labels to choose."""
    given = question.having(Role.INTERVENTION)
    ill = any(c.id and c.semantic in _ILL and c.role in (Role.POPULATION, Role.OUTCOME) for c in question.concepts)
    alone = question.intent is Intent.THERAPY and len(given) == 1 and not question.comparator and not question.choices
    if not (alone and ill and is_class(given[0].label) and asks_which(question.read, given[0].text)):
        return None
    if question.patient.pregnancy or question.patient.breastfeeding:
        return None
    kind = given[0]
    concepts = tuple(msgspec.structs.replace(c, role=Role.OTHER) if c is kind else c for c in question.concepts)
    said = Assumption(KIND, kind.text, kind.label, _WHY)
    return msgspec.structs.replace(
        question, intervention="", concepts=concepts, assumptions=(*question.assumptions, said)
    )


_ILL: Final = ("condition", "symptom")


def asks_which(read: str, name: str) -> bool:
    """Whether a question asks which of a class that it names is given."""
    at = read.lower().find(name.lower())
    return at >= 0 and bool(_WHICH.search(read[:at])) and not _OF_THE_CLASS.match(read[at + len(name) :])


def answered(context: Context) -> bool:
    """Whether advice for the illness already tells of the class that is asked about by its own name, or leads with
    members of it: what a guideline says of a choice is the choice."""
    patient = context.question.patient
    if patient.kidney or patient.liver or patient.drugs:
        return False  # of those that are advised some may be barred: each is held to the patient
    asked = [c for c in context.question.having(Role.INTERVENTION) if is_class(c.label)]
    own = {known(m) for c in asked for m in members(c.label)}
    rows = guidance.rows(context) if own else ()
    leads = any(known(name) in own for _, item in rows[:1] for name in item.drug.lower().split(", ") if name)
    names = [words.stems(name) for c in asked for name in (c.label, c.text)]
    return leads or any(_is_class_of(item.text, names) for _, item in rows)


def unanswered(context: Context) -> bool:
    """Whether nothing that is held tells of the class in the illness, and no label that was found is for it."""
    uses = (item for appraisal in context.labels for item in appraisal.directives)
    told = context.answering or context.groups or guidance.rows(context)
    return not told and not any(context.indicated_for_this(item) for item in uses)


def _is_class_of(text: str, names: Sequence[frozenset[str]]) -> bool:
    return any(name <= words.stems(text) for name in names)


def kind(question: Question) -> str:
    """The class of which a treatment is wanted; empty where none is named."""
    return next((made.to for made in question.assumptions if made.what == KIND), "")


def of_it(options: Iterable[Option], question: Question) -> tuple[Option, ...]:
    """Those of the class that is wanted; all where none is named."""
    wanted = kind(question)
    if not wanted:
        return tuple(options)
    own = {known(m) for m in members(wanted)}
    return tuple(o for o in options if any(is_one(name, wanted, own) for name in (o.name, *o.drugs)))


def is_one(name: str, wanted: str, own: set[str]) -> bool:
    """Whether it is a member of the class, or a class of which every member is."""
    narrower = members(name)
    if narrower:
        return name.casefold() != wanted.casefold() and all(known(m) in own for m in narrower)
    return known(name) in own


def known(name: str) -> str:
    """A medicine by its ingredient, in lower case."""
    return ingredient(name) or name.casefold()
