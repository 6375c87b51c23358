"""Barred here: the medicines that guidelines keep from people with what the patient has besides (`in people with
Parkinson's disease, haloperidol should not be used`): no other sentence of theirs may have just these given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.choices import next_step
from probatum.apply.context import Context
from probatum.apply.labels.kinship import kin, of_class
from probatum.apply.patient import for_patient, standings
from probatum.apply.quoted.salience import sentences_in
from probatum.apply.replies.left_out import LIMIT
from probatum.apply.together import making_way
from probatum.model import Appraisal, Directive, DirectiveAction, Role, Section, Span
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_WHOM: Final = caseless(
    r"\b(?:in|for) (?:[\w-]+ )?(?:people|patients|adults|women|men|those) (?:with|on|who have) (?P<has>[^;.]{3,90}?)"
    r"(?:, (?=[\w-]+ )|$)"
)
_INSTEAD: Final = caseless(r"\b(?:in place of|instead of|other than|who cannot have)\b[^,.;]{0,60}")


def medicines(sources: Iterable[Appraisal], context: Context) -> frozenset[str]:
    """Those that a guideline has not given to people with an illness that the question tells, other than that of which
    the guideline itself is."""
    question = context.question
    ill = [(c.label, c.text, *c.synonyms[:8]) for c in question.concepts if c.semantic in ("condition", "symptom")]
    ill += [(name,) for name in question.patient.conditions]
    found: set[str] = set()
    for source in sources:
        titled = words.stems(source.record.title)
        besides = tuple(names for names in ill if not any(words.stems(name) <= titled for name in names if name))
        for one in sentences_in(source.record) if besides else ():
            text = one.span.quote
            whom = _WHOM.search(text) if next_step.bars(text) else None
            if whom is not None and fitting.names_one(whom["has"], besides):
                found |= named(text[whom.end() :])
    return frozenset(found)


def gives(text: str, out: frozenset[str]) -> bool:
    """Whether a sentence has one of these given."""
    return bool(out & named(_INSTEAD.sub(" ", text))) and not next_step.bars(text)


_CANNOT: Final = (
    caseless(
        r"\b(?:cannot|can ?not|can['’]?t|unable to|must not|may not|not allowed(?: to)?|intoleran\w+ (?:of|to))"
        r"(?: (?:have|take|use|tolerate|be given|get))? (?P<what>[^,;.?]{3,60})"
    ),
    caseless(r"(?P<what>[\w-]+(?: (?:and|or|nor) [\w-]+)?) (?:is |are |both )?contraindicated\b(?! in\b)"),
)
_GIVES: Final = caseless(
    r"\b(?:dose of|first choices?|first-line|recommends?|(?:is|are) (?:given|added|started)|should be given)\b"
)


def had_not(context: Context) -> frozenset[str]:
    """Those that the question itself says cannot be had (`cannot have haloperidol`, `no oxygen available`), with all of
    a class; what did not serve may well be given again."""
    told = (found["what"] for cue in _CANNOT for found in cue.finditer(context.question.typed))
    names = frozenset().union(*(named(what) for what in told)) | _not_at_hand(context)
    kinds = (kind for name in names for kind in (name, f"{name}s"))  # `penicillin` stands for all of them
    return names | {member.lower() for kind in kinds for member in members(kind)}


def in_its_place(text: str, context: Context) -> bool:
    """Whether a sentence tells what is given to those who cannot have the very medicine that is asked about, where
    neither the question nor a label says that it cannot be had."""
    question = context.question
    asked = {c.label.lower() for c in question.having(Role.INTERVENTION) if c.semantic == "drug"}
    if not asked or had_not(context) or question.patient.allergies or for_patient.barred(context):
        return False
    left = [named(found[0]) for found in _LEFT.finditer(text)]
    return any(asked & names for names in left) and not asked & named(_LEFT.sub(" ", text))


def _not_at_hand(context: Context) -> frozenset[str]:
    """Of what makes way that of which the question says `no`, or that there is none."""
    question, low = context.question, context.question.read.lower()
    gone: set[str] = set()
    for concept in question.having(Role.COMPARATOR) if making_way.left(question) else ():
        at = low.find(concept.text.lower())
        behind = low[at + len(concept.text) :]
        if at >= 0 and (_NO.search(low[max(0, at - 30) : at]) or _NONE.match(behind)):
            gone.add(concept.label.casefold())
    return frozenset(gone)


_NO: Final = caseless(r"(?:^|[\s,;.(])no (?:oral |access to )?$")
_NONE: Final = caseless(
    r"s? (?:(?:is|are) )?(?:(?:not|never|no longer) (?:available|obtainable|possible|to hand|in stock|allowed)"
    r"|unavailable|out of stock|in short supply)\b"
)
_LEFT: Final = caseless(
    r"\b(?:in place of|instead of|(?:who|when|if) (?:\w+ )?(?:cannot|can ?not|do not|are not able to) (?:have"
    r"|take|tolerate))"
    r" [^,.;]{3,60}"
)


def gives_only(text: str, out: frozenset[str]) -> bool:
    """Whether a sentence has given these and nothing else."""
    if not out or next_step.bars(text) or _GIVES.search(text) is None:
        return False
    given = named(_INSTEAD.sub(" ", text))
    return bool(given) and given <= out


def without_these(section: Section, context: Context) -> Section:
    """The section without lines that give what cannot be had and nothing else, or first of all what makes way; as it is
    where no line is left that answers."""
    out, question = had_not(context), context.question
    gone = (
        s.kind.asserts and (gives_only(s.text, out) or making_way.gives_it(s.text, question))
        for s in section.statements
    )
    kept = tuple(s for s, is_gone in zip(section.statements, gone, strict=True) if not is_gone)
    if len(kept) == len(section.statements) or not any(s.kind.asserts and not LIMIT.match(s.text) for s in kept):
        return section
    made = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(kept, 1))
    return msgspec.structs.replace(section, statements=tuple(made))


def without_advice_for_it(section: Section, context: Context) -> Section:
    """The short answer without a guideline's advice to give what is asked about, or its class, and without a label's
    dose of what it forbids altogether, where it is barred for this patient: what is advised for everybody is not
    advised here. What names the patient's state stays."""
    barred = {item.span for _, item in for_patient.barred(context)}
    barred |= {item.span for item in _of_untold_weeks(context)}
    if not barred or section.id != "bottom_line":
        return section
    advice = {
        item.span: item
        for a in context.guidelines
        for item in a.directives
        if item.action is DirectiveAction.RECOMMENDED and item.span not in barred
    } | _doses(context)
    mine = [
        span
        for span, item in advice.items()
        if fitting.names_one(item.text, tuple((drug, *kin(drug)) for drug in context.drugs))
        and not (next_step.bars(item.text) or fitting.speaks_of(item.text, context.question.patient))
    ]
    kept = tuple(s for s in section.statements if not (s.supports and s.supports[0] in mine))
    told = any(barred & set(s.supports) for s in kept)
    if len(kept) == len(section.statements) or not told:
        return section
    made = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(kept, 1))
    return msgspec.structs.replace(section, statements=tuple(made))


def _doses(context: Context) -> dict[Span, Directive]:
    """The doses that labels tell of what they forbid this patient whatever else is taken, or in some weeks of a
    pregnancy of which the week is not told."""
    never = {item.drug.lower() for item in _of_untold_weeks(context)}
    if not standings.when_it_goes(context):
        held = (item for _, item in for_patient.barred(context) if item.action is DirectiveAction.CONTRAINDICATED)
        never |= {item.drug.lower() for item in held if item.drug}
    rows = (item for a in context.labels for item in a.directives if item.action is DirectiveAction.DOSE)
    return {item.span: item for item in rows if item.drug.lower() in never}


def _of_untold_weeks(context: Context) -> list[Directive]:
    """What labels want avoided in some weeks of a pregnancy, where one is told and not its week."""
    patient = context.question.patient
    if not patient.pregnancy or fitting.weeks_pregnant(patient) is not None:
        return []
    rows = [item for _, item in for_patient.told(context) if fitting.PREGNANT.search(item.text)]
    return [item for item in rows if item.drug and _AVOIDED.search(item.text)]


_AVOIDED: Final = caseless(r"\b(?:should|must) (?:be avoided|not be (?:used|given|taken))\b|\bcontraindicated\b")


def bars_first(section: Section, context: Context) -> Section:
    """The section with what bars a treatment for this patient ahead of how one changes over to it: nobody is told how
    to begin what they must not have before they are told that."""
    against = {item.span for _, item in for_patient.barred(context)}
    told = section.statements
    bars = [s for s in told if against & set(s.supports) and not _CHANGES_OVER.search(s.text)]
    first = next((n for n, s in enumerate(told) if _CHANGES_OVER.search(s.text)), None)
    if first is None or not bars or told.index(bars[0]) < first:
        return section
    rest = [s for s in told if s not in bars]
    made = (*rest[:first], *bars, *rest[first:])
    return msgspec.structs.replace(
        section,
        statements=tuple(msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(made, 1)),
    )


_CHANGES_OVER: Final = caseless(r"\b(?:in|on|after) a (?:change|switch) (?:from|to)\b")


def of_allergy(text: str, allergies: Iterable[str]) -> bool:
    """Whether a sentence has given what the patient is allergic to, or what is akin to it."""
    if next_step.bars(text):
        return False
    given = named(_INSTEAD.sub(" ", _ALLERGIC.sub(" ", text)))
    return any(of_class(name, allergen) for name in given for allergen in allergies)


_ALLERGIC: Final = caseless(r"\b[\w-]+ allerg(?:y|ies)\b|\ballerg(?:y|ic) to [\w-]+")


def named(text: str) -> frozenset[str]:
    """The medicines that a text names."""
    return frozenset(m.term.label.lower() for m in vocabulary.load().find(text) if m.term.semantic == "drug")
