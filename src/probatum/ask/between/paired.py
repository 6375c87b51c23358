"""Paired: a question on two medicines and its patient, once it is decided which is taken and which is asked about."""

from __future__ import annotations

import msgspec

from probatum.ask.between.meeting import Meeting
from probatum.model import Concept, Patient, Question, Role


def taking(patient: Patient, met: Meeting | None) -> Patient:
    """The patient with what is taken, and without what is only asked about beside it."""
    if met is None or not met.taken:
        return patient
    wanted = [label for label in met.labels("wanted") if label not in met.labels("taken")]
    drugs = (*met.labels("taken"), *(d for d in patient.drugs if d not in wanted))
    return msgspec.structs.replace(patient, drugs=tuple(dict.fromkeys(drugs)))


def together(concepts: tuple[Concept, ...], met: Meeting | None) -> tuple[Concept, ...]:
    """The concepts of a question on two medicines together: what a source says of the one it says of both."""
    asked = (*met.labels("taken"), *met.labels("wanted")) if met and met.asked else ()
    return tuple(
        msgspec.structs.replace(c, role=Role.INTERVENTION if not asked or c.label in asked else Role.OTHER)
        if c.semantic == "drug"
        else c
        for c in concepts
    )


def apart(concepts: tuple[Concept, ...], met: Meeting | None) -> tuple[Concept, ...]:
    """The concepts of another question, with what has just been given or may be as what is asked about."""
    if met is None or not met.wanted:
        return concepts
    wanted, taken = met.labels("wanted"), met.labels("taken")
    roles = dict.fromkeys(taken, Role.OTHER) | dict.fromkeys(wanted, Role.INTERVENTION)
    return tuple(msgspec.structs.replace(c, role=roles.get(c.label, c.role)) for c in concepts)


def parted(question: Question, met: Meeting) -> Question:
    """The question about what is wanted, for somebody who takes the other; what it is wanted for is no outcome, and an
    illness told before them is had and not taken: it may bar what is wanted."""
    words = tuple(dict.fromkeys(_uncapped(c) for c in question.concepts if c.label in met.labels("wanted")))
    concepts = tuple(_had(c) for c in together(question.concepts, met))
    ill = [c.label for c in concepts if c.role is Role.POPULATION and c.semantic == "condition"]
    told = any(c.semantic == "condition" for c in question.having(Role.INTERVENTION))
    asked = [c for c in concepts if c.role is Role.OUTCOME and c.semantic in ("condition", "symptom")]
    return msgspec.structs.replace(
        question,
        intervention=" and ".join(words) or question.intervention,
        comparator="",
        population=f"people with {' and '.join(dict.fromkeys(ill))}" if told else question.population,
        outcome=question.outcome if asked else "",
        concepts=tuple(c for c in concepts if c.role is not Role.OUTCOME or c.id),
    )


def _had(concept: Concept) -> Concept:
    """An illness that syntax took for what is given, among the people."""
    given = concept.role is Role.INTERVENTION and concept.semantic == "condition"
    return msgspec.structs.replace(concept, role=Role.POPULATION) if given else concept


def both(question: Question) -> Question:
    """The question about all the medicines of a bare row: `A + B`."""
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    drugs = [_uncapped(c) for c in given]
    low = question.intervention.lower()
    if len(drugs) < 2 or all(words.lower() in low for words in drugs):
        return question
    return msgspec.structs.replace(question, intervention=" and ".join(drugs))


def _uncapped(concept: Concept) -> str:
    """A medicine as it was typed, without the capital that the beginning of a sentence gave it."""
    return concept.text.lower() if concept.text.istitle() and concept.label.islower() else concept.text
