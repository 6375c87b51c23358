"""Placing: where guidelines put another treatment: the advice that names it, told with it and no list of its label's
other uses."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.children import whom
from probatum.apply.choices import options, rivals
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.labels import kinship
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.once import once, once_for
from probatum.apply.patient import openings
from probatum.apply.together.conflicting import recommendations
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text import sentences
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

Row = tuple[Appraisal, Directive]

LONGEST: Final = 40
"""Words of advice that stand in the line of one treatment."""


@once_for
def advice(name: str, context: Context) -> Row | None:
    """The advice that recommends a treatment in the place of the one asked about: that on few treatments before that
    on many, since it says when just this one is given, and that by name before that on its class."""
    rows = [(a, d) for a, d in recommendations(context) if d.action is DirectiveAction.RECOMMENDED]
    rows = [row for row in rows if not _WHEN.search(row[1].text)]
    if not whom.is_child(context.question.patient):
        rows = [row for row in rows if not _of_children(row[1].text)] or rows
    rows = [row for row in rows if len(row[1].text.split()) <= LONGEST] or rows
    rows = [row for row in rows if fitting.of_age(row[1].text, context.question.patient)]
    mine = ingredient(name) or wording.lower(name)
    # A list with what is kept from this patient is no advice to tell.
    rows = [row for row in rows if not any(n != name and rivals.barred(n, context) for n in _names(row[1]))]
    kinds = {kind.lower() for kind in classes_of(mine)}
    own = (
        [row for row in rows if mine in map(_bare, _names(row[1]))]
        or [row for row in rows if wording.stands_in(mine, row[1].text.lower())]
        or [row for row in rows if kinds & set(_names(row[1]))]
    )
    return min(own, key=lambda row: len(_names(row[1])), default=None)


def _of_children(text: str) -> bool:
    """Whether advice is for children alone: where nobody told of a child, that for grown people is told."""
    return fitting.YOUNG.search(text) is not None and fitting.GROWN_TOO.search(text) is None


@once_for
def given_with(name: str, context: Context) -> bool:
    """Whether sources want a treatment beside the one asked about and never in its place: `A is added to aspirin`, `to
    prevent flares when A is started, B is offered`."""
    asked = tuple(n for drug in context.drugs for n in (drug, *kinship.kin(drug)))
    mine = tuple(n for n in (name, *kinship.kin(name)) if n not in asked)  # of a class of both nothing parts them
    advised = [t for t in _sentences(context) if _ADVISES.search(t) and not _REFUSES.search(t)]
    advised = [t for t in advised if context.names_intervention(t) or fitting.names_one(t, (asked,))]
    beside = [t for t in advised if _added(t, mine) or _meets(t, mine)]
    offers = any(" or " in t and fitting.names_one(t, (mine,)) for t in advised if t not in beside)
    return bool(beside) and not offers


def _meets(text: str, names: tuple[str, ...]) -> bool:
    return _WHEN.search(text) is not None and fitting.names_one(text, (names,))


_ADVISES: Final = caseless(r"\b(?:added|recommends?|choices?|offer\w*|first-line)\b")
_REFUSES: Final = caseless(r"\bnot\b|\bagainst\b|\bavoid\w*")


@once
def _sentences(context: Context) -> tuple[str, ...]:
    """What guidelines on the illness say, read as advice or not."""
    texts = (s.text[:MOST_READ] for a in context.guidelines for s in a.record.evidence_sections)
    return tuple(text[start:end] for text in texts for start, end in sentences.split(text))


MOST_READ: Final = 20_000
"""Characters of a section that are read."""


def _added(text: str, names: tuple[str, ...]) -> bool:
    return any(fitting.names_one(found["what"], (names,)) for found in _BESIDE.finditer(text))


_BESIDE: Final = caseless(r"\b(?:added to|in addition to|on top of) (?P<what>[^,;.]{3,60})")
_WHEN: Final = caseless(r"\b(?:when|while|once) [\w, -]{3,40}? (?:is|are) (?:started|begun|raised|initiated)\b")


def told(draft: Draft, row: Row) -> bool:
    """Whether a section has the advice already, where every reader sees it."""
    return any(row[1].span in one.supports and not one.layer for one in draft.statements)


def briefly(item: Directive, context: Context) -> str:
    """What is advised, without the illness of the question that it opens with."""
    opening = openings.opening(context, "^")
    text = item.text.rstrip(". ")
    return wording.lower(opening.sub("", text) if opening is not None else text)


def _names(item: Directive) -> list[str]:
    return list(options.named(item))


def _bare(name: str) -> str:
    return ingredient(name) or name
