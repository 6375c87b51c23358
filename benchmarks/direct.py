"""Does the short answer lead with the study that was asked about, with the outcome that was asked about, and the right
way?

Three sorts of question over one library of abstracts: PubMedQA's and BioASQ's with a yes or a no that experts gave, and
questions made from Evidence Inference's prompts whose evidence stands in the abstract (`Does INTERVENTION raise OUTCOME
compared with COMPARATOR?`, its form and verb drawn), where it is known which sentence tells and which way.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final

import msgspec

import probatum
from benchmarks import Benchmark, Result
from benchmarks._gold import bioasq as bioasq_records
from benchmarks.data import evaluation, interval, pubmed, pubmedqa, scifact
from benchmarks.prompts import articles, marked, prompts, runs
from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.errors import ProbatumError
from probatum.model import Answer, Direction, Kind, Record, SectionKind, SourceSection, Statement

AS_OF: Final = "2026-01-01"
SEED: Final = 1
EACH: Final = 150
"""Questions of a sort."""
FORMS: Final = {
    Direction.HIGHER: (
        "Does {0} increase {1} compared with {2}?",
        "does {0} raise {1}",
        "Is {1} higher with {0} than with {2}?",
    ),
    Direction.LOWER: (
        "Does {0} reduce {1} compared with {2}?",
        "does {0} lower {1}",
        "Is {1} lower with {0} than with {2}?",
    ),
    None: (
        "What is the effect of {0} on {1}?",
        "{0} versus {2}: what happens to {1}?",
        "Is there a difference in {1} between {0} and {2}?",
    ),
}
"""Forms of a question by the way they point."""
LONGEST: Final = 8
"""Words of an outcome or a treatment that somebody would ask about."""
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")


class Asked(msgspec.Struct, frozen=True):
    """A question with its yes or no, the records that may lead, and what is known of the sentence that tells."""

    part: str
    question: str
    records: frozenset[str]
    yes: bool | None
    """None where no yes or no was asked for."""
    evidence: tuple[frozenset[tuple[str, ...]], ...] = ()
    direction: Direction | None = None


class Said(msgspec.Struct, frozen=True):
    """What the short answer made of it; None where that is not known or not said."""

    leads: bool
    agrees: bool | None
    """Whether its yes or no is the experts'."""
    outcome: bool | None = None
    """Whether what it leads with rests on the sentence that tells."""
    direction: bool | None = None
    """Whether what it leads with, where that is the outcome, goes the way that the sentence tells."""


_NO: Final = re.compile(
    r"^(?:no|probably not|possibly not|no difference was detected|no sign of it was found)\b[:,]", re.I
)
_YES: Final = re.compile(r"^(?:yes|probably|possibly|an association was found)\b[:,]", re.I)
_NONE: Final = re.compile(
    r"\bno (?:\w+ ){0,3}(?:effect|difference|change|association)|\bdid not\b|\bnot (?:\w+ )?(?:differ|significant)"
    r"|\bwithout (?:\w+ )?(?:effect|difference)|\bsimilar\b|\bcomparable\b",
    re.I,
)
_WAYS: Final = {
    Direction.HIGHER: re.compile(r"\b(?:increas|rais|higher|more|longer|greater|prolong|improv|better)", re.I),
    Direction.LOWER: re.compile(r"\b(?:reduc|lower|fewer|less|shorter|decreas|shorten|smaller|worse)", re.I),
}


def word(text: str) -> bool | None:
    """The yes or no that a statement opens with; None for none."""
    return True if _YES.match(text) else False if _NO.match(text) else None


def way(text: str) -> Direction | None:
    """The way that a statement on one outcome tells; None where it names both or none."""
    if _NONE.search(text):
        return Direction.NONE_DETECTED
    ways = [direction for direction, pattern in _WAYS.items() if pattern.search(text)]
    return ways[0] if len(ways) == 1 else None


def judged(asked: Asked, answer: Answer) -> Said:
    """What the short answer made of the question."""
    told = [s for s in answer.section("bottom_line").statements if s.kind.asserts]
    if not told:
        return Said(False, None, False if asked.evidence else None)
    lead = told[0]
    leads = bool({span.record for span in lead.supports} & asked.records)
    said = next((w for w in map(word, (s.text for s in told)) if w is not None), None)
    return Said(
        leads,
        None if said is None or asked.yes is None else said == asked.yes,
        _is_outcome(asked, lead) if asked.evidence else None,
        _is_way(asked, lead) if asked.evidence and leads else None,
    )


def _is_outcome(asked: Asked, lead: Statement) -> bool:
    return any(span.record in asked.records and marked(runs(span.quote), asked.evidence) for span in lead.supports)


def _is_way(asked: Asked, lead: Statement) -> bool | None:
    """Whether a finding goes the way that is known; None for a quotation, in which several things may be told."""
    if lead.kind is not Kind.FINDING or not _is_outcome(asked, lead):
        return None
    said = lead.text.partition(" (")[0]
    told = None if " than " in said else way(said)  # which of the two is named first is not known
    return None if told is None else told is asked.direction


def papers(data: Path) -> list[Asked]:
    """PubMedQA's questions with a yes or a no."""
    decided = {str(row["pmid"]): row["final_decision"] for row in evaluation(data / "pubmedqa")}
    return [
        Asked("pubmedqa", question, frozenset({record.id}), decided[record.identifiers[0].value] == "yes")
        for question, record in pubmedqa(data)
        if decided[record.identifiers[0].value] in ("yes", "no")
    ]


def biomedical(data: Path) -> list[Asked]:
    """BioASQ's questions with a yes or a no."""
    return [
        Asked(
            "bioasq", q["question"], frozenset(f"pmid:{s['pmid']}" for s in q["snippets"]), q["exact_answer"] == "yes"
        )
        for q in evaluation(data / "bioasq")
        if q["type"] == "yesno" and q["exact_answer"] in ("yes", "no")
    ]


def trials(data: Path, split: str = "eval") -> tuple[list[Asked], list[Record]]:
    """Questions made from prompts whose evidence stands in the abstract, and the abstracts of all articles."""
    rows = prompts(data, split)
    abstracts = {name: _abstract(record) for name, record in articles(data, {p.article for p in rows}).items()}
    made = []
    for prompt in (p for p in rows if p.article in abstracts):
        record = abstracts[prompt.article]
        held = [_letters(s.text) for s in record.sections if s.kind is SectionKind.ABSTRACT]
        told = [text for text in prompt.evidence if any(_letters(text) in one for one in held if _letters(text))]
        draw = random.Random(f"{SEED}:{prompt.number}")
        asks = draw.choice((*FORMS, None))
        parts = [_plainly(t) for t in (prompt.asked.intervention, prompt.asked.outcome, prompt.asked.comparator)]
        if not told or not all(0 < len(part.split()) <= LONGEST for part in parts):
            continue
        question = draw.choice(FORMS[asks]).format(*parts)
        evidence = tuple(map(runs, told))
        yes = None if asks is None else prompt.label is asks
        made.append(Asked("trials", question, frozenset({record.id}), yes, evidence, prompt.label))
    return made, list(abstracts.values())


def _abstract(record: Record) -> Record:
    """The same record with its title and abstract alone."""
    kept: Iterable[SourceSection] = (s for s in record.sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))
    return Record.build(
        id=record.id,
        identifiers=record.identifiers,
        kind=record.kind,
        title=record.title,
        sections=tuple(kept),
        year=record.year,
        format="benchmark",
    )


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def _plainly(text: str) -> str:
    """A part of a prompt as somebody would type it: without what stands in brackets."""
    return " ".join(_ASIDE.sub("", text).strip(" .;,").split())


def drawn(rows: Iterable[Asked], most: int = EACH) -> list[Asked]:
    """Some of the questions, by a draw that depends on each alone."""
    ranked = sorted(rows, key=lambda one: random.Random(f"{SEED}:{one.question}").random())
    return ranked[:most]


def gathered(data: Path, split: str = "eval") -> tuple[list[Asked], Iterator[Record]]:
    """The questions of all three sorts, and the records of their library."""
    made, abstracts = trials(data, split)
    _, snippets = bioasq_records(data, range(0)) if (data / "bioasq").is_dir() else ([], [])
    own = [record for _, record in pubmedqa(data)]
    first = {record.id: record for record in (*own, *snippets, *abstracts)}
    others = (r for r in chain(scifact(data), pubmed(data)) if r.id not in first)
    return [*papers(data), *biomedical(data), *made], chain(first.values(), others)


def run(data: Path) -> Result:
    """Ask up to `EACH` questions of each sort."""
    asked, records = gathered(data)
    missing = [name for name in ("pubmedqa", "bioasq", "trials") if not any(one.part == name for one in asked)]
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library", create=True)
        library.add(records, describe=describe)
        metrics = {"records": float(len(library))}
        for name in ("pubmedqa", "bioasq", "trials"):
            chosen = drawn(one for one in asked if one.part == name)
            metrics |= measured(name, [said(one, library) for one in chosen])
    return Result(metrics, missing, ["A yes or no counts where the short answer opens a statement with one."])


def said(asked: Asked, library: Library) -> Said:
    """What the short answer of a library makes of a question; a question that cannot be read is answered by silence."""
    try:
        return judged(asked, probatum.answer(asked.question, library=library, as_of=AS_OF))
    except ProbatumError:
        return Said(False, None, False if asked.evidence else None)


def measured(name: str, found: list[Said]) -> dict[str, float]:
    """The shares of one sort of question, with intervals for the first."""
    if not found:
        return {}
    leads = [float(one.leads) for one in found]
    low, high = interval(leads)
    metrics = {
        f"{name}_questions": float(len(found)),
        f"{name}_leads": sum(leads) / len(found),
        f"{name}_leads_low": low,
        f"{name}_leads_high": high,
        f"{name}_yes_or_no_right": sum(one.agrees is True for one in found) / len(found),
        f"{name}_yes_or_no_wrong": sum(one.agrees is False for one in found) / len(found),
    }
    if any(one.outcome is not None for one in found):
        metrics[f"{name}_outcome_leads"] = sum(one.outcome is True for one in found) / len(found)
        metrics[f"{name}_direction_wrong"] = sum(one.direction is False for one in found) / len(found)
    return metrics


BENCHMARK = Benchmark("direct", "Does the short answer lead with the right study and outcome, the right way?", run)
