"""Evidence gaps: what was asked or matters and no study in the library reports. Found by looking, never assumed."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.children import undosed
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing, quote
from probatum.apply.evidence import left_open
from probatum.apply.evidence.given import treatment
from probatum.apply.labels import stopping
from probatum.apply.naming import is_page
from probatum.apply.quoted.choosing import calls_for_research, of_the_paper
from probatum.apply.quoted.passages import is_told
from probatum.apply.replies import silence, thin
from probatum.apply.sections.alternatives import studied
from probatum.model import Appraisal, Intent, Kind, RecordKind, Role, Section, SectionKind
from probatum.text import aspects, statistics, words
from probatum.text.expressions import expression
from probatum.vocabulary.outcomes import composites_of, names_of

_NO_STUDY: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY)


def compose(context: Context) -> Section:
    """Outcomes, times, comparisons and people that the included studies do not cover."""
    draft = Draft("evidence_gaps", "Evidence gaps")
    studies = context.answering
    if studies and (said := undosed.silent(context)):
        draft.add(said, Kind.ABSENCE)
    if thin.unanswered(context):
        draft.add(thin.needed(context), Kind.ABSENCE)
        left_open.people(draft, context, studies)
        left_open.time(draft, context, studies)
    elif studies and aspects.asked(context.question.read) and is_told(context.question, treatable=context.treatable):
        _alone(draft, context, studies)  # what something is lacks no outcome, interval or comparison
    elif studies:
        _outcomes(draft, context, studies)
        left_open.people(draft, context, studies)
        left_open.time(draft, context, studies)
        left_open.sizes(draft, context)
        before = len(draft)
        _head_to_head(draft, context, studies)
        if len(draft) == before:
            left_open.untried(draft, context, studies)
        left_open.indirect(draft, studies)
        _alone(draft, context, studies)
        _authors(draft, studies)
        _design(draft, context, studies)
        _kept_apart(draft, context, studies)
        _intervals(draft, studies)
        if not draft:
            _unweighed(draft, context, studies)
    if context.combined and not studies and not draft:
        names = wording.join(context.combined)
        unstudied = f"no study of people who took {names} together was found"
        draft.add(f"{unstudied}; what is told rests on labels or guidelines", Kind.ABSENCE)
    if studies and not draft:
        return draft.section(silence.NO_GAP)
    return draft.section(nothing(context, "studies that answer this question, so every part of it is open"))


def _alone(draft: Draft, context: Context, studies: tuple[Appraisal, ...]) -> None:
    """Said where one study alone answers, and no other is held whose title names the same treatment: a page for readers
    is no study, and a review has several behind it."""
    others = (a for a in (*context.appraisals, *context.further) if a not in studies and a.record.kind not in _NO_STUDY)
    if context.named and any(context.names_intervention(a.record.title) for a in others):
        return
    if len(studies) == 1 and not studies[0].study.design.synthesis and not is_page(studies[0].record):
        draft.add("no second study that bears on this question was found, so nothing confirms this one", Kind.ABSENCE)


def _authors(draft: Draft, studies: tuple[Appraisal, ...]) -> None:
    """What the leading sources themselves say is still to be studied, in their words."""
    for appraisal in studies[:2]:
        calls = (s for s in appraisal.conclusions if calls_for_research(s) and not of_the_paper(s.quote))
        wanted = next(calls, None)
        if wanted is not None:
            quote(draft, appraisal, wanted, "says what is still needed", again=True)


def _intervals(draft: Draft, studies: tuple[Appraisal, ...]) -> None:
    """Said where no result of any included study comes with an interval: its size is unknown."""
    findings = [f for a in studies for f in a.findings if not f.harm]
    printed = any(
        m.kind in ("CI", "CrI") for a in studies for s in a.results for m in statistics.read_intervals(s.quote)
    )
    if findings and not printed and not any(f.interval for f in findings) and not any(map(_tabled, studies)):
        draft.add(
            "no included study reports an interval, so how large or small the effect may be is unknown", Kind.ABSENCE
        )


_LIMITS: Final = expression(r"\b\d\d(?:\.\d)?\s?%\s?(?:CIs?\b|C\.I\.|confidence|CrIs?\b)", re.IGNORECASE)


def _tabled(study: Appraisal) -> bool:
    """Whether a table of a study has a column of intervals, which may not have been understood."""
    tables = (s for s in study.record.sections if s.kind is SectionKind.TABLE)
    return any(_LIMITS.search(s.text) for s in tables)


def _design(draft: Draft, context: Context, studies: tuple[Appraisal, ...]) -> None:
    """Said of a treatment that no randomised trial or review of trials tests."""
    if context.treatable and not any(a.study.design.randomised or a.study.design.synthesis for a in studies):
        draft.add("no randomised trial or systematic review that bears on this question was found", Kind.ABSENCE)


def _outcomes(draft: Draft, context: Context, studies: tuple[Appraisal, ...]) -> None:
    """What was asked about that no study tells of by any of its names."""
    missing: list[str] = []
    for concept in context.question.having(Role.OUTCOME):
        names = {concept.text, concept.label, *concept.synonyms}
        # What is counted within a composite is told by it, though not by its own name.
        names |= {other for name in tuple(names) for other in (*names_of(name), *composites_of(name))}
        if concept.id and not any(_mentioned(name, a) for name in names for a in studies):
            missing.append(concept.label)
    complaint = any(c.semantic == "symptom" for c in context.question.having(Role.OUTCOME))
    if complaint and context.treatable and not any(_mentioned(LIVED, a) for a in studies):
        missing.append(LIVED)  # why a complaint is treated at all
    if missing:
        named = wording.join(list(dict.fromkeys(missing)), "or")
        # What is held of a study is mostly its abstract: that this is silent says nothing of the paper.
        draft.add(f"the texts held do not tell of {named} (searched {context.as_of})", Kind.ABSENCE)


def _unweighed(draft: Draft, context: Context, studies: tuple[Appraisal, ...]) -> None:
    """Where nothing else is said to be open: of a test that nothing tells how often it errs; of a treatment that no
    study counts its harms, else that none tells how people live on it."""
    if context.question.intent is Intent.DIAGNOSIS and not any(_mentioned(RIGHT, a) for a in studies):
        draft.add(
            f"the texts held do not tell the sensitivity or the specificity (searched {context.as_of})", Kind.ABSENCE
        )
    if context.question.intent not in (Intent.THERAPY, Intent.PREVENTION) or not context.drug_like:
        return
    if not any(f.harm for a in studies for f in a.findings):
        told = ", which are told here from labels alone" if context.labels else ""
        what = wording.join(context.named)
        draft.add(f"the texts held count no harms of {what}{told} (searched {context.as_of})", Kind.ABSENCE)
    elif not any(_mentioned(LIVED, a) for a in studies):
        draft.add(f"the texts held do not tell of {LIVED} (searched {context.as_of})", Kind.ABSENCE)


RIGHT: Final = "sensitivity"
LIVED: Final = "quality of life"
"""What people want of the treatment of a complaint, whatever is counted of it."""


def _head_to_head(draft: Draft, context: Context, studies: tuple[Appraisal, ...]) -> None:
    """Said only where alternatives were found and no included study sets the intervention against one."""
    if not context.therapeutic or context.question.comparator or any(map(_tests, context.named)):
        return
    if stopping.for_nothing(context):
        return
    rivals = (a for a in studied(context) if not a.directness.note)  # what helps other people is no rival
    others = list(dict.fromkeys(t for a in rivals if (t := treatment(a)) and t not in context.drugs))
    arms = {arm.drug.lower() for a in studies for arm in a.study.arms if not arm.control}
    named = [words.stems(n) for n in context.named]
    titles = [words.parted(a.record.title) for a in context.appraisals]
    met = [title for title in titles if any(own <= title for own in named)]
    open_ = [o for o in others if o not in arms and not any(words.stems(o) <= title for title in met)]
    open_ = [_DETAILS.sub("", o) for o in open_ if not _tests(o)][:4]
    if open_:
        draft.add(
            f"no included study compares {wording.join(context.named)} with {wording.join(open_, 'or')}", Kind.ABSENCE
        )


_DETAILS: Final = expression(r"\s*\([^()]{1,120}\)")
"""What stands in brackets behind the name of a treatment: its dose, or how many got it."""


def _tests(name: str) -> bool:
    """Whether a name is of a test, or of what is steered by one: no treatment is set against that."""
    return _TESTED.search(name) is not None or any(m.term.semantic == "test" for m in vocabulary.load().find(name))


_TESTED: Final = expression(r"\btest(?:s|ing|ed)?\b|\bguided by\b|\bscreening\b", re.IGNORECASE)


def _kept_apart(draft: Draft, context: Context, studies: tuple[Appraisal, ...]) -> None:
    """Near concepts that the question may have meant: whether any included study speaks of them."""
    taken = {a.to.lower() for a in context.question.assumptions if a.what == "near concept"}
    for concept in context.question.concepts:
        treats = concept.semantic == "drug" and bool(context.use)  # the illness says which of its namesakes is meant
        if treats or not taken & {concept.label.lower(), concept.text.lower()}:
            continue
        own = words.stems(concept.label) | words.stems(concept.text)
        near = [n for n in concept.near if not own & words.stems(n)]  # kinds of it, and its namesakes, are no gap
        unseen = [n for n in near if not any(_mentioned(n, a) for a in studies)]
        if unseen:
            draft.add(f"no included study reports on {wording.join(unseen[:3], 'or')}", Kind.ABSENCE)
            return


def _mentioned(name: str, appraisal: Appraisal) -> bool:
    stems = {words.stem(w) for w in words.content(name)}
    return bool(stems) and stems <= {words.stem(w) for w in words.content(left_open.text(appraisal))}
