"""Conclusion: the bottom line's first sentence weighed against its safety, in one or two sentences."""

from __future__ import annotations

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing
from probatum.apply.effects import Effect, compared, deciding, effect_of, leading, resting, studied_in
from probatum.apply.evidence import borderline, outcomes
from probatum.apply.evidence.clauses import Clause, clause
from probatum.apply.evidence.effect_words import counted, effect_words
from probatum.apply.evidence.outcomes import OutcomeGroup, graded_studies
from probatum.apply.evidence.studied import evidence_size
from probatum.apply.evidence.whose import of_whom
from probatum.apply.replies import thin
from probatum.apply.selection import known
from probatum.apply.together import pairs
from probatum.model import Direction, DirectiveAction, Intent, Kind, Section, Span
from probatum.text import words


def compose(context: Context) -> Section:
    """What holds, how surely, and under which condition."""
    draft = Draft("conclusion", "Conclusion")
    asked = leading(context)
    group = next((g for g in asked if effect_of(g, context) is not None), None)
    if group is not None and (context.treatable or known(context.question)):
        _weighed(draft, context, group)
    if context.combined and pairs.rows(context) and not draft:
        return draft.section("What labels say of the two, above, is all that can be concluded.")
    if context.answering and not draft and not thin.unanswered(context):
        if context.question.intent is Intent.DOSING:
            return draft.section("Does not apply: a dose is asked about, and what directs it stands above.")
        return draft.section("What the bottom line quotes is the conclusion; no effect of its own is put beside it.")
    return draft.section(nothing(context, "evidence to conclude from"))


def _against(context: Context, effect: Effect) -> Clause | None:
    """The first harm that was counted in both arms of a study that answers, to be weighed against the benefit: a harm
    of the treatment that the effect is of, since one of what it is compared with speaks for it."""
    for appraisal, finding in context.harms():
        direct = appraisal in context.answering and not appraisal.directness.note
        if direct and len(finding.arms) == 2 and finding.direction is Direction.HIGHER and not finding.arms[0].control:
            if effect.stand.other and not _same(finding.arms[0].arm, effect.stand.who, context):
                continue
            made = clause(finding, appraisal.study.alpha)
            if made is not None:
                return made
    return None


def _same(arm: str, who: str, context: Context) -> bool:
    """Whether an arm is that of which an effect is said."""
    own = words.stems(who or " ".join(context.named))
    return bool(own & words.stems(arm))


def _weighed(draft: Draft, context: Context, group: OutcomeGroup) -> None:
    effect = effect_of(group, context)
    if effect is None:
        return
    studies = graded_studies(group)
    sized, calculation, size_spans = evidence_size(studies)
    level = group.certainty.level.value if group.certainty else ""
    rated = f"{level}-certainty evidence" if level else "evidence"
    who, name = of_whom(effect, context, group), group.name
    people, _ = studied_in(group, context)
    where = f" in {people}" if people and people.lower() not in name.lower() else ""
    near = borderline.side([i.finding for i in deciding(effect, group, context)], context.question)
    if effect.direction == "mixed" or (effect.direction == "none" and near) or effect.stand.other or compared(context):
        text = f"{rated} ({sized}): {effect_words(effect, group, context).text}"
    elif effect.direction == "none":
        text = f"{rated} ({sized}) detected no effect of {who} on {name}{where}; this does not prove that there is none"
    else:
        change = "a reduction" if effect.direction == "lower" else "an increase"
        verb = "points to" if effect.causal else "shows an association with"
        text = f"{rated} ({sized}) {verb} {change} in {wording.itself(name)}{where} with {who}"
    spans: list[Span] = [*resting(effect, group), *size_spans]
    warned = context.directives(DirectiveAction.CONTRAINDICATED, DirectiveAction.BOXED_WARNING)
    against = _against(context, effect) if effect.direction in ("lower", "higher") and not warned else None
    if against is not None:
        text = text.replace(" (1 ", " (one ") + f"; against this stands that {against.text}"
        spans += against.spans
    text += outcomes.replaced(group)
    sums = [*calculation, *counted(effect)]
    draft.add(text, Kind.FINDING, spans, calculation=sums, level=1)  # on a plain page the short answer says it
