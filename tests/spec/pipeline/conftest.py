"""One library with the invented medicines for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from medicines import RECORDS

from probatum.acquire.library import Library
from probatum.appraise.design import describe


@pytest.fixture(scope="session")
def medicines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    place: Path = tmp_path_factory.mktemp("medicines") / "library"
    library = Library.open(place, create=True)
    library.add(RECORDS, describe=describe)
    yield library
