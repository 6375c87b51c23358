"""Places: where somebody sits or lies is no illness that something is given for: `A for lady in chair`."""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.ask.pico.frames import PEOPLE
from probatum.model import Question, Role
from probatum.text.expressions import caseless

_IN_PLACE: Final = caseless(
    rf"^(?:(?:an? |the |my )?(?:[\w-]+ ){{0,3}}?{PEOPLE}) (?:who is |sitting |lying |sat |confined )?(?:in|on|to|at)"
    r" (?:an? |the |her |his |their )?(?P<place>(?:wheel|arm|recliner )?chairs?|bed|hospital bed|side room|home"
    r"|hospital"
    r"|(?:care|nursing|residential) home|ward|clinic|surgery|icu|hdu|itu)(?=$| )"
    r"(?P<rest>(?: (?:with|who|and|has|for)\b.*)?)$"
)
_OF: Final = caseless(r"(?:wheel)?chairs?|beds?|wheelchairs?|homes?|hospitals?|wards?|clinics?")
_LED: Final = caseless(r"^\W*(?:with|who has|has|and)\s+")


def without(question: Question) -> Question:
    """The question without the place; who has something besides is called after that."""
    found = _IN_PLACE.match(question.population)
    if found is None:
        return question
    rest = _LED.sub("", found["rest"]).strip()
    place = found["place"].lower()
    concepts = tuple(
        msgspec.structs.replace(c, role=Role.OTHER)
        if c.role is Role.POPULATION and _OF.fullmatch(c.text) and c.text.lower() in place
        else c
        for c in question.concepts
    )
    return msgspec.structs.replace(question, population=f"people with {rest}" if rest else "", concepts=concepts)
