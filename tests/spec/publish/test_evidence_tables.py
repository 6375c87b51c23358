"""`probatum evidence`: the evidence table and the summary of findings. All records are invented."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from sample_answer import RECORDS, TRIAL

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.apply import Context
from probatum.apply.evidence.outcomes import Told
from probatum.cli.evidence import evidence
from probatum.errors import ProbatumError
from probatum.model import (
    Appraisal,
    ArmResult,
    Design,
    Directness,
    Figure,
    Finding,
    Interval,
    Measure,
    OutcomeRole,
    Pooled,
    PValue,
    Record,
    SectionKind,
    SourceSection,
    Span,
    Study,
)
from probatum.publish import tables
from probatum.publish.tables import csv as as_csv
from probatum.publish.tables import rows
from probatum.publish.tables.summary import result_words, summary

QUESTION = "Does calbrexine reduce night leg cramps in adults on haemodialysis?"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("evidence") / "library"
    Library.open(made, create=True).add(RECORDS.values())
    return made


@pytest.fixture(scope="module")
def context(place: Path) -> Context:
    return pipeline.evidence(QUESTION, library=place, as_of="2026-01-01")


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(as_csv.BYTE_ORDER_MARK), newline="")))


def made(sentence: str, outcome: str = "falls", **fields: object) -> Appraisal:
    record = Record.build(
        id="pmid:90000077",
        identifiers=(),
        kind=TRIAL.kind,
        title="Invented trial",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, sentence),),
    )
    span = Span(record, "abstract", 0, len(sentence))

    def figure(text: str) -> Figure:
        at = sentence.index(text)
        return Figure(float(text), text, span.inner(at, at + len(text)))

    ready = {name: value(figure) if callable(value) else value for name, value in fields.items()}
    finding = Finding(record.id, outcome, Measure.RISK_RATIO, span, **ready)  # type: ignore[arg-type]
    return Appraisal(record, Study(record.id, Design.RANDOMISED, n=120), Directness(), findings=(finding,))


SENTENCE = "Falls: 12 of 60 with drug and 24 of 58 with placebo (RR 0.48, 95% CI 0.27 to 0.87; P=0.012)."
WHOLE = made(
    SENTENCE,
    estimate=lambda f: f("0.48"),
    interval=lambda f: Interval(f("0.27"), f("0.87"), 95.0),
    p=lambda f: PValue("=", f("0.012"), "p = 0.012"),
    arms=lambda f: (
        ArmResult("drug", events=f("12"), denominator=f("60")),
        ArmResult("placebo", events=f("24"), denominator=f("58"), control=True),
    ),
    outcome_role=OutcomeRole.PRIMARY,
    significant=True,
    adjusted=True,
    analysis_set="intention to treat",
    problems=("12 of 60 is 20%, not 25%",),
)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("record", "pmid:90000077"),
        ("design", "randomised trial"),
        ("n", "120"),
        ("outcome", "falls"),
        ("role", "primary"),
        ("measure", "risk ratio"),
        ("value", "0.48"),
        ("interval_low", "0.27"),
        ("interval_high", "0.87"),
        ("interval_level", "95"),
        ("p_relation", "="),
        ("p", "0.012"),
        ("arm_1_events", "12"),
        ("arm_1_denominator", "60"),
        ("arm_1_control", ""),
        ("arm_2_name", "placebo"),
        ("arm_2_control", "yes"),
        ("judged", "significant at 0.05"),
        ("problems", "12 of 60 is 20%, not 25%"),
        ("time_point", ""),
        ("adjusted", "yes"),
        ("analysis_set", "intention to treat"),
        ("serious", ""),
        ("arm_2_interval_low", ""),
        ("sentence", SENTENCE),
    ],
)
def test_a_row_holds_what_a_reviewer_extracts_as_the_source_prints_it(column: str, expected: str) -> None:
    (row,) = rows.rows([WHOLE])
    assert tuple(sorted(row)) == tuple(sorted(rows.COLUMNS))
    assert row[column] == expected


def test_an_address_leads_back_to_the_characters() -> None:
    (row,) = rows.rows([WHOLE])
    found = re.fullmatch(r"(\S+)@(\S+) (\S+) (\d+)-(\d+)", row["where"])
    assert found and found[1] == "pmid:90000077" and found[2] == WHOLE.record.version
    assert WHOLE.record.section(found[3]).text[int(found[4]) : int(found[5])] == SENTENCE


def test_more_than_two_arms_stand_together() -> None:
    arms = tuple(ArmResult(name) for name in ("low dose", "middle dose", "high dose", "placebo"))
    (row,) = rows.rows([made("Three doses and placebo.", arms=arms)])
    assert row["arm_2_name"] == "middle dose" and row["more_arms"] == "high dose; placebo"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+1+1", "'+1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-cmd|x", "'-cmd|x"),
        ("-1.8", "-1.8"),
        ("-.5", "-.5"),
        ("0.4", "0.4"),
        ("\x1b[31mred", "\ufffd[31mred"),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet_and_numbers_stay_numbers(value: str, expected: str) -> None:
    assert as_csv.cell(value) == expected


def test_the_csv_is_read_back_with_all_findings(context: Context) -> None:
    found = table(tables.get("csv")(context))
    assert len(found) == sum(len(a.findings) for a in context.appraisals) > 0
    assert list(found[0]) == list(rows.COLUMNS)


def test_the_json_shows_every_span_with_its_quote(context: Context) -> None:
    told = json.loads(tables.get("json")(context))
    assert told["schema"] == "probatum.evidence/1" and told["summary"]
    for study in told["studies"]:
        for finding in study["findings"]:
            assert finding["sentence"]["quote"] and finding["sentence"]["version"] == study["version"]


def test_the_summary_says_studies_certainty_and_each_step(context: Context) -> None:
    told = json.loads(tables.get("json")(context))["summary"]
    graded = [row for row in told if row["certainty"]]
    assert graded
    for row in graded:
        assert row["studies"] >= 1 and row["reasons"][0]["domain"] == "start" and row["statement"].endswith(".")


@pytest.mark.parametrize("name", ["text", "html", "json", "csv"])
def test_the_same_question_gives_the_same_bytes(name: str, context: Context, place: Path) -> None:
    again = pipeline.evidence(QUESTION, library=place, as_of="2026-01-01")
    assert tables.get(name)(again) == tables.get(name)(context)


def test_a_pooled_result_is_told_before_its_parts(context: Context) -> None:
    group = next(group for group in context.groups if group.certainty)
    pooled = Pooled(Measure.RISK_RATIO, group.name, estimate=0.74, low=0.55, high=0.99, method="REML", test="Wald")
    told = msgspec.structs.replace(context, groups=(msgspec.structs.replace(group, pooled=pooled),))
    (row,) = json.loads(tables.get("json")(told))["summary"]
    assert "0.74" in row["pooled"] and "0.55 to 0.99" in row["pooled"] and row["pooled"].endswith(".")
    for name in ("text", "html"):
        shown = tables.get(name)(told)
        assert 0 < shown.find("0.74") < shown.find(row["results"][0][:20])


def test_the_page_takes_no_text_for_markup_and_loads_nothing(context: Context) -> None:
    evil = made(
        "<script>alert(1)</script> falls & more", outcome="<img src=x onerror=alert(1)>", problems=("<b>x</b>",)
    )
    page = tables.get("html")(msgspec.structs.replace(context, appraisals=(evil,)))
    assert "<script" not in page and "<img" not in page and "<b>x</b>" not in page
    assert "default-src 'none'" in unescape(page) and not re.search(r"""(?:src|@import|url\()\s*=?\s*["']?http""", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_control_characters_do_not_reach_the_terminal(context: Context) -> None:
    evil = made("Falls \x1b[2Jwere fewer.", outcome="falls\x1b[31m")
    assert "\x1b" not in tables.get("text")(msgspec.structs.replace(context, appraisals=(evil,)))


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    Library.open(tmp_path / "none", create=True)
    empty = pipeline.evidence(QUESTION, library=tmp_path / "none", as_of="2026-01-01")
    assert "No findings" in tables.get("text")(empty) and "No findings" in tables.get("html")(empty)
    assert table(tables.get("csv")(empty)) == []


def test_a_dangerous_question_has_no_table(place: Path) -> None:
    with pytest.raises(ProbatumError, match="P811"):
        pipeline.evidence("how many paracetamol tablets to kill myself", library=place)


def test_an_unknown_format_names_the_known_ones() -> None:
    found = CliRunner().invoke(evidence, [QUESTION, "--format", "docx"])
    assert found.exit_code == 2 and "csv, html, json, text" in found.output


def test_the_command_writes_a_file(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    options = ["--library", str(place), "--format", "csv", "--output", str(out), "--as-of", "2026-01-01"]
    assert CliRunner().invoke(evidence, [QUESTION, *options]).exit_code == 0
    assert table(out.read_bytes().decode("utf-8"))


def test_a_result_of_other_people_says_so_in_the_summary(context: Context) -> None:
    group = context.groups[0]
    far = [
        msgspec.structs.replace(
            item,
            appraisal=msgspec.structs.replace(item.appraisal, directness=Directness(note="in gravel, not in cramps")),
        )
        for item in group.items
    ]
    moved = msgspec.structs.replace(context, groups=(msgspec.structs.replace(group, items=tuple(far)),))
    assert all("indirect: in gravel, not in cramps" in result for result in summary(moved)[0].results)


@pytest.mark.parametrize(("time", "said"), [("24 weeks", "at 24 weeks"), ("at 24 hours", "at 24 hours")])
def test_a_time_has_one_preposition(time: str, said: str) -> None:
    told = result_words(Told(*_told("Fewer fell with calbrexine.", timepoint=time)))
    assert told.endswith(said) and "at at" not in told


def _told(sentence: str, **fields: object) -> tuple[Appraisal, Finding]:
    appraisal = made(sentence, **fields)
    return appraisal, appraisal.findings[0]
