"""Agreement: what the studies of one outcome come to together, whether they agree, and where they do not, in what they
differ that may explain it.

Only what is read out of the studies is named: the drug, its dose, what it was compared with, the people and the
design. That a difference explains a disagreement is never claimed; it may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from probatum.apply import designs, wording
from probatum.apply.context import Context
from probatum.apply.effects import Effect, effect_of
from probatum.apply.evidence import arms, overlap
from probatum.apply.evidence.effect_words import counted, predicate
from probatum.apply.evidence.outcomes import OutcomeGroup, Told
from probatum.model import Calculation, Span

MOST: Final = 3
"""Differences that are named."""
MOST_WORDS: Final = 9
"""Words of a population that still tell it at a glance."""


class Agreement(msgspec.Struct, frozen=True):
    """A sentence on the studies of one outcome, with its sums and what it rests on."""

    text: str
    calculation: tuple[Calculation, ...]
    spans: tuple[Span, ...]


class _Trait(msgspec.Struct, frozen=True):
    """What a study is like in one respect."""

    words: str
    spans: tuple[Span, ...] = ()


def come_to(group: OutcomeGroup, context: Context) -> Agreement | None:
    """What the studies of an outcome come to, with the words of its certainty, and whether they agree; None where no
    effect can be read: `death: probably lower with A (moderate certainty); both trials agree`."""
    effect = effect_of(group, context)
    if effect is None:
        return None
    agreed = _agreed(group, effect, context)
    level = f" ({group.certainty.level.value} certainty)" if group.certainty else ""
    text = f"{group.name}: {predicate(effect, group, context)}{level}"
    if agreed is None:
        return Agreement(text, counted(effect), effect.spans)
    sums = tuple(dict.fromkeys((*counted(effect), *agreed.calculation)))
    return Agreement(f"{text}; {agreed.text}", sums, tuple(dict.fromkeys((*effect.spans, *agreed.spans))))


def _agreed(group: OutcomeGroup, effect: Effect, context: Context) -> Agreement | None:
    """Whether the studies agree; None for a single study."""
    studies = {i.finding.record: i for i in group.items}
    if len(studies) < 2:
        return None
    found, missed = _parted(group, context)
    sums = wording.count(range(len(studies)))
    if found and missed and effect.significant and effect.null:
        apart = tuple(_differences(found, missed))[:MOST]
        spans = tuple(s for one in apart for s in one.spans)
        counts = (*wording.count(range(len(found))), *wording.count(range(len(missed))))
        parted = "" if effect.direction == "mixed" else _disagreement(found, missed)
        differ = _may_explain(apart)
        text = f"{parted}{'; ' if parted and differ else ''}{differ}"
        return Agreement(text, (*sums, *counts), spans) if text else None
    if len(found) + len(missed) < 2 or effect.direction == "mixed" or (found and effect.direction == "none"):
        return None
    said = f"{_counted_once(list(studies.values()))} agree"
    if found and effect.null:  # a dose or a time of one of them reached no significance
        said += ", but not significantly in every comparison"
    return Agreement(said, sums, ())


def _counted_once(items: Sequence[Told]) -> str:
    """Who agrees: `both trials`, `all 3 studies`; of a review and trials whether it may hold them, since what a review
    holds does not confirm it."""
    reviews = [i.appraisal for i in items if i.appraisal.study.design.synthesis]
    trials = [i.appraisal for i in items if not i.appraisal.study.design.synthesis]
    if not reviews or not trials:
        named = "reviews" if reviews else "trials" if all(a.study.design.randomised for a in trials) else "studies"
        return f"{'both' if len(items) == 2 else f'all {len(items)}'} {named}"
    what = "trial" if all(a.study.design.randomised for a in trials) else "study"
    whole = "a review" if len(reviews) == 1 else f"{len(reviews)} reviews"
    its = "it" if len(reviews) == 1 else "they"
    part = f"a {what}" if len(trials) == 1 else f"{len(trials)} {'trials' if what == 'trial' else 'studies'}"
    inside = [a for a in trials if any(overlap.included(review, a) for review in reviews)]
    if len(inside) == len(trials):
        held = "the" if len(trials) == 1 else f"the {len(trials)}"
        return f"{whole} and {held} {part.rpartition(' ')[2]} {its} include{'s' if its == 'it' else ''}"
    if not any(overlap.possible(review, a) for review in reviews for a in trials):
        return f"{whole} and {'a later' if len(trials) == 1 else f'{len(trials)} later'} {part.rpartition(' ')[2]}"
    return f"{whole} and {part} that {its} may include"


def _parted(group: OutcomeGroup, context: Context) -> tuple[list[Told], list[Told]]:
    """One finding of each study that found an effect, and of each that did not."""
    found: dict[str, Told] = {}
    missed: dict[str, Told] = {}
    for item in group.items:
        one = effect_of(msgspec.structs.replace(group, items=(item,), pooled=None), context)
        if one is not None:
            (missed if one.direction == "none" else found).setdefault(item.finding.record, item)
    return list(found.values()), [item for record, item in missed.items() if record not in found]


def _disagreement(found: Sequence[Told], missed: Sequence[Told]) -> str:
    """`fewer in one study, no difference detected in 2`."""
    ways = {one.finding.direction.value for one in found}
    way = next(iter(ways)) if len(ways) == 1 else "an effect"
    return f"{way} in {_studies(len(found))}, no difference detected in {_studies(len(missed))}"


def _studies(n: int) -> str:
    return "one study" if n == 1 else f"{n} studies"


def _may_explain(apart: Sequence[_Trait]) -> str:
    if not apart:
        return ""
    return f"they differ in {wording.join([one.words for one in apart])}, which may explain it"


def _differences(found: Sequence[Told], missed: Sequence[Told]) -> Iterator[_Trait]:
    """In what studies that found an effect differ from those that did not: `dose (4 g/day against 1 g/day)`."""
    for name, trait in _TRAITS:
        own, other = [trait(i) for i in found], [trait(i) for i in missed]
        if not all(own) or not all(other):
            continue  # what one of them does not tell is no difference
        one, two = ({t.words.casefold(): t for t in some if t} for some in (own, other))
        if one.keys() & two.keys():
            continue
        told = (wording.join([t.words for t in some.values()]) for some in (one, two))
        spans = tuple(s for some in (one, two) for t in some.values() for s in t.spans)
        yield _Trait(f"{name} ({' against '.join(told)})", spans)


def _drug(item: Told) -> _Trait | None:
    given = wording.bare(arms.sides(item.finding)[0])
    return (
        _Trait(wording.lower(given), (item.finding.sentence,)) if given and not item.finding.arms[0].control else None
    )


def _dose(item: Told) -> _Trait | None:
    given = [a for a in item.appraisal.study.arms if a.dose and not a.control]
    doses = {a.dose: a.span for a in given}
    return _Trait(wording.join(list(doses)), tuple(doses.values())) if doses else None


def _against(item: Told) -> _Trait | None:
    other = wording.bare(arms.sides(item.finding)[1])
    return _Trait(wording.lower(other), (item.finding.sentence,)) if other else None


def _people(item: Told) -> _Trait | None:
    who = item.appraisal.study.population
    if who is None or len(who.value.split()) > MOST_WORDS:
        return None
    return _Trait(wording.lower(who.value.strip(" .,;")), (who.span,))


def _design(item: Told) -> _Trait | None:
    study = item.appraisal.study
    spans = (study.design_span,) if study.design_span else ()
    return _Trait(designs.words(study), spans)


_TRAITS: Final[tuple[tuple[str, Callable[[Told], _Trait | None]], ...]] = (
    ("treatment", _drug),
    ("dose", _dose),
    ("comparator", _against),
    ("people", _people),
    ("design", _design),
)
"""What is compared, the likeliest reason first."""
