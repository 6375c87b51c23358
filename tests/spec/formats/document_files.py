"""Makes small PDF and Word files for the tests: only what they need, written by hand."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class Words(NamedTuple):
    """A line of a PDF page: left edge and baseline from the top, in points."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False


class Shown(NamedTuple):
    """A page of a PDF: its lines, and whether a picture fills it."""

    lines: tuple[Words, ...] = ()
    picture: bool = False
    rotate: int = 0


def column(
    x: float, y: float, text: str, *, width: int = 40, size: float = 10, leading: float = 1.2
) -> tuple[Words, ...]:
    """A paragraph set in lines of at most `width` characters; `|` forces a line's end."""
    made: list[str] = [""]
    for part in text.split("|"):
        for word in part.split():
            if made[-1] and len(made[-1]) + 1 + len(word) > width:
                made.append("")
            made[-1] += f" {word}" if made[-1] else word
        made.append("")
    return tuple(Words(x, y + n * size * leading, line, size) for n, line in enumerate(made) if line)


def pdf(
    pages: list[Shown], *, title: str = "", labels: str = "", encrypt: bool = False, extra: str = "", catalog: str = ""
) -> bytes:
    """A PDF of these pages in Helvetica. `labels` is the body of a /PageLabels number tree, `<</S/r>>` from page 0."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    for name in (b"Helvetica", b"Helvetica-Bold"):
        add(b"<</Type/Font/Subtype/Type1/BaseFont/" + name + b"/Encoding/WinAnsiEncoding>>")
    image = add(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"stream\n\x80\nendstream"
    )
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for page in pages:
        content = _content(page)
        stream = add(b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream")
        kids.append(
            add(
                b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R/Resources<</Font<</F1 1 0 R"
                b"/F2 2 0 R>>/XObject<</I %d 0 R>>>>>>" % (tree, WIDTH, HEIGHT, page.rotate, stream, image)
            )
        )
    add(b"<</Type/Pages/Count %d/Kids[" % len(kids) + b" ".join(b"%d 0 R" % kid for kid in kids) + b"]>>")
    named = f"/PageLabels<</Nums[{labels}]>>" if labels else ""
    root = add(f"<</Type/Catalog/Pages {tree} 0 R{named}{catalog}>>".encode())
    info = add(b"<</Title(" + title.encode("latin-1") + b")>>")
    if extra:
        add(extra.encode())
    lock = b""
    if encrypt:
        entry = add(b"<</Filter/Standard/V 1/R 2/Length 40/P -44/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>")
        lock = b"/Encrypt %d 0 R/ID[<%s><%s>]" % (entry, b"33" * 16, b"33" * 16)
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    made += b"trailer<</Size %d/Root %d 0 R/Info %d 0 R" % (len(objects) + 1, root, info) + lock
    return bytes(made + b">>\nstartxref\n%d\n%%%%EOF\n" % start)


def _content(page: Shown) -> bytes:
    parts = [b"q %d 0 0 %d 0 0 cm /I Do Q" % (WIDTH, HEIGHT)] if page.picture else []
    for line in page.lines:
        text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = b"F2" if line.bold else b"F1"
        parts.append(b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (font, line.size, line.x, HEIGHT - line.y, text))
    return b"\n".join(parts)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, *, more: dict[str, str] | None = None, footnotes: str = "", title: str = "") -> bytes:
    """A Word document with this inside its body element; `more` adds members or replaces them."""
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>'
        f'</w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Kop1"/><w:pPr>'
        f'<w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>',
    }
    if footnotes:
        members["word/footnotes.xml"] = f"<w:footnotes {_W}>{footnotes}</w:footnotes>"
    if title:
        members["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
        )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**members, **(more or {})}.items():
            archive.writestr(name, text)
    return made.getvalue()


def paragraph(text: str, style: str = "", inside: str = "") -> str:
    """A Word paragraph."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>{inside}</w:p>"
