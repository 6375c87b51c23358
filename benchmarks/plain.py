"""Is the plain register plain? School grade of what a patient is shown, and technical terms without an entry."""

from __future__ import annotations

import statistics
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import probatum
from benchmarks import Benchmark, Result
from benchmarks._questions import answering
from benchmarks.data import interval
from probatum.model import Answer, Reader
from probatum.publish.page import TAIL, parts
from probatum.vocabulary import glossary

MOST: Final = 8.0
"""The highest grade that is plain."""
FORMULAS: Final = (
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
)
SHOWN = 20
"""Terms that are printed."""


def grader() -> Callable[[str], float]:
    """The median of textstat's formulas, in school grades.

    textstat counts syllables by a dictionary that it downloads; where there is none it is given an empty one, and then
    counts by hyphenation, so that the grade needs no network.
    """
    import nltk
    import textstat

    try:
        nltk.data.find("corpora/cmudict")
    except LookupError:
        folder = Path(tempfile.mkdtemp())
        (folder / "corpora" / "cmudict").mkdir(parents=True)
        (folder / "corpora" / "cmudict" / "cmudict").touch()
        nltk.data.path.append(str(folder))
    return lambda text: statistics.median(float(getattr(textstat, name)(text)) for name in FORMULAS)


def printed(answer: Answer) -> list[str]:
    """All that the page prints before its sources, quotations and signposts included, a piece each."""
    body = [part for part in parts(answer) if part.id not in TAIL]
    return [w for part in body for w in (part.empty, *(line.words for line in part.lines), *part.notes) if w]


def run(data: Path) -> Result:
    """Ask the first 100 questions for a patient; grade each page, and look up its terms. `noted` counts the words of
    which a page only says, on the spot, that they are technical."""
    grade = grader()
    with answering(data) as given:
        grades: list[float] = []
        terms: Counter[str] = Counter()
        noted: set[str] = set()
        for question in given.questions:
            answer = probatum.answer(question, library=given.library, reader=Reader.PATIENT, as_of=given.as_of)
            told = printed(answer)
            grades.append(grade("\n".join(told)))
            terms.update({term for words in told for term in glossary.unexplained(words)})
            noted.update(term for words in told for term in glossary.noted(words))
        low, high = interval([float(g <= MOST) for g in grades])
        metrics = {
            "median_grade": statistics.median(grades) if grades else 0.0,
            "highest_grade": max(grades, default=0.0),
            "unexplained": float(len(terms)),
            "noted": float(len(noted)),
            "plain": sum(g <= MOST for g in grades) / len(grades) if grades else 0.0,
            "plain_low": low,
            "plain_high": high,
            "answers": float(len(grades)),
        }
        notes = [f"no entry: {', '.join(t for t, _ in terms.most_common(SHOWN))}"] if terms else []
        return Result(metrics, given.missing, notes)


BENCHMARK = Benchmark("plain", "School grade of what a patient reads, and technical terms that are not explained.", run)
