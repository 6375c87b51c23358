"""Effects told: one sentence for each of the first outcomes whose effect can be said, with the decisive figure, how
sure it is and how much that rests on; then one on which nothing was detected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.choices import guidance
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.apply.effects import Effect, between, deciding, effect_of, leading, of_part, resting, studied_in
from probatum.apply.evidence import (
    by_rule,
    co_primary,
    editions,
    given_on,
    gravest,
    likeness,
    outcomes,
    regimen,
    sizing,
    standing,
)
from probatum.apply.evidence.arms import choices
from probatum.apply.evidence.effect_words import counted, effect_words
from probatum.apply.evidence.likeness import ANOTHER
from probatum.apply.evidence.outcomes import OutcomeGroup, graded_studies, matters
from probatum.apply.evidence.studied import evidence_size
from probatum.apply.patient import standings
from probatum.apply.quoted.quotable import does, quotable
from probatum.apply.quoted.quoting import sure
from probatum.apply.replies import polar
from probatum.apply.room import Room
from probatum.apply.sections import studied_doses
from probatum.model import (
    Intent,
    Kind,
    OutcomeRole,
    Role,
    Span,
)
from probatum.text.expressions import caseless
from probatum.text.statements import UNCERTAIN

MOST_DOSES = 4


def main_result(draft: Draft, context: Context, groups: Sequence[OutcomeGroup]) -> bool:
    """Where no outcome was asked for, what the leading source reports first, if that could only be quoted: a
    complication that it reports later is not what the treatment is for."""
    if context.outcome or not groups or context.question.intent is not Intent.THERAPY:
        return False
    item = groups[0].items[0]
    appraisal, told_of = item.appraisal, {f.sentence for f in item.appraisal.findings if not standing.cut(f.outcome)}
    first = next((s for s in appraisal.results if quotable(s)), None)
    later = any(i.finding.outcome_role is OutcomeRole.PRIMARY for i in groups[0].items)
    if first is None or later or first in told_of or not does(first) or not context.names_intervention(first.quote):
        return False
    if (first.section, first.start) >= (item.finding.sentence.section, item.finding.sentence.start):
        return False
    quote(draft, appraisal, first, "reports")
    return True


def say(draft: Draft, context: Context, room: Room) -> tuple[OutcomeGroup, ...]:
    """One sentence for each of the first outcomes whose effect can be said; returns those told."""
    done: list[OutcomeGroup] = []
    told_of = [g for g in leading(context) if effect_of(g, context) is not None]
    if choices(context.question):  # what sets the two against each other says more than what either did by itself
        told_of.sort(key=lambda g: not between(g, context))
    if standings.ruled_out(context):  # what it does to people who may have it is no answer for one who may not
        told_of = [g for g in told_of if not studied_in(g, context)[1] and not outcomes.shared_note(g)]
    told_of = _each_asked(told_of, context)
    most = room.outcomes - main_result(draft, context, told_of)
    if not context.outcome and len(told_of) > 1 and co_primary.paired(*told_of[:2]):
        most = max(most, 2)  # a trial that was planned for two outcomes is told with both
    gravest.untested(draft, context)
    if not most:
        return tuple(told_of[:1])
    for group in told_of:
        effect = effect_of(group, context)
        if effect is None or len(done) == most or _of_others(group, done):
            continue
        figured = len(done) < room.figures
        _say_one(draft, context, group, effect, figured=figured, before=done[-1] if done else None)
        if not done and (titles := _newer(group, context)):
            draft.add(
                "a newer edition is held without its results; read it before you act on this", Kind.NAVIGATION, titles
            )
        if room.doses and not done:
            _studied_at(draft, context, group, effect)
        done.append(group)
    return tuple(done)


def _each_asked(groups: Sequence[OutcomeGroup], context: Context) -> list[OutcomeGroup]:
    """The outcomes with the first of each that was asked about before further ones of the same."""
    asked = context.question.having(Role.OUTCOME)
    if len(asked) < 2:
        return list(groups)
    firsts: list[OutcomeGroup] = []
    for concept in asked:
        others = tuple(c for c in context.question.concepts if c.role is not Role.OUTCOME)
        alone = msgspec.structs.replace(context.question, concepts=(*others, concept), outcome=concept.text)
        near = next((g for g in groups if g.asked and likeness.is_asked(alone, g.name)), None)
        if near is not None and near not in firsts:
            firsts.append(near)
    return [*firsts, *(g for g in groups if g not in firsts)]


def _of_others(group: OutcomeGroup, done: Sequence[OutcomeGroup]) -> bool:
    """Whether an outcome was found in other people than those asked about, behind one that was found in these."""
    return bool(outcomes.shared_note(group)) and any(g.asked and not outcomes.shared_note(g) for g in done)


def _say_one(
    draft: Draft, context: Context, group: OutcomeGroup, effect: Effect, *, figured: bool, before: OutcomeGroup | None
) -> None:
    """What the treatment does to one outcome: direction, the decisive figure, certainty and how much it rests on.
    What was said of the outcome `before` it is not repeated."""
    studies = graded_studies(group)
    sized, calculation, spans = evidence_size(studies)
    level = group.certainty.level.value if group.certainty else ""
    words = effect_words(effect, group, context, again=before is not None)
    figure = sizing.size(effect, group, context) if figured else None
    placed, shows = _placed(group)
    behind = f"{placed}{_beside(group, context)}{outcomes.replaced(group)}"
    again = before is not None and outcomes.shared_note(before) == outcomes.shared_note(group)
    same = bool(level) and before is not None and graded_studies(before) == studies
    if same:
        sized = f"the same {'trials' if 'trials' in sized else 'studies'}" if len(studies) > 1 else "the same source"
    answer = "" if before is not None or guidance.decides(context) else polar.of_effect(effect, group, context)
    first = f"{answer}: " if answer and not _says_so(answer, words.text) else ""
    said, easily = (t.replace(UNCERTAIN, "") if answer == polar.UNKNOWN else t for t in (words.text, words.plain))
    if before is not None and _same_two(before, effect, context):
        said, easily = (_BETWEEN.sub(" between them", t) for t in (said, easily))
    told = f": {figure.text}" if figure and figure.text else ""
    told, _, ends = told.removesuffix(")").rpartition(" (") if told.endswith(")") else (told, "", "")
    certain = f"{level} certainty: {sized}" if level else sized
    none = effect.direction == "none" and len(group.items) == 1
    ruled, easily_ruled = by_rule.told(group.items[0].finding) if none else ("", "")
    rated = "; ".join(filter(None, (ends, figure.inside if figure else "", ruled, certain))) + behind
    how_sure = sure(level, sized)
    told_of = deciding(effect, group, context)
    fits = bool(told_of) and all(of_part(item, context) for item in told_of)  # a part of its people are those meant
    draft.add(
        f"{first}{said}{told} ({rated})",
        Kind.FINDING,
        [*resting(effect, group), *spans, *shows, *(figure.spans if figure else ())],
        plain=f"{first}{easily}{f': {figure.plain}' if figure and figure.plain else ''}"
        f"{f'; {easily_ruled}' if easily_ruled else ''}; {how_sure}{behind}",
        calculation=[*calculation, *counted(effect), *(figure.calculation if figure else ())],
        directness="" if fits or again or "(not studied in " in words.text else outcomes.shared_note(group),
    )


_BETWEEN: Final = caseless(r"(?<=detected) between (?:[\w/-]+ ){1,8}and (?:[\w/-]+ ?){1,8}$")


def _same_two(before: OutcomeGroup, effect: Effect, context: Context) -> bool:
    """Whether the sentence before was of the same two treatments, so that they need not be named again."""
    told = effect_of(before, context)
    return told is not None and bool(effect.stand.other) and told.stand == effect.stand


def _newer(group: OutcomeGroup, context: Context) -> tuple[Span, ...]:
    """The titles of the newer editions of replaced sources, so that what is said to be there can be opened."""
    sources = (item.appraisal for item in group.items)
    editions_ = (new for old in sources for new in editions.newer(old, context.appraisals))
    titles = ((new.record, section) for new in editions_ for section in new.record.sections if section.id == "title")
    return tuple(dict.fromkeys(Span(record, section.id, 0, len(section.text)) for record, section in titles))


def _says_so(answer: str, words_: str) -> bool:
    """Whether the sentence itself has the reserve of the answer: `probably reduces`, `may reduce`."""
    return any(
        answer == said and f" {word} " in words_ for said, word in (("probably", "probably"), ("possibly", "may"))
    )


def _studied_at(draft: Draft, context: Context, group: OutcomeGroup, effect: Effect) -> None:
    """`The doses studied were 150 mg twice daily and 300 mg/day`."""
    whose, doses = _doses(context, group, effect)
    if doses:
        named = f"the {'doses' if len(doses) > 1 else 'dose'}{f' of {whose}' if whose else ''} studied"
        text = f"{named} {'were' if len(doses) > 1 else 'was'} {wording.join(list(doses))}"
        draft.add(text, Kind.FINDING, doses.values())


def _beside(group: OutcomeGroup, context: Context) -> str:
    """`; counted together`, of a composite that stands for what was asked about."""
    composite = group.asked and context.outcome and 0 < likeness.asked(context.question, group.name).rank < ANOTHER.rank
    return "; counted together" if composite else ""


def _placed(group: OutcomeGroup) -> tuple[str, tuple[Span, ...]]:
    """`; a secondary outcome`, where no study of the outcome was planned for it."""
    told = [standing.said(i.finding, i.appraisal.study) for i in group.items]
    if not all(words for words, _ in told):
        return "", ()
    return f"; {told[0][0]}", tuple(span for _, spans in told for span in spans)


def _doses(context: Context, group: OutcomeGroup, effect: Effect) -> tuple[str, dict[str, Span]]:
    """Whose doses have to be said, if any, and the doses in the arms of the studies that are told, lowest first."""
    studies = graded_studies(group)
    given = [a for s in studies for a in regimen.arms(s) if a.dose and not a.control]
    arms = [a for a in given if studied_doses.is_asked(a, context) and not a.dose.startswith(regimen.LOADING)]
    who = effect.stand.who.lower()
    if choices(context.question):  # the doses of the drug that the sentence is about
        arms = [a for a in arms if who and who in f"{a.name} {a.drug}".lower()]
    doses = {f"{a.dose}{given_on.way(a)}": a.span for a in sorted(arms, key=studied_doses.daily_total)}
    if not context.drug_like or context.classes or len(doses) > MOST_DOSES:
        return "", {}
    # Where the sentence before names the other arm, the dose has to say whose it is.
    return (who if effect.stand.other else ""), doses


def say_course(draft: Draft, context: Context, done: Sequence[OutcomeGroup], *, figured: bool) -> None:
    """One further outcome on which nothing was detected, when it is the disease itself or was primary."""
    for group in context.groups:
        effect = effect_of(group, context)
        if group in done or effect is None or effect.direction != "none" or not matters(group):
            continue
        if _of_others(group, done):
            continue
        studies = tuple({i.finding.record: i.appraisal.study for i in group.items}.values())
        _, _, spans = evidence_size(studies)
        words = effect_words(effect, group, context)
        figure = sizing.size(effect, group, context) if figured else None
        text, easy = words.text, words.plain
        if figure is not None and figure.text:
            text, easy = f"{text}: {figure.text}", f"{easy}: {figure.plain}"
        if figure is not None and figure.inside:
            text = f"{text} ({figure.inside})"
        spans, sums = (*spans, *(figure.spans if figure else ())), (figure.calculation if figure else ())
        draft.add(text, Kind.FINDING, [*effect.spans, *spans], plain=easy, calculation=sums)
        return
