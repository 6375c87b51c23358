"""What is told of the patient and changes how a drug works or is borne: kidneys, liver, pregnancy, breast-feeding.

A study that does not speak of such people says little of them, and it is said; it counts as indirect (GRADE: Guyatt et
al. 2011, doi:10.1016/j.jclinepi.2011.04.014).
"""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Patient, Question, Record, RecordKind, SectionKind
from probatum.text.expressions import expression
from probatum.text.people import MOTHERS

_SIGNS: Final[dict[str, tuple[re.Pattern[str], str]]] = {
    "kidney": (
        expression(
            r"\b(?:kidneys?|renal\w*|nephro\w+|dialysis|ha?emodialysis|eGFR|creatinine|glomerul\w+|ura?emi\w+|albuminuria|CKD|ESRD|ESKD)\b",
            re.IGNORECASE,
        ),
        "kidney disease",
    ),
    "liver": (
        expression(r"\b(?:liver|hepat\w+|cirrho\w+|ascites|varice\w*|child-pugh)\b", re.IGNORECASE),
        "liver disease",
    ),
    "pregnancy": (
        expression(
            r"\b(?:pregnan\w+|trimesters?|gestation\w*|obstetric\w*|matern\w+|antenatal|prenatal|pre-?eclamp\w+"
            r"|preterm|labou?r|deliver(?:y|ies|ed)|ca?esarean|births?|f(?:o?etus\w*|o?etal))\b",
            re.IGNORECASE,
        ),
        "pregnancy",
    ),
    "breastfeeding": (
        expression(r"\b(?:breast-?\s?f(?:eed\w*|ed)|lactat\w+|nursing mothers?|postpartum)\b", re.IGNORECASE),
        "breast-feeding",
    ),
}
"""Trait of the patient -> the words by which a record speaks of such people, and what it is called."""
_OF_MOTHERS: Final = (_SIGNS["pregnancy"][0], _SIGNS["breastfeeding"][0])
_NO: Final = expression(r"\b(?:no|not|normal|without)\b", re.IGNORECASE)
IN_MOTHERS: Final = "in pregnancy or childbirth"
_KEPT: Final = (SectionKind.TITLE, SectionKind.ABSTRACT)


def note(question: Question, record: Record) -> str:
    """`not in kidney disease`, where a study names no such people and the patient is one; `in pregnancy or childbirth`,
    where it is on nobody else and nothing of the kind is asked."""
    if record.kind in (RecordKind.LABEL, RecordKind.GUIDELINE):
        return ""
    asked = [trait for trait in _SIGNS if _has(question.patient, trait)]
    if of_mothers_alone(question, record):
        return IN_MOTHERS
    if not asked:
        return ""
    text = " ".join((record.title, *(s.text for s in record.sections if s.kind in _KEPT)))
    lacking = [who for signs, who in (_SIGNS[trait] for trait in asked) if not signs.search(text)]
    return f"not in {lacking[0]}" if lacking else ""


def on_the_state(question: Question, record: Record) -> bool:
    """Whether a record's title is on medicines in the breast-feeding or pregnancy that is asked about: it answers
    whatever the medicine is taken for."""
    return _titled(question, record) and record.kind is RecordKind.BOOK


def noticed(question: Question, record: Record) -> bool:
    """Whether a guideline or notice of a regulator is, by its title, on the pregnancy or breast-feeding asked about:
    what it says of the medicine holds whatever that is taken for."""
    return _titled(question, record) and record.kind is RecordKind.GUIDELINE


def _titled(question: Question, record: Record) -> bool:
    states = [trait for trait in ("breastfeeding", "pregnancy") if _has(question.patient, trait)]
    return any(_SIGNS[trait][0].search(record.title) for trait in states)


def of_mothers_alone(question: Question, record: Record) -> bool:
    """Whether a study's title is on pregnancy or birth, and the question speaks of neither."""
    patient = question.patient
    asked = " ".join((question.typed, question.read, *(c.label for c in question.concepts)))
    spoken = patient.pregnancy or patient.breastfeeding or any(p.search(asked) for p in (MOTHERS, *_OF_MOTHERS))
    return not spoken and MOTHERS.search(record.title) is not None


_MEASURED: Final = expression(r"\b(?:e?GFR|clearance|CrCl|CLcr)\b\D{0,20}(?P<value>\d{1,3})", re.IGNORECASE)
_GRAVE: Final = 30.0
"""mL/min, below which KDIGO 2012 calls kidneys severely impaired. A judgement: between this and healthy ones, which is
common in old age, a study that says nothing of kidneys is not called one in others."""


def _mild(told: str) -> bool:
    """Whether a figure says that kidneys are not severely impaired."""
    found = _MEASURED.search(told)
    return found is not None and float(found["value"]) >= _GRAVE


def _has(patient: Patient, trait: str) -> bool:
    told = getattr(patient, trait)
    if trait == "kidney" and _mild(told):
        return False
    return told is True or (isinstance(told, str) and bool(told) and not _NO.search(told))
