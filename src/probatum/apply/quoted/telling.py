"""Telling: passages that answer a question in words, after the one that leads the bottom line."""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.apply.naming import is_page
from probatum.apply.quoted import gathering, passages
from probatum.apply.quoted.passages import Passage
from probatum.apply.replies import polar
from probatum.model import Span
from probatum.text import aspects

MOST: Final = 6
"""Passages, the leading one among them."""
MOST_SETTLED: Final = 4
"""The same where yes or no is asked."""
MOST_AFTER: Final = 3
"""Sentences of the leading source that go on where the bottom line stopped."""
WORDS: Final = 150


def tell(draft: Draft, context: Context, shown: dict[str, set[Span]]) -> None:
    """What the leading source goes on to say of the side asked about, then what other sources say that is as near."""
    most = MOST_SETTLED if polar.is_asked(context.question) else MOST
    found = gathering.chosen(context.question, context.answering, most)
    if not found:
        return
    lead, *others = found
    told = [lead.span, *(span for spans in shown.values() for span in spans)]
    named = ""
    for span in _going_on(context, lead):
        named = _say(draft, Passage(lead.appraisal, span, lead.weight, lead.share), named)
        told.append(span)
    for passage in others:
        if not any(passages.same(passage.span, span) for span in told):
            named = _say(draft, passage, named)
            told.append(passage.span)


def _say(draft: Draft, passage: Passage, named: str) -> str:
    """Quote a passage while there is room; returns the record named last, so that the next is said to be the same."""
    record = passage.appraisal.record.id
    if draft.words + len(passage.span.quote.split()) > WORDS and len(draft):
        draft.layer = 1
    quote(draft, passage.appraisal, passage.span, passages.verb_of(passage), again=record == named)
    draft.layer = 0
    return record


def _going_on(context: Context, lead: Passage) -> list[Span]:
    """The sentences behind the lead in its section, where a page tells a side of a thing in a row."""
    if not is_page(lead.appraisal.record) or not aspects.has_parts(aspects.asked(context.question.read)):
        return []
    return [span for span, _ in zip(passages.after(lead.span), range(MOST_AFTER), strict=False)]
