"""Introducing: the first line of a section that quotes a study says which it is, later ones that it is the same.

Lines are named while they are written and put in order afterwards, so that `the same trial` may come to stand first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from probatum.apply import designs, wording
from probatum.apply.context import Context
from probatum.apply.plainly import plain
from probatum.model import Appraisal, Kind, Section, Span, Statement, Study
from probatum.text.expressions import caseless


def introduced(section: Section, context: Context) -> Section:
    """The section in which no study is called the same before it was named, or named in full right behind itself."""
    held = {a.record.id: a for a in context.appraisals}
    told: set[str] = set()
    moved: set[str] = set()
    made: list[Statement] = []
    last: set[str] = set()
    for one in section.statements:
        record = one.supports[0].record if one.supports else ""
        again = record in told
        if one.kind is Kind.QUOTED and record in held and (not again or record in moved or record in last):
            changed = _named(one, held[record], again=again)
            moved |= {record} if changed is not one and not again else set()
            one = changed
        made.append(one)
        last = _records(one)
        told |= last
    return section if made == list(section.statements) else msgspec.structs.replace(section, statements=tuple(made))


def anchored(section: Section, appraisals: Iterable[Appraisal]) -> Section:
    """The section in which a line that says `the same trial` has the trial named in a line before it: what stood there
    may have gone to full depth, or stand in another section."""
    held = {a.record.id: a for a in appraisals}
    named: set[str] = set()
    made: list[Statement] = []
    for one in section.statements:
        for record in _records(one) & held.keys():
            study = held[record].study
            if record not in named:
                one = _in_full(one, study)
            if designs.words(study) in one.text:
                named.add(record)
        made.append(one)
    return section if made == list(section.statements) else msgspec.structs.replace(section, statements=tuple(made))


def unhung(section: Section) -> Section:
    """The section whose plain page leaves out what hangs on a line that is left out (`These events occurred in 9`);
    the short answer, doses and warnings are every reader's."""
    if section.id not in _LEAVES_OUT:
        return section
    made: list[Statement] = []
    for one in section.statements:
        hangs = one.kind is Kind.QUOTED and not one.level and _HANGS.match(one.supports[0].quote)
        if hangs and (not made or made[-1].level or one.supports[0].record not in _records(made[-1])):
            one = msgspec.structs.replace(one, level=1)
        made.append(one)
    return section if made == list(section.statements) else msgspec.structs.replace(section, statements=tuple(made))


_LEAVES_OUT: Final = ("evidence", "adverse_effects")
_HANGS: Final = caseless(r"(?:these|those|such|they|both|this (?!review|study|trial|analysis|meta))\b")
"""How a sentence begins that says nothing without the one before it."""


def met_plainly(section: Section, appraisals: Iterable[Appraisal]) -> Section:
    """The section in whose plain words a study is named in full where it is first met: the line that named it may be
    one that a plain page leaves out."""
    held = {a.record.id: a for a in appraisals}
    named: set[str] = set()
    made: list[Statement] = []
    for one in section.statements:
        record = one.supports[0].record if one.supports else ""
        if not one.level and record in held:
            one = one if record in named else _plainly_in_full(one, held[record].study)
            named.add(record)
        made.append(one)
    return section if made == list(section.statements) else msgspec.structs.replace(section, statements=tuple(made))


def _plainly_in_full(one: Statement, study: Study) -> Statement:
    """The line whose plain words name its study in full, where they call it the same; else the line itself. What it
    rests on is the same for every reader who is shown it: with what the full name tells of the study."""
    deeds = (*plain.DEEDS, plain.FOUND)
    parts = {plain.opening(study, again=True, did=did): plain.opening(study, did=did) for did in deeds}
    told = _exchanged(one.plain, parts)
    supports = _supports(one, (), designs.lead(study)[1])
    return one if told == one.plain else msgspec.structs.replace(one, plain=told, supports=supports)


def _in_full(one: Statement, study: Study) -> Statement:
    """The line with its study named in full where it is called the same; else the line itself."""
    (old, gone), (new, spans) = designs.again(study), designs.lead(study)
    for before, after in ((f"In {old}", f"In {new}"), (wording.upper(old), wording.upper(new))):
        if one.text.startswith(f"{before}, ") or one.text.startswith(f"{before} "):
            parts = {
                plain.opening(study, again=True, did=did): plain.opening(study, did=did)
                for did in (*plain.DEEDS, plain.FOUND)
            }
            supports = _supports(one, gone, spans)
            text, plainly = after + one.text[len(before) :], _exchanged(one.plain, parts)
            return msgspec.structs.replace(one, text=text, plain=plainly, supports=supports)
    return one


def _records(one: Statement) -> set[str]:
    return {span.record for span in one.supports}


def _named(one: Statement, appraisal: Appraisal, *, again: bool) -> Statement:
    """The line with the study named as it must be there; the line itself where it is named so already."""
    study = appraisal.study
    whole, same = designs.lead(study), designs.again(study)
    (old, gone), (new, spans) = (whole, same) if again else (same, whole)
    if not one.text.startswith(f"{wording.upper(old)} "):
        return one
    named = {f". {plain.opening(study, did=d)}": f". {plain.opening(study, again=True, did=d)}" for d in plain.DEEDS}
    parts = named if again else {new_: old_ for old_, new_ in named.items()}
    return msgspec.structs.replace(
        one,
        text=wording.upper(new) + one.text[len(old) :],
        plain=_exchanged(one.plain, parts),
        supports=_supports(one, gone, spans),
    )


def _exchanged(text: str, parts: Mapping[str, str]) -> str:
    """The plain words with the other name of the study behind what it found."""
    for old, new in parts.items():
        if old in text:
            return text.replace(old, new, 1)
    return text


def _supports(one: Statement, gone: tuple[Span, ...], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The quoted sentence, then what the name of the study rests on; what else supports the line stays."""
    first, *rest = one.supports
    return tuple(dict.fromkeys((first, *spans, *(s for s in rest if s not in gone))))
