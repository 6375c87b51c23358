"""Does the source know the drug that a sentence speaks of?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source
from probatum.model import SectionKind, Severity, Verdict
from probatum.text.expressions import expression

SHORTEST: Final = 6
"""Letters of a name from which it is taken for a drug's: shorter ones are words and abbreviations too often."""
_ASIDE: Final = expression(
    r"\b(?:unlike|other than|instead of|rather than|except|besides|such as|e\.g\.)\s[^,;.]{0,40}\Z", re.I
)
_GREEK: Final = keys.table("alfa alpha beta gamma delta 1a 1b 2a 2b n3")
"""Parts of names that papers print as Greek letters, joined to others: `IFN-\u03b12b`."""
_FRONT: Final = frozenset((SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.REFERENCES, SectionKind.OTHER))


class Named(NamedTuple):
    """A drug where it is named: its words, every way to name it by keys, and the identifiers of it and its classes."""

    start: int
    written: str
    names: tuple[frozenset[str], ...]
    term: str
    classes: frozenset[str]


@probe(
    name="drug",
    order=136,
    purpose="Every drug that a sentence names is named, by whatever name or by its class, in a source that it cites.",
    source="ISMP. List of confused drug names (2019); rule: what is told of one drug never rests on another's record.",
)
def drug(case: Cited) -> Opinion | None:
    """Not in source for a drug that no cited record names; not checked where the record is an abstract and the drug is
    none of those compared."""
    if not case.sources:
        return None
    for named in drugs(case.affirmed):
        if any(_known(source, named) for source in case.sources) or _ASIDE.search(case.affirmed[: named.start]):
            continue
        told = f"no source it cites names {named.written}"
        if any(_whole(source) for source in case.sources) or _compared(case, named):
            return Opinion(None, told, verdict=Verdict.NOT_IN_SOURCE, severity=Severity.SEVERE)
        return Opinion(None, told)
    return None


def _tells(name: str) -> bool:
    """Whether a name is no mere word: a long one, or a short one of parts (`ara-C`, `5-FU`)."""
    return len(name) >= SHORTEST or (len(name) > 3 and bool(_PARTS.search(name)))


_PARTS: Final = expression(r"[A-Za-z0-9]-[A-Za-z0-9]")


@lru_cache(maxsize=4096)
def drugs(text: str) -> tuple[Named, ...]:
    """The drugs that a text names, each mention; no sorts of drugs by what they do (D27 of MeSH): `local
    anaesthetic`."""
    known = vocabulary.current()
    made = []
    for found in known.find(text):
        written = text[found.start : found.end]
        action = bool(found.term.trees) and all(tree.startswith("D27") for tree in found.term.trees)
        if found.term.semantic == "drug" and not action and len(written) >= SHORTEST and known.is_drug(written):
            told = (written, found.term.label, *found.term.synonyms)
            names = tuple({k for n in told if _tells(n) and (k := keys.of(n) - _GREEK)})
            above = frozenset(term.id for term in known.broader(found.term.id))
            made.append(Named(found.start, written, names, found.term.id, above))
    return tuple(made)


def _known(source: Source, named: Named) -> bool:
    held = source.keys | source.about
    return any(name <= held for name in named.names) or any(
        named.term in other.classes or other.term in named.classes for other in _of(source)
    )


@lru_cache(maxsize=64)
def _of(source: Source) -> tuple[Named, ...]:
    """The drugs of a record's title and abstract."""
    front = (s.text for s in source.record.sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))
    return drugs("\n".join((source.record.title, *front))[:20_000])


def _whole(source: Source) -> bool:
    """True when more than title and abstract are held."""
    return any(section.kind not in _FRONT for section in source.record.sections)


def _compared(case: Cited, named: Named) -> bool:
    """True for a drug that the sentence is about: it sets it against another, or names no other treatment."""
    return any(re.search(re.escape(named.written), arm.name, re.IGNORECASE) for arm in case.treatments)
