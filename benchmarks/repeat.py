"""Does the same question give the same bytes?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks import Benchmark, Result
from benchmarks._questions import answering
from benchmarks.data import interval

SEEDS = ("1", "2")
"""Hash seeds of the two processes: an order that rests on hashes would show."""
_ASK = """
import hashlib, json, sys
import probatum
from probatum.acquire.library import Library
from probatum.model.wire import encode
place, as_of, questions = json.load(sys.stdin)
library = Library.open(place)
for question in questions:
    made = encode(probatum.answer(question, library=library, as_of=as_of))
    print(hashlib.sha256(made).hexdigest(), flush=True)
"""


def run(data: Path) -> Result:
    """Answer the first 100 questions in two processes with other hash seeds, and compare the bytes of the answers."""
    with answering(data) as given:
        asked = json.dumps([given.library.location, given.as_of, given.questions])
        first, second = (_hashes(asked, seed) for seed in SEEDS)
        held = [float(a == b) for a, b in zip(first, second, strict=True)]
        low, high = interval(held)
        metrics = {"same": sum(held) / len(held) if held else 0.0, "same_low": low, "same_high": high}
        metrics["answers"] = float(len(held))
        return Result(metrics, given.missing)


def _hashes(asked: str, seed: str) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", _ASK]
    done = subprocess.run(command, input=asked, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    return done.stdout.split()


BENCHMARK = Benchmark("repeat", "Share of answers that are the same, byte for byte, in another process.", run)
