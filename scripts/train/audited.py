"""True and false sentences of the audit cases of the repository, as claims beside the passages nearest to them.

They are in everyday words, where the claims of SciFact are not, and the passages are few. Read, no text is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from benchmarks._stances import Pair
from benchmarks.audit import cited_abstracts, cited_articles
from probatum.assess.audit import auditing, document
from probatum.assess.audit.case import Cited
from scripts.train.support import ASIDE, CASES, Held

PASSAGES: Final = 2
CLAIM, LONGEST = 1_200, 700
"""Characters of a sentence and of a passage that are read."""
AGAINST: Final = frozenset(
    (
        "absence_as_no_effect", "arm_swapped", "denominator_wrong", "direction_flipped", "negation_dropped",
        "number_altered", "significance_misstated", "unit_or_dose_changed",
    )
)  # fmt: skip
"""Kinds of flaws that a source says otherwise; of the other kinds it does not say enough."""


def pairs(data: Path) -> Iterator[Pair]:
    """The sentences of the cases that cite an article of the archives, but for those of the sittings kept aside."""
    texts = {p: p.with_suffix("").with_suffix(".md").read_text("utf-8") for p in sorted(CASES.glob("*.key.yaml"))}
    shelf = Held([*cited_articles(data, texts.values()), *cited_abstracts(data, texts.values())])
    for path, text in texts.items():
        key = yaml.safe_load(path.read_text("utf-8"))
        if key["written"] in ASIDE:
            continue
        cases, _ = auditing.read(document.read(text), shelf)
        by = {" ".join(case.said.text.split()): case for case in cases}
        for told in key["sentences"]:
            case = by.get(" ".join(told["text"].split()))
            if told["label"] in ("true", "flawed") and case is not None and case.sources and case.best:
                yield _pair(case, told["label"] == "true", told.get("category") or "")


def _pair(case: Cited, true: bool, category: str) -> Pair:
    read = [f"{a.unit.over} {a.unit.text}" if a.unit.row else a.unit.text for _, a in case.best[:PASSAGES]]
    stance = "supports" if true else "contradicts" if category in AGAINST else "not enough"
    return Pair(case.text[:CLAIM], tuple(text[:LONGEST] for text in read), stance)
