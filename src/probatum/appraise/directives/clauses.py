"""Sentences of label sections, trimmed to what is said: leads, references and bullets stay outside the span."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from probatum.model import Record, SourceSection, Span
from probatum.text import sentences
from probatum.text.expressions import expression

LONGEST = 420
"""Characters a directive may have; a longer sentence is cut at its first semicolon, else left out."""
SECTION_CHARACTERS = 60_000
BULLET = expression(r"^(?:[\u2022\u25cf\u25aa\u25e6\u2023*·–-]|\(?\d{1,2}[.)](?=\s)|\([a-z]\))\s*")
REFERENCE = expression(
    r"\s*(?:\[\s*(?:see|refer to)\b[^\]]{0,220}\]|\(\s*(?:see|refer to)\b(?:[^()]|\([^()]{0,40}\)){0,220}\)"
    r"|\(\d{1,2}(?:\.\d{1,2})?(?:, ?\d{1,2}(?:\.\d{1,2})?){0,4}\))[\s.;,]*$",
    re.IGNORECASE,
)
"""A cross-reference to another part of the label, at the end of a clause."""
NUMBER_HEAD = expression(r"^\d{1,2}(?:\.\d{1,2})?\s+(?=[A-Z])")
HEADING_ONLY = expression(
    r"^[A-Z0-9 ,/&()-]{4,90}$|^(?:\d{1,2}(?:\.\d{1,2})?\s+)?(?:[A-Z][\w-]*+\s?(?:and |of |in |or |with |for |to "
    r"|the |& )?){1,8}$"
)
INTRO = expression(r":\s*$")


class Clause(msgspec.Struct, frozen=True):
    """A stretch of a section, `start` and `end` counted in its text, with the introduction it stands under."""

    record: Record
    section: SourceSection
    start: int
    end: int
    listed: bool = False
    """True for a bullet or numbered item."""
    intro: str = ""
    """`... is contraindicated in:`, when the clause is an item of the list under it."""

    @property
    def quote(self) -> str:
        """Its characters."""
        return self.section.text[self.start : self.end]

    @property
    def text(self) -> str:
        """Its words, with line breaks and runs of blanks as one blank."""
        return " ".join(self.quote.split())

    def span(self) -> Span:
        """Its characters as a span."""
        return Span(self.record, self.section.id, self.start, self.end)

    def after(self, offset: int) -> Clause:
        """The clause from `offset` on."""
        return _tight(msgspec.structs.replace(self, start=self.start + offset))

    def upto(self, offset: int) -> Clause:
        """The clause up to `offset`."""
        return _tight(msgspec.structs.replace(self, end=self.start + offset))


def _tight(clause: Clause) -> Clause:
    text, start, end = clause.section.text, clause.start, clause.end
    while start < end and text[start] in " \t\r\n,;:":
        start += 1
    while end > start and text[end - 1] in " \t\r\n,;:.":
        end -= 1
    return msgspec.structs.replace(clause, start=start, end=end)


def read(record: Record, section: SourceSection) -> Iterator[Clause]:
    """The clauses of a section in order: bullets and cross-references trimmed, headings left out."""
    intro = ""
    text = section.text[:SECTION_CHARACTERS]
    for start, end in sentences.split(text):
        listed = BULLET.match(text[start:end]) is not None
        clause = _trimmed(Clause(record, section, start, end, listed))
        heading = not listed and not text[start:end].endswith(".") and HEADING_ONLY.match(clause.quote)
        if clause.end - clause.start < 4 or heading:
            continue
        if INTRO.search(text[start:end]):
            intro = clause.text
            continue
        if intro and not listed and clause.quote[:1].isupper() and len(clause.text.split()) > 14:
            intro = ""
        yield msgspec.structs.replace(clause, intro=intro)


def _trimmed(clause: Clause) -> Clause:
    head = BULLET.match(clause.quote) or NUMBER_HEAD.match(clause.quote)
    if head:
        clause = clause.after(head.end())
    reference = REFERENCE.search(clause.quote)
    if reference and reference.start() > 3:
        clause = clause.upto(reference.start())
    clause = _tight(clause)
    if clause.end - clause.start > LONGEST:
        cut = clause.quote.find("; ")
        whole = clause.quote[:cut].count("(") == clause.quote[:cut].count(")")
        if 20 < cut <= LONGEST and whole:
            clause = clause.upto(cut)
    return clause


def without(clause: Clause, lead: re.Pattern[str]) -> Clause:
    """The clause without a lead at its start; unchanged when the lead is absent or nothing would be left."""
    match = lead.match(clause.quote)
    if match is None:
        return clause
    shorter = clause.after(match.end())
    return shorter if shorter.end - shorter.start > 3 else clause
