"""Proposing: where a question names an illness and no treatment, the treatment that the surest evidence speaks for;
where no study tells of one, that which a label is for.

The answer is then written about that treatment, with its doses, dangers and path; the others stand beside it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.apply import complaint, options
from probatum.apply.context import Context
from probatum.apply.given import treatment
from probatum.apply.sections.alternatives import better, studied
from probatum.apply.selection import of_illness
from probatum.model import About, Appraisal, Level, RecordKind, RecordStatus, Role
from probatum.text import words
from probatum.text.expressions import caseless


class Proposal(NamedTuple):
    """A treatment, and why the answer is written about it; both empty where there is none."""

    treatment: str = ""
    why: str = ""


_SUREST: Final = (
    "no treatment is named: the surest evidence in this library is on this one, others stand under alternatives"
)
_ADVISED: Final = (
    "no treatment is named: of those that a guideline in this library recommends, the surest evidence is on this one; "
    "others stand under alternatives"
)
_LABELLED: Final = "no treatment is named, and no study in this library tells of one: a label is for this"


def proposed(context: Context) -> Proposal:
    """The treatment of the best study in which one helped, else of a label; none where the question names a treatment
    or an outcome, or nothing is shown to help."""
    if not of_illness(context.question):
        return Proposal()
    certain = {record: graded.level for record, graded in context.alternatives}
    every = [a for a in studied(context) if a.record.status is not RecordStatus.SUPERSEDED]
    helped = [a for a in every if _helped(a, context.question.read)]
    advised = [a for a in helped if _name(a) in _recommended(context)]
    if advised or helped:
        best = min(advised or helped, key=lambda a: _place(a, certain.get(a.record.id)))
        return Proposal(_name(best), _ADVISED if advised else _SUREST)
    name = "" if every or context.answering or context.guidelines else _labelled(context)
    return Proposal(name, _LABELLED) if name else Proposal()


def _name(appraisal: Appraisal) -> str:
    """The treatment that a study speaks for."""
    return better(appraisal.findings) or treatment(appraisal)


def _recommended(context: Context) -> frozenset[str]:
    """The drugs that guidelines recommend for the illness, those of superseded ones left out."""
    rows = (row for row in options.recommended(context) if row[0].record.status is not RecordStatus.SUPERSEDED)
    return frozenset(name for _, item in rows for name in options.named(item))


def _labelled(context: Context) -> str:
    """The drug of the label whose use has most of the question's words (`gout flares`, and not `gout`); empty where
    several have, for then nothing chooses."""
    ill = context.question.having(Role.OUTCOME) or context.question.having(Role.POPULATION)
    beside = (c for c in context.question.concepts if c not in ill)
    asked = words.stems(context.question.read) - words.stems(" ".join(f"{c.text} {c.label}" for c in beside))
    found: dict[str, int] = {}
    for appraisal in context.about(About.ALTERNATIVE, About.QUESTION):
        if appraisal.record.kind is not RecordKind.LABEL:
            continue
        for item in appraisal.directives:
            if item.drug and options.is_for(item, context):
                met = len(asked & words.stems(item.text))
                found[item.drug] = max(met, found.get(item.drug, 0))
    most = max(found.values(), default=0)
    first = [drug for drug, met in found.items() if met == most]
    return first[0].lower() if len(first) == 1 else ""


def _helped(appraisal: Appraisal, asked: str) -> bool:
    """Whether a study tells a benefit of the treatment that it is about, in people like those asked about."""
    name = words.stems(_name(appraisal))
    if not name or appraisal.directness.note or complaint.of_some(appraisal, asked):
        return False
    shown = [
        f for f in appraisal.findings if f.favours == "benefit" and not f.harm and not f.problems and f.significant
    ]
    return any(f.arms and not f.arms[0].control and name & words.stems(f.arms[0].arm) for f in shown)


def _place(appraisal: Appraisal, level: Level | None) -> tuple[int, int, bool, int, str]:
    """Certainty, then design, then whether it kept people alive, then how new it is."""
    sure = list(Level).index(level) if level is not None else len(Level)
    design = 0 if appraisal.study.design.synthesis else 1 if appraisal.study.design.randomised else 2
    saved = any(f.favours == "benefit" and f.significant and _DEATH.search(f.outcome) for f in appraisal.findings)
    return (sure, design, not saved, -(appraisal.record.year or 0), appraisal.record.id)


_DEATH: Final = caseless(
    r"\b(?:(?:deaths?|mortality) from any cause|all[- ]cause (?:deaths?|mortality)|overall survival)\b"
)
