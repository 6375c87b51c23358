"""A medicine to which an allergy bars another is none that must not be taken beside it."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library


def test_what_an_allergy_is_to_is_not_forbidden_beside_it(starter_library: Library) -> None:
    asked = "Can carbamazepine be taken with amitriptyline for trigeminal neuralgia?"
    answer = probatum.answer(asked, library=starter_library, reader="pharmacist", as_of="2026-11-28")
    lead = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "Not to be taken together" not in lead


def test_what_must_not_be_given_with_another_still_is_told(starter_library: Library) -> None:
    asked = "Is ciprofloxacin safe with tizanidine?"
    answer = probatum.answer(asked, library=starter_library, reader="pharmacist", as_of="2026-11-28")
    assert answer.section("bottom_line").statements[0].text.startswith("Not to be taken together")
