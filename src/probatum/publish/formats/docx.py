"""`docx`: the article as a Word document with real headings, lists, tables and links, for editing on.

Written with python-docx (extra `documents`). Drawings are left to the other formats: their words and tables stand here.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

from probatum.errors import ProbatumError
from probatum.model import Answer
from probatum.publish import document as blocks
from probatum.publish.document import Document, Item, Runs, document
from probatum.publish.formats import Format, Resolve
from probatum.publish.formats.pdf import dated

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_COLOURS: Final = {"soft": "52626B", "marked": "A11C25", "link": "0B5D6B"}
_STYLES: Final = {"typed": "Quote", "byline": "Caption", "notice": "Intense Quote", "warning": "Intense Quote"}


def render(answer: Answer, *, records: Resolve) -> bytes:
    """The whole article. Raises ProbatumError P807 without the extra."""
    told = document(answer, records)
    try:
        import docx
    except ImportError as error:
        raise ProbatumError("P807", format="docx") from error
    made = docx.Document()
    _frame(made, told)
    writer = _Writer(made)
    for block in told.blocks:
        writer.write(block)
    file = io.BytesIO()
    made.save(file)
    return _same_bytes(file.getvalue())


def _frame(made: Word, told: Document) -> None:
    """Properties, and what stands on every page: status and caution above, versions and page number below."""
    properties = made.core_properties
    properties.title, properties.author, properties.language = told.title[:255], "Probatum", "en-GB"
    properties.created = properties.modified = dated(told)
    section = made.sections[0]
    section.header.paragraphs[0].text = told.status
    foot = section.footer.paragraphs[0]
    foot.text = f"{told.made} · page "
    foot.runs[0]._r.getparent().append(_element("fldSimple", instr="PAGE"))


def _element(name: str, /, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


class _Writer:
    """Writes blocks into a Word document, one after the other."""

    def __init__(self, made: Word) -> None:
        self._made = made
        self._marks = 0

    def write(self, block: blocks.Block) -> None:
        """One block; a picture is told by the words and tables around it."""
        match block:
            case blocks.Heading():
                self._made.add_heading(block.text, 0 if block.level == 1 else block.level - 1)
            case blocks.Text():
                self._runs(self._made.add_paragraph(style=_STYLES.get(block.role)), block.runs)
            case blocks.Items():
                self._items(block)
            case blocks.Table():
                self._table(block)

    def _items(self, block: blocks.Items) -> None:
        for item in block.items:
            style = None if item.label else "List Bullet 2" if item.inner else "List Bullet"
            paragraph = self._made.add_paragraph(style=style)
            if item.label:
                self._label(paragraph, item)
            self._runs(paragraph, item.runs)
            if item.anchor:
                self._bookmark(paragraph, item.anchor)

    def _label(self, paragraph: Paragraph, item: Item) -> None:
        """A number as it stands on the page, hanging: Word's own numbering would count anew after an edit."""
        from docx.shared import Cm

        left = 1.8 if item.inner else 0.9
        paragraph.paragraph_format.left_indent = Cm(left)
        paragraph.paragraph_format.first_line_indent = Cm(-0.9)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(left))
        paragraph.add_run(f"{item.label}\t").bold = True

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        self._marks += 1
        paragraph._p.insert(1, _element("bookmarkStart", id=str(self._marks), name=name.replace("-", "_")))
        paragraph._p.append(_element("bookmarkEnd", id=str(self._marks)))

    def _runs(self, paragraph: Paragraph, runs: Runs) -> None:
        from docx.shared import RGBColor

        for one in runs:
            if one.to:
                self._link(paragraph, one)
                continue
            run = paragraph.add_run(one.text)
            run.bold = one.style in ("strong", "marked") or None
            if one.style in _COLOURS:
                run.font.color.rgb = RGBColor.from_string(_COLOURS[one.style])

    def _link(self, paragraph: Paragraph, one: blocks.Run) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        run = paragraph.add_run(one.text)
        run.font.color.rgb = RGBColor.from_string(_COLOURS["link"])
        if one.to.startswith("#"):
            link = _element("hyperlink", anchor=one.to[1:].replace("-", "_"))
        else:
            link = _element("hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(one.to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.append(link)
        link.append(run._r)

    def _table(self, block: blocks.Table) -> None:
        from docx.shared import Pt

        table = self._made.add_table(rows=1, cols=len(block.head), style="Light Grid Accent 1")
        # A header that is marked as one is repeated on every page and read out with each cell.
        table.rows[0]._tr.get_or_add_trPr().append(_element("tblHeader", val="true"))
        for cell, words in zip(table.rows[0].cells, block.head, strict=True):
            cell.text = words
        for row in block.rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        for paragraph in (p for row in table.rows for cell in row.cells for p in cell.paragraphs):
            for run in paragraph.runs:
                run.font.size = Pt(8.5)


def _same_bytes(data: bytes) -> bytes:
    """The archive with its members' times taken out, so that the same answer gives the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


FORMAT = Format("docx", "A Word document with real headings, tables and links. Extra `documents`.", ".docx", render)
