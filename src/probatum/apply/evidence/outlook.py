"""Outlook: what becomes of people with an illness, answered by sentences that tell just that.

How long they live is told by deaths and survival, how long it lasts by a time, whether it comes back by those in whom
it did. What a treatment did to another complaint of the same illness is no answer, and that nothing is held is said.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.evidence.by_share import is_grade
from probatum.apply.quoted.own_sentence import quoted
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Appraisal, Fit, Intent, Kind, RecordKind, Role, Section, Statement
from probatum.text import time_course, words
from probatum.text.expressions import caseless

MOST: Final = 2
_LIFE: Final = (
    caseless(r"\b(?:life expectancy|surviv(?:al|e)|live|liv(?:e|ing) with it|mortality|dying|die|deadly|fatal)\b"),
    caseless(r"\b(?:surviv\w*|deaths?|died|dead|mortality|life expectancy|fatal\w*|median OS)\b"),
)
_LENGTH: Final = (
    caseless(r"\b(?:last|take to (?:heal|clear|get better)|go away|get better|clear up|heal|be gone|recover)\b"),
    time_course.TOLD,
)
_AGAIN: Final = (
    caseless(r"\b(?:come back|comes back|return|recur\w*|relapse\w*)\b"),
    caseless(
        r"\b(?:recur\w*|relaps\w*|return\w*|c[ao]mes? back|(?:new|further|another) (?:episodes?|attacks?|flares?))\b"
    ),
)
_WHOLE: Final = (
    caseless(r"\b(?:prognosis|outlook|natural (?:history|course)|(?<!time )course|long[- ]term future)\b"),
    caseless(
        r"\b(?:surviv\w*|median OS|deaths?|died|mortality|life expectancy|progress\w*|recover\w*|remission|relaps\w*"
        r"|recur\w*"
        r"|lasts?|settles?|gets? better|resolv\w+|(?:is|are|was|were) gone|natural (?:history|course)|prognosis"
        r"|worsen\w*)\b"
    ),
)
_SORTS: Final = (_LIFE, _AGAIN, _LENGTH, _WHOLE)
_ASKS: Final = caseless(
    r"^\W*(?:(?:what(?:['\u2019]?s| is| are)?|tell me) )?(?:about )?(?:the |my |his |her "
    r"|their )?(?:expected |usual |likely )?"
    r"(?:prognosis|outlook|life expectancy|natural (?:history|course)|course|survival|mortality)(?: rates?| time)?"
    r" (?:of|for|with|in|after|from|on)\b"
    r"|^\W*how long (?:do|does|will|can|could|have|has|would|until|before)\b|^\W*will (?:my|his|her|the|it|this)\b"
    r"|^\W*(?:what (?:is|are) )?(?:the |my |his |her )?chances? of (?:dying|death|surviv\w+|recover\w+)\b"
)
_TREATS: Final = caseless(
    r"\bhow long (?:do|does|will|would|should|can|could) (?:i|we|he|she|they|it take|you) (?!live|have)"
    r"|\b(?:take to (?:work|kick)|treat\w*|give|course of (?!the\b)[^?]{0,30}\b(?:antibiotic|steroid|tablet)\w*)\b"
)
_PLAINLY: Final = caseless(
    r"^\W*(?:(?:what(?:['\u2019]?s| is)) )?(?:the )?(?:prognosis|outlook|life expectancy) (?:of|for|in|with)\b"
)
"""Words that ask for the outlook, whatever else is asked behind them."""
_TIME: Final = caseless(
    r"\b(?:\d[\d.,]*|one|two|three|a few|several) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b(?! (?:of age"
    r"|olds?)\b)"
)
_FIGURE: Final = re.compile(r"\d")


def asked(context: Context) -> tuple[re.Pattern[str], bool] | None:
    """What a sentence has to tell and whether with a time, where the outlook of an illness is asked; else None."""
    question = context.question
    typed = question.typed
    if question.intent is not Intent.PROGNOSIS or question.danger:
        return None
    lasts = time_course.asked(question.read) and not question.intervention
    if not lasts and (not _ASKS.search(typed) or (_TREATS.search(typed) and not _PLAINLY.search(typed))):
        return None
    sort = next((sort for sort in _SORTS if sort[0].search(typed)), _LENGTH if lasts else None)
    return None if sort is None else (sort[1], sort is _LENGTH)


def led(section: Section, context: Context) -> Section:
    """The short answer of what tells the outlook, first what says it of the illness as such; that none does, where
    that is so."""
    wanted = asked(context)
    if wanted is None:
        return section
    kept = _kept(section, *wanted)
    new: tuple[Statement, ...] = ()
    for one in _found(context, *wanted)[: max(0, MOST - sum(s.kind.asserts for s in kept))]:
        if not any(one.span in s.supports for s in kept):
            new += tuple(msgspec.structs.replace(s, kept=True) for s in quoted(new, section.id, section.title, one))
    opens = tuple(s for s in kept if s.kind is Kind.NAVIGATION)
    rest = tuple(s for s in kept if s.kind is not Kind.NAVIGATION)
    made = (*opens, *new, *rest)
    if not any(s.kind.asserts and not _SAFETY.match(s.text) for s in made):
        made = (*opens, _absent(section, context), *(s for s in rest if s.kind.asserts))
    numbered = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(made, 1))
    return msgspec.structs.replace(section, statements=tuple(numbered), empty="")


_SAFETY: Final = caseless(r"\W*(?:boxed warning|contra-?indicated|not to be given)\b")


def _kept(section: Section, told: re.Pattern[str], timed: bool) -> list[Statement]:
    """What of a short answer tells the outlook, with what is no finding and what is said of safety."""
    kept: list[Statement] = []
    stood = True
    for one in section.statements:
        graded = is_grade(one)
        fits = not one.kind.asserts or bool(_SAFETY.match(one.text)) or _tells(one.text, told, timed)
        if (graded and stood) or (not graded and fits):
            kept.append(one)
        stood = stood if graded else fits
    return kept


def _tells(text: str, told: re.Pattern[str], timed: bool) -> bool:
    """Whether a sentence tells it with a figure: that a survival was no aim of a treatment says nothing of it."""
    said = quoted_[0] if (quoted_ := _QUOTED.search(text)) else text  # what leads a quote counts people
    said = _WHEN.sub(" ", said) if timed else said
    if told is _AGAIN[1] and _ARMS.search(said):
        return False  # how much less often it came back on a treatment is no answer to whether it does
    return bool(told.search(said)) and bool((_TIME if timed else _FIGURE).search(said))


_ARMS: Final = caseless(r"\b(?:with|than|and|versus|v) (?:with )?(?:a )?(?:placebo|dummy|no treatment|usual care)\b")
_QUOTED: Final = caseless(r"\u201c[^\u201d]+\u201d")
_WHEN: Final = caseless(r"\b(?:when|if|where|once|unless)\b[^,;.]*")
"""A time after which something is done is no time that it takes: `when it persists beyond 6 weeks`."""


def _found(context: Context, told: re.Pattern[str], timed: bool) -> list[Salient]:
    """Sentences of studies and advice on the illness itself that tell it, those of advice and cohorts first."""
    made: list[tuple[bool, int, Salient]] = []
    names = [name.lower() for c in context.question.having(Role.POPULATION) for name in c.names]
    for source in context.appraisals:
        if not _on_it(source):
            continue
        aside = not any(name in source.record.title.lower() for name in names)  # `cough` is a sign of other illnesses
        for one in sentences_in(source.record):
            text = one.span.quote
            advice = source.record.kind is RecordKind.GUIDELINE  # which has no arms
            if _tells(text, told, timed) and quotable(one.span) and (advice or _ITS_COURSE.search(text)):
                made.append((aside, len(made), Salient(source, one.span, 1.0, words.stems(text))))
    return [salient for _, _, salient in sorted(made, key=lambda row: row[:2])]


_ITS_COURSE: Final = caseless(
    r"\b(?:lasts|get better|gets better|life expectancy|survival (?:was|is|of)|median (?:overall )?(?:survival|OS)"
    r"|natural (?:history|course)"
    r"|prognosis)\b"
)
"""Words that say it of the illness as such, and not of an arm of a trial."""


def _on_it(source: Appraisal) -> bool:
    return source.record.kind is not RecordKind.LABEL and source.directness.population.fit is Fit.DIRECT


def _absent(section: Section, context: Context) -> Statement:
    ill = next((c.text for c in context.question.having(Role.POPULATION)), context.question.read.rstrip("?. "))
    who = context.population or wording.lower(ill)
    sort = next((sort for sort in _SORTS if sort[0].search(context.question.typed)), _LENGTH)
    matter = {
        id(_LIFE): f"how long people with {who} live",
        id(_AGAIN): f"whether {who} comes back",
        id(_LENGTH): f"how long {who} lasts",
    }.get(id(sort), f"the outlook in {who}")
    text = f"No source that is held tells {matter}; what stands below answers other questions on it."
    return Statement(f"{section.id}.1", text, Kind.ABSENCE)
