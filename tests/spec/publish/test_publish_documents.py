"""Articles as PDF and Word documents: the same words as the page, and what each page must carry."""

from __future__ import annotations

import io
import re
import sys
from itertools import chain

import msgspec
import pytest
from sample_answer import LABEL, TRIAL, cite, find, sample, say

from probatum.model import Answer, Reader, ReviewState, ReviewStatus, Section
from probatum.publish import page
from probatum.publish.formats import get

docx = pytest.importorskip("docx", reason="the extra `documents` is not installed")
pytest.importorskip("typst", reason="the extra `documents` is not installed")

PAGED = ("pdf", "docx")


def made(name: str, answer: Answer) -> bytes:
    data = get(name).render(answer, records=find)
    assert isinstance(data, bytes)
    return data


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    import pypdfium2

    return [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(data)]


def words(name: str, answer: Answer) -> str:
    """All words, without blanks: where a line breaks, and whether it breaks at a hyphen, is no matter of content."""
    data = made(name, answer)
    if name == "pdf":
        return squeezed("".join(pages(data)))
    held = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in held.tables for row in table.rows for cell in row.cells)
    lines = (line.text for line in held.paragraphs)
    return squeezed("".join(chain(lines, cells)))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u00a0\ufffe\ufeff\x02-]+", "", text)


def change(answer: Answer, **fields: object) -> Answer:
    return msgspec.structs.replace(answer, **fields)


@pytest.mark.parametrize("name", PAGED)
class TestEveryPagedFormat:
    def test_the_same_answer_gives_the_same_bytes(self, name: str) -> None:
        assert made(name, sample()) == made(name, sample())

    @pytest.mark.parametrize("reader", list(Reader))
    def test_every_statement_of_the_page_is_there_with_its_references(self, name: str, reader: Reader) -> None:
        answer = sample(reader)
        told = words(name, answer)
        for line in (line for part in page.parts(answer) for line in part.lines):
            cited = "".join(f"[{citation.label}]" for citation in line.citations)
            assert squeezed(line.words + cited) in told, line.statement.id
        for reference in answer.references:
            assert squeezed(reference.citation) in told

    @pytest.mark.parametrize("reader", list(Reader))
    def test_titles_signposts_and_explained_words_are_those_of_the_page(self, name: str, reader: Reader) -> None:
        answer = sample(reader)
        told = words(name, answer)
        for part in page.parts(answer):
            assert squeezed(part.title) in told
            assert all(squeezed(note) in told for note in part.notes)
            assert all(squeezed(entry.meaning) in told for entry in part.entries)

    def test_readings_certainty_search_and_disclaimer_are_told(self, name: str) -> None:
        told = words(name, sample())
        for said in (
            "charley horses → muscle cramps",
            "number of cramps: low ⊕⊕○○",
            "imprecision −1: 120 people",
            "example library (214 records)",
            "2 (other drug); 1 (animal study)",
            sample().disclaimer,
            "Faux 2015, has been retracted",
        ):
            assert squeezed(said) in told, said

    def test_a_verdict_that_is_not_bare_is_said(self, name: str) -> None:
        assert "(partlysupported)" in words(name, sample()) and "(sourceretracted)" in words(name, sample())

    def test_nothing_of_a_source_is_taken_as_markup(self, name: str) -> None:
        hostile = '#import "x" $a$ *b* _c_ = d <script>alert(1)</script> \\u{41} @ref & // no comment'
        statement = say("safety.1", hostile, cite(TRIAL, "120 adults"))
        told = words(name, change(sample(), sections=(Section("safety", "*Safety* #1", (statement,)),)))
        assert squeezed(hostile) in told and "*Safety*#1" in told

    def test_control_characters_are_shown_and_not_obeyed(self, name: str) -> None:
        statement = say("safety.1", "Red \x1b[31m and \u202etfel \ufffe.", cite(TRIAL, "120 adults"))
        told = words(name, change(sample(), sections=(Section("safety", "Safety", (statement,)),)))
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", told)

    @pytest.mark.parametrize("signs", ["β-blocker, χ² = 3.1, ≤ 5 µg, ± 2, Δ, ½", "Łódź, Ångström, Čech, İzmir"])
    def test_greek_letters_and_signs_of_science_are_kept(self, name: str, signs: str) -> None:
        statement = say("safety.1", signs, cite(LABEL, "Do not use"))
        assert squeezed(signs) in words(name, change(sample(), sections=(Section("safety", "Safety", (statement,)),)))

    def test_a_script_that_the_fonts_lack_does_not_stop_it(self, name: str) -> None:
        statement = say("safety.1", "Named 高血圧 in Japan.", cite(LABEL, "Do not use"))
        assert "inJapan." in words(name, change(sample(), sections=(Section("safety", "Safety", (statement,)),)))

    def test_an_answer_with_nothing_in_it(self, name: str) -> None:
        assert made(name, change(sample(), sections=(), references=(), certainty=(), evidence=()))


@pytest.mark.parametrize("name", PAGED)
def test_a_terminal_is_not_filled_with_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from probatum.cli import ask
    from probatum.errors import ProbatumError

    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(ProbatumError, match=r"P808.*--output"):
        ask.printed(sample(), get(name), _Shelf(), None)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "module"), [("pdf", "typst"), ("docx", "docx")])
def test_without_the_extra_it_says_how_to_get_it(name: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from probatum.errors import ProbatumError

    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ProbatumError, match=r"P807.*probatum\[documents\]"):
        made(name, sample())


class _Shelf:
    """A library of nothing but the sample's records."""

    get = staticmethod(find)


class TestPdf:
    def test_status_and_caution_stand_on_every_page(self) -> None:
        told = pages(made("pdf", sample()))
        assert len(told) > 2
        for one in told:
            assert squeezed(f"{sample().status.text} {sample().status.caution}") in squeezed(one)

    def test_what_a_board_approved_says_so_on_every_page(self) -> None:
        approved = ReviewStatus(ReviewState.APPROVED, "Approved by the medical board on 2030-01-01.", "", "2030-01-01")
        for one in pages(made("pdf", change(sample(), status=approved))):
            assert "Approved by the medical board" in one and "caution" not in one

    def test_it_is_tagged_and_says_so(self) -> None:
        data = made("pdf", sample())
        assert data.startswith(b"%PDF") and b"/StructTreeRoot" in data and b"/Lang" in data
        assert b"pdfuaid" in data, "it claims the standard for accessible documents, which the maker of it checked"

    def test_citations_lead_to_their_reference_and_references_to_the_web(self) -> None:
        import ctypes

        import pypdfium2
        import pypdfium2.raw as raw

        inside, outside = 0, set()
        document = pypdfium2.PdfDocument(made("pdf", sample()))
        for one in document:
            for at in range(raw.FPDFPage_GetAnnotCount(one.raw)):
                annotation = raw.FPDFPage_GetAnnot(one.raw, at)
                link = raw.FPDFAnnot_GetLink(annotation)
                action = raw.FPDFLink_GetAction(link)
                size = raw.FPDFAction_GetURIPath(document.raw, action, None, 0) if action else 0
                if size > 1:
                    held = (ctypes.c_char * size)()
                    raw.FPDFAction_GetURIPath(document.raw, action, held, size)
                    outside.add(held.value.decode())
                else:
                    inside += 1
        statements = [line for part in page.parts(sample()) for line in part.lines]
        assert inside >= sum(len(line.citations) for line in statements)
        assert any("pubmed" in address for address in outside)
        assert all(address.startswith(("http://", "https://")) for address in outside)


class TestWord:
    def held(self) -> object:
        return docx.Document(io.BytesIO(made("docx", sample())))

    def test_status_and_caution_stand_in_the_header_of_every_page(self) -> None:
        header = self.held().sections[0].header.paragraphs[0].text  # type: ignore[attr-defined]
        assert header == f"{sample().status.text} {sample().status.caution}"

    def test_headings_lists_and_tables_are_real(self) -> None:
        held = self.held()
        styles = {paragraph.style.name for paragraph in held.paragraphs}  # type: ignore[attr-defined]
        assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= styles
        assert [c.text for c in held.tables[0].rows[0].cells] == [  # type: ignore[attr-defined]
            "Study",
            "Outcome",
            "Arms",
            "Result",
            "Test",
        ]
        assert "tblHeader" in held.tables[0].rows[0]._tr.xml  # type: ignore[attr-defined]

    def test_every_link_inside_leads_to_a_reference(self) -> None:
        body = self.held().element.xml  # type: ignore[attr-defined]
        targets = set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', body))
        links = set(re.findall(r'w:hyperlink [^>]*w:anchor="([^"]+)"', body))
        assert links and links <= targets and len(targets) == len(sample().references)
