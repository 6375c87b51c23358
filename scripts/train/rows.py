"""Fits the confidence of `appraise.rows` and prints how its threshold behaves out of fold.

    python scripts/train/rows.py [DATA]

Writes src/probatum/appraise/rows/weights.json. Deterministic. Card: docs/building/models/rows.md.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks import numbers

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Fit on the rows of DATA and show precision and share of rows by threshold."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".." / "shared" / "data"
    made, missing = numbers.read(data.resolve())
    weights = numbers.fit(made)
    target = ROOT / "src" / "probatum" / "appraise" / "rows" / "weights.json"
    stored = {"fitted on": numbers.digest_of(data), "weights": {k: round(v, 6) for k, v in weights.items()}}
    target.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"{len(made)} rows of {len({row.pmcid for row in made})} articles, {len(missing)} articles lacking")
    sure = numbers.out_of_fold(made)
    for threshold in (0.3, 0.4, 0.5, 0.55, 0.6, 0.62, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        kept = [row for row, chance in zip(made, sure, strict=True) if chance >= threshold]
        hits = sum(row.right for row in kept)
        print(f"{threshold:.2f}: returned {len(kept)}, right {hits}, precision {hits / max(len(kept), 1):.3f}")


if __name__ == "__main__":
    main()
