"""Depending: `does it matter if he is overweight?` behind a question on a treatment asks the same of such people."""

from __future__ import annotations

from typing import Final

from probatum.model import Question, Role
from probatum.text.expressions import caseless

_DEPENDS: Final = caseless(
    r"^\W*(?:(?:and|but|also) ){0,3}(?:does|do|would|will|is|are|did) "
    r"(?:it|this|that|they|the (?:answer|choice|effect|result)s?) (?:really |still |also )?"
    r"(?:matter|differ|depend|change|vary|the same|different|hold|true|make (?:a|any) difference)"
    r"(?: (?:true|good))?,? (?:if|whether|when|on whether|where|for|in) "
    r"(?P<who>(?!it\b|this\b|that\b|taken\b|given\b)[^?]{3,90}?)\W*$"
)
_ONE: Final = (
    r"^(?:the |a |my |this |that )?(?:patients?|persons?|people|m[ae]n|wom[ae]n|child|some(?:body|one)|one|s?he|they"
    r"|i|we)"
)
_IS: Final = caseless(rf"{_ONE} (?:is|are|am|was|were) (?P<what>.+)$")
_HAS: Final = caseless(rf"{_ONE} (?:also )?(?:has|have|had) (?P<what>.+)$")


def asked(part: str, first: Question) -> str:
    """The first question put again of the people whom the part tells of; empty for a part of another kind, and where
    the first names no treatment."""
    found = _DEPENDS.match(part.strip())
    if found is None or not first.intervention or not first.having(Role.INTERVENTION):
        return ""
    ill = " and ".join(dict.fromkeys(c.label for c in first.having(Role.POPULATION) if c.semantic == "condition"))
    given = f"{first.intervention} versus {first.comparator}" if first.comparator else first.intervention
    wanted = f" for {ill}" if ill else f" for {first.outcome}" if first.outcome else ""
    return f"{given}{wanted} in {_people(found['who'].strip())}"


def _people(who: str) -> str:
    """`the patient is overweight` as people: `patients who are overweight`."""
    if (found := _IS.match(who)) is not None:
        return f"patients who are {found['what']}"
    if (found := _HAS.match(who)) is not None:
        return f"patients with {found['what']}"
    return who
