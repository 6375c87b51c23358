"""Records that were unpacked lately stay so, and a record is found by id and version. Records are invented."""

from __future__ import annotations

import msgspec

from probatum import appraise
from probatum.acquire.library import rows
from probatum.model import Identifier, Intent, Question, Record, RecordKind, RecordStatus, SectionKind, SourceSection

ASKED = Question(typed="tolvarine for cramps", read="tolvarine for cramps", intent=Intent.THERAPY)


def record(found: str) -> Record:
    return Record.build(
        id="pmid:91770001",
        identifiers=(Identifier("pmid", "91770001"),),
        kind=RecordKind.ARTICLE,
        title="Tolvarine for night cramps",
        sections=(SourceSection("abstract", SectionKind.ABSTRACT, found),),
    )


def test_the_same_bytes_give_the_same_record() -> None:
    packed = rows.pack(record("Tolvarine lowered cramps."))
    assert rows.unpack(packed) is rows.unpack(bytes(bytearray(packed)))


def test_another_text_under_the_same_id_gives_another_record() -> None:
    one, other = record("Tolvarine lowered cramps."), record("Tolvarine raised cramps.")
    assert rows.unpack(rows.pack(one)) == one
    assert rows.unpack(rows.pack(other)) == other


def test_what_is_too_long_to_be_held_is_read_all_the_same() -> None:
    words = " ".join(f"{n * 7919 % 1000003}x" for n in range(20_000))
    packed = rows.pack(record(words))
    assert len(packed) > rows.HELD_BYTES
    assert rows.unpack(packed) == record(words)


def test_records_of_one_version_that_stand_differently_stay_apart() -> None:
    one = record("Tolvarine lowered cramps.")
    retracted = msgspec.structs.replace(one, status=RecordStatus.RETRACTED)
    assert hash(one) == hash(retracted)
    assert len({one, retracted}) == 2


def test_a_reading_that_is_held_is_of_the_record_at_hand() -> None:
    first, second = (record(f"Tolvarine lowered cramps by {n} a week (p = 0.0{n}).") for n in (2, 3))
    for one in (first, second, first):
        made = appraise.complete(appraise.glance(ASKED, one))
        assert all(span.source == one for span in made.results)
        assert made.study == appraise.read(one).study
