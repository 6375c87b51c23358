"""Asked way: a way of giving that the question names, and what to say where no source tells that it was given so."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.model import Appraisal, Kind
from probatum.text import routes
from probatum.text.expressions import caseless


def say(draft: Draft, context: Context) -> None:
    """That no study used says that the treatment was given by the way asked about, where none does and some tell of
    none: a note says it of those that tell of another. Where the label knows no other way there is nothing to say."""
    way = routes.asked(context.question)
    if not way or not context.answering or any(_names(a, way) for a in context.answering):
        return
    if all(a.directness.note.startswith(routes.GIVEN) for a in context.answering):
        return
    if {w for label in context.labels for w in _ways(label)} == {way}:
        return
    if way == "mouth" and not any(_otherwise(label.record.title) for label in context.labels):
        return  # what is only swallowed is often told without a word on it
    who, how = wording.join(context.named), routes.NAMES[way]
    draft.add(
        f"no study used says that {who} was given {how}, as is asked",
        Kind.ABSENCE,
        plain=f"no study says that {who} was given {how}, as you ask",
    )


def by_name(asked: str, context: Context, label: str) -> str:
    """What was asked about without the way, where not every study is of that way: what a study did not give is no
    name for what it found. Unchanged where it names none."""
    way = routes.asked(context.question)
    if not way or all(_names(a, way) for a in context.answering) or not any(routes.ways(asked)):
        return asked
    return label


def _otherwise(title: str) -> bool:
    """Whether the title of a label names a form that is not swallowed: `A tablets and injection`."""
    return _NEEDLE.search(title) is not None or any(w != "mouth" for w, *_ in routes.ways(title))


_NEEDLE: Final = caseless(r"\b(?:inject|infus)\w*")


def _names(appraisal: Appraisal, way: str) -> bool:
    return way in _ways(appraisal)


def _ways(appraisal: Appraisal) -> set[str]:
    return {w for section in appraisal.record.evidence_sections for w, *_ in routes.ways(section.text)}
