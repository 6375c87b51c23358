"""What a drug label becomes, whatever it was read from."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.acquire.formats import _identity
from probatum.model import Link, LinkKind, Record, RecordKind, RecordStatus, SectionKind, SourceSection
from probatum.text.expressions import expression

_DAY: Final = expression(r"(\d{4})(?:(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?")
_HIGHLIGHTS: Final = expression(
    r"\A\s*these highlights do not include[^\n]*?full prescribing information for [^\n]*?(?:\.(?=\s|\Z)|\n|\Z)\s*",
    re.IGNORECASE,
)
"""What the title of every label with highlights begins with (21 CFR 201.57(a)(1))."""
_APPROVAL: Final = expression(r"\s*initial u\.?s\.? approval\b.*\Z", re.IGNORECASE | re.DOTALL)


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A label as its source gives it, before it is a record."""

    set_id: str
    """Shared by all versions of a label."""
    document_id: str
    """Of this version alone."""
    version: str = ""
    day: str = ""
    """The day it took effect, `yyyymmdd`."""
    title: str = ""
    """The source's own title, a line break where it has one."""
    made_title: str = ""
    """A title made of the products' names, for a label whose own names none of them."""
    names: tuple[str, ...] = ()
    """Brand, generic, salt and moiety names of its drugs."""
    sections: tuple[SourceSection, ...] = ()
    issuer: str = ""
    country: str = ""
    document_type: str = ""
    """`HUMAN PRESCRIPTION DRUG LABEL` and the like."""
    language: str = "en"
    off_market: bool = False


class NamelessError(ValueError):
    """The label has neither identifier, nor title, nor product."""


def record(label: Label, format_name: str, origin: str) -> Record:
    """The label as a record. Raises NamelessError when nothing tells what it is a label of."""
    title, rest = _titled(label)
    identifiers = _identity.gather(
        (_identity.other("setid", label.set_id), _identity.other("spl", label.document_id.lower()))
    )
    if not title:
        raise NamelessError("neither a title nor a product")
    if not identifiers:
        raise NamelessError("neither a set id nor a document id")
    year, date = _date(label.day)
    links: tuple[Link, ...] = ()
    if label.version.isascii() and label.version.isdigit() and int(label.version[:9]) > 1:
        links = (Link(LinkKind.SUPERSEDES, identifiers[0], note=f"version {int(label.version[:9]) - 1}"),)
    sections = [SourceSection("title", SectionKind.TITLE, title)]
    if rest:
        sections.append(SourceSection("title.whole", SectionKind.OTHER, rest, "Title in full"))
    return Record.build(
        id=str(identifiers[0]),
        identifiers=identifiers,
        kind=RecordKind.LABEL,
        title=title,
        sections=(*sections, *label.sections),
        journal=label.issuer,
        year=year,
        date=date,
        language=label.language,
        publication_types=(label.document_type,) if label.document_type else (),
        keywords=label.names,
        status=RecordStatus.WITHDRAWN if label.off_market else RecordStatus.CURRENT,
        links=links,
        issuer=label.issuer,
        country=label.country,
        format=format_name,
        origin=origin,
    )


def _titled(label: Label) -> tuple[str, str]:
    """The title, and the source's own in full where that says more.

    The source's own is taken without the formula of the highlights, if it names one of the products (many are called
    `Drug Facts` or have none); else the one made of the products.
    """
    whole = " ".join(label.title.split())
    short = " ".join(_APPROVAL.sub("", _HIGHLIGHTS.sub("", label.title)).split())
    lower = short.casefold()
    title = short if any(name.casefold() in lower for name in label.names) else label.made_title or short or whole
    return title, whole if whole != title else ""


def _date(day: str) -> tuple[int | None, str]:
    match = _DAY.match(day)
    if match is None:
        return None, ""
    return int(match[1]), "-".join(part for part in match.groups() if part)
