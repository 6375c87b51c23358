"""Approved: which medicines are approved for an illness, where that is asked and none is named.

What one of them does for people is no answer to that. Labels tell their own use, and studies what was approved; that
nothing held tells it is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.choices import options
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, quote
from probatum.apply.patient import complaint
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.passages import Passage, verb_of
from probatum.apply.quoted.quotable import quotable, told_in
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Question, RecordKind, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless

LABELS: Final = 6
ROOM: Final = 65
"""Words of labels that are told whole in a short answer, which has to hold the names of the others, too."""
MOST: Final = 4
"""Sentences of studies."""
_GIVEN: Final = r"(?:drugs?|medicines?|medications?|treatments?|therap(?:y|ies)|agents?)"
_ASKED: Final = caseless(
    rf"\b(?:which|what|list|name|any)\b[^?.;]{{0,30}}\b{_GIVEN}\b[^?.;]{{0,40}}\b(?:approved|licen[sc]ed|authori[sz]ed)\b"
    rf"|\b(?:which|what|list|name|any)\b[^?.;]{{0,20}}\b(?:approved|licen[sc]ed|authori[sz]ed) {_GIVEN}\b"
)
_TOLD: Final = caseless(r"\b(?:approv(?:ed|al|als)|licen[sc]ed|authori[sz](?:ed|ation))\b")
_NONE: Final = caseless(r"\bno(?:t| other)? (?:\w+ ){0,3}(?:approved|licen[sc]ed|authori[sz]ed)\b")

_OF_A_DRUG: Final = caseless(r"\b(?:approved|licen[sc]ed|authori[sz]ed) (?:\w+ )?(?:for|in|to treat|by)\b")
"""What something is approved for, though the vocabulary does not know it."""
_WHOM: Final = caseless(
    r"\b(?:adults|people|patients|children|adolescents|women|men|infants) (?:[\w ]{3,40} )?(?:with|who have)\b"
)
"""Whom it is for: what is to be made less in them stands before."""


class _Told(NamedTuple):
    """A sentence that tells what is approved, with the medicines that it names."""

    appraisal: Appraisal
    span: Span
    named: frozenset[str]


def asked(question: Question) -> bool:
    """Whether it is asked which medicines are approved for an illness."""
    named = any(c.semantic == "drug" for c in question.having(Role.INTERVENTION))
    return not named and bool(_ill(question)) and _ASKED.search(question.typed) is not None


def say(draft: Draft, context: Context) -> bool:
    """What labels and studies tell of it, else that none does; False where it is not asked."""
    if not asked(context.question):
        return False
    labels = [
        (label, item)
        for label in (*context.labels, *context.option_labels)
        for item in label.directives
        if item.action is DirectiveAction.INDICATED and options.is_for(item, context)
    ]
    labels.sort(key=lambda row: not _of_people(row[1].text, context))
    first = {item.drug: (label, item) for label, item in reversed(labels)}
    _say_labels(draft, list(reversed(first.values()))[:LABELS])
    known: set[str] = set()
    most = len(draft) + MOST
    for one in sorted(_telling(context), key=lambda t: -len(t.named)):
        if one.named and one.named <= known:
            continue
        known |= one.named
        quote(draft, one.appraisal, one.span, verb_of(Passage(one.appraisal, one.span, 1.0)))
        if len(draft) >= most:
            break
    if not len(draft):
        who = wording.lower(_ill(context.question))
        draft.add(f"no source that is held tells which medicines are approved for {who}", Kind.ABSENCE)
    return True


def _say_labels(draft: Draft, rows: Sequence[tuple[Appraisal, Directive]]) -> None:
    """What the first labels say whole, and by name what others are for it: a list that breaks off tells only some."""
    room, whole = ROOM, 0
    for _, item in rows:
        room -= len(item.text.split())
        if whole and room < 0:
            break
        whole += 1
    directives(draft, rows[:whole], "Indicated", "For")
    if rest := [item for _, item in rows[whole:]]:
        named = wording.join([item.drug for item in rest])
        draft.add(f"also indicated, by their labels: {named}", Kind.DIRECTIVE, tuple(item.span for item in rest))


def _of_people(text: str, context: Context) -> bool:
    """Whether the illness is theirs who are to be given it, and no harm that is made less in people with another."""
    found = _WHOM.search(text)
    said = text[found.end() :] if found is not None else text
    return any(complaint.names(said, c) for c in complaint.complaint(context.question))


def _ill(question: Question) -> str:
    return next((c.text for c in question.concepts if c.semantic == "condition"), "")


def _telling(context: Context) -> Iterator[_Told]:
    """The sentences of studies that name the illness and what is approved for it, or that nothing is."""
    ill = [c for c in context.question.concepts if c.semantic == "condition"]
    names = [[words.stems(n) for n in c.names] for c in ill]
    for appraisal in (*context.appraisals, *context.further):
        if appraisal.record.kind is RecordKind.LABEL:
            continue
        for said in told_in(appraisal.record):
            text = said.span.quote
            if not _TOLD.search(text) or not quotable(said.span):
                continue
            own = spelled(said.span) | words.parted(text)
            if not all(any(n and n <= own for n in each) for each in names):
                continue
            named = frozenset(m.term.label for m in vocabulary.load().find(text) if m.term.semantic == "drug")
            if named or _NONE.search(text) or _OF_A_DRUG.search(text):
                yield _Told(appraisal, said.span, named)
