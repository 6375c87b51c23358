"""A hostile file read where it can do no harm: in a process of its own that ends with it (`_reading_child`).

That process has bounds on memory and time, writes no file, and knows none of the site's secrets. What comes back is
text.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

from probatum.errors import ProbatumError

SECONDS: Final = 30
"""On the clock; the child's own bound is on the processor."""
_KEPT: Final = ("LANG", "PATH", "SYSTEMROOT", "TEMP", "TMPDIR")
_CHILD: Final = str(Path(__file__).with_name("_reading_child.py"))


def readable(data: bytes, origin: str) -> str:
    """The text of a file, as `pipeline.readable` reads it. Raises ProbatumError P831, P832."""
    # Our own program and interpreter, no shell; nothing of the environment that could change what it does.
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", "-S", _CHILD, json.dumps(sys.path), origin],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        start_new_session=True,
    )
    try:
        told, _ = child.communicate(data, timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ProbatumError("P831", origin=origin, reason="reading it takes too long") from error
    finally:
        _end(child)
    try:
        said = json.loads(told)
    except ValueError as error:
        raise ProbatumError("P831", origin=origin, reason="it takes more memory or time than a text may") from error
    if "code" in said:
        raise ProbatumError(said["code"], **said["fields"])
    return str(said["text"])


def _end(child: subprocess.Popen[bytes]) -> None:
    """End it and whatever it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):  # all of them have ended
        os.killpg(child.pid, signal.SIGKILL)
    child.communicate()
