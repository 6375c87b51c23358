"""The evidence table and the summary of findings of a question, in several formats: one file each, with a `render`.

The evidence table has one row a finding of a record (`rows`), the summary one row an outcome (`summary`), as the tables
of a Cochrane review do (Schünemann 2023, Cochrane Handbook, chapter 14).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable

from probatum.apply import Context
from probatum.errors import ProbatumError

Render = Callable[[Context], str]

NAMES = ("csv", "html", "json", "text")


def get(name: str) -> Render:
    """The renderer of that name. Raises ProbatumError P801 for an unknown one."""
    if name not in NAMES:
        raise ProbatumError("P801", format=name, known=", ".join(NAMES))
    render: Render = importlib.import_module(f"{__name__}.{name}").render
    return render
