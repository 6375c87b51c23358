"""Pages of paged sources, and versions that stay true when the nouns grow."""

from __future__ import annotations

import hashlib

import msgspec

from probatum.model import Page, Record, RecordKind, SectionKind, SourceSection, Span


def _record(**fields: object) -> Record:
    text = "First page ends here. Second page begins."
    section = SourceSection("body", SectionKind.BODY, text, pages=(Page("i", 0), Page("ii", 22)))
    return Record.build(
        id="probatum:1", identifiers=(), kind=RecordKind.GUIDELINE, title="T", sections=(section,), **fields
    )


def test_a_span_says_on_which_page_it_begins():
    record = _record()
    assert Span(record, "body", 0, 5).page == "i"
    assert Span(record, "body", 22, 28).page == "ii"
    assert Span(record, "body", 22, 28).to_json()["page"] == "ii"


def test_a_span_of_a_source_without_pages_names_none():
    section = SourceSection("body", SectionKind.BODY, "No pages.")
    bare = Record.build(id="probatum:2", identifiers=(), kind=RecordKind.ARTICLE, title="T", sections=(section,))
    assert Span(bare, "body", 0, 2).page == ""
    assert "page" not in Span(bare, "body", 0, 2).to_json()


def test_fields_that_came_later_do_not_change_the_version_of_records_that_do_not_use_them():
    """A text that spells the bytes of an unset field is still counted."""
    spelt = 'odd text: ,"pages":[] ,"grading":""'
    section = SourceSection("body", SectionKind.BODY, spelt)
    record = Record.build(id="probatum:3", identifiers=(), kind=RecordKind.ARTICLE, title="T", sections=(section,))
    plain = msgspec.to_builtins(msgspec.structs.replace(record, version=""))
    del plain["grading"], plain["edition"], plain["notices"], plain["stated"], plain["sections"][0]["pages"]
    assert record.version == hashlib.sha256(msgspec.json.encode(plain)).hexdigest()[:12]


def test_pages_and_grading_count_where_they_are_set():
    assert _record().version != _record(grading="GRADE").version
