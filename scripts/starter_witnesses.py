"""Who speaks of a document without being it: reference lists, BibTeX files and JSON exports."""

from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from lxml import etree

BIB_ENTRY = re.compile(r"@\w+\s*\{[^@]*", re.DOTALL)
BIB_FIELD = re.compile(r'(\w+)\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|"([^"]*)"|(\d+))')
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Witness(NamedTuple):
    """What one entry says of a document."""

    identifiers: tuple[str, ...]
    """Normalised, with namespace: `pmid:1`, `doi:10.1000/x`."""
    title: str
    """Empty where the entry gives none that can be told apart from the rest of it."""
    year: int | None
    place: str
    """File, or article, in which the entry stands."""
    text: str = ""
    """The document's own text, where the witness is the document."""


def cited(paths: list[str]) -> Iterator[Witness]:
    """The entries of the reference lists of JATS articles and PubMed records in these files."""
    for place, stream in _xml(paths):
        article = place
        for _, node in etree.iterparse(
            stream, tag=("ref", "Reference", "PMID", "article-id"), recover=True, resolve_entities=False, huge_tree=True
        ):
            if node.tag == "PMID" and node.getparent().tag == "MedlineCitation":
                article = f"the references of PMID {node.text}"
            elif node.tag == "article-id" and node.get("pub-id-type") in ("pmc", "pmcid"):
                article = f"the references of PMC{(node.text or '').removeprefix('PMC')}"
            elif node.tag in ("ref", "Reference"):
                yield _reference(node, article)
                node.clear()


def exported(paths: list[str]) -> Iterator[Witness]:
    """The entries of BibTeX files, and of JSON files whose objects have a DOI or PMID beside a title."""
    for path in _files(paths):
        if path.suffix == ".bib":
            for entry in BIB_ENTRY.findall(path.read_text("utf-8", errors="replace")):
                fields = {key.lower(): a or b or c for key, a, b, c in BIB_FIELD.findall(entry)}
                yield _witness(
                    fields.get("doi"), fields.get("pmid"), fields.get("title"), fields.get("year"), path.name
                )
        elif path.suffix == ".json" and path.stat().st_size < 64 * 1024 * 1024:
            try:
                yield from _objects(json.loads(path.read_text("utf-8", errors="replace")), path.name)
            except (ValueError, RecursionError):
                continue


def _objects(value: Any, place: str) -> Iterator[Witness]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, place)
    elif isinstance(value, dict):
        low = {str(key).lower(): item for key, item in value.items()}
        title, doi, pmid = low.get("title"), low.get("doi"), low.get("pmid")
        title = title[0] if isinstance(title, list) and title else title
        if isinstance(title, str) and (doi or pmid):
            year = low.get("year") or low.get("publication_year") or low.get("issued") or ""
            yield _witness(str(doi or ""), str(pmid or ""), title, str(year), place)
        for item in value.values():
            yield from _objects(item, place)


def _reference(node: Any, place: str) -> Witness:
    if node.tag == "ref":
        ids = {i.get("pub-id-type"): "".join(i.itertext()).strip() for i in node.iterfind(".//pub-id")}
        title = node.find(".//article-title")
        year = node.find(".//year")
        named = " ".join("".join(title.itertext()).split()) if title is not None else ""
        return _witness(ids.get("doi"), ids.get("pmid"), named, year.text if year is not None else "", place)
    ids = {i.get("IdType"): (i.text or "").strip() for i in node.iterfind("ArticleIdList/ArticleId")}
    citation = node.findtext("Citation") or ""
    return _witness(ids.get("doi"), ids.get("pubmed"), "", citation, place)


def _witness(doi: str | None, pmid: str | None, title: str | None, year: str | None, place: str) -> Witness:
    names = []
    if pmid and pmid.isdigit():
        names.append(f"pmid:{pmid}")
    if doi and "10." in doi:
        names.append("doi:" + doi[doi.index("10.") :].strip().lower())
    years = YEAR.findall(year or "")
    plain = re.sub(r"[{}]", "", title or "").strip()
    return Witness(tuple(names), plain, int(years[0]) if len(set(years)) == 1 else None, place)


def _files(paths: list[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        yield from sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]


def _xml(paths: list[str]) -> Iterator[tuple[str, IO[bytes]]]:
    for path in _files(paths):
        if path.name.endswith((".xml", ".nxml")):
            with path.open("rb") as plain:
                yield path.name, plain
        elif path.name.endswith(".xml.gz"):
            with gzip.open(path) as packed:
                yield path.name, packed
        elif ".tar" in path.suffixes:
            with tarfile.open(path) as archive:
                for member in archive:
                    if member.name.endswith((".xml", ".nxml")) and (part := archive.extractfile(member)):
                        yield Path(member.name).name, part
