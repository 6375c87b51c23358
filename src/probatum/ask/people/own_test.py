"""Own test: a value of the test by which what is taken is dosed says what it is taken for, where nobody told it.

`HbA1c 75 on metformin` is of type 2 diabetes, `urate 480 on allopurinol` of gout. Where nothing is taken a value far
from what is wanted says so of a few tests alone: a low vitamin D is that deficiency.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.people.sufferers import with_roles
from probatum.ask.words.concepts import make
from probatum.model import Assumption, Intent, Question, Role
from probatum.text import noted
from probatum.vocabulary import Vocabulary, own_tests

_KINDS: Final = (Intent.THERAPY, Intent.DOSING, Intent.DIAGNOSIS)
_ILL: Final = ("condition", "symptom")
LEVEL: Final = "level"
"""The kind of the assumption that a value stands for an illness."""


def told(question: Question, vocabulary: Vocabulary) -> Question:
    """The question with the illness that a score, or value and medicine, tell, and without the medicines that are
    taken as what is asked about, where another is wanted beside them."""
    if question.danger or question.intent not in _KINDS:
        return question
    if (score := own_tests.counted(question)) is not None:
        return _of_illness(question, own_tests.Own(score.measure, score, ()), vocabulary)
    every = [c for c in question.concepts if c.semantic == "drug"]
    found = own_tests.told(question)
    if found is None or {c.label for c in every} != {c.label for c in found.drugs}:
        return question
    read = {a.to for a in question.assumptions if a.what == LEVEL}
    if any(c.semantic in _ILL and c.label not in read for c in question.having(Role.POPULATION)) and any(
        question.having(part) for part in (Role.INTERVENTION, Role.OUTCOME)
    ):
        return question  # what somebody has besides decides whether the medicine may be given at all
    question = _of_illness(question, found, vocabulary)
    if len(found.drugs) < 2 and not noted.ADDS.search(question.read):
        return _of_taken(question, found)
    if question.having(Role.COMPARATOR) or question.having(Role.OUTCOME):
        return question
    concepts = with_roles(question, dict.fromkeys(found.drugs, Role.OTHER))
    return msgspec.structs.replace(question, concepts=concepts, intervention="")


def _of_taken(question: Question, found: own_tests.Own) -> Question:
    """The question about the one medicine that is taken, which is to be moved or left."""
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")]
    if given or question.intervention or question.having(Role.OUTCOME):
        return question
    concepts = with_roles(question, dict.fromkeys(found.drugs, Role.INTERVENTION))
    return msgspec.structs.replace(question, concepts=concepts, intervention=found.drugs[0].text)


def _of_illness(question: Question, found: own_tests.Own, vocabulary: Vocabulary) -> Question:
    """The question with people who have the illness, unless it names one; what a value was read as makes way."""
    read = {a.to for a in question.assumptions if a.what == LEVEL}
    people = question.having(Role.POPULATION)
    ill = [c for c in question.concepts if c.semantic in _ILL and c.label not in read]
    terms = vocabulary.lookup(found.test.illness) if found.test.illness else ()
    if not terms or ill or any(terms[0].label in c.label for c in people):
        return question
    name = terms[0].label
    concept = make(name, terms[0], Role.POPULATION, vocabulary)
    by = " and ".join(c.label for c in found.drugs)
    are = "is" if len(found.drugs) == 1 else "are"
    why = f"that is what {by} {are} dosed by that test for" if by else "that is what it is counted in"
    said = Assumption(LEVEL, f"{found.value}{f' on {by}' if by else ''}", name, f"{why}; say if it is another")
    kept = tuple(a for a in question.assumptions if a.what != LEVEL)
    concepts = tuple(c for c in question.concepts if c.label not in read)
    return msgspec.structs.replace(
        question, concepts=(*concepts, concept), population=f"people with {name}", assumptions=(*kept, said)
    )
