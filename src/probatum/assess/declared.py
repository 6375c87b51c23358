"""Checks are found where they are declared: in the modules of a package, and at the entry points of other packages."""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points
from typing import Protocol, TypeVar

from probatum.errors import ProbatumError


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """What it is found by."""


Declared = TypeVar("Declared", bound=Named)


def declared(kind: type[Declared], package: str, group: str) -> dict[str, Declared]:
    """All values of a kind by name, those of the package's modules first.

    Raises ProbatumError P702 when an entry point of the group gives something else or takes a name that is taken.
    """
    home = importlib.import_module(package)
    found: dict[str, Declared] = {}
    for module in pkgutil.iter_modules(home.__path__, f"{package}."):
        values = vars(importlib.import_module(module.name)).values()
        found |= {value.name: value for value in values if isinstance(value, kind)}
    for point in entry_points(group=group):
        offered = point.load()
        if not isinstance(offered, kind) or offered.name in found:
            raise ProbatumError("P702", entry=point.name, known=", ".join(sorted(found)))
        found[offered.name] = offered
    return found
