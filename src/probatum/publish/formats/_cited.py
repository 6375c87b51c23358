"""What reference managers want of a cited record, read once for all their formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probatum.model import Answer, Record, RecordKind, Reference
from probatum.publish.formats import Resolve
from probatum.publish.page import links, sources, visible


class Name(NamedTuple):
    """An author: a person in parts, or a group whole in `family`."""

    family: str
    given: str


class Cited(NamedTuple):
    """One reference."""

    key: str
    """`Weiss2016`, the same for no other reference of the answer."""
    reference: Reference
    kind: RecordKind
    title: str
    names: tuple[Name, ...]
    journal: str
    year: str
    volume: str
    issue: str
    pages: str
    publisher: str
    doi: str
    pmid: str
    pmcid: str
    url: str


def cited(answer: Answer, records: Resolve) -> Iterator[Cited]:
    """Every reference of the answer, in its order; one whose record is not at hand by its citation alone."""
    held = sources(answer, records)
    taken: set[str] = set()
    for reference in answer.references:
        made = _read(reference, held.get(reference.record))
        key, letter = made.key, ord("a")
        while key in taken:
            key, letter = f"{made.key}{chr(letter)}", letter + 1
        taken.add(key)
        yield made._replace(key=key)


def _read(reference: Reference, record: Record | None) -> Cited:
    if record is None:
        nothing = ("",) * 6
        whole = visible(reference.citation)
        key = f"reference{reference.number}"
        return Cited(key, reference, RecordKind.ARTICLE, whole, (), *nothing, "", "", "", reference.url)
    names = tuple(_name(visible(author)) for author in record.authors)
    first = names[0].family if names else record.issuer or record.journal or "anonymous"
    addresses = links(reference, record)
    return Cited(
        key="".join(c for c in first if c.isascii() and c.isalnum()) + str(record.year or ""),
        reference=reference,
        kind=record.kind,
        title=visible(record.title).rstrip(". "),
        names=names,
        journal=visible(record.journal),
        year=str(record.year or ""),
        volume=visible(record.volume),
        issue=visible(record.issue),
        pages=visible(record.pages),
        publisher=visible(record.issuer),
        doi=record.identifier("doi") or "",
        pmid=record.identifier("pmid") or "",
        pmcid=record.identifier("pmcid") or "",
        url=addresses[0][1] if addresses else "",
    )


def _name(author: str) -> Name:
    """`Weiss MD` is a person, `WHO Guideline Group` is not: only short capitals at the end are initials."""
    family, _, last = author.rpartition(" ")
    initials = last.replace("-", "")
    if family and initials.isalpha() and initials.isupper() and len(initials) <= 3:
        return Name(family, " ".join(f"{letter}." for letter in initials))
    return Name(author, "")
