"""What a group of findings shows: an effect, none detected, or findings that disagree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from probatum.apply import arms, co_primary, effect_asked, own_arm, standing, wording
from probatum.apply.choosing import spelled
from probatum.apply.context import SPECIAL, Context
from probatum.apply.once import once, once_for
from probatum.apply.outcomes import OutcomeGroup, Told, counts_the_ill
from probatum.model import (
    Concept,
    Direction,
    Finding,
    Fit,
    Intent,
    Measure,
    OutcomeRole,
    Record,
    Role,
    SectionKind,
    Span,
)
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.outcomes import UMBRELLAS, composites_of


class Effect(msgspec.Struct, frozen=True):
    """Direction `lower`, `higher`, `none` or `mixed`, how many studies found it and how many did not, and the spans it
    rests on."""

    direction: str
    significant: int
    null: int
    spans: tuple[Span, ...]
    causal: bool
    stand: arms.Stand = arms.Stand()
    """Of whom it is said, and against what."""


_DESCRIPTIVE: Final = (Measure.SENSITIVITY, Measure.SPECIFICITY, Measure.AUC, Measure.PREDICTIVE_VALUE, Measure.KAPPA)


def _compares(item: Told) -> bool:
    """Whether a finding compares the thing asked about with something else, or with its own start."""
    finding = item.finding
    if finding.measure in _DESCRIPTIVE:
        return False
    return (
        bool(finding.comparator)
        or len(finding.arms) >= 2
        or finding.measure in (Measure.CHANGE, Measure.PERCENT_CHANGE)
    )


_ADJUSTED: Final = expression(
    r"\b(?:adjust(?:ed|ing|ment)|controlling|controlled|accounting) for [^.;()]{3,200}", re.IGNORECASE
)
"""What a result was adjusted for, with the rest of its clause."""
_UNNAMED: Final = expression(
    r"^\d+(?:\.\d+)?\s?(?:mg|g|µg|μg|mcg|ml|IU|units?)\b"
    r"|\b(?:intervention|treatment|treated|study drug|study medication|active|experimental|exposed|therapy)\b",
    re.IGNORECASE,
)


def about_intervention(item: Told, context: Context) -> bool:
    """Whether the finding tells of an effect of what was asked: an arm is called by it, or by no treatment at all."""
    return concerns(item, context) and own_arm.told_of(item.finding, context.question, item.appraisal.study)


def concerns(item: Told, context: Context) -> bool:
    """Whether the finding is about what was asked: named in its sentence or arm, or the trial's one active arm."""
    finding = item.finding
    if not context.drugs or (finding.arms and finding.arms[0].control):
        return False
    named = " ".join(a.arm for a in finding.arms)
    if len(finding.arms) > 1 and _ADJUSTED.search(finding.sentence.quote):  # what is adjusted for is not compared
        return context.names_intervention(f"{_ADJUSTED.sub(' ', finding.sentence.quote)} {named}")
    if context.names_intervention(f"{finding.sentence.quote} {named}") or context.spells_intervention(
        spelled(finding.sentence)
    ):
        return True
    if not context.names_intervention(item.appraisal.record.title):
        return False
    unnamed = any(_UNNAMED.search(a.arm) for a in finding.arms)
    if unnamed or len(finding.arms) < 2 or not finding.arms[1].control:
        return unnamed
    return own_arm.only(item.appraisal.study, words.stems(finding.arms[0].arm))


_TURNED: Final = {Direction.LOWER: Direction.HIGHER, Direction.HIGHER: Direction.LOWER}


def _direction(finding: Finding, context: Context) -> Direction:
    """Direction of the intervention asked about; turned round when it stands as the second arm."""
    direction = worded(finding)
    turned = arms.stand(finding, context.question).turned
    return _TURNED.get(direction, direction) if turned else direction


_LOSS: Final = expression(r"\b(?:loss|reduction|decrease|decline|fall)\b", re.IGNORECASE)
_GREATER: Final = expression(r"\b(?:greater|larger|more|higher)\b", re.IGNORECASE)


def worded(finding: Finding) -> Direction:
    """The direction as the sentence words it: a loss that is `greater` by -4 is more loss, not less."""
    figure = finding.estimate
    negative = figure is not None and figure.value < 0 and finding.direction is Direction.LOWER
    turned = negative and _LOSS.search(finding.outcome) and _GREATER.search(finding.sentence.quote)
    return Direction.HIGHER if turned else finding.direction


def compared(context: Context) -> str:
    """What the question sets against the treatment, where it is a treatment too and not just placebo."""
    return next((wording.lower(c.label) for c in arms.compared_with(context.question)), "")


def _against(item: Told, context: Context) -> bool:
    """Whether a finding sets the treatment against what the question compares it with; True where nothing is."""
    other = compared(context)
    if not other:
        return True
    sides = arms.sides(item.finding)
    if all(sides):  # a trial against placebo says nothing of another drug, though its own treatment is of that kind
        against = sides[0 if arms.stand(item.finding, context.question).turned else 1]
        return bool(arms.held(against, arms.compared_with(context.question)))
    names = [words.stems(n) for c in context.question.having(Role.COMPARATOR) for n in (c.text, c.label, *c.synonyms)]
    named = " ".join(a.arm for a in item.finding.arms)
    said = words.stems(f"{item.finding.sentence.quote} {item.finding.comparator} {named}")
    return any(name and name <= said for name in names)


@once_for
def effect_of(group: OutcomeGroup, context: Context) -> Effect | None:
    """The effect a group shows, or None when its findings do not say one (no comparison, no test)."""
    items = _counting(group, context)
    moved: dict[Direction, list[Told]] = {Direction.LOWER: [], Direction.HIGHER: []}
    null: list[Told] = []
    for item in items:
        direction = _direction(item.finding, context)
        if _null(item, context):
            null.append(item)
        elif direction in moved and tested(item.finding):
            moved[direction].append(item)
    lower, higher = moved[Direction.LOWER], moved[Direction.HIGHER]
    shown = [*lower, *higher]
    if not shown and not null:
        return None
    name = _verdict(lower, higher, null, group)
    shown = {"lower": lower, "higher": higher}.get(name, shown) or shown
    spans = tuple(dict.fromkeys(s for i in (*shown, *null) for s in (i.finding.sentence, *i.finding.spans)))
    causal = all(i.appraisal.study.design.randomised or i.appraisal.study.design.synthesis for i in (*shown, *null))
    counts = tuple(len({i.finding.record for i in some}) for some in (shown, null))
    return Effect(name, counts[0], counts[1], spans, causal, _stand((shown or null)[0], context))


def _null(item: Told, context: Context) -> bool:
    """Whether a finding detected nothing, by its figures or in its source's words."""
    return item.finding.significant is False or _direction(item.finding, context) is Direction.NONE_DETECTED


def resting(effect: Effect, group: OutcomeGroup) -> tuple[Span, ...]:
    """The spans of an effect in the studies that its certainty rests on; all of them where studies disagree."""
    held = group.certainty.records if group.certainty and effect.direction != "mixed" else ()
    return tuple(s for s in effect.spans if s.record in held) or effect.spans


@once_for
def _counting(group: OutcomeGroup, context: Context) -> list[Told]:
    """The findings of a group from which an effect of what was asked about can be told."""
    items = [i for i in group.items if _compares(i) and about_intervention(i, context) and _against(i, context)]
    items = _of_the_people([i for i in items if not arms.stand(i.finding, context.question).apart], context)
    return _at_its_time(_as_allocated(items), group)


def of_part(item: Told, context: Context) -> bool:
    """Whether a result of a part of a study's people is of the very people asked about, who are that part."""
    said = words.parted(item.finding.sentence.quote)
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    names = (words.stems(n) for c in ill for n in (c.text, c.label, *c.synonyms))
    part = standing.of(item.finding, item.appraisal.study) == "subgroup"
    return part and bool(item.appraisal.directness.note) and any(name and name <= said for name in names)


def _of_the_people(items: Sequence[Told], context: Context) -> list[Told]:
    """The findings without those of a part of a study's people where it tells of all of them, or of those alone who are
    asked about: what one drug of a class did in a part of the trials is no effect of the class."""
    own = {i.finding.record for i in items if of_part(i, context)}
    kept = [i for i in items if i.finding.record not in own or of_part(i, context)]
    whole = {i.finding.record for i in kept if standing.of(i.finding, i.appraisal.study) != "subgroup"}
    return [i for i in kept if i.finding.record not in whole or standing.of(i.finding, i.appraisal.study) != "subgroup"]


_TIMED: Final = expression(
    r"\b(?:at|by|within|after|to|through|until|on|over) (?:(?:day|week|month|year|hour)s? \d|\d[\d.]*[- ]?(?:\w+ )?"
    r"(?:day|week|month|year|hour))",
    re.IGNORECASE,
)
"""The time at which an outcome was counted."""


def _at_its_time(items: Sequence[Told], group: OutcomeGroup) -> list[Told]:
    """The findings without those of other times than the outcome is named by, in studies that found it at one time and
    not at another: fewer deaths by day 7 are no fewer by day 90."""
    named = {i.finding.record for i in items if i.finding.outcome == group.name}
    missed = {i.finding.record for i in items if i.finding.significant is False}
    found = {i.finding.record for i in items if i.finding.significant}
    apart = named & missed & found if _TIMED.search(group.name) else frozenset[str]()
    return [i for i in items if i.finding.record not in apart or i.finding.outcome == group.name]


def deciding(effect: Effect, group: OutcomeGroup, context: Context) -> tuple[Told, ...]:
    """The findings that say what the effect says, the surest and largest first; none where studies disagree.

    Those of studies that the certainty rests on come before those of indirect ones, so that a figure and the people
    counted beside it are of the same trial.
    """
    wanted = {"lower": Direction.LOWER, "higher": Direction.HIGHER}.get(effect.direction)
    items = _counting(group, context)
    if effect.direction == "none":
        return tuple(i for i in items if _null(i, context))
    found = [i for i in items if _direction(i.finding, context) is wanted and tested(i.finding)]
    unsure = {i.finding.record for i in items if i.finding.significant is False}
    held = group.certainty.records if group.certainty else ()
    return tuple(sorted(found, key=lambda i: (i.finding.record in unsure, bool(held) and i.finding.record not in held)))


_AS_TREATED: Final = expression(r"\b(?:per[- ]protocol|on[- ]treatment|as[- ]treated)\b", re.IGNORECASE)


def _as_allocated(items: Sequence[Told]) -> list[Told]:
    """The findings without those of people as they were treated, where their trial tells of them as allocated: leaving
    the treatment is part of what it does (Cochrane Handbook 2023, chapter 8.2.2)."""
    allocated = {i.finding.record for i in items if not _AS_TREATED.search(i.finding.sentence.quote)}
    return [i for i in items if i.finding.record not in allocated or not _AS_TREATED.search(i.finding.sentence.quote)]


def _verdict(lower: Sequence[Told], higher: Sequence[Told], null: Sequence[Told], group: OutcomeGroup) -> str:
    """`lower`, `higher`, `none`, or `mixed` where studies disagree.

    Studies taken together decide where that gives a result; else as many that found nothing as found something is a
    disagreement, and so are opposite effects. One study with several doses or times does not disagree with itself.
    """
    taken = _together(group)
    own = {name for name, items in (("lower", lower), ("higher", higher)) if items}
    if taken == "none" or (taken and (not own or taken in own)):  # else its sign is not that of its studies
        return taken
    if not lower and not higher:
        return "none"
    if lower and higher and (named := _one_good(lower, higher, group)):
        return named
    if lower and higher:
        records = {i.finding.record for i in (*lower, *higher)}
        if len(records) > 1:
            return "mixed"
        first = min((*lower, *higher), key=_told_at)  # a trial tells its main result before those of parts of it
        return "lower" if first in lower else "higher"
    if _planned_null((*lower, *higher), null):
        return "none"
    found = {i.finding.record for i in (*lower, *higher)}
    missed = {i.finding.record for i in null} - found
    if missed and len(missed) >= len(found):
        return "mixed"
    return "lower" if lower else "higher"


def _planned_null(shown: Sequence[Told], null: Sequence[Told]) -> bool:
    """Whether trials found nothing where they were made to look, and something where they were not: what was rated
    besides is no effect on the main outcome."""
    missed = {i.finding.record for i in null if i.finding.outcome_role is OutcomeRole.PRIMARY}
    return bool(missed) and all(
        i.finding.record in missed and i.finding.outcome_role is not OutcomeRole.PRIMARY for i in shown
    )


def _one_good(lower: Sequence[Told], higher: Sequence[Told], group: OutcomeGroup) -> str:
    """The way of the outcome that a group is called by, where less of it and more of getting better are one good: `pain
    was lower`, `improvement of pain was more frequent`; empty where findings favour different sides."""
    favoured = {i.finding.favours for i in (*lower, *higher)}
    own = [i for i in (*lower, *higher) if i.finding.outcome == group.name]
    if len(favoured) != 1 or not own or not favoured <= {"benefit", "harm"}:
        return ""
    return "lower" if own[0] in lower else "higher"


def _told_at(item: Told) -> tuple[str, int]:
    return item.finding.sentence.section, item.finding.sentence.start


_OF_NOTHING: Final = {
    **dict.fromkeys((Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO), 1.0),
    **dict.fromkeys((Measure.MEAN_DIFFERENCE, Measure.SMD, Measure.RISK_DIFFERENCE), 0.0),
}
"""The value at which a measure says that there is no difference."""


def _together(group: OutcomeGroup) -> str:
    """What the studies taken together show; empty where they are not pooled."""
    pooled = group.pooled
    if pooled is None or pooled.estimate is None or pooled.low is None or pooled.high is None:
        return ""
    nothing = _OF_NOTHING.get(pooled.measure)
    if nothing is None or any(arms.sides(i.finding)[0] == "" for i in group.items):
        return ""
    if pooled.low <= nothing <= pooled.high:
        return "none"
    return "lower" if pooled.high < nothing else "higher"


def _stand(item: Told, context: Context) -> arms.Stand:
    """Of whom a finding speaks; another drug that it was compared with is named though nobody asked about it."""
    found = arms.stand(item.finding, context.question)
    first, second = arms.sides(item.finding)
    given = (a.drug for a in item.appraisal.study.arms if a.drug and not a.control)
    drugs = [d for d in given if words.stems(d) <= words.stems(second) and not words.stems(d) <= words.stems(first)]
    if found.other or not drugs or context.names_intervention(second):
        return found
    return msgspec.structs.replace(found, other=wording.lower(wording.bare(second)))


def tested(finding: Finding) -> bool:
    """A test reached significance, or the source says so in words without a figure to judge by."""
    return finding.significant is True or (finding.significant is None and finding.claimed == "significant")


def stems_of(record: Record) -> frozenset[str]:
    """What a record is about: the stems of its title and abstract."""
    about = (SectionKind.TITLE, SectionKind.ABSTRACT)
    texts = [record.title, *(s.text for s in record.sections if s.kind in about)]
    return frozenset(words.stem(w) for text in texts for w in words.content(text))


def _speaks(concept: Concept, stems: frozenset[str]) -> bool:
    names = ({words.stem(w) for w in words.content(n)} for n in (concept.text, concept.label, *concept.synonyms))
    return any(name and name <= stems for name in names)


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
    rest = [wording.spelled(c) for c in named if c not in met]
    return wording.join(list(dict.fromkeys(wording.spelled(c) for c in met))), wording.join(
        list(dict.fromkeys(rest)), "or"
    )


def _whole(concept: Concept, texts: Iterable[frozenset[str]]) -> str:
    """The illness of which the one asked about is a kind and under whose name all of the studies took people in."""
    wholes = [name for name in composites_of(concept.label) if name.lower() in UMBRELLAS]
    return next((name for name in wholes if all(words.stems(name) <= stems for stems in texts)), "")


@once
def leading(context: Context) -> tuple[OutcomeGroup, ...]:
    """The outcomes asked about; where a treatment's effect is asked for and no outcome, the first one told.

    An outcome that is only called the primary one leads nothing: it tells a reader nothing.
    """
    groups = tuple(g for g in context.groups if not standing.unnamed(g.name))
    if not arms.choices(context.question) and not arms.compared_with(context.question):
        straight = tuple(g for g in groups if not _only_compared(g, context))
        groups = straight or groups  # to be what another treatment is compared with tells little of its own effect
    asked = tuple(g for g in groups if g.asked)
    if asked and (first := _before_harms(asked, groups, context)) is not None:
        return first, *asked
    wanted = context.question.intent in (Intent.THERAPY, Intent.PREVENTION) or effect_asked.asked(context)
    if asked or context.outcome or not wanted:
        return asked
    groups = tuple(g for g in groups if not counts_the_ill(context.question, g.items)) or groups
    fit = tuple(g for g in groups if _of_those_people(g, context)) or tuple(g for g in groups if _said_indirect(g))
    return co_primary.led([g for g in fit if effect_of(g, context) is not None], _moved(context))[:2] or fit[:1]


def _moved(context: Context) -> Callable[[OutcomeGroup], bool]:
    """Whether an outcome went one way."""

    def moved(group: OutcomeGroup) -> bool:
        effect = effect_of(group, context)
        return effect is not None and effect.direction in ("lower", "higher")

    return moved


_WHICH: Final = expression(r"\b(?:which|better|best|benefits?|worth|effective|superior|prefer\w*)\b", re.IGNORECASE)


def _before_harms(
    asked: Sequence[OutcomeGroup], groups: Sequence[OutcomeGroup], context: Context
) -> OutcomeGroup | None:
    """The outcome that a trial was planned for, where it is asked which of two is better and of outcomes only a harm
    besides: `A or B, which, and how much more bleeding` is answered by what each is given for, and then by the harm."""
    if context.question.intent in (Intent.HARM, Intent.INTERACTION) or not _WHICH.search(context.question.read):
        return None
    if not arms.choices(context.question) and not arms.compared_with(context.question):
        return None
    if not all(i.finding.harm for g in asked for i in g.items):
        return None
    others = (g for g in groups if g not in asked and effect_of(g, context) is not None)
    return next(
        (g for g in others if any(standing.planned(i.finding, i.appraisal) == "primary" for i in g.items)), None
    )


def straight(context: Context) -> tuple[OutcomeGroup, ...]:
    """The groups without those in which what was asked about is only what another treatment was compared with, or was
    given to both arms, where the source that leads the answer is in none of these."""
    if arms.choices(context.question) or arms.compared_with(context.question) or not context.answering:
        return context.groups
    found = tuple(g for g in context.groups if not _only_compared(g, context) and not _given_to_all(g, context))
    leads = context.answering[0].record.id
    return found if found or not any(leads in g.records for g in context.groups) else context.groups


def _given_to_all(group: OutcomeGroup, context: Context) -> bool:
    """Whether all arms of a group got what was asked about, and no more or less of it than the others."""
    told = [i.finding for i in group.items]
    return all(len(f.arms) > 1 and arms.stand(f, context.question).apart and not arms.of_regimens(f) for f in told)


def _only_compared(group: OutcomeGroup, context: Context) -> bool:
    """Whether what was asked about is, in all of a group, what another treatment was compared with."""
    return all(arms.stand(i.finding, context.question).turned for i in group.items)


def _said_indirect(group: OutcomeGroup) -> bool:
    """Whether it is said of all studies of a group that their people are not those asked about."""
    return all(i.appraisal.directness.note for i in group.items)


def _of_those_people(group: OutcomeGroup, context: Context) -> bool:
    """Whether all studies of a group speak of the special people asked about (children, pregnant, older ...)."""
    ill = {c.label for c in context.question.having(Role.POPULATION)}  # whether they have it, directness says
    special = [word for word in context.special if word not in ill]
    signs = [s for word in special for s in SPECIAL.get(word, ())]
    texts = (f"{i.appraisal.record.title} {_told(i.appraisal.record)}".lower() for i in group.items)
    return not special or bool(signs and all(any(sign in text for sign in signs) for text in texts))


def _told(record: Record) -> str:
    return " ".join(s.text for s in record.sections if s.kind is SectionKind.ABSTRACT)


def worse_off(group: OutcomeGroup, effect: Effect, context: Context) -> bool:
    """Whether a result that the effect rests on, and that reached significance, speaks against what was asked about."""
    against = "benefit" if effect.stand.turned else "harm"
    return any(
        f.significant is True and f.favours == against and bool(f.arms) and not f.arms[0].control
        for f in (item.finding for item in deciding(effect, group, context))
    )
