"""The full-text index of a library in a folder: kept by whoever writes, looked into by everybody.

A reader looks whether the table has changed at most once a second. When it has and the index on disk has not followed
(another process is writing, or was killed before it had seen to the index), the reader brings the index up to date for
itself in memory; when much is lacking it does so on disk, once, if nobody is writing. Where neither can be, it is told
that there is no index, and asks the engine instead.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any, Final

import numpy as np

from probatum.acquire.library.index import catching_up, disk
from probatum.acquire.library.index.finding import Place, find, passes
from probatum.acquire.library.index.scoring import Compiled, Scorer
from probatum.acquire.library.index.segment import LABELS, Segment
from probatum.acquire.library.index.view import Mask, View
from probatum.acquire.library.lock import writing
from probatum.acquire.library.query import TEXT, Filters, one_of
from probatum.acquire.library.rows import searched_text, unpack
from probatum.errors import ProbatumError

TABLE: Final = "records.lance"
"""Folder of the table of records."""

FRESH: Final = 1.0
"""Seconds for which a reader does not look again whether another process wrote."""

IN_MEMORY: Final = 10_000
"""Records that a reader takes into the index in memory, about 2 kB each."""

TOLD: Final = 20_000
"""Records from which on it is told that the index is being made: it takes some seconds."""

PIECES: Final = 8
"""Segments in memory after which those of the disk are looked at again."""

MASKS: Final = 16
"""Filters of which it is remembered which records pass."""

_log = logging.getLogger("probatum")


class Index:
    """The index of the table of records that `open_table` opens and whose version `version` tells, in the folder of a
    library."""

    def __init__(self, location: str, open_table: Callable[[], Any], version: Callable[[], int]) -> None:
        self.location = location
        self.folder = Path(location, disk.FOLDER)
        self._open_table = open_table
        self._version = version
        self._view: View | None = None
        self._number = 0
        self._looked = float("-inf")
        self._lock = RLock()
        self._passing = lru_cache(maxsize=MASKS)(self._passes)

    def touched(self) -> None:
        """This process wrote into the table."""
        self._looked = float("-inf")

    def view(self) -> View | None:
        """The index at the present state of the table; None when it cannot be had."""
        with self._lock:
            if time.monotonic() - self._looked > FRESH:
                number = self._version()
                if self._view is None or self._number != number:
                    self._use(self._renewed(number), number)
                self._looked = time.monotonic()
            return self._view

    def _use(self, view: View | None, number: int) -> None:
        self._view, self._number = view, number
        self._passing.cache_clear()

    def _at(self, number: int) -> tuple[Any, str]:
        """The table as it stood at a version, and the name of that state."""
        table = self._open_table()
        table.checkout(number)
        return table, disk.table_state(self.folder.parent / TABLE, number)

    def _renewed(self, number: int) -> View | None:
        stored = disk.load(self.folder)
        table, state = self._at(number)
        if stored is not None and stored.version == state:
            return View(state, stored.leaves, table)
        now = self._view
        grown = now is not None and len(now.leaves) < PIECES and _holds(now, stored)
        base = now if grown and now is not None else stored or View("", ())
        compared = catching_up.compare(base, table, state)
        if len(compared.lacking[0]) > IN_MEMORY:
            try:
                return self.keep()
            except ProbatumError:
                return None  # another process is writing, or nobody may
        new = list(catching_up.segments(table, compared.lacking))
        return View(state, [*compared.view.leaves, *new], table)

    def keep(self) -> View:
        """Bring the index on disk up to the present state of the table.

        Raises ProbatumError P303 when another process is writing, P304 when the folder cannot be written.
        """
        with self._lock, writing(self.location):
            return self.written()

    def written(self) -> View:
        """As `keep`, for the process that holds the library for writing."""
        with self._lock:
            number = self._version()
            stored = disk.load(self.folder)
            table, state = self._at(number)
            if stored is None or stored.version != state:
                try:
                    stored = self._written(stored, table, state)
                except OSError as error:
                    raise ProbatumError("P304", location=self.location, reason=error.strerror or error) from error
            view = View(state, stored.leaves, table)
            self._use(view, number)
            self._looked = time.monotonic()
            return view

    def _written(self, stored: View | None, table: Any, state: str) -> View:
        self.folder.mkdir(exist_ok=True)
        compared = catching_up.compare(stored or View("", ()), table, state)
        lacking = len(compared.lacking[0])
        if lacking > TOLD and stored is None:
            _log.warning("The index of %s records is being made, once, for faster searches.", f"{lacking:,}")
        view = catching_up.kept(self.folder, compared.view, catching_up.segments(table, compared.lacking))
        disk.save(self.folder, view)
        return view

    def find(self, view: View, query: Compiled, filters: Filters, limit: int) -> list[Place]:
        """The best `limit` records of a view, best first, ties by id."""
        passing = [self._passing(view, at, filters) for at in range(len(view.leaves))]
        return find(view, query, passing.__getitem__, limit)

    def among(self, view: View, query: Compiled, filters: Filters, ids: Sequence[str]) -> list[Place]:
        """The records with those ids that meet the filters, with their scores, which may be 0, best first."""
        told = view.table.search().where(one_of("id", ids)).select(["mark"]).to_arrow()
        scorer, found = Scorer(query, view), list[Place]()
        numbers = np.sort(view.numbers(told["mark"].to_numpy()))
        for at, leaf in enumerate(view.leaves):
            own = numbers[(numbers >= view.firsts[at]) & (numbers < view.firsts[at + 1])] - view.firsts[at]
            passed = self._passing(view, at, filters)
            own = own[passed[own]] if passed is not None else own
            scores = np.round(scorer.scores(at)[own].astype(np.float64), 3) if len(own) else own
            marks = leaf.segment.mark[own].tolist()
            told = zip(own.tolist(), leaf.segment.ids(own), scores.tolist(), marks, strict=True)
            found += [Place(at, *one) for one in told]
        return sorted(found, key=lambda place: (-place.score, place.id))

    def _passes(self, view: View, at: int, filters: Filters) -> Mask | None:
        leaf = view.leaves[at]
        made = passes(leaf, filters)
        if filters.more:
            met = self._rows_meeting(view, filters.more)
            made = np.isin(leaf.rows, met) if made is None else made & np.isin(leaf.rows, met)
        return made

    @staticmethod
    def _rows_meeting(view: View, condition: str) -> Any:
        found = view.table.search().where(condition).select(["mark"]).with_row_id(True)
        return found.to_arrow()["_rowid"].to_numpy()


def rows(view: View, places: Sequence[Place], columns: Iterable[str]) -> list[dict[str, Any]]:
    """Those columns of the records at some places, in their order: of `id`, `mark`, `record`, `text` and `LABELS`."""
    return [{name: _value(view.leaves[place.leaf].segment, place, name) for name in columns} for place in places]


def _value(segment: Segment, place: Place, name: str) -> Any:
    if name in LABELS:
        return segment.label(name, place.number)
    if name == "record":
        return segment.stored(place.number)
    if name == TEXT:
        return searched_text(unpack(segment.stored(place.number)))
    return place.id if name == "id" else place.mark


def _holds(view: View, stored: View | None) -> bool:
    """True when the segments on disk are those that a view began with."""
    names = [leaf.name for leaf in view.leaves if leaf.name]
    return names == [leaf.name for leaf in stored.leaves] if stored is not None else not names
