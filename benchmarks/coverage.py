"""Do answers hold the facts that experts expect, and little else?"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

import probatum
from benchmarks import Benchmark, Result
from benchmarks._facts import ENOUGH, bears, recalled
from benchmarks._gold import FIRST, Asked, gathered
from benchmarks.data import interval
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.errors import ProbatumError
from probatum.publish.page import TAIL, Part, parts

AS_OF = "2026-01-01"


class Covered(msgspec.Struct, frozen=True):
    """What came of one question: facts held, statements that bear on it of those that assert, words, gold cited."""

    part: str
    held: int
    facts: int
    bearing: int
    asserting: int
    words: int
    cited: bool | None
    """Whether a record the question was made from is cited; None where none is known."""


def run(data: Path, places: range = FIRST) -> Result:
    """Answer questions of each set from the data's own records and look for the facts of their gold answers."""
    asked, records, missing = gathered(data, places)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library", create=True)
        library.add(records, describe=describe)
        notes = [
            f"A fact is held where one asserting statement or two have its figures and {ENOUGH:.0%} of terms.",
            "Of gold answers: BioASQ's ideal answer, K-QA's Must_have, the first three sentences of MedQuAD's answer.",
            "relevance: asserting statements that, after the one before, name half of the question's concepts or hold "
            "a gold fact.",
            "fact_recall and relevance are means over questions; words_per_fact is of all words and all facts held.",
            "Doctors ask BioASQ's questions, patients the others. Intervals: 95 % bootstrap over questions.",
        ]
        found = []
        for one in asked:
            try:
                found.append(covered(one, library))
            except ProbatumError as error:
                notes.append(f"no answer ({error.code}): {one.id}")
                found.append(Covered(one.part, 0, len(one.facts), 0, 0, 0, None))
        metrics = {"records": float(len(library))}
    metrics |= measured(found)
    for name in dict.fromkeys(one.part for one in found):
        own = measured([one for one in found if one.part == name])
        metrics |= {f"{name}_{key}": value for key, value in own.items()}
    return Result(metrics, missing, notes)


def covered(asked: Asked, library: Library) -> Covered:
    """Ask one question and compare. Raises ProbatumError P4xx for a question that cannot be read."""
    answer = probatum.answer(asked.question, library=library, reader=asked.reader, as_of=AS_OF)
    sections = [part for part in parts(answer) if part.id not in TAIL]
    shown = [[line.words for line in part.lines] for part in sections]
    said = [[line.words for line in part.lines if line.statement.kind.asserts] for part in sections]
    judged = [is_bearing for part in sections for is_bearing in _bearing(part, asked)]
    cited = {reference.record for reference in answer.references}
    return Covered(
        asked.part,
        sum(recalled(said, asked.facts)),
        len(asked.facts),
        sum(judged),
        len(judged),
        sum(len(words.split()) for section in shown for words in section),
        bool(cited & set(asked.records)) if asked.records else None,
    )


def _bearing(part: Part, asked: Asked) -> list[bool]:
    """Of each asserting statement of a section, whether it bears on the question."""
    before = ["", *(line.words for line in part.lines)]
    return [
        bears(line.words, before[at], asked.question, asked.facts)
        for at, line in enumerate(part.lines)
        if line.statement.kind.asserts
    ]


def measured(found: Sequence[Covered]) -> dict[str, float]:
    """The figures of some questions, with their 95 % intervals."""
    metrics: dict[str, float] = {"questions": float(len(found)), "facts": float(sum(one.facts for one in found))}
    shares = {
        "fact_recall": [one.held / one.facts for one in found],
        "relevance": [one.bearing / one.asserting for one in found if one.asserting],
        "source_cited": [float(one.cited) for one in found if one.cited is not None],
    }
    for name, values in shares.items():
        if values:
            metrics[name] = sum(values) / len(values)
            metrics[f"{name}_low"], metrics[f"{name}_high"] = interval(values)
    chance = random.Random(1)
    drawn = sorted(_words_per_fact(chance.choices(found, k=len(found))) for _ in range(1000)) if found else [0.0]
    metrics["words_per_fact"] = _words_per_fact(found)
    metrics["words_per_fact_low"], metrics["words_per_fact_high"] = (
        drawn[int(0.025 * len(drawn))],
        drawn[-1 - int(0.025 * len(drawn))],
    )
    metrics["words"] = sum(one.words for one in found) / max(1, len(found))
    metrics["assert_nothing"] = float(sum(not one.asserting for one in found))
    return metrics


def _words_per_fact(found: Sequence[Covered]) -> float:
    return sum(one.words for one in found) / max(1, sum(one.held for one in found))


BENCHMARK = Benchmark(
    "coverage", "60 questions: share of gold facts held, of statements to the point, words a fact.", run
)
