"""Does a record meet an expression? Decided on the record itself, so an index can only ever be a short cut."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from probatum.acquire.formats._terms import language_of
from probatum.acquire.syntax.dates import within
from probatum.acquire.syntax.fields import HEADINGS, TEXT, Field
from probatum.acquire.syntax.headings import Headings
from probatum.acquire.syntax.nodes import And, Expression, Leaf, Not, Or
from probatum.model import LinkKind, Record, SectionKind
from probatum.text import identifiers
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

Words = tuple[str, ...]
Test = Callable[[Record], bool]

_WORD: Final = expression(r"[^\W_]+\*?")


def words_of(text: str) -> Words:
    """The words of a text: letters and digits, without case and accents, each with the `*` that follows it."""
    return tuple(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


class Matcher:
    """An expression made ready to be asked of many records."""

    def __init__(self, expression: Expression, vocabulary: Vocabulary) -> None:
        self._headings = Headings(vocabulary)
        self._test = self._made(expression)

    def holds(self, record: Record) -> bool:
        """True when the record meets the expression."""
        return self._test(record)

    def _made(self, expression: Expression) -> Test:
        match expression:
            case And(parts):
                tests = [self._made(part) for part in parts]
                return lambda record: all(test(record) for test in tests)
            case Or(parts):
                tests = [self._made(part) for part in parts]
                return lambda record: any(test(record) for test in tests)
            case Not(wanted, barred):
                test, without = self._made(wanted), self._made(barred)
                return lambda record: test(record) and not without(record)
            case Leaf():
                return self._leaf(expression)

    def _leaf(self, leaf: Leaf) -> Test:
        if leaf.field is Field.DATE:
            return lambda record: within(record.date, record.year, leaf.low, leaf.high)
        if leaf.field in HEADINGS:
            return self._headings.test(leaf.words, exploded=leaf.field is Field.MESH)
        if leaf.field in TEXT:
            return self._text(leaf)
        return _BARE[leaf.field](leaf.words)

    def _text(self, leaf: Leaf) -> Test:
        tests = [_worded(words_of(leaf.words), leaf.phrase, leaf.near)]
        tests += [_worded(words_of(name), True, None) for name in self._headings.names(leaf)]

        def test(record: Record) -> bool:
            texts = [words_of(text) for text in _texts(record, leaf.field)]
            return any(test(texts) for test in tests)

        return test


def _texts(record: Record, field: Field) -> list[str]:
    abstract = [s.text for s in record.sections if s.kind is SectionKind.ABSTRACT]
    match field:
        case Field.TITLE:
            return [record.title]
        case Field.ABSTRACT:
            return abstract
        case Field.KEYWORD:
            return list(record.keywords)
    parts = [record.title, *abstract, *record.keywords]
    if field is Field.TITLE_ABSTRACT:
        return parts
    body = [] if abstract else [s.text for s in record.evidence_sections if s.kind is not SectionKind.TITLE]
    return [*parts, *body, *record.mesh]


def _worded(wanted: Words, phrase: bool, near: int | None) -> Callable[[Sequence[Words]], bool]:
    """A test of texts given as their words: all of the words somewhere, or in one text after one another, or near."""
    if not phrase or len(wanted) == 1:
        return lambda texts: all(any(_has(text, word) for text in texts) for word in wanted)
    if near is None:
        return lambda texts: any(_follows(text, wanted) for text in texts)
    return lambda texts: any(_is_near(text, wanted, near) for text in texts)


def _has(text: Words, word: str) -> bool:
    return any(_same(found, word) for found in text) if word.endswith("*") else word in text


def _same(found: str, word: str) -> bool:
    return found.startswith(word[:-1]) if word.endswith("*") else found == word


def _follows(text: Words, wanted: Words) -> bool:
    return any(
        all(_same(text[at + step], word) for step, word in enumerate(wanted))
        for at in range(len(text) - len(wanted) + 1)
        if _same(text[at], wanted[0])
    )


def _is_near(text: Words, wanted: Words, near: int) -> bool:
    """All the words, in any order, within a stretch that has at most `near` others."""
    width = len(wanted) + near
    starts = (at for at, found in enumerate(text) if any(_same(found, word) for word in wanted))
    return any(all(_has(text[at : at + width], word) for word in wanted) for at in starts)


def _author(words: str, pick: Callable[[Sequence[str]], Iterable[str]]) -> Test:
    wanted = words_of(words.replace(",", " "))

    def named(author: str) -> bool:
        found = words_of(author)
        # `weiss m` finds Weiss MD: initials may be given in part
        return len(found) >= len(wanted) and all(
            f.startswith(w.rstrip("*")) if at == len(wanted) - 1 and at else _same(f, w)
            for at, (f, w) in enumerate(zip(found, wanted, strict=False))
        )

    return lambda record: any(named(author) for author in pick(record.authors))


def _journal(words: str) -> Test:
    wanted = words_of(words)

    def test(record: Record) -> bool:
        found = words_of(record.journal)
        short = len(found) <= len(wanted) and all(w.startswith(f) for f, w in zip(found, wanted, strict=False))
        return bool(found) and (_follows(found, wanted) or (short and len(found) == len(wanted)))

    return test


def _publication_type(words: str) -> Test:
    wanted = words_of(words)
    return lambda record: any(_follows(words_of(t), wanted) for t in (*record.publication_types, record.kind.value))


def _language(words: str) -> Test:
    code = language_of(words)
    return lambda record: record.language == code


def _identifier(words: str) -> Test:
    found = identifiers.parse(words)
    plain = words.strip().lower()
    named = str(found) if found is not None else ""
    return lambda record: any(str(i) == named or i.value.lower() == plain for i in record.identifiers)


def _pmid(words: str) -> Test:
    return lambda record: record.identifier("pmid") == words.strip()


def _registration(words: str) -> Test:
    wanted = words.strip().lower().rsplit("/", 1)[-1]
    return lambda record: (
        wanted
        in {
            *(i.value.lower() for i in record.identifiers),
            *(
                link.identifier.value.lower()
                for link in record.links
                if link.kind is LinkKind.REGISTRATION and link.identifier
            ),
        }
    )


def _field_is(read: Callable[[Record], str]) -> Callable[[str], Test]:
    return lambda words: lambda record: words_of(read(record)) == words_of(words)


_BARE: Final[dict[Field, Callable[[str], Test]]] = {
    Field.AUTHOR: lambda words: _author(words, lambda names: names),
    Field.FIRST_AUTHOR: lambda words: _author(words, lambda names: names[:1]),
    Field.LAST_AUTHOR: lambda words: _author(words, lambda names: names[-1:]),
    Field.JOURNAL: _journal,
    Field.PUBLICATION_TYPE: _publication_type,
    Field.LANGUAGE: _language,
    Field.PMID: _pmid,
    Field.IDENTIFIER: _identifier,
    Field.REGISTRATION: _registration,
    Field.VOLUME: _field_is(lambda record: record.volume),
    Field.ISSUE: _field_is(lambda record: record.issue),
    Field.PAGES: _field_is(lambda record: record.pages),
}
"""Fields that the full-text index does not hold."""
