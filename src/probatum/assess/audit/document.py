"""A text under audit as its reader sees it: headings, sentences and list items in order, and its reference list.

Plain text and Markdown (CommonMark's headings, lists, emphasis, links). Markup is taken off and nothing else changed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.text.expressions import expression

LONGEST: Final = 2_000_000
"""Characters read; a longer text is cut there, and the report says so."""
LONGEST_PIECE: Final = 20_000
"""A paragraph without a break that is longer is cut into pieces of this length."""

LONGEST_ENTRY: Final = 2_000
"""Characters of a line that are looked at for an entry of a reference list."""

_COMMENT: Final = expression(r"<!--.{0,100000}?(?:-->|\Z)", re.DOTALL)
_FRONT: Final = expression(r"\A\s*---[ \t]*\n.{0,20000}?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_RAISED: Final = expression(r"<sup>\s*([0-9][0-9,;\s\u2013-]{0,40})\s*</sup>", re.IGNORECASE)
_TAG: Final = expression(r"</?[a-zA-Z][a-zA-Z0-9:-]{0,30}(?:\s[^<>=]{0,100}=[^<>]{0,500})?\s*/?>")
"""A name and what is set with `=`, as HTML has it: in `size (<or=3 cm vs >3 cm)` nothing is a tag."""
_LINK: Final = expression(
    r"!?\[([^\[\]]{0,500})\]\((<[^<>\n]{0,1000}>|[^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)"
    r"(?:\s+\"[^\"\n]{0,300}\")?\)"
)
_EMPHASIS: Final = (
    expression(r"(?<!\\)\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*"),
    expression(r"(?<![\\\w])__(?=\S)([^_\n]{1,2000}?)(?<=\S)__(?!\w)"),
    expression(r"(?<![\\*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*(?!\*)"),
    expression(r"(?<![\\\w])_(?=[^\s_])([^_\n]{1,2000}?)(?<=\S)_(?!\w)"),
    expression(r"(?<!\\)`([^`\n]{1,2000})`"),
)
_ESCAPED: Final = expression(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_HEADING: Final = expression(r"[ \t]{0,3}(#{1,6})[ \t]+(.{1,1000}?)(?:[ \t]+#+)?[ \t]*\Z")
_UNDER: Final = expression(r"(?:={3,}|-{3,})[ \t]*\Z")
_ITEM: Final = expression(r"[ \t]*(?:[-*+\u2022\u25cf\u25aa\u25e6\u2023]|(?P<number>\d{1,3})[.)])[ \t]+(?=\S)")
_RULE: Final = expression(r"[ \t:|-]{3,1000}+\Z")
_QUOTE: Final = expression(r"[ \t]*>[ \t]?")
_REFERENCES: Final = expression(
    r"\W*(?:[0-9IVX]{1,4}[.)]?\s+)?(?:list of )?(?:references?|bibliography|literature(?: cited)?|works cited|sources?"
    r"|citations?|footnotes|endnotes)(?: list| cited)?\W*\Z",
    re.IGNORECASE,
)
_ENTRY: Final = expression(
    r"\s*(?:(?:Ref(?:erence)?\.?|Source|Paper|Study)\s+(?P<named>\d{1,3})[.):]"
    r"|\[(?:Ref\.?\s*)?\^?(?P<square>\d{1,3})\]:?|\(?(?P<plain>\d{1,3})[.):])\s*(?=\S)"
)
_BARE_ENTRY: Final = expression(
    r"\s*(?P<bare>[0-9]{1,3}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3})\s+(?=[A-Z\u00c0-\u024f])"
)
_PUBLISHED: Final = expression(
    r"\b(?:19|20)\d\d\b.{0,600}(?:;\s?\d|\d\s?[(:]\s?[\de]|\bdoi\b|\b10\.\d{4}|PMC|PMID|NCT\d|https?:)", re.IGNORECASE
)
"""A year, and after it a volume, pages or an identifier: what an entry of a reference list holds."""
_NOTE: Final = expression(r"\s*\[\^(\d{1,3})\]:\s*(?=\S)")
_RAISED_DIGITS: Final = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")


class Piece(NamedTuple):
    """A paragraph, a list item or a table row. Offsets count in the document's text."""

    start: int
    end: int
    section: str
    item: bool
    row: bool = False
    lead: str = ""
    """Of a list item the words that introduce its list."""
    head: tuple[str, ...] = ()
    """Of a table row what stands over its cells."""


class Entry(NamedTuple):
    """One entry of a reference list."""

    number: int
    text: str


class Document(NamedTuple):
    """A text under audit. `text` is what its pieces point into."""

    title: str
    text: str
    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]
    cut: bool = False
    """True when the text was longer than LONGEST."""


def read(raw: str) -> Document:
    """The document of plain text or Markdown. Linear in its length; raises nothing for odd text."""
    cut = len(raw) > LONGEST
    text = raw[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    text = _COMMENT.sub("", _FRONT.sub("", text, count=1))
    lines = text.split("\n")
    making = _Making(_lists(lines))
    making.title = _first(lines)
    for line, following in _pairs(lines):
        making.line(line.rstrip(), following.strip())
    return making.document(cut)


_BARE_TITLE: Final = expression(r"[^\s\[\]|#*=>`~<\-+][^\[\]|\t\n]{2,118}[^\s.:;!,\]\[|]")
_CITES: Final = expression(
    r"[0-9]{5}|10\.[0-9]{4}|NCT|https?:|[\u00b9\u00b2\u00b3\u2070-\u2079]|\([^()]*[12][0-9]{3}[^()]*\)"
)


def _first(lines: list[str]) -> str:
    """The title of a plain text: its first line where it stands alone, is no sentence and cites nothing; the line is
    then taken out. Empty where there is none."""
    at = next((n for n, line in enumerate(lines) if line.strip()), None)
    if at is None or at + 2 >= len(lines) or lines[at + 1].strip() or not any(x.strip() for x in lines[at + 2 :]):
        return ""
    bare = lines[at].strip()
    if not _BARE_TITLE.fullmatch(bare) or _CITES.search(bare) or _REFERENCES.match(bare) or _ITEM.match(bare):
        return ""
    lines[at] = ""
    return visible(bare)


def _lists(lines: list[str]) -> frozenset[str]:
    """The headings beneath which every line is a numbered entry of a publication, whatever they are called."""
    found: set[str] = set()
    words, entries = "", 0
    for line in (*lines, "# "):
        heading = _HEADING.match(line.rstrip()) if line.strip() else None
        if heading or line == "# ":
            if words and entries:
                found.add(words)
            words, entries = visible(heading[2].strip()) if heading else "", 0
        elif line.strip() and words:
            text = visible(line.strip()[:LONGEST_ENTRY])
            listed = (_ENTRY.match(text) or _BARE_ENTRY.match(text)) and _PUBLISHED.search(text)
            words, entries = (words, entries + 1) if listed else ("", 0)
    return frozenset(found)


def visible(line: str) -> str:
    """The words of a line as a reader sees them; the address of a link stays behind its words, between angle
    brackets, since it may cite."""
    if "<" in line:
        line = _TAG.sub("", _RAISED.sub(lambda m: f"[{m[1].strip()}]", line))
    line = _LINK.sub(lambda m: f"{m[1]} <{m[2].strip('<>')}>" if m[2] else m[1], line)
    for mark in _EMPHASIS:
        line = mark.sub(r"\1", line)
    return html.unescape(_ESCAPED.sub(r"\1", line))


def cells(row: str) -> list[str]:
    """The cells of a row as it is printed, without the bars at its ends."""
    return row.strip().removeprefix("|").removesuffix("|").split("|")


def _pairs(lines: list[str]) -> Iterator[tuple[str, str]]:
    for at, line in enumerate(lines):
        for start in range(0, max(len(line), 1), LONGEST_PIECE):
            yield line[start : start + LONGEST_PIECE], lines[at + 1][:200] if at + 1 < len(lines) else ""


class _Making:
    def __init__(self, lists: frozenset[str]) -> None:
        self.lists = lists
        self.title = ""
        self.parts: list[str] = []
        self.at = 0
        self.pieces: list[Piece] = []
        self.entries: list[Entry] = []
        self.held: list[str] = []
        self.item = self.row = self.fenced = self.listing = False
        self.section = self.lead = ""
        self.head: tuple[str, ...] = ()
        self.level = 0

    def line(self, line: str, following: str) -> None:
        """Take in one line."""
        bare = line.strip()
        if "|" not in bare:
            self.head = ()
        if bare.startswith(("```", "~~~")):
            self.close()
            self.fenced = not self.fenced
        elif self.fenced:
            self.words(line)
        elif not bare:
            self.close()
        elif note := _NOTE.match(line):
            self.close()
            self.entries.append(Entry(int(note[1]), visible(line[note.end() :].strip())))
        elif heading := _HEADING.match(line):
            self.heading(visible(heading[2].strip()), len(heading[1]))
        elif (
            _UNDER.match(following) and not self.held and len(bare) < 200 and not _ITEM.match(line) and "|" not in line
        ):
            self.heading(visible(bare), 1 if following[0] == "=" else 2)
        elif _RULE.match(line):
            self.close()
        elif _REFERENCES.match(bare) and len(bare) < 40 and not self.held:
            self.heading(bare.strip(":* "), self.level or 2)
        elif self.listing:
            self.reference(line)
        else:
            self.body(line, bare, following)

    def heading(self, words: str, level: int) -> None:
        """A heading: the first is the title; one of references begins the list, any other ends it."""
        self.close()
        if not self.title and not self.pieces and level == 1:
            self.title = words
            return
        self.listing = _REFERENCES.match(words) is not None or words in self.lists
        self.section, self.lead, self.level = words, "", level

    def body(self, line: str, bare: str, following: str) -> None:
        """A line of running text, or a row of a table: what stands over a rule is its head and says nothing."""
        if line.lstrip().startswith("|") or (bare.count("|") > 1):
            self.close()
            if not self.head and "|" in following and _RULE.match(following):
                self.head = tuple(visible(cell.strip()) for cell in cells(bare))
            else:
                self.held, self.row = [visible(bare.strip("|").strip())], True
                self.close()
            return
        quoted = _QUOTE.match(line)
        line = line[quoted.end() :] if quoted else line
        item = _ITEM.match(line)
        if item:
            self.close()
            self.item = True
            line = line[item.end() :]
        self.words(line)

    def words(self, line: str) -> None:
        """Words of the paragraph or item that is open."""
        self.held.append(visible(line.strip()))
        if sum(map(len, self.held)) >= LONGEST_PIECE:
            self.close()

    def reference(self, line: str) -> None:
        """A line of the reference list: a new entry, or more of the last."""
        text = visible(line.strip())
        found = _ENTRY.match(text) or _BARE_ENTRY.match(text)
        item = None if found else _ITEM.match(line)
        if found:
            groups = {k: v for k, v in found.groupdict().items() if v}
            number = int(next(iter(groups.values())).translate(_RAISED_DIGITS))
            self.entries.append(Entry(number, text[found.end() :].strip()))
        elif item or not self.held or not self.entries:
            number = max((e.number for e in self.entries), default=0) + 1
            self.entries.append(Entry(number, visible(line[item.end() :]) if item else text))
        else:
            last = self.entries[-1]
            self.entries[-1] = Entry(last.number, f"{last.text} {text}")
        self.held = ["\0"]

    def close(self) -> None:
        """End the paragraph, item or row that is open."""
        held = " ".join(part for part in self.held if part and part != "\0")
        if held:
            start = self.at
            self.parts.append(held)
            self.at += len(held) + 2
            lead = self.lead if self.item else ""
            head = self.head if self.row else ()
            self.pieces.append(Piece(start, start + len(held), self.section, self.item, self.row, lead, head))
            if not self.item:
                self.lead = held if held.rstrip().endswith(":") else ""
        self.held = []
        self.item = self.row = False

    def document(self, cut: bool) -> Document:
        """What was read."""
        self.close()
        return Document(self.title, "\n\n".join(self.parts), tuple(self.pieces), tuple(self.entries), cut)
