"""Which sentences count, tables by cells, labels, and what holds for any text."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import tarfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from findings_help import arms, p, read, record, study
from hypothesis import given
from hypothesis import strategies as st

from probatum.appraise import findings
from probatum.model import Cell, Measure, Record, RecordKind, SectionKind, SectionRole, SourceSection, Span
from probatum.text import statistics

Bounded = Callable[[Callable[[str], object], str, float], None]

RESULT = "The cure rate was 38% with combing and 78% with lotion (p = 0.003)."
DATA = Path(__file__).resolve().parents[4] / ".." / "shared" / "data"


@pytest.mark.parametrize("role", [SectionRole.BACKGROUND, SectionRole.METHODS, SectionRole.OBJECTIVE])
def test_only_results_report_figures(role: SectionRole) -> None:
    made = record(RESULT, role=role)
    assert findings.read(made, study(made)) == ()


NOT_OURS = {
    "another study": "Smith et al found that the cure rate was 38% with combing and 78% with lotion.",
    "expected": "We expected a cure rate of 60% with combing and 80% with lotion.",
}


@pytest.mark.parametrize("name", NOT_OURS)
def test_other_peoples_figures_are_left_out(name: str) -> None:
    assert read(NOT_OURS[name]) == ()


PLAIN = (
    "Head lice are common in schools. We randomly assigned 72 children to combing or lotion. "
    f"{RESULT} In conclusion, lotion cured more children than combing."
)


def test_an_abstract_without_labels() -> None:
    made = record(PLAIN, role=SectionRole.NONE)
    assert [f.outcome for f in findings.read(made, study(made))] == ["the cure rate"]
    assert [s.quote for s in findings.sentences(made)] == [RESULT]
    assert [s.quote for s in findings.conclusions(made)] == ["In conclusion, lotion cured more children than combing."]


def test_labels_inside_one_section() -> None:
    made = record(
        f"METHODS: We treated children. RESULTS: {RESULT} CONCLUSIONS: Lotion is better.", role=SectionRole.NONE
    )
    assert [f.outcome for f in findings.read(made, study(made))] == ["the cure rate"]
    assert [s.quote for s in findings.conclusions(made)] == ["Lotion is better."]


def table(rows: list[list[str]], heading: str) -> Record:
    """A record of one table whose first row is the header."""
    cells, lines, at = [], [], 0
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            cells.append(Cell(number, column, at, at + len(text), header=number == 0))
            at += len(text) + 1
        lines.append("\t".join(row))
    section = SourceSection("table.1", SectionKind.TABLE, "\n".join(lines), heading=heading, cells=tuple(cells))
    return Record.build(id="pmid:1", identifiers=(), kind=RecordKind.ARTICLE, title="Lotion", sections=(section,))


def test_a_table_of_outcomes_by_arms() -> None:
    made = table(
        [
            ["Outcome, n (%)", "Lotion (n = 50)", "Placebo (n = 40)", "P value"],
            ["Scalp eczema", "5 (10)", "8 (20)", "0.17"],
            ["Cure", "45 (90)", "10 (25)", "<0.001"],
        ],
        "Table 2 Outcomes",
    )
    found = findings.read(made, study(made))
    assert [(f.outcome, f.measure, arms(f), p(f)) for f in found] == [
        ("scalp eczema", Measure.PERCENTAGE, (("Lotion", "10"), ("Placebo", "20")), "p = 0.17"),
        ("cure", Measure.PERCENTAGE, (("Lotion", "90"), ("Placebo", "25")), "p < 0.001"),
    ]
    assert [s.quote for s in found[0].spans] == ["Lotion (n = 50)", "Placebo (n = 40)"]


OTHER_TABLES = {
    "baseline": (
        [["", "Lotion (n = 5)", "Placebo (n = 5)"], ["Eczema", "1 (20%)", "2 (40%)"]],
        "Table 1 Baseline characteristics",
    ),
    "times as columns": ([["", "Baseline", "Week 4"], ["Itch", "5 ± 1", "3 ± 1"]], "Table 2 Itch"),
    "counts that do not fit": (
        [["n (%)", "Lotion (n = 50)", "Placebo (n = 40)"], ["Cure", "45 (30)", "10 (25)"]],
        "Table 2",
    ),
}


@pytest.mark.parametrize("name", OTHER_TABLES)
def test_other_tables_are_left_alone(name: str) -> None:
    made = table(*OTHER_TABLES[name])
    assert findings.read(made, study(made)) == ()


def test_a_labels_adverse_reactions() -> None:
    text = "Nausea occurred in 39.6% of patients treated with the drug and 6.1% of patients treated with placebo."
    section = SourceSection("label.1", SectionKind.LABEL, text, heading="Adverse reactions", code="34084-4")
    made = Record.build(id="setid:1", identifiers=(), kind=RecordKind.LABEL, title="Label", sections=(section,))
    (found,) = findings.read(made, study(made))
    assert (found.outcome, found.harm, arms(found)[1]) == ("nausea", True, ("placebo", "6.1"))


PIECES = st.lists(
    st.sampled_from(
        [
            "The",
            "rate",
            "was",
            "fell",
            "from",
            "to",
            "in",
            "with",
            "and",
            "versus",
            "vs",
            "than",
            "group",
            "placebo",
            "(95%",
            "CI",
            "p",
            "<",
            "0.05",
            "12",
            "of",
            "20",
            "3.4",
            "±",
            "1.2",
            "38%",
            ",",
            ";",
            ")",
            "(",
            "respectively",
            "no",
            "difference",
            "between",
            "significantly",
            "higher",
            "OR",
            "1.2",
            "days",
            "at",
            "12",
            "weeks",
            "5",
            "mg/day",
            ".",
            "associated",
        ]
    ),
    max_size=60,
)


@given(PIECES)
def test_every_figure_is_the_characters_it_names(pieces: list[str]) -> None:
    for found in read("The " + " ".join(pieces) + "."):
        figures = [a.value for a in found.arms] + [found.estimate, found.p.figure if found.p else None]
        for figure in figures:
            if figure is not None:
                assert figure.span.quote == figure.text
                assert found.sentence.start <= figure.span.start < figure.span.end <= found.sentence.end
        assert found.outcome


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read("R" + text)


@pytest.mark.parametrize("blank", [" ", "\u2009", "\u00a0", "\u202f"])
@pytest.mark.parametrize("minus", ["-", "\u2212", "\u2010", "\u2013", "\u2011"])
def test_a_minus_sign_and_a_blank_of_any_width(minus: str, blank: str) -> None:
    text = f"Lotion reduced itch (mean difference {minus}2.06, 95% CI {minus}{blank}3.1 to {minus}{blank}1.05)."
    for found in read(text):
        assert found.interval is None or (found.interval.low.value, found.interval.high.value) == (-3.1, -1.05)


@pytest.mark.parametrize("number", ["9" * 400, "1" * 5000, "1 x 10-" + "9" * 400, "0." + "3" * 500, "٣٫٥"])
def test_a_number_of_any_length_is_read_or_left(number: str) -> None:
    read(f"Itch was {number}% with lotion and {number}% with placebo (p = {number}; 95% CI {number} to {number}).")


@pytest.mark.parametrize("piece", ["12 (3) ", "in a ", "(", "0.5, ", "1 of 2 and ", "a b ", "P = ", "95% CI 1 to "])
def test_hostile_repetition_stays_fast(bounded: Bounded, piece: str) -> None:
    bounded(lambda told: read("The rate was " + told), piece * (1100 // len(piece)), 2)


def real_records() -> Iterator[Record]:
    """The question-and-abstract set, citations, update records and full articles: a share of each."""
    from probatum.acquire.formats import formats

    with gzip.open(DATA / "pubmedqa" / "eval.jsonl.gz", "rt", encoding="utf-8") as stream:
        for number, row in enumerate(map(json.loads, stream)):
            parts = [
                SourceSection(f"abstract.{at}", SectionKind.ABSTRACT, part["text"], heading=part.get("label", ""))
                for at, part in enumerate(row["contexts"])
            ]
            yield Record.build(
                id=f"qa:{number}", identifiers=(), kind=RecordKind.ARTICLE, title=row["question"], sections=tuple(parts)
            )
    with gzip.open(DATA / "pubmed" / "pubmed21n1298.xml.gz") as stream:
        yield from only(formats()["pubmed"].read(cast(BinaryIO, stream), "update.xml"), 600)
    with tarfile.open(DATA / "evidence-inference" / "articles_open_v2.tar.xz") as archive:
        for member in itertools.islice(archive, 20):
            held = archive.extractfile(member)
            if held is not None:
                yield from only(formats()["jats"].read(io.BytesIO(held.read()), member.name), 1)


def only(read: Iterable[object], count: int) -> Iterator[Record]:
    return itertools.islice((made for made in read if isinstance(made, Record)), count)


@pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")
def test_every_p_and_interval_is_read_the_same_by_the_readers_of_statistics() -> None:
    """The checks of an answer read p values and intervals with `text.statistics`; so do its findings."""
    ps = intervals = 0
    for made in real_records():
        tables = {section.id for section in made.sections if section.kind is SectionKind.TABLE}
        for found in findings.read(made, study(made)):
            text, start = found.sentence.quote, found.sentence.start
            if found.p is not None and found.sentence.section not in tables:
                ps += 1
                spot = (found.p.figure.span.start - start, found.p.figure.span.end - start)
                said = {(m.value_start, m.value_end, m.relation, m.value) for m in statistics.read_p(text)}
                assert (*spot, found.p.relation, found.p.figure.value) in said, text
            if found.interval is not None:
                intervals += 1
                low, high = found.interval.low.value, found.interval.high.value
                assert (low, high) in {(m.low, m.high) for m in statistics.read_intervals(text)}, text
    assert ps > 100 and intervals > 50


@pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")
def test_real_abstracts_give_exact_spans() -> None:
    from probatum.acquire.formats import formats

    with (DATA / "medline" / "eval.nbib").open("rb") as stream:
        records = [r for r, _ in zip(formats()["nbib"].read(stream, "eval.nbib"), range(60), strict=False)]
    count = 0
    for made in records:
        if isinstance(made, Record):
            for found in findings.read(made, study(made)):
                count += 1
                assert isinstance(found.sentence, Span) and found.outcome
                assert all(a.value is None or a.value.span.quote == a.value.text for a in found.arms)
    assert count > 20
