"""Naming: how a quoted source is introduced: a study by its design, a page on an illness by its title."""

from __future__ import annotations

from typing import Final

from probatum.apply import designs, wording
from probatum.apply.plainly import plain, retelling
from probatum.model import Appraisal, Design, Record, RecordKind, SectionKind, Span

SAYS: Final = "says"
"""What a source does that tells neither a result nor its conclusion."""
_SCHOLARLY: Final = ("pmid", "pmcid", "doi", "nct", "isrctn")


def is_page(record: Record) -> bool:
    """Whether a record is a page for readers and no paper: a title, but no author, journal or scholarly identifier; of
    a book what stands for the journal is the work that the page is of."""
    of_a_work = record.kind is RecordKind.BOOK
    if not of_a_work and (record.kind is not RecordKind.ARTICLE or record.journal):
        return False
    if record.authors:
        return False
    return bool(record.title) and not any(i.namespace in _SCHOLARLY for i in record.identifiers)


def lead(appraisal: Appraisal, verb: str, *, again: bool = False) -> tuple[str, tuple[Span, ...]]:
    """`a double-blind randomised trial (60 people)`, `the page “Quarry fever”`, with the spans it rests on."""
    if is_page(appraisal.record) or (appraisal.record.kind is RecordKind.BOOK and title(appraisal.record)):
        titled = title(appraisal.record)
        if again or not titled:
            return ("the same page" if again else "a page"), ()
        return f"the page “{' '.join(titled[0].quote.split())}”", titled
    if again:
        return designs.again(appraisal.study)
    if verb == SAYS and appraisal.study.design is Design.OTHER:
        return "a source", ()
    return designs.lead(appraisal.study)


def title(record: Record) -> tuple[Span, ...]:
    """The title as a span, where the record has one."""
    section = next((s for s in record.sections if s.kind is SectionKind.TITLE and s.text.strip()), None)
    return (Span(record, section.id, 0, len(section.text)),) if section else ()


def plainly(
    appraisal: Appraisal, said: str, verb: str, *, again: bool = False, opening: str = "", after: str = ""
) -> str:
    """The same in plain words, with what it says: `A lowered pain. One study concluded this`; `after` is what is to be
    said of it."""
    if is_page(appraisal.record):
        named = wording.upper(lead(appraisal, verb, again=again)[0])
        told = f"{opening}: {wording.lower(named)} says: “{said}”" if opening else f"{named} says: “{said}”"
        return f"{told}{after}"
    told = f"{retelling.retold(said)}{after}"
    if verb == SAYS and appraisal.study.design is Design.OTHER and not again:
        return f"{opening}: {wording.lower(told)}" if opening else told
    return plain.quoted(appraisal.study, told, verb, again=again, lead=opening)
