"""PDFs: reading order, words mended at line ends, page numbers; scanned pages and hostile files are said to be such."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from document_files import HEIGHT, Shown, Words, column, pdf

from probatum.acquire.formats import Refusal, _pdf_child, _pdf_process
from probatum.acquire.reading import read_bytes
from probatum.model import Record, RecordKind, SectionKind, Span

LEFT = (
    "Cramps of the calf are com-|mon in older people. They wake those who sleep and last for some min-|utes, and then "
    "they go. A placebo-|controlled trial of calbrex-|ine was small, and its people were few and rather old."
)
RIGHT = (
    "The second column goes on with words enough to look like running text. We recommend stretching before sleep "
    "(strong recommendation). The last sentence of the page does not end where the page ends but goes"
)


def guideline() -> list[Shown]:
    """Two pages in two columns under a title, with running heads, feet and a table."""
    head = (Words(60, 30, "Example Society of Calves", 8),)
    first = (Words(60, 60, "Care of night cramps", 18, True), *head, Words(290, 820, "1", 8))
    first += (Words(60, 110, "Background", 12, True), *column(60, 130, LEFT), *column(320, 130, RIGHT))
    second = (*head, Words(290, 820, "2", 8), *column(60, 110, "on over the next."))
    second += (Words(60, 160, "1.1 Recommendations", 12, True), Words(60, 180, "• We suggest magnesium"))
    second += (Words(70, 192, "in pregnancy."), Words(60, 204, "• Do not offer quinine."))
    second += (Words(60, 250, "Drug"), Words(200, 250, "Dose"), Words(60, 262, "calbrexine"), Words(200, 262, "10 mg"))
    return [Shown(first), Shown(second)]


def read(data: bytes) -> tuple[Record | None, list[str]]:
    items = [item for _, item in read_bytes(data, "g.pdf")]
    records = [item for item in items if isinstance(item, Record)]
    return (records[0] if records else None), [item.code for item in items if isinstance(item, Refusal)]


def text_of(data: bytes) -> str:
    record, refused = read(data)
    assert refused == []
    assert record is not None
    return "\n\n".join(s.text for s in record.sections if s.kind is not SectionKind.TITLE)


def test_two_columns_are_read_one_after_the_other_and_headings_open_sections() -> None:
    record, refused = read(pdf(guideline()))
    assert refused == []
    assert record is not None
    assert (record.title, record.kind, record.format) == ("Care of night cramps", RecordKind.ARTICLE, "pdf")
    assert [(s.id, s.heading) for s in record.sections] == [
        ("title", ""),
        ("body.1", "Background"),
        ("body.2", "1.1 Recommendations"),
        ("table.1", "1.1 Recommendations"),
    ]
    text = record.section("body.1").text
    assert text.index("rather old.") < text.index("The second column goes on")
    assert record.section("body.2").text == "• We suggest magnesium in pregnancy.\n• Do not offer quinine."
    assert record.section("table.1").text == "Drug\tDose\ncalbrexine\t10 mg"


@pytest.mark.parametrize(
    ("said", "split"),
    [("common in older", "com-"), ("some minutes, and", "min-"), ("placebo-controlled trial", "placebo-"),
     ("calbrexine was", "calbrex-"), ("the page ends but goes on over the next.", "page break")],
)  # fmt: skip
def test_words_and_sentences_parted_by_lines_and_pages_are_whole(said: str, split: str) -> None:
    assert said in text_of(pdf(guideline()))


def test_running_heads_and_page_numbers_are_left_out() -> None:
    text = text_of(pdf(guideline()))
    assert "Example Society" not in text
    assert not any(line in ("1", "2") for line in text.splitlines())


def test_a_span_says_its_page_as_the_file_labels_it() -> None:
    for labels, expected in (("", ["1", "2"]), ("0<</S/r>>1<</S/D/St 12>>", ["i", "12"])):
        record, _ = read(pdf(guideline(), labels=labels))
        assert record is not None
        text = record.section("body.1").text
        at = text.index("We recommend"), text.index("on over the next")
        assert [Span(record, "body.1", start, start + 9).page for start in at] == expected
        assert Span(record, "table.1", 0, 4).page == expected[1]


def test_one_column_keeps_paragraphs_apart() -> None:
    page = Shown(
        (*column(60, 100, "One paragraph of two lines that ends here.", width=30), *column(60, 160, "Another one."))
    )
    assert text_of(pdf([page])) == "One paragraph of two lines that ends here.\n\nAnother one."


def test_a_page_turned_on_its_side_is_read_as_it_is_shown() -> None:
    # /Rotate turns the page; the letters are set so that they are upright then.
    data = pdf([Shown((Words(60, 100, "Turned words"),), rotate=0)])
    assert text_of(data) == "Turned words"
    turned = pdf([Shown((Words(60, 100, "Turned words are read"),), rotate=90)])
    assert "Turned words are read" in text_of(turned)


SCANNED = Shown(picture=True)


def test_a_scanned_document_is_said_to_be_one() -> None:
    record, refused = read(pdf([SCANNED, SCANNED]))
    assert record is None
    assert refused == ["P263"]


def test_of_a_partly_scanned_document_the_pages_not_read_are_named() -> None:
    data = pdf([*guideline(), SCANNED], labels="0<</S/D/St 10>>")
    record, refused = read(data)
    assert record is not None
    assert refused == ["P264"]
    (reason,) = [item.reason for _, item in read_bytes(data, "x") if isinstance(item, Refusal)]
    assert "page 12" in reason


def test_text_over_a_picture_is_a_text_layer() -> None:
    page = Shown((Words(60, 100, "Recognised words."),), picture=True)
    assert text_of(pdf([page])) == "Recognised words."


def test_a_blank_page_is_no_scan() -> None:
    record, refused = read(pdf([*guideline(), Shown()]))
    assert record is not None
    assert refused == []


GOOD = pdf(guideline())
DAMAGED = {
    "locked": (pdf(guideline(), encrypt=True), "P260"),
    "head alone": (b"%PDF-1.7\n", "P261"),
    "noise": (b"%PDF-1.4\n" + bytes(range(256)) * 40, "P261"),
    "no pages": (pdf([]), "P261"),
    "no words": (pdf([Shown()]), "P273"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_read_is_refused_with_its_reason(name: str) -> None:
    data, code = DAMAGED[name]
    assert read(data) == (None, [code])


def test_damage_anywhere_is_a_refusal_or_a_record() -> None:
    for at in range(0, len(GOOD), len(GOOD) // 60):
        for data in (GOOD[:at], GOOD[:at] + b"\0\xff\xff" + GOOD[at + 3 :]):
            for _, item in read_bytes(b"%PDF-" + data[5:], "x"):
                assert isinstance(item, Record | Refusal)


def test_scripts_and_forms_are_not_run_and_do_not_hinder() -> None:
    catalog = "/OpenAction<</S/JavaScript/JS(app.alert\\('x'\\);while\\(true\\){})>>/AcroForm<</XFA[]>>"
    record, refused = read(pdf(guideline(), catalog=catalog))
    assert record is not None
    assert refused == []


class Broken:
    """In place of the program that opens PDFs: does what it is told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str) -> None:
        _pdf_process.close()
        script = tmp_path / "child.py"
        script.write_text(program)
        start = _pdf_process.subprocess.Popen
        monkeypatch.setattr(
            _pdf_process.subprocess, "Popen", lambda args, **more: start([sys.executable, "-I", str(script)], **more)
        )


def test_a_crash_of_the_program_that_opens_pdfs_is_a_refusal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as patch:
        Broken(patch, tmp_path, "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n")
        assert read(GOOD) == (None, ["P265"])
    assert read(GOOD)[1] == []


def test_a_document_that_takes_too_long_is_a_refusal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(_pdf_process, "OPENING_SECONDS", 0.4)
        Broken(patch, tmp_path, "import time\ntime.sleep(60)\n")
        started = time.monotonic()
        assert read(GOOD) == (None, ["P265"])
        assert time.monotonic() - started < 50
    assert read(GOOD)[1] == []


def test_one_process_serves_many_documents() -> None:
    read(GOOD)
    first = _pdf_process._kept[0].process.pid
    for _ in range(5):
        read(GOOD)
    assert _pdf_process._kept[0].process.pid == first
    assert _pdf_child.MEMORY <= 4 << 30


def test_a_hundred_pages_take_seconds() -> None:
    words = "We looked at people with cramps and counted how often they woke at night over several weeks of care. "
    pages = [
        Shown((*column(60, 100, words * 18, width=95, leading=1.3), Words(290, HEIGHT - 20, str(n))))
        for n in range(100)
    ]
    started = time.process_time()
    record, refused = read(pdf(pages))
    assert refused == []
    assert record is not None
    assert sum(len(s.text) for s in record.sections) > 150_000
    assert time.process_time() - started < 60
