"""By sentence: sources that were left out as a whole and of which one sentence holds nearly all that was asked.

What a source is on is judged by its people, its treatment and its words as a whole. Where nothing that was retrieved is
on the question in that way, a single sentence that speaks of all of it answers better than silence does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from probatum.apply.quoted import quotable
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.describing import describes
from probatum.apply.quoted.wanted import Wanted
from probatum.model import About, Appraisal, Question, RecordKind
from probatum.text import aspects, words

SHARE: Final = 0.75
"""Share of the question's words, rarer ones counting more, that a sentence must hold with its title."""
MOST: Final = 5
_STUDIES: Final = (RecordKind.ARTICLE, RecordKind.BOOK)


def speaking(question: Question, left: Iterable[Appraisal]) -> tuple[Appraisal, ...]:
    """Those of them that speak all the same, the nearest first."""
    wanted = Wanted.of(question)
    if len(wanted.weights) < 2:
        return ()  # one word is in many sentences that answer nothing
    shares = ((_nearest(wanted, a), n, a) for n, a in enumerate(left) if a.record.kind in _STUDIES)
    found = sorted((-share, n, a) for share, n, a in shares if share >= SHARE)
    return tuple(_on_it(a) for _, _, a in found[:MOST])


def _nearest(wanted: Wanted, appraisal: Appraisal) -> float:
    """The share of what is wanted that one sentence holds; none counts that lacks one of the rarest words."""
    titled = wanted.held(words.stems(appraisal.record.title))
    best = 0.0
    of_kind = wanted.aspect == aspects.KIND and wanted.subject  # what it is instead has no word of the kind asked for
    for said in quotable.told_in(appraisal.record):
        own = wanted.held(spelled(said.span))
        if not quotable.quotable(said.span):
            continue
        if wanted.chief <= own:
            best = max(best, wanted.share(own, titled, set()))
        if of_kind and describes(said.span.quote, wanted.subject):
            best = max(best, SHARE)
    return round(best, 6)


def _on_it(appraisal: Appraisal) -> Appraisal:
    changed = msgspec.structs.replace(appraisal.directness, about=About.QUESTION, relevant=True)
    return msgspec.structs.replace(appraisal, directness=changed)
