"""A treatment that a trial shows to bring on what is to be treated is no alternative and no branch of a path."""

from __future__ import annotations

import pytest

import probatum
from probatum.acquire.library import Library


@pytest.mark.parametrize(
    "typed",
    ["tranexamic acid for haemorrhage", "tranexamic acid for bleeding after an injury", "what stops a haemorrhage"],
)
def test_what_raises_it_is_not_offered(typed: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library)
    offered = [s.text for part in answer.sections if part.id in ("alternatives", "algorithm") for s in part.statements]
    assert not any("spirin" in text for text in offered)


def test_what_treats_it_still_is(starter_library: Library) -> None:
    answer = probatum.answer("apixaban versus warfarin for atrial fibrillation", library=starter_library)
    offered = " ".join(s.text for part in answer.sections if part.id == "alternatives" for s in part.statements)
    assert "Edoxaban" in offered
    assert "Rivaroxaban" in offered


@pytest.mark.parametrize("typed", ["what stops a haemorrhage", "what helps with bleeding"])
def test_what_is_taken_on_through_an_operation_treats_no_bleeding(typed: str, starter_library: Library) -> None:
    answer = probatum.answer(typed, library=starter_library)
    offered = " ".join(s.text for part in answer.sections if part.id == "alternatives" for s in part.statements)
    assert "dental" not in offered and "Rivaroxaban (" not in offered


def test_at_the_dentist_it_is_told(starter_library: Library) -> None:
    answer = probatum.answer("do I stop apixaban before a tooth extraction", library=starter_library)
    assert "continuing apixaban" in " ".join(s.text for part in answer.sections for s in part.statements)
