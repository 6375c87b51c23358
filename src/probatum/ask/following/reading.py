"""Reading a follow-up: which part of the last question it changes, and the whole question that it comes to.

What it says of the answer itself comes first, then whether it turns to something else; else the rules are asked in
their order, and the first that understands it says what it comes to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import msgspec

from probatum.ask.danger import named, read_danger, told_in_two
from probatum.ask.following import (
    aspects,
    carrying,
    circumstances,
    course,
    cues,
    either,
    exchanged,
    instead,
    people,
    readers,
)
from probatum.ask.following.opening import bare, spelt
from probatum.ask.following.phrases import treatments
from probatum.ask.following.reactions import reacted
from probatum.ask.following.taken import taken
from probatum.ask.following.turning import alone, complete, turned
from probatum.errors import ProbatumError
from probatum.model import FollowUp, FollowUpKind, Intent, Question
from probatum.text import words
from probatum.text.expressions import expression

Read = Callable[[str], Question]
"""Reads a text as a question of its own."""
Rule = Callable[[str, str, Question, Question], FollowUp | None]
"""What the words as typed, the words as read, the question that they are alone and the last question come to."""

_ASSUMING: Final = expression(
    r"^\W*(?:please |now |and |but )*(?:assum(?:e|ing)|suppose|let'?s say)(?: that)?(?: (?:she|he|i|the patient|they"
    r"|it)"
    r"(?: is| am| are| has| have|'s|'m)?)?\W+(\S.*?)[.?!]*$",
    re.IGNORECASE,
)
"""`assume she is pregnant, eGFR 25`: what is given of the patient."""
_RULES: Final[tuple[Rule, ...]] = (
    people.measured,
    people.allergic,
    taken,
    people.fathering,
    instead.eaten,
    circumstances.underwent,
    circumstances.of_the_same,
    aspects.has_now,
    course.undone,
    complete,
    alone,
    people.conceiving,
    course.while_ill,
    carrying.without,
    aspects.dose,
    aspects.more_of_it,
    aspects.amount,
    aspects.again,
    instead.untreated,
    either.of_two,
    instead.which,
    exchanged.exchanged,
    instead.in_its_place,
    instead.compared,
    instead.together,
    instead.may_have,
    instead.added,
    aspects.unborn,
    carrying.feared,
    aspects.noticed,
    people.others,
    carrying.swapped,
    instead.anything_else,
    course.next_step,
    course.course,
    course.said_of_it,
    course.how_long,
    aspects.safer,
    course.when,
    aspects.subject,
    carrying.tested,
    instead.another,
    aspects.problem,
    aspects.aspect,
    aspects.pronoun,
    carrying.carried,
)
_TWICE: Final = expression(
    r"\b(?:took|taken|had|given|gave|swallowed|injected)\b[^.?]{0,24}"
    r"\b(?:twice|three times|double|two (?:doses|lots)|too (?:much|many)|extra)\b",
    re.IGNORECASE,
)
"""More was taken than was meant: of which medicine, the talk tells."""
NAMES_A_DANGER: Final = "it names a danger"
_NEW_WORDS: Final = 6
"""Words of a follow-up about the answer itself that the last question does not hold."""


_OF_WHOM: Final[tuple[Rule, ...]] = (
    people.measured,
    people.fathering,
    people.conceiving,
    people.others,
    instead.compared,
)
"""Rules that change the last question itself, also where it asked of a side of the matter: `and in children?` after
`what are its side effects?` asks of the side effects in children."""


def follow(typed: str, last: Question, read: Read, *, year: int, topic: Question | None = None) -> FollowUp:
    """The follow-up understood against the last question. `read` reads a text by itself; `year` is that of the answer.

    `topic` is the question on which `last` asked aside (`can I drink with it?`): what stands for a treatment stands for
    that of the topic, and what is asked of the people for the last question, unless that put two things together.

    Pure but for `read`. Raises ProbatumError P411 for a text in which nothing is understood, and what `read` raises.
    """
    if (harm := reacted(typed, read(typed), last)) is not None:
        return harm
    if (danger := _danger(typed, read)) in _GRAVE:
        return FollowUp(typed, FollowUpKind.NEW, _of_what(typed, danger, last, read), NAMES_A_DANGER)
    if _TWICE.search(typed) and last.intervention:
        of_it = _of_what(typed, "overdose", topic or last, read)
        if read_danger(of_it).kind in ("overdose", "doubled"):
            return FollowUp(typed, FollowUpKind.NEW, of_it, NAMES_A_DANGER)
    before = (topic or last).typed
    if told_in_two(before, typed) is not None or told_in_two(last.typed, typed) is not None:
        both = f"{before.rstrip('?.! ')}, {typed}"
        return FollowUp(typed, FollowUpKind.NEW, both, "with what was asked before it names a danger")
    if _FAILS.search(typed) and _RELIEVED.search(before) and read_danger(before).kind != "emergency":
        both = f"{before.rstrip('?.! ')}, {typed}"  # a reliever that does not relieve is an emergency, if only feared
        if read_danger(both).kind == "emergency":
            return FollowUp(typed, FollowUpKind.NEW, both, "with what was asked before it names a danger")
    given = _ASSUMING.match(typed)
    if given is not None:
        return FollowUp(typed, FollowUpKind.PATIENT, last.typed, f"assumed: {given[1]}", assume=(given[1],))
    told = turned(typed, last, read) or _about_the_answer(typed, last, year)
    if told is not None:
        return told
    own = read(spelt(typed, last))
    matter = topic or last
    whom = matter if last.intent is Intent.INTERACTION else last
    for rule in _RULES:
        leans = whom if rule in _OF_WHOM else matter
        found = rule(typed, own.read, own, leans)
        if found is not None:
            return msgspec.structs.replace(found, aside=_aside(found, leans))
    if own.concepts:
        return FollowUp(typed, FollowUpKind.NEW, bare(typed), "nothing of the last question fits it")
    raise ProbatumError("P411", typed=typed)


_FAILS: Final = expression(
    r"\b(?:does ?n[o'\u2019]?t|do ?n[o'\u2019]?t|is ?n[o'\u2019]?t|not|no longer|stops?) (?:help|work)(?:ing)?\b",
    re.IGNORECASE,
)
_RELIEVED: Final = expression(
    r"\b(?:attacks?|wheez\w*|breathless\w*|reliever|rescue|blue inhaler|salbutamol|albuterol)\b", re.IGNORECASE
)
"""Of breath that is to be eased at once; a preventer that does not help is changed."""


def _danger(typed: str, read: Read) -> str:
    """The danger that a follow-up names, by the lists; by what it is only told like where somebody tells of himself or
    of his own what is felt or was swallowed, since few words are told like much."""
    if (told := named(typed)) is not None:
        return told.kind
    kind = read_danger(typed).kind
    if not kind or not _OF_SOMEBODY.search(typed):
        return ""
    felt = any(c.semantic in ("condition", "symptom") for c in read(typed).concepts)
    return kind if (_SWALLOWED.search(typed) if kind == "overdose" else felt) else ""


_OF_SOMEBODY: Final = expression(
    r"\b(?:i'?m|i am|i feel|i have|i've|i took|i also|my|he'?s|she'?s|he is|she is|he has|she has|our)\b", re.IGNORECASE
)
_SWALLOWED: Final = expression(r"\b(?:swallow\w*|took|taken|ate|eaten|drank|drunk|inject\w*)\b", re.IGNORECASE)


def _of_what(typed: str, danger: str, last: Question, read: Read) -> str:
    """The words of somebody in danger as they are; of what was taken too much the medicine, where they name none."""
    if danger != "overdose" or not last.intervention or treatments(read(typed)):
        return typed
    return f"{typed.rstrip('?.! ')} ({last.intervention})"


_GRAVE: Final = ("self-harm", "overdose", "emergency", "reaction")
"""Dangers for which a follow-up is read by its own words, before it could be taken for a part of the last question."""


def _aside(found: FollowUp, last: Question) -> bool:
    """Whether it asks of a side of the matter; the last question in other or in more words is the matter itself."""
    own = last.typed.rstrip("?. ")
    carried = found.asked.startswith(own) or words.content(found.asked)[:2] == words.content(own)[:2]
    return found.kind is FollowUpKind.ASPECT and not carried


def _about_the_answer(typed: str, last: Question, year: int) -> FollowUp | None:
    """Another reader, length or choice of studies, or a question about the answer itself."""
    named = {words.stem(w) for c in last.concepts for w in words.content(c.text)}
    new = {words.stem(w) for w in words.content(typed)} - named
    who, only, length = readers.reader(typed), cues.only(typed, year), cues.depth(typed)
    if who is not None and len(new) <= _NEW_WORDS:
        return FollowUp(typed, FollowUpKind.READER, last.typed, f"written for a {who.value}", reader=who, depth=length)
    if cues.CERTAINTY.search(typed) and len(new) <= _NEW_WORDS:
        return FollowUp(typed, FollowUpKind.CERTAINTY, last.typed, "the reasons for the certainty")
    if only is not None:
        return FollowUp(typed, FollowUpKind.STUDIES, last.typed, "fewer studies may speak", only=only)
    fact = cues.fact(typed)
    if fact:
        why = f"the {fact} of a study of the last answer"
        return FollowUp(typed, FollowUpKind.STUDY, last.typed, why, fact=fact, study=cues.study(typed))
    if length is not None:
        return FollowUp(typed, FollowUpKind.DEPTH, last.typed, f"{length.value} depth", depth=length)
    return None
