"""Conceiving: `can I get pregnant on A`, `safe to become pregnant while taking A`: somebody who takes A wishes for it.

What A does to an unborn child is asked then, and not what else it may do. On a contraceptive the same words ask whether
it fails, and where no medicine is named they ask of fertility. A man who takes it bears no child: what bars it in
pregnancy does not bar it for him, and what labels say of fathers is looked for (`text.fathers`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from probatum.model import Concept, Patient, Question, Role
from probatum.text import fathers
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

_PREVENTS: Final = caseless(
    r"\bcontracept\w*|\bbirth control\b|\b(?:the|mini|combined|morning after|my) ?-?pill\b|\bminipill\b|\bcoil\b"
    r"|\bIUD\b"
    r"|\bdepo\b|\bimplant\b|\bcondoms?\b|\bvasectomy\b|\bsterili[sz]\w+|\bmissed\b"
)


def told(patient: Patient, text: str, concepts: Iterable[Concept], typed: str = "") -> Patient:
    """The patient as one who wishes to conceive, where a medicine that prevents nothing of it is named; the man who
    takes it as a man, and as nobody who is pregnant. `typed`: the words before brands were named by what they hold."""
    if fathers.asks(text):
        wished = patient.pregnancy in ("", WISHED)
        age = "" if patient.age == "child" else patient.age  # he is to father one
        return msgspec.structs.replace(patient, pregnancy="", sex="male", age=age) if wished else patient
    if (
        patient.pregnancy
        or patient.sex == "male"
        or fathers.WISHES.search(text) is None
        or _PREVENTS.search(f"{text} {typed}")
    ):
        return patient
    drugs = [c for c in concepts if c.semantic == "drug"]
    if not drugs or any("contracept" in kind for c in drugs for kind in (c.label, *classes_of(c.label))):
        return patient
    return msgspec.structs.replace(patient, pregnancy=WISHED)


WISHED: Final = "trying to conceive"
_STATE: Final = caseless(r"(?:be |get |become )?(?:pregnant|conceive|conceiving)\b.*")
_CHILD: Final = caseless(r"(?:people with )?(?:father )?(?:an? |another )?(?:bab(?:y|ies)|child(?:ren)?|kids?|family)")


def asked(question: Question) -> Question:
    """The question about the medicine that is taken, where the pregnancy was read as what is given; a child that a
    father wishes for is nobody who is ill."""
    father = fathers.asks(question.read)
    if father and _CHILD.fullmatch(question.population):
        kept = tuple(c for c in question.concepts if not _CHILD.fullmatch(c.text))
        question = msgspec.structs.replace(question, population="", concepts=kept)
    wished = question.patient.pregnancy == WISHED or father
    if not wished or not _STATE.fullmatch(question.intervention):
        return question
    taken = [c for c in question.having(Role.OTHER) if c.semantic == "drug" and c.label in question.patient.drugs]
    roles = dict.fromkeys(taken, Role.INTERVENTION) | dict.fromkeys(question.having(Role.INTERVENTION), Role.OTHER)
    concepts = tuple(msgspec.structs.replace(c, role=roles.get(c, c.role)) for c in question.concepts)
    words = " and ".join(dict.fromkeys(c.label for c in taken))
    return msgspec.structs.replace(question, intervention=words, concepts=concepts) if taken else question
