"""Does what is said of a drug rest on a source about that drug?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess import meaning
from probatum.assess.case import Case
from probatum.assess.registry import Answer, check
from probatum.model import Kind, RecordKind, Span, Verdict
from probatum.text.expressions import expression
from probatum.text.words import stems
from probatum.vocabulary import traits
from probatum.vocabulary.classes import classes_of, members
from probatum.vocabulary.normal import name_key

_VERB: Final = expression(
    r"\b(?:is|are|was|were) (?:(?:also|absolutely|strictly|generally|usually|only|not|no longer) ){0,3}"
    r"(?:contra-?indicated|indicated|approved|licen[sc]ed|authori[sz]ed|recommended|advised|required|off-label|to be)\b"
    r"|\b(?:should|must|may|can|cannot|need not) (?:(?:not|never|only|always) ){0,2}"
    r"(?:be|start|begin|take|receive|replace|precede|follow)\b",
    re.IGNORECASE,
)
"""A verb that directs: what stands before it, within its clause, is the subject."""
_STOP: Final = expression(r"[;:]\s|\.\s")
_TURN: Final = expression(r",?\s(?:and|but|while|whereas)\s")
"""Where a clause ends: at a stop, and where there is none before its last joining word."""
_CONTINUED: Final = expression(r"\s*(?:and |or )*(?:in|with|during|for|if|when|at|by|on|to|within)\b", re.IGNORECASE)
"""How a part after a semicolon begins that still speaks of the same subject."""
_RESULTS: Final = (Kind.FINDING, Kind.CALCULATED, Kind.POOLED)
_SHORTEST: Final = 4
"""Names of fewer letters are too often words of another meaning."""


class Said(NamedTuple):
    """One directive clause: the drugs of its subject and what is said of them."""

    drugs: tuple[tuple[str, frozenset[str]], ...]
    """As written, with the keys of every name of the drug."""
    said: tuple[str, ...]


@check(
    name="subject",
    purpose="What is directed of a drug rests on a section or a record that names that drug, support by support.",
    source="Rule: a warning of one drug's label is never told of another drug.",
)
def subject(case: Case) -> Answer:
    """Not in source when the drug before `is contraindicated`, `should be`, ... is not that of the carrying support.

    Every other drug that a directive names must be named in the section or the title of one support at least. A finding
    that begins with a drug may rest on no record that never names it: another drug's dose or people are not its own.
    """
    supports = case.statement.supports
    if not supports or case.statement.kind not in (Kind.DIRECTIVE, *_RESULTS):
        return None
    if case.statement.kind is not Kind.DIRECTIVE:
        return _begun(case)
    asked = False
    for text in case.texts:
        for clause in _directed(text):
            for written, keys in clause.drugs:
                asked = True
                carrying = [s for part in clause.said for s in _carrying(part, supports)]
                if not _by_each_record(carrying or supports, written, keys, every=bool(carrying)):
                    return Verdict.NOT_IN_SOURCE, f"a source it rests on is not about {written}"
        for written, keys in drugs_in(text):
            asked = True
            if not any(_names(support, keys) or _names_class(support, written) for support in supports):
                return Verdict.NOT_IN_SOURCE, f"no source it rests on names {written}"
    return (Verdict.SUPPORTED, "each drug is named by the source of what is said of it") if asked else None


def _begun(case: Case) -> Answer:
    asked = False
    for text in case.texts:
        first = next(iter(drugs_in(text)), ("", frozenset()))
        if not first[0] or not text.lower().startswith(first[0]):
            continue
        asked = True
        for record in case.records:
            if any(key in _classes(record.title) for key in first[1]):
                continue  # a trial of one of its drugs speaks of the class
            lines = (_line(record.title), *(_line(section.text) for section in record.sections))
            if not any(f" {key} " in line for line in lines for key in first[1]):
                return Verdict.NOT_IN_SOURCE, f"a record it rests on never names {first[0]}"
    return (Verdict.SUPPORTED, "every record it rests on names its drug") if asked else None


@lru_cache(maxsize=512)
def _classes(text: str) -> frozenset[str]:
    """The classes, by every name, of the drugs that a text names."""
    known = vocabulary.load()
    drugs = (m.term for m in known.find(text) if m.term.semantic == "drug")
    named = tuple(drugs)
    above = (term for drug in named for name in drug.broader[:1] for term in known.lookup(name)[:1])
    every = (each for drug in named for each in (drug.label, *drug.synonyms))
    listed = (name for each in every for name in (*classes_of(each), *_above(each)))
    terms = (*above, *(term for name in listed for term in known.lookup(name)[:1]))
    return frozenset(name_key(name) for term in terms for name in (term.label, *term.synonyms))


def _above(label: str) -> frozenset[str]:
    """The classes that hold every medicine of a class: penicillins are antibiotics."""
    own = [frozenset(classes_of(one)) for one in members(label)]
    return frozenset.intersection(*own) if own else frozenset()


def _directed(text: str) -> Iterator[Said]:
    """The clauses that direct, each with the drugs of its subject; what follows belongs to it up to the next one."""
    verbs = list(_VERB.finditer(text))
    for at, verb in enumerate(verbs):
        floor = verbs[at - 1].end() if at else 0
        before = text[floor : verb.start()]
        drugs = drugs_in(before[_cut(before)[1] :])
        if drugs:
            end = len(text)
            if at + 1 < len(verbs):
                later = text[verb.end() : verbs[at + 1].start()]
                end = verb.end() + (_cut(later)[0] or len(later))
            first, *more = _STOP.split(text[verb.end() : end])
            yield Said(drugs, (first, *takewhile(lambda part: _CONTINUED.match(part) and not drugs_in(part), more)))


def _cut(text: str) -> tuple[int, int]:
    """Start and end of the last stop of a text, else of its last joining word, else (0, 0)."""
    for pattern in (_STOP, _TURN):
        found = list(pattern.finditer(text))
        if found:
            return found[-1].span()
    return 0, 0


@lru_cache(maxsize=4096)
def drugs_in(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The drugs a text names, longest mention first at each place, with the keys of all their names."""
    found: dict[str, frozenset[str]] = {}
    for mention in vocabulary.load().find(text):
        written = text[mention.start : mention.end]
        if mention.term.semantic == "drug" and len(written) >= _SHORTEST:
            names = (mention.term.label, *mention.term.synonyms, written)
            found.setdefault(written.lower(), frozenset(name_key(n) for n in names if len(n) >= _SHORTEST))
    return tuple(found.items())


def _carrying(said: str, supports: tuple[Span, ...]) -> tuple[Span, ...]:
    """The supports that hold most of what is said; none where none holds any of it (`should be considered`)."""
    wanted = meaning.clause(said).stems - meaning.GENERIC
    shared = [len(wanted & stems(s.quote)) for s in supports]
    return tuple(s for s, n in zip(supports, shared, strict=True) if n == max(shared) and n)


def _by_each_record(supports: Iterable[Span], written: str, keys: frozenset[str], *, every: bool) -> bool:
    """Whether each record (else any) names the drug in one of its supports: what one label says of several drugs is
    its own, what another label says is not."""
    named: dict[str, bool] = {}
    of_class: set[str] = set()
    for support in supports:
        said = _names(support, keys) or _names_class(support, written)
        named[support.record] = named.get(support.record, False) or said
        if support.source.kind is RecordKind.LABEL and keys & _classes(f"{support.source.title} {support.quote}"):
            of_class.add(support.record)  # what one label says of a class, one that lists the class bears out
    if not any(named.values()):
        return any(_lists(support.quote, keys) for support in supports)
    if not every:
        return True
    return all(told or record in of_class for record, told in named.items())


def _lists(text: str, keys: frozenset[str]) -> bool:
    """Whether a text lists several drugs of a class, and so speaks of the class."""
    drugs = {m.term.label for m in vocabulary.load().find(text) if m.term.semantic == "drug"}
    return sum(bool(keys & _classes(drug)) for drug in drugs) >= _SEVERAL


_SEVERAL = 3


def _names(support: Span, keys: frozenset[str]) -> bool:
    """True when the drug is named in the title or section; every section of a label is about the label's own drug."""
    own = support.quote if support.source.kind is RecordKind.LABEL else support.source_section.text
    line = _line(support.source.title) + _line(support.source_section.heading) + _line(own)
    return any(f" {key} " in line for key in keys)


def _names_class(support: Span, written: str) -> bool:
    """Whether the very words of a direction name a class that the drug belongs to, or what it does: `anticoagulants`
    speaks of warfarin beside the label's own drug, `drugs that prolong the QT interval` of citalopram."""
    line = _line(support.quote)
    of_class = any(f" {key} " in line for key in _kinds(written))
    return of_class or bool(traits.told(support.quote, written))


@lru_cache(maxsize=2048)
def _kinds(written: str) -> frozenset[str]:
    known = vocabulary.load()
    above = [name for term in known.lookup(written)[:1] for name in term.broader[:1]]
    names = (*classes_of(written), *above)
    every = {name for n in names for term in known.lookup(n)[:1] for name in (term.label, *term.synonyms)} | set(names)
    every |= {name.removesuffix(" agents") for name in every}  # sources speak of `hormonal contraceptives`
    keys = {name_key(name) for name in every if len(name) >= _SHORTEST}
    return frozenset(keys | {key.removesuffix("s") for key in keys if len(key) > _SHORTEST})


@lru_cache(maxsize=2048)
def _line(text: str) -> str:
    return f" {name_key(text)} "


def names(text: str, keys: frozenset[str]) -> bool:
    """Whether a text names a drug by one of its keys."""
    line = _line(text)
    return any(f" {key} " in line for key in keys)
