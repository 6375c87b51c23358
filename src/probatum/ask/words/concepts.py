"""The concepts a question names, each with the part it plays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.ask.people.whom import is_complaint
from probatum.ask.pico.pico import Part, Pico
from probatum.model import Assumption, Concept, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Mention, Term, Vocabulary
from probatum.vocabulary.classes import classes_of, members
from probatum.vocabulary.normal import name_key
from probatum.vocabulary.outcomes import names_of

_SEMANTIC: Final = frozenset(("drug", "condition", "symptom", "procedure", "test"))
_THINGS: Final = frozenset("ABCDEFGJ")
"""MeSH trees whose terms are things one can ask about; people, places, publications and abstractions are not."""
_ABSTRACT: Final = expression(r"^(?:G17|E05|F02\.463|F02\.784|F01\.829|G01|H|N)")
_TOO_COMMON: Final = 1200
"""Documents of the reference corpus (of about 20,000) from which on a term that is no drug, disease, symptom,
procedure or test says too little to be a concept."""
_GENERIC: Final = frozenset(
    [
        "disease",
        "diseases",
        "syndrome",
        "therapeutics",
        "therapy",
        "treatment",
        "diagnosis",
        "prognosis",
        "patients",
        "symptoms",
        "pain",
        "management",
        "pharmaceutical",
        "preparations",
        "medication",
        "drug",
        "therapy",
        "risk",
        "health",
        "surgery",
        "research",
        "role",
        "association",
        "time",
        "work",
        "cells",
        "child",
        "infant",
        "adult",
        "women",
        "men",
        "population",
        "survival",
        "outcome",
        "recurrence",
        "incidence",
        "prevalence",
        "signs",
        "and",
        "symptoms",
        "diagnosis",
        "differential",
        "disease",
        "management",
        "complications",
        "injuries",
        "wounds",
        "and",
        "injuries",
        "dose",
        "evaluation",
        "his",
        "her",
        "will",
    ]
)
_SERVICE: Final = expression(
    r"(?:emergency|emergencies) (?:services?|numbers?|lines?|calls?|help|doctors?|care"
    r"|medical (?:services?|help|care))\b",
    re.IGNORECASE,
)
"""Whom one calls, which is no illness of anybody."""
_ACTING: Final = expression(r"leads? (?:to|into)\b|burns? (?:more|fewer|off|up|fat|calories|energy)\b", re.IGNORECASE)
"""What something does, which is neither the metal nor the wound of that name."""
MOST_SYNONYMS: Final = 12


def _worth(mention: Mention, text: str) -> bool:
    term = mention.term
    words = text[mention.start : mention.end].lower()
    if all(w in _GENERIC for w in re.findall(r"[a-z]+", words)) and words != "pain":
        return False
    if _SERVICE.match(text, mention.start) or _ACTING.match(text, mention.start):
        return False
    if term.semantic in _SEMANTIC:
        return True
    thing = any(t[0] in _THINGS and not _ABSTRACT.match(t) for t in term.trees)
    return thing and term.documents < _TOO_COMMON and len(words) > 2


def calm_names(text: str, vocabulary: Vocabulary) -> str:
    """Names that the typist wrote with capitals, in the case in which they stand in running text."""
    for mention in reversed(vocabulary.find(text)):
        typed = text[mention.start : mention.end]
        if mention.start == 0 or not typed.istitle() or mention.term.semantic not in _SEMANTIC:
            continue
        known = next((n for n in (mention.term.label, *mention.term.synonyms) if n.lower() == typed.lower()), "")
        if known and not vocabulary.is_brand(typed):
            text = text[: mention.start] + known + text[mention.end :]
    return text


def make(words: str, term: Term | None, role: Role, vocabulary: Vocabulary) -> Concept:
    """A Concept of a term, or of a plain phrase where there is none."""
    measured = names_of(words) if role is Role.OUTCOME else ()
    if term is None:
        label = words.lower() if words[1:].islower() else words
        return Concept(text=words, label=label, role=role, synonyms=measured)
    own = {name_key(term.label)}
    synonyms = [s for s in (s.lower() for s in term.synonyms) if name_key(s) not in own]
    typed = words.lower()
    if name_key(typed) not in own and typed not in synonyms:
        synonyms.insert(0, typed)
    synonyms = [*measured, *synonyms[:MOST_SYNONYMS], *(m for m in members(term.label) if m not in synonyms)]
    return Concept(
        text=words,
        label=term.label,
        role=role,
        semantic=term.semantic if term.semantic in _SEMANTIC else "",
        id=term.id,
        synonyms=tuple(dict.fromkeys(synonyms)),
        near=vocabulary.near(term.label),
        broader=tuple(dict.fromkeys((*classes_of(term.label), *term.broader)))[:8],
    )


def read_concepts(
    text: str, pico: Pico, notes: Sequence[tuple[str, str]], vocabulary: Vocabulary
) -> tuple[Concept, ...]:
    """The question's concepts in order, then phrases of its parts that no term covers."""
    mentions = [m for m in vocabulary.find(text) if _worth(m, text)]
    found: list[Concept] = []
    for mention in mentions:
        role = _role(mention, pico)
        found.append(make(text[mention.start : mention.end], mention.term, role, vocabulary))
    for words, name in notes:
        at = text.lower().find(words.lower())
        terms = vocabulary.lookup(name)
        role = _part_role(at, at + len(words), pico) or _default_role(terms[0] if terms else None)
        found.append(_called_short(make(words, terms[0] if terms else None, role, vocabulary), name, vocabulary))
    found = _roles_by_sense(found, pico)
    noted = [(at, at + len(words)) for words, _ in notes if (at := text.lower().find(words.lower())) >= 0]
    for role, piece in _phrases(pico, [*((m.start, m.end) for m in mentions), *noted]):
        found.append(make(piece.text, None, role, vocabulary))
    return _each_once(found)


def _called_short(concept: Concept, name: str, vocabulary: Vocabulary) -> Concept:
    """A concept that an adjective told, `diabetic`, with the short noun for it among its names: sources have that."""
    groups = (group for _, _, group in vocabulary.find_vague(concept.text) if group.default == name)
    short = [one for group in groups for one in group.vague if name.lower().startswith(f"{one.lower()} ")]
    kept = (one for one in concept.synonyms if one not in short)
    return msgspec.structs.replace(concept, synonyms=(*short, *kept)) if short else concept


def with_lay_names(concepts: tuple[Concept, ...], assumptions: Sequence[Assumption]) -> tuple[Concept, ...]:
    """The concepts with the lay words that were typed for them among their names: sources use them too."""
    typed = {name_key(a.to): a.from_.lower() for a in assumptions if a.from_ and _is_other_name(a)}
    made = []
    for concept in concepts:
        name = typed.get(name_key(concept.label)) or typed.get(name_key(concept.text))
        if name and name not in concept.synonyms:
            concept = msgspec.structs.replace(concept, synonyms=(name, *concept.synonyms))
        made.append(concept)
    return tuple(made)


_OTHER_NAMES: Final = frozenset(("lay term", "brand"))


def _is_other_name(assumption: Assumption) -> bool:
    """Whether what was typed is a name of what it was read as; of a near concept where it is the name cut short, as
    `diabetes` for `diabetes mellitus`."""
    if assumption.what == "near concept":
        return assumption.to.lower().startswith(f"{assumption.from_.lower()} ")
    return assumption.what in _OTHER_NAMES


def _each_once(concepts: list[Concept]) -> tuple[Concept, ...]:
    """One concept a name; where one comes twice, the part with a role is kept."""
    kept: dict[str, Concept] = {}
    for concept in concepts:
        key = concept.id or name_key(concept.label)
        held = kept.get(key)
        if held is None or (held.role is Role.OTHER and concept.role is not Role.OTHER):
            kept[key] = concept
    return tuple(kept.values())


def _part_role(start: int, end: int, pico: Pico) -> Role | None:
    for role, piece in (
        (Role.POPULATION, pico.population),
        (Role.INTERVENTION, pico.intervention),
        (Role.COMPARATOR, pico.comparator),
        (Role.OUTCOME, pico.outcome),
    ):
        if piece.text and piece.holds(start, end):
            return role
    return None


def _default_role(term: Term | None) -> Role:
    if term is None:
        return Role.OTHER
    return {
        "drug": Role.INTERVENTION,
        "procedure": Role.INTERVENTION,
        "condition": Role.POPULATION,
        "symptom": Role.OUTCOME,
    }.get(term.semantic, Role.OTHER)


def _role(mention: Mention, pico: Pico) -> Role:
    return _part_role(mention.start, mention.end, pico) or Role.OTHER


def _roles_by_sense(concepts: list[Concept], pico: Pico) -> list[Concept]:
    """Concepts outside the parts found by syntax get the role that their kind usually plays, if it is free."""
    taken = {c.role for c in concepts}
    treated = {c.semantic for c in concepts} & {"drug", "procedure"} and not any(
        c.semantic == "condition" for c in concepts
    )
    result = []
    for concept in concepts:
        role = concept.role
        if role is Role.OTHER:
            usual = {
                "drug": Role.INTERVENTION,
                "procedure": Role.INTERVENTION,
                "test": Role.INTERVENTION,
                "condition": Role.POPULATION,
                "symptom": Role.OUTCOME,
            }.get(concept.semantic)
            if concept.semantic == "symptom" and treated and is_complaint(concept):
                usual = Role.POPULATION
            if usual is not None and usual not in taken and not _piece(usual, pico).text:
                role = usual
        result.append(msgspec.structs.replace(concept, role=role))
    return result


def _piece(role: Role, pico: Pico) -> Part:
    return {
        Role.POPULATION: pico.population,
        Role.INTERVENTION: pico.intervention,
        Role.COMPARATOR: pico.comparator,
        Role.OUTCOME: pico.outcome,
    }.get(role, Part())


def _phrases(pico: Pico, known: Sequence[tuple[int, int]]) -> list[tuple[Role, Part]]:
    """Parts of the question in which the vocabulary knows nothing: they are concepts in their own words."""
    pieces = (
        (Role.INTERVENTION, pico.intervention),
        (Role.COMPARATOR, pico.comparator),
        (Role.OUTCOME, pico.outcome),
    )
    return [
        (role, piece)
        for role, piece in pieces
        if piece.text and len(piece.text.split()) <= 6 and not any(piece.holds(start, end) for start, end in known)
    ]
