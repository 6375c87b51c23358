"""How much of what the answers assert is in the sources, character for character, and passes the checks?"""

from __future__ import annotations

import tempfile
from pathlib import Path

import probatum
from benchmarks import Benchmark, Result
from benchmarks.data import build, interval
from probatum.acquire.library import Library
from probatum.errors import ProbatumError
from probatum.model import Answer, Span, Statement, Verdict

ANSWERS = 100


def run(data: Path) -> Result:
    """Answer the first 100 PubMedQA questions and look every asserting statement up again in the library."""
    with tempfile.TemporaryDirectory() as folder:
        library, asked, missing = build(Path(folder) / "library", data)
        held: list[float] = []
        empty = failed = 0
        notes = []
        for question, _ in asked[:ANSWERS]:
            try:
                answer = probatum.answer(question, library=library, as_of="2026-01-01")
            except ProbatumError as error:
                failed += 1
                notes.append(f"no answer: {error.code} {question!r}")
                continue
            found = [float(supported(statement, library)) for statement in asserting(answer)]
            empty += not found
            held += found
    low, high = interval(held)
    metrics: dict[str, float] = {
        "supported": sum(held) / len(held) if held else 0.0,
        "supported_low": low,
        "supported_high": high,
        "statements": len(held),
        "answers": min(ANSWERS, len(asked)),
        "answers_that_assert_nothing": empty,
        "questions_not_read": failed,
    }
    return Result(metrics, missing, notes)


def asserting(answer: Answer) -> list[Statement]:
    """The statements that assert something about medicine."""
    return [statement for statement in answer.statements if statement.kind.asserts]


def supported(statement: Statement, library: Library) -> bool:
    """True when every span is found again, word for word, in the stored record, and every check was passed."""
    if statement.verdict is not Verdict.SUPPORTED or not statement.supports:
        return False
    if any(check.verdict is not Verdict.SUPPORTED for check in statement.checks):
        return False
    for span in statement.supports:
        stored = library.get(span.record, span.version)
        if stored is None:
            return False
        try:
            Span.from_json(span.to_json(), stored)
        except ProbatumError:
            return False
    return True


BENCHMARK = Benchmark("support", "Share of asserting statements of 100 answers whose spans exist and checks pass.", run)
