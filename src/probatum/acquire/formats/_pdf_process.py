"""The process that opens PDFs (`_pdf_child`): started when first needed, kept for the next document.

A document that crashes it or holds it up is refused; the next one gets a fresh process.
"""

from __future__ import annotations

import atexit
import importlib.util
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, cast

import msgspec

OPENING_SECONDS: Final = 30.0
"""Time a document may take before its first page is asked for, and on top of the time of its pages."""
PAGE_SECONDS: Final = 0.3
"""Time for each page; an ordinary one takes 0.01."""
_MESSAGE_BYTES: Final = 64 << 20
_KEPT: Final = ("SYSTEMROOT", "TEMP", "TMPDIR")
_REUSED: Final = 500
"""Documents after which the process is replaced, so that what native code leaks stays small."""


class Message(msgspec.Struct):
    """What the process says of a document or of a page; see `_pdf_child`."""

    pages: int | None = None
    title: str = ""
    language: str = ""
    label: str = ""
    state: str = ""
    width: float = 0.0
    height: float = 0.0
    segments: list[tuple[str, float, float, float, float, bool, bool]] = []
    error: str = ""
    reason: str = ""
    done: bool = False


class EndedError(RuntimeError):
    """The process ended, or was ended, within a document; the text says which, as in `Reading the PDF ...`."""


class _Process:
    def __init__(self) -> None:
        found = importlib.util.find_spec("pypdfium2")
        folder = str(Path(cast(str, found.origin if found else "")).parents[1])
        child = str(Path(__file__).with_name("_pdf_child.py"))
        # Our own program and interpreter, no shell; nothing of the environment that could change what it does.
        self.process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-I", "-S", child, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            close_fds=True,
        )
        self.documents = 0
        self.late = False

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was not yet sent has nowhere to go

    def messages(self, data: bytes) -> Iterator[Message]:
        """What it says of a document. Raises EndedError."""
        self.documents += 1
        source, out = cast(IO[bytes], self.process.stdin), cast(IO[bytes], self.process.stdout)
        watch = self._watch(OPENING_SECONDS)
        try:
            source.write(len(data).to_bytes(8, "big"))
            source.write(data)
            source.flush()
            while True:
                message = _message(out)
                yield message
                if message.done or message.error:
                    return
                if message.pages is not None:
                    watch.cancel()
                    watch = self._watch(OPENING_SECONDS + PAGE_SECONDS * max(message.pages, 0))
        except (OSError, EOFError, msgspec.DecodeError) as error:
            if self.late:
                raise EndedError("took longer than its size allows") from error
            raise EndedError("made the program that opens it fail") from error
        finally:
            watch.cancel()

    def _watch(self, seconds: float) -> threading.Timer:
        watch = threading.Timer(seconds, self._too_late)
        watch.daemon = True
        watch.start()
        return watch

    def _too_late(self) -> None:
        self.late = True
        self.process.kill()


def _message(out: IO[bytes]) -> Message:
    head = out.read(4)
    size = int.from_bytes(head, "big")
    body = out.read(size) if len(head) == 4 and size <= _MESSAGE_BYTES else b""
    if not body or len(body) < size:
        raise EOFError
    return _DECODER.decode(body)


_DECODER: Final = msgspec.json.Decoder(Message)
_LOCK: Final = threading.Lock()
_kept: list[_Process] = []


def messages(data: bytes) -> Iterator[Message]:
    """What the process says of a PDF: first of the document, then of each page, last `done` or an error.

    Raises EndedError when it crashed or took too long. One document at a time: read it to its end before another.
    """
    with _LOCK:
        process = _kept.pop() if _kept else _Process()
        whole = False
        try:
            for message in process.messages(data):
                whole = message.done or bool(message.error)
                yield message
        finally:
            if whole and process.documents < _REUSED:
                _kept.append(process)
            else:
                process.end()


def close() -> None:
    """End the process that is kept, if any."""
    while _kept:
        _kept.pop().end()


atexit.register(close)
