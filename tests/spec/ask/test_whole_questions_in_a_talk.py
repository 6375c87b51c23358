"""A whole question on another medicine begins anew, and what a text says of its own people is never lost."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.ask.following import follow
from probatum.model import FollowUp, Question
from probatum.model import FollowUpKind as Kind


def read(text: str) -> Question:
    return ask.read(text, vocabulary=vocabulary.load())


def said(before: str, typed: str) -> FollowUp:
    return follow(typed, read(before), read, year=2026)


METFORMIN = "metformin in children with type 2 diabetes mellitus"
APIXABAN = "apixaban in children with atrial fibrillation and renal failure"


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        (METFORMIN, "Can ibuprofen be taken when breastfeeding?"),
        ("sertraline in children with depression", "Can ibuprofen be taken when breastfeeding?"),
        (METFORMIN, "Is paracetamol safe in pregnancy?"),
        (APIXABAN, "How do I store insulin glargine?"),
        (APIXABAN, "where should amoxicillin suspension be kept"),
        (APIXABAN, "What are the side effects of naproxen?"),
        (APIXABAN, "is doxycycline safe in renal failure?"),
        (METFORMIN, "Can omeprazole capsules be crushed?"),
    ],
)
def test_a_whole_question_on_another_medicine_is_new(before: str, typed: str) -> None:
    made = said(before, typed)
    assert (made.kind, made.asked) == (Kind.NEW, typed), made


@pytest.mark.parametrize(
    ("before", "typed", "kind", "holds"),
    [
        (METFORMIN, "can she take ibuprofen?", Kind.TREATMENT, "ibuprofen"),
        (METFORMIN, "what about empagliflozin?", Kind.TREATMENT, "type 2 diabetes"),
        (METFORMIN, "is empagliflozin safer?", Kind.COMPARISON, "compared with metformin"),
        (METFORMIN, "how does it work?", Kind.ASPECT, "metformin"),
        (METFORMIN, "is metformin safe when breastfeeding?", Kind.PATIENT, "breast-feeding women"),
        (METFORMIN, "is it safe in pregnancy?", Kind.PATIENT, "pregnant women"),
        (METFORMIN, "is it safe with ibuprofen?", Kind.ASPECT, "together with ibuprofen"),
        (METFORMIN, "and empagliflozin in pregnancy?", Kind.TREATMENT, "pregnant women"),
        ("can I take ibuprofen with lisinopril", "and naproxen when pregnant?", Kind.TREATMENT, "pregnant women"),
    ],
)
def test_what_leans_on_the_last_answer_stays(before: str, typed: str, kind: Kind, holds: str) -> None:
    made = said(before, typed)
    assert (made.kind, holds in made.asked.lower()) == (kind, True), made
