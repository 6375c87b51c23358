"""Organisms: a germ or a worm that a question names as what somebody has is the illness that is treated.

`H pylori treatment`, `MRSA in blood cultures`: the thesaurus files them as living things, and sources call the illness
by the same name.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_TREES: Final = ("B03.", "B04.", "B01.300.", "B01.050.500.500.", "B01.237.", "B01.043.", "B01.046.", "B01.268.")
"""MeSH trees of bacteria, viruses, fungi, worms and protozoa (MeSH 2025, category B)."""
_TREATS: Final = (Intent.THERAPY, Intent.DOSING)
_MADE_FROM: Final = caseless(
    r"\b(?:vaccin\w*|jabs?|immuni[sz]\w*|probiotic\w*|cultures? of|strains?|gene\w*|toxin\w*)\b"
)
"""Words of questions in which a germ is no illness."""


def had(question: Question, vocabulary: Vocabulary) -> Question:
    """The question with each germ that plays no part as an illness of its people."""
    if question.intent not in _TREATS or _MADE_FROM.search(question.read):
        return question
    every = (*question.having(Role.OTHER), *question.having(Role.OUTCOME))
    germs = [c for c in every if _is_germ(c, vocabulary)]
    if not germs:
        return question
    ill = [msgspec.structs.replace(c, role=Role.POPULATION, semantic="condition") for c in germs]
    concepts = tuple(ill[germs.index(c)] if c in germs else c for c in question.concepts)
    people = question.population or f"people with {germs[0].label}"
    feared = any(c.text in question.outcome for c in germs)
    return msgspec.structs.replace(
        question, concepts=concepts, population=people, outcome="" if feared else question.outcome
    )


def _is_germ(concept: Concept, vocabulary: Vocabulary) -> bool:
    terms = vocabulary.lookup(concept.label) if concept.id and concept.semantic in ("other", "") else ()
    return any(tree.startswith(_TREES) for term in terms[:1] for tree in term.trees)
