"""Unanswered: what the bottom line says where nothing that is held answers: advice instead, or what lies nearest."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.choices.options import recommended
from probatum.apply.choices.telling import say_left_out, say_recommended, say_with_taken
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.quoted import answering, of_the_asked, standing_out
from probatum.apply.replies import left_out, thin, unheld
from probatum.apply.sections import (
    alarmed,
)
from probatum.apply.selection import is_proposed
from probatum.model import Fit, Intent, Kind, RecordKind, Role
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

MOST: Final = 2
"""Pieces of advice."""


def say(draft: Draft, context: Context) -> None:
    """An alarm, what guidelines advise, what may not meet what is taken; else that no source answers."""
    opened = len(draft)
    if context.question.danger == "emergency" or not alarmed.say(draft, context):
        _say_advice(draft, context)
    if len(draft) == opened and context.question.patient.drugs:  # a class is asked for, and what it may not meet
        say_with_taken(draft, context, [m for name in context.named for m in members(name)])
    if len(draft) == opened:
        say_nearest(draft, context)
    say_left_out(draft, context)


def _say_advice(draft: Draft, context: Context) -> None:
    """What guidelines advise, where that can answer: that a scan is advised says nothing of who falls ill."""
    rows = recommended(context)
    if answering.wants_advice(context) or any(answering.advises(context, a, d.span) for a, d in rows[:MOST]):
        say_recommended(draft, context, MOST)


def say_nearest(draft: Draft, context: Context) -> None:
    """No source answers: say so, and whether something near stands below."""
    lacking = unheld.named(context)
    if lacking not in context.question.typed:  # a capital that only the beginning of the question gave it
        lacking = wording.lower(lacking)
    none = f"; none that is held tells of {lacking}" if lacking else ""
    near = "; what is nearest stands below" if thin.unanswered(context) and thin.near(context) else ""
    draft.add(f"{context.searched}: no source that answers this question was found{none}{near}", Kind.ABSENCE)


def lead_unheld(draft: Draft, context: Context) -> None:
    """That nothing is held on the very remedy that is asked about, before what is told of others for the same; where
    nothing is told of others either, that no source answers says enough."""
    lacking = unheld.remedy(context) if standing_out.found(context) is None else ""
    lacking = lacking or _on_others_alone(draft, context)
    if not lacking or not any(s.supports for s in draft.statements):
        return
    if lacking not in context.question.typed:  # a capital that only the beginning of the question gave it
        lacking = wording.lower(lacking)
    lead = Draft(draft.id, "")
    text = f"no source that is held tells of {lacking}; {unheld.ON_OTHERS}"
    lead.add(text, Kind.ABSENCE, plain=f"we found nothing on {lacking} in our library. What follows is on other care")
    draft.open_with(lead.statements)


def _on_others_alone(draft: Draft, context: Context) -> str:
    """The medicine that is asked about with the illness it is asked for, where all that is advised is on others for the
    same; else empty."""
    question = context.question
    given = [c for c in question.having(Role.INTERVENTION) if c.label.lower() not in of_the_asked.NOTHING]
    ill = question.having(Role.POPULATION)
    if question.intent is not Intent.THERAPY or len(given) != 1 or is_proposed(question) or question.danger:
        return ""
    told = [s for s in draft.statements if s.kind.asserts and not left_out.LIMIT.match(s.text)]
    if not told or not all(left_out.of_others(s, question) for s in told):
        return ""
    every = (a for a in (*context.appraisals, *context.further) if a.record.kind is not RecordKind.LABEL)
    on_it = (a for a in every if a.directness.population.fit is Fit.DIRECT)
    if any(of_the_asked.by_source(a, question) for a in on_it):
        return ""  # what else such a source says of it stands there, too
    named = next((c.text.lower() for c in ill if c.semantic in ("condition", "symptom")), "")
    return f"{wording.lower(given[0].text)} in {named}" if named else ""


def lead_unprevented(draft: Draft, context: Context) -> None:
    """That nothing that is told keeps an illness away, where that is asked at large and no source that is told from
    speaks of preventing at all: how it is treated is no answer."""
    question = context.question
    if question.intent is not Intent.PREVENTION or question.having(Role.INTERVENTION) or question.danger:
        return
    ill = next((c.text.lower() for c in question.concepts if c.semantic in ("condition", "symptom")), "")
    told = {span.source.id: span.source for s in draft.statements for span in s.supports}
    said = (section.text for source in told.values() for section in source.evidence_sections)
    if not ill or not told or any(map(_PREVENTS.search, said)):
        return
    lead = Draft(draft.id, "")
    text = f"none of the sources that were found here tells what keeps {ill} away; {unheld.ON_TREATING}"
    easy = f"what we found does not tell what keeps {ill} away. What follows is on it when it is there"
    lead.add(text, Kind.ABSENCE, plain=easy)
    draft.open_with(lead.statements)


_PREVENTS: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|secondary prevention|recurren\w+|long-term|risks? of)\b")
