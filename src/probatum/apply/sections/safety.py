"""Safety: regulatory status, off-label use, boxed warnings, contraindications, cautions, interactions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import NO_DRUG, Draft, directives, source_name
from probatum.apply.evidence.outcomes import PREVENTS
from probatum.apply.labels import kin
from probatum.apply.once import once_for
from probatum.apply.patient import bearing, illness_names, indicated, uses
from probatum.apply.together import pairs, shared
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Role, Section
from probatum.text import doses
from probatum.text.expressions import expression
from probatum.vocabulary import traits

_GRAVE: Final[tuple[tuple[DirectiveAction, str, str, int, int], ...]] = (
    (DirectiveAction.BOXED_WARNING, "Boxed warning", "Boxed warning, the strongest kind", 6, 1),
    (DirectiveAction.CONTRAINDICATED, "Contraindicated", "Must not be used", 12, 6),
)
_LEADS: Final[tuple[tuple[DirectiveAction, str, str, int, int], ...]] = (
    (DirectiveAction.INTERACTION, "Interactions", "Other medicines and habits", 14, 2),
    (DirectiveAction.CAUTION, "Caution", "Needs care", 8, 3),
    (DirectiveAction.SPECIAL_POPULATION, "Special populations", "Pregnancy, breast-feeding, children and others", 4, 2),
)
"""Action, lead, plain lead, the most that is shown of it, and how much of each label stands at every depth."""


_ENZYME: Final = expression(r"\bCYP\d[A-Z]\d{1,2}\b")


def compose(context: Context) -> Section:
    """From label records only, those of members where a class is asked about; without one it says that none is held."""
    draft = Draft("safety", "Safety")
    if not context.drug_like:
        return draft.section(NO_DRUG)
    if context.combined:
        pairs.say_graver(draft, context)
        return draft.section(f"{context.searched} for labels of {wording.join(context.combined)}: none in the library.")
    _said(draft, context, _GRAVE)
    _status(draft, context)
    _elsewhere(draft, context)
    shared.say(draft, context, MOST_SHARED)
    _shared_enzymes(draft, context)
    _said(draft, context, _LEADS)
    for one in kin.say_held(draft, context):
        _said(draft, one, (*_GRAVE, *_LEADS[:2]))
    names = wording.join(context.named)
    return draft.section(f"{context.searched} for labels of {names}: no label in the library.")


def _said(draft: Draft, context: Context, leads: Iterable[tuple[DirectiveAction, str, str, int, int]]) -> None:
    for action, lead, plain, most, first in leads:
        told = [r for r in context.directives(action) if not fitting.of_others(_whole(r[1]), context.question.patient)]
        rows = sorted(told, key=lambda row: bearing.place(row, context))[:most]
        directives(draft, rows, lead, plain, first=first, needed=lambda item: bearing.of(item, context))


def _whole(item: Directive) -> str:
    """The words of a direction with the people of the heading that it stands under."""
    return f"{item.population} {item.text}" if item.action is DirectiveAction.SPECIAL_POPULATION else item.text


_LABEL_IS: Final = expression(r"(label(?: of [^.;]{1,60}?)?) is (for|to)\b")


def _status(draft: Draft, context: Context) -> None:
    """What each country's label is for, and that this use is off-label where none of them names it."""
    labels: dict[str, tuple[Appraisal, Directive]] = {}
    rows = context.directives(DirectiveAction.INDICATED) or context.directives(DirectiveAction.STATUS)
    treats = context.question.intent is not Intent.PREVENTION
    wanted = sorted(rows, key=lambda row: treats and PREVENTS.search(row[1].text) is not None)
    for appraisal, item in sorted(wanted, key=lambda row: not context.indicated_for_this(row[1])):
        labels.setdefault(appraisal.record.id, (appraisal, item))
    if not labels:
        return
    use = _treated(context) if treats else _prevented(context)  # that it treats an illness is not that it averts it
    said = "; ".join(f"the {source_name(a)} is {indicated.of_label(indication(d))}" for a, d in labels.values())
    text = f"regulatory status: {said}"
    if wider := context.wider_use:
        kind = next((c.label for c in context.question.concepts if wider in c.broader[:1]), context.use)
        text += f"; {kind or 'what was asked about'} is not named by itself: it is a kind of {wider}"
    elif context.off_label:
        text += f"; {use} {'are' if ' and ' in use else 'is'} not among the indications, so this use is off-label"
    easy = text.replace("regulatory status: ", "").replace("this use is off-label", "it is not approved for this")
    easy = easy.replace("not among the indications, so it", "not named there, so it")
    easy = _LABEL_IS.sub(r"\1 says that it is used \2", easy)
    draft.add(text, Kind.DIRECTIVE, [d.span for _, d in labels.values()], plain=easy)


def _treated(context: Context) -> str:
    """What is to be treated, without what befell the patient before: `after a bleed`, `stroke last year`."""
    read, people = context.question.read.lower(), context.question.having(Role.POPULATION)
    left = []
    for concept in people:
        at = read.find(concept.text.lower())
        behind = read[at + len(concept.text) :] if at >= 0 else ""
        if not (_GONE_BY.match(behind) or _HISTORY.search(read[: max(at, 0)])):
            left.append(wording.spelled(concept))
    return wording.join(left) if context.use == context.population and 0 < len(left) < len(people) else context.use


_GONE_BY: Final = expression(r"\W{0,2}(?:last (?:year|month|week|winter|summer)|(?:\w+ ){1,2}ago\b|in (?:19|20)\d\d)")
_HISTORY: Final = expression(r"\b(?:history of|previous|past|earlier|after an?|recent)(?: \w+)? $")


def _prevented(context: Context) -> str:
    """What is to be kept away, in words; of people of whom only an illness is told that they have, that it is
    prevention in that."""
    use, read = context.use, context.question.read.lower()
    if PREVENTS.search(use):
        return use
    if first := _FIRST.search(read):  # what is kept away from such people is not said
        return f"{first[0]} in {use}"
    had = [c.text.lower() for c in context.question.having(Role.POPULATION)]
    averted = (_AVERTS.search(read[: (at := read.find(n))]) or _AVERTED.match(read[at + len(n) :]) for n in had)
    return f"preventing {use}" if context.outcome or any(averted) else f"prevention in {use}"


_FIRST: Final = expression(r"\b(?:primary|secondary) prevention\b(?= in\b)")
_AVERTS: Final = expression(r"\b(?:prevent\w*|prophyla\w*|avoid\w*|avert\w*)(?: of| against| from)?(?: \w+){0,2} $")
_AVERTED: Final = expression(r" (?:attack |flare )?(?:prevention|prophylaxis)\b")


def indication(item: Directive) -> str:
    """The indication without the words that introduce it."""
    text = item.text.rstrip(". ")
    lowered = text.lower()
    for lead in (
        "is indicated for ",
        "indicated for ",
        "is indicated in ",
        "indicated in ",
        "is indicated to ",
        "indicated to ",
        "approved for ",
        "licensed for ",
        "is indicated ",
    ):
        if lead in lowered:
            return wording.lower(text[lowered.index(lead) + len(lead) :])
    return wording.lower(text)


MOST_SHARED: Final = 2
"""Medicines that are taken of which a shared harm is told."""


def _elsewhere(draft: Draft, context: Context) -> None:
    """What labels of other drugs say about this one: of drugs taken, of usual ones here, and what is forbidden; of two
    labels that say the same of the two the one asked about is told."""
    own = [item.text.lower() for _, item in context.directives(DirectiveAction.INTERACTION)]
    for appraisal in context.other_labels:
        usual = _usual(appraisal, context)
        told: dict[str, list[tuple[Appraisal, Directive]]] = {}
        for item in appraisal.directives:
            if item.action is not DirectiveAction.INTERACTION or not _mentions(item, context):
                continue
            other = item.drug or appraisal.record.title
            if not doses.read(item.text) and not _HOW_MUCH.search(item.text) and _named_in(other, own):
                continue
            if usual or bearing.FORBIDS.search(item.text) or _is_taken(item, context):
                told.setdefault(other, []).append((appraisal, item))
        for other, rows in told.items():
            directives(draft, rows, f"Interaction ({other})", f"With {other}")


_HOW_MUCH: Final = expression(r"\b(?:dose|half|halved|one third|one quarter|times)\b")


def _named_in(drug: str, texts: Iterable[str]) -> bool:
    return any(wording.stands_in(drug.lower(), text) for text in texts)


def _shared_enzymes(draft: Draft, context: Context) -> None:
    """Usual drugs of the population that depend on an enzyme which the drug asked about acts on, or the other way
    round, from both labels' words: of two that are both broken down by it neither does anything to the other."""
    own = {e: d for _, d in context.directives(DirectiveAction.INTERACTION) for e in _ENZYME.findall(d.span.quote)}
    for appraisal in context.other_labels:
        usual = _usual(appraisal, context)
        for item in appraisal.directives:
            shared = [e for e in _ENZYME.findall(item.span.quote) if e in own]
            shared = [e for e in shared if _acts_on(e, context.named[0]) or _acts_on(e, item.drug)]
            if usual and shared and item.action is DirectiveAction.INTERACTION:
                pair = f"{item.drug or appraisal.record.title} and {context.named[0]}"
                lead = f"Interaction ({pair}: both labels name {shared[0]})"
                said = wording.lower(item.text.rstrip(". "))
                text = f"{lead}: {said} ({source_name(appraisal)})"
                easy = f"{pair} may affect each other. Both labels name {shared[0]} ({source_name(appraisal)}: {said})"
                draft.add(text, Kind.DIRECTIVE, (item.span, own[shared[0]].span), plain=easy)
                break


def _acts_on(enzyme: str, drug: str) -> bool:
    """Whether a drug is known to inhibit or induce an enzyme."""
    return any(enzyme in trait for trait in traits.traits_of(drug.lower()))


@once_for
def _usual(appraisal: Appraisal, context: Context) -> bool:
    """Whether a label is for the problem that is treated, so that its drug is likely taken there."""
    ill = uses.treated(context)
    meant = (d for d in appraisal.directives if d.action is DirectiveAction.INDICATED)
    return (
        any(illness_names.speaks(d, c) for d in meant for c in ill)
        if ill
        else any(map(context.indicated_for_this, meant))
    )


def _is_taken(item: Directive, context: Context) -> bool:
    return item.drug.lower() in {drug.lower() for drug in context.question.patient.drugs}


def _mentions(item: Directive, context: Context) -> bool:
    text = f"{item.text} {item.other}".lower()
    return any(wording.stands_in(drug, text) for drug in context.drugs)
