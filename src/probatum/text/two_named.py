"""Two named: the words on both sides of what sets two trials side by side: `fourier v odyssey`."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_NAME: Final = r"(?:[a-z][a-z0-9]{2,14}|[a-z]{2}(?=-))(?:-[a-z0-9]{1,12}){0,2}"
_BOTH: Final = caseless(
    rf"\b(?P<one>{_NAME}(?: [a-z0-9]{{1,9}})?)(?: trials?| stud(?:y|ies))? "
    r"(?:and|v|vs\.?|versus|or|compared (?:with|to)|against|differs? from)"
    rf" (?:the )?(?P<two>{_NAME}(?: [a-z0-9]{{1,9}})?)\b"
)


def pair(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """What the first and the second may be called, the longer name first; None where nothing joins two names."""
    found = _BOTH.search(text)
    if found is None:
        return None
    one, two = found["one"], found["two"]
    return (one, one.split(" ")[-1], one.split(" ")[0]), (two, two.split(" ")[0])
