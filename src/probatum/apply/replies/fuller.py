"""Fuller: the gaps of an article on a treatment, held last to what its sections tell: whether any study that is told
counts harms, and whether it was set against the treatments that stand among the alternatives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.patient import aimed
from probatum.model import Appraisal, Intent, Kind, RecordKind, Section, Span, Statement
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_ASKED: Final = (Intent.THERAPY, Intent.PREVENTION)
_TOLD: Final = ("bottom_line", "evidence")
_HARMS: Final = caseless(r"\bcount no harms\b|\bcounts? (?:the|its|no) harms\b")
_COMPARED: Final = caseless(r"\bcompares?\b|\bagainst (?:another|each other)\b")
_HARMED: Final = caseless(
    r"\b(?:adverse|side[- ]effects?|harms?|withdrawals?|discontinu\w+|stopped (?:the|taking)|bleeding|nausea|vomiting"
    r"|diarrh\w+|rash|toler\w+|safety|fibrillation|arrhythmi\w+|fractures?|hypo(?:glyc\w+|tension)"
    r"|hyperkal\w+|infections?|injur\w+)\b"
)
MOST: Final = 3
"""Treatments that are named with which it was not compared."""


def gaps(section: Section, sections: Sequence[Section], others: Sequence[str], context: Context) -> Section:
    """The gaps with what no study that answers counts or compares; `others` are the treatments that the alternatives
    name. Untouched where no study is told, or two are asked about."""
    question = context.question
    studies = {span.record for s in _in(sections, *_TOLD) if s.kind is not Kind.DIRECTIVE for span in _studied(s)}
    studies &= {a.record.id for a in context.answering}
    apart = question.intent not in _ASKED or not context.drug_like or context.combined or len(context.named) != 1
    if section.id != "evidence_gaps" or apart or not studies:
        return section
    draft = Draft(section.id, section.title)
    draft.put(section.statements)
    harms = [s for s in _in(sections, "adverse_effects") if any(_studied(s))]
    if harms:  # what is told of a study is no gap
        draft.put([s for s in draft.statements if not _HARMS.search(s.text)])
    elif not any(_HARMS.search(s.text) for s in draft.statements) and not _counted(sections, context):
        labelled = ", which are told here from labels alone" if context.labels else ""
        draft.add(f"no study that answers counts the harms of {context.named[0]}{labelled}", Kind.ABSENCE)
    own = {m.casefold() for name in context.drugs for m in members(name)}  # of a class each member is what is asked
    unmet = [name for name in others if name.casefold() not in own and not _met(name, studies, context)][:MOST]
    if unmet and not any(_COMPARED.search(s.text) for s in draft.statements):
        ill = wording.join(list(dict.fromkeys(c.label for c in aimed.problem(context) if c.semantic == "condition")))
        where = f" in {ill}" if ill else ""
        what = f"{context.named[0]} with {wording.join(unmet, 'or')}{where}"
        draft.add(f"no study that is held compares {what}", Kind.ABSENCE)
    return msgspec.structs.replace(section, statements=draft.statements, empty="" if len(draft) else section.empty)


def _in(sections: Sequence[Section], *names: str) -> list[Statement]:
    return [s for section in sections if section.id in names for s in section.statements]


def _studied(one: Statement) -> list[Span]:
    return [span for span in one.supports if span.source.kind not in (RecordKind.LABEL, RecordKind.GUIDELINE)]


def _counted(sections: Sequence[Section], context: Context) -> bool:
    """Whether a study that answers tells of harms in any words, or of another illness or complaint than the one that is
    treated: what befell people on a treatment is counted, whatever it is called."""
    if any(f.harm for a in context.answering for f in a.findings):
        return True
    texts = [s.text for a in context.answering for s in a.record.evidence_sections]
    texts += [s.text for s in _in(sections, *_TOLD) if any(_studied(s))]
    return any(_HARMED.search(text) for text in texts) or any(_of_another(a, context) for a in context.answering)


def _of_another(appraisal: Appraisal, context: Context) -> bool:
    """Whether a result of a study is on an illness or complaint that neither its title nor the question names."""
    known = words.stems(" ".join((appraisal.record.title, *(n for c in context.question.concepts for n in c.names))))
    told = (m.term for span in appraisal.results for m in vocabulary.load().find(span.quote))
    return any(t.semantic in ("condition", "symptom") and not words.stems(t.label) <= known for t in told)


def _met(name: str, studies: set[str], context: Context) -> bool:
    """Whether a study that is told names another treatment."""
    own = words.stems(name)
    told = (a for a in context.appraisals if a.record.id in studies)
    return any(own <= words.stems(s.text) for a in told for s in a.record.evidence_sections)
