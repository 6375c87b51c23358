"""Probatum: clinical questions answered with the proof of every sentence.

>>> import probatum
>>> answer = probatum.answer("Does mexiletine help cramps in ALS?")  # doctest: +SKIP
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probatum.acquire.library import Library
    from probatum.model import Answer, Reader, Report

__version__ = "0.1.0"
__all__ = ["__version__", "answer", "audit"]


def answer(
    question: str,
    *,
    library: Library | str | Path | None = None,
    reader: Reader | str = "doctor",
    as_of: str | datetime.date | None = None,
) -> Answer:
    """Answer a clinical question; see `probatum.pipeline.answer` for the arguments and the errors raised."""
    from probatum import pipeline  # the library engine takes a second to load: only when it is asked for

    return pipeline.answer(question, library=library, reader=reader, as_of=as_of)


def audit(text: str, *, library: Library | str | Path | None = None, origin: str = "") -> Report:
    """Audit a cited text sentence by sentence; see `probatum.pipeline.audit` for the arguments and the errors
    raised."""
    from probatum import pipeline

    return pipeline.audit(text, library=library, origin=origin)
