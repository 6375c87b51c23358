"""By trial: a question that names a trial and nothing that it gave is put as that trial's own title.

`what did CARES find?` holds no medicine and no illness; read as words it is answered by whatever speaks of care. A
report in the library that calls itself so says what is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.acquire.library import Library
from probatum.errors import ProbatumError
from probatum.model import Assumption, Question, Record, RecordKind, Role
from probatum.pipeline import put_again
from probatum.text.expressions import caseless, expression

TRIAL: Final = "trial"
"""The kind of the assumption."""
LOOKED_AT: Final = 80
"""Records that are looked at, best first."""
_NAME: Final = expression(r"\b[A-Z][A-Z0-9]{2,14}(?![A-Za-z])(?:-[A-Za-z0-9]{1,12}|[ -](?:[IVX]{1,3}|\d)\b)?")
_ASKS: Final = caseless(
    r"\b(?:trials?|stud(?:y|ies)|results?|findings?|shows?|showed|shown|finds?|found|conclu\w+|papers?|publi\w+|mortality"
    r"|outcomes?|deaths?|NNT|number needed|effects?|benefits?|harms?|primary|endpoints?)\b"
)
_KINDS: Final = (RecordKind.TRIAL_REPORT, RecordKind.ARTICLE, RecordKind.REVIEW)
_GIVEN: Final = ("drug", "procedure")


def told(question: Question, opened: Library, read: Callable[[str], Question], as_of: str) -> Question:
    """The question as the trial's title puts it; itself where it names what is given, or no held report is called so.
    `read` reads a text as a question."""
    if any(a.what == TRIAL for a in question.assumptions):
        return question  # two of them were read before
    found = [m[0] for m in _NAME.finditer(question.typed)]
    if not found or question.typed.isupper() or _ASKS.search(question.typed) is None:
        return question
    rest = question.typed.replace(found[0], " ")
    named = [m.term for m in vocabulary.load().find(rest) if m.term.semantic in _GIVEN]
    if any(term.label not in question.patient.drugs for term in named):
        return question
    for name in found:
        record = None if _means_something(name, question) else called(name, opened, as_of)
        if record is None:
            continue
        title = _put(record.title, name)
        if _CUT_SHORT.search(title):
            continue  # the name stood for what the title is about
        try:
            made = read(title)
        except ProbatumError:
            return question
        if not made.having(Role.INTERVENTION):
            return question
        said = Assumption(TRIAL, name, title, "a report of that name is held")
        return put_again.as_typed(question, _on_outcome(question, made), said)
    return question


_ON: Final = caseless(
    r"\b(?:shows?|showed|shown|finds?|found|conclude[sd]?|say|said|report(?:ed)?|results?|findings?|effects?) "
    r"(?:about|on|for|regarding|as to|with regard to) (?:the )?(?P<what>[\w -]{3,60}?)\W*$"
)
"""`what did NAME show about major bleeding`."""


def _on_outcome(question: Question, made: Question) -> Question:
    """The trial's question with what is asked of it as its outcome; itself where that names no outcome, or one that its
    title names already."""
    found = _ON.search(question.typed)
    what = found["what"] if found else ""
    inside = [c for c in question.concepts if c.text.lower() in what.lower() and c.semantic not in _GIVEN]
    if made.outcome or not inside or what.lower() in made.read.lower():
        return made
    had = {c.label for c in made.having(Role.POPULATION)}
    asked = tuple(msgspec.structs.replace(c, role=Role.OUTCOME) for c in inside if c.label not in had)
    return msgspec.structs.replace(made, outcome=what, concepts=(*made.concepts, *asked)) if asked else made


_CUT_SHORT: Final = caseless(r"\b(?:of|in|for|with|on|and|or|to|by|from|the|an?)$")


def _means_something(name: str, question: Question) -> bool:
    """Whether the name is one of the vocabulary, or was read as an abbreviation for one: `COPD`, `DVT`."""
    read = any(a.what == "abbreviation" and a.from_ == name for a in question.assumptions)
    known = vocabulary.load()
    return read or any((m.start, m.end) == (0, len(name)) for m in known.find(name)) or _in_longer(name, question)


def _in_longer(name: str, question: Question) -> bool:
    """Whether the name is but a part of a longer one that is known: the ACE of `ACE inhibitors` is no trial."""
    at = question.typed.find(name)
    end = at + len(name)
    spans = ((m.start, m.end) for m in vocabulary.load().find(question.typed))
    return any(start <= at and end <= stop and (start, stop) != (at, end) for start, stop in spans)


def called(name: str, opened: Library, as_of: str, *, loose: bool = False) -> Record | None:
    """The report that calls itself so: in its title, else as `the NAME trial`; of several the first one published.
    `loose` takes a name that was typed without its capitals; in a title it must have them."""
    own = re.compile(rf"(?<![\w-]){re.escape(name.upper() if loose else name)}(?![\w-])")
    case = re.IGNORECASE if loose else 0
    more = r"(?: [a-z0-9]{2,9})?" if loose and len(name) >= _LONG else ""
    itself = re.compile(rf"\b[Tt]he {re.escape(name)}{more} (?:trial|study)\b|\({re.escape(name)}\)", case)
    spelt = re.escape(name.upper() if loose else name)
    tried = re.compile(
        rf"(?<![\w-]){spelt}(?:[ -][\w-]+){{0,3}} (?:[Tt]rials?|[Ss]tud(?:y|ies)|[Cc]ohort|[Rr]egistry)\b"
        rf"|\b(?:[Tt]rial|[Ss]tudy|[Cc]ohort|[Rr]egistry)(?: \w+){{0,3}} \({spelt}\)|^{spelt}:"
    )
    held: list[tuple[int, int, str, Record]] = []
    for hit in opened.search(name, limit=LOOKED_AT, as_of=as_of):
        record = hit.record
        if record.kind not in _KINDS:
            continue
        text = " ".join(section.text for section in record.evidence_sections)
        if record.kind is not RecordKind.TRIAL_REPORT and not (tried.search(record.title) or tried.search(text)):
            continue  # what only has the letters in its title is no trial of that name
        place = 0 if own.search(record.title) else 1 if itself.search(text) else None
        if place is not None:
            held.append((place, record.year or 9999, record.id, record))
    return min(held, key=lambda row: row[:3])[3] if held else None


def _put(title: str, name: str) -> str:
    """The title without the trial's name and what stands behind a colon."""
    bare = re.sub(rf"\s*\(?(?<![\w-]){re.escape(name)}(?![\w-])\)?", "", title)
    first = bare.split(": ")[0].strip(" .:,")
    made = _DESIGN.sub("", first if len(first.split()) > _FEWEST else bare.strip(" .:,"))
    words = made.split()
    if sum(word[:1].isupper() for word in words) * 2 > len(words):  # set as a title: `Outcomes in Obesity`
        made = " ".join("-".join(part.lower() if part[1:].islower() else part for part in w.split("-")) for w in words)
    return made


_DESIGN: Final = caseless(
    r"^(?:an? |the )?(?:(?:randomi[sz]ed|controlled|double-blind|placebo-controlled|multicent(?:re|er)|open-label"
    r"|phase \w+|pragmatic|clinical) )*(?:trial|study|comparison) of (?=\w)"
)
"""What a title says of how it was tried."""


_LONG: Final = 5
"""Letters of a first word by which alone a trial of several is called: `ODYSSEY` of `ODYSSEY OUTCOMES`."""
_FEWEST: Final = 3
"""Words of a title before a colon that say what it is about."""
