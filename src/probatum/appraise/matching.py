"""Where a concept's names stand in a record: whole words, by the vocabulary's keys.

Plurals, hyphens and British or American spelling do not matter. `ALS` is matched in capitals only, and `cramp` never
inside a longer word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from probatum.appraise.reading import role_of, sentences
from probatum.model import Concept, Record, RecordKind, SectionKind, SectionRole, SourceSection, Span
from probatum.text import sentences as text_sentences
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.normal import WORD, name_key, word_key

SECTION_CHARACTERS = 12_000
"""How much of one section is searched for names."""
SHORT = 4
"""Names of at most this many characters without lower-case letters are abbreviations and matched in capitals."""


LEAST_PARTS = 4
"""Words of a name that may stand apart in a title."""


class Zone:
    """One section of a record made ready for look-ups."""

    def __init__(self, section: SourceSection) -> None:
        self.section = section
        self.role = section.role or role_of(section.heading)
        self.line = f" {' '.join(map(word_key, WORD.findall(section.text[:SECTION_CHARACTERS])))} "
        """The keys of its words joined by single blanks, with a blank at either end."""

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where each word stands in the section; few zones hold what is looked for, and need them."""
        return [found.span() for found in WORD.finditer(self.section.text[:SECTION_CHARACTERS])]


class Hit(NamedTuple):
    """A name found: its characters, and the zone it stands in."""

    zone: Zone
    start: int
    end: int

    @property
    def text(self) -> str:
        """The name as the record writes it."""
        return self.zone.section.text[self.start : self.end]

    def span(self, record: Record) -> Span:
        """Its characters as a span."""
        return Span(record, self.zone.section.id, self.start, self.end)


READ = (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.LABEL)


@lru_cache(maxsize=512)
def zones(record: Record) -> tuple[Zone, ...]:
    """Title, abstract and label sections; the body too where there is no abstract. Title first."""
    chosen = [s for s in record.sections if s.kind in READ]
    if record.summary or not any(s.kind is SectionKind.ABSTRACT for s in chosen) or record.kind is RecordKind.GUIDELINE:
        chosen += [s for s in record.sections if s.kind is SectionKind.BODY][:30]
    chosen.sort(key=lambda s: s.kind is not SectionKind.TITLE)
    return tuple(Zone(s) for s in chosen[:60])


class Sought(NamedTuple):
    """A name made ready to be looked for."""

    name: str
    key: str
    whole: str
    """The key between blanks, as it stands in a line."""
    capitals: bool
    """True for an abbreviation, which counts in capitals alone."""
    apart: re.Pattern[str] | None
    """For a name of many words: the words with others between them."""


@lru_cache(maxsize=4096)
def _sought(name: str) -> Sought | None:
    """None for a name without words."""
    key = name_key(name)
    if not key:
        return None
    parts = key.split()
    shared = r"(?: (?:\w+ ){1,3}(?:or|and) | )".join(map(_joined, parts))
    apart = expression(rf"(?<= ){shared}(?= )") if len(parts) >= LEAST_PARTS else None
    return Sought(name, key, f" {key} ", _abbreviation(name), apart)


def _joined(part: str) -> str:
    return "(?:with|and)" if part == "with" else re.escape(part)


def _places(sought: Sought, zone: Zone) -> list[Hit]:
    found = []
    at = zone.line.find(sought.whole)
    while at >= 0:
        hit = _hit(zone, at + 1, sought.key)
        if not sought.capitals or hit.text.upper() == hit.text or hit.text == sought.name:
            found.append(hit)
        at = zone.line.find(sought.whole, at + 1)
    return found


def worded(pattern: re.Pattern[str], zone: Zone) -> Iterator[Hit]:
    """Every place in the zone's text that a pattern matches."""
    for found in pattern.finditer(zone.section.text[:SECTION_CHARACTERS]):
        yield Hit(zone, found.start(), found.end())


def _shared(sought: Sought, zone: Zone) -> list[Hit]:
    """A title's `with mildly reduced or preserved function` for a name `with preserved function`: of two things joined
    by a word the second stands for itself; and `X and reduced function` is X with it."""
    last = sought.key.rpartition(" ")[2]
    if sought.apart is None or f" {last} " not in zone.line:
        return []
    return [_hit(zone, found.start(), found[0]) for found in sought.apart.finditer(zone.line)]


def _hit(zone: Zone, at: int, key: str) -> Hit:
    """The hit of a key that stands at a place of the line, from its first word to its last."""
    first = zone.line.count(" ", 0, at) - 1
    return Hit(zone, zone.places[first][0], zone.places[first + key.count(" ")][1])


def _abbreviation(name: str) -> bool:
    """True for `ALS`, `als`, `COPD`: short names of one word in capitals."""
    return " " not in name and len(name) <= SHORT and name.isalpha() and not name.islower()


_PREFIX = expression(r"\b(post|pre|peri|ante|anti|non|intra|extra)(?=[a-z]{5})", re.IGNORECASE)
"""Prefixes that are also written with a hyphen: `post-partum`."""
_TWO_WORDS = expression(r"[A-Za-z]{5,} [a-z]{5,}")
"""A drug of two words, which is also written as one: `hydroxyethylstarch`."""


@lru_cache(maxsize=1024)
def names(concept: Concept) -> tuple[str, ...]:
    """The names of a concept, longest first, each once. Short lower-case synonyms are taken for abbreviations."""
    given = (concept.label, concept.text, *concept.synonyms)
    ready = {n.upper() if len(n) <= 3 and n.isalpha() and n.islower() else n for n in given if len(n) > 1}
    ready |= {n.replace("neuron ", "neurone ") for n in ready}
    ready |= {_PREFIX.sub(r"\1-", n) for n in ready}
    if concept.semantic == "drug":  # two drugs in one are written in several ways
        pairs = [n for n in ready if n.count(" and ") == 1]
        ready |= {n.replace(" and ", sign) for n in pairs for sign in ("/", "-", " plus ", " with ")}
        ready |= {n.replace(" ", "") for n in ready if _TWO_WORDS.fullmatch(n)}
    return tuple(sorted(ready, key=lambda n: (-len(n), n)))


def hits(wanted: Iterable[str], searched: Iterable[Zone]) -> list[Hit]:
    """Every place of any of the names in the zones, in the order of the zones."""
    every = [sought for name in wanted if (sought := _sought(name))]
    found: list[Hit] = []
    for zone in searched:
        line, titled = zone.line, zone.section.kind is SectionKind.TITLE
        for sought in every:  # most names stand in no zone
            if sought.whole in line:
                found += _places(sought, zone)
            elif titled and sought.apart:
                found += _shared(sought, zone)
    return found


AIM = expression(
    r"\b(?:aims?|objectives?|purpose|goal|hypothesi[sz]\w*|we (?:sought|investigated|evaluated|assessed|examined"
    r"|studied|compared|tested|determined|asked)"
    r"|to (?:evaluate|assess|determine|investigate|compare|examine|test|study|describe|estimate|identify)|th(?:is"
    r"|e present) (?:study|trial|review|article|paper))\b",
    re.IGNORECASE,
)


def role(record: Record, hit: Hit) -> SectionRole:
    """The part of the paper a name stands in; a sentence of the background that states the aim is an objective."""
    for sentence in sentences(record):
        if sentence.section.id == hit.zone.section.id and sentence.start <= hit.start < sentence.end:
            if sentence.role is SectionRole.BACKGROUND and AIM.search(sentence.text):
                return SectionRole.OBJECTIVE
            return sentence.role
    return hit.zone.role


def sentence_around(hit: Hit) -> tuple[int, int]:
    """Start and end, in its section, of the sentence a hit stands in."""
    for start, end in _sentences(hit.zone.section.text[:SECTION_CHARACTERS]):
        if start <= hit.start < end:
            return start, end
    return hit.start, hit.end


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(text_sentences.split(text))


@lru_cache(maxsize=512)
def stems(record: Record) -> frozenset[str]:
    """The stems of all words a record's zones hold, hyphened compounds whole and by their parts."""
    return parted(words.stems("\n".join(zone.section.text[:SECTION_CHARACTERS] for zone in zones(record))))


@lru_cache(maxsize=8192)
def split(stem: str) -> tuple[str, ...]:
    """The telling parts of a hyphened compound: `igm-enriched` -> `igm`, `enrich`; empty for a word that is none."""
    if "-" not in stem:
        return ()
    return tuple(words.stem(p) for p in stem.split("-") if len(p) > 2 and not p.isdigit() and p not in words.STOP)


def parted(found: Iterable[str]) -> frozenset[str]:
    """Stems with the parts of the compounds among them."""
    every = frozenset(found)
    return every.union(*(split(s) for s in every if "-" in s))


STUDY = (
    r"(?:trials?|stud(?:y|ies)|evidence|data|reviews?|research|reports?|recommendations?|publications?|literature"
    r"|guidance|rcts?|information|experience)"
)
UNSTUDIED = expression(
    r"\b(?:no|none(?: of(?: the| these| those| them)?)?|nor|neither|without|lack of|absence of|nothing|not|zero) "
    r"(?:(?!differen|effect|significan|chang|between|among|in |of |for |with |benefit|improv|reduc|increas|only )"
    rf"[\w-]+,? ){{0,5}}?{STUDY}\b(?: [\w-]+){{0,2}}? "
    r"(?:(?:of|on|in|for|with|about|regarding|concerning|involving|using)|(?:\w+ )?(?:test|assess|examin|stud|includ"
    r"|compar|evaluat|investigat|address|report|us|involv|nam)\w*)\b[^.;:]{0,90}$"
    r"|\b(?:silent (?:on|about)|nothing (?:on|about)|says nothing (?:of|on|about))[^.;:]{0,60}$"
    r"|\b(?:did|does|do|has|have|was|were|is|are) not (?:include|cover|address|mention|name|examine|consider|review"
    r"|discuss|list)\w*\b[^.;:]{0,60}$"
    r"|\bnone (?:of (?:them|these|those|the \w+) )?(?:\w+ )?(?:test|assess|examin|stud|includ|evaluat|investigat"
    r"|address|nam)\w*\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
"""Words before a name that say it was not studied; a result that was not found is no such thing."""
TURN = expression(r"[.;:]\s|,? (?:but|while|whereas|although|however|except)\b", re.IGNORECASE)
NOT_NAMED = expression(
    r"^[^.;:]{0,30}?\b(?:is|are|was|were|has been|have been) (?:not|nowhere|never|neither) (?:\w+ )?(?:named|mentioned"
    r"|included|covered|discussed|studied|assessed|reviewed|addressed|considered|listed|examined)\b",
    re.IGNORECASE,
)
WITHOUT = expression(
    r"\b(?:(?:(?<!with or )(?<!with and )(?<!with/)without|free of|no (?:history of|known)?) ?-?(?:\w+ ){0,2}"
    r"|non[- ]?)$"
    r"|(?<!with or )(?<!with and )\b(?:without|free of|no history of) (?:(?!(?:with|and|but|who|in|on|to|for|at|after"
    r"|during|received|were|was|had|has|have|took|given|randomi[sz]ed)\b)[\w-]+,? ){1,9}"
    r"(?:(?<=, )|(?<=or ))(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Words before a name that say that people do not have it, alone or in a list (`without A, B or`); `nonvalvular` before
an illness is a kind of it, and `with or without` says nothing."""
OTHER_THAN = expression(
    r"\b(?:other than|apart from|except(?:ing)?(?: for)?|excluding|exclusive of|unlike|different from|rather than"
    r"|not due to|not caused by|not (?:related|attributable) to|unrelated to) "
    r"(?:(?!in |with |of |for |by |and )[\w-]+ ){0,4}\(?$",
    re.IGNORECASE,
)
"""Words before a name that say that these people have something else: `a condition other than X`."""


def absent(hit: Hit, *, who: bool = False) -> bool:
    """True for a name mentioned only to say that it was not studied; `who`: or that these people do not have it."""
    text = hit.zone.section.text
    before = TURN.split(text[max(0, hit.start - 200) : hit.start])[-1]
    if UNSTUDIED.search(before) or NOT_NAMED.search(text[hit.end : hit.end + 90]):
        return True
    return who and (WITHOUT.search(before) is not None or OTHER_THAN.search(before) is not None)
