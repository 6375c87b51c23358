"""Eases: whether a treatment only eases pain, fever or a cough beside what treats the illness."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.patient import aimed
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of


def beside(text: str, context: Context) -> bool:
    """Whether advice is on what eases pain or fever, where what is asked about treats the illness itself."""
    own = {kind for drug in context.named for kind in (drug.lower(), *classes_of(drug))}
    felt = any(c.semantic == "symptom" for c in aimed.problem(context))
    return not (felt or _EASES & own or _CHOICE.search(text)) and COMFORTS.search(text) is not None


_CHOICE: Final = caseless(r"\b(?:first|second|further) choices?\b|\bfirst-line\b")


def only(name: str, context: Context) -> bool:
    """Whether a treatment only eases pain or fever, and what is asked about is given against an infection: what is
    taken besides is no way on where that fails. So it is with what kills germs beside a steroid, which damps what they
    do, beside a painkiller, and beside what eases a cough."""
    given = {kind for drug in context.named for kind in (drug.lower(), *classes_of(drug))}
    felt = all(c.semantic == "symptom" for c in aimed.problem(context)) and bool(aimed.problem(context))
    if (felt or given & (_DAMPS | _EASES)) and not given & _AGAINST_GERMS:
        return bool(_AGAINST_GERMS & _kinds(name))
    return bool(given & _AGAINST_GERMS) and not given & _EASES and bool(_EASES & _kinds(name))


def _kinds(name: str) -> frozenset[str]:
    """A treatment with the classes that it is of; of a combination those of its parts, too."""
    parts = (name, *name.replace("/", " and ").split(" and "))
    return frozenset((name, *(kind for part in parts for kind in classes_of(part.strip()))))


COMFORTS: Final = caseless(
    r"\b(?:distressed by|against|to (?:ease|relieve|treat)|relief of|for) (?:the )?(?:pain|fever|pain or fever"
    r"|fever or pain|discomfort)\b"
)
"""Advice on what eases pain or fever in an illness: it takes the place of nothing that treats the illness."""
_AGAINST_GERMS: Final = frozenset(("antibiotic", "antifungal agents", "antiviral agents"))


_EASES: Final = frozenset(("analgesics", "nonsteroidal anti-inflammatory drugs", "opioids"))


_DAMPS: Final = frozenset(("glucocorticoids", "corticosteroids"))
