"""Concluding: the conclusion closed over the finished short answer: what holds, for whom and how surely, then the main
caution.

It is made of what the answer tells already. Where the short answer quotes a source, the conclusion tells that source's
main result with its certainty, or what it concludes in running text; where the label bars the treatment for this
patient, that comes first; where nothing answers, it says that nothing is settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import NEAREST, Draft, source_name
from probatum.apply.evidence import tried
from probatum.apply.evidence.clauses import clause
from probatum.apply.evidence.studied import evidence_size
from probatum.apply.labels import barring, caution
from probatum.apply.patient import for_patient, itself
from probatum.apply.quoted import completing, quoting, standing_out
from probatum.apply.quoted.choosing import silent
from probatum.apply.together import brought, pairs
from probatum.model import (
    Appraisal,
    Directive,
    DirectiveAction,
    Finding,
    Intent,
    Kind,
    OutcomeRole,
    RecordKind,
    Section,
    Span,
    Statement,
)
from probatum.text import people, words
from probatum.text.expressions import caseless

_CONCLUSION: Final = "conclusion"
_SHORT: Final = "bottom_line"
_EVIDENCE: Final = "evidence"
MOST: Final = 34
"""Words of a caution that a conclusion may carry."""
LONGEST: Final = 45
"""The same of what a source concludes."""
QUOTED: Final = 24
"""The same where it is one study's own sentence that leads: what is longer is not said again."""
FEW: Final = 3
"""Statements of a short answer up to which what it quotes stands near enough not to be said again."""
_RULED: Final = caseless(
    r"^(?:[a-z][^():;]{1,40}: )?"
    r"(?P<said>[^():;]{0,90}\b(?:advised against|contraindicated|not (?:be )?(?:used|given|taken)|together)\b"
    r"[^():;]{0,60}) \((?P<source>[^()]{2,80})\):"
)
"""How a statement opens that rules a treatment in or out by a label: `X is advised against for this patient (US
label)`."""


def closed(sections: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections with the conclusion closed; untouched where there is none, or where help comes first."""
    first = next((s for s in sections if s.id == _SHORT), None)
    if first is None or context.question.danger:
        return tuple(sections)
    below = [s for section in sections if section.id == _EVIDENCE for s in section.statements]
    return tuple(_closed(s, first, below, context) if s.id == _CONCLUSION else s for s in sections)


def _closed(section: Section, first: Section, below: Sequence[Statement], context: Context) -> Section:
    draft = Draft(section.id, section.title)
    told = [s for s in first.statements if s.kind.asserts and s.supports]
    ruled = _ruled(draft, told, context)
    kept = [s for s in section.statements if _is_told(s, told, context)]
    draft.put((*draft.statements, *kept))
    draft.open_with(())  # what is ruled in or out and what was concluded were each numbered from 1
    if not kept:
        _answered(draft, told, below, context, ruled=ruled)
    if draft.statements and not ruled and not _harm_told(told, context):
        _caution(draft, context)
    empty = section.empty or (_AS_QUOTED if told else "")
    return msgspec.structs.replace(draft.section(empty), empty="" if len(draft) else empty)


def _harm_told(told: Sequence[Statement], context: Context) -> bool:
    """Whether a harm is asked about and the short answer tells a grave warning of it, which need not close it, too."""
    shown = {span for s in told for span in s.supports}
    grave = [d for _, d in _gravest(context) if d.action is not DirectiveAction.CONTRAINDICATED]
    return context.question.intent is Intent.HARM and any(d.span in shown for d in grave)


_AS_QUOTED: Final = "What the short answer quotes is the conclusion."


def _is_told(one: Statement, told: Sequence[Statement], context: Context) -> bool:
    """Whether a conclusion is of what the short answer tells: one of another outcome concludes something else."""
    shown = {span for s in told for span in s.supports}
    findings = {f.sentence for a in context.answering for f in a.findings}
    rests = [span for span in one.supports if span in findings]
    return not rests or any(span in shown for span in rests)


def _ruled(draft: Draft, told: Sequence[Statement], context: Context) -> bool:
    """That a label bars the treatment for this patient, or lets medicines be taken together only so, where the short
    answer opens with it."""
    over = bool(context.combined and told and told[0].kind is Kind.CALCULATED)  # a dose told that is above a limit
    opens = next(iter(told[over:]), None)
    found = _RULED.match(opens.text) if opens is not None and opens.kind is Kind.DIRECTIVE else None
    if opens is None or found is None:
        return False
    beside = any(s.kind not in (Kind.DIRECTIVE, Kind.CALCULATED) for s in told)
    comes = "; this comes before what studies found in others" if beside else ""
    quoted = " ".join(span.quote for span in opens.supports).lower()
    if context.combined and not all(name.lower() in quoted for name in context.combined):
        return False  # a label that names the class of the other says no word of the two by name
    of = f"{wording.join(context.combined)}: " if context.combined else ""
    said = wording.lower(found["said"]) if of else found["said"]
    said += "; the dose told is above it" if over else ""
    draft.add(f"{of}{said} ({found['source']}){comes}", Kind.DIRECTIVE, opens.supports, level=1)
    return True


def _answered(
    draft: Draft, told: Sequence[Statement], below: Sequence[Statement], context: Context, *, ruled: bool
) -> None:
    """What the first study that answers found; that nothing is settled where one is only near; else on whose word the
    answer rests. `below` is what the evidence tells."""
    answers = [s for s in told if s.kind is not Kind.DIRECTIVE and not s.text.lower().startswith(NEAREST)]
    quoted = [(s, a) for s in answers if s.kind is Kind.QUOTED and (a := _source(s, context)) is not None]
    quoted = [(s, a) for s, a in quoted if a.record.kind not in (RecordKind.LABEL, RecordKind.GUIDELINE)]
    judged = [(s, a) for s, a in quoted if s.supports[0] in a.conclusions] or quoted
    for one, appraisal in judged[:1]:
        _found(draft, one, appraisal, told, context, ruled=ruled)
        return
    near = next((s for s in told if s.text.lower().startswith(NEAREST)), None)
    advice = next((s for s in told if _ADVISED.match(s.text) or (s.kind is Kind.QUOTED and _of_advice(s))), None)
    if advice is not None and not ruled and not any(s.kind is not Kind.QUOTED or not _of_advice(s) for s in answers):
        _advised(draft, [advice, *told], below, context)
    elif near is not None:
        why = f": {near.directness}" if near.directness else ""
        draft.add(f"nothing that is held settles this; what is nearest is indirect{why}", Kind.ABSENCE, level=1)
    elif told and not answers and not ruled:
        _advised(draft, told, below, context)


_ADVISED: Final = caseless(r"^guideline\b")


def _of_advice(one: Statement) -> bool:
    """Whether a statement rests on guidelines alone."""
    return bool(one.supports) and all(span.source.kind is RecordKind.GUIDELINE for span in one.supports)


def _advised(draft: Draft, told: Sequence[Statement], below: Sequence[Statement], context: Context) -> None:
    """On whose word an answer rests, and on which study beside it; that none gives it where the evidence tells none."""
    one = told[0]
    whole = (*context.appraisals, *context.option_labels, *context.further)
    records = list(dict.fromkeys(span.source.id for span in one.supports))
    named = [source_name(a) for id_ in records for a in whole if a.record.id == id_][:2]
    by = wording.join(list(dict.fromkeys(named)))
    if not named:
        return
    studied = next((a for s in below if not _BESIDE.match(s.text) if (a := _study(s, context)) is not None), None)
    if studied is not None:
        sized, sums, spans = evidence_size((studied.study,))
        level = next(
            (g.certainty.level for g in context.groups if g.certainty and studied.record.id in g.records), None
        )
        rated = f", beside {level.value}-certainty evidence ({sized})" if level is not None else ""
        rated = rated or f"; beside it stands {sized}, told above"
        shown = {span for s in told for span in s.supports}
        main = (f for f in _measured(context, studied) if f.sentence not in shown)
        made = next((c for f in main if (c := clause(f, studied.study.alpha)) is not None), None)
        found = f": {made.text}" if made is not None else ""
        rests = (*one.supports, *(made.spans if made is not None else ()), *spans)
        text = f"this rests on {by}{rated}{found}"
        draft.add(text, Kind.FINDING, rests, calculation=sums, level=1)
        return
    asks = context.question.intent
    open_ = {
        Intent.THERAPY: ", so how much it helps is not known from here",
        Intent.PREVENTION: ", so how much it prevents is not known from here",
        Intent.HARM: ", so how often it happens is not known from here",
    }.get(asks, "")
    text = f"this rests on {by}; no study that answers it was found{open_ if context.drug_like else ''}"
    draft.add(text, Kind.ABSENCE, level=1)


def _measured(context: Context, appraisal: Appraisal) -> list[Finding]:
    """What a study found on what it set out to measure, in two arms."""
    found = [f for f in tried.main(context, appraisal) if not f.harm and not f.problems and not silent(f.sentence)]
    return [f for f in found if len(f.arms) == 2]


_BESIDE: Final = caseless(r"^(?:nearest\b|also found, but\b)")
_PAPERS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.BOOK, RecordKind.REGISTRY_ENTRY)


def _study(one: Statement, context: Context) -> Appraisal | None:
    """The study on which a statement of the evidence rests; None where that is a label, a guideline or a page."""
    found = _source(one, context) if one.kind.asserts and one.supports else None
    return None if found is None or found.record.kind in _PAPERS else found


def _source(one: Statement, context: Context) -> Appraisal | None:
    """The source that a statement quotes."""
    id_ = one.supports[0].source.id
    return next((a for a in (*context.appraisals, *context.further) if a.record.id == id_), None)


def _found(
    draft: Draft, one: Statement, appraisal: Appraisal, told: Sequence[Statement], context: Context, *, ruled: bool
) -> None:
    """The main result of a source that is quoted, where it was not told; else what it concludes, in running text.
    Beside what rules the treatment out only what was graded counts."""
    sized, sums, spans = evidence_size((appraisal.study,))
    quoted = one.supports[0]
    given = quoting.graded(context, appraisal, quoted)
    if ruled and given is None:
        return
    rated = f"{given.level.value}-certainty evidence" if given is not None else "evidence"
    shown = {span for s in told for span in s.supports}
    for finding in _main(context, appraisal, quoted):
        made = clause(finding, appraisal.study.alpha)
        if made is not None and finding.sentence not in shown:
            text = f"{rated} ({sized}): {made.text}"
            rest = (*made.spans, *spans)
            draft.add(text, Kind.FINDING, rest, calculation=sums, directness=one.directness, level=1)
            return
    plainly = " ".join(quoted.quote.split()).rstrip(". ")
    of_a_thing = completing.of_a_thing(context)  # for what something is no grade is made
    alone = standing_out.found(context) is not None
    graded = given is not None and not any(_RATED.match(s.text) for s in told)
    longest = QUOTED if alone else LONGEST
    ungraded = given is None or of_a_thing
    longest = 0 if ungraded and len(told) <= FEW and not ruled else longest
    if len(plainly.split()) > longest:
        if not draft.statements and not of_a_thing and graded:
            text = f"this rests on {rated} ({sized})"
            draft.add(text, Kind.FINDING, (quoted, *spans), calculation=sums, directness=one.directness, level=1)
        return
    if quoted in (*appraisal.conclusions, *appraisal.results) and not of_a_thing:
        text = f"{rated} ({sized}): {wording.lower(plainly)}"
        draft.add(text, Kind.FINDING, (quoted, *spans), calculation=sums, directness=one.directness, level=1)
    elif not _AIM.search(plainly):  # what a paper set out to do settles nothing
        text = f"as a source has it, \u201c{plainly}\u201d"
        draft.add(text, Kind.QUOTED, (quoted,), directness=one.directness, level=1)


_RATED: Final = caseless(r"^this is of (?:very low|low|moderate|high) certainty\b")


_AIM: Final = caseless(
    r"^\W*(?:(?:here|in this (?:study|trial|paper|review)),? )?(?:we|this|the (?:present|aim|purpose|objective))\b"
    r"[^.;]{0,160}?"
    r"\b(?:assess|evaluat|investigat|examin|aim|explor|compar|report|present|describ|review|undertook|test)\w*\b"
)


def _main(context: Context, appraisal: Appraisal, quoted: Span) -> list[Finding]:
    """What a source found on what it set out to measure, or on what is quoted of it, of the treatment asked about."""
    said = words.stems(quoted.quote)
    found = _measured(context, appraisal)
    return [f for f in found if f.outcome_role is OutcomeRole.PRIMARY or words.stems(f.outcome) <= said][:1]


_GRAVE: Final = (
    DirectiveAction.CONTRAINDICATED,
    DirectiveAction.INTERACTION,
    DirectiveAction.CAUTION,
    DirectiveAction.BOXED_WARNING,
    DirectiveAction.SPECIAL_POPULATION,
)
"""What of a label may be the main caution for a patient; doses and checks are none."""


def _caution(draft: Draft, context: Context) -> None:
    """The gravest that a label says of this patient, else its boxed warning, else what forbids the treatment."""
    told = {span for s in draft.statements for span in s.supports}
    for appraisal, item in _gravest(context):
        said = _brief(item)
        if item.span in told or not said:
            continue
        off = "the use is off-label; " if context.off_label else ""
        text = f"{off}the main caution ({source_name(appraisal)}): {said}"
        draft.add(text, Kind.DIRECTIVE, (item.span,), level=1)
        return
    uses = context.directives(DirectiveAction.INDICATED)
    if context.off_label and uses:
        text = f"the use is off-label ({source_name(uses[0][0])})"
        draft.add(text, Kind.DIRECTIVE, [item.span for _, item in uses], level=1)


def _gravest(context: Context) -> list[tuple[Appraisal, Directive]]:
    """Rows of labels in the order in which they matter here."""
    own = [r for r in (*for_patient.barred(context), *for_patient.told(context)) if r[1].action in _GRAVE]
    boxed = [r for r in context.directives(DirectiveAction.BOXED_WARNING) if not caution.elsewhere(r[1], context)]
    both = [*brought.rows(context), *pairs.rows(context)] if context.combined else []  # that is what is asked
    rows = [*both, *own, *boxed, *context.directives(DirectiveAction.CONTRAINDICATED)]
    patient = context.question.patient
    return [
        row
        for row in rows
        if not _of_itself(row[1])
        and not _REASSURES.search(row[1].text)
        and not fitting.of_others(row[1].text, patient)
        and (row in own or not people.MOTHERS.search(row[1].text) or patient.pregnancy)
    ]


_REASSURES: Final = caseless(
    r"\bneed(?:s)? not be (?:changed|adjusted|reduced|lowered)\b|\bno (?:dose )?(?:change|adjustment)\b"
)
"""What says that nothing has to be done is no caution."""


def _of_itself(item: Directive) -> bool:
    """Whether a direction tells of a reaction to the very medicine and to nothing else, which goes without saying."""
    return bool(itself.ITSELF.search(item.text)) and item.drug.lower() in item.text.lower()


def _brief(item: Directive) -> str:
    """A direction in few words; empty where it has none."""
    if item.action is DirectiveAction.CONTRAINDICATED:
        said = next(iter(barring.said([item.text])), "")
    else:
        said = caution.briefly(item.text, MOST)
    return said if len(said.split()) <= MOST else ""
