"""The engine as the site calls it: one library for a process, one answer at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from django.conf import settings

from probatum import pipeline
from probatum.acquire.library import Library
from probatum.acquire.library.results import Hit
from probatum.errors import ProbatumError
from probatum.model import Answer, Question, Reader, Report, Turn
from probatum.publish.site.auditing import apart

Telling = Callable[[str], None]
WARMING: Final = "What helps cramps?"
_ONE: threading.Lock = threading.Lock()
"""Answering is work for a processor: two at once would each take twice as long, and readers would wait with them."""


_OPENING: threading.Lock = threading.Lock()


def library() -> Library:
    """The library of this process. Raises ProbatumError P3xx."""
    with _OPENING:  # a cache lets several callers open it at once
        return _opened()


@lru_cache(maxsize=1)
def _opened() -> Library:
    return pipeline.open_library(settings.PROBATUM_LIBRARY or None)


def warm() -> None:
    """Answer one question to nobody, so that the first visitor does not wait for what is read once."""
    try:
        answer(WARMING, Reader.DOCTOR)
    except ProbatumError:
        logging.getLogger(__name__).warning("The library cannot be opened yet; who asks will read why.")


def answer(typed: str, reader: Reader, telling: Telling | None = None) -> Answer:
    """Answer a question; `telling` hears each step. Raises ProbatumError P4xx."""
    with _ONE:
        return pipeline.answer(typed, library=library(), reader=reader, telling=telling)


def follow(typed: str, last: Turn, telling: Telling | None = None) -> Turn:
    """Answer a follow-up; `telling` hears each step. Raises ProbatumError P4xx."""
    with _ONE:
        return pipeline.follow(typed, last, library=library(), telling=telling)


def read(typed: str) -> Question:
    """How a question is understood, without answering it. Raises ProbatumError P4xx."""
    with _ONE:
        return pipeline.read_question(typed, library())


def audit(text: str) -> Report:
    """Hold a cited text to its sources; markup in it is read apart. Raises ProbatumError P83x."""
    told = apart.readable(text.encode("utf-8"), "The text") if text.lstrip().startswith("<") else text
    with _ONE:
        return pipeline.audit_read(told, library=library())


def search(query: str, limit: int) -> Sequence[Hit]:
    """Records for a question or a query in PubMed's syntax, best first."""
    with _ONE:
        return library().search(query, limit=limit)
