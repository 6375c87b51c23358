"""How does an outcome under one treatment compare with that under another, and where does the article say so?"""

from __future__ import annotations

from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks.classes import macro_f1_interval
from benchmarks.measures import summary
from benchmarks.prompts import articles, marked, prompts, runs
from probatum.appraise import effects


def run(data: Path) -> Result:
    """One row a prompt of the `eval*` files with valid labels that agree."""
    asked = prompts(data, "eval")
    if not asked:
        return Result({}, ["evidence-inference/eval_labels*.jsonl.gz"])
    records = articles(data, {p.article for p in asked})
    lacking = sorted({p.article for p in asked} - records.keys())
    rows, spans = [], []
    for prompt in asked:
        if prompt.article not in records:
            continue
        effect = effects.read(records[prompt.article], prompt.asked)
        rows.append((prompt.label.value, effect.direction.value))
        if prompt.evidence:
            gold = [runs(text) for text in prompt.evidence]
            spans.append(float(any(marked(runs(span.quote), gold) for span in effect.evidence)))
    if not rows:
        return Result({}, ["evidence-inference/articles*.tar.xz", "evidence-inference/txt*.tar.xz"])
    metrics: dict[str, float] = {"prompts": len(rows), "articles": len(records)}
    metrics |= summary("accuracy", [float(gold == said) for gold, said in rows])
    metrics |= macro_f1_interval("macro_f1", rows)
    if spans:
        metrics |= {"spans": len(spans), **summary("span_recall", spans)}
    notes = ["The models were fitted on the training split alone and are not refitted here."]
    return Result(metrics, [f"article {name}" for name in lacking], notes)


BENCHMARK = Benchmark(
    "evidence_inference", "Direction of an effect asked for, and the evidence for it (full text).", run
)
