"""The program that opens PDFs, run as a process of its own: PDFium is native code, and what it is fed is hostile.

It is run by path (`python -I -S _pdf_child.py FOLDER`, FOLDER holding pypdfium2) and imports nothing of Probatum, so
that it starts quickly. It reads a PDF's length (8 bytes) and bytes from standard input and writes messages (4 bytes of
length, then JSON) until `done` or `error`; then it waits for the next one. Scripts and forms (JavaScript, XFA) are
never run: the form environment is not made. Its memory is bounded here, its time by whoever runs it.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

MEMORY = 3 << 30
"""Bytes of address space the process may take."""
SEGMENTS = 20_000
"""Most stretches of text of one page."""
CHARACTERS = 400_000
"""Most characters of one page."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ERRORS = {2: "it cannot be opened", 3: "it is no PDF, or its structure is broken", 5: "its protection is unknown"}
_PASSWORD = 4
_IMAGE, _PATH, _FORM = 3, 2, 5
_MANY_PATHS = 60


class Box(NamedTuple):
    """Where a character stands, in points from the top left corner of the page as it is shown."""

    x0: float
    x1: float
    y: float
    height: float


class Face(NamedTuple):
    """Size of the letters in points, and whether they are bold."""

    size: float
    bold: bool


class _Segment:
    """Characters that stand on one line without a wide gap."""

    def __init__(self, box: Box, turned: bool) -> None:
        self.x0, self.x1, self.y, self.height = box
        self.turned = turned
        self.parts: list[str] = []
        self.faces: dict[Face, int] = {}

    def add(self, char: str, box: Box, face: Face) -> None:
        self.parts.append(char)
        self.x1 = max(self.x1, box.x1)
        self.faces[face] = self.faces.get(face, 0) + 1

    def told(self) -> list[Any]:
        text = "".join(self.parts).strip()
        size, bold = max(self.faces, key=lambda face: self.faces[face])
        return [text, round(self.x0, 1), round(self.x1, 1), round(self.y, 1), size, bold, self.turned]


def main() -> None:
    """Answer until standard input ends."""
    sys.path.insert(0, sys.argv[1])
    _bound()
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    source, out = sys.stdin.buffer, sys.stdout.buffer
    while head := source.read(8):
        data = source.read(int.from_bytes(head, "big"))
        for message in _answer(pdfium, data):
            body = json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")
            out.write(len(body).to_bytes(4, "big") + body)
        out.flush()


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has none
        return
    for name, most in (("RLIMIT_AS", MEMORY), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0)):
        try:
            resource.setrlimit(getattr(resource, name), (most, most))
        except (AttributeError, ValueError, OSError):
            continue  # a system without this bound


def _answer(pdfium: Any, data: bytes) -> Iterator[dict[str, Any]]:
    held = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(held, len(data), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        yield (
            {"error": "password"}
            if error == _PASSWORD
            else {"error": "damaged", "reason": _ERRORS.get(error, "unknown")}
        )
        return
    try:
        count = pdfium.FPDF_GetPageCount(document)
        yield {"pages": count, "title": _meta(pdfium, document, b"Title"), "language": _language(pdfium, document)}
        for number in range(count):
            yield {"label": _label(pdfium, document, number), **_page(pdfium, document, number)}
        yield {"done": True}
    finally:
        pdfium.FPDF_CloseDocument(document)


def _utf16(call: Any, *given: Any) -> str:
    """What a PDFium function that fills a UTF-16 buffer says."""
    size = call(*given, None, 0)
    if not 2 < size < 20_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(*given, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip()


def _meta(pdfium: Any, document: Any, key: bytes) -> str:
    return _utf16(pdfium.FPDF_GetMetaText, document, key)


def _language(pdfium: Any, document: Any) -> str:
    return _utf16(pdfium.FPDFCatalog_GetLanguage, document) if hasattr(pdfium, "FPDFCatalog_GetLanguage") else ""


def _label(pdfium: Any, document: Any, number: int) -> str:
    return _utf16(pdfium.FPDF_GetPageLabel, document, number)[:40] or str(number + 1)


def _page(pdfium: Any, document: Any, number: int) -> dict[str, Any]:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {"state": "damaged"}
    try:
        return _read(pdfium, page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _read(pdfium: Any, page: Any) -> dict[str, Any]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return {"state": "damaged"}
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > CHARACTERS:
            return {"state": "large"}
        reader = _Reader(pdfium, page, text)
        segments = reader.segments(count)
    finally:
        pdfium.FPDFText_ClosePage(text)
    if len(segments) > SEGMENTS:
        return {"state": "large"}
    letters = sum(len(segment[0]) for segment in segments)
    if letters < 8 and _pictured(pdfium, page):
        return {"state": "picture"}
    if letters and reader.unmapped > 0.3 * letters:
        return {"state": "damaged"}
    return {"state": "read", "width": reader.width, "height": reader.height, "segments": segments}


def _pictured(pdfium: Any, page: Any) -> bool:
    """Whether a page shows something though it has no text: an image, or letters drawn as outlines."""
    paths = 0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 2_000)):
        sort = pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index))
        paths += sort == _PATH
        if sort in (_IMAGE, _FORM) or paths >= _MANY_PATHS:
            return True
    return False


class _Reader:
    """The characters of one page as segments."""

    def __init__(self, pdfium: Any, page: Any, text: Any) -> None:
        self.pdfium, self.text = pdfium, text
        self.rotation = pdfium.FPDFPage_GetRotation(page)
        self.width, self.height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        self.unmapped = 0
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()

    def segments(self, count: int) -> list[list[Any]]:
        made: list[_Segment] = []
        current: _Segment | None = None
        tall, face = -1.0, Face(0.0, False)
        unicode_of = self.pdfium.FPDFText_GetUnicode
        for index in range(count):
            code = unicode_of(self.text, index)
            if code in (10, 13):
                current = None
                continue
            if (code <= 32 and code != 2) or code in (0xA0, 0x2003, 0x2002, 0x2009):
                if current is not None and code not in (0, 1):
                    current.parts.append(" ")
                if code not in (0, 1):
                    continue
            char = self._char(code)
            box = self._box(index)
            if box is None:
                continue
            if current is None or (not current.turned and self._apart(current, box)):
                current = _Segment(box, self._turned(index))
                made.append(current)
                tall = -1.0
            elif box.x0 - current.x1 > 0.25 * box.height and current.parts[-1] != " ":
                current.parts.append(" ")
            raised = current.y - box.y > 0.12 * current.height and box.height < 0.88 * current.height
            if box.height != tall:
                tall = box.height
                face = self._face(index, tall)
            current.add(char.translate(_RAISED) if raised and not current.turned else char, box, face)
            if len(made) > SEGMENTS:
                break
        return [told for segment in made if (told := segment.told())[0]]

    def _char(self, code: int) -> str:
        if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            self.unmapped += 1
            return "\ufffd"
        if 0xE000 <= code <= 0xF8FF:
            self.unmapped += code < 0xF000 or code > 0xF0FF  # symbol fonts: bullets and the like
        return "-" if code == 2 else chr(code)  # 2 stands for a hyphen at a line's end, hard or soft

    def _box(self, index: int) -> Box | None:
        if not self.pdfium.FPDFText_GetLooseCharBox(self.text, index, self.box):
            return None
        if not self.pdfium.FPDFText_GetCharOrigin(self.text, index, self.x, self.y):
            return None
        left, right, bottom, top = self.box.left, self.box.right, self.box.bottom, self.box.top
        x, y = self.x.value, self.y.value
        values = (left, right, bottom, top, x, y)
        if not all(math.isfinite(value) and abs(value) < 1e6 for value in values):
            return None
        if self.rotation == 1:
            return Box(bottom, top, x, right - left)
        if self.rotation == 2:
            return Box(self.width - right, self.width - left, y, top - bottom)
        if self.rotation == 3:
            return Box(self.width - top, self.width - bottom, self.height - x, right - left)
        return Box(left, right, self.height - y, top - bottom)

    @staticmethod
    def _apart(segment: _Segment, box: Box) -> bool:
        height = max(segment.height, box.height, 0.1)
        return (
            abs(box.y - segment.y) > 0.5 * height
            or box.x0 - segment.x1 > 1.0 * height
            or box.x0 < segment.x1 - 1.5 * height
        )

    def _turned(self, index: int) -> bool:
        angle = self.pdfium.FPDFText_GetCharAngle(self.text, index)
        upright = self.rotation * math.pi / 2
        return angle >= 0 and abs(math.remainder(angle - upright, 2 * math.pi)) > 0.2

    def _face(self, index: int, tall: float) -> Face:
        """Font size as the page shows it: what the font says, times its matrix."""
        size = self.pdfium.FPDFText_GetFontSize(self.text, index)
        if self.pdfium.FPDFText_GetMatrix(self.text, index, self.matrix):
            size *= math.hypot(self.matrix.c, self.matrix.d)
        good = math.isfinite(size) and size > 0.5 and size < 2_000
        return Face(round(size if good else tall, 1), self._bold(index))

    def _bold(self, index: int) -> bool:
        if self.pdfium.FPDFText_GetFontWeight(self.text, index) >= 600:
            return True
        buffer = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        size = self.pdfium.FPDFText_GetFontInfo(self.text, index, buffer, 128, flags)
        name = buffer.raw[: max(0, min(size, 128) - 1)].lower() if size else b""
        return any(word in name for word in (b"bold", b"black", b"heavy", b"semibold", b"demi"))


if __name__ == "__main__":
    main()
