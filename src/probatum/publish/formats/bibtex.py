"""`bibtex`: the references for LaTeX."""

from __future__ import annotations

from typing import Final

from probatum.model import Answer, RecordKind
from probatum.publish.formats import Format, Resolve
from probatum.publish.formats._cited import Cited, Name, cited
from probatum.text.expressions import expression

_SPECIAL: Final = expression(r"[\\{}$&#%_~^]")
_ESCAPES: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
TYPES: Final = {RecordKind.GUIDELINE: "techreport", RecordKind.LABEL: "techreport", RecordKind.BOOK: "book"}


def render(answer: Answer, *, records: Resolve) -> str:
    """One entry a reference, in the order of the article; UTF-8, for biber or a current BibTeX."""
    return "\n".join(_entry(one) for one in cited(answer, records))


def _entry(one: Cited) -> str:
    institution = "institution" if one.kind in TYPES else ""
    fields = {
        "author": " and ".join(_author(name) for name in one.names),
        "title": f"{{{escape(one.title)}}}",
        "journal": escape(one.journal),
        "year": escape(one.year),
        "volume": escape(one.volume),
        "number": escape(one.issue),
        "pages": escape(one.pages).replace("-", "--"),
        institution: escape(one.publisher),
        "doi": escape(one.doi),
        "pmid": one.pmid,
        "pmcid": one.pmcid,
        "url": escape(one.url),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if name and value]
    return "\n".join([f"@{TYPES.get(one.kind, 'article')}{{{one.key},", *lines, "}", ""])


def _author(name: Name) -> str:
    """A group stands in braces, so that BibTeX does not take it apart."""
    return f"{escape(name.family)}, {escape(name.given)}" if name.given else f"{{{escape(name.family)}}}"


def escape(words: str) -> str:
    """Text that LaTeX prints as it stands, on one line."""
    return _SPECIAL.sub(lambda m: _ESCAPES.get(m[0], f"\\{m[0]}"), " ".join(words.split()))


FORMAT = Format("bibtex", "The references for LaTeX (BibTeX).", ".bib", render, part="references")
