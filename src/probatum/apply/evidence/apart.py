"""Apart: two treatments that no source sets against each other.

That it is so is said, and what each of them did against something else: the two figures are nobody's comparison.
"""

from __future__ import annotations

from collections.abc import Iterator

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence import tried
from probatum.apply.evidence.arms import choices, compared_with
from probatum.apply.together import making_way
from probatum.model import About, Appraisal, Concept, Fit, Kind, Role
from probatum.text import words

_GIVEN = ("drug", "procedure")


def say(draft: Draft, context: Context) -> bool:
    """That nothing compares the two, then the main result of the best source on each; False where a source names both,
    or the question does not set two treatments side by side."""
    sides = sides_of(context)
    if len(sides) != 2 or together(context, sides):
        return False
    best = [next(_on(context, side), None) for side in sides]
    if not any(best):
        return False
    first, second = (wording.spelled(side) for side in sides)
    draft.add(f"no included study compares {first} with {second}", Kind.ABSENCE)
    for appraisal in best:
        if appraisal is not None:
            tried.tell(draft, context, appraisal, _level(context, appraisal))
    return True


def together(context: Context, sides: list[Concept]) -> bool:
    """Whether any source that was read names all of them."""
    return any(all(_names(a, side) for side in sides) for a in context.appraisals)


def sides_of(context: Context) -> list[Concept]:
    """The two treatments between which the question asks to choose; empty where there are not two."""
    own = [c for c in context.question.having(Role.INTERVENTION) if c.semantic in _GIVEN]
    other = list(compared_with(making_way.alone(context.question)))
    named = {c.label: c for c in (*own, *other)} if other or choices(context.question) else {}
    return list(named.values())


def _on(context: Context, side: Concept) -> Iterator[Appraisal]:
    """Trials and reviews of one of them in such people, best first."""
    for appraisal in context.about(About.QUESTION, About.ALTERNATIVE):
        fits = not context.question.having(Role.POPULATION) or appraisal.directness.population.fit is Fit.DIRECT
        design = appraisal.study.design
        if fits and (design.randomised or design.synthesis) and _titled(appraisal, side):
            yield appraisal


def _titled(appraisal: Appraisal, side: Concept) -> bool:
    said = words.stems(appraisal.record.title)
    return any(own and own <= said for own in map(words.stems, side.names))


def _names(appraisal: Appraisal, side: Concept) -> bool:
    """Whether a source's title, arms or results name a treatment; labels and guidelines compare nothing."""
    if not appraisal.findings and not appraisal.conclusions:
        return False
    arms = (f"{arm.drug} {arm.name}" for arm in appraisal.study.arms)
    told = (s.quote for s in (*appraisal.conclusions, *appraisal.results))
    said = words.stems(" ; ".join((appraisal.record.title, *arms, *told)))
    return any(own and own <= said for own in map(words.stems, side.names))


def _level(context: Context, appraisal: Appraisal) -> str:
    record = appraisal.record.id
    graded = dict(context.alternatives).get(record) or dict(context.overall).get(record)
    of_outcome = next((g.certainty for g in context.groups if record in g.records and g.certainty), None)
    level = of_outcome or graded
    return level.level.value if level else ""
