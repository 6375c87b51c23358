"""Silent sections of a page for professionals: those that have nothing to tell are told of together, in one part, so
that nobody reads `nothing found` seven times; none of them vanishes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.text.expressions import expression

FEWEST: Final = 2
"""Silent sections from which they are told of together."""
MAY_BE_SILENT: Final = (
    "evidence",
    "dosing",
    "safety",
    "adverse_effects",
    "monitoring",
    "alternatives",
    "algorithm",
    "evidence_gaps",
    "conclusion",
)
_SEARCHED: Final = expression(r"^(?P<where>Searched the library \([\d,]+ records\) on [\d-]+)\b")
NOT_SO: Final = "Does not apply"
UNSAID: Final = "Nothing is stated here."
"""What a section says that has nothing to tell and no reason for it: beside others it tells nobody anything."""
_NOT_TOLD: Final = "Not told here"
_BUILT: Final = ("clinical algorithm", "conclusion")
"""What is built from what was found: nobody searches for it."""
_NAMES: Final = {"what the evidence shows": "studies that answer this"}
"""What was looked for under a title that names no thing."""


def together(silent: Sequence[tuple[str, str]]) -> str:
    """One text for sections without statements, given as pairs of title and what each says by itself."""
    where = next((m["where"] for _, said in silent if (m := _SEARCHED.match(said))), "")
    none = [title.lower() for title, said in silent if _SEARCHED.match(said)]
    apart: dict[str, list[str]] = {}
    for title, said in silent:
        if said.startswith(NOT_SO):
            apart.setdefault(said.removeprefix(NOT_SO).strip(" :."), []).append(title.lower())
    rest = [said for _, said in silent if not _SEARCHED.match(said) and not said.startswith((NOT_SO, _NOT_TOLD))]
    untold: dict[str, list[str]] = {}
    for title, said in silent:
        if said.startswith(_NOT_TOLD):
            untold.setdefault(said.removeprefix(_NOT_TOLD).strip(" :."), []).append(title.lower())
    told: list[str] = []
    if looked := [title for title in none if title not in _BUILT]:
        told.append(f"{where}: nothing found on {_joined([_NAMES.get(title, title) for title in looked])}.")
    if unbuilt := [title for title in none if title in _BUILT]:
        told.append(f"No {_joined(unbuilt, 'or')} can be built on what was found.")
    told += [f"Not told here: {_joined(titles)} ({why})." for why, titles in untold.items()]
    if any("no label in the library" in said for _, said in silent):
        told.append("No label is held, so its risks are not told here; this does not mean that there are none.")
    told += [f"Does not apply, since {why}: {_joined(titles)}." for why, titles in apart.items() if why]
    sentences = (*told, *dict.fromkeys(one for one in rest if one != UNSAID))
    return " ".join(sentences) or (UNSAID if rest else "")


def _joined(names: Sequence[str], last: str = "and") -> str:
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), names[-1])))
