"""An audit is the same in every run, whatever order the hashes of words give to a set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from audit_cases import report
text = (
    "Cramps were fewer with zerafine than with placebo (2.1 versus 4.6 a week) [1]. Dizziness was seen in 18 of 60 on "
    "zerafine and 6 of 60 on placebo [1]. Sleep was better in adults with night cramps [1]. Response was "
    "42% in one group and 25% in the other over 12 weeks [1]. Skin cleared in 61% on brelomab [2]."
)
print(repr(report(text)))
"""


def test_the_report_does_not_depend_on_the_seed_of_hashes() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "5", "6", "11")
    }
    assert len(told) == 1
