"""Spared: advice for those who are not what the patient is (`in people not of African origin`, `who are not pregnant`,
`without diabetes`) is none for the patient, however well its other words meet."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum.apply.fitting.names import names_one
from probatum.apply.fitting.sorts import FEEDING, PREGNANT
from probatum.model import Patient
from probatum.text import ancestry
from probatum.text.expressions import caseless

_SAYS: Final = caseless(
    r"\b(?:recommends?|advises?|says|(?:is|are) (?:given|offered|recommended)|the (?:first )?(?:choice|dose))\b"
)
"""Where a sentence begins to tell what is done: whom it is for stands before that."""
_NOT: Final = caseless(
    r"\b(?:who (?:do|does) not (?=have|breast)|(?:who (?:are|is) )?not(?= (?:of|pregnant|breast))"
    r"|non-(?=pregnant|breast)|(?<!or )without) ?"
    r"(?P<what>(?:(?! (?:with|from|and (?:men|women|people|adults|children))\b)[^,;.]){3,70})"
)
"""Whom it spares, up to others for whom it is."""
_ELSE: Final = caseless(r"\bor (?=(?:with|in people|people|of)\b)(?P<else>[^,;.]{3,90})")
"""Others for whom the same is said besides."""


_EXEMPT: Final = caseless(
    r"\b(?:does|do) not apply to (?:people with |those with |adults with )?(?P<what>[^.;]{3,120})"
)
"""Whom advice itself leaves out, behind what it says."""


@lru_cache(maxsize=8192)
def shuts_out(text: str, patient: Patient, conditions: tuple[tuple[str, ...], ...] = ()) -> bool:
    """Whether a direction is for those who are not what the patient is. `conditions`: the illnesses told, each with its
    names."""
    said = _SAYS.search(text)
    whom = text[: said.start()] if said else text
    besides = [found.start() for found in _ELSE.finditer(whom) if _is(found["else"], patient, conditions)]
    barred = [found.start() for found in _NOT.finditer(whom) if _is(found["what"], patient, conditions)]
    if any(_is(found["what"], patient, conditions) for found in _EXEMPT.finditer(text)):
        return True
    return any(not any(other > at for other in besides) for at in barred)


def _is(what: str, patient: Patient, conditions: tuple[tuple[str, ...], ...]) -> bool:
    """Whether words name something that the patient is or has."""
    if patient.ancestry and ancestry.named(what, patient.ancestry):
        return True
    states = ((bool(patient.pregnancy), PREGNANT), (patient.breastfeeding, FEEDING))
    return any(holds and said.search(what) for holds, said in states) or names_one(what, conditions)
