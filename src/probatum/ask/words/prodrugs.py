"""Drugs that the body turns into one another, milligram for milligram: a trial of the one is evidence on the other.

Only where the doses are the same: prednisone acts as prednisolone, 5 mg of each being alike (British National
Formulary, glucocorticoid therapy). Valaciclovir and aciclovir are no such pair.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.words.text import Draft
from probatum.model import Concept, Role

_ALIKE: Final = {"prednisolone": "prednisone", "prednisone": "prednisolone"}
_WHY: Final = "the body turns prednisone into prednisolone, 5 mg of each being alike"


def with_prodrugs(concepts: tuple[Concept, ...], draft: Draft) -> tuple[Concept, ...]:
    """The concepts, with what is the same medicine in the body among the names of a drug that is asked about."""
    made = []
    for concept in concepts:
        other = _ALIKE.get(concept.label)
        if other and concept.role in (Role.INTERVENTION, Role.COMPARATOR) and not _asked(other, concepts):
            draft.assume("same medicine", concept.label, f"{concept.label} or {other}", _WHY)
            concept = msgspec.structs.replace(concept, synonyms=(other, *concept.synonyms))
        made.append(concept)
    return tuple(made)


def _asked(drug: str, concepts: tuple[Concept, ...]) -> bool:
    """Whether a question names the other too: then the two are told apart."""
    return any(concept.label == drug for concept in concepts)
