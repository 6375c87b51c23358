"""The complaint: which of the illnesses that a question names is to be treated, and which the patient has besides.

A study in people with the other illness alone (of kidney disease, where gout is to be treated) tells of no treatment
of the complaint, however sure it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.model import Appraisal, Concept, Question, Role
from probatum.text import words
from probatum.text.expressions import expression

_ROLES = (Role.OUTCOME, Role.POPULATION, Role.OTHER)


def complaint(question: Question) -> tuple[Concept, ...]:
    """The illnesses to be treated: those that are no mere detail of the patient; every one where all are details. An
    illness that is what the treatment is wanted for is treated in people who have another besides."""
    ill = tuple(c for c in question.concepts if c.role in _ROLES and c.semantic in ("condition", "symptom"))
    wanted = tuple(c for c in ill if c.role is Role.OUTCOME)
    if wanted and all(c.semantic == "condition" for c in wanted):
        return wanted
    patient = question.patient
    besides = {name.lower() for name in patient.conditions}
    told = tuple(
        c for c in ill if not {c.label.lower(), c.text.lower()} & besides and not fitting.of_organ(c.label, patient)
    )
    return told or ill


def is_on(question: Question, appraisal: Appraisal) -> bool:
    """Whether a source's title, or without one its conclusion or results, names the complaint; True where the question
    names no illness besides it."""
    ill = [c for c in question.concepts if c.role in _ROLES and c.semantic in ("condition", "symptom")]
    wanted = complaint(question)
    if len(wanted) == len(ill):
        return True
    found = " ".join(s.quote for s in (*appraisal.conclusions, *appraisal.results))
    told = words.stems(appraisal.record.title or found)
    names = (words.stems(name) for c in wanted for name in c.names)
    return any(stems and stems <= told for stems in names)


@lru_cache(maxsize=4096)
def names(text: str, concept: Concept) -> bool:
    """Whether a text names an illness, and not just another whose longer name holds its words (`venous thrombosis of
    the retina`), unless that is a kind of it."""
    said = words.stems(text)
    own = [stems for name in concept.names if (stems := words.stems(name))]
    if not any(stems <= said for stems in own):
        return False
    label = concept.label.casefold()
    found = [m for m in vocabulary.load().find(text) if m.term.semantic in _ILL]
    held = [(m, words.stems(text[m.start : m.end])) for m in found]
    held = [(m, its) for m, its in held if any(stems <= its for stems in own)]
    if not held:
        return True  # its words stand apart
    kinds = (label in {n.casefold() for n in (m.term.label, *m.term.broader)} for m, _ in held)
    return any(kinds) or any(its in own for _, its in held)


_ILL: Final = ("condition", "symptom")


_WHOM: Final = expression(
    r"\b(?:in|with|among|for)\s+(?P<whom>(?:(?!\b(?:in|with|among|for)\b)[^:.;?])+)[:.;?]?", re.IGNORECASE
)
"""The people that a title ends with, `in kidney disease and type 2 diabetes`."""


_ORGANS: Final = (fitting.KIDNEY, fitting.LIVER, fitting.PREGNANT)
_OUTCOMES: Final = expression(r"\s+(?:outcomes?|events?|progression)\b", re.IGNORECASE)


def has_another(title: str, asked: str) -> bool:
    """Whether the people that a title names have two illnesses or more, one of them not asked about, or the outcomes
    that it names are those of such a one (`kidney disease outcomes in type 2 diabetes`)."""
    if any(pattern.search(title) and not pattern.search(asked) for pattern in _ORGANS):
        return True
    known = vocabulary.load()
    named = {m.term.id for m in known.find(asked)}
    every = [m for m in known.find(title) if m.term.semantic == "condition"]
    if any(_OUTCOMES.match(title, m.end) and m.term.id not in named for m in every):
        return True
    found = list(_WHOM.finditer(title))
    if not found:
        return False
    ill = {m.term.id: m.term for m in known.find(found[-1]["whom"]) if m.term.semantic == "condition"}
    others = [term for term in ill.values() if term.id not in named]
    return len(ill) > 1 and bool(others) and len(others) < len(ill)


_SOME: Final = expression(
    r"\b(?:resistant|refractory|relaps\w+|recurrent|suicid\w+|severe|advanced|metastatic|uncontrolled|pregnan\w+|post-?partum"
    r"|child\w*|adolescen\w+|critically ill|intensive care|hospitali[sz]ed|elderly|older|failed|inadequate)\b",
    re.IGNORECASE,
)
"""Words by which a title takes some of the people with an illness."""


def of_some(appraisal: Appraisal, asked: str) -> bool:
    """Whether a study took only some of the people with the illness, of whom the question does not speak."""
    title = appraisal.record.title
    if any(m[0].lower() not in asked.lower() for m in _SOME.finditer(title)) or has_another(title, asked):
        return True
    told = appraisal.study.population
    return told is not None and has_another(f"in {told.value}", asked)


def is_another(outcome: str, question: Question) -> bool:
    """Whether an outcome is an illness that nobody asked about: a complication that is kept away, and not seen to get
    better at a visit."""
    asked = {c.label for c in question.concepts}
    ill = {m.term.label for m in vocabulary.load().find(outcome) if m.term.semantic == "condition"}
    return bool(ill) and not ill & asked
