"""What holds for all tests: property tests are judged by their result, never by the speed of a busy machine."""

from __future__ import annotations

import os
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import settings

settings.register_profile("machine", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "machine")

# A test that asks one question on the command line must not read all starter records behind its answer.
os.environ.setdefault("PROBATUM_AHEAD", "off")


GROWTH = 3.0
"""Twice the text takes twice the time where reading is linear and four times where it is quadratic."""

PATIENCE = 20
"""Beyond this many times the allowed seconds, no machine is busy enough to excuse it."""


@pytest.fixture(scope="session")
def bounded() -> Callable[[Callable[[str], object], str, float], None]:
    """Fail where reading a text takes more than the seconds, unless the machine is merely slow.

    Seconds alone say as much of the machine as of the code, so what takes longer is measured again beside half of the
    text: it is a fault only if the time grows faster than the text does, or is beyond all patience.
    """
    return _bounded


def _bounded(work: Callable[[str], object], text: str, seconds: float) -> None:
    took = _seconds(work, text)
    if took <= seconds:
        return
    assert took <= PATIENCE * seconds, f"{took:.1f} s of processor time"
    half = min(_seconds(work, text[: len(text) // 2]) for _ in range(3))
    whole = min(took, *(_seconds(work, text) for _ in range(2)))
    assert whole <= seconds or whole <= GROWTH * half, f"half took {half:.2f} s, the whole {whole:.2f} s"


def _seconds(work: Callable[[str], object], text: str) -> float:
    began = process_time()
    work(text)
    return process_time() - began
