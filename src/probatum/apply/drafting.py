"""Drafting: statements with running identifiers, and the statements every section makes alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from string import ascii_lowercase
from typing import Final

import msgspec

from probatum.apply import naming, wording
from probatum.apply.context import Context
from probatum.apply.evidence import own_trial
from probatum.apply.labels import listed
from probatum.apply.labels.totals import with_totals
from probatum.apply.plainly import plain as plainly
from probatum.apply.quoted.misclaims import contradicted, misclaimed
from probatum.model import (
    Appraisal,
    Calculation,
    Directive,
    DirectiveAction,
    Kind,
    RecordKind,
    RecordStatus,
    Section,
    Span,
    Statement,
)
from probatum.text.expressions import expression
from probatum.text.people import people_in


def _superseded(supports: Iterable[Span]) -> str:
    """The years of the sources that have been superseded, as `2013` or `2013 and 2016`; empty where none has."""
    years = {str(s.source.year or "an unknown year") for s in supports if s.source.status is RecordStatus.SUPERSEDED}
    return wording.join(sorted(years))


def letters(n: int) -> str:
    """Nothing, `a`, `b` ... `z`, `za`: what tells the sentences of one paragraph apart."""
    return "" if n == 0 else "z" * ((n - 1) // 26) + ascii_lowercase[(n - 1) % 26]


class Draft:
    """Collects the statements of one section and numbers them; identical sentences are kept once."""

    def __init__(self, section_id: str, title: str) -> None:
        self.id = section_id
        self.title = title
        self._statements: list[Statement] = []
        self._texts: set[str] = set()
        self.layer = 0
        """Layer of what is added from now on: 1 is shown at full depth only."""
        self._paragraph: tuple[int, int] | None = None
        """Number of the paragraph that is written, and how many sentences it has."""

    def add(
        self,
        text: str,
        kind: Kind,
        supports: Iterable[Span] = (),
        *,
        plain: str = "",
        closing: str = "",
        calculation: Iterable[Calculation] = (),
        directness: str = "",
        number: str = "",
        level: int = 0,
        layer: int | None = None,
        kept: bool = False,
    ) -> None:
        """Add one sentence unless the section already says it. That a source has a newer edition is said with it;
        `closing` is a sentence of its own that the plain words end with; `kept`, it stays whatever the length."""
        supports = tuple(dict.fromkeys(supports))
        if (years := _superseded(supports)) and "supersed" not in text.lower():
            easy_note = f"this is the edition of {years}; there is a newer one"
            text, plain = f"{text} (edition of {years}, superseded since)", f"{plain or text} ({easy_note})"
        said = wording.sentence(f"{text} (indirect: {directness})" if directness else text)
        easy = plainly.easy(plain or text)
        easy = plainly.beside(easy, f"({plainly.INDIRECT}: {directness})") if directness else easy
        easy = plainly.noted(easy)
        easy = f"{wording.sentence(easy)} {closing}" if closing else easy
        if said in self._texts:
            return
        self._texts.add(said)
        self._statements.append(
            Statement(
                id=f"{self.id}.{number or self._next()}",
                text=said,
                kind=kind,
                supports=supports,
                calculation=tuple(calculation),
                directness=directness,
                plain=easy if (easy := wording.sentence(easy)) != said else "",
                level=1 if self.id in plainly.FOR_PROFESSIONALS else level,
                layer=self.layer if layer is None else layer,
                kept=kept,
            )
        )

    @contextmanager
    def paragraph(self) -> Iterator[None]:
        """What is added within is one paragraph: its sentences share a number and are told apart by letters."""
        self._paragraph = (self._numbered + 1, 0)
        yield
        self._paragraph = None

    @property
    def _numbered(self) -> int:
        """The highest number so far: what was put in between may stand before lower ones, and no id is given twice."""
        return max((int(s.id.rpartition(".")[2].rstrip(ascii_lowercase) or 0) for s in self._statements), default=0)

    def _next(self) -> str:
        if self._paragraph is None:
            return str(self._numbered + 1)
        number, sentences = self._paragraph
        self._paragraph = (number, sentences + 1)
        return f"{number}{letters(sentences)}"

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What was added so far."""
        return tuple(self._statements)

    def put(self, statements: Iterable[Statement]) -> None:
        """These statements in place of those added so far."""
        self._statements[:] = statements

    def open_with(self, ahead: Iterable[Statement]) -> None:
        """These statements ahead of those added so far, numbered anew."""
        every = (*ahead, *self._statements)
        self.put(msgspec.structs.replace(s, id=f"{self.id}.{n}") for n, s in enumerate(every, 1))

    @property
    def words(self) -> int:
        """Words so far, of what is shown at every depth."""
        return sum(len(s.text.split()) for s in self._statements if not s.layer)

    def __len__(self) -> int:
        return len(self._statements)

    def section(self, empty: str) -> Section:
        """The section; `empty` is what it says when nothing was added."""
        return Section(self.id, self.title, tuple(self._statements), "" if self._statements else empty)


NEAREST: Final = "nearest"
"""How what does not answer, but is nearest to it, begins."""


def quote(
    draft: Draft,
    appraisal: Appraisal,
    span: Span,
    verb: str = "reports",
    *,
    again: bool = False,
    opening: str = "",
    directness: str = "",
) -> None:
    """Quote one sentence of a source in quotation marks, said whose it is; a wrong claim of significance is said. In
    plain words it is retold, but for pages that were written for everybody.

    `directness` says how the source differs where its appraisal does not."""
    span = _unheaded(span)
    again = again and not appraisal.study.further
    appraisal = own_trial.appraised(appraisal, (span,))
    lead, lead_spans = naming.lead(appraisal, verb, again=again)
    words_ = " ".join(span.quote.split())
    lead = f"{opening}: {lead}" if opening else lead
    stands = f" ({said})" if (said := standing_said(appraisal)) else ""
    after = f"{misclaimed(words_, appraisal.study.alpha) or contradicted(span, appraisal)}{stands}"
    text = f"{lead} {verb}: “{words_}”{after}"
    easy = naming.plainly(appraisal, words_, verb, again=again, opening=opening, after=after)
    hard = plainly.is_hard(span)
    draft.add(
        text,
        Kind.QUOTED,
        (span, *lead_spans),
        directness=directness or appraisal.directness.note,
        plain=easy,
        # A dose is every reader's, and where nothing answers, what is nearest is all that there is.
        level=1 if draft.id not in ("bottom_line", "dosing") and hard and not opening.startswith(NEAREST) else 0,
    )


_HEADING: Final = expression(
    r"(?:BACKGROUND|OBJECTIVES?|AIMS?|PURPOSE|METHODS?|RESULTS?|FINDINGS|CONCLUSIONS?|INTERPRETATION|DISCUSSION"
    r"|MAIN RESULTS|(?:AUTHORS?|REVIEWERS?)['’]S? CONCLUSIONS|(?:REVIEWER|AUTHOR)['’]S CONCLUSIONS"
    r"|SETTING|DESIGN|SIGNIFICANCE|RELEVANCE)(?: AND [A-Z]+)*(?::\s*|\s+)(?=[A-Z0-9])"
    r"|(?:Background|Objectives?|Aims?|Purpose|Methods(?: and Results)?|Results|Findings|Conclusions?|Interpretation)"
    r"(?::\s*|\s+)(?=[A-Z0-9])"
)
"""A heading that runs into the sentence behind it."""


def _unheaded(span: Span) -> Span:
    """The span without a heading that its source runs into its first sentence."""
    found = _HEADING.match(span.quote)
    return Span(span.source, span.section, span.start + found.end(), span.end) if found else span


CALLED: Final = {"GB": "UK"}
"""How a country is called whose code is not its name."""


def source_name(appraisal: Appraisal) -> str:
    """How a directive's source is named: `US label of mexiletine`, `NICE, UK, 2016`."""
    record = appraisal.record
    where = [w for w in (_short(record.issuer or record.journal),) if w]
    country = CALLED.get(record.country, record.country)
    if record.kind is RecordKind.LABEL:
        drug = next((d.drug for d in appraisal.directives if d.drug), "")
        return f"{country} label{f' of {drug}' if drug else ''}".strip()
    details = [d for d in (country, record.date[:4] or (str(record.year) if record.year else "")) if d]
    name = where[0] if where else record.title
    return f"{name}{', ' if details else ''}{', '.join(details)}"


def _short(issuer: str) -> str:
    """`NICE` of `National Institute for Health and Care Excellence (NICE)`."""
    found = re.search(r"\(([A-Z][A-Za-z]{1,9})\)", issuer)
    return found[1] if found else issuer


def directive(draft: Draft, appraisal: Appraisal, item: Directive, lead: str, plain: str = "") -> None:
    """State one directive after a lead such as `Contraindicated`; the source is named with its country and date."""
    directives(draft, ((appraisal, item),), lead, plain)


def directives(
    draft: Draft,
    rows: Iterable[tuple[Appraisal, Directive]],
    lead: str,
    plain: str = "",
    *,
    first: int = 0,
    needed: Callable[[Directive], int] | None = None,
    then: str = "",
) -> None:
    """State directives of one sort, one sentence a source: `Caution (US label): seizures; liver disease`.

    `plain` is the lead in plain words. With `first`, so many of each source stand in its first sentence and the others
    in one that only full depth shows. `needed` ranks them (0 needed, 1 useful, 2 beside): what is needed stands in a
    sentence of its own that no length moves, and what is beside the question at full depth; `then` leads what is not
    needed.
    """
    sources: dict[str, tuple[Appraisal, list[Directive]]] = {}
    for appraisal, item in rows:
        sources.setdefault(appraisal.record.id, (appraisal, []))[1].append(item)
    for appraisal, items in sources.values():
        for part, layer, kept in _ranked(items, first, needed):
            leads = (then, "") if then and not kept else (lead, plain)
            _direct(draft, appraisal, part, leads, layer=layer, kept=kept)


def _ranked(
    items: Sequence[Directive], first: int, needed: Callable[[Directive], int] | None
) -> Iterator[tuple[list[Directive], int | None, bool]]:
    """Parts of the directives of one source, each with its layer and whether it stays whatever the length."""
    if needed is None:
        cut = first or len(items)
        yield from ((list(items[:cut]), None, False), (list(items[cut:]), 1, False))
        return
    held = [[item for item in items if needed(item) == rank] for rank in range(3)]
    room = max(0, first - len(held[0])) if first else len(held[1])
    yield held[0], None, True
    yield held[1][:room], None, False
    yield [*held[1][room:], *held[2]], 1, False


def _direct(
    draft: Draft,
    appraisal: Appraisal,
    items: Sequence[Directive],
    leads: tuple[str, str],
    *,
    layer: int | None,
    kept: bool,
) -> None:
    """One sentence that tells directives of one source."""
    lead, plain = leads
    name = source_name(appraisal)
    made = [_directed(item) for item in items]
    sums = [one for _, added in made for one in added]
    told_items = list(dict.fromkeys(text for text, _ in made))
    if said := "; ".join(told_items):
        easy = listed.directed(plain or lead, name, told_items)
        text = f"{lead} ({name}): {said}"
        spans = [item.span for item in items]
        draft.add(text, Kind.DIRECTIVE, spans, plain=easy, calculation=sums, layer=layer, kept=kept)


def _directed(item: Directive) -> tuple[str, tuple[Calculation, ...]]:
    """What is directed, and for whom where only the heading it stands under says so: `children: 10 mg daily`. Doses
    that are given several times a day come with what that makes."""
    text = wording.lower(item.text.rstrip(". "))
    sums: tuple[Calculation, ...] = ()
    if item.action in (DirectiveAction.DOSE, DirectiveAction.RECOMMENDED):
        text, sums = with_totals(text)
    return (f"{item.population}: {text}" if item.population and not people_in(item.text) else text), sums


NO_TREATMENT: Final = (
    "Not told here: what is asked about is not known by name as a treatment, so no source could be matched to it."
)
NO_DRUG: Final = "Does not apply: no drug that the vocabulary knows is asked about."
"""What a section says that has no place in the answer."""


def nothing(context: Context, what: str) -> str:
    """What an empty section says: what was searched and when, and that nothing was found."""
    return f"{context.searched} for {what}: nothing found."


def standing_said(appraisal: Appraisal) -> str:
    """Words to add after a source whose standing is not plain, else empty."""
    status = appraisal.record.status
    if status is RecordStatus.CONCERN:
        return "expression of concern published"
    if status is RecordStatus.SUPERSEDED:
        return "superseded by a newer version"
    return ""
