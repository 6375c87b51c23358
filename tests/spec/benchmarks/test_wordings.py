"""A wording that is answered by something else is told from one that is answered in the same way."""

from __future__ import annotations

import probatum
from benchmarks import wordings
from probatum.acquire import starter
from probatum.acquire.library import Library


def test_the_same_seed_makes_the_same_wordings() -> None:
    assert list(wordings.asked(1)) == list(wordings.asked(1)) != list(wordings.asked(2))


def test_half_of_the_wordings_are_held_back_and_each_slot_is_filled() -> None:
    for case in wordings.asked():
        assert sum(w.held for w in case.wordings) * 2 == len(case.wordings)
        assert not any({"{", "}"} & set(w.question) for w in case.wordings)


def test_every_record_that_is_wanted_is_held() -> None:
    held = {record.id for record in starter.records()}
    for case in wordings.asked(bases=99):
        assert case.cites and case.cites <= held, case.question


def test_other_words_and_another_question(starter_library: Library) -> None:
    case = wordings.Asked("dose", frozenset({"probatum:label-us-apixaban"}), "What is the dose of apixaban for AF?", ())
    base, same, other = (
        probatum.answer(typed, library=starter_library)
        for typed in (case.question, "apixaban dose AF", "is warfarin safe in pregnancy")
    )
    assert wordings.faults(case, base, same) == ()
    assert set(wordings.faults(case, base, other)) >= {"source", "said", "slots", "kind"}
