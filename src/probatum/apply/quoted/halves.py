"""Halves: each thing that a question asks of a medicine besides its first one, told in the short answer or missed.

`Dose and storage of A` asks twice. What a section further down tells is told in the short answer too; what nothing
that is held tells is said to be missing, in one line, so that no half of a question is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import asked_of, onset, pharmacy_sides, swallowed
from probatum.apply.labels.label_sides import SIDES
from probatum.apply.labels.side import Side
from probatum.apply.patient import for_patient
from probatum.apply.quoted import by_part
from probatum.apply.replies import part
from probatum.apply.replies.left_out import LIMIT
from probatum.model import DirectiveAction, Kind, Section, Statement
from probatum.text import asking, doses, salts
from probatum.text import onset as soon
from probatum.text.expressions import caseless
from probatum.text.people import people_in

_SECTIONS: Final = ("bottom_line", "evidence", "dosing", "safety", "adverse_effects", "monitoring", "reply")


class Half(NamedTuple):
    """One thing that may be asked, with the section that tells it."""

    lacks: str
    """What is said to be missing: `gives a dose of {0}`."""
    asked: re.Pattern[str]
    told: re.Pattern[str]
    section: str


_HALVES: Final = (
    Half(
        "gives a dose of {0}",
        caseless(
            r"\b(?:what|which|usual|normal|recommended|starting|right|correct|maximum)\b[^?,;]{0,20}\bdos(?:e|es"
            r"|age|ing)\b"
            r"|^\W*dos(?:e|age|ing)\b(?! (?:of )?\d)|(?:\band|,|&|\+) (?:the )?(?:usual )?dos(?:e|age|ing)\b"
            r"|\bdos(?:e|age|ing) ?(?:and|&|,)"
            r"|\bhow often\b[^?]{0,30}\b(?:taken?|injected?|given?|used?|appl(?:y|ied)|dosed)\b"
        ),
        caseless(r"\d"),
        "dosing",
    ),
    Half(
        "lists side effects of {0}",
        caseless(r"\b(?:side[- ]effects?|adverse (?:effects?|reactions?|events?))\b"),
        caseless(r"\b(?:adverse|unwanted|side[- ]effects?|listed|harm)\b"),
        "adverse_effects",
    ),
    Half(
        "tells what is checked with {0}",
        caseless(r"\bmonitoring\b|\b(?:what|which) (?:blood )?tests?\b|\bwhat (?:\w+ ){0,3}(?:monitor|check)(?:ed)?\b"),
        caseless(r"\b(?:monitor\w*|checked|measured|assessed)\b"),
        "monitoring",
    ),
    Half(
        "tells how {0} works",
        caseless(
            r"\bmechanism\b|\bmode of action\b|\bhow (?:does|do) (?:it|they|[\w-]+) work\b(?! (?:with|for|in|together))"
        ),
        caseless(
            r"\b(?:mechanis\w+|inhibit(?:s|ed|ing|ion)|binds|receptors?(?! (?:blocker|antagonist|agonist))|blocks"
            r"|blockade|enzymes|synthesis|reuptake)\b|\bhow [\w ,/-]{3,60} works\b"
        ),
        "",
    ),
)
_TIMES: Final = caseless(
    r"\b(?:missed|forgot\w*|after (?:a|the|each|one|my)|last|next|first|second|per|each|every) dose\b"
)
_NO_STUDY: Final = caseless(r"\W*no (?:study of this use|source that answers this question) was found\b")
_NOT_FOUND: Final = caseless(r"\bno source that answers this question was found\b")


def added(short: Section, rest: Sequence[Section], context: Context) -> Section:
    """The short answer with a line for each thing asked that it leaves out, and one on what nothing tells."""
    if not _may(short, context):
        return short
    draft = Draft(short.id, short.title)
    draft.put(short.statements)
    below = [one for one in rest if one.id in _SECTIONS or one.id.startswith(part.SECTION)]
    others = [s for section in below for s in section.statements]
    missing = [
        *_of_sections(draft, rest, others, context),
        *_of_sides(draft, others, context),
        *_swallowed(draft, others, context),
        *_onset(draft, others, context),
    ]
    for clause in (c for c in _open_parts(rest) if not _on_life(c, (*draft.statements, *others))):
        draft.add(f"nothing held answers: {clause}", Kind.ABSENCE, plain=f"we found nothing that answers: {clause}")
    if missing:
        answered = any(_asserts(s) and (not LIMIT.match(s.text) or _of_side(s, context)) for s in draft.statements)
        said = _joined(missing)
        line = Draft(short.id, short.title)
        line.add(f"nothing held {said}", Kind.ABSENCE, plain=f"we found nothing that {said}. Ask a pharmacist")
        answered = answered or any(
            _NO_STUDY.match(s.text) for s in draft.statements
        )  # that nothing is held of it leads
        draft.put((*draft.statements, *line.statements) if answered else (*line.statements, *draft.statements))
    made = tuple(msgspec.structs.replace(s, id=f"{short.id}.{n}") for n, s in enumerate(draft.statements, 1))
    return msgspec.structs.replace(short, statements=made, empty="" if made else short.empty)


def _open_parts(rest: Sequence[Section]) -> Iterator[str]:
    """The further questions of the same text on which nothing is told, but those that are missed by name."""
    for section in rest:
        if not section.id.startswith(part.SECTION) or any(map(_asserts, section.statements)):
            continue
        if any(s.text.startswith(part.ABOVE) for s in section.statements):
            continue  # it was answered before
        clause = section.title.removeprefix(part.ALSO)
        named = any(one.asked.search(clause) for one in _HALVES) or any(True for _ in _sides(clause))
        if not (named or swallowed.asked_in(clause) or soon.asks(clause)):
            yield wording.lower(clause)


_LIFE: Final = caseless(r"\b(?:surviv\w+|mortality|live longer|life expectancy|prolong\w* life|deaths?|dying|die)\b")


def _on_life(clause: str, statements: Iterable[Statement]) -> bool:
    """Whether a clause asks what survival it brings, and deaths are told: the same by another name."""
    return bool(_LIFE.search(clause)) and any(s.kind.asserts and _LIFE.search(s.text) for s in statements)


def _joined(missing: Sequence[str]) -> str:
    """`tells how A is stored or whether it may be crushed`: one verb and one name for what both are said of."""
    first, *others = missing
    verb, *told = first.split()
    name = next((n for n in sorted(told, key=len, reverse=True) if all(f" {n} " in f"{o} " for o in others)), "")
    kept = [o.removeprefix(f"{verb} ") for o in others]
    return wording.join([first, *(re.sub(rf"\b{re.escape(name)}\b", "it", o) if name else o for o in kept)], "or")


def _of_side(statement: Statement, context: Context) -> bool:
    """Whether a limit is the very side that is asked for: what a medicine is contraindicated in, or driving."""
    typed = context.question.typed
    return any(asked_of.asks(one, typed) and one.told.search(statement.text) for one in SIDES)


def _may(short: Section, context: Context) -> bool:
    """Whether a medicine is asked about, in no danger, of which something is held."""
    if context.question.danger not in ("", "stopping") or not (context.drug_like or asked_of.medicines(context)):
        return False
    return not any(_NOT_FOUND.search(s.text) for s in short.statements)


def several(typed: str) -> bool:
    """Whether a text asks more than one thing."""
    if len(asking.clauses(typed)) > 1:
        return True
    named = sum(one.asked.search(typed) is not None for one in _HALVES) + sum(1 for _ in _sides(typed))
    return named + soon.asks(typed) + swallowed.asked_in(typed) > 1


def _of_sections(draft: Draft, rest: Sequence[Section], others: Sequence[Statement], context: Context) -> Iterator[str]:
    """What sections of their own tell: the first line of each that the short answer has nothing of."""
    typed = _TIMES.sub(" ", context.question.typed)
    if not several(typed) or context.combined:
        return
    met = context.last or any(_asserts(s) and not LIMIT.match(s.text) for s in draft.statements)
    for half in _HALVES:
        found = half.asked.search(typed)
        if found is None or (half.section == "dosing" and _not_theirs(typed, found.start(), context)):
            continue
        own = [s for section in rest if section.id == half.section for s in section.statements if _asserts(s)]
        own = [s for s in own if doses.read(s.text)] if half.section == "dosing" else own
        leads = [s for s in own if s.kind is not Kind.QUOTED]  # what a study says in passing is for its section
        if _is_told(half, own, draft.statements):
            continue
        if leads and met:
            draft.put((*draft.statements, msgspec.structs.replace(leads[0], kept=True, layer=0, level=0)))
        elif not own and not _told(half.told, others if half.section != "dosing" else ()):
            elsewhere = half.section == "dosing" and bool(context.directives(DirectiveAction.DOSE))
            yield half.lacks.format(_names(context)) + (OF_THIS if elsewhere else "")


OF_THIS: Final = " for what is asked"
"""Said where labels give a dose for other uses: that none is given at all would not be true."""


def _not_theirs(typed: str, at: int, context: Context) -> bool:
    """Whether the dose that is told is not the one asked for: the medicine is barred, or other people are named."""
    clause = next((one for one in asking.pieces(typed[at:]) if one), typed[at:])
    return bool(for_patient.barred(context)) or bool(people_in(clause))


def _is_told(half: Half, own: Sequence[Statement], told: Sequence[Statement]) -> bool:
    """Whether the short answer has something of a section, or says what it asks for."""
    if half.section == "dosing":
        return any(_asserts(s) and doses.read(s.text) and _is_dose(s) for s in told)
    spans = {span for s in own for span in s.supports}
    return _told(half.told, told) or any(span in spans for s in told for span in s.supports)


def _is_dose(statement: Statement) -> bool:
    return statement.kind in (Kind.DIRECTIVE, Kind.QUOTED) or "studied" in statement.text.lower()


def _asserts(statement: Statement) -> bool:
    return statement.kind.asserts and bool(statement.supports)


def _told(pattern: re.Pattern[str], statements: Iterable[Statement]) -> bool:
    """Whether a statement tells it, or the short answer says already that nothing does."""
    return any(pattern.search(s.text) for s in statements if _asserts(s) or _denies(s))


def _denies(statement: Statement) -> bool:
    return statement.kind is Kind.ABSENCE and statement.id.startswith("bottom_line")


def _sides(typed: str) -> Iterator[Side]:
    """The sides of labels that a text asks for by words that ask for nothing else."""
    names: set[str] = set()
    for side in SIDES:
        alone = not (side.free or side.of_use or side.fall_back or side.actions)
        if alone and side.name not in names and asked_of.asks(side, typed):
            names.add(side.name)
            yield side


def _of_sides(draft: Draft, others: Sequence[Statement], context: Context) -> Iterator[str]:
    """What labels tell of each side that is asked; the sides that nothing tells."""
    typed = context.question.typed
    alone = asked_of.alone(context)
    for side in _sides(typed) if alone or several(typed) else ():
        if alone and side not in pharmacy_sides.SIDES:
            continue  # it was told, or missed, already
        pattern = side.best or side.told
        if _told(pattern, draft.statements):
            continue
        if found := asked_of.telling(side, context)[:1]:
            by_part.tell(draft, found[0])
        elif not _told(pattern, others):
            yield _lacks(side.name, context)


def _lacks(name: str, context: Context) -> str:
    """`tells how A is stored`; `tells of driving with A`."""
    said = re.sub(r"\bit\b", _names(context), name, count=1)
    return f"tells {said}" if name.startswith(("how", "what", "when")) else f"tells of {name} with {_names(context)}"


def _swallowed(draft: Draft, others: Sequence[Statement], context: Context) -> Iterator[str]:
    if not context.labels or not swallowed.asked_in(context.question.typed):
        return
    if _told(swallowed.TELLS, draft.statements):
        return
    if rows := swallowed.rows(context):
        directives(draft, rows[:1], "How it is swallowed", "How it is swallowed")
    else:
        yield f"tells whether {_names(context)} may be crushed, opened or split"


def _onset(draft: Draft, others: Sequence[Statement], context: Context) -> Iterator[str]:
    if onset.alone(context) or not onset.asks(context):
        return
    if any(soon.tells(s.text, advice=True) for s in draft.statements if _asserts(s)) or _SOON.search(_all(draft)):
        return
    if found := onset.told(context):
        by_part.tell(draft, found[0])
    else:
        yield f"tells how soon {_names(context)} works"


_SOON: Final = caseless(r"\bhow soon\b")


def _all(draft: Draft) -> str:
    return " ".join(s.text for s in draft.statements)


def _names(context: Context) -> str:
    """The medicine that is asked about; of several, each of them: of food or drink a label tells nothing."""
    named = list(context.named or asked_of.medicines(context))
    held = [
        n for n in named if any(salts.is_about(a.record.title, n) for a in (*context.labels, *context.option_labels))
    ]
    kept = held or named
    return kept[0] if len(kept) == 1 else "each of them"
