"""Files to take away: which formats are offered, and an answer as a download."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from django.http import Http404, HttpResponse, HttpResponseBase

from probatum.errors import ProbatumError
from probatum.model import Answer
from probatum.publish.formats import Format, formats, get, names
from probatum.publish.site.articles import content

KINDS: Final = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
}
LABELS: Final = {
    "bibtex": "BibTeX",
    "csljson": "CSL-JSON",
    "csv": "CSV",
    "docx": "Word",
    "html": "Web page with sources",
    "json": "JSON",
    "markdown": "Markdown",
    "pdf": "PDF",
    "ris": "RIS",
    "text": "Plain text",
}
"""Names of formats as people say them; a plug-in's goes by its own."""
PARTS: Final = (("", "Whole"), ("references", "References"), ("evidence table", "Evidence table"))


class Offer(NamedTuple):
    """What can be taken away of one part."""

    part: str
    forms: tuple[tuple[str, str, str], ...]
    """Name, label and purpose of each format."""


@lru_cache(maxsize=1)
def offers() -> tuple[Offer, ...]:
    """What can be taken away: the whole, the references, the evidence table; what is installed stays while we run."""
    return tuple(Offer(label, tuple(map(_told, _of(part)))) for part, label in PARTS if _of(part))


def _of(part: str) -> list[Format]:
    return [form for form in formats().values() if form.part == part]


def _told(form: Format) -> tuple[str, str, str]:
    return form.name, LABELS.get(form.name, form.name), form.purpose


def as_file(answer: Answer, form: str, name: str) -> HttpResponseBase:
    """An answer as a download. Raises Http404 for an unknown format."""
    if form not in names():
        raise Http404("there is no such format")
    try:
        chosen = get(form)
        told = chosen.render(answer, records=content.find)
    except ProbatumError as error:
        raise Http404(str(error)) from error
    kind = KINDS.get(chosen.suffix, "text/plain")
    charset = "" if isinstance(told, bytes) else "; charset=utf-8"
    response = HttpResponse(told, content_type=kind + charset)
    response["Content-Disposition"] = f'attachment; filename="{name}{chosen.suffix}"'
    return response
