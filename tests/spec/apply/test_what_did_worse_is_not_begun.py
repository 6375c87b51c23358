"""What a trial calls worse is told as worse, whatever its scale, and is neither begun nor weighed as another choice."""

from __future__ import annotations

from pathlib import Path

import probatum
from probatum.model import Answer


def _part(answer: Answer, name: str) -> list[str]:
    return [s.text for part in answer.sections if part.id == name for s in part.statements]


def test_a_result_that_its_study_calls_worse_is_told_as_worse(starter_place: Path) -> None:
    answer = probatum.answer("does perampanel help in ALS", library=starter_place)
    told = " ".join(_part(answer, "evidence"))
    assert "was worse with perampanel 8 mg/day than with placebo (mean difference -8.4;" in told, told
    path = _part(answer, "algorithm")
    assert path[0].startswith("What was found above speaks against perampanel: do not start perampanel"), path


def test_what_a_paper_does_not_report_is_no_answer_where_it_is_not_asked(starter_place: Path) -> None:
    answer = probatum.answer("does perampanel help in ALS", library=starter_place)
    assert not [line for line in _part(answer, "bottom_line") if "gives no result" in line]


def test_what_did_worse_is_no_other_choice(starter_place: Path) -> None:
    answer = probatum.answer("does riluzole help in ALS", library=starter_place)
    assert "perampanel" not in " ".join(_part(answer, "alternatives")).lower()


def test_what_eases_a_complaint_does_not_stand_in_for_what_slows_the_illness(starter_place: Path) -> None:
    answer = probatum.answer("does riluzole help in ALS", library=starter_place)
    assert "quinine" not in " ".join(_part(answer, "algorithm"))


def test_what_eases_the_complaint_that_is_asked_about_does(starter_place: Path) -> None:
    answer = probatum.answer("mexiletine for cramps in ALS", library=starter_place)
    assert "weigh quinine" in " ".join(_part(answer, "algorithm"))


def test_what_kills_germs_does_not_stand_in_for_what_eases_pain(starter_place: Path) -> None:
    path = " ".join(_part(probatum.answer("ibuprofen with diverticulitis?", library=starter_place), "algorithm"))
    assert "weigh acetaminophen" in path and "amoxicillin" not in path, path
