"""Worries: whether advice is on what a question is worried about besides the illness and the treatment."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.model import Directive
from probatum.text import words
from probatum.vocabulary.classes import classes_of, members

USUAL: Final = words.stems(
    "safe unsafe safely still should better best good help use give take taken stop continue start year years old woman"
    " man women men mum dad mother father wife husband patient people person adult risk cause harm dose treatment drug"
    " medicine tablet lot much many often mg daily day week month know want ask doctor nurse"
)


def on_worry(item: Directive, context: Context) -> bool:
    """Whether advice has a word of the question besides its drugs, one illness and what every question is made of:
    `falls`, where an anticoagulant in atrial fibrillation is asked about."""
    question, told = context.question, words.stems(item.text)
    if on_state(item, context):
        return True
    ill = (c for c in question.concepts if c.semantic in ("condition", "symptom"))
    names = (words.stems(n) for c in ill for n in (c.text, c.label, *c.synonyms[:8]))
    one = next((own for own in names if own and own <= told), frozenset[str]())
    asked = words.stems(question.read) - words.stems(" ".join(context.drugs)) - USUAL - one
    return any(not stem.isdigit() for stem in asked & told)


def on_state(item: Directive, context: Context) -> bool:
    """Whether advice is on the pregnancy or breast-feeding of the patient."""
    patient = context.question.patient
    states = ((patient.pregnancy, fitting.PREGNANT), (patient.breastfeeding, fitting.FEEDING))
    return any(bool(state) and said.search(item.text) is not None for state, said in states)


def narrowly(item: Directive, context: Context) -> bool:
    """Whether advice names what is asked about, or a class with few members: when antibiotics are given is no word on
    what one of them does."""
    kinds = [kind for drug in context.drugs for kind in classes_of(drug) if len(members(kind)) <= WIDEST]
    said = words.stems(item.text)
    return context.names_intervention(item.text) or any(own and own <= said for own in map(words.stems, kinds))


WIDEST: Final = 25
"""Members of a class whose name speaks of each of them."""
