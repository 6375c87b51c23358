"""Benchmarks run on any folder of the layout; what it lacks is named, not an error."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import Benchmark, benchmarks
from benchmarks.data import interval, quantile
from benchmarks.recombining import recombined
from probatum.acquire.matching import keys
from probatum.model import Identifier, Record, RecordKind, SectionKind, SourceSection

ROOT = Path(__file__).resolve().parents[3]


def lines(path: Path, objects: list[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in objects)


def small(folder: Path) -> Path:
    """A folder with three made-up questions and two made-up abstracts."""
    asked = [
        {
            "pmid": str(n),
            "question": f"Does {drug} relieve {complaint}?",
            "year": "2001",
            "contexts": [{"text": f"We gave {drug} to 40 people with {complaint}. Pain fell from 5 to 3 (p = 0.01)."}],
            "long_answer": f"{drug} relieves {complaint}.",
        }
        for n, (drug, complaint) in enumerate([("aspirin", "headache"), ("quinine", "cramps"), ("rest", "sprains")], 1)
    ]
    lines(folder / "pubmedqa" / "eval.jsonl.gz", asked)
    documents = [{"doc_id": 90 + n, "title": f"Soil {n}", "abstract": ["Earthworms turn soil."]} for n in range(2)]
    lines(folder / "scifact" / "corpus.jsonl.gz", documents)
    return folder


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT)


def test_they_are_listed() -> None:
    listed = run()
    assert listed.returncode == 0
    assert {line.split()[0] for line in listed.stdout.splitlines()} == set(benchmarks())
    assert {"known_item", "speed", "support"} <= set(benchmarks())


@pytest.mark.parametrize("benchmark", benchmarks().values(), ids=lambda b: b.name)
def test_each_says_what_it_measures_in_a_line(benchmark: Benchmark) -> None:
    assert 20 < len(benchmark.purpose) < 100


@pytest.mark.parametrize("name", ["known_item", "lay", "misspelt", "speed", "support"])
def test_an_empty_folder_is_named_and_no_error(name: str, tmp_path: Path) -> None:
    done = run(name, "--data", str(tmp_path), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert {"pubmedqa/eval*.jsonl.gz", "pubmed/*.xml.gz"} <= set(told["missing"])


def test_known_item_on_a_small_folder(tmp_path: Path) -> None:
    done = run("known_item", "--data", str(small(tmp_path)), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["records"], told["questions"], told["recall@1"], told["mrr"]) == (5, 3, 1.0, 1.0)
    assert "records: 5 of 25,000" in told["missing"]


def test_support_on_a_small_folder(tmp_path: Path) -> None:
    done = run("support", "--data", str(small(tmp_path)), "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["answers"] == 3
    assert told["statements"] > 0
    assert told["supported"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "says"), [(("nothing",), "Known:"), (("speed", "--data", "nowhere"), "no folder")]
)
def test_wrong_calls_say_the_way_out(arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr


def test_made_up_records_are_the_same_each_time() -> None:
    real = [
        Record.build(
            id=f"pmid:{n}",
            identifiers=(Identifier("pmid", str(n)),),
            kind=RecordKind.ARTICLE,
            title=f"Title {n}",
            sections=(SourceSection("abstract", SectionKind.ABSTRACT, f"One {n}. Two {n}. Three {n}."),),
        )
        for n in range(5)
    ]
    one, two = list(recombined(real, 10, seed=3)), list(recombined(real, 10, seed=3))
    assert one == two
    assert len({record.id for record in one}) == 10


def test_made_up_records_are_unlike_each_other_in_all_that_copies_are_looked_for_by() -> None:
    words = ("amber", "birch", "cedar", "dill", "elder", "fern", "gorse", "heather", "iris", "juniper", "kale", "larch")
    real = [
        Record.build(
            id=f"pmid:{n}",
            identifiers=(Identifier("pmid", str(n)),),
            kind=RecordKind.ARTICLE,
            title=" ".join(f"{word}{n}" for word in words),
            sections=(SourceSection("abstract", SectionKind.ABSTRACT, "One. Two."),),
            authors=(f"Author{n} A", f"Writer{n} B"),
            journal=f"{words[n % 12]} journal",
            volume=str(n % 40),
            pages=str(n * 7),
        )
        for n in range(200)
    ]
    made = list(recombined(real, 2_000))
    shared = Counter(key for record in made for key in keys(record))
    assert sum(number - 1 for number in shared.values()) < 0.05 * len(made)
    assert all(record.authors and record.journal and record.pages for record in made)


def test_interval_and_quantile() -> None:
    assert interval([1.0] * 50) == (1.0, 1.0)
    low, high = interval([0.0, 1.0] * 100)
    assert 0.4 < low < 0.5 < high < 0.6
    assert interval([]) == (0.0, 0.0)
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([], 0.5) == 0
