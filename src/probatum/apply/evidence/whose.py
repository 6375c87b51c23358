"""Whose effect: of whom an effect is said, by a name that the sources or the reader use."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.effects import Effect, stems_of
from probatum.apply.evidence import arms, both
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.labels import asked_way
from probatum.apply.replies.left_out import AS_CLASS
from probatum.model import Concept, Role
from probatum.text import words
from probatum.text.expressions import expression


def of_whom(effect: Effect, context: Context, group: OutcomeGroup) -> str:
    """Of whom an effect is said: all that was asked about, or the one choice that stands in the arm; by a name that the
    sources use, where they use another one throughout."""
    asked = wording.lower(context.question.intervention) or context.named[0]
    if joined := both.said(context.question):
        return joined
    if effect.stand.added:
        return effect.stand.who
    several = len(context.named) > 1
    if several and effect.stand.who:
        return effect.stand.who
    said = [stems_of(i.appraisal.record) for i in group.items]
    concept = next(iter(context.question.having(Role.INTERVENTION)), None)
    if concept is not None and not several and arms.offers(asked):
        asked = wording.lower(concept.text)  # of `antibiotics or surgery` the one that is known as a treatment
    if concept is not None and not several and (typed := _as_typed(concept, context)):
        return typed
    if concept is not None and not several and asked == concept.label:
        own_labels = (concept.label.lower(), concept.text.lower())
        lay = (a for a in context.question.assumptions if a.what == "lay term" and a.to.lower() in own_labels)
        names = (asked, concept.text, *(a.from_ for a in lay))
        held = (n for n in names if (own := words.stems(n)) and all(own <= stems for stems in said))
        asked = wording.lower(next(held, asked))
    asked = _unplaced(asked, concept)
    asked = asked_way.by_name(asked, context, wording.lower(concept.label)) if concept is not None else asked
    known = concept is not None and concept.semantic == "drug" and bool(concept.id or concept.synonyms)
    if not known and _NUMBER.search(asked) and (arm := arms.sides(group.items[0].finding)[0]):
        return wording.lower(arm)  # a target or a number that only the reader names stands in no source
    if known and concept is not None and not _told(asked, group):
        asked = wording.lower(concept.label)
    held_as = {asked, *((concept.label.lower(),) if concept and asked == concept.text.lower() else ())}
    return f"{asked}s" if held_as & set(context.classes) and _CLASS.search(asked) else asked


def _told(asked: str, group: OutcomeGroup) -> bool:
    """Whether the results tell each amount or time that the reader named: `5 days` that no source gave names none."""
    said = set(_FIGURES.findall(" ".join(item.finding.sentence.quote for item in group.items)))
    return set(_FIGURES.findall(asked)) <= said


def _unplaced(asked: str, concept: Concept | None) -> str:
    """What was asked about without where or to whom it is given: `hydrocortisone in ICU`, `atorvastatin in over 70s`
    name a medicine, and no source calls it so."""
    rest = _WHERE.sub("", asked)
    if concept is None or rest == asked or concept.semantic not in ("drug", "procedure"):
        return asked
    own = (words.stems(name) for name in (concept.text, concept.label))
    return rest if any(stems and stems == words.stems(rest) for stems in own) else asked


_WHERE: Final = expression(r" (?:in|at|from|for|after|during|before)(?: the)? .+$")
_FIGURES: Final = expression(r"(?<![A-Za-z\d])\d+(?:[.,]\d+)*")
_NUMBER: Final = expression(r"(?<![A-Za-z])\d")
LONG: Final = 4
"""Words of a name from which the reader's own shorter one is kept: `SGLT2 inhibitors`."""


def _as_typed(concept: Concept, context: Context) -> str:
    """A shorter name of a treatment, as the question has it, where its label is long; else empty."""
    if len(concept.label.split()) < LONG:
        return ""
    typed = context.question.typed
    stands_for = {one.from_.lower() for one in context.question.assumptions if one.what == AS_CLASS}
    names = (n for n in sorted(concept.synonyms, key=len, reverse=True) if n.lower() not in stands_for)
    places = ((typed.lower().find(n.lower()), len(n)) for n in names)
    at, size = next(((at, size) for at, size in places if at >= 0), (-1, 0))
    if at < 0:
        return ""
    end = at + size + (typed[at + size : at + size + 1] == "s")
    return wording.lower(typed[at:end])


_CLASS: Final = expression(r"(?:or|ist|er|in|ine|ic|ive|ant|ate|oid|ide|an|agent|drug)$")
"""Endings of names of classes that can be counted: `statin`, `antibiotic`, `inhibitor`, but not `iron`."""
