"""Thin evidence: where no source answers, what is nearest, why it is indirect, and what would answer. Then the answer
stops: nothing that was not asked about fills the gap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from probatum.apply import designs, wording
from probatum.apply.choices import guidance
from probatum.apply.context import Context
from probatum.apply.drafting import NEAREST, Draft, nothing, quote
from probatum.apply.effects import effect_of, leading
from probatum.apply.naming import lead, title
from probatum.apply.once import once
from probatum.apply.plainly.plain import is_hard
from probatum.apply.quoted import covering, lead_passage
from probatum.apply.quoted.choosing import best_conclusion, names_outcome, spelled
from probatum.apply.quoted.passages import nearest, verb_of
from probatum.apply.selection import is_open
from probatum.apply.together import combining, pairs
from probatum.model import About, Appraisal, Design, Fit, Intent, Kind, RecordKind, Role, SectionKind, Span
from probatum.text import words
from probatum.text.expressions import caseless, expression

MOST_NEAR: Final = 2
MOST_ARMS: Final = 4
MOST_READ: Final = 12
"""Neighbours among which the nearest are looked for."""
HALF: Final = 0.6
"""Share of the question's words that a source must hold where no treatment is asked about."""
_FIGURE: Final = expression(r"\d+(?:[.,]\d+)*")
_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY)


@once
def unanswered(context: Context) -> bool:
    """Whether neither an effect on what was asked nor a sentence to the point was found."""
    if is_open(context.question) or context.asks_dose or guidance.rows(context):
        return False
    if context.question.intent in (Intent.HARM, Intent.INTERACTION) and (context.harms() or context.labels):
        return bool(context.combined) and not (pairs.rows(context) or context.answering)  # else other sections answer
    if any(effect_of(group, context) is not None for group in leading(context)):
        return False
    return lead_passage.lead(context) is None and covering.found(context) is None


def near(context: Context) -> tuple[Appraisal, ...]:
    """The studies nearest to the question though they do not answer it, those first that share most with it."""
    every = sorted(islice(neighbours(context), MOST_READ), key=lambda a: -_shared(a))
    least = min(_close(every[0]), ENOUGH_SHARED) if every else 0
    return tuple([a for a in every if _close(a) >= least][:MOST_NEAR])


ENOUGH_SHARED: Final = 3
"""What a study must share with the question to be named beside one that shares more: more than its treatment alone."""


def _shared(appraisal: Appraisal) -> int:
    """How many of treatment, people and outcome a study shares with the question."""
    direct = appraisal.directness
    related = direct.intervention.fit in (Fit.DIRECT, Fit.RELATED)
    return related + (direct.population.fit is Fit.DIRECT) + (direct.outcome.fit is Fit.DIRECT)


def _close(appraisal: Appraisal) -> int:
    """The same, where what is related counts half as much; of treatments their class counts as well as their name."""
    direct = appraisal.directness
    worth = {Fit.DIRECT: 2, Fit.RELATED: 1}
    given = 2 if direct.intervention.fit in worth else 0
    return given + worth.get(direct.population.fit, 0) + worth.get(direct.outcome.fit, 0)


def neighbours(context: Context) -> Iterator[Appraisal]:
    """The studies near the question, those on the treatment asked about first."""
    found = context.about(About.QUESTION, About.SAFETY, About.ALTERNATIVE, About.BACKGROUND)
    if context.combined:  # what one of two medicines does by itself is not near
        found = tuple(a for a in found if combining.on_all(context.question, a))
    people = [a for a in found if a.study.design not in (Design.ANIMAL, Design.IN_VITRO) or not context.treatable]
    papers = [a for a in people if a.record.kind not in _DOCUMENTS]
    yield from (a for a in papers if _is_near(context, a) and not context.allergenic(a))


def beside(context: Context) -> Iterator[Appraisal]:
    """What may be named beside an answer: studies near the question, and those of the very treatment in others."""
    found = (a for a in context.about(About.SAFETY, About.ALTERNATIVE, About.BACKGROUND) if not context.allergenic(a))
    people = (a for a in found if a.study.design not in (Design.ANIMAL, Design.IN_VITRO))
    if context.combined:
        people = (a for a in people if combining.on_all(context.question, a))
    for appraisal in (a for a in people if a.record.kind not in _DOCUMENTS and title(a.record)):
        own = any(span.source_section.kind is SectionKind.TITLE for span in appraisal.directness.intervention.spans)
        same = own and context.treatable and appraisal.directness.intervention.fit is Fit.DIRECT
        if same or _is_near(context, appraisal):
            yield appraisal


def _is_near(context: Context, appraisal: Appraisal) -> bool:
    """Whether a source is on the treatment asked about (or a class of it), or shares people and outcome; and neither
    its people nor its illness are others."""
    direct = appraisal.directness
    met = [e.fit in (Fit.DIRECT, Fit.RELATED) for e in (direct.intervention, direct.population, direct.outcome)]
    if context.question.having(Role.INTERVENTION):
        if not (met[0] or direct.population.fit is Fit.DIRECT) or not _of_people(context, appraisal):
            return False  # that it counts the same in people with another illness brings no study near
        return sum(met) >= 2 or (met[0] and direct.population.fit is not Fit.OTHER)
    return sum(met) >= 1 and direct.covers >= HALF and direct.outcome.fit is not Fit.OTHER


def _of_people(context: Context, appraisal: Appraisal) -> bool:
    """Whether a source tells of people, where something is to be given: a material that holds a medicine treats
    nobody."""
    if not context.treatable or appraisal.study.design is not Design.OTHER:
        return True
    shown = (SectionKind.TITLE, SectionKind.ABSTRACT)
    texts = [s.text for s in appraisal.record.evidence_sections if s.kind in shown]
    return len(texts) < 2 or any(_PEOPLE.search(text) for text in texts)  # a title alone tells little


_PEOPLE: Final = caseless(
    r"\b(?:patients?|people|persons?|participants?|volunteers?|individuals|adults?|child(?:ren)?|infants?|neonates?"
    r"|newborns?|m[ae]n|wom[ae]n|humans?|clinical (?:practice|trials?|use))\b"
)


def tell(draft: Draft, context: Context) -> None:
    """That nothing was found, then the nearest sources by their titles, each with why it is indirect."""
    draft.add(nothing(context, "studies that answer this question"), Kind.ABSENCE, level=1)  # the short answer says it
    told = quote_nearest(draft, context)
    for appraisal in near(context):
        if title(appraisal.record) and appraisal.record.id != told:
            by_title(draft, context, appraisal, "nearest is ")


def quote_nearest(draft: Draft, context: Context) -> str:
    """What the nearest source concludes, else the sentence that is nearest, with why it is no answer; returns the
    record quoted, empty where none bears on the question."""
    found = near(context)
    concluded = best_conclusion(found[0], context.question) if found else None
    if concluded is not None and _bears(concluded, context):
        source, span, verb = found[0], concluded, "concludes"
    elif (passage := nearest(context.question, found)) is not None and _names(passage.span, context):
        source, span, verb = passage.appraisal, passage.span, verb_of(passage)
    else:
        return ""
    quote(draft, source, span, verb, opening=f"{NEAREST}, but no answer", directness=_indirect(source, context))
    return source.record.id


def by_title(draft: Draft, context: Context, appraisal: Appraisal, opening: str) -> None:
    """A source that does not answer, by its design and title, with why it is indirect."""
    named, spans = lead(appraisal, "reports")
    titled = title(appraisal.record)
    said = named if titled == spans else f"{named}: “{' '.join(titled[0].quote.split()).rstrip('.')}”"
    easy, shown = _of_arms(appraisal) if is_hard(titled[0]) else ("", ())
    if set(_FIGURE.findall(said)) - set(_FIGURE.findall(easy)):
        easy = ""  # a figure that professionals are shown is every reader's
    draft.add(
        f"{opening}{said}",
        Kind.NAVIGATION,
        (*titled, *spans, *shown),
        plain=f"{opening}{easy}" if easy else "",
        directness=_indirect(appraisal, context),
        level=1 if is_hard(titled[0]) and not easy else 0,
    )


def _of_arms(appraisal: Appraisal) -> tuple[str, tuple[Span, ...]]:
    """What a study with a title that is hard to read gave: `one study of erenumab and topiramate`; empty where it names
    no two arms. A patient is told what is near, too."""
    given = {wording.lower(arm.drug or arm.name): arm.span for arm in appraisal.study.arms if arm.drug or arm.name}
    if len(given) < 2 or len(given) > MOST_ARMS:
        return "", ()
    named, _ = designs.lead(appraisal.study)
    _, bracket, size = named.partition(" (")
    told = f"one study of {wording.join(list(given))}{bracket}{size}"
    return told, tuple(span for span in given.values() if span is not None)


def _names(span: Span, context: Context) -> bool:
    """Whether a sentence names what was asked about, where something was."""
    return not context.question.having(Role.INTERVENTION) or context.spells_intervention(spelled(span))


def _bears(span: Span, context: Context) -> bool:
    """Whether a sentence names at least half of what the question names."""
    said, asked = spelled(span), [c for c in context.question.concepts if c.role is not Role.OTHER]
    named = [c for c in asked if any(n and n <= said for n in map(words.stems, c.names))]
    return bool(named) and 2 * len(named) >= len(asked)


def _indirect(appraisal: Appraisal, context: Context) -> str:
    """Why a source does not answer: another treatment, other people, another outcome."""
    if appraisal.directness.note:
        return appraisal.directness.note
    direct, question = appraisal.directness, context.question
    same = direct.intervention.fit is Fit.RELATED and _named_alike(direct.intervention.words, context)
    if context.drugs and direct.intervention.fit is not Fit.DIRECT and not same:
        told = f"on {direct.intervention.words.lower()}, " if direct.intervention.fit is Fit.RELATED else ""
        return f"{told}not on {wording.join(context.named)}"
    if context.outcome and direct.outcome.fit is not Fit.DIRECT:
        return f"it does not report {context.outcome}" if names_outcome(context) else "it does not say what was asked"
    if question.population and direct.population.fit is not Fit.DIRECT:
        return f"not in {context.population}"
    return "it does not say what was asked"


def _named_alike(given: str, context: Context) -> bool:
    """Whether what a source gave bears the name that was asked about: it is then no other treatment."""
    named = words.stems(given)
    return bool(named) and named <= words.stems(" ".join(context.named))


def needed(context: Context) -> str:
    """What would answer the question: `a randomised trial or systematic review of X in Y that reports Z`."""
    question = context.question
    what = wording.join(context.combined or context.named) or wording.lower(question.intervention) or "this"
    if what.casefold() == context.population.casefold():
        what = "what was asked about"  # the treatment was not understood, and stands in its own place no longer
    who = f" in {context.population}" if context.population and context.population != context.outcome else ""
    that = f" that reports {context.outcome}" if context.outcome else ""
    kinds = {
        Intent.DIAGNOSIS: f"a study of the accuracy of {what} against a reference standard{who}",
        Intent.PROGNOSIS: f"a cohort study on {what}{who}{that}",
        Intent.MECHANISM: f"a study of how {what} {'works' if context.drug_like else 'comes about'}{who}",
        Intent.HARM: f"the label of {what}, or trials and cohort studies that count harms",
        Intent.INTERACTION: f"a label of one that names the other, or a study of people who took {what} together",
        Intent.DOSING: f"a label or a trial that tells doses of {what}{who}",
    }
    trial = f"a randomised trial or a systematic review of {what}{who}{that}"
    wanted = kinds.get(question.intent, trial if context.therapeutic else "a source on this very question")
    return f"what would answer this is {wanted}; none was found in the library"
