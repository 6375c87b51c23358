"""What `A and B` does against `A` is what B adds to A, and no effect of B by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.apply.evidence.arms import against_a_mixture, held, stand
from probatum.ask import read
from probatum.model import ArmResult, Finding, Measure, Record, RecordKind, SectionKind, SourceSection, Span

SECTIONS = (SourceSection("title", SectionKind.TITLE, "Cure"),)


def _finding(*names: str) -> Finding:
    made = Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title="Cure", sections=SECTIONS)
    arms = tuple(ArmResult(name) for name in names)
    return Finding(made.id, "relapse", Measure.RISK_RATIO, Span(made, "title", 0, 4), arms)


@pytest.mark.parametrize(
    ("typed", "sides", "who", "other"),
    [
        (
            "clopidogrel or aspirin after stroke",
            ("clopidogrel plus aspirin", "aspirin alone"),
            "clopidogrel plus aspirin",
            "aspirin alone",
        ),
        ("desmopressin for enuresis", ("an alarm", "an alarm and desmopressin"), "alarm and desmopressin", "alarm"),
    ],
)
def test_both_arms_are_named(typed: str, sides: tuple[str, str], who: str, other: str) -> None:
    found = stand(_finding(*sides), read(typed))
    assert found.added
    assert (found.who, found.other, found.turned) == (who, other, other in sides[0] and who not in sides[0])


@pytest.mark.parametrize(
    ("typed", "sides"),
    [
        ("ezetimibe in adults", ("simvastatin and ezetimibe", "simvastatin")),
        ("dexamethasone in croup", ("dexamethasone and usual care", "usual care")),
        ("apixaban or warfarin in atrial fibrillation", ("apixaban", "warfarin")),
        ("ibuprofen for pain", ("ibuprofen and paracetamol", "placebo")),
        ("prednisolone in asthma", ("prednisolone for 5 days", "prednisolone for 10 days")),
    ],
)
def test_other_comparisons_stand_as_they_did(typed: str, sides: tuple[str, str]) -> None:
    assert not stand(_finding(*sides), read(typed)).added


def test_a_device_goes_by_its_own_word() -> None:
    asked = read("enuresis alarm or desmopressin for bedwetting").concepts
    assert [c.label for c in held("an alarm", asked)] == ["enuresis alarm"]
    assert held("a spray", asked) == []


def test_the_direct_comparison_comes_first(starter_place: Path) -> None:
    answer = probatum.answer("child 5 wets the bed alarm or desmopressin", library=starter_place)
    first = answer.section("bottom_line").statements[0].text
    assert "lower with enuresis alarm than with desmopressin" in first
    assert "1.4" in first
    told = " ".join(s.text for s in answer.section("bottom_line").statements)
    assert "-0.8" not in told


def test_an_addition_is_told_as_one(starter_place: Path) -> None:
    answer = probatum.answer("desmopressin for bedwetting in a 6 year old", library=starter_place)
    told = [s.text for s in answer.section("bottom_line").statements if "-0.8" in s.text]
    assert told
    assert all("with alarm and desmopressin than with alarm" in text for text in told)


@pytest.mark.parametrize(
    ("sides", "mixed"),
    [
        (("cannabinoids", "placebo or melatonin"), True),
        (("melatonin", "placebo"), False),
        (("melatonin", "placebo or zolpidem"), False),
        (("cannabinoids", "melatonin"), False),
    ],
)
def test_what_beat_a_mixture_is_no_result_on_a_part_of_it(sides: tuple[str, str], *, mixed: bool) -> None:
    assert against_a_mixture(_finding(*sides), read("melatonin or CBT for insomnia")) is mixed
