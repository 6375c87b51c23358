"""Case: one statement with everything the checks ask about it, read once."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from probatum.assess import repooling
from probatum.model import Kind, Record, Statement
from probatum.text import doses, quantities, sentences, statistics, words
from probatum.text.doses import Dose
from probatum.text.expressions import expression
from probatum.text.normal import fold
from probatum.text.quantities import Quantity
from probatum.text.statistics import IntervalMention, PMention

QUOTED: Final = expression(r"\u201c([^\u201d]{1,4000})\u201d|(?<![0-9])\"([^\"]{2,4000})\"")
"""Text between quotation marks; a double prime behind a digit is none."""


_LEVEL: Final = expression(r"significan\w+ at (?:the |a level of )?(0\.[0-9]{1,4})(?![0-9])", re.IGNORECASE)


class Read(NamedTuple):
    """What stands in one text. Offsets count in `text`."""

    text: str
    folded: str
    lower: str
    quantities: tuple[Quantity, ...]
    doses: tuple[Dose, ...]
    p: tuple[PMention, ...]
    intervals: tuple[IntervalMention, ...]


@lru_cache(maxsize=8192)
def read(text: str) -> Read:
    """Everything the checks need of one text, read once and kept: statements of an answer share their sources."""
    folded = fold(text).text
    numbers = any(map(str.isdigit, folded))
    found = quantities.read(text)
    return Read(
        text,
        folded,
        folded.lower(),
        found,
        doses.read(text) if any(q.kind in ("dose", "range") for q in found) else (),
        statistics.read_p(text) if numbers or "NS" in text or "ns" in text else (),
        statistics.read_intervals(text) if numbers else (),
    )


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text."""
    return words.stems(fold(text).text)


@lru_cache(maxsize=8192)
def clauses(text: str) -> tuple[tuple[str, bool], ...]:
    """The clauses of a text, sentence by sentence, each with whether it is a lead before a colon."""
    made: list[tuple[str, bool]] = []
    for start, end in sentences.split(text):
        part = text[start:end]
        made.extend((part[a:b], part[b : b + 1] == ":") for a, b in sentences.clauses(part))
    return tuple(made)


CUT: Final = expression(r"\s*(?:\[?\u2026\]?|\[?\.\.\.\]?)\s*")
"""A marked cut inside a quotation."""


def flat(text: str) -> str:
    """The text with every run of blanks as one."""
    return " ".join(text.split())


def holds(quote: str, part: str) -> bool:
    """True when the part stands in the quote; a full stop before the closing mark belongs to who quotes."""
    return part in quote or (part.endswith((".", ",")) and part[:-1] in quote)


def blank_quoted(text: str) -> str:
    """The text with quoted parts blanked out: offsets stay, what others said is not ours to check."""
    return QUOTED.sub(lambda found: " " * len(found.group()), text)


class Case:
    """One statement under check. `alpha` is the level fixed beforehand, two-sided 0.05 when the study names none.

    `asked` holds the question's own words."""

    def __init__(self, statement: Statement, *, alpha: float = 0.05, asked: str = "") -> None:
        self.statement = statement
        self._alpha = alpha
        self._asked = asked

    @cached_property
    def alpha(self) -> float:
        """The level to judge by: one that the statement names (`significant at 0.01`) when its sources name it too."""
        named = _LEVEL.search(self.statement.text)
        if named is None:
            return self._alpha
        held = any(named[1] in text or named[1].lstrip("0") in text for text in self.context)
        return float(named[1]) if held else self._alpha

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The statement's own words, in each register that it has, quoted parts blanked."""
        both = (self.statement.text, self.statement.plain)
        return tuple(blank_quoted(t) for t in both if t.strip())

    @cached_property
    def verbatim(self) -> bool:
        """True for a quoted statement whose quotations, or else whose whole text, are exact.

        Whatever such a sentence negates or compares is the source's own.
        """
        if self.statement.kind is not Kind.QUOTED or not self.statement.supports:
            return False
        held = [flat(q) for q in self.quotes]
        quoted = [flat(m[1] or m[2]) for m in QUOTED.finditer(self.statement.text)]
        parts = [p for q in quoted for p in CUT.split(q) if p] or [flat(self.statement.text)]
        return all(any(holds(quote, part) for quote in held) for part in parts)

    @cached_property
    def claims(self) -> tuple[Read, ...]:
        """The texts, read."""
        return tuple(read(t) for t in self.texts)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The characters of the supports."""
        return tuple(dict.fromkeys(span.quote for span in self.statement.supports))

    @cached_property
    def sources(self) -> tuple[Read, ...]:
        """The quotes, read; of a pooled statement also what pooling again gives."""
        return tuple(read(text) for text in (*self.quotes, self.again) if text)

    @cached_property
    def again(self) -> str:
        """The result of a pooled statement in words, computed anew from the records it cites; else empty."""
        return repooling.told_again(self.statement) if self.statement.kind is Kind.POOLED else ""

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records cited, each once."""
        seen: dict[tuple[str, str], Record] = {}
        for span in self.statement.supports:
            seen.setdefault((span.record, span.version), span.source)
        return tuple(seen.values())

    @cached_property
    def surroundings(self) -> tuple[str, ...]:
        """The whole sentences in which the supports stand, each with the heading of its section."""
        seen: dict[str, None] = {}
        for span in self.statement.supports:
            section = span.source_section
            for start, end in _sentences(section.text):
                if start < span.end and span.start < end:
                    seen.setdefault(f"{section.heading} {section.text[start:end]}")
        return tuple(seen)

    @cached_property
    def context(self) -> tuple[str, ...]:
        """Folded lower-case text in which names may stand: the sections cited, titles, issuers and dates."""
        seen: dict[str, None] = {_lower(self.again): None} if self.again else {}
        for span in self.statement.supports:
            seen.setdefault(_lower(span.source_section.text))
        for record in self.records:
            about = (record.title, record.issuer, record.country, record.date, record.journal, record.kind.value)
            seen.setdefault(_lower(" \n ".join((*about, *record.authors[:3], *record.publication_types))))
            for section in record.sections:
                if section.id.startswith(("title", "abstract")):
                    seen.setdefault(_lower(section.text))
        return tuple(seen)

    @cached_property
    def context_stems(self) -> frozenset[str]:
        """Stems of the content words of `context`."""
        return _joined_stems(self.context)

    @cached_property
    def source_quantities(self) -> tuple[Quantity, ...]:
        """All quantities of the quotes."""
        return tuple(q for source in self.sources for q in source.quantities)

    @cached_property
    def source_numbers(self) -> frozenset[float]:
        """Every number of the quotes."""
        return frozenset(key(n) for q in self.source_quantities for n in q.numbers)

    @cached_property
    def by_number(self) -> dict[float, tuple[Quantity, ...]]:
        """The quantities of the quotes by each of their numbers, without sign."""
        made: dict[float, list[Quantity]] = {}
        for quantity in self.source_quantities:
            for number in {key(abs(n)) for n in quantity.numbers}:
                made.setdefault(number, []).append(quantity)
        return {number: tuple(held) for number, held in made.items()}

    @cached_property
    def given(self) -> frozenset[float]:
        """Every number of the question, where the statement calculates with what it tells (a weight, a probability)."""
        if not self.statement.calculation or not self._asked:
            return frozenset()
        return frozenset(key(abs(n)) for q in read(self._asked).quantities for n in q.numbers)

    @cached_property
    def given_units(self) -> frozenset[tuple[float, str]]:
        """The same numbers, each with the unit in which the question tells it."""
        if not self.statement.calculation or not self._asked:
            return frozenset()
        return frozenset((key(abs(n)), q.unit) for q in read(self._asked).quantities for n in q.numbers)

    @cached_property
    def given_times(self) -> frozenset[float]:
        """How often a day a dose of the question is given, where the statement calculates with it: `100 mg qds`, and
        `600 tds`, whose unit is left out."""
        if not self.statement.calculation or not self._asked:
            return frozenset()
        told = (d.frequency_per_day for d in read(self._asked).doses if d.frequency_per_day)
        return frozenset(key(times) for times in (*told, *doses.frequencies(self._asked)))

    @cached_property
    def calculated(self) -> frozenset[float]:
        """Every result of the statement's calculations."""
        made = (printed(c.result) for c in self.statement.calculation)
        return frozenset(key(n) for n in made if n is not None)


@lru_cache(maxsize=1024)
def _joined_stems(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(stems(text) for text in texts)) if texts else frozenset()


@lru_cache(maxsize=8192)
def claims(text: str) -> str:
    """What a clause claims of significance, kept."""
    return statistics.claims_significance(text)


@lru_cache(maxsize=1024)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return sentences.split(text)


@lru_cache(maxsize=65536)
def key(number: float) -> float:
    """A number for comparison: 0.30 and 0.3 are the same, nothing else is."""
    return float(f"{number:.12g}")


def printed(text: str) -> float | None:
    """The first number of a text, or None."""
    found = quantities.read(text)
    return found[0].value if found else None


@lru_cache(maxsize=2048)
def _lower(text: str) -> str:
    return fold(text).text.lower()
