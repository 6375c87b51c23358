"""How long it takes is the time to an effect; a medicine named beside two compared ones is taken with each."""

from __future__ import annotations

import pytest

from probatum import ask, vocabulary
from probatum.ask.following import follow
from probatum.model import FollowUp, Question
from probatum.model import FollowUpKind as Kind


def said(before: str, typed: str) -> FollowUp:
    def read(text: str) -> Question:
        return ask.read(text, vocabulary=vocabulary.load())

    return follow(typed, read(before), read, year=2026)


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("how long does it take?", "how soon does sertraline work"),
        ("and how long will it take", "how soon does sertraline work"),
        ("how long does it take to work?", "how soon does sertraline work"),
        ("how long should she take it?", "how long should sertraline be given"),
        ("for how long?", "how long should sertraline be given"),
    ],
)
def test_how_long_it_takes(typed: str, holds: str) -> None:
    assert holds in said("sertraline for depression", typed).asked.lower()


def test_beside_two_that_were_compared() -> None:
    made = said("allopurinol versus febuxostat for gout", "and with azathioprine?")
    assert (made.kind, made.assume) == (Kind.PATIENT, ("takes azathioprine",))


@pytest.mark.parametrize(
    ("before", "typed", "kind"),
    [
        ("does prednisolone help Bell's palsy?", "with aciclovir?", Kind.TREATMENT),
        ("allopurinol versus febuxostat for gout", "compare with colchicine", Kind.COMPARISON),
    ],
)
def test_what_is_added_or_compared_stays(before: str, typed: str, kind: Kind) -> None:
    assert said(before, typed).kind is kind
