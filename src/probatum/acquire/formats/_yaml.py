"""A small YAML mapping, read within bounds: words, lists and mappings alone, no aliases, nothing twice."""

from __future__ import annotations

from typing import Any, Final

CHARACTERS: Final = 64 * 1024
"""Longest description that is read."""
_DEEPEST: Final = 6


class UnreadableError(ValueError):
    """The text is no such mapping; the message says why."""


def load(text: str) -> dict[str, Any]:
    """The mapping a text holds, every scalar as the words that stand there; empty for an empty text.

    Raises UnreadableError for what is no mapping, too long, too deep, uses aliases, or names a key twice.
    """
    import yaml

    if len(text) > CHARACTERS:
        raise UnreadableError(f"it is longer than {CHARACTERS} characters")
    try:
        _bounded(yaml, text)
        node = yaml.compose(text, yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark is not None else ""
        raise UnreadableError(f"{getattr(error, 'problem', None) or 'it is not YAML'}{where}") from error
    if node is None:
        return {}
    made = _value(yaml, node)
    if not isinstance(made, dict):
        raise UnreadableError("it is no list of `key: value`")
    return made


def _bounded(yaml: Any, text: str) -> None:
    """Go over the events before anything is built: depth and aliases cost nothing here."""
    depth = 0
    for event in yaml.parse(text, yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise UnreadableError("it uses aliases (`*name`), which can multiply text")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise UnreadableError(f"it is more than {_DEEPEST} levels deep")


def _value(yaml: Any, node: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(yaml, child) for child in node.value]
    made: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise UnreadableError("a key is no word")
        if key.value in made:
            raise UnreadableError(f"the key {key.value[:60]!r} stands twice")
        made[key.value] = _value(yaml, value)
    return made
