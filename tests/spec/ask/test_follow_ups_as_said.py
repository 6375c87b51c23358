"""Follow-ups as people say them in few words: each changes what it names, and the rest of the last question stays."""

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
        ("Does dapagliflozin help heart failure?", "simpler please", Kind.READER, ""),
        ("Does dapagliflozin help heart failure?", "any newer studies?", Kind.STUDIES, ""),
        ("Does dapagliflozin help heart failure?", "any conflicts of interest?", Kind.STUDY, ""),
        ("Does dapagliflozin help heart failure?", "in a nutshell", Kind.DEPTH, ""),
        ("Does dapagliflozin help heart failure?", "in women", Kind.PATIENT, "women with heart failure"),
        ("Does dapagliflozin help heart failure?", "men only", Kind.PATIENT, "men with heart failure"),
        ("apixaban for atrial fibrillation", "on dialysis?", Kind.PATIENT, "apixaban"),
        ("apixaban for atrial fibrillation", "can i drink on it", Kind.ASPECT, "together with alcohol"),
        ("amoxicillin for otitis media in children", "penicillin allergy?", Kind.PATIENT, "amoxicillin"),
        ("amoxicillin for otitis media in children", "how many days", Kind.ASPECT, "how long should amoxicillin"),
        ("Does prednisolone help Bell's palsy?", "with aciclovir?", Kind.TREATMENT, "prednisolone with acyclovir"),
        ("What helps hot flushes in menopause?", "are there any natural options", Kind.TREATMENT, "what helps"),
        ("sertraline in pregnancy", "and breastfeeding", Kind.PATIENT, "breast-feeding women"),
        ("tamsulosin for kidney stones", "risk of fainting?", Kind.ASPECT, "does tamsulosin cause"),
        ("tamsulosin for kidney stones", "what is the best treatment for gallstones", Kind.NEW, "gallstones"),
        ("tamsulosin for kidney stones", "how is pericarditis treated", Kind.NEW, "pericarditis"),
        # of two treatments, which brings a harm less; how much of one at most; what is held in an illness
        ("apixaban or rivaroxaban for atrial fibrillation", "which one bleeds less", Kind.ASPECT, "compared with"),
        ("is ibuprofen or naproxen better for period pain", "which is gentler on the stomach", Kind.ASPECT, "risk of"),
        ("mirtazapine or sertraline for depression", "which one for anxiety", Kind.PROBLEM, "anxiety"),
        ("tramadol for pain", "is twice the dose better", Kind.ASPECT, "maximum dose of tramadol"),
        ("sertraline for depression", "can i take two at once", Kind.ASPECT, "maximum dose of sertraline"),
        ("dapagliflozin for heart failure", "what if i get a sick bug", Kind.ASPECT, "dapagliflozin be stopped in an"),
        ("metformin for diabetes", "what if im ill and cant eat", Kind.ASPECT, "metformin be stopped in an illness"),
        ("metformin for diabetes", "does it make you sick", Kind.ASPECT, "metformin"),
        # what somebody takes besides is no other people
        ("tamsulosin for kidney stones", "what else could she take?", Kind.TREATMENT, "what helps"),
    ],
)
def test_few_words_change_what_they_name(before: str, typed: str, kind: Kind, holds: str) -> None:
    made = follow(typed, read(before), read, year=2026)
    assert made.kind is kind
    assert holds in made.asked.lower()
