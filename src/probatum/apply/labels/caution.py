"""Caution: what of a label stands in the bottom line: use outside it, its boxed warning, what forbids it, and where
sources disagree on the drug itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.choices import suiting
from probatum.apply.context import Context
from probatum.apply.drafting import CALLED, Draft, directive, source_name
from probatum.apply.effects import effect_of, leading, worse_off
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import barring
from probatum.apply.patient import bars, for_patient, indicated, itself, other_uses
from probatum.apply.room import WORDS
from probatum.apply.sections.safety import indication
from probatum.apply.together import other_takers
from probatum.apply.together.conflicting import APART, conflicts
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Span
from probatum.text import words
from probatum.text.expressions import caseless


def _near_what_is_told(item: Directive, context: Context) -> bool:
    """Whether a contraindication is of a kind of an illness that the patient has: which kind it is, the label asks."""
    said = words.stems(item.text)
    return any((own := words.stems(name) - _USUAL) and own <= said for name in context.question.patient.conditions)


_USUAL: Final = words.stems(
    "disease disorder syndrome illness problem heart kidney liver lung acute chronic severe of the"
)


def say(draft: Draft, context: Context, *, whole: bool = True) -> None:
    """Off-label use, boxed warning and the first contraindication, in one sentence."""
    parts: list[str] = []
    spans: list[Span] = []
    uses = context.directives(DirectiveAction.INDICATED)
    if context.off_label:
        parts.append(f"this use is off-label ({_labels([a for a, _ in uses])})")
        spans.extend(d.span for _, d in uses)
    told = {span for s in draft.statements for span in s.supports}
    if context.labels and suiting.members_out(context) & {d.drug.lower() for d in context.labels[0].directives}:
        return  # it was told of whom that member is barred, and of what is left this label says nothing
    minded = _minded(context)
    own = (row for row in context.directives(DirectiveAction.CONTRAINDICATED) if row[0] is minded)
    patient = context.question.patient
    own = (r for r in own if bars.without_aim(r[1]) is r[1] or not other_uses.for_other_use(r[1].text, context))
    barred = [r for r in own if r[1].span not in told and not fitting.of_others(r[1].text, patient)]
    every = [r for r in context.directives(DirectiveAction.BOXED_WARNING) if not elsewhere(r[1], context)]
    every = [r for r in every if minded in (None, r[0], context.labels[0])]
    boxed = [] if any(r[1].span in told for r in every) else every[:1]  # one was told of this very patient
    # A reaction to a medicine rules out every medicine: it is told where a label forbids nothing else.
    barred = [r for r in barred if not itself.ITSELF.search(r[1].text)] or ([] if boxed else barred)
    barred = sorted(barred, key=lambda row: not _near_what_is_told(row[1], context))[:2]
    only_itself = bool(barred) and not (boxed or parts) and all(itself.alone(d.text, d.drug) for _, d in barred)
    found = _weighty(context, minded, LONGEST if whole else FEWEST) if only_itself else None
    if found is not None and found[1].span not in told:
        source, item, said = found
        draft.add(f"caution ({source_name(source)}): {said}", Kind.DIRECTIVE, (item.span,))
        barred = []
    if parts and not barred:  # nothing else names the medicine
        parts = [f"this use is off-label ({source_name(uses[0][0])})"]
    if barred:
        parts.extend(barring.said([d.text for _, d in barred]))
        spans.extend(d.span for _, d in barred)
    if boxed and not parts:  # nothing else to say of the label: the warning itself
        directive(draft, *_cut(boxed[0], whole), "Boxed warning", "Boxed warning, the strongest kind")
    elif boxed:
        # That there is a warning tells nobody of what: it is told in a few words, or where it stands.
        warns = briefly(boxed[0][1].text, LONGEST if whole else _room(draft, parts))
        whose = _labels([boxed[0][0]])
        parts.insert(0, f"Boxed warning ({whose}): {warns}" if warns else f"Boxed warning {_BELOW}")
        spans.append(boxed[0][1].span)
    if (
        context.off_label and len(parts) == 1 and uses[0][1].span not in told
    ):  # what the label is for shows that this is not
        source, item = uses[0]
        parts = [f"this use is off-label: the {source_name(source)} is {indicated.of_label(indication(item))}"]
    if parts:
        several = context.classes or (len(context.labels) > 1 and choices(context.question))  # whose it is, is no guess
        named = f" ({source_name(barred[0][0])})" if several and barred else ""
        text = f"{'; '.join(parts)}{named}"
        over = not whole and draft.words + len(text.split()) >= WORDS
        if over and not boxed and for_patient.barred(context):
            return  # it is advised against already; what forbids it in others stands under safety
        easy = text.replace(_BELOW, f"({_labels([boxed[0][0]])})") if boxed else text
        draft.add(text, Kind.DIRECTIVE, spans, plain=_plain_safety(easy, boxed[0][1] if boxed else None))
    for drug, text, item, against in conflicts(context):
        if drug in context.drugs:
            short = draft.words + len(text.split()) >= WORDS  # what parts them stands under safety then
            draft.add(text.partition(APART)[0] if short else text, Kind.DIRECTIVE, (item.span, against.span))


def _weighty(context: Context, label: Appraisal | None, most: int) -> tuple[Appraisal, Directive, str] | None:
    """What a label that forbids nothing but a reaction to its medicine warns of most, with the clause that does: a
    state in which it is not to be used, else what may be fatal."""
    patient = context.question.patient
    rows = [r for r in context.directives(DirectiveAction.CAUTION, DirectiveAction.MONITOR) if r[0] is label]
    rows = [r for r in rows if not (fitting.of_others(r[1].text, patient) or elsewhere(r[1], context))]
    rows = [r for r in rows if not _OF_SOME.search(r[1].text)]  # of an illness that nobody told of
    for sort in (_KEEPS_FROM, _FATAL):
        for source, item in rows:
            clause = next((part for part in item.text.split("; ") if sort.search(part)), "")
            if said := briefly(clause, most) if clause else "":
                return source, item, said
    return None


_KEEPS_FROM: Final = caseless(
    r"\b(?:not recommended|should not be (?:used|given|taken)|should be avoided|avoid \w+) (?:in|by|with)\b"
)
_OF_SOME: Final = caseless(r"\b(?:people|patients|adults|children|women|men) with\b|\bplacebo\b")
_FATAL: Final = caseless(r"\b(?:fatal|life-threatening|deaths?)\b")


def _minded(context: Context) -> Appraisal | None:
    """The label whose dangers are told: the first, but of a choice that of what is left, since what is barred already
    has no other danger to mind."""
    if (better := _better(context)) and (
        own := [a for a in context.labels if better in {d.drug.lower() for d in a.directives}]
    ):
        return own[0]
    out = {name for _, item in for_patient.barred(context) for name in other_takers.barred_by(item, context)}
    free = (a for a in context.labels if not out & {d.drug.lower() for d in a.directives if d.drug})
    first = next(iter(context.labels), None)
    return next(free, first) if out and choices(context.question) else first


def _better(context: Context) -> str:
    """Of two that are asked about the one for which the first effect that was found speaks: it is the one that is
    given, so that its dangers are told. Empty where none was found, or a label bars it."""
    if not choices(context.question) or for_patient.barred(context):
        return ""
    for group in leading(context):
        effect = effect_of(group, context)
        if effect is not None and effect.direction in ("lower", "higher") and effect.stand.who and effect.stand.other:
            return (effect.stand.other if worse_off(group, effect, context) else effect.stand.who).lower()
    return ""


def _cut(row: tuple[Appraisal, Directive], whole: bool) -> tuple[Appraisal, Directive]:
    """A warning, or its first clause where there is no room for more; it stands whole under safety."""
    appraisal, item = row
    return row if whole else (appraisal, msgspec.structs.replace(item, text=item.text.partition("; ")[0]))


def elsewhere(item: Directive, context: Context) -> bool:
    """Whether a warning is against a use that nobody asks about."""
    return other_uses.for_other_use(item.text, context)


LONGEST: Final = 34
"""Words of a warning that is told beside what else a label says; a longer one stands whole under safety."""


_BELOW: Final = "(see Safety)"
"""Where a warning stands that no few words tell."""
FEWEST: Final = 20
"""The same where there is room for a few words only."""


def _room(draft: Draft, parts: Sequence[str]) -> int:
    """Words that are left for a warning where there is room for a few only."""
    named = 5  # `Boxed warning (US label)` and what may stand behind
    return min(FEWEST, WORDS - draft.words - sum(len(part.split()) for part in parts) - named)


def briefly(text: str, most: int) -> str:
    """The first clause of a warning, where it is too long up to where it goes into detail; empty where that is too."""
    first = wording.lower(text.partition("; ")[0].rstrip(". "))
    cut = _DETAIL.split(first, maxsplit=1)[0].rstrip(" ,")
    told = first if len(first.split()) <= most else cut
    if _BESIDE.match(told) and told != first:  # what becomes of the two stands in what was cut off
        return ""
    return told if _SAYS.search(told) and len(told.split()) <= most else ""


_DETAIL: Final = caseless(
    r", (?:which|who|such as|including|in \d|and|with|especially|particularly|above all)\b| \(|, in \d"
)
_BESIDE: Final = caseless(
    r"[\w/-]+(?: [\w/-]+)? (?:together |combined |in combination )?with (?!.*\b(?:can|may|should|must)\b)"
)
"""A warning of two together without what they do."""
_SAYS: Final = caseless(
    r"\b(?:can|may|might|must|should|has|have|had|is|are|was|were|raises?|lowers?|causes?|increases?|occurs?)\b"
    r"|^\S+ .{0,200}?\b\w+(?:s|ed)\b.* "
)
"""A clause that says something, and is no bare heading."""


def _labels(appraisals: Sequence[Appraisal]) -> str:
    """`US and EU labels`; where a label tells no country, whose it is."""
    countries = list(dict.fromkeys(CALLED.get(a.record.country, a.record.country) for a in appraisals))
    if all(countries):
        return f"{wording.join(countries)} label{'s' if len(countries) > 1 else ''}"
    return wording.join(list(dict.fromkeys(source_name(a) for a in appraisals)))


_LONGEST: Final = 34
"""Words of a warning that still fit into the short answer of a plain page."""


def _plain_safety(text: str, boxed: Directive | None) -> str:
    """In plain words, with what the warning is about: a patient is not helped by knowing that there is one. One that
    has figures stands under safety alone, since the short answer for professionals lacks them."""
    warned = boxed.text.partition("; ")[0].rstrip(". ") if boxed is not None else ""
    if warned and text.startswith("Boxed warning (") and not re.search(r"\d", warned):
        label, _, rest = text.partition(")")
        short, more, behind = rest.removeprefix(": ").partition(";")
        if rest.startswith(": ") and wording.lower(warned).startswith(short):
            rest = f"{more}{behind}"  # the warning was cut short for professionals, and stands whole here
        if len(warned.split()) <= _LONGEST and wording.lower(warned) not in rest:
            text = f"{label}): {wording.lower(warned)}{rest}"
    text = text.replace("this use is off-label", "it is not officially approved for this use")
    text = text.replace("Boxed warning", "this medicine carries a boxed warning, the strongest kind")
    return re.sub(r"(?<!is )(?<!are )contraindicated ", "it must not be used ", text)
