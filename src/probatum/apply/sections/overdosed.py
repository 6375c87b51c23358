"""Overdosed: what labels say of too much of a medicine, of one dose too many, and of what is given against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.labels import missed, too_much
from probatum.apply.patient import bars
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted.salience import sentences_in
from probatum.apply.replies.helplines import help_in
from probatum.apply.sections import guided_overdose
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, RecordKind, Span
from probatum.text import measured, sentences, words
from probatum.text.expressions import caseless

_ADDED: Final = caseless(r"\baddiction\b|\blead(?:s|ing)? to (?:an )?overdose\b")
"""How it comes to too much, in place of what is done then."""
OVERDOSAGE: Final = "34088-5"
"""LOINC code of a label's section on overdosage."""
MOST: Final = 2
_TOO_MUCH: Final = caseless(r"\b(?:over-?dos\w*|poisoning|antidote)\b")
_HOW: Final = (DirectiveAction.MONITOR, DirectiveAction.DOSE)


def say(draft: Draft, context: Context) -> Draft:
    """What the medicine's own label says of too much of it, then the antidote: what for, when, how much; the latter
    said to be the hospital's to those who will never give it."""
    guided_overdose.say(draft, context)
    _say_too_much(draft, context)
    for appraisal, items in antidotes(context):
        rows = [(appraisal, item) for item in items]
        directives(draft, rows[:1], "Antidote", "What is given against it in hospital")
        told = [] if guided_overdose.is_late(context) else rows[1:]
        directives(draft, told, "When and how much", "What only the hospital gives, when and how much")
    return draft


def say_doubled(draft: Draft, context: Context) -> None:
    """What the label says of a dose that is not to be doubled, and of too much of the medicine."""
    rows = [row for row in missed.rows(context) if _NOT_DOUBLED.search(row[1].text)]
    directives(draft, rows[:1], "Doubling", "On doubling a dose")
    _say_too_much(draft, context)


_NOT_DOUBLED: Final = caseless(r"\bdoubl\w+|\btwo doses\b|\bextra\b")


def _say_too_much(draft: Draft, context: Context) -> None:
    """What the medicine's own label says of too much of it, as a direction and under that heading."""
    given = {a.record.id for a, _ in antidotes(context)}
    rows = [
        (a, d) for a in context.labels for d in a.directives if _TOO_MUCH.search(d.text) and not _ADDED.search(d.text)
    ]
    own = [row for row in rows if row[0].record.id not in given][:MOST]
    directives(draft, own, "Overdose", "Too much of it")
    for appraisal, span in _sections(context):
        if any(meet(span, item.span) for _, item in own):
            continue
        said = " ".join(span.quote.split())
        plain = f"Its official label says: \u201c{said}\u201d"
        draft.add(f"{source_name(appraisal)}: \u201c{said}\u201d", Kind.QUOTED, (span,), plain=plain)


def say_at_value(draft: Draft, context: Context) -> int:
    """What a label says under that heading of the very state that was measured (a low sugar): it is what too much of
    the medicine does. How many sentences that took."""
    given = {item.span for a in context.labels for item in a.directives}
    before = len(draft)
    for appraisal, span in at_value(context):
        if not any(meet(span, one) for one in given):
            said = " ".join(span.quote.split())
            plain = f"At what was measured, its official label says: \u201c{said}\u201d"
            text = f"At what was measured, {source_name(appraisal)}: \u201c{said}\u201d"
            draft.add(text, Kind.QUOTED, (span,), plain=plain)
    return len(draft) - before


def at_value(context: Context) -> list[tuple[Appraisal, Span]]:
    """The sentences themselves. Of those that list the signs of an overdose, only where several are told: a slow
    heartbeat alone is no picture of too much."""
    states = tuple((name,) for name in measured.states(context.question.patient.values))
    found = [row for row in _sections(context) if states and fitting.names_one(row[1].quote, states)]
    felt = (c.label for c in context.question.concepts if c.semantic in ("symptom", "condition"))
    told = {name.lower() for name in (*(state for (state,) in states), *felt)}

    def several(quote: str) -> bool:
        return sum(fitting.names_one(quote, ((name,),)) for name in told) >= SEVERAL

    return [row for row in found if not _LISTS.search(row[1].quote) or several(row[1].quote)]


SEVERAL: Final = 2
_LISTS: Final = caseless(r"\bsigns? of (?:[\w-]+ ){0,3}(?:over-?dos\w*|poisoning|toxicity)\b")


def _sections(context: Context) -> Iterator[tuple[Appraisal, Span]]:
    """The first sentence of each label's section on overdosage."""
    for appraisal in context.labels:
        section = next((s for s in appraisal.record.sections if s.code == OVERDOSAGE and s.text.strip()), None)
        if section is not None:
            start, end = sentences.split(section.text[:2_000])[0]
            yield appraisal, Span(appraisal.record, section.id, start, end)


def antidotes(context: Context) -> Iterator[tuple[Appraisal, list[Directive]]]:
    """Labels of other drugs that are for an overdose of this one, asked about beside it or not: their use, then when
    and how much of it is given."""
    every = (*context.labels, *context.other_labels, *context.option_labels)
    for appraisal in {a.record.id: a for a in every}.values():
        use = [d for d in appraisal.directives if d.action is DirectiveAction.INDICATED and _against(d, context)]
        if use:
            how = [d for d in appraisal.directives if d.action in _HOW and _how(d.text, context)]
            early = [d for d in appraisal.directives if d.action in _HOW and d not in how and _WHEN.search(d.text)]
            yield appraisal, [use[0], *how[: MOST + 1], *early[:1]]


def _how(text: str, context: Context) -> bool:
    """Whether a label says when or how much of it is given against too much, or to undo what is asked about."""
    undone = too_much.undone(context.question) and too_much.undoes(text)
    return bool(undone) or _TOO_MUCH.search(text) is not None


def _against(item: Directive, context: Context) -> bool:
    taken = (drug for drug in context.drugs if drug.lower() != item.drug.lower())
    named = any(wording.stands_in(drug, item.text.lower()) for drug in taken)
    undone = too_much.undone(context.question) and _UNDOES.search(item.text)
    return named and bool(undone or _TOO_MUCH.search(item.text))


_UNDOES: Final = caseless(r"\b(?:to reverse|reversal|disorders from)\b")
"""How the label of what undoes another medicine says what it is for."""


_WHEN: Final = caseless(r"\b\d+(?: to \d+)? hours?\b")


# --- asked about without an alarm


def say_asked(draft: Draft, context: Context) -> Draft:
    """What the label says of too much of it and what is given against it, and by which signs it is told; signs first
    where they are asked about, else what is done."""
    opened = len(draft)
    _say_undone(draft, context)
    signs = _ASKS_SIGNS.search(context.question.read) is not None
    if signs:
        _say_signs(draft, context)
    say(draft, context)
    tells = too_much.undoes if too_much.undone(context.question) else _DONE.search
    told = any(tells(s.text) for s in draft.statements[opened:])
    values = context.question.patient.values
    every = [(a, d) for a in context.labels for d in a.directives if d.action is not DirectiveAction.INTERACTION]
    directives(draft, [r for r in every if measured.within(r[1].text, values)][:1], "Level", "The level in blood")
    if not signs:
        _say_signs(draft, context)
    if not told:
        _say_untold(draft, context)
    boxed = [row for row in every if row[1].action is DirectiveAction.BOXED_WARNING and too_much.speaks(row[1].text)]
    directives(draft, boxed[:1], "Boxed warning", "Boxed warning, the strongest kind")
    return draft


def _say_undone(draft: Draft, context: Context) -> None:
    """Where it is asked by what it is undone: that it bars itself in the bleeding that is told, and what its own label
    says does or does not undo it."""
    if not too_much.undone(context.question):
        return
    rows = [(a, d) for a in context.labels for d in a.directives]
    bleeds = bars.bleeds(context.question.typed)
    barred = [r for r in rows if bleeds and r[1].action is DirectiveAction.CONTRAINDICATED and bars.of_bleeding(r[1])]
    directives(draft, barred[:1], "No more of it is given: contraindicated", "No more of it should be taken")
    directives(draft, _advised(context)[: MOST + 1], "What undoes it", "What undoes it")
    directives(draft, [r for r in rows if too_much.undoes(r[1].text)][:MOST], "What undoes it", "What undoes it")
    for appraisal in context.labels:
        for told in sentences_in(appraisal.record):
            own = any(meet(told.span, d.span) for d in appraisal.directives)
            if too_much.undoes(told.span.quote) and not own:
                draft.add(
                    f"{source_name(appraisal)}: \u201c{told.span.quote}\u201d",
                    Kind.QUOTED,
                    (told.span,),
                    plain=f"Its official label says: \u201c{told.span.quote}\u201d",
                )


def _advised(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What guidelines have given to undo the very medicine: at the place where it bleeds first, and not what is for a
    place of which nobody told."""
    held = {a.record.id: a for a in (*context.guidelines, *context.first_aid, *context.appraisals)}.values()
    told = words.stems(f"{context.question.read} {context.question.typed}")

    def elsewhere(text: str) -> bool:
        return any(not words.stems(place[0]) <= told for place in _PLACES.finditer(text))

    rows = [
        (a, d)
        for a in held
        if a.record.kind is RecordKind.GUIDELINE
        for d in a.directives
        if _UNDOES.search(d.text) and any(wording.stands_in(n, d.text.lower()) for n in context.drugs)
    ]
    return sorted((r for r in rows if not elsewhere(r[1].text)), key=lambda r: _PLACES.search(r[1].text) is None)


_PLACES: Final = caseless(r"\b(?:intracranial|cerebral|gastrointestinal)\b")


def _say_signs(draft: Draft, context: Context) -> None:
    """By which signs the label tells too much of it."""
    shown = {span for one in draft.statements for span in one.supports}
    every = [(a, d) for a in context.labels for d in a.directives if SIGNS.search(d.text) and d.span not in shown]
    directives(draft, every[:1], "Signs of too much of it", "Signs of too much of it")


def _say_untold(draft: Draft, context: Context) -> None:
    """That no source held tells what is given against it, and who does."""
    name, call = wording.join(context.named), help_in(context.question.country).call_poison
    undone = too_much.undone(context.question)
    what = f"how the effect of {name} is undone" if undone else f"what is given against too much of {name}"
    draft.add(
        f"no label that is held tells {what}; ask a specialist, or call {call}",
        Kind.ABSENCE,
        plain=f"we found no label that tells {what}. Ask a doctor, or call {call}",
    )


SIGNS: Final = caseless(rf"\bsigns of [\w -]{{0,30}}{too_much.TOO_MUCH}")
_ASKS_SIGNS: Final = caseless(r"\b(?:signs?|symptoms?|features|look(?:s|ing)? like|recogni[sz]\w+|feel\w*)\b")
_DONE: Final = caseless(r"\b(?:antidotes?|given|treated|treatment|stopped|lowered|dialysis|charcoal|dose of|used as)\b")
"""Words of what is done."""
