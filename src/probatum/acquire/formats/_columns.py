"""What the columns of tables are called, by whom, and which field of `_reference_record` each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.acquire.formats import _web_of_science

_NAMES: Final[dict[str, str]] = {
    "title": "title|article title|document title|primary title|item title|study title|reference title|name of article",
    "translated": "original title|translated title|title translated|foreign title",
    "abstract": "abstract|abstract note|notes abstract|abstract text|summary",
    "author": "authors|author|author s|author names|first authors|names|creator|creators",
    "author_full": "author full names|author full name",
    "journal": "journal|journal book|journal title|source title|publication title|publication|full journal"
    "|journal name|secondary title|t2|parent title|periodical|alternate title3|journal full title",
    "journal_short": "journal abbreviation|abbreviated source title|journal abbrev|source abbreviation"
    "|journal iso abbreviation|alternate title1|alternate title2|abbreviated journal title",
    "citation": "source|citation|bibliographic details",
    "year": "year|publication year|published year|year published|pub year|py|year of publication",
    "date": "date|publication date|date of publication|pub date|cover date|date published",
    "month": "month|published month|publication month",
    "day": "day|publication day",
    "volume": "volume|vol|journal volume",
    "issue": "issue|number|issue number|journal issue",
    "pages": "pages|page range|page s|pagination",
    "first_page": "start page|page start|first page|beginning page|starting page",
    "last_page": "end page|page end|last page|ending page",
    "article_number": "article number|art no",
    "doi": "doi|digital object identifier doi|doi link|do",
    "pmid": "pmid|pubmed id|pubmed|medline pmid|pubmed identifier",
    "pmcid": "pmcid|pmc id|pmc|pubmed central id",
    "number": "eid|ut unique wos id|accession id|embase accession id|pui|unique wos id|ut unique id|c3",
    "accession": "accession number|accession no|accession|an",
    "database": "database|db|name of database|source database|database name",
    "isbn": "isbn",
    "type": "document type|publication type|type of work|doctype|article type|publication types|pt",
    "sort": "item type|type of reference|reference type|ty",
    "keyword": "keywords|author keywords|index keywords|keywords plus|mesh terms|mesh|subjects|manual tags"
    "|automatic tags|emtree medical index terms|emtree drug index terms|keyword|mesh headings|kw",
    "language": "language|language of original document|languages|language s",
    "address": "url|link|urls|open url link|full text link|plink|doi url|url s",
    "note": "extra",
    "publisher": "publisher",
}
"""Field -> what its column is called by Scopus, Web of Science, PubMed, Embase, EBSCO, ProQuest, Covidence, Rayyan,
ASReview, EPPI-Reviewer, Zotero and EndNote, in lower case, letters and figures alone. Notes and tags of those who
screen are not read."""

FIELDS: Final[dict[str, str]] = {name: field for field, names in _NAMES.items() for name in names.split("|")}
_RETRACTIONS: Final = "retractionnature"
"""The column that only lists of retractions have (Retraction Watch's, as Crossref publishes it)."""
_WEB_OF_SCIENCE: Final = 8
"""Columns with two-letter names from which on a table is taken for Web of Science's."""


def plain(name: str) -> str:
    """A column's name in lower case, letters and figures alone: ` Publication_Year ` -> `publication year`."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))


def fields_of(header: Sequence[str]) -> list[str]:
    """The field that each column is, empty for those that are none."""
    codes = [name.strip().strip("\ufeff") for name in header]
    if "PT" in codes and sum(code in _web_of_science.TAGS for code in codes) >= _WEB_OF_SCIENCE:
        return [_web_of_science.TAGS.get(code, "") for code in codes]
    return [FIELDS.get(plain(name), "") for name in header]


def lists_retractions(header: Sequence[str]) -> bool:
    """Whether the table is a list of notices of retraction."""
    return any(plain(name).replace(" ", "") == _RETRACTIONS for name in header)
