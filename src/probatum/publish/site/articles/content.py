"""Answers in and out of the tables: JSON for the answer, one row for each source version that it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import msgspec

from probatum.model import Answer, Record, ReviewStatus
from probatum.model.wire import content_hash, decode, to_builtins
from probatum.publish.page import all_spans
from probatum.publish.site.articles.kept import Kept
from probatum.publish.site.articles.models import ArticlePage, SourceVersion


def bare(answer: Answer) -> Answer:
    """The answer without its review status, which is not content: it comes from the trail each time it is shown."""
    return msgspec.structs.replace(answer, status=ReviewStatus(last_updated=answer.status.last_updated))


def hashed(answer: Answer) -> str:
    """What reviews bind to: the hash of all but the review status."""
    return content_hash(bare(answer))


def keep_sources(answers: Iterable[Answer]) -> None:
    """Keep every record version that the answers rest on."""
    wanted = {(s.record, s.version): s.source for answer in answers for s in all_spans(answer)}
    rows = [SourceVersion(record=r, version=v, data=msgspec.json.encode(source)) for (r, v), source in wanted.items()]
    SourceVersion.objects.bulk_create(rows, ignore_conflicts=True)


def fill(page: ArticlePage, answer: Answer) -> None:
    """Put an answer into a page (not saved) and keep its sources."""
    kept = bare(answer)
    keep_sources([kept])
    page.question = kept.question.typed
    page.answer = to_builtins(kept)
    page.content = hashed(kept)


def read(page: ArticlePage) -> Answer:
    """The answer of a page."""
    return _ANSWERS.get(page.content, lambda: decode(json.dumps(page.answer, ensure_ascii=False), Answer, find))


_ANSWERS: Final[Kept[Answer]] = Kept(128)


@lru_cache(maxsize=2048)
def find(record: str, version: str | None) -> Record | None:
    """A kept source; the one kept last when no version is said."""
    rows = SourceVersion.objects.filter(record=record)
    row = (rows.filter(version=version) if version else rows.order_by("-pk")).first()
    return msgspec.json.decode(bytes(row.data), type=Record) if row is not None else None
