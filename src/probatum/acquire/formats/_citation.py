"""One PubMed citation element (MedlineCitation or BookDocument) read into a Record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from probatum.acquire.formats import _identity, _terms
from probatum.acquire.formats._registries import REGISTRIES
from probatum.acquire.formats._text import flat, squeeze
from probatum.model import Identifier, Link, LinkKind, Record, RecordKind, RecordStatus, SectionKind, SourceSection

Children = dict[str, etree._Element]

_NO_TITLE: Final = frozenset({"", "[Not Available].", "[Not Available]", "Not Available."})


class NoIdentityError(ValueError):
    """The citation has neither a PubMed number nor anything else to know it by; the text says what is missing."""


def children(element: etree._Element | None) -> Children:
    """Child elements by tag, the first of each."""
    found: Children = {}
    if element is not None:
        for child in element:
            found.setdefault(child.tag, child)
    return found


def text(found: Children, tag: str) -> str:
    """Text of a child without markup; empty when there is none."""
    element = found.get(tag)
    return "" if element is None else flat(element)


def article_record(element: etree._Element, origin: str) -> Record:
    """A PubmedArticle (or a bare MedlineCitation). Raises NoIdentityError when it has no PMID."""
    parts = children(element)
    citation = parts.get("MedlineCitation", element)
    about = children(citation)
    article = children(about.get("Article"))
    journal = children(article.get("Journal"))
    issue = children(journal.get("JournalIssue"))
    version, identifiers = _article_identifiers(about, article, parts.get("PubmedData"))
    languages = [_terms.language_of(child.text or "") for child in about_all(citation, "Article", "Language")]
    language = "en" if "en" in languages or not languages else languages[0]
    title, sections = _title_sections(article, language)
    sections += _abstract_sections(article.get("Abstract"))
    for number, other in enumerate((child for child in citation if child.tag == "OtherAbstract"), start=1):
        sections += _other_abstract(other, number)
    if "CoiStatement" in about and (conflicts := flat(about["CoiStatement"])):
        sections.append(SourceSection("conflicts", SectionKind.OTHER, conflicts, "Conflict of interest"))
    types = tuple(flat(child) for child in article.get("PublicationTypeList", ()))
    year, date = _publication_date(issue.get("PubDate"), article.get("ArticleDate"), about)
    name = text(journal, "ISOAbbreviation") or text(children(about.get("MedlineJournalInfo")), "MedlineTA")
    name = name or text(journal, "Title")
    links, standings = _links(about.get("CommentsCorrectionsList"))
    links += _registrations(article.get("DataBankList"))
    if version > 1:
        links.append(Link(LinkKind.SUPERSEDES, identifiers[0], note=f"version {version - 1}"))
    registered = [link.identifier for link in links if link.kind is LinkKind.REGISTRATION]
    return Record.build(
        id=str(identifiers[0]),
        identifiers=_identity.gather((*identifiers, *registered)),
        kind=_terms.kind_of(types),
        title=title,
        sections=tuple(sections),
        authors=_authors(article.get("AuthorList")),
        journal=name,
        year=year,
        date=date,
        volume=text(issue, "Volume"),
        issue=text(issue, "Issue"),
        pages=_pages(article.get("Pagination")),
        language=language,
        publication_types=types,
        mesh=_mesh(about),
        keywords=_keywords(citation),
        status=_terms.status_of(standings, types, title, name),
        links=tuple(links),
        licence=text(children(article.get("Abstract")), "CopyrightInformation"),
        format="pubmed",
        origin=origin,
    )


def book_record(element: etree._Element, origin: str) -> Record:
    """A PubmedBookArticle. Raises NoIdentityError when it has no PMID."""
    document = next((child for child in element if child.tag == "BookDocument"), element)
    about = children(document)
    book = children(about.get("Book"))
    _, number = _number(about)
    accessions = [
        _identity.other("nbk" if child.get("IdType") == "bookaccession" else child.get("IdType", "other"), flat(child))
        for child in about.get("ArticleIdList", ())
        if child.get("IdType") != "pubmed"
    ]
    language = _terms.language_of(text(about, "Language") or "eng")
    title, sections = _title_sections(about, language, fallback=text(book, "BookTitle"))
    sections += _abstract_sections(about.get("Abstract"))
    types = tuple(flat(child) for child in document if child.tag == "PublicationType")
    revised = children(about.get("DateRevised") if "DateRevised" in about else about.get("ContributionDate"))
    year, date = _date(revised)
    if year is None:
        year, date = _publication_date(book.get("PubDate"), None, {})
    authors = next(
        (c for c in document if c.tag == "AuthorList" and c.get("Type") != "editors"), book.get("AuthorList")
    )
    identifiers = _identity.gather(
        (number, *accessions, *(_isbn(child) for child in about_all(document, "Book", "Isbn")))
    )
    return Record.build(
        id=str(identifiers[0]),
        identifiers=identifiers,
        kind=RecordKind.BOOK,
        title=title,
        sections=tuple(sections),
        authors=_authors(authors),
        journal=text(book, "BookTitle"),
        year=year,
        date=date,
        volume=text(book, "Volume"),
        pages=_pages(about.get("Pagination")),
        language=language,
        publication_types=types,
        keywords=_keywords(document),
        status=_terms.status_of((), types, title, ""),
        issuer=text(children(book.get("Publisher")), "PublisherName"),
        licence=text(children(about.get("Abstract")), "CopyrightInformation"),
        format="pubmed",
        origin=origin,
    )


def deletions(element: etree._Element) -> Iterator[Identifier]:
    """The PubMed numbers of a DeleteCitation."""
    for child in element:
        number = _identity.pmid(child.text or "")
        if number is not None:
            yield number


def about_all(element: etree._Element, parent: str, tag: str) -> list[etree._Element]:
    """All children of that tag under the first child `parent`."""
    found = next((child for child in element if child.tag == parent), None)
    return [] if found is None else [child for child in found if child.tag == tag]


def _isbn(element: etree._Element) -> Identifier | None:
    return _identity.other("isbn", flat(element).replace("-", ""))


def _number(about: Children) -> tuple[int, Identifier]:
    element = about.get("PMID")
    number = None if element is None else _identity.pmid(element.text or "")
    if element is None or number is None:
        raise NoIdentityError("no PMID")
    version = element.get("Version", "1")
    return (int(version) if version.isdigit() else 1), number


def _article_identifiers(
    about: Children, article: Children, data: etree._Element | None
) -> tuple[int, tuple[Identifier, ...]]:
    version, number = _number(about)
    # The record's own list is the direct child; lists under ReferenceList are other papers' identifiers.
    named = {(child.get("IdType", ""), child.text or ""): None for child in children(data).get("ArticleIdList", ())}
    location = article.get("ELocationID")
    while location is not None and location.tag == "ELocationID":
        if location.get("ValidYN", "Y") == "Y":
            named[location.get("EIdType", ""), location.text or ""] = None
        location = location.getnext()
    return version, _identity.gather((number, *(_article_id(sort, value) for sort, value in named)))


def _article_id(sort: str, value: str) -> Identifier | None:
    if sort == "doi":
        return _identity.doi(value)
    if sort == "pmc":
        return _identity.pmcid(value)
    return _identity.other("pii", value) if sort == "pii" else None


def _title_sections(article: Children, language: str, fallback: str = "") -> tuple[str, list[SourceSection]]:
    title = text(article, "ArticleTitle")
    vernacular = text(article, "VernacularTitle")
    if title in _NO_TITLE and vernacular:
        return vernacular, [SourceSection("title", SectionKind.TITLE, vernacular, language=language)]
    title = fallback if title == "" else title
    sections = [SourceSection("title", SectionKind.TITLE, title)] if title else []
    if vernacular:
        sections.append(
            SourceSection("title.vernacular", SectionKind.OTHER, vernacular, "Vernacular title", language=language)
        )
    return title, sections


def _abstract_sections(abstract: etree._Element | None) -> list[SourceSection]:
    sections: list[SourceSection] = []
    for child in abstract if abstract is not None else ():
        if child.tag != "AbstractText" or not (body := flat(child)):
            continue
        label = squeeze(child.get("Label", ""))
        role = _terms.role_of(child.get("NlmCategory", ""), label)
        name = f"abstract.{len(sections) + 1}" if sections else "abstract"
        sections.append(SourceSection(name, SectionKind.ABSTRACT, body, label, role))
    return sections


def _other_abstract(element: etree._Element, number: int) -> list[SourceSection]:
    """Translations and plain-language summaries: shown, never evidence."""
    heading = f"Other abstract ({element.get('Type', 'unknown')})"
    language = _terms.language_of(element.get("Language", "eng"))
    stem = "other-abstract" if number == 1 else f"other-abstract.{number}"
    found: list[SourceSection] = []
    for child in element:
        if child.tag == "AbstractText" and (body := flat(child)):
            label = squeeze(child.get("Label", ""))
            name = f"{stem}-{len(found) + 1}" if found else stem
            section_heading = f"{heading}: {label}" if label else heading
            found.append(SourceSection(name, SectionKind.OTHER, body, section_heading, language=language))
    return found


def _authors(element: etree._Element | None) -> tuple[str, ...]:
    names = (_author(author) for author in (element if element is not None else ()) if author.get("ValidYN") != "N")
    return tuple(name for name in names if name)


def _author(element: etree._Element) -> str:
    parts: dict[str, str] = {}
    for part in element:
        if part.tag == "AffiliationInfo":
            break  # names stand before affiliations, and there can be dozens of those
        parts[part.tag] = flat(part) if len(part) else part.text or ""
    last = parts.get("LastName")
    if not last:
        return squeeze(parts.get("CollectiveName") or parts.get("ForeName", ""))
    initials = parts.get("Initials") or "".join(word[0] for word in parts.get("ForeName", "").split())
    return squeeze(f"{last} {initials} {parts.get('Suffix', '')}")


def _date(found: Children) -> tuple[int | None, str]:
    year = _terms.year_in(text(found, "Year"))
    return year, _terms.iso_date(year, text(found, "Month"), text(found, "Day"))


def _publication_date(
    element: etree._Element | None, electronic: etree._Element | None, about: Children
) -> tuple[int | None, str]:
    """Of the issue; else of the electronic version; else when the record was completed, revised or made."""
    printed = children(element)
    if "MedlineDate" in printed:
        year, date = _terms.date_in(text(printed, "MedlineDate"))
    else:
        year, date = _date(printed)
    for other in (electronic, about.get("DateCompleted"), about.get("DateRevised")):
        if year is None:
            year, date = _date(children(other))
    return year, date


def _pages(element: etree._Element | None) -> str:
    found = children(element)
    if pages := text(found, "MedlinePgn"):
        return pages
    start, end = text(found, "StartPage"), text(found, "EndPage")
    return f"{start}-{end}" if start and end else start


def _mesh(about: Children) -> tuple[str, ...]:
    """Descriptors, then substances and supplementary concepts, once each. Qualifiers are left out."""
    names = [flat(heading[0]) for heading in about.get("MeshHeadingList", ()) if len(heading)]
    names += [text(children(chemical), "NameOfSubstance") for chemical in about.get("ChemicalList", ())]
    names += [flat(name) for name in about.get("SupplMeshList", ())]
    return tuple(dict.fromkeys(name for name in names if name))


def _keywords(element: etree._Element) -> tuple[str, ...]:
    words = [flat(word) for child in element if child.tag == "KeywordList" for word in child]
    return tuple(dict.fromkeys(word for word in words if word))


def _links(element: etree._Element | None) -> tuple[list[Link], list[RecordStatus]]:
    links: list[Link] = []
    standings: list[RecordStatus] = []
    for child in element if element is not None else ():
        sort = child.get("RefType", "")
        if sort == "Cites":
            continue
        parts = children(child)
        link, standing = _terms.link_of(sort, _identity.pmid(text(parts, "PMID")), text(parts, "RefSource"))
        links.append(link)
        standings.append(standing)
    return links, standings


def _registrations(element: etree._Element | None) -> list[Link]:
    links: list[Link] = []
    for bank in element if element is not None else ():
        parts = children(bank)
        namespace = REGISTRIES.get(text(parts, "DataBankName").lower(), "")
        if namespace:
            links += [registration(namespace, flat(number)) for number in parts.get("AccessionNumberList", ())]
    return links


def registration(namespace: str, number: str) -> Link:
    """A link to a trial's registry entry."""
    identifier = _identity.nct(number) if namespace == "nct" else _identity.other(namespace, number)
    return Link(LinkKind.REGISTRATION, identifier, "" if identifier else number)


def registry(name: str) -> str:
    """Namespace of a trial registry that MEDLINE names, or empty for other data banks."""
    return REGISTRIES.get(name.strip().lower(), "")
