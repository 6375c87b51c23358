"""`python -m scripts.fuzz TARGET [--seconds 600]`: hostile input by coverage-guided fuzzing, with atheris.

Atheris is no dependency of the project (`pip install atheris`; Linux, x86-64). A flaw ends the run with its traceback
and the input in a file `crash-*`; put the input into a regression test. `--corpus DIR` keeps what was learnt.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path

UNGUIDED = ("probatum.appraise", "probatum.apply")
"""Rooms that read no input: paths through them need not guide the search, and preparing them takes minutes."""
SEEDS = Path(__file__).parent / "seeds"


def main() -> None:
    """Run one target until its time is over or a flaw is found."""
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: pip install atheris")
    for name in UNGUIDED:
        import_module(name)
    with atheris.instrument_imports(include=["probatum"]):
        from scripts.fuzz.targets import LONGEST, TARGETS

    parser = argparse.ArgumentParser(description="Fuzz one reader.")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path)
    given = parser.parse_args()
    corpus = given.corpus or Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    told = [f"-max_total_time={given.seconds}", f"-max_len={LONGEST}", "-timeout=30", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *told, str(corpus), str(SEEDS / given.target)], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
