"""A user's own vocabularies: formulary names, local brands, abbreviations; read from a file, laid over the shipped one.

Each is kept as one JSON file in the folder named by PROBATUM_VOCABULARY, else `vocabulary` in the platform's folder for
a user's configuration. Where there is none, nothing is read.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec

from probatum.errors import ProbatumError
from probatum.vocabulary.normal import name_key
from probatum.vocabulary.terms import Term
from probatum.vocabulary.vocabulary import Vocabulary

VARIABLE: Final = "PROBATUM_VOCABULARY"
MOST_BYTES: Final = 8 * 2**20
MOST_TERMS: Final = 20_000
MOST_NAMES: Final = 100
"""Names of one term."""
LONGEST_NAME: Final = 120
KINDS: Final = ("drug", "condition", "symptom", "procedure", "test", "other")
FORMS: Final = (".tsv", ".csv", ".json", ".yaml", ".yml")


class Entry(msgspec.Struct, frozen=True):
    """A line of a user's vocabulary."""

    name: str
    """What the term is called in answers; a name of the shipped vocabulary adds to its term."""
    synonyms: tuple[str, ...] = ()
    kind: str = ""
    """drug, condition, symptom, procedure, test or other; that of the shipped term where it is left out."""
    broader: tuple[str, ...] = ()
    note: str = ""


class Kept(msgspec.Struct, frozen=True):
    """A vocabulary as it is kept: its name and its terms."""

    name: str
    entries: tuple[Entry, ...]


def folder() -> Path:
    """Where a user's vocabularies are kept."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return Path(named).expanduser()
    return _usual(os.environ.get("HOME"), os.environ.get("XDG_CONFIG_HOME"))


@lru_cache(maxsize=4)
def _usual(home: str | None, config: str | None) -> Path:
    """The system's own place for settings; found once, since it is asked for with every text that is read."""
    from platformdirs import user_config_path  # takes 20 ms to load, needed only here

    return user_config_path("probatum", appauthor=False) / "vocabulary"


def read(path: Path) -> Kept:
    """A vocabulary file: TSV or CSV with a header line, JSON or YAML with a list of objects.

    Fields: name (required), synonyms, kind, broader, note; several values are parted by `|` or a list. Raises
    ProbatumError P407 for a file that is none, too large, or has a name that is no name.
    """
    try:
        if path.suffix.lower() not in FORMS:
            raise ValueError(f"its name does not end in {', '.join(FORMS)}")
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(f"it has more than {MOST_BYTES // 2**20} MiB")
        rows = _rows(path.suffix.lower(), path.read_bytes().decode("utf-8-sig"))
        entries = tuple(_entry(number, row) for number, row in enumerate(rows, 1))
        if not entries:
            raise ValueError("it has no terms")
    except OSError as error:
        raise ProbatumError("P407", path=path, problem=error.strerror or error) from error
    except (ValueError, RecursionError, csv.Error, msgspec.MsgspecError) as error:
        raise ProbatumError("P407", path=path, problem=error) from error
    return Kept(re.sub(r"[^\w-]+", "-", path.stem).strip("-") or "terms", entries)


def _rows(suffix: str, text: str) -> list[dict[str, Any]]:
    if suffix == ".json":
        rows = msgspec.json.decode(text)
    elif suffix in (".yaml", ".yml"):
        rows = _yaml(text)
    else:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if suffix == ".tsv" else ",")
        rows = []
        for row in table:
            rows.append(row)
            if len(rows) > MOST_TERMS:
                break
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("it is no list of terms with a name each")
    if len(rows) > MOST_TERMS:
        raise ValueError(f"it has more than {MOST_TERMS:,} terms")
    return rows


def _yaml(text: str) -> Any:
    import yaml

    if re.search(r"(?m)(?:^|[\s\[{,:-])[&*][^\s,\]}]", text):
        raise ValueError("it uses anchors or aliases, which can multiply text; write the terms out")
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(f"it is no YAML ({str(error).splitlines()[0]})") from error


def _entry(number: int, row: dict[str, Any]) -> Entry:
    name = _names(number, row.get("name"))
    kind = str(row.get("kind") or "").strip().lower()
    if len(name) != 1:
        raise ValueError(f"term {number} has no name of its own")
    if kind and kind not in KINDS:
        raise ValueError(f"term {number} ({name[0]}) has the kind {kind[:40]!r}, which is none of {', '.join(KINDS)}")
    synonyms, broader = (_names(number, row.get(field)) for field in ("synonyms", "broader"))
    return Entry(name[0], synonyms, kind, broader, str(row.get("note") or "")[:LONGEST_NAME])


def _names(number: int, value: object) -> tuple[str, ...]:
    given = value if isinstance(value, list) else str(value or "").split("|")
    names = tuple(dict.fromkeys(" ".join(str(name).split()) for name in given if str(name).strip()))
    if len(names) > MOST_NAMES:
        raise ValueError(f"term {number} has more than {MOST_NAMES} names")
    for name in names:
        if len(name) > LONGEST_NAME or not name_key(name) or any(unicodedata.category(c)[0] == "C" for c in name):
            raise ValueError(f"term {number} has a name that is too long, without letters, or with control characters")
    return names


def add(path: Path) -> Kept:
    """Keep a vocabulary file; one of the same name is replaced. Raises ProbatumError P407, P408."""
    kept = read(path)
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=place, prefix=".draft")
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(kept))
        Path(draft).replace(place / f"{kept.name}.json")
    except OSError as error:
        raise ProbatumError("P408", path=place, reason=error.strerror or error) from error
    return kept


def all_kept() -> tuple[Kept, ...]:
    """The user's vocabularies by name. Raises ProbatumError P407 for one that is damaged."""
    place = folder()
    if not place.is_dir():
        return ()
    found = []
    for path in sorted(place.glob("*.json")):
        try:
            found.append(msgspec.json.decode(path.read_bytes(), type=Kept))
        except (OSError, msgspec.MsgspecError) as error:
            raise ProbatumError("P407", path=path, problem=error) from error
    return tuple(found)


def remove(name: str) -> None:
    """Forget a vocabulary. Raises ProbatumError P409 when there is none of that name."""
    known = [kept.name for kept in all_kept()]
    if name not in known:
        raise ProbatumError("P409", name=name, known=", ".join(known) or "none")
    (folder() / f"{name}.json").unlink(missing_ok=True)


def terms(kept: Iterable[Kept], shipped: Vocabulary) -> tuple[Term, ...]:
    """The terms of some vocabularies. A name of the shipped vocabulary adds the user's synonyms to that term."""
    return tuple(_term(one.name, entry, shipped) for one in kept for entry in one.entries)


def _term(name: str, entry: Entry, shipped: Vocabulary) -> Term:
    held = next((t for t in shipped.lookup(entry.name) if not entry.kind or t.semantic == entry.kind), None)
    if held is None:
        key = name_key(entry.name).replace(" ", "-")
        return Term(
            f"yours:{name}:{key}", entry.name, entry.kind or "other", entry.synonyms, entry.broader, source=name
        )
    synonyms = tuple(dict.fromkeys((*entry.synonyms, *held.synonyms)))
    return msgspec.structs.replace(
        held, synonyms=synonyms, broader=(*entry.broader, *held.broader), source=name, own=(entry.name, *entry.synonyms)
    )


def conflicts(kept: Kept, shipped: Vocabulary) -> tuple[str, ...]:
    """What the names mean in the shipped vocabulary where that is something else: `name: label`."""
    told = []
    for entry in kept.entries:
        meant = {t.id for t in shipped.lookup(entry.name)}
        for synonym in entry.synonyms:
            others = [t.label for t in shipped.lookup(synonym) if t.id not in meant]
            others += [a.meaning for a in shipped.abbreviations(synonym) if name_key(a.meaning) != name_key(entry.name)]
            if others:
                told.append(f"{synonym}: {others[0]}")
    return tuple(told)
