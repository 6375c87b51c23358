"""What users of a treatment ask after an answer: missed doses, shorter courses, no treatment, when to seek help."""

from __future__ import annotations

import pytest

from probatum import ask
from probatum.ask.following import follow
from probatum.model import FollowUpKind as Kind

CASES = (
    ("metformin for type 2 diabetes", "what if he forgets to take one", Kind.ASPECT, "missed"),
    ("nitrofurantoin for cystitis", "are 3 days enough", Kind.ASPECT, "3 days of nitrofurantoin"),
    ("antibiotics for sore throat", "what if we just wait", Kind.COMPARISON, "compared with no treatment"),
    ("antibiotics for sore throat", "when should I see a doctor", Kind.ASPECT, "pharyngitis see a doctor"),
    ("empagliflozin for heart failure", "in people without kidney stones", Kind.PATIENT, "without kidney"),
    ("empagliflozin for heart failure", "so that my dad understands", Kind.READER, ""),
    ("antibiotics for sore throat", "treatment of scabies", Kind.NEW, "scabies"),
)


@pytest.mark.parametrize(("before", "typed", "kind", "holds"), CASES)
def test_it_is_understood_against_the_last_answer(before: str, typed: str, kind: Kind, holds: str) -> None:
    found = follow(typed, ask.read(before), ask.read, year=2026)
    assert found.kind is kind
    assert holds in found.asked
