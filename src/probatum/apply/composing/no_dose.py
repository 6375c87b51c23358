"""No dose: what the path says not to start is dosed nowhere.

Advice against a medicine in the very illness may come from a guideline, while its label goes on with the doses for its
own uses: beside `do not start A` they would be read as the dose for this patient.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.model import Section
from probatum.text.expressions import caseless

_NOT_BEGUN: Final = caseless(
    r"^do not start (?P<name>[^,;.]{3,60}), which is (?:contraindicated|advised against) here\b"
)
_OWN: Final = caseless(r"^dose (?:for this p|beside|when both)")
"""A dose that is for such a patient stays: it is told with what bars the other."""


def withheld(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, without the doses of what the first step of the path says not to start."""
    path = next((s for s in sections if s.id == "algorithm" and s.statements), None)
    found = _NOT_BEGUN.match(path.statements[0].text) if path is not None else None
    if found is None:
        return tuple(sections)
    return tuple(_without(one, found["name"]) if one.id == "dosing" else one for one in sections)


def _without(section: Section, name: str) -> Section:
    """The doses that do not name it; where none is left, why."""
    own = wording.lower(name)
    kept = [s for s in section.statements if _OWN.match(s.text) or own not in s.text.lower()]
    if len(kept) == len(section.statements):
        return section
    made = tuple(msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(kept, 1))
    why = f"No dose is told: {own} is ruled out or advised against for this patient (see above)."
    return msgspec.structs.replace(section, statements=made, empty="" if made else why)
