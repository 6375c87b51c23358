"""The table of vectors: for every record that was embedded one row a passage, under the record's id and version.

It says which encoder made it. A row counts as long as the record has the version it was made of: `mark` is the hash of
both (see `rows.marks`), so a changed or removed record is never found by an old vector.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pyarrow as pa

from probatum.acquire.library.engine import retrying
from probatum.acquire.library.shelf import Shelf, parts
from probatum.errors import ProbatumError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from probatum.acquire.vectors import Encoder

NAME: Final = "vectors"

INDEX_FROM: Final = 100_000
"""Vectors from which on an index is kept. Fewer are compared one by one, exactly, in about 0.1 s at most."""

PROBES: Final = 200
REFINED: Final = 30
"""What a search of the index looks at: recall 0.957 of the exact neighbours in 14 ms at 1,000,000 vectors."""

ROWS_OF_A_PARTITION: Final = 1_000

_MADE_BY: Final = b"probatum.encoder"


class MadeBy(msgspec.Struct, frozen=True):
    """The encoder of a library's vectors."""

    name: str
    fingerprint: str
    dimension: int

    @classmethod
    def of(cls, encoder: Encoder) -> MadeBy:
        """What is kept of an encoder."""
        return cls(encoder.name, encoder.fingerprint, encoder.dimension)


class Vectors:
    """The table of vectors at a connection; absent until records are embedded."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._shelf = Shelf(connection, NAME, pa.schema([]), ("id",))

    @property
    def made_by(self) -> MadeBy | None:
        """The encoder that made them; None where there are none. Raises ProbatumError P367 when they do not say."""
        table = self._shelf.table
        if table is None:
            return None
        try:
            return msgspec.json.decode((table.schema.metadata or {})[_MADE_BY], type=MadeBy)
        except (KeyError, msgspec.MsgspecError) as error:
            raise ProbatumError("P367") from error

    def create(self, made_by: MadeBy) -> None:
        """Make the empty table, in place of one that is there."""
        schema = pa.schema(
            [
                pa.field("id", pa.string(), nullable=False),
                pa.field("mark", pa.uint64(), nullable=False),
                pa.field("vector", pa.list_(pa.float16(), made_by.dimension), nullable=False),
            ],
            metadata={_MADE_BY: msgspec.json.encode(made_by)},
        )
        if self._shelf.table is not None:
            self._connection.drop_table(NAME)
        self._shelf = Shelf(self._connection, NAME, schema, ("id",))
        self._shelf.ensure()

    def marks(self) -> NDArray[np.uint64]:
        """The marks of the records that have vectors, in order, each once."""
        return distinct(batch.column("mark") for batch in self._shelf.batches(["mark"], 50_000))

    def append(self, ids: Sequence[str], marks: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Add rows in one commit; `vectors` has the shape (rows, dimension)."""
        import numpy as np

        table = self._shelf.ensure()
        flat = pa.array(vectors.astype(np.float16).ravel())
        made = pa.FixedSizeListArray.from_arrays(flat, vectors.shape[1])
        columns = [pa.array(ids, pa.string()), pa.array(marks, pa.uint64()), made]
        rows = pa.Table.from_arrays(columns, schema=table.schema)
        retrying(lambda: table.add(rows))

    def drop(self, marks: Iterable[int]) -> None:
        """Remove the vectors of versions that are no longer current."""
        table = self._shelf.table
        for part in parts(marks):
            listed = ", ".join(map(str, part))
            retrying(lambda listed=listed: table.delete(f"mark IN ({listed})"))  # type: ignore[misc]

    def nearest(self, vector: NDArray[np.float32], limit: int) -> dict[str, tuple[int, float]]:
        """Of the records nearest to a vector: id -> mark and similarity of the best passage, of at most `limit`
        passages."""
        table = self._shelf.table
        found = table.search(vector, vector_column_name="vector").distance_type("dot")
        found = found.nprobes(PROBES).refine_factor(REFINED).limit(limit)
        best: dict[str, tuple[int, float]] = {}
        for row in found.select(["id", "mark", "_distance"]).to_arrow().to_pylist():
            best.setdefault(row["id"], (row["mark"], 1 - row["_distance"]))
        return best

    def similarities(self, vector: NDArray[np.float32], ids: Iterable[str]) -> dict[str, tuple[int, float]]:
        """Of those records that have vectors: id -> mark and similarity of the best passage."""
        import numpy as np

        best: dict[str, tuple[int, float]] = {}
        rows = self._shelf.having("id", ids, ["id", "mark", "vector"])
        if rows:
            near = np.array([row["vector"] for row in rows], np.float32) @ vector
            for row, similarity in zip(rows, near.tolist(), strict=True):
                if row["id"] not in best or best[row["id"]][1] < similarity:
                    best[row["id"]] = (row["mark"], similarity)
        return best

    def count(self) -> int:
        """Vectors."""
        return self._shelf.count()

    def optimise(self) -> None:
        """Bring the index up to date, making it when there are enough vectors, anew when they have doubled."""
        from lancedb.index import IvfRq

        table = self._shelf.table
        index = next((found for found in table.list_indices() if found.columns == ["vector"]), None)
        rows, missing = self.count(), (index.num_unindexed_rows or 0) if index is not None else 0
        if rows >= INDEX_FROM and (index is None or missing > rows // 2):
            partitions = max(1, min(rows // ROWS_OF_A_PARTITION, 4 * int(math.sqrt(rows))))
            config = IvfRq(distance_type="dot", num_partitions=partitions)
            retrying(lambda: table.create_index("vector", config=config, replace=True))
        retrying(table.optimize)


def distinct(columns: Iterable[pa.Array]) -> NDArray[np.uint64]:
    """The values of some columns of marks, in order, each once: 8 bytes a record."""
    import numpy as np

    read = [column.to_numpy(zero_copy_only=False) for column in columns]
    return np.unique(np.concatenate(read)) if read else np.zeros(0, np.uint64)
