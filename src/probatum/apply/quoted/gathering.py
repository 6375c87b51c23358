"""Gathering: which of the passages that are near enough are told: the best, then those that say something new.

What several sources say of a thing is what is known of it, so a passage counts for more where other sources have its
words too (sentence centrality: Erkan and Radev 2004, doi:10.1613/jair.1523), and for less where it repeats what was
told (maximal marginal relevance: Carbonell and Goldstein 1998, doi:10.1145/290941.291025).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

import msgspec

from probatum.apply.naming import is_page
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.passages import ANYWHERE, STOPS, Passage, Scope, after, same, weighed
from probatum.apply.quoted.quotable import POINTS_BACK, introduces, quotable, told_in
from probatum.apply.quoted.wanted import Wanted
from probatum.model import Appraisal, Question, SectionRole, Span
from probatum.text import aspects
from probatum.text.expressions import expression

NEAR: Final = 0.72
"""Share of the best passage's weight below which another adds nothing."""
NARROW: Final = 0.8
"""Share, against the best passage's, of the question's words that another must hold: below it is another illness of
the same family."""
LEAD_WORDS: Final = 72
"""Words after which the passage that leads is not made longer."""
LIST_WORDS: Final = 85
"""The same where it breaks off before a list, which it must not lack."""
GOING_ON: Final = 32
"""Words of a sentence that may follow a passage which it points back to."""
CENTRAL: Final = 0.3
"""What a passage gains whose every word other sources have too."""
AGREED: Final = 3
"""Other sources with a word from which it counts whole."""
REPEATED: Final = 0.5
"""What a passage loses whose every word was told."""
NEW: Final = 0.4
"""Least share of a passage's own words that were not told."""
LONG: Final = 26
"""Words from which a passage loses for its length."""
PER_WORD: Final = 0.006
OF_EACH: Final = 2
"""Passages of one source where several speak."""
OF_ONE: Final = 4
"""Passages of one source where it is nearly the only one."""


class _Own(msgspec.Struct, frozen=True):
    """A passage with the stems that it has besides the question's, and what it is worth before anything was told."""

    passage: Passage
    stems: frozenset[str]
    worth: float


def chosen(
    question: Question, answering: Sequence[Appraisal], most: int = 4, *, scope: Scope = ANYWHERE
) -> tuple[Passage, ...]:
    """The passages that answer a question, best first; empty where none is near enough."""
    wanted = Wanted.of(question)
    found = sorted(weighed(wanted, answering, scope), key=lambda p: -p.weight)
    if scope.weighed or not found:
        return tuple(found[:most])
    made = list(islice(_gathered(wanted, found), most))
    return (*made, *islice(_further(wanted, made), most - len(made)))


def _gathered(wanted: Wanted, found: Sequence[Passage]) -> Iterator[Passage]:
    """The best passage, then each time the one that says most that is new, while it is near enough."""
    left = sorted(_worth(wanted, found), key=lambda one: -one.worth)
    best = left[0]
    of_each = OF_EACH if len({p.appraisal.record.id for p in found}) > OF_EACH else OF_ONE
    of: Counter[str] = Counter()
    told: list[Span] = []
    known: set[str] = set()
    while left:
        one = max(left, key=lambda o: o.worth - REPEATED * _repeats(o.stems, known))
        left.remove(one)
        passage, record = one.passage, one.passage.appraisal.record.id
        if told and (passage.weight < NEAR * best.passage.weight or passage.share < NARROW * best.passage.share):
            continue
        if of[record] == of_each or any(same(passage.span, span) for span in told):
            continue
        if told and _repeats(one.stems, known) > 1 - NEW:
            continue
        whole = continued(passage, wanted, leads=not told)
        told.append(whole.span)
        known |= spelled(whole.span)
        of[record] += 1
        yield whole


def _worth(wanted: Wanted, found: Sequence[Passage]) -> Iterator[_Own]:
    """The passages with their weight, raised where other sources have their words and lowered for their length."""
    asked = wanted.weights.keys() | wanted.subject
    stems = [frozenset(spelled(p.span)) - asked for p in found]
    holders: dict[str, set[str]] = {}
    for passage, own in zip(found, stems, strict=True):
        for stem in own:
            holders.setdefault(stem, set()).add(passage.appraisal.record.id)
    for passage, own in zip(found, stems, strict=True):
        others = sum(min(len(holders[stem]) - 1, AGREED) for stem in own)
        central = others / (AGREED * len(own)) if own else 0.0
        long = max(0, len(passage.span.quote.split()) - LONG)
        yield _Own(passage, own, round(passage.weight + CENTRAL * central - PER_WORD * long, 6))


def _repeats(stems: frozenset[str], known: set[str]) -> float:
    """The share of a passage's own stems that were told."""
    return len(stems & known) / len(stems) if stems else 1.0


def _further(wanted: Wanted, made: Sequence[Passage]) -> Iterator[Passage]:
    """What the leading source says besides of the very thing, in its order, where next to nobody else speaks."""
    if not made or len({p.appraisal.record.id for p in made}) > 1 or is_page(made[0].appraisal.record):
        return
    lead = made[0]
    told, known = [p.span for p in made], set().union(*(spelled(p.span) for p in made))
    for said in told_in(lead.appraisal.record):
        span = said.span
        own = spelled(span)
        if span.source_section.role in (SectionRole.METHODS, SectionRole.OBJECTIVE) or not quotable(span):
            continue
        if not wanted.held(own) & wanted.chief or any(same(span, other) for other in told):
            continue
        if _repeats(frozenset(own) - wanted.weights.keys(), known) > 1 - NEW:
            continue
        told.append(span)
        known |= own
        yield Passage(lead.appraisal, span, lead.weight, lead.share)


def continued(passage: Passage, wanted: Wanted, *, leads: bool) -> Passage:
    """The passage with the sentences that follow it in its section: where a page tells a side of a thing in a row, all
    that there is room for; else those that go on about what was asked, and one that points back to it."""
    row = aspects.has_parts(wanted.aspect) and leads and is_page(passage.appraisal.record)
    span = passage.span
    if introduces(span):
        span = _with_items(span)
    for following in after(span):
        room = LEAD_WORDS if span.quote.rstrip().endswith(STOPS) else LIST_WORDS
        size = len(following.quote.split())
        if len(span.quote.split()) + size > room:
            break
        about = leads and bool(wanted.held(spelled(following)) & (wanted.chief | wanted.subject))
        back = size <= GOING_ON and POINTS_BACK.match(following.quote) is not None
        if not row and not (quotable(following) and (about or back)):
            break
        span = Span(span.source, span.section, span.start, following.end)
    return msgspec.structs.replace(passage, span=span)


def _with_items(span: Span) -> Span:
    """A sentence that introduces a list with as many whole items of it as there is room for, one at least."""
    text = span.source_section.text
    end, words_told = span.end, len(span.quote.split())
    for start, stop in _items(text, span.end):
        words_told += len(text[start:stop].split()) - 1
        if words_told > LIST_WORDS and end > span.end:
            break
        end = stop
    return Span(span.source, span.section, span.start, end)


def _items(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The items of a list that stands there, each on a line of its own or parted from the one before by two blanks: a
    walk from item to item, since an expression for all of it would go back and forth in a run of blanks."""
    while (bullet := _BULLET.match(text, blank := _end_of_blank(text, at))) is not None:
        if blank - at < 2 and "\n" not in text[at:blank]:
            return
        found = _PARTS.search(text, bullet.end())
        stop = found.start() if found is not None else len(text)
        yield blank, blank + len(text[blank:stop].rstrip())
        at = stop


def _end_of_blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


_BULLET: Final = expression(r"[-•*–][ \t]+\S")
_PARTS: Final = expression(r"\n|[ \t]{2}[-•*–][ \t]")
