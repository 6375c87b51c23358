"""Compose: sections, evidence table and numbered references become a draft answer, before any check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import completing, depth, easing, own_words, part, repetition, silence, wording
from probatum.apply.context import Context
from probatum.apply.references import references
from probatum.apply.sections import sections
from probatum.apply.sections.evidence import told_groups
from probatum.apply.table import rows
from probatum.model import (
    Answer,
    Certainty,
    Engine,
    Intent,
    Kind,
    Question,
    ReviewStatus,
    Role,
    SearchAccount,
    Section,
    Statement,
    Warning,
)
from probatum.text import words
from probatum.text.expressions import expression

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
    engine: Engine,
    before: Section | None = None,
    beside: Sequence[Context] = (),
) -> Answer:
    """The draft answer. Verdicts are not yet given: `assess` gives them. `before` is a section that stands first;
    `beside` are the other questions of the same text, each answered in a section after the bottom line."""
    first, *rest = (make(context) for make in sections().values())
    parts: list[Section] = []
    for number, other in enumerate(beside, 2):
        parts.append(part.compose(other, number, [first, *parts]))
    whole = [completing.led(first, context), *parts, *rest]
    said = repetition.once([before, *whole] if before is not None else whole)
    if context.combined:
        said = repetition.directed_once(said)
    body, shortened = depth.bounded(silence.mended(completing.completed(said, context), context), context.depth)
    body = easing.eased(own_words.told(body, context.question))
    numbered = references(part.together(context, beside), body)
    disclaimer = PLAIN_DISCLAIMER if context.reader.plain else DISCLAIMER
    status = ReviewStatus(last_updated=context.as_of, policy=POLICY)
    certainty = _told(tuple(g.certainty for g in told_groups(context) if g.certainty), body)
    tail = (
        _navigation(
            "references",
            "References",
            [f"Sources are numbered in the order of their first citation: {len(numbered)} cited"],
        )
        if numbered
        else Section("references", "References", (), f"{context.searched}: no source is cited."),
        _navigation("search", "How this was searched", _searched(context.search)),
        _navigation("disclaimer", "Disclaimer", [disclaimer]),
        _navigation(
            "review", "Review status", [status.text, status.caution, f"Last updated {status.last_updated}", POLICY]
        ),
    )
    return Answer(
        question=context.question,
        reader=context.reader,
        title=own_words.said(title(context), context.question) if context.reader.plain else title(context),
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


def title(context: Context) -> str:
    """`Mexiletine for muscle cramps in amyotrophic lateral sclerosis`, else the question as read."""
    question = context.question
    if context.ends and context.drug_like and context.named:
        return wording.upper(f"stopping {wording.join(list(context.named))}")
    if context.combined:
        return wording.upper(wording.join(context.combined))
    if context.therapeutic and context.drug_like and question.intervention:
        text = question.intervention
        if context.outcome:
            text += f" for {context.outcome}"
        if context.population and not says(context.outcome, context.population):
            text += f" in {context.population}" if context.outcome else f" for {context.population}"
        return wording.upper(text)
    return _named(context) if len(question.read) > LONGEST_TITLE or _TOLD.search(question.read) else title_of(question)


LONGEST_TITLE: Final = 70
"""Characters of a question that may be its own title."""
_TOLD: Final = expression(r"\b(?:i|my|we|our|me|he|she|his|her)\b", re.IGNORECASE)


def _named(context: Context) -> str:
    """What a long question or a story names, as a title; the question itself where it names nothing."""
    given, wanted = wording.join(list(context.named)), context.outcome
    who = wording.join(list(dict.fromkeys(c.label for c in context.question.having(Role.POPULATION))))
    text = f"{given}: {wanted}" if given and wanted else given or wanted
    if who and who not in text:
        text = f"{text} in {who}" if text else who
    return wording.upper(text) if text else title_of(context.question)


_WHO: Final = words.stems("people patients persons with")
"""Words of a population that say nothing of whom."""


def says(outcome: str, population: str) -> bool:
    """Whether an outcome names the population already: its words, or another name of the same illness."""
    own = words.stems(population) - _WHO
    if " without " in population:
        return population in outcome
    if own <= words.stems(outcome) or population in outcome:
        return bool(outcome)
    known = vocabulary.load()
    illness = population.partition(" with ")[2] or population
    one, other = (next(iter(known.lookup(name)), None) for name in (illness, outcome))
    return one is not None and other is not None and one.id == other.id


def title_of(question: Question) -> str:
    """A short question as read; of a long one what was understood, else its first words."""
    read = " ".join(question.read.split())
    if len(read) <= LONGEST_TITLE:
        return wording.upper(read)
    named = _understood(question)
    if named and len(named) <= LONGEST_TITLE:
        return wording.upper(named)
    first = read[: LONGEST_TITLE - 2].rsplit(" ", 1)[0].rstrip(",;:. ")
    return wording.upper(f"{first} …")


def _understood(question: Question) -> str:
    """`anticoagulants in people with atrial fibrillation`; the names alone where no treatment was read."""
    asked, other = question.intervention, question.comparator
    whom, wanted = question.population, question.outcome
    if not asked:
        labels = [c.label for c in question.concepts if c.semantic]
        return wording.join(tuple(dict.fromkeys(labels))[:3]) if labels else ""
    text = f"{asked} versus {other}" if other else asked
    if wanted and question.intent in (Intent.HARM, Intent.INTERACTION):
        text += f" and {wanted}"
    elif wanted:
        text += f" for {wanted}"
    return f"{text} in {whom}" if whom and not says(wanted, whom) else text


def recount(draft: Answer, search: SearchAccount) -> Answer:
    """The draft with another search account, and the section on the search written anew from it."""
    made = tuple(
        _navigation("search", "How this was searched", _searched(search)) if s.id == "search" else s
        for s in draft.sections
    )
    return msgspec.structs.replace(draft, search=search, sections=made)


def _navigation(section_id: str, name: str, texts: Iterable[str]) -> Section:
    statements = tuple(
        Statement(id=f"{section_id}.{n}", text=wording.sentence(text), kind=Kind.NAVIGATION)
        for n, text in enumerate(texts, 1)
        if text
    )
    return Section(section_id, name, statements)


_MARKS: Final = str.maketrans("\u201c\u201d", "''")
"""Quotation marks within what is quoted: words of a query are never the article's own."""


def _searched(search: SearchAccount) -> list[str]:
    asked = "; ".join("\u201c" + query.translate(_MARKS) + "\u201d" for query in search.queries)
    services = "; ".join(search.services) if search.services else "Online sources were not asked"
    return [
        f"{search.library}, {search.records} records, searched on {search.as_of}: {search.considered} considered, "
        f"{len(search.included)} used, {len(search.excluded)} left out",
        f"Queries: {asked}" if asked else "",
        services,
    ]
