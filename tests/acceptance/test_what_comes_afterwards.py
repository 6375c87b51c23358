"""What comes after a treatment is ended: the sentence that tells it leads, and no yes of another matter does."""

from __future__ import annotations

import probatum
from probatum.acquire.library import Library
from probatum.model import Answer

AS_OF = "2026-11-22"


def _ask(library: Library, question: str) -> Answer:
    return probatum.answer(question, library=library, reader="doctor", as_of=AS_OF)


def _bottom(answer: Answer) -> str:
    return answer.section("bottom_line").statements[0].text


def test_the_sentence_that_answers_leads_and_is_not_denied(starter_library: Library) -> None:
    answer = _ask(
        starter_library, "oral penicillin to prevent recurrent cellulitis: does the benefit last after stopping?"
    )
    assert "protection was lost after it was stopped" in _bottom(answer)
    told = " ".join(s.text for section in answer.sections for s in section.statements)
    assert "no answer (it does not say" not in told and "does not say what was asked" not in told


def test_an_effect_while_taken_is_no_yes(starter_library: Library) -> None:
    assert "after denosumab is stopped" in _bottom(_ask(starter_library, "does denosumab benefit last after stopping"))


def test_where_nothing_tells_it_that_leads(starter_library: Library) -> None:
    first = _bottom(_ask(starter_library, "does the weight stay off after stopping semaglutide"))
    assert "lasts after it is stopped" in first


def test_an_uncertain_stay_is_an_answer(starter_library: Library) -> None:
    first = _bottom(_ask(starter_library, "high flow oxygen in bronchiolitis, does it shorten stay?"))
    assert "days in hospital is uncertain" in first and "no answer" not in first
