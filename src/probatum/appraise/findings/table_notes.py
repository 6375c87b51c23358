"""What the notes under a table say of all its figures: `Values are mean (SD) unless otherwise stated`."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Record, SectionKind, SourceSection
from probatum.text.expressions import expression

LONGEST: Final = 3000
"""Characters of the notes that are looked at."""
_LABEL: Final = expression(r"\s*Table\s*[-–]?\s*[\w.]+", re.IGNORECASE)
_SAYS: Final = expression(
    r"\b(?:data|values?|results?|figures|numbers|variables)\b[^.;\n]{0,50}?\b(?:are|is|were|presented|expressed|reported|"
    r"shown|given|represent)\b[^.;\n]{0,120}|^\W*(?:means?|medians?)\s?(?:±|\(|\[)[^.;\n]{0,40}",
    re.IGNORECASE | re.MULTILINE,
)
"""Not the list of abbreviations: `SD, standard deviation` says of no figure that it is one."""


def of(record: Record, section: SourceSection) -> str:
    """The sentences of a table's notes that say how its figures are printed; empty where it has none."""
    label = _LABEL.match(section.heading)
    if label is None:
        return ""
    name = label.group().strip()
    notes = (s.text[:LONGEST] for s in record.sections if s.kind is SectionKind.CAPTION and s.heading.strip() == name)
    return "; ".join(match.group() for note in notes for match in _SAYS.finditer(note))
