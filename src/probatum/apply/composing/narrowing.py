"""Narrowing: of a long list in the short answer, the things that the question or its patient have.

`Risk factors are A, B, C, D, E and F` leaves whoever asks about E to find it. The short answer tells `risk factors
include E`; the whole list stands further down, put there where no section tells it. Lists of which everything counts
together (`at least 2 of these`) stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from probatum.apply import fitting
from probatum.apply.composing import brevity
from probatum.apply.context import Context
from probatum.apply.labels.kinship import kin
from probatum.model import Kind, Section, Statement
from probatum.text import ages
from probatum.text.expressions import caseless

_SHORT: Final = "bottom_line"
LEAST: Final = 4
"""Things from which a list is long."""
VERB: Final = (
    r"(?:lower|raise|increase|reduce|may|can|could|should|must|is|are|was|were|has|have|had|need|needs|call|bring|cause"
    r"|slow|strengthen|weaken|affect|alter|change|lead)"
)
"""Verbs behind which a sentence goes on: none of them is part of the last thing of a list."""
_ITEM: Final = rf"(?!{VERB}\b)(?:[^,.;:()]|\.(?=\d)){{2,70}}?"
_LAST: Final = rf"(?!{VERB}\b)(?:(?! {VERB}\b)(?:[^,.;:()]|\.(?=\d))){{2,70}}"
_LIST: Final = caseless(
    rf"(?P<head>\bsuch as |\b(?:risk factors|causes|contraindications)\b[^,.;:()]{{0,60}}? are |"
    rf"\b(?:caution|care)\b[^.;:()]{{0,60}}? in |\bcontraindicated in |\bavoided in |\bhigher in |\bcalls for care in )"
    rf"(?P<items>{_ITEM}(?:, {_ITEM}){{2,20}},? (?:and|or) {_LAST})"
    rf"(?=[.;:(]|,? (?:because|which|who|that|when|if)\b|,? {VERB}\b|$)"
)
_SUBJECTS: Final = caseless(
    rf"(?P<head>(?:^|: )(?:[\w-]{{4,30}} with |when |with )?)"
    rf"(?P<items>{_ITEM}(?:, {_ITEM}){{1,20}},? (?:and|or) {_ITEM})"
    r" (?P<verb>(?:may |can )?(?:raise|increase|lower|strengthen|weaken|cause|prolong|are|is|has|have)s?)"
    r"(?= (?:the |an? )?(?:\w+ )?"
    r"(?:risk|level|chance|effect|serum|potassium|added|started|stopped|given|led|taken)s?\b|(?<=cause) [a-z])"
)
"""Things that do something, or with which something is done: `A with B, C or D raises the risk of E`."""
_CUT: Final = re.compile(r", (?:and |or )?| (?:and|or) (?=[^,]{2,70}$)")
_TOGETHER: Final = caseless(r"\b(?:of these|at least \d|all of|both of|each of)\b")
_NEAREST: Final = "Nearest is"
"""How a line opens on the label of another medicine: what that one warns of stays whole."""
_ARE: Final = re.compile(r" are $")
_SINGLE: Final = {verb: f"{verb}s" for verb in ("raise", "increase", "lower", "strengthen", "weaken")} | {
    "are": "is",
    "have": "has",
}
_PLURAL: Final = caseless(r"[a-z]{2}s(?: such as [^,;]{2,60})?$")
PAIR: Final = caseless(
    r"^(?P<one>[^:;(,]{3,60}?) with (?P<other>[^:;(,]{3,60}?)(?:,[^:(]{3,40})? \((?:[A-Z]{2} )?label"
)
"""How a line opens that tells what a label says of two medicines together: of a list, these two count."""
_HEAD: Final = caseless(r"\): ([\w-]{4,30}) with ")
"""The one of the two with which a list is told: what is of its own kind is no other."""
_PAIR_LEAST: Final = 3
_NO_ITEM: Final = caseless(
    r"(?:of|so|that|which|who|from|by|on|for|to|with|then|an? (?!history\b|recent\b|low\b|high\b))\b"
)
"""How a piece begins that is no thing of the list any more, but goes on with the sentence."""
_SUCH_AS: Final = caseless(r"\bsuch as ")


class _Asked(NamedTuple):
    """The names of what the question tells, group by group, and its patient."""

    names: tuple[tuple[str, ...], ...]
    context: Context
    least: int = LEAST


def narrowed(sections: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections with long lists of the short answer cut to what the question tells, and whole in another section."""
    short = next((one for one in sections if one.id == _SHORT), None)
    if short is None:
        return tuple(sections)
    asked = _asked(context)
    made = tuple(_cut(s, asked) for s in short.statements)
    cut = [s for s, left in zip(short.statements, made, strict=True) if s is not left]
    body = [msgspec.structs.replace(one, statements=made) if one is short else one for one in sections]
    return tuple(brevity.with_gone(body, cut))


def _asked(context: Context) -> _Asked:
    question = context.question
    own = set(context.named)
    told = [
        (c.text, c.label, *c.synonyms[:8])
        for c in question.concepts
        if c.id and c.label not in own and c.semantic != "test"
    ]
    told += [(name,) for name in question.patient.conditions]
    return _Asked(tuple(told), context)


def _cut(one: Statement, asked: _Asked) -> Statement:
    if one.kind is not Kind.DIRECTIVE or _TOGETHER.search(one.text) or one.text.startswith(_NEAREST):
        return one
    if (pair := PAIR.match(one.text)) is not None:
        head = _HEAD.search(one.text)
        two: list[str] = [pair["one"].lower(), pair["other"].lower()]
        both = tuple((name, *kin(name)) for name in two if not head or name != head[1].lower())
        asked = asked._replace(names=(*asked.names, *both), least=_PAIR_LEAST)
    text, easy = shorter(one.text, asked), shorter(one.plain, asked) if one.plain else ""
    return msgspec.structs.replace(one, text=text, plain=easy) if text != one.text else one


def shorter(text: str, asked: _Asked) -> str:
    """A text with each long list in it cut to the things that are told; as it was where none or nearly all are."""
    return _LIST.sub(lambda m: _left(m, asked)[0], _SUBJECTS.sub(lambda m: _subjects(m, asked), text))


def _subjects(found: re.Match[str], asked: _Asked) -> str:
    """The things that do something, with their verb."""
    said, kept = _left(found, asked)
    verb = found["verb"]
    single = kept == 1 and _PLURAL.search(said) is None
    return f"{said} {_SINGLE.get(verb.lower(), verb) if single else verb}" if kept else found[0]


def _left(found: re.Match[str], asked: _Asked) -> tuple[str, int]:
    """What is left of a list, and how many things; the list itself and 0 where nothing is taken from it."""
    items = [item for item in _CUT.split(found["items"]) if item.strip()]
    kept = [item for item in items if _told(item, asked)]
    if any(map(_NO_ITEM.match, items[1:])) or (_SUCH_AS.match(found["head"]) and any(map(_SUCH_AS.search, items))):
        return found[0], 0  # the sentence went on, or where the first of two lists ends nothing tells
    if len(items) < asked.least or not kept or len(kept) + 1 >= len(items):
        return found[0], 0
    joiner = " or " if re.search(r" or (?=[^,]{2,70}$)", found["items"]) else " and "
    said = joiner.join((", ".join(kept[:-1]), kept[-1])) if len(kept) > 1 else kept[0]
    return f"{_ARE.sub(' include ', found['head'])}{said}", len(kept)


def _told(item: str, asked: _Asked) -> bool:
    patient = asked.context.question.patient
    limit, years = ages.limits(item), fitting.age(patient)
    if limit is not None:
        return years is not None and years.meets(limit)
    organs = (patient.kidney and fitting.KIDNEY.search(item)) or (patient.liver and fitting.LIVER.search(item))
    return bool(organs or fitting.takes(item, patient) or fitting.names_one(item, asked.names))
