"""What holds for all tests: property tests are judged by their result, never by the speed of a busy machine."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from made_once import made_once

if TYPE_CHECKING:
    from probatum.acquire.library import Library

settings.register_profile("machine", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "machine")

# A test that asks one question on the command line must not read all starter records behind its answer.
os.environ.setdefault("PROBATUM_AHEAD", "off")

# A worker holds vocabularies, models and a site for as long as it runs: looking for garbage among them as often as
# Python does by itself takes a tenth of the time of all tests.
gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def starter_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the starter records, made once for all workers. Nobody writes into it: that is `starter_copy`."""

    def make(folder: Path) -> None:
        from probatum import pipeline

        pipeline.open_library(folder / "library")

    return made_once(tmp_path_factory, "starter", make) / "library"


@pytest.fixture(scope="session")
def starter_library(starter_place: Path) -> Library:
    """The same, opened, to be read."""
    from probatum.acquire.library import Library

    return Library.open(starter_place)


@pytest.fixture(scope="session")
def prepared_site(tmp_path_factory: pytest.TempPathFactory, starter_place: Path) -> Path:
    """The folder of a site without people and articles, as `probatum site prepare` makes it: to be copied, which takes
    milliseconds, where its two hundred migrations take a quarter of a minute."""

    def make(folder: Path) -> None:
        told = {"PROBATUM_SITE": str(folder), "PROBATUM_LIBRARY": str(starter_place), "PROBATUM_DATABASE": ""}
        command = [sys.executable, "-m", "probatum", "site", "prepare", "--no-samples"]
        done = subprocess.run(command, env={**os.environ, **told}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "site", make)


@pytest.fixture
def starter_copy(starter_place: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may write into."""
    return Path(shutil.copytree(starter_place, tmp_path / "starter"))


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
