"""`pdf`: the article as a tagged PDF that a screen reader can read (PDF/UA-1), with its review status on every page.

Set by Typst (extra `documents`; Apache-2.0, one wheel with its own fonts, no system library). The words go in as data,
so that nothing of a source is taken as markup; the fonts are the wheel's own, so that the same answer gives the same
bytes.
"""

from __future__ import annotations

import datetime
from importlib.resources import files

import msgspec

from probatum.errors import ProbatumError
from probatum.model import Answer
from probatum.publish.document import Document, document
from probatum.publish.formats import Format, Resolve


def render(answer: Answer, *, records: Resolve) -> bytes:
    """The whole article. Raises ProbatumError P807 without the extra."""
    return set_in_pages(document(answer, records))


def set_in_pages(told: Document) -> bytes:
    """The document as PDF. Raises ProbatumError P807 without the extra."""
    try:
        import typst
    except ImportError as error:
        raise ProbatumError("P807", format="pdf") from error
    template = files("probatum.publish").joinpath("assets", "article.typ").read_bytes()
    data, made_on = {"article": msgspec.json.encode(told).decode()}, dated(told)
    try:
        made = typst.compile(
            template,
            format="pdf",
            sys_inputs=data,
            ignore_system_fonts=True,
            pdf_standards="ua-1",
            timestamp=made_on,
        )
    except typst.TypstError:
        # A sign that the wheel's fonts lack (Chinese, Arabic ...): the fonts of this machine may have it. The standard
        # forbids a sign that nothing can show, so this file is tagged but does not claim the standard.
        made = typst.compile(template, format="pdf", sys_inputs=data, timestamp=made_on)
    return bytes(made)


def dated(told: Document) -> datetime.datetime:
    """When the file says it was made: the day of the last update, so that the same answer gives the same bytes."""
    try:
        return datetime.datetime.fromisoformat(told.date).replace(tzinfo=datetime.UTC)
    except ValueError:  # an answer without a date, or with one that is none
        return datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


FORMAT = Format(
    "pdf", "Pages to print or send: tagged, with the review status on each. Extra `documents`.", ".pdf", render
)
