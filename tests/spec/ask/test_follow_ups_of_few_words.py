"""Follow-ups of few words: what takes a place in the last question, what narrows it, and what leaves its topic."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.ask.following import follow
from probatum.model import FollowUpKind as Kind
from probatum.model import Question


def read(text: str) -> Question:
    return ask.read(text, vocabulary=vocabulary.load())


@pytest.mark.parametrize(
    ("before", "typed", "kind", "holds"),
    [
        ("apixaban for atrial fibrillation", "thanks, another question: does zinc help colds", Kind.NEW, "zinc"),
        ("apixaban for atrial fibrillation", "my uncle has gout, does cherry juice work?", Kind.NEW, "gout"),
        ("apixaban for atrial fibrillation", "does allopurinol help gout, asking for a friend", Kind.NEW, "gout"),
        ("apixaban for my uncle with atrial fibrillation", "my uncle is 85, is it ok?", Kind.PATIENT, "apixaban"),
        ("shoulder injections for adhesive capsulitis", "knee as well?", Kind.ASPECT, "knee injections"),
        ("sensitivity of CRP for appendicitis", "specificity?", Kind.ASPECT, "specificity of crp"),
        ("lithotripsy for kidney stone 9 mm", "and 4 mm?", Kind.ASPECT, "4 mm"),
        ("is betamethasone cream safe in psoriasis", "on the scalp?", Kind.ASPECT, "on the scalp"),
        ("Does propranolol help migraine?", "she has asthma", Kind.PATIENT, "and asthma"),
        ("Does valproate help migraine?", "and she wants a baby", Kind.PATIENT, "planning a pregnancy"),
        ("ramipril for hypertension", "potassium 5.9 ok?", Kind.PATIENT, "potassium of 5.9"),
        ("oxycodone for back pain", "constipation?", Kind.ASPECT, "cause constipation"),
        ("Can I take diclofenac with ramipril", "and ibuprofen?", Kind.TREATMENT, "ibuprofen with ramipril"),
        ("loratadine for urticaria", "is cetirizine better", Kind.COMPARISON, "cetirizine compared with loratadine"),
        ("paroxetine for panic disorder", "how do I come off it", Kind.ASPECT, "paroxetine stopped"),
        ("physiotherapy for sciatica", "how long until better", Kind.ASPECT, "recovery take"),
        ("prednisolone for croup", "what if she throws it up", Kind.ASPECT, "vomited"),
        ("amiodarone for atrial fibrillation", "and tsh", Kind.ASPECT, "needed with amiodarone"),
        ("amiodarone for atrial fibrillation", "can i drive", Kind.ASPECT, "drive with amiodarone"),
        ("amiodarone for atrial fibrillation", "i dont get it", Kind.READER, ""),
        ("amiodarone for atrial fibrillation", "which studies are those", Kind.STUDY, ""),
        ("amiodarone for atrial fibrillation", "is this from good evidence?", Kind.CERTAINTY, ""),
    ],
)
def test_few_words_keep_the_rest_of_the_last_question(before: str, typed: str, kind: Kind, holds: str) -> None:
    made = follow(typed, read(before), read, year=2026)
    assert (made.kind, holds in made.asked.lower()) == (kind, True), made
