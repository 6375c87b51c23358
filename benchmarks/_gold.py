"""Questions with the facts that experts expect in an answer, and the records they may be answered from."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from benchmarks._facts import is_fact
from benchmarks.data import evaluation, lines, pubmed, pubmed_paths
from probatum.model import Identifier, Reader, Record, RecordKind, SectionKind, SourceSection
from probatum.text import sentences

SEED = 1
FIRST = range(15)
"""Places of the questions of a set in its draw."""
LEADING = 3
"""Sentences of a patient page's answer that are taken for its facts."""
BEGINNING = 1500
"""Characters of it in which they stand."""
_MARKUP = re.compile(r"</?[a-z]{1,6}/?>|(?<=[.!?)])(?=[A-Z]{5,}: )")
"""Tags left in snippets, and headings that ran into the sentence before."""
FORM = 5
"""Answers that share a sentence which is then a form."""


class Asked(msgspec.Struct, frozen=True):
    """A question, who asks it, the facts of its gold answer, and the records it was made from (none: not known)."""

    part: str
    id: str
    question: str
    facts: tuple[str, ...]
    reader: Reader = Reader.DOCTOR
    records: tuple[str, ...] = ()


Rows = Iterable[dict[str, Any]]


def drawn(rows: Rows, made: Callable[[dict[str, Any]], Asked], places: range, name: str = "id") -> list[Asked]:
    """The questions that have facts at some places of a draw, which depends on the question's identifier alone."""
    ranked = sorted(rows, key=lambda row: (random.Random(f"{SEED}:{row[name]}").random(), str(row[name])))
    return list(islice((one for one in map(made, ranked) if one.facts), places.start, places.stop))


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[a:b] for a, b in sentences.split(text)]


def bioasq(data: Path, places: range = FIRST) -> tuple[list[Asked], list[Record]]:
    """Summary and yes/no questions with the first ideal answer, and all gold snippets, one record a PMID."""
    questions = evaluation(data / "bioasq")
    texts: dict[str, dict[str, None]] = {}
    for snippet in (s for one in questions for s in one["snippets"]):
        texts.setdefault(str(snippet["pmid"]), {})[_MARKUP.sub(" ", snippet["text"]).strip()] = None

    def made(row: dict[str, Any]) -> Asked:
        facts = tuple(filter(is_fact, split(row["ideal_answer"][0])))
        records = tuple(dict.fromkeys(f"pmid:{s['pmid']}" for s in row["snippets"]))
        return Asked(f"bioasq_{row['type']}", row["id"], row["question"], facts, records=records)

    asked = []
    for kind in ("summary", "yesno"):
        asked += drawn((q for q in questions if q["type"] == kind and q["ideal_answer"]), made, places)
    return asked, [_record(f"pmid:{pmid}", "", [("", text) for text in own]) for pmid, own in texts.items()]


def k_qa(data: Path, places: range = FIRST) -> list[Asked]:
    """Patients' questions with the statements that physicians hold an answer must have."""
    folder = data / "k-qa"
    paths = sorted(folder.glob("eval_answered*.jsonl*")) if folder.is_dir() else []

    def made(row: dict[str, Any]) -> Asked:
        return Asked("k_qa", row["Question"], row["Question"], tuple(filter(is_fact, row["Must_have"])), Reader.PATIENT)

    return drawn((row for path in paths for row in lines(path)), made, places, "Question")


def medquad(data: Path, places: range = FIRST) -> tuple[list[Asked], list[Record]]:
    """Patients' questions with the leading sentences of their answers, and the pages, one record an address.

    A sentence that several pages share, but for the name of their topic, is a form and no fact.
    """
    folder = data / "medquad"
    paths = sorted(folder.glob("*.jsonl.gz")) if folder.is_dir() else []
    pages: dict[str, list[dict[str, Any]]] = {}
    for row in (row for path in paths for row in lines(path)):
        pages.setdefault(row["url"], []).append(row)
    names = {url: f"probatum:page-{number}" for number, url in enumerate(pages, 1)}
    rows = [row for own in pages.values() for row in own]
    shared = Counter(_form(sentence, row) for row in rows for sentence in _leading(row))

    def made(row: dict[str, Any]) -> Asked:
        told = (s for s in _leading(row) if shared[_form(s, row)] < FORM and is_fact(s))
        return Asked(
            "medquad", row["id"], row["question"], tuple(islice(told, LEADING)), Reader.PATIENT, (names[row["url"]],)
        )

    records = [
        _record(names[url], own[0]["focus"] or "", [(row["type"] or "", row["answer"]) for row in own])
        for url, own in pages.items()
    ]
    return drawn(rows, made, places), records


def _leading(row: dict[str, Any]) -> list[str]:
    """The sentences an answer begins with, forms among them."""
    return split(row["answer"][:BEGINNING])[: 2 * LEADING]


def _form(sentence: str, row: dict[str, Any]) -> str:
    return sentence.lower().replace((row["focus"] or "?").lower(), "_")


def gathered(data: Path, places: range = FIRST) -> tuple[list[Asked], Iterator[Record], list[str]]:
    """The questions of all sets at some places of their draws, the records of the library, and what DIR lacks."""
    papers, snippets = bioasq(data, places)
    pages, answers = medquad(data, places)
    sets = {
        "bioasq/eval*.jsonl.gz": papers,
        "k-qa/eval_answered*.jsonl": k_qa(data, places),
        "medquad/*.jsonl.gz": pages,
    }
    missing = [name for name, own in sets.items() if not own]
    missing += [] if pubmed_paths(data) else ["pubmed/*.xml.gz"]
    own = {record.id for record in snippets}

    def records() -> Iterator[Record]:
        yield from snippets
        yield from answers
        yield from (record for record in pubmed(data) if record.id not in own)

    return [one for part in sets.values() for one in part], records(), missing


def _record(name: str, title: str, texts: Iterable[tuple[str, str]]) -> Record:
    made = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    made += [
        SourceSection(f"abstract.{n}", SectionKind.ABSTRACT, text, heading=heading)
        for n, (heading, text) in enumerate(texts, 1)
        if text.strip()
    ]
    namespace, _, value = name.partition(":")
    return Record.build(
        id=name,
        identifiers=(Identifier(namespace, value),),
        kind=RecordKind.ARTICLE,
        title=title,
        sections=tuple(made),
        format="benchmark",
    )
