"""The audit of a text: parted into sentences, its references resolved, each sentence held to what it cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, partial

from probatum.assess.audit import document as documents
from probatum.assess.audit import hidden, labelling, omissions, parting, resolving, steps
from probatum.assess.audit.attributing import find
from probatum.assess.audit.case import Cited, Whole
from probatum.assess.audit.citing import Mark
from probatum.assess.audit.deciding import about_itself, advice, decide, unasked
from probatum.assess.audit.parting import Said
from probatum.assess.audit.resolving import Kept, Resolved, Shelf
from probatum.assess.audit.source import source
from probatum.model import (
    AuditedReference,
    AuditedSentence,
    Engine,
    ReferenceState,
    Report,
    Score,
    Severity,
    Verdict,
)


def audit(raw: str, shelf: Shelf, engine: Engine, *, origin: str = "") -> Report:
    """Audit plain text or Markdown against the records of a shelf. Pure: the same text and shelf give the same report.

    Raises nothing for odd text; time is linear in its length up to the bounds of `document`, `parting` and `steps`.
    """
    return steps.within(steps.TEXT, lambda text: _audited(text, shelf, engine, origin), raw)


def _audited(raw: str, shelf: Shelf, engine: Engine, origin: str) -> Report:
    document = documents.read(raw)
    cases, resolved = read(document, shelf)
    said = [case.said for case in cases]
    references = tuple(r.reference for r in resolved.values())
    made = tuple(_judged(case, shelf) for case in cases)
    records = [r.record for r in resolved.values() if r.record is not None]
    omitted = omissions.missing(document.title, said, records, shelf)
    notes = _notes(document, said, raw, bool(document.entries))
    return Report(
        document.title, made, references, score(made, references), omitted, engine, notes, document.text, origin
    )


def read(document: documents.Document, shelf: Shelf) -> tuple[tuple[Cited, ...], dict[int, Resolved]]:
    """The sentences of a text with the records they cite, and every reference of it by its number."""
    said = parting.parted(document)
    cited = _Citations(resolving.resolve(document.entries, shelf), shelf)
    numbered = [(s, cited.of(s)) for s in said]
    resolved = cited.all
    sources = {n: source(r.record) for n, r in resolved.items() if r.record is not None}
    if isinstance(shelf, Kept):
        ready = shelf.readings([s.record for s in sources.values()])
        for held in sources.values():
            held.kept = held.kept or ready.get(held.record.id)
    listed = tuple(r.reference for r in resolved.values())
    label = lru_cache(maxsize=64)(partial(labelling.label_of, shelf=shelf))
    whole = Whole(document.title, said, tuple(sources.values()), listed, label)
    return tuple(_case(s, numbers, resolved, whole) for s, numbers in numbered), resolved


def _case(said: Said, numbers: Sequence[int], resolved: dict[int, Resolved], whole: Whole) -> Cited:
    references = [resolved[n].reference for n in numbers if n in resolved]
    unknown = [n for n in numbers if n not in resolved]
    references += [
        AuditedReference(n, "", "", ReferenceState.UNTRACEABLE, "the list has no entry of this number") for n in unknown
    ]
    records = [r for n in numbers if n in resolved and (r := resolved[n].record) is not None]
    return Cited(said, [source(r) for r in records], references, whole)


def _judged(case: Cited, shelf: Shelf) -> AuditedSentence:
    if not case.references and about_itself(case.said.section, case.said.plain):
        return unasked(case, "it speaks of the text itself")
    if not case.references and not advice(case.said.plain):
        return find(case, shelf)
    return decide(case)


class _Citations:
    """Numbers of what is cited: entries of the list, then sources cited in the text alone, in order of first
    mention."""

    def __init__(self, listed: dict[int, Resolved], shelf: Shelf) -> None:
        self.all = dict(listed)
        self.shelf = shelf
        self.own: dict[object, int] = {}
        self.bearing = {str(i): n for n, r in listed.items() if r.record for i in r.record.identifiers}

    def of(self, said: Said) -> tuple[int, ...]:
        """The numbers a sentence cites."""
        made: list[int] = []
        for mark in said.marks:
            made.extend(mark.numbers or self._named(mark, said))
        return tuple(dict.fromkeys(made))

    def _named(self, mark: Mark, said: Said) -> tuple[int, ...]:
        if mark.identifier is not None and str(mark.identifier) in self.bearing:
            return (self.bearing[str(mark.identifier)],)
        if mark.author:
            entry = self._entry(mark)
            if entry is not None:
                return (entry,)
        if mark.identifier is None and not mark.author:
            return ()
        key = mark.identifier or (mark.author, mark.year)
        if key not in self.own:
            number = max(self.all, default=0) + 1
            text = str(mark.identifier) if mark.identifier else f"{mark.author} {mark.year}"
            self.all[number] = resolving.of_mark(
                mark, number, text if mark.identifier else f"{text} {said.plain[:200]}", self.shelf
            )
            self.own[key] = number
        return (self.own[key],)

    def _entry(self, mark: Mark) -> int | None:
        for number, resolved in self.all.items():
            text = resolved.reference.text
            if mark.author.lower() in text[:60].lower() and str(mark.year) in text:
                return number
        return None


def score(made: Sequence[AuditedSentence], references: Sequence[AuditedReference]) -> Score:
    """The score card."""
    asserting = [s for s in made if s.citations or s.faulty or not (advice(s.text) or about_itself(s.section, s.text))]
    counts = Counter(s.verdict for s in asserting)
    contradicted = counts[Verdict.CONTRADICTED] + counts[Verdict.NUMBER_DIFFERS] + counts[Verdict.POPULATION_DIFFERS]
    others = counts[Verdict.PARTLY] + counts[Verdict.RETRACTED] + counts[Verdict.SUPERSEDED]
    return Score(
        sentences=len(made),
        asserting=len(asserting),
        supported=counts[Verdict.SUPPORTED],
        contradicted=contradicted,
        not_in_source=counts[Verdict.NOT_IN_SOURCE],
        other_faults=others,
        not_checked=counts[Verdict.NOT_CHECKED],
        severe=sum(s.severity is Severity.SEVERE for s in made),
        unresolved=sum(r.state is not ReferenceState.FOUND for r in references),
        share_supported=round(counts[Verdict.SUPPORTED] / len(asserting), 4) if asserting else None,
    )


def _notes(document: documents.Document, said: Sequence[Said], raw: str, listed: bool) -> tuple[str, ...]:
    notes = []
    if not listed:
        notes.append(
            "The text has no reference list. Sentences were held to what they cite in place, else to what the "
            "library holds."
        )
    if document.cut or len(said) >= parting.MOST:
        notes.append(f"The text is too long to be audited whole: {len(said):,} sentences were.")
    count = hidden.disguised(raw[: documents.LONGEST])
    if count:
        notes.append(f"The text holds {count} invisible or look-alike characters. It was read as it shows.")
    commands = hidden.commands(raw)
    if commands:
        shown = "; ".join(f"\u201c{c}\u201d" for c in commands)
        notes.append(f"The text speaks to whoever reads it by machine: {shown}. Nothing of it was followed.")
    if not said:
        notes.append("There is no sentence in the text.")
    return tuple(notes)
