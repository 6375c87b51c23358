"""A term while it is being gathered, and the reading of tables."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

from probatum.vocabulary.normal import name_key
from vocabulary_build.words import LONGEST_NAME


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Rows of a gzipped table with a header line."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def many(value: str) -> list[str]:
    return value.split("|") if value else []


class Entry:
    """A term while it is being gathered."""

    def __init__(self, term_id: str, label: str, semantic: str) -> None:
        self.id = term_id
        self.label = label
        self.semantic = semantic
        self.names: dict[str, tuple[str, int]] = {}  # key -> (readable, kind of link)
        self.trees: list[str] = []
        self.broader_labels: list[str] = []
        self.other_ids: list[str] = []
        self.marketed = False

    def name(self, readable: str, kind: int) -> None:
        """Add a name; a better kind (label before synonym before brand before salt) wins."""
        readable = " ".join(readable.split())
        key = name_key(readable)
        if not key or len(readable) > LONGEST_NAME or key.isdigit():
            return
        held = self.names.get(key)
        if held is None or kind & 3 < held[1] & 3:
            self.names[key] = (readable, kind)
