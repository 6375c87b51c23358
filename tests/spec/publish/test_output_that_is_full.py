"""What the terminal or a pipe cannot take is said, and no traceback shown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_output_that_is_full_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "probatum", "checks"]
        told = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert told.returncode == 1 and "P810" in told.stderr and "Traceback" not in told.stderr
