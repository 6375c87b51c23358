"""What the evidence shows: outcome by outcome, study by study, with figures, then the certainty with its reasons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.choices import guidance
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing, quote
from probatum.apply.effects import concerns, effect_of, leading, straight
from probatum.apply.evidence import effect_asked, harm_order, post_test, whom_studied
from probatum.apply.evidence.absolute import absolute
from probatum.apply.evidence.agreement import come_to
from probatum.apply.evidence.outcomes import OutcomeGroup, graded_studies, is_harm, matters, replaced, shared_note
from probatum.apply.evidence.reasons import certainty
from probatum.apply.patient import standings
from probatum.apply.quoted.choosing import best_results, on_outcome, tells_dose
from probatum.apply.quoted.passages import is_told
from probatum.apply.quoted.telling import tell
from probatum.apply.replies import thin
from probatum.apply.sections import alternatives
from probatum.apply.selection import known
from probatum.apply.study_clauses import LONGEST_QUOTE, figure_start, incomplete, told
from probatum.model import (
    Appraisal,
    Certainty,
    Depth,
    Direction,
    Finding,
    Fit,
    Intent,
    Kind,
    Section,
    Span,
    SpinKind,
    Study,
)
from probatum.text import pooling, words
from probatum.text.expressions import expression

MOST_GROUPS = 4
MOST_OTHERS = 2
MOST_STUDIES = 6
MOST_STUDIES_ELSEWHERE = 3
MOST_QUOTED = 6
MOST_BESIDE = 2
"""Sources that are named beside the evidence, since they are near and do not answer."""
WORDS = 230
"""Words after which no further quotation is shown at standard depth."""
MOST_FIRST = 3
FIRST_STUDIES = 3
"""Studies of an outcome that are shown at standard depth."""


def compose(context: Context) -> Section:
    """Per outcome: each study's figures and the certainty; then studies that could only be quoted."""
    draft = Draft("evidence", "What the evidence shows")
    if standings.stopped(context):
        return draft.section("Does not apply: what was measured is put right first; no effect is asked about.")
    if thin.unanswered(context):
        thin.tell(draft, context)
        _after_test(draft, context)
        return draft.section("")
    shown: dict[str, set[Span]] = {}
    earlier: list[Certainty] = []
    first = first_groups(context)
    for group in chosen(context):
        draft.layer = 0 if group in first else 1
        with draft.paragraph():
            _group(draft, context, group, shown, earlier)
    draft.layer = 0
    _spun(draft, context, shown)
    if is_told(context.question, treatable=context.treatable):
        tell(draft, context, shown)
    else:
        _quoted(draft, context, shown)
    _after_test(draft, context)
    guidance.say(draft, context)
    with draft.paragraph():
        _also_found(draft, context, shown)
    made = draft.section(_empty(context))
    pooled = tuple(g.pooled for g in told_groups(context) if g.pooled is not None)
    return msgspec.structs.replace(made, pooled=pooled) if pooled else made


def _also_found(draft: Draft, context: Context, shown: Collection[str]) -> None:
    """What is near and answers nothing, in a few lines: nobody has to find out by themselves why it was left aside."""
    told_of = {
        *shown,
        *(a.record.id for a in alternatives.studied(context)),
        *(a.record.id for a, _ in context.harms()),
    }
    near = (a for a in thin.beside(context) if context.treatable and a.record.id not in told_of)
    answered = any(g.asked and any(not i.appraisal.directness.note for i in g.items) for g in context.groups)
    if answered or guidance.rows(context):
        # Where a study or a guideline answers it straight, what was seen in another illness need not be told.
        near = (a for a in near if a.directness.population.fit is not Fit.OTHER)
    for number, appraisal in enumerate(islice(near, MOST_BESIDE)):
        opening = "" if number else "also found, but no answer to this question: "
        thin.by_title(draft, context, appraisal, opening)


def _after_test(draft: Draft, context: Context) -> None:
    """What a result of the test makes of a probability, from the first source that tells how accurate it is."""
    for appraisal in context.answering if context.question.intent is Intent.DIAGNOSIS else ():
        made = post_test.after(appraisal, context)
        if made is not None:
            note = appraisal.directness.note
            draft.add(made.text, Kind.CALCULATED, made.spans, calculation=made.calculation, directness=note, level=1)
            return


def _spun(draft: Draft, context: Context, told_of: Collection[str]) -> None:
    """Where the authors of a study that is told claim more than its numbers carry."""
    for record, signal in context.spin:
        if record in told_of and signal.kind is not SpinKind.SIGNIFICANCE:  # that one is said with its figure
            draft.add(
                f"read with care: {wording.lower(signal.sentence.rstrip('. '))}", Kind.FINDING, signal.spans, level=1
            )


def _empty(context: Context) -> str:
    """What stands where nothing is told: nothing was found, or nothing beyond the bottom line."""
    if context.answering and harm_order.alone(context.question):
        return "What was found of harm stands under adverse effects and safety; what else was found was not asked."
    if context.answering:
        return f"{context.searched}: nothing that answers this question was found beyond the source of the bottom line."
    return nothing(context, "studies that answer this question")


def chosen(context: Context) -> tuple[OutcomeGroup, ...]:
    """The groups that are told: those asked about first, then a few others of studies that fit."""
    groups = straight(context)
    asked = [g for g in groups if g.asked]
    if asked:  # what the short answer tells before them stands here too
        asked = [*(g for g in leading(context) if not g.asked and g in groups), *asked]
    alone = context.asks_dose and not effect_asked.asked(context)
    others = [g for g in groups if g not in asked and not g.asked and _bears(context, g) and not alone]
    if is_told(context.question, treatable=context.treatable):
        others = []
    if harm_order.alone(context.question):
        others = [g for g in others if _of_deaths(g) or any(is_harm(context.question, i.finding) for i in g.items)]
    return _with_deaths((*asked[:MOST_GROUPS], *others[: MOST_OTHERS if context.treatable else 1]), groups)


def _with_deaths(made: tuple[OutcomeGroup, ...], groups: Sequence[OutcomeGroup]) -> tuple[OutcomeGroup, ...]:
    """The outcomes with that of all deaths among the first two, where the leading study counts them: whatever was
    asked, who died is told, and what stands behind the second outcome makes way where an answer is long."""
    deaths = next((g for g in groups if _of_deaths(g) and made and set(g.records) & set(made[0].records)), None)
    if deaths is None or deaths in made[:2]:
        return made
    return (*made[:1], deaths, *(g for g in made[1:] if g is not deaths))


_FIGURE: Final = expression(r"\d")
"""An outcome named with a time (`pain at 3 days`) is no reason to give for another."""


def first_groups(context: Context) -> tuple[OutcomeGroup, ...]:
    """The groups shown at every depth: those asked about, and where none was, the first; then one more that the bottom
    line tells because no effect was detected on it."""
    groups = chosen(context)
    before = leading(context) if any(g.asked for g in groups) else ()
    asked = tuple(g for g in groups if g.asked or g in before) or groups[: 1 if context.outcome else MOST_OTHERS]
    null = (g for g in groups if g not in asked and (e := effect_of(g, context)) and e.direction == "none")
    further = tuple(g for g in null if matters(g))
    deaths = tuple(g for g in groups if g not in asked and _of_deaths(g) and effect_of(g, context))
    return (*asked[:MOST_FIRST], *(further or deaths)[:1])


_DEATHS: Final = expression(
    r"^(?:(?:all-cause|overall|total) )?(?:deaths?|mortality)(?: (?:from|of) any causes?)?"
    r"(?: (?:at|by|within|after)\b.*)?$",
    re.IGNORECASE,
)


def _of_deaths(group: OutcomeGroup) -> bool:
    """Whether an outcome counts those who died, of whatever cause."""
    return _DEATHS.search(group.name) is not None


def told_groups(context: Context) -> tuple[OutcomeGroup, ...]:
    """The groups that the evidence table and the certainties name at the depth wanted."""
    return chosen(context) if context.depth is Depth.FULL else first_groups(context)


def _bears(context: Context, group: OutcomeGroup) -> bool:
    """An outcome that was not asked about: of the very intervention and population, or named in the question."""
    terms = {words.stem(t) for t in context.question.terms}
    if len({words.stem(w) for w in words.content(group.name)} & terms) >= 2:
        return True
    if context.outcome and not all(context.on_matter(i.appraisal) for i in group.items):
        return False
    if context.treatable and not any(concerns(i, context) for i in group.items):
        return False
    fits = [i.appraisal.directness for i in group.items]
    sure = known(context.question) and context.treatable
    return sure and any(d.intervention.fit is Fit.DIRECT and d.population.fit is not Fit.OTHER for d in fits)


def by_study(group: OutcomeGroup) -> Iterable[tuple[Appraisal, list[Finding]]]:
    """The findings of a group, study by study, those that its certainty rests on before indirect ones; else in the
    group's order."""
    studies: dict[Study, tuple[Appraisal, list[Finding]]] = {}
    for item in group.items:
        studies.setdefault(item.appraisal.study, (item.appraisal, []))[1].append(item.finding)
    held = group.certainty.records if group.certainty else ()
    return sorted(studies.values(), key=lambda study: study[0].record.id not in held)


def _group(
    draft: Draft, context: Context, group: OutcomeGroup, shown: dict[str, set[Span]], earlier: list[Certainty]
) -> None:
    """One outcome in one paragraph: what its studies come to, how surely and whether they agree; what it means for
    1,000 people; each study; the studies taken together; the reasons of the certainty."""
    before, layer, studies = len(draft), draft.layer, list(by_study(group))[:MOST_STUDIES]
    note = shared_note(group)
    whole = come_to(group, context)
    if whole is not None:
        draft.add(whole.text, Kind.FINDING, whole.spans, calculation=whole.calculation, directness=note)
    any(_absolute(draft, appraisal, findings) for appraisal, findings in studies)
    for number, (appraisal, findings) in enumerate(studies):
        draft.layer = layer if number < (FIRST_STUDIES if group.asked or not context.outcome else 1) else 1
        own = appraisal if whole is None or not note else _direct(appraisal)
        _study(draft, own, _in_order(findings), shown, intervals=not _said_why(group))
    draft.layer = layer
    if group.pooled is not None:
        draft.add(pooling.sentence(group.pooled), Kind.POOLED, group.pooled.spans, level=1)
    if len(draft) > before and group.certainty is not None and any(map(_tested, (i.finding for i in group.items))):
        same = next((_short(c.outcome) for c in earlier if _same_steps(c, group.certainty)), "")
        told_of = [span for i in group.items for span in (i.finding.sentence, *i.finding.spans)]
        graded = graded_studies(group)
        certainty(draft, group.certainty, graded, told_of, group.name, same, standing=replaced(group))
        earlier.append(msgspec.structs.replace(group.certainty, outcome=group.name))


def _tested(finding: Finding) -> bool:
    """Whether a finding compares something or gauges a figure: what was only counted, as `there were no deaths`, shows
    no effect of which one could be more or less sure."""
    return bool(
        finding.estimate
        or finding.interval
        or finding.p
        or len(finding.arms) > 1
        or finding.significant is not None
        or finding.direction is not Direction.UNCLEAR
    )


def _direct(appraisal: Appraisal) -> Appraisal:
    """The appraisal without the note on its directness, which was given for all studies."""
    return msgspec.structs.replace(appraisal, directness=msgspec.structs.replace(appraisal.directness, note=""))


def _short(outcome: str) -> str:
    """An outcome as it is named where its reasons are given for another: without the time that it was measured at."""
    return "the outcome above" if _FIGURE.search(outcome) else outcome


def _same_steps(one: Certainty, other: Certainty) -> bool:
    """Whether two outcomes have one level for the same reasons, so that they are said once."""
    return one.level is other.level and [s.reason for s in one.steps] == [s.reason for s in other.steps]


def _said_why(group: OutcomeGroup) -> bool:
    """Whether the certainty says that no interval is reported, so that no sentence need say it."""
    return group.certainty is not None and any("no interval" in step.reason for step in group.certainty.steps)


def _study(
    draft: Draft, appraisal: Appraisal, findings: list[Finding], shown: dict[str, set[Span]], *, intervals: bool
) -> None:
    """One study on one outcome: clauses, and in quotation marks the sentences that clauses would tell incompletely."""
    again = appraisal.record.id in shown
    seen = shown.setdefault(appraisal.record.id, set())
    clauses, _, _, _ = told(appraisal, findings)
    partial = [s for s in (*incomplete(clauses), *_alike(findings)) if s not in seen]
    partial = list(dict.fromkeys(partial))
    whole = [f for f in findings if f.sentence not in partial]
    _, text, plain, spans = told(appraisal, whole, again=again, intervals=intervals)
    if text:
        draft.add(text, Kind.FINDING, spans, plain=plain, directness=appraisal.directness.note)
        again = True
    for span in partial:
        quote(draft, appraisal, span, again=again)
        again = True
    seen.update(partial)
    seen.update(s for c in clauses for s in c.sentences)


def _alike(findings: Sequence[Finding]) -> list[Span]:
    """The sentences of findings that bear one name, of the same arms and time, and differ in their figures: what parts
    them, such as who was analysed, is told by the source's own words alone."""
    named: dict[tuple[object, ...], set[tuple[object, ...]]] = {}
    for f in findings:
        key = (f.outcome.lower(), tuple(a.arm for a in f.arms), f.timepoint, f.measure)
        figures = tuple(a.value.value if a.value else None for a in f.arms)
        named.setdefault(key, set()).add((figures, f.estimate.value if f.estimate else None))
    double = {key for key, told_ in named.items() if len(told_) > 1}
    keys = ((f, (f.outcome.lower(), tuple(a.arm for a in f.arms), f.timepoint, f.measure)) for f in findings)
    return [f.sentence for f, key in keys if key in double and len(f.sentence) <= LONGEST_QUOTE]


def _absolute(draft: Draft, appraisal: Appraisal, findings: list[Finding]) -> bool:
    """The first of the study's findings on the outcome whose source reports what an absolute effect needs, if any."""
    made = next((found for f in findings if (found := absolute(f, appraisal.study)) is not None), None)
    if made is not None:
        draft.add(made.text, Kind.CALCULATED, made.spans, plain=made.plain, calculation=made.calculation)
    return made is not None


def _in_order(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.sentence.section, f.sentence.start, figure_start(f)))


def _quoted(draft: Draft, context: Context, shown: dict[str, set[Span]]) -> None:
    """Result sentences that could not be read into findings are quoted, the best sources first."""
    left = MOST_QUOTED
    quoted: list[str] = []
    most = MOST_STUDIES if context.treatable else MOST_STUDIES_ELSEWHERE
    aside = {r for g in context.groups for r in g.records} - {r for g in straight(context) for r in g.records}
    bearing = [
        a for a in context.answering if a.record.id not in aside and (not context.outcome or context.on_matter(a))
    ]
    untold_first = sorted(bearing, key=lambda a: context.treatable and a.record.id in shown)
    for appraisal in untold_first[:most]:
        again = appraisal.record.id in shown
        seen = shown.get(appraisal.record.id, set())
        leads = appraisal is context.answering[0] and not context.treatable
        wanted = _share(context, appraisal) if leads or not again else 1
        pool = best_results(appraisal, context.question, wanted if leads else 4, seen)
        spans = list(pool)
        if context.drug_like or (context.treatable and appraisal is not context.answering[0]):
            spans = [s for s in spans if context.names_intervention(s.quote)]
        if context.outcome and not leads:
            spans = [s for s in spans if on_outcome(context, s, figures=False)]
        spans = [s for s in spans if leads or not again or on_outcome(context, s)]
        if context.asks_dose:
            spans = [s for s in spans if tells_dose(s)]
        if harm_order.alone(context.question):
            counted = {finding.sentence for _, finding in context.harms()}  # these stand under adverse effects
            spans = [s for s in spans if harm_order.tells(s.quote) and s not in counted]
        spans = spans[:wanted]
        spans = _apart(spans, quoted)
        quoted += [span.quote for span in spans[:left]]
        trial = appraisal.study.design.randomised and not again and any(on_outcome(context, s) for s in spans)
        draft.layer = 0 if trial or draft.words < WORDS else 1
        for span in spans[:left]:
            who = "" if again else whom_studied.people(appraisal, context)[0]
            quote(draft, appraisal, span, again=again, opening=f"in {who}" if who else "")
            again = True
            left -= 1


def _apart(spans: Iterable[Span], quoted: Iterable[str]) -> list[Span]:
    """The sentences that say more than those quoted before: none that is only a part of another."""
    kept: list[Span] = []
    before = [_plain(text) for text in quoted]
    for span in spans:
        if not any(_plain(span.quote) in text for text in before):
            kept.append(span)
            before.append(_plain(span.quote))
    return kept


def _plain(text: str) -> str:
    """The words of a sentence, without its spaces and the marks at its ends."""
    return " ".join(text.split()).strip(" .;,").casefold()


def _share(context: Context, appraisal: Appraisal) -> int:
    """The leading source may speak three times, the others twice."""
    return 3 if appraisal is context.answering[0] and not context.treatable else 2
