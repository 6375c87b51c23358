"""Of the child: `I took A while pregnant, will my baby have B or C` asks what A brings to the child, who has neither
yet: B and C are what is feared, and nothing that A is given for."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_CHILD: Final = (
    r"(?:my|the|our|her|his|this|an?) (?:unborn |new ?born |future )?(?:baby|babies|child|children|kids?|sons?"
    r"|daughters?|infants?|bub|little one)"
)
_GETS: Final = (
    r"(?:get|have|develop|suffer from|end up with|be born with|come out with|be (?:affected by|at risk (?:of|for))"
    r"|be (?:more )?(?:likely|prone) to (?:get|have|develop)|grow up with)"
)
_FEARED: Final = caseless(
    rf"\b(?:will|would|could|can|might|may|does|do|is|are) {_CHILD} (?:now |still |also |then |likely to |going to )?"
    rf"{_GETS} (?P<what>[^?.;]{{3,90}})"
)
_ILL: Final = ("condition", "symptom")
_NOT_HER: Final = caseless(r"\b(?:my|the|our|her) (?:baby|child|son|daughter|kid)s? (?:has|had|is|was|suffers)\b")


def feared(question: Question, _: Vocabulary) -> Question:
    """The question with what the child may get as its outcomes, asked as harm of what was taken."""
    found = _FEARED.search(question.read)
    drugs = [c for c in question.concepts if c.semantic == "drug" and c.role in (Role.INTERVENTION, Role.OTHER)]
    given = [c for c in drugs if c.role is Role.INTERVENTION] or drugs[:1]
    if found is None or not drugs or _NOT_HER.search(question.read):
        return question
    said = found["what"].lower()
    ill = [c for c in question.concepts if c.semantic in _ILL and c.id and c.text.lower() in said]
    if not ill or any(c.text.lower() in question.read[: found.start()].lower() for c in ill):
        return question
    first = min(said.find(c.text.lower()) for c in ill)
    if any(c.text.lower() in said[:first] for c in drugs):
        return question  # `can my child have A for B`
    roles = dict.fromkeys(ill, Role.OUTCOME) | dict.fromkeys(given, Role.INTERVENTION)
    return msgspec.structs.replace(
        question,
        concepts=tuple(msgspec.structs.replace(c, role=roles.get(c, c.role)) for c in question.concepts),
        intervention=question.intervention or given[0].text,
        population="" if _of_these(question.population, ill) else question.population,
        outcome=" or ".join(c.text for c in ill),
        intent=Intent.HARM,
    )


_FROM_BIRTH: Final = caseless(
    rf"\bfrom (?:birth|(?:the )?day (?:one|1|(?:he|she|it|they)(?:'s| is| are) born)|the start of life)\b"
    rf"|\bonce {_CHILD} (?:is|are|has been) (?:born|here)\b"
)


def given_from_birth(question: Question, _: Vocabulary) -> Question:
    """The question of what is put on or given to a child from birth: the mother who is pregnant now has none of it, and
    what it is to keep away is what is to come of it."""
    patient = question.patient
    if not patient.pregnancy or _FROM_BIRTH.search(question.read) is None or not question.having(Role.INTERVENTION):
        return question
    told = msgspec.structs.replace(question, patient=msgspec.structs.replace(patient, pregnancy=""))
    ill = [c for c in question.having(Role.POPULATION) if c.semantic in _ILL]
    if question.intent is not Intent.PREVENTION or question.outcome or len(ill) != 1:
        return told
    concepts = tuple(msgspec.structs.replace(c, role=Role.OUTCOME) if c in ill else c for c in question.concepts)
    return msgspec.structs.replace(told, concepts=concepts, outcome=ill[0].text, population="")


def _of_these(population: str, ill: list[Concept]) -> bool:
    """Whether the people that were read are those with what is feared, whom nobody told of."""
    return any(name.lower() in population.lower() for c in ill for name in (c.text, c.label))
