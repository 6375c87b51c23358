"""Compose: sections, evidence table and numbered references become a draft answer, before any check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from probatum.apply import titling, wording
from probatum.apply.children import undosed
from probatum.apply.choices import barred_here, out_of_class
from probatum.apply.composing import (
    brevity,
    concluding,
    depth,
    easing,
    introducing,
    narrowing,
    no_dose,
    order,
    repetition,
    within,
    written_out,
)
from probatum.apply.composing.references import references
from probatum.apply.composing.table import rows
from probatum.apply.context import Context
from probatum.apply.evidence import by_share, outlook, trials_apart
from probatum.apply.labels import asked_of, counselling, ended, halted, onset, set_apart
from probatum.apply.patient import by_allergy, in_milk, passed_over, unborn
from probatum.apply.plainly import own_words
from probatum.apply.quoted import aiming, completing, first_choice, halves, standing_first, very_page
from probatum.apply.replies import part, silence
from probatum.apply.sections import alarmed, algorithm, as_told, at_once, recognising, retold, ruled_out_pair, sections
from probatum.apply.sections.evidence import told_groups
from probatum.model import (
    Answer,
    Certainty,
    Depth,
    Engine,
    Intent,
    Kind,
    RecordKind,
    Reference,
    ReviewStatus,
    SearchAccount,
    Section,
    Statement,
    Warning,
)
from probatum.text import words

DISCLAIMER = (
    "For health professionals. This article supports and never replaces clinical judgement; "
    "check doses and contraindications in the current label before you prescribe."
)
PLAIN_DISCLAIMER = (
    "This page is for information. Do not start, stop or change a treatment on your own: "
    "talk it through with your doctor, nurse or pharmacist."
)
POLICY = (
    "Every sentence rests on exact characters of a named source and has passed the checks listed by `probatum checks`; "
    "a medical board approves an article before its caution is lifted."
)


def compose(
    context: Context,
    *,
    warnings: Iterable[Warning] = (),
    withdrawn: Sequence[str] = (),
    engine: Engine,
    before: Section | None = None,
    beside: Sequence[Context] = (),
) -> Answer:
    """The draft answer. Verdicts are not yet given: `assess` gives them. `before` is a section that stands first;
    `beside` are the other questions of the same text, each answered in a section after the bottom line.
    `withdrawn` says which studies of just this are retracted: told first where no other study answers."""
    first, *rest = (set_apart.set_aside(make(context), context) for make in sections().values())
    rest = [barred_here.without_these(one, context) if one.id == "alternatives" else one for one in rest]
    parts: list[Section] = []
    for number, other in enumerate(beside, 2):
        parts.append(part.compose(other, number, [first, *parts], context))
    short = _harmless(_short(first, context), context)
    parts = [part.settled(one, short) for one in parts]
    short = halves.added(short, [*parts, *rest], context)
    opening = _told_withdrawn(introducing.introduced(short, context), withdrawn)
    whole = brevity.held(narrowing.narrowed([opening, *parts, *rest], context), context)
    whole = within.bounded(whole, context)
    closed = _closed([before, *whole] if before is not None else whole, context)
    body, shortened = depth.bounded(closed, context.depth)
    read = no_dose.withheld(_for_reader(body, context))
    body = tuple(out_of_class.without_studies(section, context) for section in read)
    numbered = references(part.together(context, beside), body)
    disclaimer = PLAIN_DISCLAIMER if context.reader.plain else DISCLAIMER
    status = ReviewStatus(last_updated=context.as_of, policy=POLICY)
    name = titling.title(context)
    certainty = _told(tuple(g.certainty for g in told_groups(context) if g.certainty), body)
    tail = _tail(context, numbered, disclaimer, status)
    return Answer(
        question=context.question,
        reader=context.reader,
        title=own_words.said(name, context.question) if context.reader.plain else name,
        sections=(*body, *tail),
        certainty=certainty,
        evidence=rows(context, numbered),
        references=numbered,
        search=context.search,
        warnings=tuple(warnings),
        status=status,
        disclaimer=disclaimer,
        engine=msgspec.structs.replace(engine, depth=context.depth, shortened=shortened),
    )


def _harmless(short: Section, context: Context) -> Section:
    """The short answer without what the question or a label rules out for this patient, and what bars it first."""
    without = barred_here.without_these(short, context)
    return barred_here.bars_first(barred_here.without_advice_for_it(without, context), context)


def _short(first: Section, context: Context) -> Section:
    """The short answer in its order, with what is most salient and it lacks."""
    lacks = bool(context.question.intent is Intent.DOSING and undosed.silent(context))
    sides = (asked_of, halted, ended, onset, counselling)
    if lacks or aiming.asked(context) or very_page.of(context) is not None or any(one.alone(context) for one in sides):
        return first  # one side of a thing is asked, and what tells it stands there, or that nothing doses a child
    if not at_once.alone(context):
        first = standing_first.led(completing.led(first, context), context)
    short = by_allergy.led(order.put(by_share.led(first, context), context), context)
    short = passed_over.led(trials_apart.led(outlook.led(short, context), context), context)
    short = in_milk.led(first_choice.led(recognising.led(short, context), context), context)
    return order.editions_behind(unborn.led(unborn.warned(passed_over.untold(short, context), context), context))


def _closed(whole: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections with nothing said twice, what is salient and none of them tells, and the conclusion closed."""
    said = repetition.told_in_full(repetition.once(whole))
    if context.combined:
        said = repetition.directed_once(said)
    full = said if asked_of.nothing_else(context) else completing.completed(said, context)
    return concluding.closed(silence.mended(full, context), context)


def _for_reader(body: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections as this reader needs them: their path, an alarm alone, and the asker's own and easy words."""
    body = tuple(introducing.anchored(section, (*context.appraisals, *context.further)) for section in body)
    if not asked_of.nothing_else(context):
        body = as_told.filled(algorithm.for_people(body, context), context)
        body = retold.shortened(body) if context.reader.plain else body
    elif set_apart.paused(context):
        body = algorithm.for_people(body, context)
    body = alarmed.set_aside(ruled_out_pair.without(body, context), context)
    body = written_out.plainly(body, context.question.typed) if context.reader.plain else body
    told = own_words.told(tuple(map(introducing.unhung, body)), context.question)
    eased = map(introducing.unhung, easing.eased(told))  # what easing left out may have been hung on
    held = (*context.appraisals, *context.further)
    return tuple(introducing.met_plainly(section, held) for section in eased)


def _tail(
    context: Context, numbered: Sequence[Reference], disclaimer: str, status: ReviewStatus
) -> tuple[Section, ...]:
    """What stands behind every article: its references, the search, the disclaimer and the state of its review."""
    none = Section("references", "References", (), f"{context.searched}: no source is cited.")
    reviewed = [status.text, status.caution, f"Last updated {status.last_updated}", POLICY]
    return (
        _counted(numbered) if numbered else none,
        _navigation("search", "How this was searched", _searched(context.search, context.depth)),
        _navigation("disclaimer", "Disclaimer", [disclaimer]),
        _navigation("review", "Review status", reviewed),
    )


def _told_withdrawn(short: Section, withdrawn: Sequence[str]) -> Section:
    """The short answer with the retracted studies of just this before it, where it rests on no other study."""
    advice = (RecordKind.LABEL, RecordKind.GUIDELINE)
    studied = any(span.source.kind not in advice for s in short.statements for span in s.supports)
    if not withdrawn or studied:
        return short
    said = _navigation(short.id, short.title, withdrawn).statements
    numbered = (msgspec.structs.replace(s, id=f"{short.id}.{n}") for n, s in enumerate((*said, *short.statements), 1))
    return msgspec.structs.replace(short, statements=tuple(numbered))


def _told(every: tuple[Certainty, ...], body: Sequence[Section]) -> tuple[Certainty, ...]:
    """Certainties of the outcomes that the article tells: a grade of what is not told grades nothing."""
    texts = [s.text.casefold() for section in body for s in section.statements]
    stems = [words.stems(text) for text in texts]
    return tuple(
        one
        for one in every
        if any(one.outcome.casefold() in text for text in texts)
        or any(words.stems(one.outcome) <= held for held in stems)
    )


def recount(draft: Answer, search: SearchAccount) -> Answer:
    """The draft with another search account, and what stands of the search and of the references written anew."""
    written = {
        "search": _navigation("search", "How this was searched", _searched(search, draft.engine.depth)),
        **({"references": _counted(draft.references)} if draft.references else {}),
    }
    made = tuple(_rewritten(s, written[s.id]) if s.id in written else s for s in draft.sections)
    return msgspec.structs.replace(draft, search=search, sections=made)


def _navigation(section_id: str, name: str, texts: Iterable[str]) -> Section:
    statements = tuple(
        Statement(id=f"{section_id}.{n}", text=wording.sentence(text), kind=Kind.NAVIGATION)
        for n, text in enumerate(texts, 1)
        if text
    )
    return Section(section_id, name, statements)


def _counted(numbered: Sequence[Reference]) -> Section:
    """How many sources are cited."""
    said = f"Sources are numbered in the order of their first citation: {len(numbered)} cited"
    return _navigation("references", "References", [said])


def _rewritten(old: Section, new: Section) -> Section:
    """The new section, each of its statements with the verdict that stands on the old one."""
    held = {s.id: s for s in old.statements}
    made = (msgspec.structs.replace(held[s.id], text=s.text) if s.id in held else s for s in new.statements)
    return msgspec.structs.replace(new, statements=tuple(made))


_MARKS: Final = str.maketrans("\u201c\u201d", "''")
"""Quotation marks within what is quoted: words of a query are never the article's own."""


def _searched(search: SearchAccount, at: Depth) -> list[str]:
    """What was searched, how, and what came of it; the words of each query at full depth."""
    if at is Depth.FULL and search.queries:
        asked = "Queries: " + "; ".join("\u201c" + query.translate(_MARKS) + "\u201d" for query in search.queries)
    else:
        asked = f"Searched by {search.asked_in_short}" if search.queries else ""
    services = "; ".join(search.services) if search.services else "Online sources were not asked"
    return [
        f"{search.library}, {search.records} records, searched on {search.as_of}: {search.considered} considered, "
        f"{len(search.included)} used, {len(search.excluded)} left out",
        asked,
        services,
    ]
