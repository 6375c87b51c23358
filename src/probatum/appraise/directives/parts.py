"""Which part of a label a section is: by its LOINC code, else by its heading (SPL, SmPC, over-the-counter labels)."""

from __future__ import annotations

import re
from enum import StrEnum

from probatum.model import SourceSection


class Part(StrEnum):
    """Parts of a label that direct."""

    BOXED = "boxed warning"
    INDICATIONS = "indications"
    DOSAGE = "dosage"
    CONTRAINDICATIONS = "contraindications"
    WARNINGS = "warnings"
    STOP = "stop use"
    INTERACTIONS = "interactions"
    ADVERSE = "adverse reactions"
    SPECIAL = "special populations"
    OTHER = ""


CODES = {
    "34066-1": Part.BOXED,
    "34067-9": Part.INDICATIONS,
    "34068-7": Part.DOSAGE,
    "34070-3": Part.CONTRAINDICATIONS,
    "50570-1": Part.CONTRAINDICATIONS,
    "43685-7": Part.WARNINGS,
    "34071-1": Part.WARNINGS,
    "42232-9": Part.WARNINGS,
    "34072-9": Part.WARNINGS,
    "50569-3": Part.WARNINGS,
    "50568-5": Part.WARNINGS,
    "50567-7": Part.WARNINGS,
    "34075-2": Part.WARNINGS,
    "50566-9": Part.STOP,
    "34073-7": Part.INTERACTIONS,
    "34074-5": Part.INTERACTIONS,
    "34084-4": Part.ADVERSE,
    "42228-7": Part.SPECIAL,
    "34080-2": Part.SPECIAL,
    "34081-0": Part.SPECIAL,
    "34082-8": Part.SPECIAL,
    "43684-0": Part.SPECIAL,
    "34079-4": Part.SPECIAL,
    "53414-9": Part.SPECIAL,
    "77290-5": Part.SPECIAL,
    "77291-3": Part.SPECIAL,
    "88828-9": Part.SPECIAL,
    "88829-7": Part.SPECIAL,
}
"""LOINC document section codes of FDA structured product labels."""

HEADINGS = (
    (r"boxed warning|black box", Part.BOXED),
    (r"contra-?indication|^do not use", Part.CONTRAINDICATIONS),
    (r"^stop use|when to stop", Part.STOP),
    (r"interaction", Part.INTERACTIONS),
    (r"adverse|undesirable|side effect", Part.ADVERSE),
    (
        r"pregnan|lactation|nursing|breast|fertility|pa?ediatric|geriatric|children|elderly|renal impair"
        r"|hepatic impair|specific population|special population",
        Part.SPECIAL,
    ),
    (r"indication|^uses?$|^purpose", Part.INDICATIONS),
    (r"dosage forms|how supplied|description|pharmacolog|clinical studies|overdos|storage|ingredient", Part.OTHER),
    (r"dosage|posology|administration|^directions|^dos(?:e|ing)", Part.DOSAGE),
    (r"warning|precaution|special warnings|^ask a? ?doctor|^when using", Part.WARNINGS),
)
_HEADINGS = tuple((re.compile(pattern, re.IGNORECASE), part) for pattern, part in HEADINGS)


def part_of(section: SourceSection) -> Part:
    """The part a section is; OTHER when neither code nor heading tells."""
    if section.code in CODES:
        return CODES[section.code]
    heading = section.heading.replace("_", " ").strip()
    return next((part for pattern, part in _HEADINGS if pattern.search(heading)), Part.OTHER)
