"""Libraries for the tests of this folder: one with the invented medicines, and new ones of any records."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from medicines import RECORDS
from reports import LibraryOf

from probatum.acquire.library import Library
from probatum.appraise.design import describe
from probatum.model import Record


@pytest.fixture(scope="session")
def library_of(tmp_path_factory: pytest.TempPathFactory) -> LibraryOf:
    """A new library with those records and no others."""

    def made(records: Iterable[Record]) -> Library:
        opened = Library.open(tmp_path_factory.mktemp("library") / "library", create=True)
        opened.add(records, describe=describe)
        return opened

    return made


@pytest.fixture(scope="session")
def medicines(library_of: LibraryOf) -> Library:
    return library_of(RECORDS)
