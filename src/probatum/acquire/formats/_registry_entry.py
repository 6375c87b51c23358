"""A study in v2's shape, or a `Trial`, as what a format yields: a record, or a refusal that says why not."""

from __future__ import annotations

from probatum.acquire.formats import _identity
from probatum.acquire.formats._base import Item, refuse
from probatum.acquire.formats._registry import Trial
from probatum.acquire.formats._registry_record import MOST_CELLS, record
from probatum.acquire.formats._registry_table import TooLargeError
from probatum.acquire.formats._registry_tree import Tree
from probatum.acquire.formats._registry_v2 import trial


def entry(tree: Tree, place: str, origin: str, name: str) -> Item:
    """A study in v2's shape; refused where it is a part of one, or too large."""
    if "protocolSection" not in tree:
        return refuse(origin, place, "P218", missing="no protocolSection (it is a part of a study)")
    return recorded(trial(tree), place, origin, name)


def recorded(found: Trial, place: str, origin: str, name: str) -> Item:
    """A trial as a record; refused without its number, or where it is too large."""
    if _identity.nct(found.nct) is None:
        return refuse(origin, place, "P218", missing="no NCT number (it is a part of a study, or no study)")
    try:
        return record(found, name, origin)
    except TooLargeError:
        return refuse(origin, f"{place} (nct:{found.nct})", "P210", limit=f"{MOST_CELLS} table cells")
