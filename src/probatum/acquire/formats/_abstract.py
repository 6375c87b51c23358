"""Abstracts given as one run of text, taken apart at the labels that MEDLINE prints in capitals."""

from __future__ import annotations

from typing import Final

from probatum.acquire.formats._terms import role_of
from probatum.model import SectionKind, SectionRole, SourceSection
from probatum.text.expressions import expression

_LABEL: Final = expression(r"(?:^|(?<=[.?!)\]%] ))([A-Z][A-Z0-9 /&,()'-]{2,60}): ")


def abstract_sections(text: str) -> list[SourceSection]:
    """`OBJECTIVE: To ... METHODS: We ...` as one section each; anything else as one section without heading.

    It is taken apart only when it begins with a known label and has a second one.
    """
    found = [match for match in _LABEL.finditer(text) if role_of("", match[1]) is not SectionRole.NONE]
    if len(found) < 2 or found[0].start() != 0:
        return [SourceSection("abstract", SectionKind.ABSTRACT, text)] if text else []
    ends = [match.start() for match in found[1:]] + [len(text)]
    sections: list[SourceSection] = []
    for match, end in zip(found, ends, strict=True):
        if body := text[match.end() : end].strip():
            name = f"abstract.{len(sections) + 1}" if sections else "abstract"
            sections.append(SourceSection(name, SectionKind.ABSTRACT, body, match[1], role_of("", match[1])))
    return sections
