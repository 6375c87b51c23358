"""Each of several questions in one text is answered, and the reading says so."""

from __future__ import annotations

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Verdict

QUESTION = "Does metformin work in PCOS and what dose, and is it safe in pregnancy?"


def test_every_part_has_its_answer_after_the_bottom_line(medicines: Library) -> None:
    answer = pipeline.answer(QUESTION, library=medicines, as_of="2026-11-26")
    sections = [s.id for s in answer.sections]
    assert sections[:3] == ["bottom_line", "part_2", "part_3"]
    assert "ovulation" in answer.section("bottom_line").statements[0].text
    assert "500 mg twice daily" in answer.section("part_2").statements[0].text
    assert "pregnancy" in answer.section("part_3").statements[0].text
    assert "3. is it safe in pregnancy" in next(a.to for a in answer.question.assumptions if a.what == "split")
    cited = {r.record for r in answer.references}
    for section in answer.sections[:3]:
        assert all(s.verdict is Verdict.SUPPORTED for s in section.statements if s.kind.asserts)
        assert {span.record for s in section.statements for span in s.supports} <= cited


def test_parts_do_not_say_again_what_was_said(medicines: Library) -> None:
    answer = pipeline.answer(QUESTION, library=medicines, as_of="2026-11-26")
    told = [s.text for name in ("bottom_line", "part_2", "part_3") for s in answer.section(name).statements]
    assert len(told) == len(set(told))


def test_two_drugs_of_which_one_is_only_named_are_set_beside_each_other(medicines: Library) -> None:
    answer = pipeline.answer("Is ibuprofen safe with warfarin?", library=medicines, as_of="2026-11-26")
    assert "risk of bleeding" in answer.section("bottom_line").statements[0].text


def test_danger_in_any_part_is_named(medicines: Library) -> None:
    typed = "Is ibuprofen good for fever? My 5 week old has a temperature of 38.6, what dose?"
    assert pipeline.answer(typed, library=medicines, as_of="2026-11-26").question.danger == "emergency"
