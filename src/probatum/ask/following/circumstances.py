"""Circumstances: follow-ups that tell what befell the same patient, though they name a procedure or a medicine.

`my patient has had a stent` puts no stent in the place of the medicine, `how long after a stent` asks of the medicine
after it, and `he gets ankle swelling on amlodipine` is said of the patient who was spoken of before.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.following import cues
from probatum.ask.following.phrases import (
    among,
    compared_of,
    illnesses,
    labels,
    people_of,
    people_with,
    problem_of,
    treatment_of,
    treatments,
)
from probatum.ask.people.whom import denied
from probatum.model import Concept, FollowUp, FollowUpKind, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_BEFORE: Final = caseless(
    r"\b(?P<when>after|since|following|post|before|prior to|pre|during|(?:due|booked|listed|scheduled) for|awaiting"
    r"|waiting for|needs?|having|undergoing|(?:has|have|had|'s|'ve) (?:just |recently |already )?(?:had|got)"
    r"|has|have|had|got|going for|goes for)[ -]"
    r"(?:(?:an?|the|his|her|my|their|this|that|recent|previous|planned|elective|emergency|urgent|major|minor|new"
    r"|total|coronary|\w+ed) ){0,3}$"
)
"""Words behind which a procedure is what happens to the patient; how they bear on the time is told by `when`."""
_LATER: Final = (
    "before",
    "prior to",
    "pre",
    "due for",
    "booked for",
    "listed for",
    "scheduled for",
    "awaiting",
    "needs",
)
_LATER_TOO: Final = ("waiting for", "need", "having", "going for", "goes for", "undergoing")
_INSTEAD: Final = caseless(r"\b(?:instead|rather|or|versus|vs|compared?|better|in place of)\b")
_ASKS: Final = caseless(
    r"^\W*(?:(?:and|but|so|then|ok(?:ay)?|well)\b\W*){0,3}"
    r"(?:what(?! (?:if|about|of)\b)|is|are|can|could|do|does|did|should|shall|will|would|may|must|when|how(?! about\b)"
    r"|which|why)\b"
)


def underwent(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`my patient has had a stent`, `for how long after a stent`: the procedure is of the patient, the medicine that
    was asked about stays."""
    done = [c for c in treatments(own) if c.label not in labels(last)]
    drugs = any(c.semantic == "drug" for c in last.having(Role.INTERVENTION))
    if not done or not drugs or any(c.semantic != "procedure" for c in done) or _INSTEAD.search(text):
        return None
    at = text.lower().find(done[0].text.lower())
    found = _BEFORE.search(text[: max(0, at)])
    if at < 0 or found is None or len({c.label for c in done}) > 1:
        return None
    when = "before" if found["when"].lower() in (*_LATER, *_LATER_TOO) else "after"
    which = f"{when} {_one(done[0].text)}"
    medicine = treatment_of(last)
    people = people_of(last) or among(last)
    if cues.HOW_LONG.search(text):
        asked = f"How long should {medicine} be given {which}{people}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"how long it is given {which}")
    if _ASKS.match(text):
        said = text.strip().rstrip("?. ")
        asked = f"{said}{'' if medicine.lower() in said.lower() else f' with {medicine}'}{people}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"asked of {medicine} {which}")
    asked = f"{compared_of(last)}{problem_of(last)}{people_of(last)} {which}"
    return FollowUp(typed, FollowUpKind.PATIENT, asked, f"the same {which}")


def _one(named: str) -> str:
    """The procedure with an article, but for what takes none."""
    low = named.lower()
    if low.endswith(("surgery", "s", "ing", "therapy", "dialysis")) or low.startswith(("a ", "an ", "the ")):
        return named
    return f"{'an' if low[:1] in 'aeiou' else 'a'} {named}"


_HE: Final = caseless(r"^\W*(?:(?:and|but|so|now|also|ok(?:ay)?|then)\b\W*){0,3}(?:he|she|the (?:patient|same)|pt)\b")
_MY: Final = caseless(r"\b(?:my|our|your|i|we)\b")
_OK: Final = caseless(
    r"\b(?:ok(?:ay)?|safe|allowed|all right|alright|fine|possible|suitable|contraindicated"
    r"|avoided)\b"
)
_ON: Final = caseless(r"\b(?:on|with|from|since|after|because of|due to|taking)\b")


def of_the_same(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`he gets ankle swelling on amlodipine`, `is propranolol ok with asthma` behind an open question (`what is first
    in hypertension`): a medicine for the matter of that question, in its people."""
    asked_of = last.having(Role.INTERVENTION)
    if any(not members(c.label) for c in asked_of) or not (asked_of or illnesses(last)):
        return None
    drugs = list({c.label: c for c in treatments(own) if c.semantic == "drug" and c.label not in labels(last)}.values())
    ill = [c for c in illnesses(own) if c.label not in labels(last) and not denied(c, text)]
    if len(drugs) != 1 or len(ill) != 1 or _MY.search(text) or own.intent is Intent.DIAGNOSIS:
        return None
    brought = own.intent is Intent.HARM and ill[0].role is Role.OUTCOME
    if _HE.match(typed) and (brought or _came_on(drugs[0], ill[0], text)):
        asked = f"Does {drugs[0].label} cause {ill[0].label}{people_of(last) or among(last)}?"
        why = f"whether {drugs[0].label} brings {ill[0].label}"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, why)
    if _OK.search(text) is None or re.search(rf"\bfor {re.escape(ill[0].text)}", text, re.IGNORECASE):
        return None
    people = people_with(last, own.patient, [ill[0].label])
    asked = f"Can {drugs[0].label} be used{problem_of(last)}{people}?"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"{drugs[0].label} for the same, with {ill[0].label}")


def _came_on(drug: Concept, ill: Concept, text: str) -> bool:
    """Whether the trouble is said to have come on the medicine: `ankle swelling on amlodipine`."""
    low = text.lower()
    first, then = low.find(ill.text.lower()), low.find(drug.text.lower())
    return 0 <= first < then and _ON.search(low[first + len(ill.text) : then]) is not None
