"""Aimed: which of the illnesses of a question its treatment is for; what is tried for another is no alternative to it.

Who asks of an anticoagulant in atrial fibrillation with kidney disease is told of other anticoagulants, and not of what
is tried for the kidneys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.apply.patient import complaint, for_patient, illnesses
from probatum.model import Appraisal, Concept, DirectiveAction, Question, Role, SectionKind
from probatum.text import words
from probatum.text.expressions import caseless, expression
from probatum.vocabulary.classes import members

_ILL: Final = ("condition", "symptom")
_ENDPOINT: Final = expression(
    r"^(?:death|mortality|survival|hospitali[sz]ation|admission|quality of life|cardiovascular events?)", re.IGNORECASE
)
"""Outcomes that are counted whatever the illness."""


@once
def problem(context: Context) -> tuple[Concept, ...]:
    """What is to be treated: the complaint asked about; where none was, or only what is counted in any illness, the
    illness that the treatment is for."""
    people = treated(context)
    ill = [c for c in people if c.semantic == "condition"]
    outcomes = tuple(c for c in context.question.having(Role.OUTCOME) if not feared(context.question, c))
    counted = bool(ill) and all(_ENDPOINT.search(c.label) for c in outcomes)
    return tuple(ill) if counted else outcomes or people


_FEARED: Final = caseless(
    r"\b(?P<way>prevent\w*|reduc\w*|lower\w*|cut\w*|decreas\w*|protect\w*|fewer|less)?[^?.;,]{0,24}?"
    r"\b(?:increas\w+|rais(?:e|es|ing)|caus(?:e|es|ing)|trigger\w*|induc\w+|provok\w+|lead(?:s|ing)? to|worsen\w*"
    r"|precipitat\w+|bring(?:s|ing)? on|more|risks? of|chances? of|dangers? of)"
    r"(?: (?:the|a|an|any|his|her|their|risks?|chances?|rates?|of|for))*\W*$"
)
"""What stands before a harm that is feared of the treatment itself."""


def feared(question: Question, concept: Concept) -> bool:
    """Whether an outcome is a harm that is feared of the treatment (`does it increase thrombosis?`), which nothing is
    given against."""
    at = question.read.lower().find(concept.text.lower())
    found = _FEARED.search(question.read[:at]) if at > 0 else None
    return found is not None and not found["way"]


@once
def treated(context: Context) -> tuple[Concept, ...]:
    """Of the illnesses of the people asked about those that the treatment is for, by the uses of its labels, else by
    the titles of what was found on it; where neither tells them apart, those that do not bar it, and are no mere detail
    of the patient."""
    people = context.question.having(Role.POPULATION)
    ill = [c for c in people if c.semantic in _ILL]
    if len(ill) < 2:
        return people
    uses = [d.text for _, d in context.directives(DirectiveAction.INDICATED)]
    titles = [a.record.title for a in context.answering if a.record.title]
    for texts in (uses, titles):
        meant = tuple(c for c in ill if any(illnesses.meant(text, (c,)) for text in texts))
        if meant and len(meant) < len(ill):
            return meant
    barring = [item.text for _, item in for_patient.barred(context)]
    left = tuple(c for c in ill if not any(fitting.names_one(text, (tuple(c.names),)) for text in barring))
    if left and len(left) < len(ill):
        return left  # that for which it is advised against is not what it is given for
    told = complaint.complaint(context.question)
    return tuple(c for c in people if c.semantic not in _ILL or c in told) or people


def named(text: str, concepts: tuple[Concept, ...]) -> bool:
    """Whether a text names one of these, by any of its names."""
    every = (n for c in concepts if c.semantic != "drug" for n in c.names)
    return _says(text, every)


def _says(text: str, names: Iterable[str]) -> bool:
    said = words.stems(text) | words.parted(text)  # `treatment-resistant` is written in two ways
    return any(own and own <= said for own in map(words.stems, names))


def meant(text: str, context: Context) -> bool:
    """Whether an indication is for the problem, for a kind of it, or for the illness that its own name holds: what is
    for heart failure is for heart failure with a low ejection fraction."""
    wanted = problem(context)
    return illnesses.meant(text, wanted) or _says(text, (name for c in wanted for name in _held(c)))


def said_in(text: str, context: Context) -> list[str]:
    """The names of the problem, or of the illness that its name holds, that a text has."""
    wanted = problem(context)
    own = [wording.spelled(c) for c in wanted if illnesses.meant(text, (c,))]
    return list(dict.fromkeys(own or [name for c in wanted for name in _held(c) if _says(text, (name,))]))


def _held(concept: Concept) -> tuple[str, ...]:
    """The illness next above one, where a name of that holds it."""
    names = [words.stems(name) for name in concept.names]
    above = (b for b in concept.broader[:1] if b.lower() not in illnesses.TOO_WIDE)
    return tuple(b for b in above if any(words.stems(b) < own for own in names))


@once
def joined(context: Context) -> bool:
    """Whether the treatment is for people who have several of the illnesses at once: what is for one of them alone
    stands beside it."""
    ill = [c for c in treated(context) if c.semantic == "condition"]
    uses = [d.text for _, d in context.directives(DirectiveAction.INDICATED)]
    titles = [a.record.title for a in context.answering[:2]]
    return len(ill) > 1 and any(all(named(text, (c,)) for c in ill) for text in (*uses, *titles))


def meant_of_all(text: str, context: Context) -> bool:
    """Whether a text names each of the illnesses that are treated at once."""
    return all(illnesses.meant(text, (c,)) for c in treated(context) if c.semantic == "condition")


def in_that_case(appraisal: Appraisal, context: Context) -> bool:
    """Whether a source speaks of the case that a question tells of beside the complaint, where it names no people with
    an illness: loose stools on antibiotics are not those of radiation."""
    question = context.question
    if any(c.semantic in _ILL for c in question.having(Role.POPULATION)):
        return True
    told = [c for c in question.having(Role.OTHER) if c.semantic in _CASE and len(c.label) > _SHORT]
    shown = (s.text for s in appraisal.record.evidence_sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))
    names = [name for c in told for name in (*c.names, *members(c.label))]
    return not told or any(_says(text, names) for text in shown)


_CASE: Final = ("drug", "procedure", "")
_SHORT: Final = 3
"""Letters up to which a word tells of no case."""
