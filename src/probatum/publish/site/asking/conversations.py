"""Conversations in and out of the table."""

from __future__ import annotations

import datetime

import msgspec

from probatum.model import Answer, Conversation, Reader, Turn
from probatum.model.wire import decode, encode
from probatum.publish.site.articles import content
from probatum.publish.site.asking import engine
from probatum.publish.site.asking.models import Asked


def read(asked: Asked) -> Conversation | None:
    """The conversation so far; None before the first answer."""
    if not asked.conversation:
        return None
    return decode(bytes(asked.conversation), Conversation, content.find)


def go_on(asked: Asked, telling: engine.Telling | None = None) -> Conversation:
    """Answer what waits: the question itself, then a follow-up; kept as soon as it is made. `telling` hears each step.

    Raises ProbatumError P4xx; the question stays, and can be asked again.
    """
    now = read(asked)
    if now is None:
        now = begun(asked, engine.answer(asked.typed, Reader(asked.reader), telling))
        keep(asked, now)
    if asked.waiting:
        typed, asked.waiting = asked.waiting, ""
        try:
            now = msgspec.structs.replace(now, turns=(*now.turns, engine.follow(typed, now.last, telling)))
        finally:
            keep(asked, now)
    return now


def begun(asked: Asked, answer: Answer) -> Conversation:
    """A conversation with its first answer."""
    started = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return Conversation(asked.id.hex[:8], started, (Turn(answer.question.typed, answer),))


def keep(asked: Asked, conversation: Conversation) -> None:
    """Keep it whole, with the sources it rests on."""
    content.keep_sources(turn.answer for turn in conversation.turns)
    asked.conversation = encode(conversation)
    asked.save()
