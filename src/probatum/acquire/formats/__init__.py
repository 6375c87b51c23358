"""Input formats, recognised by content. One module a format, found by its `FORMAT`; plug-ins by entry point.

To add one, add a module here with a `FORMAT` (see `_base.Format`), or publish a class or object under the entry point
group `probatum.formats`. Modules whose names start with an underscore are shared parts, not formats.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType

from probatum.acquire.formats._base import HEAD_BYTES, Deletion, Format, Item, Refusal, ZipFormat
from probatum.errors import ProbatumError

ENTRY_POINTS = "probatum.formats"

__all__ = [
    "ENTRY_POINTS",
    "HEAD_BYTES",
    "Deletion",
    "Format",
    "Item",
    "Refusal",
    "ZipFormat",
    "formats",
    "recognise",
    "recognise_members",
]


@lru_cache(maxsize=1)
def formats() -> Mapping[str, Format]:
    """The known formats by name: those shipped here, then plug-ins, each in alphabetical order.

    Raises ProbatumError P240 when a plug-in takes a name that is already taken.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    found: dict[str, Format] = {}
    for name in names:
        known: Format = import_module(f"{__name__}.{name}").FORMAT
        found[known.name] = known
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        loaded = point.load()
        plugin: Format = loaded() if isinstance(loaded, type) else loaded
        if plugin.name in found:
            raise ProbatumError("P240", name=plugin.name, plugin=point.value)
        found[plugin.name] = plugin
    return MappingProxyType(found)


def recognise(head: bytes) -> Format | None:
    """The first format that recognises this beginning of an input, or None."""
    return next((known for known in formats().values() if known.recognises(head)), None)


def recognise_members(names: Collection[str]) -> ZipFormat | None:
    """The first format that takes a zip archive with these members for one document, or None: it is an archive."""
    zipped = (known for known in formats().values() if isinstance(known, ZipFormat))
    return next((known for known in zipped if known.recognises_members(names)), None)
