"""Do our own answers stand before the court that judges foreign ones?

Every sentence that an answer prints bare, with its citations and the answer's reference list, is written into a text of
its own and audited as if somebody else had written it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import probatum
from benchmarks import Benchmark, Result
from benchmarks._questions import answering
from benchmarks.data import interval
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.model import Answer, AuditedSentence, Verdict
from probatum.publish.parts import parts

ANSWERS: Final = 200
SHOWN: Final = 40
"""Sentences not supported that are printed."""


def run(data: Path, every: int = 1) -> Result:
    """The answers to the first 200 questions of the folder."""
    with answering(data, ANSWERS) as given:
        held: list[float] = []
        by_answer: list[float] = []
        faults: list[str] = []
        questions = given.questions[::every]
        for question in questions:
            answer = probatum.answer(question, library=given.library, as_of=given.as_of)
            judged = audited(answer, given.library)
            values = [float(s.verdict is Verdict.SUPPORTED) for s in judged]
            held += values
            by_answer += [sum(values) / len(values)] if values else []
            faults += [
                f"{s.verdict.value}: {s.text[:160]!r} ({' '.join(s.reasons)})"
                for s in judged
                if s.verdict is not Verdict.SUPPORTED
            ]
        low, high = interval(by_answer)
        metrics = {
            "supported": round(sum(held) / len(held), 4) if held else 0.0,
            "supported_low": round(low, 4),
            "supported_high": round(high, 4),
            "answers": float(len(questions)),
            "sentences": float(len(held)),
            "not_supported": float(len(held) - sum(held)),
        }
        return Result(metrics, given.missing, faults[:SHOWN])


def audited(answer: Answer, library: Library) -> list[AuditedSentence]:
    """The verdicts on the sentences that assert something and are printed bare."""
    lines, asserted = [f"# {answer.title}", ""], set[str]()
    for part in parts(answer):
        lines += [f"## {part.title}", ""]
        for line in part.lines:
            if line.statement.kind.asserts and not line.verdict:
                marks = "".join(f"[{c.number}]" for c in line.citations if c.number)
                lines.append(f"- {_flat(line.words)} {marks}")
                asserted.add(part.title)
        lines.append("")
    lines += ["## References", "", *(f"{r.number}. {_flat(r.citation)} {r.record}" for r in answer.references)]
    report = pipeline.audit("\n".join(lines), library=library)
    return list(report.sentences)


def _flat(words: str) -> str:
    """On one line, without what Markdown would take for marks."""
    return re.sub(r"([*_`])", r"\\\1", " ".join(words.split()))


BENCHMARK = Benchmark("own", "Our own answers audited as if foreign: share of bare sentences supported.", run, run)
