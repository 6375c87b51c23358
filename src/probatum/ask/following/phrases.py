"""Phrases: the parts of the last question in the words in which a follow-up asks of them again."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Concept, Intent, Patient, Question, Role
from probatum.text import measured as text_measured
from probatum.text.expressions import expression

_NO_ILLNESS: Final = frozenset({"pregnancy", "breastfeeding", "breast feeding", "breast-feeding"})
"""States that the kind of people tells."""
_ILL: Final = ("condition", "symptom")


def illnesses(question: Question) -> list[Concept]:
    """Illnesses and symptoms that it names."""
    return [c for c in question.concepts if c.semantic in _ILL]


def treatments(question: Question) -> list[Concept]:
    """What is given or done; dialysis tells of the patient."""
    kidney = question.patient.kidney.lower()
    named = [c for c in question.concepts if c.semantic in ("drug", "procedure", "test") and not measured(c, question)]
    return [c for c in named if not (kidney and c.text.lower() in kidney)]


def measured(concept: Concept, question: Question) -> bool:
    """Whether a name is that of a value that was measured, and of nothing that is given: `a potassium of 5.4`."""
    return bool(
        re.search(rf"\b{re.escape(concept.text)} of \d+(?:\.\d+)?(?! ?(?:m?c?g|mg|ml|units?)\b)", question.read, re.I)
    )


def labels(question: Question) -> set[str]:
    """Names of its concepts."""
    return {c.label for c in question.concepts}


def treatment_of(question: Question) -> str:
    """What is given, in words."""
    named = [c.label for c in question.having(Role.INTERVENTION) if not measured(c, question)]
    return " and ".join(dict.fromkeys(named)) or question.intervention


def compared_of(question: Question) -> str:
    """What is given and, where the question sets it against something, that too."""
    other = next(iter(question.having(Role.COMPARATOR)), None)
    if other is None:
        return treatment_of(question)
    # Two doses or lengths of one treatment are named as they were typed: `prednisone 5 days` against `14 days`.
    mine = treatment_of(question) if other.semantic else question.intervention
    return f"{mine} compared with {other.label}"


def problem_of(question: Question) -> str:
    """` for muscle cramps`, ` to prevent gout flares`; empty where no outcome is named apart from its people."""
    if question.danger and any(c.label in question.patient.allergies for c in question.having(Role.INTERVENTION)):
        return ""  # what came of it is nothing that anything is for
    named = question.having(Role.OUTCOME)
    said = named[0].label if named else question.outcome
    if named and named[0].text.lower() == question.outcome.lower() and said.lower() in question.outcome.lower():
        said = question.outcome  # `gout flares`, where the label is that of the illness alone
    prevents = question.intent is Intent.PREVENTION and named and named[0].semantic == "condition"
    return f" {'to prevent' if prevents else 'for'} {said}" if said else ""


def condition_of(question: Question) -> str:
    """What the people have, the illness before the symptom; else what the question is about."""
    order = sorted(had(question), key=lambda c: (c.semantic != "condition", c.role is Role.OUTCOME))
    ill = [_valued(c, question) for c in order]
    return ill[0] if ill else question.outcome or question.population or treatment_of(question)


def had(question: Question) -> list[Concept]:
    """Illnesses that the people have: what a treatment is feared to bring is none of theirs."""
    feared = question.intent is Intent.HARM and bool(question.intervention)
    return [c for c in illnesses(question) if not (feared and c.role is Role.OUTCOME)]


def other_of(question: Question) -> str:
    """The medicine that the last treatment was set against; empty where there was none."""
    return next((c.label for c in question.having(Role.COMPARATOR) if c.semantic == "drug"), "")


_IN_PLACE: Final = expression(r"^(?P<new>.{2,80}) (?:in place of|against) (?P<old>.{2,80})$")


def before(question: Question) -> str:
    """The treatment in whose place that of the question was named by a follow-up; empty where there was none."""
    whys = (_IN_PLACE.match(a.why) for a in question.assumptions if a.what == "follow-up")
    return next((found["old"] for found in whys if found and found["new"] == treatment_of(question)), "")


def tells_whom(question: Question) -> bool:
    """Whether it says in which state of life or body the people are: an age, a weight, a pregnancy, poor kidneys."""
    told = question.patient
    return bool(told.age or told.weight or told.pregnancy or told.breastfeeding or told.kidney or told.liver)


def people_of(question: Question) -> str:
    """Whom it is about, with `in` before."""
    return people_with(question, Patient(), [])


def people_with(last: Question, patient: Patient, also: list[str]) -> str:
    """` in children with amyotrophic lateral sclerosis and renal failure`: who, of both questions, the newer first."""
    old = last.patient
    age = patient.age or old.age
    if pregnancy := patient.pregnancy or (old.pregnancy if not (patient.age or patient.breastfeeding) else ""):
        weeks = re.search(r"\d+ weeks|(?:first|second|third|1st|2nd|3rd) trimester", pregnancy)
        who = "women planning a pregnancy" if pregnancy == "trying to conceive" else "pregnant women"
        who = f"women {weeks[0]} pregnant" if weeks and "weeks" in weeks[0] else who
        who += f" in the {weeks[0]}" if weeks and "trimester" in weeks[0] else ""
    elif patient.breastfeeding or (old.breastfeeding and patient.age in ("", "infant", "newborn", "toddler")):
        who = "breast-feeding women"
    elif age:
        grown = _SEXES.get(patient.sex or old.sex, "people") if _creatinine(old, patient) else "people"
        who = _GROUPS.get(age, "older adults" if age == "older adult" else f"{grown} aged {age[:1].lower()}{age[1:]}")
    else:
        who = _SEXES.get(patient.sex or _told_sex(last), "people")
    values = _measured_of(last, patient)
    with_ = [_valued(c, last) for c in last.having(Role.POPULATION) if not _by_value(c, last)] + also + values
    kidney = _creatinine(old, patient) or patient.kidney or old.kidney
    with_ += [said for said in (kidney, patient.liver or old.liver) if said]
    weight = patient.weight or old.weight
    who += f" weighing {weight}" if weight else ""
    ancestry = patient.ancestry or old.ancestry
    who += f" of {ancestry} origin" if ancestry else ""
    kept: list[str] = []
    for name in dict.fromkeys(w for w in with_ if w.lower() not in _NO_ILLNESS):
        if not any(name in other or other in name for other in kept):
            kept.append(name)
    if who == "people" and not (kept or patient.allergies or old.allergies):
        return ""
    told = "".join(f", allergic to {name}" for name in dict.fromkeys((*old.allergies, *patient.allergies)))
    return f" in {who}{' with ' + ' and '.join(kept) if kept else ''}{told}"


_OF_A_SEX: Final = expression(
    r"\b(?:wom[ae]n|m[ae]n|lady|ladies|gentlem[ae]n|females?|males?)\b(?!['\u2019]s (?:health|group))", re.IGNORECASE
)


def _told_sex(question: Question) -> str:
    """The sex of the people, where the question names them so (`in a woman`) and not merely `he` or `she`."""
    return question.patient.sex if _OF_A_SEX.search(question.read) else ""


def _creatinine(old: Patient, new: Patient) -> str:
    """What was measured, where the filtration was only reckoned from it: rules on doses ask for the creatinine itself,
    and with the age and the sex the filtration is reckoned anew."""
    told = new.creatinine or ("" if new.kidney else old.creatinine)
    return f"a creatinine of {told}" if told else ""


_SEXES: Final = {"female": "women", "male": "men"}
_GROUPS: Final = {
    "child": "children",
    "newborn": "newborns",
    "infant": "infants",
    "toddler": "toddlers",
    "adolescent": "adolescents",
}


def _valued(concept: Concept, question: Question) -> str:
    """The name of what somebody has; of what was measured with the value: `ferritin of 400`; of an illness with its
    course, since what helps in an attack is not what prevents one: `acute gout`."""
    found = re.search(rf"\b{re.escape(concept.text)} of \d+(?:\.\d+)?", question.read, re.I)
    course = re.search(rf"\b({_COURSES}) {re.escape(concept.text)}\b", question.read, re.I)
    if course and course[1].lower() not in concept.label.lower():
        return f"{course[1].lower()} {concept.label}"
    spell = re.search(rf"\b{re.escape(concept.text)} ({_SPELLS})\b", question.read, re.I)
    if spell and spell[1].lower() not in concept.label.lower():
        return f"{concept.label} {spell[1].lower()}"
    return f"a {found[0]}" if found else concept.label


def _measured_of(last: Question, patient: Patient) -> list[str]:
    """What was measured of the patient, `a QTc of 490`; of what was measured twice the newer."""
    found = [value for one in (*last.patient.values, *patient.values) if (value := _VALUE.fullmatch(one))]
    return list({value["what"]: f"a {value['what']} of {value['value']}" for value in found}.values())


def _by_value(concept: Concept, question: Question) -> bool:
    """Whether it is told by a value of the patient: what was measured itself, or the state that the value is."""
    values = question.patient.values
    if concept.label in text_measured.states(values):
        return True
    said = re.search(rf"\b{re.escape(concept.text)} of (\d[\d./]*)", question.read, re.I)
    return said is not None and any(value.endswith(f" {said[1]}") for value in values)


_VALUE: Final = expression(r"(?P<what>\D{1,30}?) (?P<value>\d[\d./]*)")
"""What was measured, as it is held of a patient: `QTc 490`."""
_COURSES: Final = "acute|chronic|recurrent|severe"
_SPELLS: Final = "exacerbations?|attacks?|flares?|flare-?ups?|crisis|crises|relapses?"


def whole(question: Question) -> str:
    """The question as read, without its mark."""
    return question.read.rstrip("?. ")


def among(last: Question) -> str:
    """` in depression`, where the illness stood as what is treated and no people were named."""
    return f" in {condition_of(last)}" if had(last) else ""
