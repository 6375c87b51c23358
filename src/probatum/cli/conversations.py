"""Conversations, kept on this machine beside the last answer, each in a file of its own, readable by the user alone.

PROBATUM_STATE=off keeps none. A file holds the turns and the records that they rest on, so that it can be read again
when the library has moved on.
"""

from __future__ import annotations

import datetime
import uuid
from pathlib import Path
from typing import Final

import msgspec

from probatum.cli import store
from probatum.errors import ProbatumError
from probatum.model import Answer, Conversation, Record, Turn
from probatum.model.wire import decode, encode
from probatum.publish.page import all_spans
from probatum.text.expressions import expression

LAST: Final = "last"
_ID: Final = expression(r"[0-9a-f]{8}")


class _Kept(msgspec.Struct, frozen=True):
    """What the file holds."""

    conversation: msgspec.Raw
    records: tuple[Record, ...]


def started(answer: Answer) -> Conversation:
    """A new conversation with its first turn."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Conversation(uuid.uuid4().hex[:8], now, (Turn(answer.question.typed, answer),))


def save(conversation: Conversation) -> bool:
    """Keep it, whole or not at all. False when nothing is to be kept or the folder cannot be written."""
    folder = _folder()
    if folder is None:
        return False
    records = {(s.record, s.version): s.source for turn in conversation.turns for s in all_spans(turn.answer)}
    data = msgspec.json.encode(_Kept(msgspec.Raw(encode(conversation)), tuple(records.values())))
    return store.write_whole(folder / f"{conversation.id}.json", data)


def load(name: str) -> Conversation:
    """The conversation of that name, or `last` for the newest. Raises ProbatumError P412, P413."""
    known = ids()
    wanted = known[0] if name == LAST and known else name
    folder = _folder()
    if folder is None or not _ID.fullmatch(wanted) or wanted not in known:
        raise ProbatumError("P412", name=name, known=", ".join(known[:10]) or "none")
    return _read(folder / f"{wanted}.json")


def ids() -> list[str]:
    """The names of the conversations that are kept, the newest first."""
    folder = _folder()
    if folder is None or not folder.is_dir():
        return []
    found = [p for p in folder.glob("*.json") if _ID.fullmatch(p.stem)]
    return [p.stem for p in sorted(found, key=lambda p: (-p.stat().st_mtime_ns, p.stem))]


def delete(name: str) -> str:
    """Delete one, and say which. Raises ProbatumError P412."""
    conversation = name if name != LAST else (ids() or [LAST])[0]
    folder = _folder()
    if folder is None or conversation not in ids():
        raise ProbatumError("P412", name=name, known=", ".join(ids()[:10]) or "none")
    (folder / f"{conversation}.json").unlink(missing_ok=True)
    return conversation


def _folder() -> Path | None:
    place = store.folder()
    return place / "conversations" if place is not None else None


def _read(path: Path) -> Conversation:
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        records = {(record.id, record.version): record for record in kept.records}
        return decode(bytes(kept.conversation), Conversation, lambda record, version: records.get((record, version)))
    except (OSError, msgspec.MsgspecError, ProbatumError) as error:
        raise ProbatumError("P413", path=path, reason=error) from error
