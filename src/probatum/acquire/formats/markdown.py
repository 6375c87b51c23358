"""Markdown, and plain text with YAML front matter: headings become sections, lists and tables stay in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from probatum.acquire.formats import _about
from probatum.acquire.formats._base import RECORD_BYTES, Item, refuse
from probatum.acquire.formats._document import Block, Described, Sort, digest, record, table
from probatum.acquire.formats._whole import TooLongError, whole
from probatum.acquire.formats._xml import bom, plain_head
from probatum.text.expressions import expression

_FRONT: Final = expression(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_HEAD: Final = re.compile(rb"\s*---[ \t]*\r?\n(?:#.*\r?\n|\s*\r?\n)*[A-Za-z_]+[ \t]*:")
_HEADING_HEAD: Final = re.compile(rb"\s*(?:#[ \t]+\S|[^\r\n]{3,200}\r?\n=====*[ \t]*\r?\n)")
_HEADING: Final = expression(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\Z")
_UNDER: Final = expression(r"(?:=+|-+)[ \t]*\Z")
_ITEM: Final = expression(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_RULE: Final = expression(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+\Z")
_FENCE: Final = expression(r"[ \t]*(```+|~~~+)")
_LINK: Final = expression(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,1000}(?:\s+\"[^\"]{0,300}\")?\)")
_EMPHASIS: Final = (
    expression(r"(?<![\\*])\*\*(?=\S)([^*]{1,2000}?)(?<=\S)\*\*"),
    expression(r"(?<![\\\w])__(?=\S)([^_]{1,2000}?)(?<=\S)__(?!\w)"),
    expression(r"(?<![\\\w*])\*(?=[^\s*])([^*]{1,2000}?)(?<=\S)\*(?![\w*])"),
    expression(r"(?<![\\\w])_(?=[^\s_])([^_]{1,2000}?)(?<=\S)_(?!\w)"),
    expression(r"(?<![\\`])`([^`]{1,2000})`(?!`)"),
)
_ESCAPED: Final = expression(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_COMMENT: Final = expression(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class Markdown:
    """Markdown with or without front matter, and plain text with it.

    Marks of emphasis go and of a link its words stay, as a reader sees the page; code stays as it is written.
    """

    name = "markdown"
    purpose = "Markdown (with or without YAML front matter), plain text with front matter"

    def recognises(self, head: bytes) -> bool:
        """By front matter, or by a first line that is a heading."""
        text = plain_head(head)
        return b"\0" not in text and (_FRONT_HEAD.match(text) or _HEADING_HEAD.match(text)) is not None

    def read(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """One record."""
        try:
            data = whole(stream, RECORD_BYTES)
            text = decoded(data)
        except TooLongError as error:
            yield refuse(origin, "whole file", "P210", limit=f"{error} bytes")
            return
        except UnicodeDecodeError as error:
            yield refuse(origin, f"byte {error.start}", "P211", reason=error.reason)
            return
        front = _FRONT.match(text)
        body = text[front.end() :] if front else text
        made = record(list(blocks(body)), Described(), digest(body.encode()), self.name, origin)
        if front is None:
            yield made or refuse(origin, "whole file", "P273")
            return
        about, refused = _about.read(front[1], origin)
        yield from refused
        if made is None:
            yield refuse(origin, "whole file", "P273")
        elif about is None:
            yield refuse(origin, "whole file", "P275")
        else:
            yield about.over(made)


def decoded(data: bytes) -> str:
    """The text, by its byte-order mark, else UTF-8, with line ends as newlines. Raises UnicodeDecodeError."""
    encoding, length = bom(data[:4])
    text = data[length:].decode(encoding or "utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def plain(text: str) -> str:
    """The words of a line of Markdown as a reader sees them (CommonMark 6: emphasis, links, code, escapes)."""
    text = _LINK.sub(lambda found: found[1], text)
    for mark in _EMPHASIS:
        text = mark.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a Markdown text in order. Comments are left out: a reader of the page does not see them."""
    lines = [line.rstrip() for line in _COMMENT.sub("", text).expandtabs(4).split("\n")]
    at = 0
    while at < len(lines):
        at, block = _next(lines, at)
        if block is not None and block.text:
            yield block


def _next(lines: list[str], at: int) -> tuple[int, Block | None]:
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if not line.strip():
        return at + 1, None
    if fence := _FENCE.match(line):
        end = next((n for n in range(at + 1, len(lines)) if lines[n].strip().startswith(fence[1])), len(lines))
        return end + 1, Block(Sort.PARAGRAPH, "\n".join(lines[at + 1 : end]).strip("\n"))
    if heading := _HEADING.match(line):
        return at + 1, Block(Sort.HEADING, plain(heading[2].strip()), len(heading[1]))
    if "|" in line and "|" in following and _RULE.match(following):
        end = at + 2
        while end < len(lines) and "|" in lines[end]:
            end += 1
        rows = [_row(lines[n]) for n in range(at, end) if n != at + 1]
        return end, table(rows, headers=1)
    if _UNDER.match(following) and not _ITEM.match(line):
        return at + 2, Block(Sort.HEADING, plain(line.strip()), 1 if following.startswith("=") else 2)
    if set(line.strip()) <= set("-*_ ") and len(line.strip()) > 2:
        return at + 1, None
    return _running(lines, at)


def _row(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", inner)]


def _running(lines: list[str], at: int) -> tuple[int, Block]:
    """A paragraph or list item with the lines that go on with it; a hard-wrapped line goes on after one blank."""
    item = _ITEM.match(lines[at]) is not None
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _opens(lines[end]):
        end += 1
    said = " ".join(" ".join(line.strip().lstrip(">").split()) for line in lines[at:end])
    return end, Block(Sort.ITEM if item else Sort.PARAGRAPH, plain(said.strip()))


def _opens(line: str) -> bool:
    return bool(_ITEM.match(line) or _HEADING.match(line) or _FENCE.match(line))


FORMAT = Markdown()
