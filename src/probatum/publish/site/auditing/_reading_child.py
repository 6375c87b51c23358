"""The process that reads one file under audit from standard input, and says its text or why not. Run by `apart`."""

from __future__ import annotations

import json
import sys
from typing import Final

MEMORY: Final = 2 << 30
"""Bytes it may take, libraries included."""
SECONDS: Final = 20
"""Of the processor."""
BOUNDS: Final = (("RLIMIT_AS", MEMORY), ("RLIMIT_CPU", SECONDS), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0))


def main() -> None:
    """Read it, within the bounds."""
    sys.path[:] = json.loads(sys.argv[1])
    _bound()
    from probatum.errors import ProbatumError
    from probatum.pipeline.auditing import readable

    try:
        told: dict[str, object] = {"text": readable(sys.stdin.buffer.read(), sys.argv[2])}
    except ProbatumError as error:
        told = {"code": error.code, "fields": {name: str(value) for name, value in error.fields.items()}}
    json.dump(told, sys.stdout)


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has none
        return
    for name, most in BOUNDS:
        try:
            resource.setrlimit(getattr(resource, name), (most, most))
        except (AttributeError, ValueError, OSError):
            continue  # a system without this bound, or with a tighter one


if __name__ == "__main__":
    main()
