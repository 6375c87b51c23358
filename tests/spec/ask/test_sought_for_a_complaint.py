"""A complaint told before it is asked what may be taken is what somebody has, and a treatment of it is sought."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Intent, Role


@pytest.mark.parametrize(
    "text",
    [
        "34 weeks pregnant bad heartburn what can i take",
        "vomiting at 9 weeks, cant keep water down, what medicine is safe",
        "itchy skin, breastfeeding, what can I use",
    ],
)
def test_the_complaint_is_what_is_treated(text: str) -> None:
    question = read(text)
    assert question.intent is Intent.THERAPY
    assert question.having(Role.POPULATION) and not question.having(Role.OUTCOME)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("can i take ibuprofen for a headache, 30 weeks pregnant", Intent.HARM),
        ("does omeprazole cause diarrhoea", None),
    ],
)
def test_where_a_medicine_is_named_nothing_is_sought(text: str, intent: Intent | None) -> None:
    question = read(text)
    assert question.having(Role.INTERVENTION)
    assert intent is None or question.intent is intent
