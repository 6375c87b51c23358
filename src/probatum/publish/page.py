"""What every format prints, whatever it looks like: parts in order, citation numbers, verdicts, the search account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from probatum.apply.plainly import own_words
from probatum.model import (
    Answer,
    Certainty,
    CertaintyStep,
    Depth,
    EvidenceRow,
    Level,
    Pooled,
    Question,
    Reader,
    Record,
    Reference,
    SearchAccount,
    Span,
)
from probatum.publish import person
from probatum.publish.parts import REPLY as REPLY
from probatum.publish.parts import TAIL as TAIL
from probatum.publish.parts import TITLES as TITLES
from probatum.publish.parts import WORDS as WORDS
from probatum.publish.parts import Citation as Citation
from probatum.publish.parts import Line as Line
from probatum.publish.parts import Part as Part
from probatum.publish.parts import citations as citations
from probatum.publish.parts import left_out as left_out
from probatum.publish.parts import paragraphs as paragraphs
from probatum.publish.parts import parts as parts
from probatum.publish.parts import verdict_words as verdict_words
from probatum.publish.parts import visible as visible
from probatum.text import identifiers
from probatum.text.expressions import expression

_LEAD = expression(r"[A-Z][^\s:.,;]*(?: [^\s:.,;]+){0,3}:(?= [^\s“\"])")
_CONDITION = expression(r"[^:]{2,120}:(?= \S)")
_WEB = expression(r"https?://[^\s<>\"'`\\]+")
_LABELS: Final = {"pmid": "PMID ", "doi": "doi:", "setid": "SetID "}
"""What is printed before an identifier whose value does not say what it is."""
EVIDENCE_HEAD: Final = ("Study", "Outcome", "Arms", "Result", "Test")
"""Columns of the evidence table."""
_SAFE_ID = expression(r"[A-Za-z0-9./:;()_<>-]+")


def readings(question: Question) -> tuple[tuple[str, str, str, str], ...]:
    """Every correction and assumption: sort, from (empty when the question said nothing), to, why."""
    return tuple(
        (visible(a.what), visible(a.from_).strip(), visible(a.to), visible(a.why).rstrip("."))
        for a in question.assumptions
    )


def read_as(answer: Answer) -> str:
    """The question as read; on a plain page with the asker's own names."""
    return visible(own_words.as_asked(answer.question) if answer.reader.plain else answer.question.read)


def pico(answer: Answer) -> tuple[tuple[str, str], ...]:
    """The parts of the question that were understood, named as the reader names them."""
    return understood(answer.question, plain=answer.reader.plain)


def understood(question: Question, *, plain: bool) -> tuple[tuple[str, str], ...]:
    """The same of a question that is not answered yet."""
    named = (
        ("Told of the person" if plain else "Told of the patient", person.told(question.patient, question.population)),
        ("People" if plain else "Population", question.population),
        ("Treatment" if plain else "Intervention", question.intervention),
        ("Compared with" if plain else "Comparator", question.comparator),
        ("Result" if plain else "Outcome", question.outcome),
    )
    return tuple((name, visible(words)) for name, words in named if words)


def certainty_title(answer: Answer) -> str:
    """Heading of the certainties."""
    return "How sure we can be (GRADE)" if answer.reader.plain else "Certainty of the evidence (GRADE)"


def evidence(answer: Answer) -> tuple[EvidenceRow, ...]:
    """Rows of the evidence table. None in plain words: its figures stand in the sentences above it."""
    return () if answer.reader.plain else answer.evidence


def pooled(answer: Answer) -> tuple[Pooled, ...]:
    """Results to draw as plots or to set as tables. None in plain words."""
    return () if answer.reader.plain else answer.pooled


LEVELS: Final[dict[Level, int]] = {Level.HIGH: 4, Level.MODERATE: 3, Level.LOW: 2, Level.VERY_LOW: 1}
"""Marks out of four, as GRADE prints them."""


def marks(level: Level) -> str:
    """GRADE's four marks: `⊕⊕○○` for low."""
    return "⊕" * LEVELS[level] + "○" * (4 - LEVELS[level])


def step_words(step: CertaintyStep) -> str:
    """One GRADE step: `imprecision −1: 120 people`."""
    change = "" if step.change == 0 else f" {'+' if step.change > 0 else '−'}{abs(step.change)}"
    return f"{step.domain.value}{change}: {visible(step.reason).rstrip('.')}"


def certainty_words(certainty: Certainty) -> str:
    """`number of cramps: low ⊕⊕○○`."""
    return f"{visible(certainty.outcome)}: {certainty.level.value} {marks(certainty.level)}"


def step_lines(answer: Answer, certainty: Certainty) -> tuple[str, ...]:
    """The steps of a certainty, unless a statement of the article already tells them."""
    told = f"certainty for {certainty.outcome}:".casefold()
    if any(told in statement.text.casefold() for statement in answer.statements):
        return ()
    return tuple(step_words(step) for step in certainty.steps)


def listed(answer: Answer) -> tuple[Reference, ...]:
    """The references that the page lists: on a plain page those that a sentence on it rests on, with their numbers;
    what stands behind the steps for professionals is left out with these."""
    if not answer.reader.plain:
        return answer.references
    cited = {c.record for part in parts(answer) for line in part.lines for c in line.citations}
    cited |= {span.record for certainty in answer.certainty for step in certainty.steps for span in step.spans}
    return tuple(reference for reference in answer.references if reference.record in cited)


def reference_notes(reference: Reference, pages: str = "") -> str:
    """Design, n and status of a reference, the pages cited, and whether its text is a summary."""
    notes = [reference.design, f"n = {reference.n:,}" if reference.n is not None else "n not reported"]
    if reference.n is None and reference.design in {"guideline", "drug label", "registry entry", "narrative review"}:
        notes.pop()
    notes.append(reference.status)
    if pages:
        notes.append(f"cited from {pages}")
    if reference.summary:
        notes.append("read as Probatum's own summary")
    return visible("; ".join(note for note in notes if note))


def web(url: str) -> str:
    """`url` when it is a plain web address, else nothing: a link may come from a hostile record."""
    return url if _WEB.fullmatch(url) else ""


def links(reference: Reference, record: Record | None) -> tuple[tuple[str, str], ...]:
    """Label and address of a reference: its own URL, then its identifiers with a public resolver."""
    made: dict[str, str] = {}
    for identifier in record.identifiers if record is not None else ():
        address = identifiers.ADDRESSES.get(identifier.namespace)
        if address is not None and _SAFE_ID.fullmatch(identifier.value):
            label = f"{_LABELS.get(identifier.namespace, '')}{identifier.value}"
            made.setdefault(web(address.format(identifier.value)), label)
    own = web(reference.url)
    if own and own not in made:
        made[own] = own
    made.pop("", None)
    return tuple((label, address) for address, label in made.items())


def sources(answer: Answer, records: Callable[[str, str | None], Record | None]) -> dict[str, Record]:
    """The records of the answer by identifier: those its characters point into, then, for references that no
    statement cites, what `records` finds (asked for the newest version)."""
    found: dict[str, Record] = {}
    for span in all_spans(answer):
        found.setdefault(span.record, span.source)
    for reference in answer.references:
        if reference.record not in found:
            record = records(reference.record, None)
            if record is not None:
                found[reference.record] = record
    return found


def all_spans(answer: Answer) -> tuple[Span, ...]:
    """Every span of the answer once, in the order of reading: statements, then the steps of certainty."""
    spans = [span for statement in answer.statements for span in statement.supports]
    spans += [span for certainty in answer.certainty for step in certainty.steps for span in step.spans]
    return tuple(dict.fromkeys(spans))


def pages_of(spans: Iterable[Span]) -> str:
    """The pages on which characters stand: `p. 12`, `pp. 12, 14`; empty when their source has no pages."""
    labels = tuple(dict.fromkeys(visible(span.page) for span in spans if span.page))
    return f"p{'p' if len(labels) > 1 else ''}. {', '.join(labels)}" if labels else ""


def cited_pages(answer: Answer) -> dict[str, str]:
    """Where in each paged source the answer's statements rest: record to `p. 12`."""
    by_record: dict[str, list[Span]] = {}
    for statement in answer.statements:
        for span in statement.supports:
            by_record.setdefault(span.record, []).append(span)
    return {record: said for record, spans in by_record.items() if (said := pages_of(spans))}


def searched(answer: Answer) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """How this was searched, with the sources that the page lists as those used."""
    used = tuple(reference.record for reference in listed(answer))
    search = msgspec.structs.replace(answer.search, included=used) if answer.reader.plain else answer.search
    if answer.engine.depth is not Depth.FULL and answer.reader is not Reader.RESEARCHER:
        search = msgspec.structs.replace(search, queries=tuple(filter(None, (search.asked_in_short,))))
    return search_account(search, plain=answer.reader.plain)


def search_account(search: SearchAccount, *, plain: bool = False) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """How this was searched: label and lines, in order. In plain words the queries and identifiers are left out."""
    size = f" ({search.records:,} records)" if search.records else ""
    reasons = Counter(reason for _, reason in search.excluded)
    left_out = [f"{count:,} ({reason})" for reason, count in sorted(reasons.items(), key=lambda r: (-r[1], r[0]))]
    used = f"{len(search.included):,} records"
    if search.included and not plain:
        used += f": {', '.join(search.included)}"
    rows = [
        ("Library", (f"{search.library}{size}",)),
        ("Searched on", (search.as_of,)),
        ("Searched for", () if plain else search.queries),
        ("Considered", (f"{search.considered:,} records",)),
        ("Used", (used,)),
        ("Left out", ("; ".join(left_out) or "none",)),
        ("Online sources", ("; ".join(search.services) or "not asked",)),
    ]
    return tuple((label, tuple(visible(line) for line in lines if line)) for label, lines in rows if any(lines))


def review_lines(answer: Answer) -> tuple[str, ...]:
    """Review state, caution, last update and policy."""
    status = answer.status
    updated = f"Last updated: {status.last_updated}." if status.last_updated else ""
    lines = (status.text, status.caution, updated, status.policy, shortened(answer))
    return tuple(visible(line) for line in lines if line)


def shortened(answer: Answer) -> str:
    """What only full depth shows: `Shortened for reading: 3 further sentences on safety ...`, else nothing."""
    titles = {section.id: section.title for section in answer.sections}
    told = [f"{count} under {titles.get(name, name)}" for name, count in answer.engine.shortened]
    count = sum(count for _, count in answer.engine.shortened)
    what = "1 further sentence" if count == 1 else f"{count} further sentences"
    return f"Shortened for reading: {what} ({', '.join(told)}) at full depth." if told else ""


WITHHELD: Final = "withheld"
"""Code of the warnings that name a statement left out because a check failed."""


def notices(answer: Answer) -> tuple[str, ...]:
    """Warnings for the top of the page; those on withheld statements as one line that says where they are."""
    shown = [visible(w.text) for w in answer.warnings if w.code != WITHHELD]
    count = len(answer.warnings) - len(shown)
    if count:
        what = "1 sentence was" if count == 1 else f"{count:,} sentences were"
        shown.append(f"{what} left out because a check failed; the reasons stand at the end, under review status.")
    return tuple(shown)


def withheld(answer: Answer) -> tuple[str, ...]:
    """Why statements were left out, one line each."""
    return tuple(visible(w.text) for w in answer.warnings if w.code == WITHHELD)


def lead(line: Line) -> tuple[str, str]:
    """A sentence cut after its label, when it has one: (`Boxed warning:`, ` calbrexine may ...`).

    In a branch of the algorithm the label is the condition, however long.
    """
    found = (_CONDITION if line.branch else _LEAD).match(line.words)
    return (found[0], line.words[found.end() :]) if found else ("", line.words)


def byline(answer: Answer) -> str:
    """Who it is for, how fresh it is, and what made it."""
    updated = f" · updated {answer.status.last_updated}" if answer.status.last_updated else ""
    return visible(f"For a {answer.reader.value}{updated} · {answer.engine.name} {answer.engine.version}")


def choices(question: Question) -> tuple[str, ...]:
    """What the reader is asked to choose before anything can be answered."""
    return tuple(
        f"“{visible(c.typed)}” can mean {' or '.join(visible(o) for o in c.options)}. Ask again with the one you mean."
        for c in question.choices
    )
