"""Resting: what the last answer rests on, who is behind it, and which studies are left where fewer may speak.

An answer often rests on a label or a guideline and on no study. `who says so?`, `who funded that?` and `only randomised
trials` are asked of it all the same: then it is said what it rests on, which studies are held, and what is not told.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import designs
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.model import Appraisal, Design, FollowUp, Kind, RecordKind

MOST_SOURCES: Final = 6
_ADVICE: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)
_NO_STUDIES: Final = (*_ADVICE, RecordKind.REGISTRY_ENTRY)


def sources(draft: Draft, context: Context, cited: tuple[str, ...]) -> None:
    """The studies that the last answer rests on, each with what it is, and the labels and guidelines beside them."""
    known = {a.record.id: a for a in context.appraisals}
    leading = [known[r] for r in cited if r in known and known[r] in context.answering]
    for appraisal in (leading or list(context.answering))[:MOST_SOURCES]:
        _study(draft, appraisal)
    studied = bool(draft)
    official(draft, context, cited, alone=not studied)
    if not draft:
        draft.add("the last answer rests on no study of the library", Kind.ABSENCE)


def official(draft: Draft, context: Context, cited: tuple[str, ...], *, alone: bool) -> bool:
    """Name the labels and guidelines that the last answer cites; `alone` where no study stands beside them. False
    where it cites none."""
    known = {a.record.id: a for a in context.appraisals}
    named = [source_name(known[r]) for r in cited if r in known and known[r].record.kind in _ADVICE]
    told = "; ".join(list(dict.fromkeys(named))[:MOST_SOURCES])
    if not told:
        return False
    lead = _ALONE if alone else "beside studies it cites"
    draft.add(f"{lead}: {told}", Kind.NAVIGATION)
    return True


_ALONE: Final = "the last answer rests on labels or guidelines, and on no study of the question itself"


def left(draft: Draft, context: Context, follow: FollowUp, cited: tuple[str, ...]) -> None:
    """How many studies still speak and which; where none does, what the answer rests on and which studies of the kind
    are held on the treatment at all."""
    answering = context.answering
    if follow.only is not None and follow.only.designs == (Design.GUIDELINE,):
        guides = list(dict.fromkeys(source_name(a) for a in context.guidelines))[:MOST_SOURCES]
        told = f"guidelines that speak of this: {'; '.join(guides)}" if guides else "no guideline held speaks of this"
        draft.add(told, Kind.NAVIGATION)
        return
    what = "1 study of this kind answers" if len(answering) == 1 else f"{len(answering)} studies of this kind answer"
    what = f"{what} the question" if answering else "no study of this kind answers the question"
    draft.add(what, Kind.NAVIGATION)
    for appraisal in answering[:MOST_SOURCES]:
        _study(draft, appraisal)
    if follow.only is None or not follow.only.designs:
        return
    if not answering:
        _elsewhere(draft, context, follow)
    if any(r in {a.record.id for a in context.labels} for r in cited) or (context.labels and not answering):
        draft.add("what labels say is told beside it, since it is no study that is left out", Kind.NAVIGATION)


def _elsewhere(draft: Draft, context: Context, follow: FollowUp) -> None:
    """Studies of the wanted kind on the treatment, which were made on something else."""
    designs = follow.only.designs if follow.only is not None else ()
    others = [a for a in context.appraisals if a.record.kind not in _NO_STUDIES and a.study.design in designs]
    own = [a for a in others if context.names_intervention(a.record.title)]
    if own:
        draft.add("studies of this kind that are held on the treatment are on something else", Kind.NAVIGATION)
    for appraisal in own[:MOST_SOURCES]:
        _study(draft, appraisal)


def _study(draft: Draft, appraisal: Appraisal) -> None:
    """Who wrote a study, when, and what it is."""
    lead, spans = designs.lead(appraisal.study)
    if spans:
        draft.add(f"{name(appraisal)}: {lead}", Kind.FINDING, spans)


def name(appraisal: Appraisal) -> str:
    """The first author and the year of a study; of what has no author, who issued it."""
    record = appraisal.record
    if not record.authors:
        return source_name(appraisal)  # which tells the year
    return f"{record.authors[0].rsplit(' ', 1)[0]} {record.year or ''}".strip()
