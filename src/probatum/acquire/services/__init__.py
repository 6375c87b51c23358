"""Online services. One module a service, found by its `SERVICE`; plug-ins by entry point. None is asked unless a user
turned that on.

To add one, add a module here with a `SERVICE` (see `_base.Service`), or publish a class or object under the entry
point group `probatum.services`. Modules whose names start with an underscore are shared parts, not services.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType

from probatum.acquire.services._base import (
    Key,
    Linking,
    Notice,
    Outcome,
    Pace,
    Page,
    Service,
    ServiceError,
    Watching,
)
from probatum.errors import ProbatumError

ENTRY_POINTS = "probatum.services"

__all__ = [
    "ENTRY_POINTS",
    "Key",
    "Linking",
    "Notice",
    "Outcome",
    "Pace",
    "Page",
    "Service",
    "ServiceError",
    "Watching",
    "get",
    "services",
]


@lru_cache(maxsize=1)
def services() -> Mapping[str, Service]:
    """The known services by name: those shipped here, then plug-ins, each in alphabetical order.

    Raises ProbatumError P502 when a plug-in takes a name that is already taken.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    found: dict[str, Service] = {}
    for name in names:
        known: Service = import_module(f"{__name__}.{name}").SERVICE
        found[known.name] = known
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        loaded = point.load()
        plugin: Service = loaded() if isinstance(loaded, type) else loaded
        if plugin.name in found:
            raise ProbatumError("P502", name=plugin.name, plugin=point.value)
        found[plugin.name] = plugin
    return MappingProxyType(found)


def get(name: str) -> Service:
    """The service of that name. Raises ProbatumError P501 naming those there are."""
    known = services()
    if name not in known:
        raise ProbatumError("P501", service=name, known=", ".join(known))
    return known[name]
