"""The last answer, kept on this machine so that `probatum show --statement` can point into it.

It stands in the folder named by PROBATUM_STATE, else in the platform's folder for a user's state, readable by that
user alone, with the records it rests on. PROBATUM_STATE=off keeps nothing.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Final

import msgspec

from probatum.errors import ProbatumError
from probatum.model import Answer, Record
from probatum.model.wire import decode, encode
from probatum.publish.page import all_spans

VARIABLE: Final = "PROBATUM_STATE"
OFF: Final = "off"
_NAME: Final = "last-answer.json"


def write_whole(path: Path, data: bytes) -> bool:
    """Write a file of this user alone, whole or not at all. False when the folder cannot be written."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")  # readable by the user alone
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        return False
    return True


class _Kept(msgspec.Struct, frozen=True):
    """What the file holds."""

    answer: msgspec.Raw
    records: tuple[Record, ...]


def folder() -> Path | None:
    """Where this user's state is kept, or None when nothing is to be kept."""
    named = os.environ.get(VARIABLE, "")
    if named == OFF:
        return None
    if named:
        return Path(named).expanduser()
    from platformdirs import user_state_path  # takes 20 ms to load, needed only here

    return user_state_path("probatum", appauthor=False)


def last_answer() -> Path | None:
    """Where the last answer is kept, or None when nothing is to be kept."""
    place = folder()
    return place / _NAME if place is not None else None


def save_last_answer(answer: Answer) -> Path | None:
    """Keep the answer, whole or not at all. None when nothing is to be kept or the folder cannot be written."""
    path = last_answer()
    if path is None:
        return None
    records = {span.record: span.source for span in all_spans(answer)}
    data = msgspec.json.encode(_Kept(msgspec.Raw(encode(answer)), tuple(records.values())))
    return path if write_whole(path, data) else None  # a reader without a writable home still gets an answer


def load_last_answer() -> Answer | None:
    """The answer that was kept last, or None. Raises ProbatumError P806 when the file cannot be read."""
    path = last_answer()
    if path is None or not path.is_file():
        return None
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        records = {(record.id, record.version): record for record in kept.records}
        return decode(bytes(kept.answer), Answer, lambda record, version: records.get((record, version)))
    except (OSError, msgspec.MsgspecError, ProbatumError) as error:
        raise ProbatumError("P806", path=path, reason=error) from error
