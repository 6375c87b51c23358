"""People: follow-ups that tell whom it is about: `in children?`, `she has asthma`, `potassium 5.3`, `wants a baby`."""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.following import cues
from probatum.ask.following.phrases import (
    before,
    compared_of,
    condition_of,
    illnesses,
    labels,
    other_of,
    people_of,
    people_with,
    problem_of,
    treatment_of,
    treatments,
    whole,
)
from probatum.ask.people.whom import denied
from probatum.model import Concept, FollowUp, FollowUpKind, Intent, Patient, Question, Role
from probatum.text import fathers, words
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_IN: Final = expression(
    r"\b(?:in|with|if|has|have|having|is|are|and|had|suffered|previous(?:ly)?|prior|past|earlier"
    r"|history of|patients?|people)\b[^,;?]*$|^\W*$",
    _I,
)
_FOR: Final = expression(r"\b(?:for|about|against|treat\w*|helps?)\s+(?:the |a |an |my )?$", _I)
VALUES: Final = (
    "potassium|sodium|ferritin|creatinine|h(?:a)?emoglobin|hb|inr|platelets?|alt|ast|tsh|t4|hba1c|a1c|crp|calcium"
    "|magnesium|bilirubin|albumin|b12|folate|glucose|uric acid|urate|vitamin d|psa|bmi|bp|qtc?|heart rate|pulse"
    "|neutrophils?|k"
)
_LAB: Final = expression(
    rf"\b(?P<what>{VALUES})\+? ?(?:is |was |of |at |= ?|: ?|level )?(?P<value>\d+(?:\.\d+)?(?:/\d+)?)", _I
)
"""A measured value: it tells of the patient, whatever drug bears the name."""
_WANTS: Final = expression(
    r"\b(?:wants?|wanting|trying|tries|try|planning|plans?|hoping|hopes?) (?:for |to (?:have|get|become|conceive) ?)?"
    r"(?:a |another )?(?:baby|bab(?:y|ies)|child(?:ren)?|kids?|pregnan(?:t|cy)|conceive)?\b",
    _I,
)
_CHILD: Final = expression(r"\b(?:baby|babies|child(?:ren)?|kids?|pregnan(?:t|cy)|conceive)\b", _I)
_PERSON: Final = expression(
    r"^\W*(?:and |but |also |so |what if |if )*(?:she|he|they|i|the patient|patient|pt|(?:my|the|her|his) \w+)"
    r"(?: also)? (?:is|was|am|are|has|have|had|gets?|got)\b",
    _I,
)
"""`she is asthmatic`, `he has glaucoma`: what follows is said of a person."""
_OF_HAVING: Final = expression(
    r"\b(?:with|in|has|have|had|having|is|are|if|patients?|people|history|previous|prior|past|after)\b", _I
)
"""Words by which an illness is that of the people."""
_PAST: Final = expression(
    r"^\W*(?:and |but |also |so |what if |if )*(?:(?:an?|with|known|there is an?) )?"
    r"(?:(?:past |medical |previous )*history of|previous(?:ly)?|prior|past|earlier|had) ",
    _I,
)
"""`history of stroke`, `previous MI`: what somebody had is told without saying who."""
_OF_KIN: Final = expression(
    r"\b(?:my|her|his|their|our) (?:m[uo]m|mother|dad|father|parents?|sister|brother|aunt|auntie|uncle|gran\w*|nan"
    r"|cousin|family)\b",
    _I,
)
"""Whose illness is no illness of the patient, unless the question is about them."""
_SHORT: Final = 5
"""Content words of a value that is told."""


def measured(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`potassium 5.3 ok?`: the last question of somebody with that value."""
    found = _LAB.search(text) or _LAB.search(typed)  # `TSH` is read as the hormone that bears the name
    if found is None or len(words.content(text)) > _SHORT:
        return None
    what = found["what"].lower() if found["what"].istitle() else found["what"]
    value = f"{what} of {found['value']}"
    before_it = re.compile(rf"(?: and| with)? an? {re.escape(found['what'])} of [\d./]+", _I)
    people = before_it.sub("", people_of(last)) or " in people"  # what is measured anew takes the place of what was
    joined = " and" if " with " in people else " with"
    asked = (
        f"Is {treatment_of(last)} safe{people}{joined} a {value}?"
        if last.intervention
        else f"{last.read.rstrip('?. ')}, with a {value}?"
    )
    return FollowUp(typed, FollowUpKind.PATIENT, asked, f"the same question with a {value}")


_ALLERGIC: Final = expression(
    r"^\W*(?:(?:and|but|what|if|actually|sorry|oh)\b\W*){0,4}(?:(?:he|she|they|i|the patient|patient|pt|my \w+)\b\W*)?"
    r"(?:(?:is|are|am|was|'s|'m)\b\W*)?(?:(?:very|really|badly)\b\W*)?allergic(?: to (?:it|that|this|them))?\W*$",
    _I,
)


def allergic(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`she's allergic`: to the medicine that was asked about, so that something else is sought."""
    drugs = [c.label for c in last.having(Role.INTERVENTION) if c.semantic == "drug"]
    if len(set(drugs)) != 1 or not _ALLERGIC.match(typed):
        return None
    people, ill = people_of(last), condition_of(last)
    named = "" if ill in people or not illnesses(last) else f" {ill}"
    asked = f"What helps{named}{people}, allergic to {drugs[0]}?"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"another treatment, with an allergy to {drugs[0]}")


def conceiving(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and wants a baby`: the woman is the patient, and no infant is."""
    found = _WANTS.search(text)
    if found is None or not _CHILD.search(found[0]) or not last.intervention:
        return None
    people = people_of(last) or " in women"
    asked = f"{compared_of(last)}{problem_of(last)}{people} planning a pregnancy"
    return FollowUp(typed, FollowUpKind.PATIENT, asked, "the same before a pregnancy")


_HE_TAKES: Final = expression(
    r"\b(?:husband|boyfriend|partner|fianc[e\u00e9]|he|dad|father)(?:['\u2019]?s| is)?(?: (?:also|already|still|now"
    r"|too))?"
    r" (?:takes|taking|uses|using|on|has|gets)\b[^.?]{0,20}\b(?:it|that|this|them|the same)\b",
    _I,
)


def fathering(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and my husband takes it too` after a question on a pregnancy: what the father's taking it means for a child."""
    wished = last.patient.pregnancy or fathers.WISHED.search(last.read)
    if not last.intervention or not wished or treatments(own) or _HE_TAKES.search(text) is None:
        return None
    asked = f"{treatment_of(last)} in a man whose partner wants to conceive"
    return FollowUp(typed, FollowUpKind.PATIENT, asked, f"{treatment_of(last)} taken by the father")


def others(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and in children?`, `what about in renal failure?`: the same treatment and problem in other people."""
    patient = own.patient
    if patient.allergies and cues.ELSE.search(text):
        return None  # something else is asked for, which suits somebody with that allergy
    if cues.SAFER.search(text) and (other_of(last) or before(last)):
        return None  # `which is safer in the elderly` is asked of both
    details = (patient.age, patient.pregnancy, patient.breastfeeding, patient.kidney, patient.liver, patient.weight)
    told = any(details) or bool(patient.allergies) or _sex_alone(text, patient)
    ill = [c for c in illnesses(own) if c.label not in labels(last) and not cues.SIDE_EFFECTS.search(c.text)]
    gone = [c for c in ill if denied(c, text)]
    if _OF_KIN.search(text) and not _OF_KIN.search(last.typed):
        ill = []
    person = _PERSON.match(text) is not None or _PAST.match(text) is not None
    if last.intent is Intent.PREVENTION and not person:  # `and colon cancer?`: whether that is prevented, too
        ill = [c for c in ill if _OF_HAVING.search(text) or c in gone]
    also = [c for c in ill if (person or c.role is Role.POPULATION) and _has(text, c) and c not in gone]
    if not {d.label for d in treatments(own)} <= labels(last) | set(patient.allergies) or not (told or also or gone):
        return None
    if patient.age == "child" and not (also or gone or patient.sex) and _OWN_CHILD.search(last.read):
        return FollowUp(typed, FollowUpKind.PATIENT, last.typed, "it was asked of a child already")
    people = people_with(last, patient, [c.label for c in also])
    people += "".join(f" without {c.label}" for c in gone)
    intent = own.intent if own.intent in (Intent.HARM, Intent.DOSING) else last.intent
    if intent is Intent.HARM and last.intervention:
        asked = f"Is {treatment_of(last)} safe{people}?"
    elif intent is Intent.DOSING and last.intervention:
        asked = f"What is the dose of {treatment_of(last)}{problem_of(last)}{people}?"
    else:
        asked = (
            f"{compared_of(last)}{problem_of(last)}{people}"
            if last.intervention
            else f"{whole(last).removesuffix(people_of(last))}{people}"
        )
    return FollowUp(typed, FollowUpKind.PATIENT, asked, f"the same question{people}")


_OWN_CHILD: Final = expression(
    r"\b(?:my|our|his|her|the|a) (?:\w+ )?(?:son|daughter|child|kid|toddler|boy|girl|little one"
    r"|grand(?:son|daughter|child))\b",
    _I,
)


_IN_SEX: Final = expression(
    r"^\W*(?:and |but )?(?:does|do|is|are|would) (?:it|that|this|they) (?:also |just )?(?:work|help|effective"
    r"|the same|good|true|hold)\b[^?]{0,16}\b(?:in|for) (?:wom[ae]n|m[ae]n|females?|males?)\W*$",
    _I,
)
"""`does it work in women`."""


def _sex_alone(text: str, patient: Patient) -> bool:
    """`in women`, `men only`: nothing but their sex is told of the people."""
    return bool(patient.sex) and bool(cues.SEX.search(text) or _IN_SEX.search(text))


def _has(text: str, concept: Concept) -> bool:
    """Whether somebody is said to have it: `with heart failure`, and not `for heart failure`."""
    before = text[: max(0, text.find(concept.text))]
    return bool(_IN.search(before)) and not _FOR.search(before)
