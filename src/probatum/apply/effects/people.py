"""People: of whom an effect is told, by what every study of it says of those whom it took in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum.apply import wording
from probatum.apply.context import SPECIAL, Context
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.model import Appraisal, Concept, DirectiveAction, Fit, Record, Role, SectionKind
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.outcomes import UMBRELLAS, composites_of


def stems_of(record: Record) -> frozenset[str]:
    """What a record is about: the stems of its title and abstract."""
    about = (SectionKind.TITLE, SectionKind.ABSTRACT)
    texts = [record.title, *(s.text for s in record.sections if s.kind in about)]
    return frozenset(words.stem(w) for text in texts for w in words.content(text))


_OTHERS: Final = (Fit.RELATED, Fit.OTHER)


def studied_in(group: OutcomeGroup, context: Context) -> tuple[str, str]:
    """Of the conditions asked about, those that every study of the group speaks of, and those that one does not.

    Trials in people with the one illness say nothing of people who have another as well.
    """
    named = context.question.having(Role.POPULATION)
    if named and all(
        i.appraisal.directness.population.fit in _OTHERS and i.appraisal.directness.note for i in group.items
    ):
        return "", ""  # where all were others, nothing is said of those asked about
    texts = {i.finding.record: stems_of(i.appraisal.record) for i in group.items}
    if not named:  # the question's own words for people say nothing of who was studied
        who = words.stems(context.population)
        return (context.population if all(who <= stems for stems in texts.values()) else ""), ""
    met = [c for c in named if all(_speaks(c, stems) for stems in texts.values())]
    if not met and (whole := _whole(named[0], texts.values())):
        return f"{whole} (which {'include' if whole.endswith('s') else 'includes'} {wording.spelled(named[0])})", ""
    if not met:  # told by its measure, or another illness throughout, which the directness of the sentence says
        return wording.spelled(named[0]) if len(named) > 1 else context.population, ""
    rest = [wording.spelled(c) for c in named if c not in met and not any(_touches(c, t) for t in texts.values())]
    return wording.join(list(dict.fromkeys(wording.spelled(c) for c in met))), wording.join(
        list(dict.fromkeys(rest)), "or"
    )


def _speaks(concept: Concept, stems: frozenset[str]) -> bool:
    names = ({words.stem(w) for w in words.content(n)} for n in concept.names)
    return any(name and name <= stems for name in names)


def _touches(concept: Concept, stems: frozenset[str]) -> bool:
    """Whether a record has a word of an illness, as one that took people in `with or without diabetes` has of one of
    its types: that these were not studied is not said then."""
    return bool((words.stems(concept.label) - _GENERAL) & stems)


_GENERAL: Final = words.stems(
    "type acute chronic primary secondary severe disease diseases disorder disorders syndrome syndromes failure heart"
    " infection infections cancer neoplasms pain injury injuries adult people patients"
)


def _whole(concept: Concept, texts: Iterable[frozenset[str]]) -> str:
    """The illness of which the one asked about is a kind and under whose name all of the studies took people in."""
    wholes = [name for name in composites_of(concept.label) if name.lower() in UMBRELLAS]
    return next((name for name in wholes if all(words.stems(name) <= stems for stems in texts)), "")


def said_to_be_others(group: OutcomeGroup) -> bool:
    """Whether it is said of all studies of a group that their people are not those asked about."""
    return all(i.appraisal.directness.note for i in group.items)


def foreign(group: OutcomeGroup, context: Context) -> bool:
    """Whether all studies of a group were in people with another illness, while a label is for the very one asked
    about: what was seen there (cramps, where seizures are treated) says nothing of this use."""
    return not group.asked and all(elsewhere(i.appraisal, context) for i in group.items)


def elsewhere(appraisal: Appraisal, context: Context) -> bool:
    """Whether a study was in another illness than the one asked about, for which a label is."""
    held = appraisal.directness
    found = _ELSEWHERE.match(held.note)
    if held.population.fit not in _OTHERS or found is None or not context.use:
        return False
    if words.stems(found["who"]) & words.stems(context.use) - _GENERAL:
        return False  # the one is a kind or a consequence of the other
    return any(context.indicated_for_this(d) for _, d in context.directives(DirectiveAction.INDICATED))


_ELSEWHERE: Final = caseless(r"^in (?P<who>[^;]{3,90}), not ")
"""How it is said that a study was in another illness than the one asked about."""


def are_asked_about(group: OutcomeGroup, context: Context) -> bool:
    """Whether all studies of a group speak of the special people asked about (children, pregnant, older ...)."""
    ill = {c.label for c in context.question.having(Role.POPULATION)}  # whether they have it, directness says
    special = [word for word in context.special if word not in ill]
    signs = [s for word in special for s in SPECIAL.get(word, ())]
    texts = (f"{i.appraisal.record.title} {_told(i.appraisal.record)}".lower() for i in group.items)
    return not special or bool(signs and all(any(sign in text for sign in signs) for text in texts))


def _told(record: Record) -> str:
    return " ".join(s.text for s in record.sections if s.kind is SectionKind.ABSTRACT)
