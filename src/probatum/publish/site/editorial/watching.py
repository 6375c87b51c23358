"""Watching: approved articles held against the library of today. What moved under one reopens it, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.acquire.library import Library
from probatum.model import Answer, RecordStatus, ReviewState
from probatum.publish.page import all_spans
from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.asking import engine
from probatum.publish.site.editorial import making, trail
from probatum.publish.site.editorial.records import standing_of
from probatum.publish.site.editorial.standing import Action

MOST = 3
"""Reasons that the banner tells; the history has no more."""
PLAIN = (RecordStatus.CURRENT, RecordStatus.CORRECTED)


def watch(library: Library) -> list[tuple[ArticlePage, str]]:
    """Reopen every approved article that something moved under; gives them with the reason."""
    reopened = []
    for page in ArticlePage.objects.order_by("pk"):
        if standing_of(page).state not in (ReviewState.APPROVED, ReviewState.PUBLISHED):
            continue
        answer = content.read(page)
        reasons = [*_moved(answer, library), *_new(answer)][:MOST]
        if reasons:
            reason = "; ".join(reasons)
            making.act(page, Action.REOPENED, trail.WATCH, {"reason": reason})
            reopened.append((page, reason))
    return reopened


def _moved(answer: Answer, library: Library) -> Iterator[str]:
    """Sources whose standing or text is not what it was."""
    versions = {span.record: span.version for span in all_spans(answer)}
    for reference in answer.references:
        now = library.get(reference.record)
        if now is None:
            continue
        if now.status.value != reference.status and now.status not in PLAIN:
            yield f"source {reference.number} is now {now.status.value}"
        elif versions.get(reference.record, now.version) != now.version:
            yield f"the text of source {reference.number} was changed"


def _new(answer: Answer) -> Iterator[str]:
    """Sources that the same question is answered from today and was not then."""
    known = {reference.record for reference in answer.references}
    today = engine.answer(answer.question.typed, answer.reader)
    cited = {span.record for statement in today.section("bottom_line").statements for span in statement.supports}
    for reference in today.references:
        if reference.record in cited and reference.record not in known:
            yield f"new evidence was found: {reference.record}"
