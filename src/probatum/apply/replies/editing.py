"""Editing: what becomes of each section when an answer follows another. What did not change stays as it was."""

from __future__ import annotations

import difflib
from typing import Final

import msgspec

from probatum.model import Answer, Change, Kind, Section, SectionEdit, SentenceEdit, Statement
from probatum.text.expressions import caseless

TAIL: Final = ("references", "search", "disclaimer", "review")
"""Sections about the answer itself: they follow what stands before them."""


def plan(old: Answer, new: Answer) -> tuple[SectionEdit, ...]:
    """One line a section, in the order of the new answer; sections that only the old one has come last."""
    before = {s.id: s for s in old.sections}
    after = {s.id for s in new.sections}
    plain = (old.reader.plain, new.reader.plain)
    made = [_edit(before.get(s.id), s, plain) for s in new.sections if s.id not in TAIL]
    gone = [s for s in old.sections if s.id not in after and s.id not in TAIL]
    return (*made, *(SectionEdit(s.id, Change.DROP, "it answered the last question") for s in gone))


def merged(old: Answer, new: Answer) -> Answer:
    """The new answer with every kept section taken over as it was, checks and all."""
    before = {s.id: s for s in old.sections}
    kept = {e.section for e in plan(old, new) if e.change is Change.KEEP}
    sections = tuple(before[s.id] if s.id in kept else s for s in new.sections)
    return msgspec.structs.replace(new, sections=sections)


_STANDS: Final = caseless(
    r"\b(?:for this patient|takes for granted|nobody should|emergency|critical|must not|not to be taken together)\b"
)
"""What bars or alarms, which is said first however often."""


def new_first(old: Answer, new: Answer) -> Answer:
    """The new answer with what its short answer tells anew before what the last one told already, but for what bars or
    alarms: who asks for the dose has read what the medicine does with another a moment ago."""
    sections = {s.id: s for s in new.sections}
    lead, before = sections.get(LEAD), next((s for s in old.sections if s.id == LEAD), None)
    if lead is None or before is None:
        return new
    known = {(s.record, s.start, s.end) for one in before.statements for s in one.supports}

    def told(one: Statement) -> bool:
        spans = {(s.record, s.start, s.end) for s in one.supports}
        return bool(spans) and spans <= known and _STANDS.search(one.text) is None

    again = [one for one in lead.statements if told(one)]
    fresh = [one for one in lead.statements if one not in again]
    if not any(one.kind is not Kind.NAVIGATION and _STANDS.search(one.text) is None for one in fresh):
        return new
    led = msgspec.structs.replace(lead, statements=(*fresh, *again))
    return msgspec.structs.replace(new, sections=tuple(led if s.id == LEAD else s for s in new.sections))


LEAD: Final = "bottom_line"


def differences(old: Answer, new: Answer) -> tuple[SentenceEdit, ...]:
    """What two answers do not say alike, sentence by sentence, in the order of the new one."""
    before, after = _sentences(old), _sentences(new)
    made: list[SentenceEdit] = []
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        for i in range(max(b - a, d - c)):
            left = before[a + i] if a + i < b else ("", "")
            right = after[c + i] if c + i < d else ("", "")
            if left[0] and right[0] and left[0] != right[0]:
                made += [SentenceEdit(left[0], left[1], ""), SentenceEdit(right[0], "", right[1])]
            else:
                made.append(SentenceEdit(right[0] or left[0], left[1], right[1]))
    return tuple(made)


def _sentences(answer: Answer) -> list[tuple[str, str]]:
    return [(section.id, s.text) for section in answer.sections if section.id not in TAIL for s in section.statements]


def _said(section: Section, plain: bool) -> list[str]:
    """What a section shows its reader, its supports with it: the same words from another source are not the same."""
    shown = [one for one in section.statements if not (plain and one.level)]
    spans = [[(s.record, s.version, s.section, s.start, s.end) for s in one.supports] for one in shown]
    easy = [(one.plain if plain else "") or one.text for one in shown]
    return [f"{words} {at}" for words, at in zip(easy, spans, strict=True)]


def _edit(old: Section | None, new: Section, plain: tuple[bool, bool]) -> SectionEdit:
    if old is None:
        return SectionEdit(new.id, Change.ADD, "it was not part of the last answer")
    one, other = _said(old, plain[0]), _said(new, plain[1])
    reworded = plain[0] != plain[1] and any(s.plain for s in (*old.statements, *new.statements))
    if reworded and one != other:
        return SectionEdit(new.id, Change.REPLACE, f"told in {'plain' if plain[1] else 'professional'} words")
    if one == other and (one or old.empty == new.empty):
        return SectionEdit(new.id, Change.KEEP, "nothing in it changes")
    if not other and one:
        return SectionEdit(new.id, Change.REPLACE, "nothing was found for what is asked now")
    added = [s for s in other if s not in one]
    lost = [s for s in one if s not in other]
    if not lost and added:
        return SectionEdit(new.id, Change.EXTEND, f"{_count(added)} added")
    parts = [f"{_count(added)} added"] * bool(added) + [f"{_count(lost)} left out"] * bool(lost)
    return SectionEdit(new.id, Change.REPLACE, ", ".join(parts) or "its order changes")


def _count(items: list[str]) -> str:
    return f"{len(items)} {'sentence' if len(items) == 1 else 'sentences'}"
