"""Watching: approved articles held against the library of today. What moved under one reopens it, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.acquire.library import Library
from probatum.model import Answer, Move, MoveKind, RecordStatus, ReviewState
from probatum.pipeline.watching import BOTTOM, moved
from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticlePage
from probatum.publish.site.asking import engine
from probatum.publish.site.editorial import making, trail
from probatum.publish.site.editorial.records import standing_of
from probatum.publish.site.editorial.standing import Action

MOST = 3
"""Reasons that the banner tells; the history has no more."""


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
    """Sources that moved so that a person must look: an erratum, or other words elsewhere, reopens nothing."""
    for move in moved(answer, library):
        if _weighs(move):
            yield f"source {move.number} is {move.why}"


def _weighs(move: Move) -> bool:
    if move.kind is MoveKind.STANDING:
        return not move.why.startswith((f"now {RecordStatus.CORRECTED}", f"now {RecordStatus.CURRENT}"))
    return bool(move.touches)


def _new(answer: Answer) -> Iterator[str]:
    """Sources that the bottom line of today rests on and the article does not cite."""
    known = {reference.record for reference in answer.references}
    today = engine.answer(answer.question.typed, answer.reader)
    cited = {span.record for statement in today.section(BOTTOM).statements for span in statement.supports}
    for reference in today.references:
        if reference.record in cited and reference.record not in known:
            yield f"new evidence was found: {reference.record}"
