"""Taken: follow-ups that tell of a medicine the patient takes: `he also takes X`, `she is on X`, `what if he is on X?`.

Such a medicine is added to the patient. What was asked about stays what it was: it is never put in its place, for then
an answer on the one would be read as an answer on the other, and what the two do together would be lost.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.following.phrases import illnesses, labels
from probatum.ask.people.whom import denied
from probatum.model import FollowUp, FollowUpKind, Patient, Question, Role
from probatum.text.expressions import caseless

_LEAD: Final = (
    r"(?:(?:and|but|so|ok(?:ay)?|oh|also|now|then|sorry|well|yes|no|btw|ps|by the way|note|actually|i forgot"
    r"|forgot to (?:say|mention)|remember|turns out|it turns out|given|because|since|as|that|what (?:if|about|when)|how"
    r" about|if|in case|suppose|while|whilst|when|for|in|is it the same (?:if|when|for|in)|does (?:it|that) change"
    r" (?:if|when|for|in)|same (?:if|when|for|in))\b[\s,:;.!-]{0,8}){0,8}"
)
"""A bounded number of words that lead in: `note that` is read as two, since a word that fits twice doubles the ways."""
_WHO: Final = (
    r"(?:(?:she|he|they|i|we|you|who|patients?|pts?|people|somebody|someone|anyone|anybody|(?:a|an|the|this|my|our|his"
    r"|her|your|another|same) (?:[\w-]+ ){0,2}?[\w-]+|m[ae]n|wom[ae]n|adults?|mum|mom|dad|gran)(?: (?:who|that))?"
    r"\s{0,8})"
)
_STATE: Final = (
    r"(?:(?:'s|’s|'m|’m|'re|’re|'ve|’ve|is|are|am|was|were|has|have|had|been|being|be|gets?|got|also|already|currently"
    r"|now|still|regularly|usually|always|just|recently|long[- ]term|both|both of them|daily|at the moment"
    r"|chronically|previously|prescribed and)\s{0,8})"
)
_TAKING: Final = (
    r"(?:takes|taking|took|taken|eats|eating|drinks|drinking|uses|using|on|receives|receiving|maintained on"
    r"|stabili[sz]ed on|treated with"
    r"|(?:re)?started(?: (?:on|taking))?|put on|prescribed|given|commenced on|(?:a|the|his|her) course of)"
)
_BARE: Final = r"(?:take|eat|drink|use|receive)"
"""Verbs that tell of somebody only behind the word for who does it: `take X` alone bids somebody to take it."""
_TAKEN: Final = caseless(
    rf"(?:^|[,;.] ?|\band |\bwith )\W{{0,4}}{_LEAD}"
    rf"(?:{_WHO}{_STATE}{{0,6}}(?:{_TAKING}|{_BARE})|{_STATE}{{0,6}}{_TAKING})\b\W*(?P<what>.+)$",
)
_LISTED: Final = caseless(
    r"^\W*(?:and |also )?(?:his |her |their |my |the )?(?:other |current |regular |usual |concomitant |home )*"
    r"(?:meds?|mets|medicines?|medications?|drugs?|dh|drug history|drug list)\b\s*(?:are|is|include|includes|[:=-])"
    r"\W*(?P<what>.+)$",
)
"""`other meds: X, Y`."""
_BEHIND: Final = caseless(
    r"^\W*(?:and |but |also )*(?:with )?(?P<what>[\w][\w ,/-]{2,60}?) (?:is|are|was|were)? ?(?:also |already |being "
    r"|regularly )*(?:taken|used|on board|co-?prescribed|co-?administered)(?: (?:too|as well|already|daily))?\W*$"
)
"""`X is taken too`, `with X on board`."""
_BESIDE: Final = caseless(
    r"^\W*(?:(?:and|but|what about|how about|what if|ok(?:ay)?|so|then)\b\W*){0,3}"
    r"(?:(?:together|combined|in combination|along|taken) )?with (?P<what>[\w][\w ,/-]{2,60}?)\W*$"
)
"""`and with X?`: of two that were compared, each beside X."""
_REPLACES: Final = caseless(
    r"\b(?:instead|rather than|in place of|replac\w+|versus|vs|compared|better|best|swap\w*|switch\w*|chang\w+ to|or"
    r"|alternativ\w+|stopped|quit|no longer|used to|not)\b"
)
"""Words by which another medicine is weighed, or none is taken any more."""
_ASKS: Final = caseless(
    r"\b(?:can|could|may|might|should|shall|is (?:it|this|that)|are (?:they|these)|does|do|will|would|what|which|how|ok"
    r"|okay|safe|allowed)\b"
)
_TELLS: Final = ("age", "kidney", "liver", "weight")
"""Details of the patient that are told in their own words."""


def taken(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`he also takes X`: the last question of somebody who takes that too."""
    found = _TAKEN.search(text) or _LISTED.match(text) or _BEHIND.match(text)
    if found is None and any(c.semantic == "drug" for c in last.having(Role.COMPARATOR)):
        found = _BESIDE.match(text)
    drugs = [c for c in own.concepts if c.semantic == "drug" and c.label not in own.patient.allergies]
    known = labels(last) - set(last.patient.drugs)
    new = [d for d in drugs if d.label not in known]
    if found is None or not new or len(new) < len(drugs) or _REPLACES.search(text):
        return None
    before = text[: found.start()]
    if any(d.text.lower() in text[: found.start("what")].lower() for d in drugs):
        return None
    if _ASKS.search(before) or _ASKS.search(found["what"]):  # something is asked besides
        return None
    names = list(dict.fromkeys(d.label for d in new))
    ill = [c.label for c in illnesses(own) if c.label not in labels(last) and not denied(c, text)]
    given = (*(f"takes {name}" for name in names), *ill, *_told(own.patient))
    why = f"{_and(names)} taken too, by the same patient"
    return FollowUp(typed, FollowUpKind.PATIENT, last.typed, why, assume=(", ".join(given),))


def _told(patient: Patient) -> list[str]:
    """What else is told of the patient, in words that are read as the same again."""
    said = [getattr(patient, name) for name in _TELLS]
    pregnant = patient.pregnancy if patient.pregnancy != "not pregnant" else ""
    fed = "breast-feeding" if patient.breastfeeding else ""
    return [one for one in (*said, pregnant, fed, *(f"allergic to {name}" for name in patient.allergies)) if one]


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
