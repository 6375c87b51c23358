"""The parts of an article as this reader sees them: their order, their lines with citations and verdicts, the words
that are explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from string import ascii_lowercase
from typing import Final

from probatum.apply.composing.depth import FURTHER
from probatum.apply.composing.repetition import ABOVE
from probatum.apply.plainly.plain import INDIRECT
from probatum.apply.replies.danger import ALARMS
from probatum.model import Answer, Kind, Reader, Section, Span, Statement, Verdict
from probatum.publish import again, needed, pointing, silent, warned
from probatum.publish.readers import EASY_TITLES, ordered
from probatum.publish.signposts import call_for_help, to_ask, untold
from probatum.publish.silent import NOT_SO, UNSAID
from probatum.publish.steps import next_steps
from probatum.publish.summarised import unmarked
from probatum.publish.teaching import to_say, why
from probatum.text.expressions import expression
from probatum.vocabulary.glossary import EMPTY, Entry, printed

TITLES: Final[dict[str, str]] = {
    "bottom_line": "Bottom line",
    "evidence": "What the evidence shows",
    "dosing": "Dosing",
    "safety": "Safety",
    "adverse_effects": "Adverse effects",
    "monitoring": "Monitoring",
    "alternatives": "Alternatives",
    "algorithm": "Clinical algorithm",
    "evidence_gaps": "Evidence gaps",
    "conclusion": "Conclusion",
    "references": "References",
    "search": "How this was searched",
    "disclaimer": "Disclaimer",
    "review": "Review status",
}
"""Section ids in the order of an article, with the titles used when an answer brings none."""

REPLY: Final = "reply"
"""The section that answers a follow-up itself; it stands before all others."""
JUDGEMENT: Final = "clinical judgement"
"""Name under which a clinician who vouches for a sentence stands among its checks; readers see who it is."""
TAIL: Final = ("references", "search", "disclaimer", "review")
"""Sections printed from the answer's own data."""
WORDS: Final = "words"
"""The part that explains the technical words of a page, for readers who want that."""
EXPLAINED: Final = frozenset({Reader.PATIENT, Reader.CARER, Reader.STUDENT})
"""Readers for whom the technical words of a page are explained."""

NOT_FOUND: Final = "We looked for studies that answer this. We found none."
"""What the short answer says in plain words where a search found nothing."""
UNTOLD: Final = "untold"
"""The part of a plain page that says which sections have nothing to show, and why."""
_STEP = expression(r"\.(\d{1,4})([a-z]{0,4})$")
_HIDDEN = expression("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def visible(text: str) -> str:
    """`text` with control, direction-override and internal characters shown as U+FFFD, so that offsets still hold.

    A source may carry an escape sequence or an override that would make a terminal or page show something else than
    it says.
    """
    return _HIDDEN.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of one statement: its reference number (0 when the answer lists none) and the characters."""

    number: int
    record: str
    spans: tuple[Span, ...]

    @property
    def label(self) -> str:
        """What stands in the brackets."""
        return str(self.number) if self.number else visible(self.record)


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as this reader sees it."""

    statement: Statement
    words: str
    citations: tuple[Citation, ...]
    verdict: str
    """Empty when the statement may be printed bare."""
    directness: str
    step: str
    """`2` or `2a` in the algorithm, else empty."""

    @property
    def branch(self) -> bool:
        """True for a branch of a numbered step."""
        return self.step[-1:].isalpha()


@dataclass(frozen=True, slots=True)
class Part:
    """One section as this reader sees it."""

    id: str
    title: str
    lines: tuple[Line, ...]
    empty: str
    entries: tuple[Entry, ...] = ()
    """What technical words mean: of the part `words` alone."""
    notes: tuple[str, ...] = ()
    """Signposts that assert nothing about medicine: of `next`, `help` and `ask` for patients and carers, of `why` for
    students. Of `teach`, for nurses: plain words of statements that stand on the page with their proof."""


def parts(answer: Answer) -> tuple[Part, ...]:
    """The sections in this reader's order, each exactly once; sections of other names stand before the tail. On a plain
    page those with nothing to show are told of together."""
    given: dict[str, Section] = {}
    for section in answer.sections:
        given.setdefault(section.id, section)
    body = [name for name in TITLES if name not in TAIL and name in given]
    first = [REPLY] if REPLY in given else []
    other = [name for name in given if name not in TITLES and name not in first]
    made = tuple(_part(answer, given.get(name), name) for name in ordered((*first, *body, *other), answer.reader))
    if answer.reader.plain and not answer.question.choices:
        made = _guided(answer, given, made)
    elif not answer.reader.plain:
        made = _gathered(made)
    made = _taught(answer, made)
    tail = tuple(_part(answer, given.get(name), name) for name in TAIL)
    return (*made, *_words(answer, made), *tail)


def left_out(answer: Answer, shown: tuple[Part, ...]) -> Part:
    """The statements of an answer that stand in none of the parts shown: pages for other readers, or at other lengths,
    show them. Whoever signs the answer signs these too."""
    told = {line.statement.id for part in shown for line in part.lines}
    numbers = {reference.record: reference.number for reference in reversed(answer.references)}
    rest = [(section.id, s) for section in answer.sections for s in section.statements if s.id not in told]
    plain = answer.reader.plain
    lines = tuple(_line(s, name, at, plain, numbers) for at, (name, s) in enumerate(rest, 1))
    return Part("left-out", "On pages for other readers alone", lines, "")


def paragraphs(part: Part) -> tuple[tuple[Line, ...], ...]:
    """The lines of a part, those together that are sentences of one paragraph: `evidence.2`, `evidence.2a` ... Steps of
    an algorithm and their branches stand each by itself."""
    if part.id == "algorithm":
        return tuple((line,) for line in part.lines)
    numbered = groupby(part.lines, lambda line: line.statement.id.rstrip(ascii_lowercase))
    return tuple(tuple(lines) for _, lines in numbered)


def _gathered(made: tuple[Part, ...]) -> tuple[Part, ...]:
    """A page for professionals: sections with nothing to tell are told of in one part, behind the others."""
    bare = [part for part in made if not part.lines and not part.notes and part.id in silent.MAY_BE_SILENT]
    if len(bare) < silent.FEWEST:
        return made
    said = silent.together([(part.title, part.empty) for part in bare])
    return (*(part for part in made if part not in bare), Part(UNTOLD, "Not found", (), said))


_SAID: Final = ("conclusion",)
"""Parts that say again what the short answer says."""
_LEADS: Final = (REPLY, "bottom_line")
"""Parts that stand by themselves on a plain page even when they are empty."""


def _guided(answer: Answer, given: dict[str, Section], made: tuple[Part, ...]) -> tuple[Part, ...]:
    """A plain page: what to do behind the short answer; behind the rest when to call, what to ask, what is not told."""
    shown = _pointed(_introduced([part for part in made if part.lines or part.id in _LEADS]))
    at = next((n for n, part in enumerate(shown) if part.id not in _LEADS and not part.id.startswith("part_")), None)
    at = len(shown) if at is None else at
    help_at_once = tuple(map(visible, call_for_help(answer)))
    now = "What to do now" if answer.question.danger in ALARMS else "What to do next"
    steps = Part("next", now, (), "", notes=tuple(map(visible, next_steps(answer, help_at_once))))
    asked = tuple(one for one in to_ask(answer) if not any(f"“{one}”" in step for step in steps.notes))
    signs = (
        Part("help", "Call for help at once if", (), "", notes=help_at_once),
        Part("ask", "Questions to ask", (), "", notes=asked),
        _untold(answer, given, [part for part in made if not part.lines and part.id not in _LEADS]),
    )
    kept = (part for part in (steps, *shown[at:], *signs) if part.notes or part.lines or part.empty)
    return (*shown[:at], *kept)


_TAUGHT: Final = {
    Reader.NURSE: ("monitoring", "teach", "What to say to the patient", to_say),
    Reader.STUDENT: ("evidence", "why", "Why it is graded so", why),
}
"""For some readers, a part more: behind which section it stands, its name, its title, and what fills it."""


def _taught(answer: Answer, made: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, with what a nurse can say to the patient, or why a student finds the evidence graded as it is."""
    behind, name, title, fill = _TAUGHT.get(answer.reader, ("", "", "", to_say))
    notes = tuple(map(visible, fill(answer))) if name and not answer.question.choices else ()
    if not notes:
        return made
    at = next((n + 1 for n, part in enumerate(made) if part.id == behind), len(made))
    return (*made[:at], Part(name, title, (), "", notes=notes), *made[at:])


def _introduced(shown: list[Part]) -> list[Part]:
    """The parts with each study introduced where it is first told of, and no warning of the short answer said again."""
    met: set[tuple[str, str]] = set()

    def retold(line: Line) -> Line:
        return replace(line, words=again.retold(line.words, tuple(c.record for c in line.citations), met))

    made = [replace(part, lines=tuple(retold(line) for line in part.lines)) for part in shown]
    told = [line.words for part in made if part.id in _LEADS for line in part.lines]
    once = [part if part.id in _LEADS else replace(part, lines=_not_again(part.lines, told)) for part in made]
    return [part for part in once if part.lines or part.id in _LEADS]


def _pointed(shown: list[Part]) -> list[Part]:
    """The parts with no step of the path that points to what none of them tells."""
    told = [(part.id, [line.words for line in part.lines]) for part in shown]
    return [
        part
        if part.id != "algorithm"
        else replace(part, lines=tuple(replace(one, words=pointing.held(one.words, told)) for one in part.lines))
        for part in shown
    ]


def _not_again(lines: tuple[Line, ...], told: Sequence[str]) -> tuple[Line, ...]:
    """The lines without what was told before, and without those of which nothing is left."""
    made = (replace(line, words=warned.once(line.words, told)) for line in lines)
    return tuple(line for line in made if line.words)


def _untold(answer: Answer, given: dict[str, Section], silent: list[Part]) -> Part:
    """Which sections show nothing: those without anything to tell, and those that are for professionals."""
    sections = [(part, given[part.id]) for part in silent if part.id in given]
    left = [
        p.title for p, of in sections if any(s.kind is not Kind.ABSENCE for s in of.statements) and p.id not in _SAID
    ]
    longer = [of.id for _, of in sections if of.empty == FURTHER]
    bare = [
        of.id
        for part, of in sections
        if part.title not in left and of.empty not in (FURTHER, ABOVE) and not of.empty.startswith(NOT_SO)
    ]
    return Part(UNTOLD, "What this page does not tell you", (), visible(untold(answer, bare, left, longer)))


def _words(answer: Answer, shown: tuple[Part, ...]) -> tuple[Part, ...]:
    """The part that explains the technical words of those parts and of the question as read; none where no word is."""
    if answer.reader not in EXPLAINED:
        return ()
    shown_words = [answer.question.read, *(c.outcome for c in answer.certainty)]
    shown_words += [words for part in shown for words in (part.empty, *(line.words for line in part.lines))]
    telling = {e for words in shown_words for e in printed(words) if e.meaning != EMPTY}
    most = needed.MOST if answer.reader.plain else needed.MOST_LEARNT
    telling = set(needed.chosen(telling, [(p.id, [line.words for line in p.lines]) for p in shown], most))
    named: dict[str, list[str]] = {}
    for entry in sorted(telling, key=lambda e: e.term.casefold()):
        terms = named.setdefault(entry.meaning, [])
        if entry.term.casefold() not in map(str.casefold, terms):
            terms.append(entry.term)
    rows = ((", ".join(some), meaning) for meaning, terms in named.items() for some in _few(terms))
    ordered = tuple(Entry(*row) for row in sorted(rows, key=lambda row: row[0].casefold()))
    return (Part(WORDS, "Words used here", (), "", ordered),) if ordered else ()


def _few(terms: list[str]) -> list[list[str]]:
    """Terms of one meaning in rows that are short enough to leave room for it."""
    rows: list[list[str]] = []
    for term in terms:
        if rows and len(", ".join((*rows[-1], term))) <= _ROW:
            rows[-1].append(term)
        else:
            rows.append([term])
    return rows


_ROW: Final = 32
"""Characters of terms in one row."""


def _part(answer: Answer, section: Section | None, name: str) -> Part:
    if section is None:
        return Part(name, TITLES[name], (), "")
    plain = answer.reader.plain
    alarmed = plain and answer.question.danger in ALARMS
    shown = tuple(
        s for s in section.statements if not (plain and s.level > 0) and not (alarmed and s.kind is Kind.ABSENCE)
    )
    empty = visible(section.empty)
    if plain and empty.startswith("Searched "):
        empty = NOT_FOUND
    if name in TAIL:  # its words are the answer's own data, printed from there
        shown, empty = tuple(s for s in shown if s.kind.asserts), ""
    if not shown and not empty and name not in TAIL:
        empty = UNSAID
    numbers = {reference.record: reference.number for reference in reversed(answer.references)}
    lines = tuple(_line(s, name, at, plain, numbers) for at, s in enumerate(shown, 1))
    title = EASY_TITLES.get(name, "") if plain else ""
    return Part(name, title or visible(section.title) or TITLES.get(name, name), lines, empty)


def _line(statement: Statement, section: str, at: int, plain: bool, numbers: dict[str, int]) -> Line:
    words = visible(unmarked((statement.plain if plain else "") or statement.text, statement))
    directness = visible(statement.directness)
    if directness.rstrip(".").casefold() in words.casefold() or (plain and f"({INDIRECT}: " in words):
        directness = ""
    return Line(
        statement=statement,
        words=words,
        citations=citations(statement, numbers),
        verdict=verdict_words(statement),
        directness=directness,
        step=_step(statement.id, at) if section == "algorithm" else "",
    )


def _step(statement_id: str, at: int) -> str:
    found = _STEP.search(statement_id)
    return "".join(found.groups()) if found else str(at)


def citations(statement: Statement, numbers: dict[str, int]) -> tuple[Citation, ...]:
    """The sources of a statement by reference number; sources without a number come last."""
    by_record: dict[str, list[Span]] = {}
    for span in statement.supports:
        spans = by_record.setdefault(span.record, [])
        if span not in spans:
            spans.append(span)
    made = [Citation(numbers.get(record, 0), record, tuple(spans)) for record, spans in by_record.items()]
    return tuple(sorted(made, key=lambda c: (c.number == 0, c.number)))


def verdict_words(statement: Statement) -> str:
    """The verdict in words, or nothing: only `supported` is printed bare, and words that assert nothing need none."""
    if statement.verdict is Verdict.SUPPORTED:
        return ""
    if statement.verdict is Verdict.NOT_CHECKED and not statement.kind.asserts:
        return ""
    judged = next((c.answered_by for c in statement.checks if c.check == JUDGEMENT), "")
    return f"clinical judgement of {visible(judged)}" if judged else statement.verdict.value
