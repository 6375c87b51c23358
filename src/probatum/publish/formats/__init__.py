"""The export formats. One file each: a module of this package with a `FORMAT`, or an entry point `probatum.exports`.

>>> from probatum.publish.formats import get
>>> page = get("markdown").render(answer, records=library.get)  # doctest: +SKIP
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Protocol

from probatum.errors import ProbatumError
from probatum.model import Answer, Record

GROUP = "probatum.exports"
"""Entry point group under which other packages offer a `Format`."""

Resolve = Callable[[str, str | None], Record | None]
"""Finds a record by identifier and version (None: the newest); None when it is not there. `Library.get` is one."""


class Render(Protocol):
    """Turns an answer into text, or into bytes where the format is no text. Pure: the same answer and records give
    the same characters."""

    def __call__(self, answer: Answer, *, records: Resolve) -> str | bytes:
        """The whole answer in this format."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One export format."""

    name: str
    purpose: str
    """One line for listings."""
    suffix: str
    """File name ending, with its dot."""
    render: Render
    terminal: Render | None = None
    """What to use instead of `render` when the output goes straight to a terminal; may look at its width."""
    part: str = ""
    """The part of the article that it gives, `references` or `evidence table`; empty for the whole."""


def names() -> tuple[str, ...]:
    """Names of all formats, sorted; nothing is imported."""
    return tuple(sorted({*_built_in(), *(point.name for point in entry_points(group=GROUP))}))


def get(name: str) -> Format:
    """The format of that name. Only its own module is imported. Raises ProbatumError P801 for an unknown name."""
    if name in _built_in():
        found = importlib.import_module(f"{__name__}.{name}").FORMAT
    else:
        point = next((p for p in entry_points(group=GROUP) if p.name == name), None)
        if point is None:
            raise ProbatumError("P801", format=name, known=", ".join(names()))
        found = point.load()
    if not isinstance(found, Format):
        raise ProbatumError("P802", format=name, found=type(found).__name__)
    return found


def formats() -> dict[str, Format]:
    """All formats by name."""
    return {name: get(name) for name in names()}


def _built_in() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
