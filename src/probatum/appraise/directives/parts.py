"""Which part of a label a section is: by its LOINC code, else by its heading (SPL, SmPC, over-the-counter labels)."""

from __future__ import annotations

import re
from enum import StrEnum

from probatum.model import SourceSection
from probatum.text.expressions import expression


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
    OVERDOSE = "overdosage"
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
    "90374-0": Part.ADVERSE,
    "90375-7": Part.ADVERSE,
    "42228-7": Part.SPECIAL,
    "34077-8": Part.SPECIAL,
    "34078-6": Part.SPECIAL,
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
    "34088-5": Part.OVERDOSE,
}
"""LOINC document section codes of FDA structured product labels."""

TELL = {
    "34069-5", "34076-0", "34083-6", "34085-1", "34086-9", "34087-7", "34089-3", "34090-1",
    "34091-9", "34092-7", "34093-5", "42227-9", "42230-3", "42231-1", "43678-2", "43679-0", "43680-8",
    "43681-6", "43682-4", "43683-2", "44425-7", "48780-1", "49489-8", "50565-1", "51727-6", "51945-4",
    "53413-1", "55106-9", "59845-8", "66106-6", "68498-5", "88436-1", "88437-9", "88830-5",
}  # fmt: skip
"""Codes of sections that tell and do not direct, whatever their headings say: `Impairment of fertility` in animals,
`Keep out of reach of children`, `How supplied`, leaflets for patients, which say the same again."""

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
    (r"dosage forms|how supplied|description|pharmacolog|clinical studies|storage|ingredient", Part.OTHER),
    (r"overdos", Part.OVERDOSE),
    (r"dosage|posology|administration|^directions|^dos(?:e|ing)", Part.DOSAGE),
    (r"warning|precaution|special warnings|^ask a? ?doctor|^when using", Part.WARNINGS),
)
_HEADINGS = tuple((expression(pattern, re.IGNORECASE), part) for pattern, part in HEADINGS)


def part_of(section: SourceSection) -> Part:
    """The part a section is; OTHER when neither code nor heading tells."""
    if section.code in CODES:
        return CODES[section.code]
    if section.code in TELL:
        return Part.OTHER
    heading = section.heading.replace("_", " ").strip()
    return next((part for pattern, part in _HEADINGS if pattern.search(heading)), Part.OTHER)
