"""A cited record as the checks read it: its sentences and table rows, with their words and numbers.

The reference list is never among them: nothing rests on a title that is merely cited.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import Final

from probatum.appraise import design, findings, keeping, reading
from probatum.appraise import study as studies
from probatum.appraise.keeping import Reading
from probatum.assess.audit import figures, keys, rows, steps
from probatum.assess.audit.figures import Claimed, Figure
from probatum.model import Finding, Identifier, Record, SectionKind, SectionRole, SourceSection, Span, Study
from probatum.text import identifiers, quantities, sentences, statistics
from probatum.text.abbreviations import definitions
from probatum.text.expressions import expression
from probatum.text.normal import fold
from probatum.text.statistics import PMention

MOST: Final = 3_000
"""Units read of one record."""
LONGEST: Final = 1_500
MOST_MET: Final = 64
"""Claims of which a unit keeps what it holds of them: many checks of one sentence ask for the same."""
_DEFINING: Final = 400_000
_SHARES: Final = expression(r"%|\bper ?cent|\bproportions?\b|\brates?\b|\bshares?\b|\bresponders?\b", re.IGNORECASE)
_LEVEL: Final = expression(r"\b9[059](?:\.[0-9])? ?% ?(?:CI|confidence|prediction|credible)", re.IGNORECASE)
_BOUND: Final = expression(r"\b(?:lower|upper) (?:limit|bound|margin)", re.IGNORECASE)
_BRACKETED: Final = expression(r"[0-9] ?\([0-9]{1,3}(?:\.[0-9]+)?\)")
"""`12 (20.7)`: a count with its percentage."""
_OTHERS: Final = expression(
    r"\bet al\b|\b(?:previous|earlier|another|prior|other) (?:\w+ ){0,3}(?:stud(?:y|ies)|trials?|reports?"
    r"|investigators|authors)\b|\bmeta-analys[ei]s of\b",
    re.IGNORECASE,
)

MARK: Final = expression(r"\[[0-9]{1,3}(?:\s?[,;\u2013\u2014-]\s?[0-9]{1,3}){0,30}\]")
_SIGNS: Final = expression(r"[^\w%.]+")


def flat(text: str) -> str:
    """Letters, digits and points of a text in lower case, blanks as one, without marks of what it cites itself: how
    quotations are compared."""
    return " ".join(_SIGNS.sub(" ", MARK.sub(" ", text.lower())).split()).strip(" .")


class Unit:
    """A sentence, or a table row with the words above it."""

    def __init__(
        self,
        record: Record,
        section: str,
        start: int,
        end: int,
        role: SectionRole,
        head: tuple[str, ...] = (),
        above: str = "",
        row: bool = False,
    ) -> None:
        self.record, self.section, self.start, self.end, self.role = record, section, start, end, role
        self.head, self.above, self.row = head, above, row
        self._met: dict[Claimed, Figure | None] = {}
        self.raw = record.section(section).text[start : min(end, start + LONGEST)]

    @cached_property
    def text(self) -> str:
        """Its characters, folded."""
        return fold(self.raw).text

    @cached_property
    def raw_text(self) -> str:
        """All its characters, folded."""
        return fold(self.record.section(self.section).text[self.start : self.end]).text

    @cached_property
    def lower(self) -> str:
        """Folded, in lower case."""
        return self.text.lower()

    @cached_property
    def keys(self) -> frozenset[str]:
        """Keys of its content words, of a row also those above it."""
        own = keys.of(self.text)
        return own | keys.of(" ".join((self.above, *self.head))) if self.row else own

    @cached_property
    def label(self) -> frozenset[str]:
        """Keys that say what it is about itself: of a row those of its cells, not those above it."""
        return keys.of(self.text) if self.row else self.keys

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its numbers."""
        return figures.printed(self.text)

    @cached_property
    def p(self) -> tuple[PMention, ...]:
        """Its p values."""
        return statistics.read_p(self.text) if "p" in self.lower and self.figures else ()

    @cached_property
    def parted(self) -> tuple[tuple[float, float], ...]:
        """Its first counts with their totals."""
        told = (q for q in quantities.read(self.raw) if q.denominator and q.value <= q.denominator)
        return tuple((q.value, q.denominator or 0.0) for q in told)[:6]

    @cached_property
    def bounds(self) -> tuple[float, ...]:
        """The bounds of its intervals of confidence that lie above nothing."""
        told = (i for i in statistics.read_intervals(self.raw) if i.kind == "CI" and i.low > 0)
        return tuple(bound for i in told for bound in (i.low, i.high))

    @cached_property
    def shares(self) -> bool:
        """True when its bare numbers may be percentages: it or what stands above it speaks of shares."""
        above = f"{self.above} {' '.join(self.head)}" if self.row else ""
        return _SHARES.search(_LEVEL.sub("", f"{self.text} {above}")) is not None or (
            self.row and _BRACKETED.search(self.text) is not None
        )

    @cached_property
    def head_figures(self) -> tuple[Figure, ...]:
        """Numbers above a row: group sizes, time points."""
        return figures.printed(fold(" ".join((self.above, *self.head))).text) if self.row else ()

    @cached_property
    def own(self) -> bool:
        """False for what is told of other studies: the introduction, and sentences that name authors or earlier
        work."""
        if self.row or self.section.startswith(("abstract", "title")):
            return True
        return self.role is not SectionRole.BACKGROUND and _OTHERS.search(self.text) is None

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.record, self.section, self.start, min(self.end, self.start + LONGEST))

    def meeting(self, claim: Claimed) -> Figure | None:
        """The first of its figures that is what is claimed, or None; of a row a total may stand above.

        A figure claimed as such is no bound of an interval, and a percentage is no count.
        """
        listed = self.figures if claim.part else self.values
        steps.spend(1 + 2 * len(listed))
        if claim not in self._met:
            if len(self._met) >= MOST_MET:
                self._met.clear()
            self._met[claim] = self._meeting(claim, listed)
        return self._met[claim]

    def _meeting(self, claim: Claimed, listed: tuple[Figure, ...]) -> Figure | None:
        if claim.kind == "percent":
            listed = tuple(f for f in listed if not (f.counted or (not claim.places and not self.shares)) or f.percent)
        elif claim.kind == "count" and not claim.about:
            listed = tuple(f for f in listed if not f.percent)
        found = next((f for f in listed if figures.meets(claim, f, self.text)), None)
        if found is None and self.row and claim.unit in figures.DAYS and figures.timed(claim.unit, self.over):
            found = next((f for f in listed if figures.same(claim, f.value)), None)
        if found is None and claim.part == "of" and self.figures:
            found = next((f for f in self.head_figures if figures.same(claim, f.value)), None)
        return found

    @cached_property
    def over(self) -> str:
        """What stands over a row, folded: `Transit time (h)`."""
        return fold(" ".join((self.above, *self.head))).text

    @cached_property
    def values(self) -> tuple[Figure, ...]:
        """Its numbers without the bounds of intervals, unless it speaks of bounds in words."""
        if ("CI" not in self.text and "nterval" not in self.text) or _BOUND.search(self.text):
            return self.figures
        taken = [(i.start, i.end) for i in statistics.read_intervals(self.text) if i.kind == "CI"]
        return tuple(f for f in self.figures if not any(a <= f.start < b for a, b in taken))

    def column(self, place: int) -> str:
        """The words over the cell in which the character at `place` of its text stands; empty for a sentence."""
        at = self.text.count("\t", 0, place)
        return self.head[at] if self.row and at < len(self.head) else ""


class Source:
    """A record with its units. Build it with `source`, which keeps it."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.kept: bytes | None = None
        """Its reading, where the library keeps one: what is read there need not be read again."""
        self._units = tuple(_units(record))
        self._expanded: dict[tuple[str, int], frozenset[str]] = {}

    @property
    def units(self) -> tuple[Unit, ...]:
        """Its units in their order. Each walk over them costs as many steps."""
        steps.spend(len(self._units))
        return self._units

    @cached_property
    def flat(self) -> str:
        """The text of the record but for its references, as quotations are compared."""
        kept = (s.text for s in self.record.sections if s.kind is not SectionKind.REFERENCES)
        return flat(fold(" ".join(kept)).text)

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many units each key stands."""
        made: Counter[str] = Counter()
        for unit in self._units:
            made.update(unit.keys)
        return made

    @cached_property
    def long_forms(self) -> Mapping[str, frozenset[str]]:
        """Key of each abbreviation the record defines, with the keys of what it stands for."""
        made: dict[str, frozenset[str]] = {}
        text = "\n".join(s.text for s in self.record.sections if s.kind is not SectionKind.REFERENCES)[:_DEFINING]
        for short, long in definitions(fold(text).text):
            made.setdefault(keys.key(short), keys.of(long))
        return made

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key of the record, abbreviations also spelt out."""
        own = frozenset(self.counts)
        spelt = (long for short, long in self.long_forms.items() if short in own)
        return own.union(*spelt, *(frozenset((s,)) for s, long in self.long_forms.items() if long and long <= own))

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Each key with the places of the units that hold it, abbreviations spelt out: an index."""
        made: dict[str, list[int]] = {}
        for place, unit in enumerate(self._units):
            for key in self.expanded(unit):
                made.setdefault(key, []).append(place)
        return {key: tuple(there) for key, there in made.items()}

    @cached_property
    def reach(self) -> frozenset[str]:
        """Every key that a unit of it holds, abbreviations spelt out."""
        return frozenset(self.places)

    @cached_property
    def design(self) -> frozenset[str]:
        """Keys of the words for its design, as it is read out of title and abstract, and out of all of it, and for who
        was blinded."""
        blinding = self.study.blinding.value if self.study.blinding else ""
        return keys.of(f"{design.describe(self.record)['design']} {design.find(self.record).design.value} {blinding}")

    @cached_property
    def people(self) -> int | None:
        """How many people took part, as it is read out of title and abstract."""
        return design.describe(self.record)["n"]

    @cached_property
    def study(self) -> Study:
        """The study that it reports, read out of all of it. Costs some 0.1 s: ask for it where it is spoken of."""
        return self._reading.study if self._reading is not None else studies.read(self.record)

    @cached_property
    def _reading(self) -> Reading | None:
        return keeping.unpack(self.kept, self.record) if self.kept else None

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What it found, as it is read out of all of it. Costs up to 1 s for a long article: ask for it late."""
        return self._reading.findings if self._reading is not None else findings.read(self.record, self.study)

    @cached_property
    def title(self) -> frozenset[str]:
        """Keys of its title."""
        return keys.of(fold(self.record.title).text)

    @cached_property
    def identifiers(self) -> tuple[Identifier, ...]:
        """The identifiers that it bears, and those that its text prints, its references aside; each once."""
        kept = (s.text for s in self.record.sections if s.kind is not SectionKind.REFERENCES)
        printed = (found for text in kept for _, _, found in identifiers.find(text))
        return tuple(dict.fromkeys((*self.record.identifiers, *printed)))

    @cached_property
    def about(self) -> frozenset[str]:
        """Keys of title, abstract, keywords and subject headings: what the record is about."""
        front = (s.text for s in self.record.sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))
        told = keys.of(fold(" ".join((*front, *self.record.keywords, *self.record.mesh, self.record.title))).text)
        return told.union(*(long for short, long in self.long_forms.items() if short in told))

    def weight(self, key: str) -> float:
        """How telling a word is in this record; a word that it lacks weighs half of one that stands once."""
        count = self.counts.get(key, 0)
        size = len(self._units)
        return math.log(1 + size / count) if count else 0.5 * math.log(1 + size)

    def expanded(self, unit: Unit) -> frozenset[str]:
        """A unit's keys with its abbreviations spelt out and its spelt-out names abbreviated."""
        steps.spend(4 + len(self.long_forms))
        place = (unit.section, unit.start)
        if place not in self._expanded:
            self._expanded[place] = self._spelt_out(unit)
        return self._expanded[place]

    def _spelt_out(self, unit: Unit) -> frozenset[str]:
        made = unit.keys
        for short, long in self.long_forms.items():
            if short in made:
                made |= long
            elif long and long <= made:
                made |= {short}
        for name, words in self.short_names:
            if name in unit.text:
                made |= words
        return made

    @cached_property
    def short_names(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Short names of treatments with their words; see `arms.aliases`."""
        from probatum.assess.audit import arms  # which reads sources

        return tuple((name, words) for name, (words, _) in arms.aliases(self).items() if len(name) > 2)

    def holds(self, claim: Claimed) -> bool:
        """True when the number stands anywhere in the record, or is that of the people who took part."""
        counted = claim.unit in ("patients", "participants", "people", "adults", "") and claim.value == self.people
        if counted:
            return True
        places = self.near(claim)
        units = self.units
        return any(units[p].meeting(claim) for p in (range(len(units)) if places is None else sorted(places)))

    @cached_property
    def numbers(self) -> tuple[tuple[float, ...], tuple[int, ...]]:
        """All its numbers in order of size, and the place of the unit that prints each: an index, so that a number is
        not looked for in units that cannot hold it."""
        made = sorted({(f.value, at) for at, u in enumerate(self._units) for f in (*u.figures, *u.head_figures)})
        return tuple(v for v, _ in made), tuple(at for _, at in made)

    def near(self, claim: Claimed) -> frozenset[int] | None:
        """Places of the units that print a number which may be the claimed one; None where any may."""
        ranges = figures.bounds(claim)
        if ranges is None:
            return None
        values, places = self.numbers
        steps.spend(1 + len(ranges))
        return frozenset(
            at for low, high in ranges for at in places[bisect_left(values, low) : bisect_right(values, high)]
        )


@lru_cache(maxsize=64)
def source(record: Record) -> Source:
    """The record as the checks read it, kept for the next sentence that cites it."""
    return Source(record)


def _units(record: Record) -> Iterator[Unit]:
    """Sentences of title, abstract and body, then rows of tables, then captions and sections of labels; at most
    MOST."""
    made = chain(
        (_of_sentence(s) for s in reading.sentences(record)),
        (
            _of_row(record, section, row)
            for section in record.sections
            if section.kind is SectionKind.TABLE
            for row in rows.read(section)
        ),
        (
            Unit(record, section.id, start, end, section.role)
            for section in record.sections
            if section.kind in (SectionKind.CAPTION, SectionKind.LABEL)
            for start, end in sentences.split(section.text[:60_000])
        ),
    )
    return islice(made, MOST)


def _of_sentence(said: reading.Sentence) -> Unit:
    return Unit(said.record, said.section.id, said.start, said.end, said.role)


def _of_row(record: Record, section: SourceSection, row: rows.Row) -> Unit:
    above = f"{section.heading} {row.group}"
    return Unit(record, section.id, row.start, row.end, SectionRole.RESULTS, row.head, above, True)
