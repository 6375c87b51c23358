"""A label that is for one cause of a complaint, or keeps it away, is no first choice for the complaint at large."""

from __future__ import annotations

from pathlib import Path

import probatum
from probatum.model import Answer


def lines(answer: Answer) -> list[str]:
    return [s.text for s in answer.section("bottom_line").statements]


def test_what_is_for_one_cause_stands_behind(starter_place: Path) -> None:
    told = lines(probatum.answer("treatment of diarrhoea", library=starter_place))
    assert told[0].startswith("Loperamide")


def test_of_the_cause_that_is_told_it_leads(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("treatment of Clostridioides difficile diarrhoea", library=starter_place)))
    assert "vancomycin" in told.lower()


def test_what_keeps_an_attack_away_is_nothing_for_the_pain(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("what to take for a headache", library=starter_place)))
    assert "Acetaminophen" in told and "Topiramate" not in told
    prevention = " ".join(lines(probatum.answer("what prevents migraine", library=starter_place)))
    assert "prevent" in prevention.lower()


def test_a_label_for_the_wider_illness_answers_for_its_kind(starter_place: Path) -> None:
    told = lines(probatum.answer("naproxen for knee osteoarthritis", library=starter_place))
    assert "No study of this was found; its label" in told[0] and "osteoarthritis" in told[0]


def test_advice_within_another_illness_is_none_for_the_complaint(starter_place: Path) -> None:
    told = " ".join(lines(probatum.answer("what helps constipation", library=starter_place)))
    assert "diverticular" not in told
    asked = " ".join(lines(probatum.answer("constipation in diverticular disease", library=starter_place)))
    assert "diverticular" in asked
