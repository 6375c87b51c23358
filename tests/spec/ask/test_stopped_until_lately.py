"""A medicine that was ended days or weeks ago counts as taken for what is begun, and is asked about no more."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role


@pytest.mark.parametrize(
    ("typed", "ended", "begun"),
    [
        ("stopped phenelzine 5 days ago, start citalopram dose?", "phenelzine", "citalopram"),
        ("tramadol for back pain, came off phenelzine 6 days ago", "phenelzine", "tramadol"),
        (
            "switching ramipril to entresto, last ramipril dose last night, start this morning?",
            "ramipril",
            "sacubitril and valsartan",
        ),
        ("stopped ramipril yesterday, start sacubitril/valsartan today?", "ramipril", "sacubitril and valsartan"),
        ("moclobemide stopped 2 days ago, sertraline for depression?", "moclobemide", "sertraline"),
        ("fluoxetine last taken 3 weeks ago, phenelzine dose", "fluoxetine", "phenelzine"),
        ("5 days after stopping phenelzine, sertraline dose?", "phenelzine", "sertraline"),
    ],
)
def test_what_was_ended_lately_counts_as_taken(typed: str, ended: str, begun: str) -> None:
    question = read(typed)
    assert question.patient.drugs == (ended,)
    assert [c.label for c in question.having(Role.INTERVENTION)] == [begun]
    assert question.intervention == begun and not question.comparator


@pytest.mark.parametrize(
    "typed",
    [
        "stopped phenelzine 3 months ago, citalopram dose",
        "stopped phenelzine 8 weeks ago, citalopram dose",
        "stopped lithium 5 days ago, restart?",
        "can i stop ramipril today",
    ],
)
def test_what_is_over_or_itself_asked_about_is_not_taken(typed: str) -> None:
    assert read(typed).patient.drugs == ()
