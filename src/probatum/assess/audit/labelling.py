"""What the labels of a library forbid, and where a sentence calls the same safe.

A text need not cite a label to be held to it: who calls a drug safe in what its label contraindicates may do harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import keys
from probatum.assess.audit.resolving import Shelf
from probatum.assess.audit.source import Source
from probatum.model import Record, RecordKind, Span
from probatum.text import sentences
from probatum.text.expressions import caseless
from probatum.vocabulary.normal import name_key

CODE: Final = "34070-3"
"""LOINC code of the contraindications of a label."""
LOOKED_AT: Final = 12
_ALLOWED: Final = caseless(
    r"\b(?:safe(?:ly)?|harmless|suitable|(?:can|may) be (?:\w+ )?(?:given|used|taken|prescribed|started"
    r"|continued|combined"
    r"|co-?administered)|(?:not|no|without) contra-?indicat\w+|no (?:need|reason) to avoid|can take|may take)\b"
)
_DENIED: Final = caseless(
    r"\b(?:unsafe|not (?:\w+ ){0,2}(?:safe|suitable|harmless)|(?:can|may|should|must|could) ?not|never|avoid(?!ed\b)\w*"
    r"|(?<!not )(?<!no )(?<!without )contra-?indicated|whether|unknown|uncertain|unclear|no longer|only if"
    r"|except|unless|nobody|not"
    r" (?:known|shown|proven))\b"
)
_EXEMPT: Final = caseless(r"\b(?:unless|except(?: for| in)?|other than)\b(?P<what>[^.;]{3,90})")
_RANKS: Final = keys.table(
    "severe acute active uncontrolled decompensated advanced unstable complete second third end stage current"
)
_MILDER: Final = keys.table("mild moderate controlled stable inactive compensated previous past first")
_PLAIN: Final = keys.GENERIC | keys.table(
    "disease disorder syndrome condition impairment history reaction use drug medicine therapy"
)


class Forbidden(NamedTuple):
    """A sentence of a label that contraindicates something, and what of it the text calls safe."""

    span: Span
    what: str


def label_of(drug: str, shelf: Shelf) -> Record | None:
    """The label of a drug that a shelf holds."""
    found = shelf.search(f"{drug} label contraindications warnings", LOOKED_AT)
    return next((r for r in found if r.kind is RecordKind.LABEL and name_key(drug) in name_key(r.title)), None)


def allows(text: str) -> bool:
    """True for a sentence that calls something safe or says that it may be given."""
    return _ALLOWED.search(text) is not None and _DENIED.search(text) is None


def forbidden(text: str, sources: tuple[Source, ...], label: Callable[[str], Record | None]) -> Forbidden | None:
    """What a label contraindicates and the text calls safe; None where no label of its drugs does."""
    if not allows(text):
        return None
    named = list(vocabulary.current().find(text))
    for drug in dict.fromkeys(m.term.label for m in named if m.term.semantic == "drug"):
        own = next((s.record for s in sources if _labels(s.record, drug)), None)
        record = own or label(drug)
        if record is None:
            continue
        others = [(text[m.start : m.end], (m.term.label, *m.term.synonyms)) for m in named if m.term.label != drug]
        for written, names in others:
            told = tuple(k for n in (written, *names) if (k := keys.of(n)) - _PLAIN)
            for span in _contraindicated(record):
                if any(_forbids(text, span.quote, name) for name in told):
                    return Forbidden(span, written)
    return None


def confirmed(text: str, sources: tuple[Source, ...]) -> bool:
    """True where a sentence says that something is unsafe or not to be given, and a cited label contraindicates it."""
    if _WARNED.search(text) is None:
        return False
    named = vocabulary.current().find(text)
    drugs = [m.term.label for m in named if m.term.semantic == "drug"]
    held = [s.record for s in sources if any(_labels(s.record, drug) for drug in drugs)]
    told = [keys.of(text[m.start : m.end]) for m in named if not any(_labels(r, m.term.label) for r in held)]
    spans = [span for record in held for span in _contraindicated(record)]
    return any(name - _PLAIN and name <= keys.of(span.quote) for name in told for span in spans)


_WARNED: Final = caseless(
    r"\b(?:unsafe|not (?:\w+ ){0,2}(?:safe|suitable)|(?:must|should|may|can) ?not be|contra-?indicated|(?:must"
    r"|should) never)\b"
)


def _labels(record: Record, drug: str) -> bool:
    return record.kind is RecordKind.LABEL and name_key(drug) in name_key(record.title)


def _contraindicated(record: Record) -> Iterator[Span]:
    for section in record.sections:
        if section.code == CODE or re.match(r"(?:\d[\d.]*\s)?contra-?indications?\b", section.heading, re.IGNORECASE):
            for start, end in sentences.split(section.text[:20_000]):
                yield Span(record, section.id, start, end)


def _forbids(text: str, told: str, name: frozenset[str]) -> bool:
    """True where a sentence of a label names a state or drug that the text names, no milder and no exempted one."""
    exempt = _EXEMPT.search(told)
    bare = _EXEMPT.sub(" ", told)
    if not name <= keys.of(bare):
        return False
    mine = keys.of(text)
    if exempt is not None:
        what = keys.of(exempt["what"]) - _PLAIN
        if what & mine and not re.search(r"\bwithout\b|\bno\b", text, re.IGNORECASE):
            return False
    ranked = keys.of(bare) & _RANKS - name
    return not (mine & _MILDER and ranked and not ranked & mine)
