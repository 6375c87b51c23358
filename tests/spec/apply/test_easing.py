"""The plain page leaves out the hardest of what may be left out, and nothing else."""

from __future__ import annotations

from probatum.apply.composing.easing import eased
from probatum.apply.plainly import plain
from probatum.model import (
    Identifier,
    Kind,
    Record,
    RecordKind,
    Section,
    SectionKind,
    SourceSection,
    Span,
    Statement,
)

HARD = (
    "Heterogeneous methodological characteristics notwithstanding, comparative pharmacological effectiveness remained "
    "indeterminate across predefined subpopulations."
)
EASY = "People slept well. They had less pain."


def _section(name: str, *texts: str, kind: Kind = Kind.NAVIGATION) -> Section:
    return Section(name, name, tuple(Statement(f"{name}.{n}", text, kind) for n, text in enumerate(texts, 1)))


def _left(sections: tuple[Section, ...]) -> list[str]:
    return [s.id for section in sections for s in section.statements if not s.level]


def test_hard_evidence_goes_and_the_bottom_line_doses_and_safety_stay() -> None:
    page = [_section(name, HARD, EASY) for name in ("bottom_line", "evidence", "dosing", "safety", "monitoring")]
    assert _left(eased(page)) == [
        f"{name}.{n}"
        for name in ("bottom_line", "evidence", "dosing", "safety", "monitoring")
        for n in (1, 2)
        if (name, n) != ("evidence", 1)
    ]


def test_the_certainty_stays_however_hard() -> None:
    page = [_section("evidence", f"Certainty for {HARD}", HARD)]
    assert _left(eased(page)) == ["evidence.1"]


def test_an_easy_page_keeps_its_one_hard_sentence() -> None:
    page = [_section("evidence", *[EASY.replace("pain", f"pain on day {n}") for n in range(20)], HARD)]
    assert len(_left(eased(page))) == 21


REWORDED = [
    ("renal impairment is common", "kidney problems is common"),
    ("the risk of hemorrhage is prolonged", "the risk of bleeding is long"),
    ("low blood pressure (renal artery) is seen", "low blood pressure (renal artery) is seen"),
    ("after the Cardiac Arrhythmia Trial", "after the Cardiac Arrhythmia Trial"),
    ("their words: “hepatic failure”", "their words: “hepatic failure”"),
]


def test_hard_words_become_easy_but_in_names_brackets_and_quotations() -> None:
    assert [plain.easy(hard) for hard, _ in REWORDED] == [easy for _, easy in REWORDED]


def test_what_comes_of_100_people_stays_however_hard() -> None:
    text = SourceSection("abstract", SectionKind.ABSTRACT, HARD)
    own = (Identifier("pmid", "1"),)
    record = Record.build(id="pmid:1", identifiers=own, kind=RecordKind.TRIAL_REPORT, title="A trial", sections=(text,))
    counted = f"{HARD} About 7 of every 100 people."
    said = Statement("evidence.1", counted, Kind.CALCULATED, (Span(record, "abstract", 0, len(HARD)),))
    assert _left(eased([Section("evidence", "evidence", (said,)), _section("conclusion", HARD)])) == ["evidence.1"]
