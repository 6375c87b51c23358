"""Who registered, paid for and profits from a study: registration number, funding, conflicts of interest, verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.seen import Said, cut, sourced, tight
from probatum.model import Record, SectionKind, Sourced, SourceSection, Span
from probatum.text.expressions import expression

MOST: Final = 300
"""Characters of a statement that are taken."""
REGISTRATION: Final = expression(
    r"\b(?:NCT ?\d{8}|ISRCTN ?\d{6,10}|(?:EudraCT|EUCTR)[^\d]{0,12}\d{4}-\d{6}-\d{2}|ChiCTR[-A-Z]*\d{8,12}"
    r"|ACTRN ?\d{14}|UMIN ?\d{9}|CTRI/\d{4}/\d{2,3}/\d{6}|DRKS ?\d{8}|NTR ?\d{3,5}|jRCT\w{10,12}"
    r"|IRCT\w{10,20}|PACTR ?\d{15,16}|KCT\d{7}|PROSPERO[^.;]{0,20}CRD ?\d{11}|CRD ?\d{11})\b"
)
FUNDING: Final = expression(
    r"\b(?:funded|supported|sponsored|financed|funding was provided|support was provided|provided funding)"
    r"(?: in part| wholly| entirely| financially| partially)? (?:by|through)"
    r" (?P<v>(?:the |an? )?[^.;]{3,160}?)(?=[.;]|$)",
    re.IGNORECASE,
)
FUNDING_HEADING: Final = expression(
    r"^(?:FUNDING|SPONSORS?|FINANCIAL SUPPORT)(?: SOURCES?| STATEMENT)?:? *(?P<v>[^.;]{3,160})", re.IGNORECASE
)
OF_THE_STUDY: Final = expression(
    r"^\W*(?:funded|supported|sponsored|financed|funding)|\b(?:study|trial|work|research|project"
    r"|investigations?|survey|authors?"
    r"|grants?|review|paper|manuscript)\b[^.;]{0,100}\b(?:fund|support|sponsor|financ)",
    re.IGNORECASE,
)
"""A sentence whose subject is the study: practice that societies support was not paid for by them."""
NOT_THE_STUDY: Final = expression(
    r"\b(?:was|is|were) (?:hypothesis|conclusion|finding|view|idea)s? |\b(?:results?|findings?|evidence|data"
    r"|hypothes[ie]s"
    r"|view|conclusions?) (?:is|are|was|were) supported\b",
    re.IGNORECASE,
)
"""A finding that is supported by data was not paid for by them."""
PERSONAL: Final = expression(r"\b(?:fees|honorari\w+|consult\w+|employ\w+|received|speak\w*|member)\b", re.IGNORECASE)
"""Words before it that make it what an author got, and not what paid for the study."""
INTERESTS: Final = expression(r"conflicts? of interest|competing|declaration of interest|disclosure", re.IGNORECASE)
DECLARED: Final = expression(
    r"[^.;\n]*\b(?:no (?:\w+ ){0,3}(?:conflicts?|competing (?:financial )?interests?)|(?:conflicts?"
    r"|declarations?) of interests?"
    r"|competing (?:financial )?interests?)\b(?:[:.]?[ \t]*\n+[^\n]+|[^\n]*)",
    re.IGNORECASE,
)
APART: Final = (SectionKind.OTHER, SectionKind.BODY, SectionKind.ABSTRACT)


def registration(record: Record) -> Sourced | None:
    """The first number of a trial or review registry; those of references and tables are other studies'."""
    for section in record.sections:
        if section.kind not in (SectionKind.REFERENCES, SectionKind.TABLE):
            match = REGISTRATION.search(section.text)
            if match:
                value = re.sub(r"\s", "", match[0]) if match[0][:3] in ("NCT", "ISR") else match[0]
                return Sourced(value, Span(record, section.id, *match.span()))
    return None


def _headed(record: Record, pattern: str) -> Iterator[SourceSection]:
    for section in record.sections:
        if section.kind in APART and section.text.strip() and re.search(pattern, section.heading, re.IGNORECASE):
            yield section


def _whole(record: Record, section: SourceSection) -> Sourced:
    start, end = tight(section.text, 0, len(section.text))
    span = cut(Span(record, section.id, start, end), MOST)
    return Sourced(span.quote, span)


def funding(record: Record, said: Said) -> Sourced | None:
    """Who paid: the section so headed, else the words after `funded by`."""
    for section in _headed(record, r"fund|sponsor|financial support|grant support"):
        match = FUNDING.search(section.text)
        if match and re.search("acknowledg", section.heading, re.IGNORECASE):
            start, end = tight(section.text, *match.span("v"))
            return Sourced(section.text[start:end], Span(record, section.id, start, end))
        return _whole(record, section)
    for pattern in (FUNDING_HEADING, FUNDING):
        for sentence, text in said.having("fund", "support", "sponsor", "financ"):
            match = pattern.search(text)
            if match and OF_THE_STUDY.search(text) and not NOT_THE_STUDY.search(text):
                return sourced(sentence, match, "v")
    for section in record.sections:
        if (
            section.kind is SectionKind.OTHER
            and section.language in ("en", "")
            and not INTERESTS.search(section.heading)
        ):
            match = FUNDING.search(section.text)
            if match and not PERSONAL.search(section.text, max(0, match.start() - 120), match.start()):
                start, end = tight(section.text, *match.span("v"))
                return Sourced(section.text[start:end], Span(record, section.id, start, end))
    return None


def conflicts(record: Record) -> Sourced | None:
    """What the authors declare: the section so headed, else the paragraph that says so."""
    for section in _headed(record, INTERESTS.pattern):
        return _whole(record, section)
    for section in record.sections:
        if section.kind in (SectionKind.OTHER, SectionKind.BODY):
            match = DECLARED.search(section.text) if INTERESTS.search(section.text) else None
            if match and match[0].strip():
                start, end = tight(section.text, *match.span())
                span = cut(Span(record, section.id, start, end), MOST)
                return Sourced(span.quote, span)
    return None
