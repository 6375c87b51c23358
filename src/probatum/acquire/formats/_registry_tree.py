"""Looking into a study's JSON, whose shape is not to be relied on: what is not of the type asked for is absent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from probatum.acquire.formats._registry_words import unmarked

Tree: TypeAlias = Mapping[str, object]
"""An object of decoded JSON."""


def part(tree: Tree, key: str) -> Tree:
    """The object under a key, or an empty one."""
    found = tree.get(key)
    return found if isinstance(found, dict) else {}


def listed(tree: Tree, key: str) -> list[Tree]:
    """The objects in the list under a key."""
    found = tree.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def several(tree: Tree, key: str) -> tuple[str, ...]:
    """The texts in the list under a key."""
    found = tree.get(key)
    return tuple(word for one in found if (word := plain(one))) if isinstance(found, list) else ()


def text(tree: Tree, key: str) -> str:
    """The text under a key, or empty."""
    return plain(tree.get(key))


def plain(value: object) -> str:
    """A text without markup's escapes, a number in its digits, `Yes` or `No`; empty for anything else."""
    if isinstance(value, str):
        return unmarked(value).strip()
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value) if isinstance(value, int) else ""
