"""One library with the starter records for all acceptance tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum import pipeline
from probatum.acquire.library import Library


@pytest.fixture(scope="session")
def starter_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    place: Path = tmp_path_factory.mktemp("starter") / "library"
    yield pipeline.open_library(place)
