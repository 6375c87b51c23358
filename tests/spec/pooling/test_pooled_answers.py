"""A pooled result in an answer: stated with its studies' characters, checked by pooling again, drawn in the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from probatum import apply, pipeline
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.assess.verdict import check_statement
from probatum.cli import main
from probatum.model import (
    Answer,
    Identifier,
    Kind,
    Record,
    RecordKind,
    SectionKind,
    SourceSection,
    Statement,
    Verdict,
    wire,
)
from probatum.publish import formats
from probatum.text import pooling

QUESTION = "Does mexiletine reduce muscle cramps in amyotrophic lateral sclerosis?"
TRIALS = (
    ("Alder", 2011, 12, 40, 24, 41, 0.01),
    ("Birch", 2014, 20, 60, 31, 58, 0.03),
    ("Cedar", 2018, 9, 35, 15, 36, 0.2),
)


def record(number: int, author: str, year: int, e1: int, n1: int, e2: int, n2: int, p: float) -> Record:
    key = Identifier("pmid", str(90_000_000 + number))
    title = f"Mexiletine for muscle cramps in amyotrophic lateral sclerosis: randomised trial {number}"
    text = (
        f"METHODS: We randomly assigned {n1 + n2} patients with amyotrophic lateral sclerosis to mexiletine 300 mg "
        f"daily ({n1} patients) or placebo ({n2} patients) for 12 weeks in a double-blind trial. RESULTS: "
        f"Muscle cramps occurred in {e1}/{n1} patients in the mexiletine group and {e2}/{n2} patients in the "
        f"placebo group (p = {p})."
    )
    return Record.build(
        id=str(key),
        identifiers=(key,),
        kind=RecordKind.ARTICLE,
        title=title,
        authors=(f"{author} A",),
        year=year,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract.1", SectionKind.ABSTRACT, text),
        ),
        format="test",
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = Library.open(tmp_path_factory.mktemp("pooled") / "library", create=True)
    opened.add([record(at, *trial) for at, trial in enumerate(TRIALS)], describe=describe)
    yield opened


@pytest.fixture(scope="module")
def answer(library: Library) -> Answer:
    return pipeline.answer(QUESTION, library=library)


def told(answer: Answer) -> Statement:
    return next(s for s in answer.statements if s.kind is Kind.POOLED)


def test_the_result_is_stated_with_the_characters_of_every_study(answer: Answer) -> None:
    statement = told(answer)
    assert statement.verdict is Verdict.SUPPORTED
    assert statement.text.startswith(
        "Taken together, 3 studies of mexiletine versus placebo give a risk ratio of 0.59 (95 % CI 0.43 to 0.79; "
    )
    assert len({span.record for span in statement.supports}) == 3


# What somebody changes in the sentence -> the verdict
CHANGED = [
    ("0.59", "0.49"),
    ("0.43 to 0.79", "0.43 to 0.89"),
    ("p < 0.001", "p < 0.01"),
    ("I² = 0 %", "I² = 40 %"),
    ("3 studies", "5 studies"),
]


@pytest.mark.parametrize(("was", "becomes"), CHANGED)
def test_a_figure_that_pooling_again_does_not_give_is_refused(answer: Answer, was: str, becomes: str) -> None:
    statement = told(answer)
    assert was in statement.text
    changed = msgspec.structs.replace(statement, text=statement.text.replace(was, becomes))
    assert check_statement(changed).verdict is Verdict.NUMBER_DIFFERS


def test_a_result_that_rests_on_two_of_the_three_studies_is_refused(answer: Answer) -> None:
    statement = told(answer)
    fewer = tuple(span for span in statement.supports if not span.record.endswith("2"))
    assert check_statement(msgspec.structs.replace(statement, supports=fewer)).verdict is Verdict.NUMBER_DIFFERS


def test_the_page_has_the_plot_and_the_other_formats_its_table(library: Library, answer: Answer) -> None:
    made = {name: formats.get(name).render(answer, records=library.get) for name in ("html", "markdown", "text")}
    assert made["html"].count("Forest plot:") == 1
    assert "Forest plot. Muscle cramps: mexiletine versus placebo." in made["html"]
    assert "| Birch 2014 | 20/60 | 31/58 |" in made["markdown"]
    assert "Heterogeneity: τ² = 0" in made["text"]


def test_in_plain_words_there_is_no_plot(library: Library) -> None:
    plain = pipeline.answer(QUESTION, library=library, reader="patient")
    page = formats.get("html").render(plain, records=library.get)
    assert "Forest plot" not in page
    assert "risk ratio of 0.59" not in page.split("Source texts")[0].split('class="proof"')[0]


def test_without_its_sentence_a_result_is_not_drawn(answer: Answer) -> None:
    sections = tuple(
        msgspec.structs.replace(s, statements=tuple(x for x in s.statements if x.kind is not Kind.POOLED))
        for s in answer.sections
    )
    assert answer.pooled
    assert apply.tidy(msgspec.structs.replace(answer, sections=sections)).pooled == ()


def test_an_answer_with_a_pooled_result_comes_back_from_json(library: Library, answer: Answer) -> None:
    assert wire.decode(wire.encode(answer), Answer, library.get) == answer


def test_a_question_is_pooled_on_the_command_line(library: Library) -> None:
    done = CliRunner().invoke(main, ["pool", QUESTION, "--library", library.location, "--measure", "OR"])
    assert done.exit_code == 0, done.output
    assert "Muscle cramps: mexiletine versus placebo" in done.output
    assert "Birch 2014" in done.output
    assert "Result: OR 0." in done.output


def test_a_question_without_numbers_says_why_nothing_is_pooled(tmp_path: Path) -> None:
    opened = Library.open(tmp_path / "library", create=True)
    opened.add([record(0, *TRIALS[0])], describe=describe)
    done = CliRunner().invoke(main, ["pool", QUESTION, "--library", opened.location])
    assert "Not pooled: one study alone is no meta-analysis." in done.output


def test_the_sentence_is_empty_without_a_result(answer: Answer) -> None:
    assert pooling.sentence(msgspec.structs.replace(answer.pooled[0], estimate=None)) == ""
