"""Same way: the labels by the way in which a treatment is to be given, where that is a place on the body.

What a label of tablets forbids, warns of and doses says nothing of a spray into the nose, of drops or of an ointment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, Final

from probatum import vocabulary
from probatum.apply.once import once
from probatum.model import Appraisal, Directive, DirectiveAction
from probatum.text import routes, sentences, words
from probatum.vocabulary.classes import classes_of

if TYPE_CHECKING:
    from probatum.apply.context import Context

_PLACES: Final = frozenset({"surface", "vagina", "rectum", "nose", "lung", "eye", "ear"})
"""Ways by which little of a medicine reaches the rest of the body."""
_ADVISES: Final = (DirectiveAction.RECOMMENDED, DirectiveAction.DOSE)


def kept(labels: Sequence[Appraisal], context: Context) -> list[Appraisal]:
    """The labels without those of another way than the one asked about or, where none is, the only ones told of."""
    return _by(labels, places(context))


@once
def places(context: Context) -> frozenset[str]:
    """The places at which alone the treatment is given; none where it is swallowed or injected, or may be."""
    told = _asked(context)
    if not told and any(_advised(context)):
        told = set().union(*(_ways(text) for text in _sentences(context)))
    return frozenset(told if told <= _PLACES else ())


def for_first(labels: Sequence[Appraisal], context: Context) -> list[Appraisal]:
    """Those that may tell the dose to begin with: by the way asked about or, where none is, the one advised first,
    though another is advised later."""
    told = _asked(context) or next(iter(_advised(context)), set())
    return _by(labels, told if told <= _PLACES else set())


def speaks(label: Appraisal, context: Context) -> bool:
    """Whether the label of another medicine may speak of the treatment: what it says of it as swallowed is nothing to
    what is given at one place alone."""
    only = places(context)
    return not only or any(_ways(d.text) & only and context.names_intervention(d.text) for d in label.directives)


def fits(label: Appraisal, advice: str) -> bool:
    """Whether a label tells of a medicine as advice gives it: that of tablets tells nothing of ear drops."""
    told = _ways(advice)
    return bool(_by([label], told if told <= _PLACES else set()))


def _by(labels: Sequence[Appraisal], only: Set[str]) -> list[Appraisal]:
    return [label for label in labels if not only or not (told := _of(label)) or told & only]


def _asked(context: Context) -> set[str]:
    asked = routes.asked(context.question)
    return {asked} if asked else set()


def _advised(context: Context) -> list[set[str]]:
    """The ways that each advice on the treatment in the illness names, that of the first choice first."""
    return [_ways(item.text) for guideline in context.guidelines for item in _advice(guideline, context)]


def _advice(guideline: Appraisal, context: Context) -> Iterator[Directive]:
    """What a guideline advises of the treatment in the illness."""
    ill = [c for c in context.question.concepts if c.semantic in ("condition", "symptom")]
    names = [own for c in ill for name in c.names if (own := words.stems(name))]
    for item in guideline.directives:
        if item.action in _ADVISES and context.names_intervention(item.text):
            said = words.stems(item.text)
            if any(own <= said for own in names):
                yield item


def _sentences(context: Context) -> Iterator[str]:
    """What the guidelines that advise the treatment in the illness say of it."""
    for guideline in context.guidelines:
        if any(_advice(guideline, context)):
            for section in guideline.record.evidence_sections:
                told = (section.text[start:end] for start, end in sentences.split(section.text))
                yield from (text for text in told if _named(text, context))


def _named(text: str, context: Context) -> bool:
    """Whether a text names the treatment or its class (`an oral NSAID`)."""
    said = words.stems(text)
    held = vocabulary.load()
    terms = (t for drug in context.drugs for name in classes_of(drug) for t in held.lookup(name))
    classes = (words.stems(name) for term in terms for name in (term.label, *term.synonyms))
    return context.names_intervention(text) or any(own and own <= said for own in classes)


def _ways(text: str) -> set[str]:
    return {way for way, *_ in routes.ways(text)}


def _of(label: Appraisal) -> set[str]:
    """The ways that a label names in its title, or else gives doses by."""
    given = (d.text for d in label.directives if d.action in (DirectiveAction.DOSE, DirectiveAction.INDICATED))
    return _ways(label.record.title) or set().union(*map(_ways, given))
