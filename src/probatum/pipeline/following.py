"""Following: a follow-up read against the last answer, answered, and turned into edits of its sections."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from probatum import apply, ask
from probatum.acquire.library import Library
from probatum.apply.replies import danger
from probatum.ask.assuming import given_before, medicines
from probatum.model import Answer, Assumption, FollowUp, FollowUpKind, Question, Reader, Turn, Warning
from probatum.pipeline.answering import respond
from probatum.pipeline.reading import read_question
from probatum.pipeline.starting import open_library
from probatum.pipeline.wishes import ALL, Telling, Wish, read_date


def follow(
    typed: str,
    last: Turn,
    *,
    library: Library | str | Path | None = None,
    as_of: str | datetime.date | None = None,
    assume: Sequence[str] = (),
    telling: Telling | None = None,
) -> Turn:
    """The turn that answers a follow-up to the last one: what was understood, the edit plan, the edited answer.

    `assume` is as for `answer`; what was given with an earlier turn holds until a new question or another patient is
    asked about; `telling` as for `answer`. Raises ProbatumError P411 for words in which nothing can be understood, and
    what `answer` raises.
    """
    opened = library if isinstance(library, Library) else open_library(library)
    date = read_date(as_of)
    before = last.answer
    understood = ask.follow(
        typed,
        before.question,
        lambda text: read_question(text, opened, country=before.question.country, as_of=date),
        year=int(date[:4]),
        topic=last.topic,
    )
    fresh = understood.kind is FollowUpKind.NEW
    only = understood.only or (ALL if fresh else last.only)
    wish = Wish(
        _reader(understood, before.reader),
        understood.depth or before.engine.depth,
        date,
        only=only,
        follow=understood,
        cited=tuple(r.record for r in before.references),
    )
    made = respond(_asked(typed, understood, before.question, opened, assume, date), opened, wish, telling)
    made = _alarmed_before(made, before, fresh=fresh)
    if fresh:
        alarmed = understood.why == ask.NAMES_A_DANGER  # what was spoken of before is spoken of behind the alarm, too
        return Turn(typed, made, understood, (), only, (last.topic or before.question) if alarmed else None)
    simplest = before.reader.plain or ask.asks_simplest(typed)  # a page in plain words already is to be plainer still
    if understood.kind is FollowUpKind.READER and made.reader.plain and simplest:
        made = apply.simply(made)
    if understood.kind is FollowUpKind.ASPECT:
        made = apply.new_first(before, made)
    plan = apply.plan(before, made)
    return Turn(typed, apply.merged(before, made), understood, plan, only, _topic(understood, last))


EARLIER: Final = "earlier"
"""Code of the warning that an earlier turn raised an alarm."""


def _alarmed_before(made: Answer, before: Answer, *, fresh: bool) -> Answer:
    """The answer with the alarm of the turn before, which a further question does not settle; it is said for as long
    as the talk is of the same matter, and once behind a new question."""
    held = [w for w in before.warnings if w.code == EARLIER and not fresh]
    said = danger.earlier(before.question)
    told = [Warning(EARLIER, said)] if said else held
    if not told or made.question.danger in danger.HELP_FIRST:
        return made
    return msgspec.structs.replace(made, warnings=(*told, *made.warnings))


def _reader(understood: FollowUp, before: Reader) -> Reader:
    """Who reads on: a carer who wants it in simpler words is no patient, unless that is said."""
    simpler = understood.reader is Reader.PATIENT and "patient" not in understood.typed.lower()
    return before if understood.reader is None or (simpler and before.plain) else understood.reader


_OF_THE_ANSWER: Final = frozenset(
    (FollowUpKind.READER, FollowUpKind.DEPTH, FollowUpKind.STUDIES, FollowUpKind.CERTAINTY, FollowUpKind.STUDY)
)
"""Kinds that ask about the answer, and change no question."""


def _topic(understood: FollowUp, last: Turn) -> Question | None:
    """The matter that the next follow-up leans on: that of the last turn where this one asked of a side of it."""
    if understood.kind in _OF_THE_ANSWER:
        return last.topic
    return (last.topic or last.answer.question) if understood.aside else None


def _asked(
    typed: str, understood: FollowUp, last: Question, opened: Library, assume: Sequence[str], as_of: str
) -> Question:
    """The question that a follow-up comes to; said among its assumptions, so that it can be corrected."""
    given = (*_still_given(understood, last), *understood.assume, *assume)
    if understood.asked == last.typed and not understood.assume and not assume:
        return last
    question = read_question(understood.asked, opened, country=last.country, assume=given, as_of=as_of)
    if understood.kind is FollowUpKind.NEW or understood.asked == last.typed:
        return question
    said = Assumption("follow-up", typed, understood.asked, understood.why)
    return msgspec.structs.replace(question, assumptions=(said, *question.assumptions))


def _still_given(understood: FollowUp, last: Question) -> tuple[str, ...]:
    """What was given with earlier turns and still holds: nothing for a new question, of another patient only the
    medicines that are taken, and no meanings of words where the words of the question change."""
    if understood.kind is FollowUpKind.NEW:
        return ()
    same = understood.asked == last.typed
    kept = tuple(given for given in given_before(last.assumptions) if same or "=" not in given)
    if understood.kind is not FollowUpKind.PATIENT or understood.assume:
        return kept
    said = understood.typed.lower()  # `he has stopped X` takes X away
    return tuple(part for part in medicines(kept) if part.split()[-1].lower() not in said)
