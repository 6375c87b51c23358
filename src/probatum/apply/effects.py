"""What a group of findings shows: an effect, none detected, or findings that disagree.

The words, by certainty and size, are those of `text.statements`.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.apply import arms, wording
from probatum.apply.context import Context
from probatum.apply.outcomes import OutcomeGroup, Told
from probatum.model import Concept, Direction, Finding, Intent, Level, Measure, Record, Role, SectionKind, Size, Span
from probatum.text import statements, words


class Effect(msgspec.Struct, frozen=True):
    """Direction `lower`, `higher` or `none`, how many results reached significance, and the spans it rests on."""

    direction: str
    significant: int
    null: int
    spans: tuple[Span, ...]
    causal: bool
    stand: arms.Stand = arms.Stand()
    """Of whom it is said, and against what."""


class Words(msgspec.Struct, frozen=True):
    """A sentence for professionals and the same in plain words."""

    text: str
    plain: str


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


_UNNAMED: Final = re.compile(
    r"^\d+(?:\.\d+)?\s?(?:mg|g|µg|μg|mcg|ml|IU|units?)\b"
    r"|\b(?:intervention|treatment|treated|study drug|study medication|active|experimental|exposed|therapy)\b",
    re.IGNORECASE,
)


def _about_intervention(item: Told, context: Context) -> bool:
    """Whether the finding is about what was asked: named in its sentence, or the trial's unnamed active arm."""
    finding = item.finding
    if not context.drugs or (finding.arms and finding.arms[0].control):
        return False
    if context.names_intervention(finding.sentence.quote):
        return True
    unnamed = any(_UNNAMED.search(a.arm) for a in finding.arms)
    return unnamed and context.names_intervention(item.appraisal.record.title)


_TURNED: Final = {Direction.LOWER: Direction.HIGHER, Direction.HIGHER: Direction.LOWER}


def _direction(finding: Finding, context: Context) -> Direction:
    """Direction of the intervention asked about; turned round when it stands as the second arm."""
    direction = _worded(finding)
    turned = arms.stand(finding, context.question).turned
    return _TURNED.get(direction, direction) if turned else direction


_LOSS: Final = re.compile(r"\b(?:loss|reduction|decrease|decline|fall)\b", re.IGNORECASE)
_GREATER: Final = re.compile(r"\b(?:greater|larger|more|higher)\b", re.IGNORECASE)


def _worded(finding: Finding) -> Direction:
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
    names = [words.stems(n) for c in context.question.having(Role.COMPARATOR) for n in (c.text, c.label, *c.synonyms)]
    named = " ".join(a.arm for a in item.finding.arms)
    said = words.stems(f"{item.finding.sentence.quote} {item.finding.comparator} {named}")
    return any(name and name <= said for name in names)


def effect_of(group: OutcomeGroup, context: Context) -> Effect | None:
    """The effect a group shows, or None when its findings do not say one (no comparison, no test)."""
    items = [i for i in group.items if _compares(i) and _about_intervention(i, context) and _against(i, context)]
    items = [i for i in items if not arms.stand(i.finding, context.question).apart]
    moved: dict[Direction, list[Told]] = {Direction.LOWER: [], Direction.HIGHER: []}
    null: list[Told] = []
    for item in items:
        direction = _direction(item.finding, context)
        if direction is Direction.NONE_DETECTED or item.finding.significant is False:
            null.append(item)
        elif direction in moved and _tested(item.finding):
            moved[direction].append(item)
    lower, higher = moved[Direction.LOWER], moved[Direction.HIGHER]
    if lower and higher:
        return None
    shown = lower or higher
    if not shown and not null:
        return None
    name = "none" if not shown else "lower" if lower else "higher"
    spans = tuple(dict.fromkeys(s for i in (*shown, *null) for s in (i.finding.sentence, *i.finding.spans)))
    causal = all(i.appraisal.study.design.randomised or i.appraisal.study.design.synthesis for i in (*shown, *null))
    return Effect(name, len(shown), len(null), spans, causal, _stand((shown or null)[0], context))


def _stand(item: Told, context: Context) -> arms.Stand:
    """Of whom a finding speaks; another drug that it was compared with is named though nobody asked about it."""
    found = arms.stand(item.finding, context.question)
    first, second = arms.sides(item.finding)
    given = (a.drug for a in item.appraisal.study.arms if a.drug and not a.control)
    drugs = [d for d in given if words.stems(d) <= words.stems(second) and not words.stems(d) <= words.stems(first)]
    if found.other or not drugs or context.names_intervention(second):
        return found
    return msgspec.structs.replace(found, other=wording.lower(wording.bare(second)))


def _tested(finding: Finding) -> bool:
    """A test reached significance, or the source says so in words without a figure to judge by."""
    return finding.significant is True or (finding.significant is None and finding.claimed == "significant")


def effect_words(effect: Effect, group: OutcomeGroup, context: Context, *, again: bool = False) -> Words:
    """The sentence for an effect, without its brackets; `again`, of a further outcome, it does not name the people."""
    who, other = of_whom(effect, context), effect.stand.other or compared(context)
    people, unstudied = studied_in(group, context)
    where = f" in {people}" if people and not again else ""
    if people and (people.lower() in group.name.lower() or group.name.lower() in people.lower()):
        where = ""
    if unstudied and not again:
        where += f" (not studied in {unstudied})"
    outcome = wording.definite(group.name)
    graded = group.certainty
    if effect.direction == "none" and other:
        said = f"no difference in {outcome} was detected between {who} and {other}"
        return Words(said, said)
    if effect.direction == "none" and (graded is None or graded.size is not Size.TRIVIAL):
        return Words(statements.undetected(who, outcome), statements.undetected(who, outcome, plain=True))
    down = effect.direction == "lower"
    if other:
        be = _BE[graded.level] if graded else "was"
        if wording.be(group.name) == "were":
            be = be.replace("is", "are").replace("was", "were")
        with_other = wording.with_arm(other)
        said = f"{outcome}{where} {be} {'lower' if down else 'higher'} with {who} than {with_other}"
        unsure = statements.UNCERTAIN if graded and graded.level is Level.VERY_LOW else ""
        return Words(f"{said}{_disagree(effect)}{unsure}", f"{said}{_disagree(effect)}{unsure}")
    if not effect.causal or graded is None:
        verb = "was associated with" if not effect.causal else "was followed by"
        link = f"{who} {verb} {'lower' if down else 'higher'} {outcome}{where}{_disagree(effect)}"
        return Words(link, link)
    way = Direction.LOWER if down else Direction.HIGHER
    said, plain = (
        statements.effect(
            graded.level, way, graded.size, who, outcome, where.strip(), plain=plain, several=wording.be(who) == "were"
        )
        for plain in (False, True)
    )
    return Words(said + _disagree(effect), plain + _disagree(effect))


def of_whom(effect: Effect, context: Context) -> str:
    """Of whom an effect is said: all that was asked about, or the one choice that stands in the arm."""
    asked = wording.lower(context.question.intervention) or context.named[0]
    several = len(context.named) > 1
    return effect.stand.who if several and effect.stand.who else asked


_BE: Final = {Level.HIGH: "is", Level.MODERATE: "is probably", Level.LOW: "may be", Level.VERY_LOW: "may be"}


def _stems(record: Record) -> frozenset[str]:
    """What a record is about: the stems of its title and abstract."""
    about = (SectionKind.TITLE, SectionKind.ABSTRACT)
    texts = [record.title, *(s.text for s in record.sections if s.kind in about)]
    return frozenset(words.stem(w) for text in texts for w in words.content(text))


def _speaks(concept: Concept, stems: frozenset[str]) -> bool:
    names = ({words.stem(w) for w in words.content(n)} for n in (concept.text, concept.label, *concept.synonyms))
    return any(name and name <= stems for name in names)


def studied_in(group: OutcomeGroup, context: Context) -> tuple[str, str]:
    """Of the conditions asked about, those that every study of the group speaks of, and those that one does not.

    Trials in people with the one illness say nothing of people who have another as well.
    """
    named = context.question.having(Role.POPULATION)
    if not named:
        return context.population, ""
    texts = {i.finding.record: _stems(i.appraisal.record) for i in group.items}
    met = [c for c in named if all(_speaks(c, stems) for stems in texts.values())]
    if not met:
        return context.population, ""  # another illness throughout: the directness of the sentence says it
    rest = [c.label for c in named if c not in met]
    return wording.join(list(dict.fromkeys(c.label for c in met))), wording.join(list(dict.fromkeys(rest)), "or")


def _disagree(effect: Effect) -> str:
    """Said when some results reached significance and some did not."""
    return ", though not every comparison reached significance" if effect.null else ""


def leading(context: Context) -> tuple[OutcomeGroup, ...]:
    """The outcomes asked about; where a treatment's effect is asked for and no outcome, the first one told."""
    asked = tuple(g for g in context.groups if g.asked)
    if asked or context.outcome or context.special:
        return asked
    if context.question.intent not in (Intent.THERAPY, Intent.PREVENTION):
        return asked
    return context.groups[:1]
