"""Formats of an audit's report. One file each: a module of this package with a `FORMAT`, or an entry point
`probatum.audit_exports`.

>>> from probatum.publish.audits import get
>>> page = get("html").render(report, records=library.get)  # doctest: +SKIP
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from importlib.metadata import entry_points
from typing import Final, NamedTuple, Protocol

from probatum.errors import ProbatumError
from probatum.model import Record, Report

GROUP: Final = "probatum.audit_exports"
"""Entry point group under which other packages offer a ReportFormat."""

Resolve = Callable[[str, str | None], Record | None]
"""Finds a record by identifier and version; `Library.get` is one."""


class Render(Protocol):
    """Turns a report into text. Pure: the same report and records give the same characters."""

    def __call__(self, report: Report, *, records: Resolve) -> str:
        """The whole report in this format."""
        ...


class ReportFormat(NamedTuple):
    """One format of a report."""

    name: str
    purpose: str
    suffix: str
    render: Render


def names() -> tuple[str, ...]:
    """Names of all formats, sorted; nothing is imported."""
    return tuple(sorted({*_built_in(), *(point.name for point in entry_points(group=GROUP))}))


def get(name: str) -> ReportFormat:
    """The format of that name. Raises ProbatumError P833 for an unknown name or a plug-in that is none."""
    found: object = None
    if name in _built_in():
        found = importlib.import_module(f"{__name__}.{name}").FORMAT
    else:
        found = next((p.load() for p in entry_points(group=GROUP) if p.name == name), None)
    if not isinstance(found, ReportFormat):
        raise ProbatumError("P833", format=name, known=", ".join(names()))
    return found


def _built_in() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
