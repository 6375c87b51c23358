"""Which deliberate flaws of cited answers does the audit find, and how often does it doubt a true sentence?

The rules of the cases' own README: a flawed sentence is found when it gets any verdict but supported and not checked, a
true one is a false alarm when it does. Intervals resample the cases, not the sentences.
"""

from __future__ import annotations

import gzip
import random
import re
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from benchmarks import Benchmark, Result
from benchmarks.prompts import FOLDER
from probatum import pipeline
from probatum.acquire.library import Library
from probatum.acquire.reading import read_bytes
from probatum.model import AuditedSentence, Record, ReferenceState, Report, Verdict
from probatum.text import identifiers

NEAR: Final = {
    "negation_dropped": {"significance_misstated"},
    "arm_swapped": {"direction_flipped", "number_altered"},
    "direction_flipped": {"arm_swapped"},
    "unit_or_dose_changed": {"number_altered"},
    "denominator_wrong": {"number_altered"},
    "outcome_mismatch": {"number_altered"},
    "population_mismatch": {"applicability_gap"},
    "applicability_gap": {"population_mismatch"},
    "absence_as_no_effect": {"causal_or_certainty_overclaim"},
}
"""Key category -> categories that count as near matches."""
ROUNDS: Final = 1000
_IDENTIFIED: Final = re.compile(
    rb"<article-id[^>]*pub-id-type=\"(pmid|pmc|pmcid|doi|pmc-uid|pmcaid)\"[^>]*>\s*([^<\s]{3,200})\s*<", re.IGNORECASE
)


_ARTICLE: Final = re.compile(rb"<PubmedArticle>.*?</PubmedArticle>", re.DOTALL)
_PMID: Final = re.compile(rb"<PMID[^>]*>([0-9]+)</PMID>")


class Judged(NamedTuple):
    """What became of one sentence or reference: names of measures with 0 or 1."""

    case: str
    values: Mapping[str, float]


def run(data: Path) -> Result:
    """Every `case-NN.md` of the folder, against a library of the articles that the cases cite."""
    paths = sorted(p for p in (data / "audit").glob("case-*.md") if p.with_suffix(".key.yaml").is_file())
    if not paths:
        return Result({}, ["audit/case-*.md"])
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    articles = cited_articles(data, texts.values())
    judged: list[Judged] = []
    with tempfile.TemporaryDirectory() as place:
        library = Library.open(place, create=True)
        library.add(articles)
        for path in paths:
            report = pipeline.audit(texts[path.stem], library=library, origin=path.name)
            key = yaml.safe_load(path.with_suffix(".key.yaml").read_text(encoding="utf-8"))
            judged += judge(path.stem, key, report)
    missing = [] if articles else [f"{FOLDER}/articles*.tar.xz"]
    metrics: dict[str, float] = {"cases": len(paths), "articles": len(articles)}
    return Result(metrics | measured(judged), missing, ["Rules were written while looking at the development cases."])


def cited_articles(data: Path, texts: Iterable[str]) -> list[Record]:
    """The articles of the archives that bear an identifier which the texts name."""
    wanted = {str(i) for text in texts for _, _, i in identifiers.find(text)}
    found: dict[str, Record] = {}
    for path in sorted((data / FOLDER).glob("articles*.tar.xz")):
        for name, content in _members(path):
            named = _named(content[:20_000]) | _named(name.encode())
            if not named & wanted:
                continue
            for _, item in read_bytes(content, name):
                if isinstance(item, Record):
                    found.setdefault(item.id, item)
    return list(found.values())


def cited_abstracts(data: Path, texts: Iterable[str]) -> list[Record]:
    """The records of the folder's PubMed files whose PMID the texts name."""
    wanted = {i.value.encode() for text in texts for _, _, i in identifiers.find(text) if i.namespace == "pmid"}
    found: list[Record] = []
    for path in sorted((data / "pubmed").glob("*.xml.gz")):
        articles = _ARTICLE.findall(gzip.decompress(path.read_bytes()))
        named = [a for a in articles if (pmid := _PMID.search(a)) is not None and pmid[1] in wanted]
        if named:
            whole = b"<PubmedArticleSet>%s</PubmedArticleSet>" % b"".join(named)
            found += [item for _, item in read_bytes(whole, path.name.removesuffix(".gz")) if isinstance(item, Record)]
    return found


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None:
                yield member.name, file.read()


def _named(head: bytes) -> set[str]:
    made = set()
    for found in _IDENTIFIED.finditer(head):
        namespace = {"pmid": "pmid", "doi": "doi"}.get(found[1].decode().lower(), "pmcid")
        identifier = identifiers.parse(found[2].decode("utf-8", "replace"), namespace)
        made.add(str(identifier))
    made |= {str(i) for _, _, i in identifiers.find(head.decode("utf-8", "replace")[:300])}
    return made


def judge(case: str, key: Mapping[str, Any], report: Report) -> list[Judged]:
    """The sentences and references of a key, each with what the report made of it."""
    said = {_flat(s.text): s for s in report.sentences}
    by_n = {s["n"]: said.get(_flat(s["text"])) for s in key["sentences"]}
    made = []
    for wanted in key["sentences"]:
        sentence = by_n[wanted["n"]]
        if wanted["label"] == "flawed":
            made.append(Judged(case, _flaw(wanted, sentence, by_n)))
        elif wanted["label"] == "true":
            made.append(Judged(case, _true(wanted, sentence)))
        elif sentence is not None:
            made.append(Judged(case, {"opinions_flagged": float(sentence.faulty)}))
    states = {r.number: r.state for r in report.references}
    for reference in key["references"]:
        bad = states.get(reference["n"]) in (ReferenceState.MISMATCHED, ReferenceState.UNTRACEABLE)
        name = "fabricated_found" if reference["status"] == "fabricated" else "genuine_doubted"
        made.append(Judged(case, {name: float(bad)}))
    return made


def _flaw(
    wanted: Mapping[str, Any], sentence: AuditedSentence | None, by_n: Mapping[int, AuditedSentence | None]
) -> dict[str, float]:
    other = by_n.get(wanted.get("conflicts_with") or 0)
    pair = wanted["category"] == "internal_contradiction" and other is not None and other.faulty
    found = (sentence is not None and sentence.faulty) or pair
    unchecked = not found and sentence is not None and sentence.verdict is Verdict.NOT_CHECKED
    made = {"flagged": float(found), "unchecked_flaws": float(unchecked), f"flagged_{wanted['category']}": float(found)}
    if found:
        named = sentence.category.value if sentence is not None and sentence.category else ""
        if pair and not named and other is not None and other.category:
            named = other.category.value
        right = named == wanted["category"]
        made["category"] = float(right)
        made["category_near"] = float(right or named in NEAR.get(wanted["category"], set()))
    return made


def _true(wanted: Mapping[str, Any], sentence: AuditedSentence | None) -> dict[str, float]:
    alarm = sentence is not None and sentence.faulty
    unchecked = sentence is None or sentence.verdict is Verdict.NOT_CHECKED
    made = {"false_alarms": float(alarm), "not_checked": float(unchecked)}
    if wanted.get("hard"):
        made[f"false_alarms_{wanted['hard']}"] = float(alarm)
    return made


def _flat(text: str) -> str:
    return " ".join(text.split())


def measured(judged: Sequence[Judged]) -> dict[str, float]:
    """Mean of every measure, with intervals of the chief ones from resampled cases (Efron 1979)."""
    cases = sorted({j.case for j in judged})
    names = sorted({name for j in judged for name in j.values})
    sums = {c: {n: [j.values[n] for j in judged if j.case == c and n in j.values] for n in names} for c in cases}
    chance = random.Random(1)
    draws = [chance.choices(cases, k=len(cases)) for _ in range(ROUNDS)]
    made: dict[str, float] = {}
    for name in names:
        every = [v for c in cases for v in sums[c][name]]
        made[name] = round(sum(every) / len(every), 4)
        if name in ("flagged", "category", "category_near", "false_alarms", "not_checked", "unchecked_flaws"):
            means = sorted(_mean([v for c in draw for v in sums[c][name]]) for draw in draws)
            made[f"{name}_low"] = round(means[int(0.025 * ROUNDS)], 4)
            made[f"{name}_high"] = round(means[int(0.975 * ROUNDS) - 1], 4)
    made["true_sentences"] = sum(len(sums[c].get("false_alarms", [])) for c in cases)
    made["flawed_sentences"] = sum(len(sums[c].get("flagged", [])) for c in cases)
    return made


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


BENCHMARK = Benchmark("audit", "Flaws found in cited answers, false alarms over true sentences.", run)
