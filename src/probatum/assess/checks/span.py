"""Does the statement rest on characters that may serve as evidence?"""

from __future__ import annotations

from probatum.assess.case import Case
from probatum.assess.registry import Answer, check
from probatum.model import SectionKind, Verdict

_BARRED = {
    SectionKind.REFERENCES: "the reference list, where a title proves nothing",
    SectionKind.OTHER: "keywords, acknowledgements or a translation",
}


@check(
    name="span",
    purpose="Every support is text of its record version, and body text: not the reference list, not keywords.",
    source="Rule: what is cited must be what was read, not a bibliography entry that looks like it.",
)
def span(case: Case) -> Answer:
    """Not in source when a support is blank or lies in a section that is no evidence."""
    if not case.statement.supports:
        return None
    for support in case.statement.supports:
        if support.source_section.kind in _BARRED:
            return Verdict.NOT_IN_SOURCE, f"a support lies in {_BARRED[support.source_section.kind]}"
        if not any(char.isalnum() for char in support.quote):
            return Verdict.NOT_IN_SOURCE, "a support holds no words and no figures"
        if support.source_section not in support.source.sections:
            return Verdict.NOT_IN_SOURCE, "a support lies in a section its record version does not have"
    return Verdict.SUPPORTED, f"{len(case.statement.supports)} supports stand in their record versions"
