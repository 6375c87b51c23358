"""Trials apart: several trials that a question names, each told by what it concluded itself, in the order named.

Whoever asks what one showed beside another wants both; the one whose title put the question would else stand alone.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.model import Appraisal, Kind, RecordKind, Section, Statement
from probatum.text import two_named
from probatum.text.expressions import caseless

_CALLED: Final = re.compile(
    r"\b[Tt]he (?P<own>[A-Z][A-Za-z0-9]*(?:[- ][A-Z0-9][A-Za-z0-9]*){0,2}) (?:trial|study)\b"
    r"|\((?P<bracket>[A-Z][A-Z0-9]{2,}(?:[- ][A-Za-z0-9]+)?)\)"
)
_STUDIES: Final = (RecordKind.TRIAL_REPORT, RecordKind.ARTICLE)
LEAST: Final = 2


def named(context: Context) -> tuple[tuple[str, Appraisal], ...]:
    """The trials that a question names and whose own reports were found, in its order; none where it is one."""
    typed = context.question.typed
    found: dict[str, tuple[int, Appraisal]] = {}
    for appraisal in (*context.appraisals, *context.further):
        if appraisal.record.kind not in _STUDIES or not appraisal.conclusions:
            continue
        for name in _names(appraisal):
            place = _at(name, typed)
            if place >= 0 and not _of_a_thing(name, context):
                found.setdefault(name, (place, appraisal))
    ordered = sorted(found.items(), key=lambda row: (row[1][0], -len(row[0])))
    made: dict[str, tuple[str, Appraisal]] = {}
    for name, (_, appraisal) in ordered:
        made.setdefault(appraisal.record.id, (name, appraisal))
    return tuple(made.values()) if len(made) >= LEAST else ()


def _of_a_thing(name: str, context: Context) -> bool:
    """Whether the question has a name as short for something else than a trial: `ACE inhibitor or ARB`."""
    question = context.question
    read = any(a.what == "abbreviation" and a.from_.lower() == name.lower() for a in question.assumptions)
    return read or any(c.semantic and name.lower() in c.text.lower().split() for c in question.concepts)


def _names(appraisal: Appraisal) -> list[str]:
    record = appraisal.record
    text = " ".join((record.title, *(section.text for section in record.evidence_sections)))
    said = [found["own"] or found["bracket"] for found in _CALLED.finditer(text)]
    return [name for name in dict.fromkeys(said) if sum(letter.isupper() for letter in name) > 1]


def _at(name: str, typed: str) -> int:
    """Where a text names a trial, with or without its hyphens; -1 where it does not."""
    pattern = "[- ]?".join(map(re.escape, re.split("[- ]", name)))
    found = re.search(rf"(?<![\w-]){pattern}(?![\w-])", typed)
    if found:
        return found.start()
    sides = two_named.pair(typed)  # `fourier v odyssey`: between two names that stand so the capitals are left out
    short = name.split(" ")[0]
    own = {name.lower(), *([short.lower()] if len(short) >= _LONG else [])}
    for side in sides or ():
        if said := next((one for one in side if one.lower() in own), ""):
            return typed.find(said)
    return -1


_LONG: Final = 5
"""Letters of a first word by which alone a trial of several is called: `ODYSSEY` of `ODYSSEY OUTCOMES`."""


def led(section: Section, context: Context) -> Section:
    """The short answer with what each of the trials concluded first, and their size, where several are named."""
    trials = named(context)
    if not trials:
        return section
    draft = Draft(section.id, section.title)
    for name, appraisal in trials:
        quote(draft, appraisal, appraisal.conclusions[0], "concludes", opening=name)
    new = tuple(msgspec.structs.replace(s, kept=True, layer=0) for s in draft.statements)
    spans = {span for one in new for span in one.supports}
    opens = [s for s in section.statements if s.kind is Kind.NAVIGATION]
    rest = [s for s in section.statements if s not in opens and not set(s.supports) <= spans]
    safe = [s for s in rest if _SAFETY.match(s.text)]
    effects = [s for s in rest if s not in safe and s.kind.asserts and not _GOES_ON.match(s.text)]
    records = {appraisal.record.id for _, appraisal in trials}
    own = [s for s in effects if all(span.record in records for span in s.supports)]
    effects = own[: len(trials)] or effects[:1]
    return msgspec.structs.replace(section, statements=_numbered(section, (*opens, *new, *effects, *safe)), empty="")


_SAFETY: Final = caseless(r"\W*(?:boxed warning|contra-?indicated)\b")
_GOES_ON: Final = caseless(r"^(?:this is of|the same (?:trial|review|study)|less harm|harm:)")


def _numbered(section: Section, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(statements, 1))
