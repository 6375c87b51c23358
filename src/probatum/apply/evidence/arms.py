"""Which arm of a finding the treatment asked about stands in: an effect is said of that arm, never of its comparator.

A source compares `A with B`; a question asks for `B`, or for `A or B`. What is said of B is then the other way round,
and names both, since to do better than A is no effect of B alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import wording
from probatum.model import Concept, Finding, Intent, Question, Role
from probatum.text import words
from probatum.text.expressions import caseless, expression
from probatum.vocabulary.classes import members


class Stand(msgspec.Struct, frozen=True):
    """Of whom a finding speaks: the treatment asked about, what it was compared with, and in which order."""

    who: str = ""
    """Empty where the arms do not name it: then what was asked about as a whole."""
    other: str = ""
    """The other arm, where it has to be named: it was asked about too, or is what the source itself tells of."""
    turned: bool = False
    """Whether the finding's direction is to be turned round: what was asked about is its second arm."""
    apart: bool = False
    """Whether nothing can be said from it: it compares neither of the choices asked about, or only their comparator."""
    added: bool = False
    """Whether one arm got all that the other got, and what was asked about besides: `who` is then the whole arm."""


_INACTIVE: Final = expression(r"placebo|usual|control")
_WITHOUT: Final = expression(r"(?:no|without|not given|sham|dummy|mock|simulated|placebo|inactive)\s", re.IGNORECASE)
_CHOICE: Final = expression(
    r"\b(?:or|versus|vs\.?|v\.?|against|compared|than|prefer(?:red|able)|instead of|in place of)\b", re.IGNORECASE
)


def compared_with(question: Question) -> tuple[Concept, ...]:
    """What a question sets against its treatment, where that is a treatment too and not just placebo."""
    named = question.having(Role.COMPARATOR)
    return tuple(c for c in named if c.semantic in ("drug", "procedure") and not _INACTIVE.search(c.label))


def choices(question: Question) -> bool:
    """Whether a question names several treatments to choose from, and not a combination."""
    asked, read = [c for c in question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")], question.read
    places = sorted((at, at + len(c.text)) for c in asked if (at := read.lower().find(c.text.lower())) >= 0)
    between = [read[end:start] for (_, end), (start, _) in pairwise(places)]
    either = bool(places) and _OR_BOTH.match(read[places[-1][1] :]) is not None
    return len({c.label for c in asked}) > 1 and (either or any(_CHOICE.search(link) for link in between))


_OR_BOTH: Final = caseless(r",? or (?:both|the two|a combination)\b|,? instead\b(?! of)")
"""Behind the last of several: `A, B or both`, `A for X, B instead`."""


def offers(named: str) -> bool:
    """Whether words name one treatment or another: `antibiotics or surgery`."""
    return bool(_CHOICE.search(named))


def sides(finding: Finding) -> tuple[str, str]:
    """The names of the two arms that a finding compares, its comparator's where only one arm has a figure."""
    named = [a.arm for a in finding.arms[:2]]
    return (named[0] if named else ""), (named[1] if len(named) > 1 else finding.comparator)


@lru_cache(maxsize=2048)
def stand(finding: Finding, question: Question) -> Stand:
    """Where what was asked about stands in a finding; of two choices the one named first is told of."""
    first, second = sides(finding)
    own = question.having(Role.INTERVENTION)
    if _part_of(finding, own) or any(_one_of(name, own) for name in (first, second)):
        return Stand(apart=True)
    asked = (*own, *compared_with(question))
    left, right = held(first, asked), held(second, asked)
    found = _added_to(first, second, own)
    # A medicine that all took beside what alone is asked about parts it from placebo by nothing.
    if found is not None and (choices(question) or not drugs_named(found.other)):
        return found
    here, there = [c for c in left if c not in right], [c for c in right if c not in left]
    if not here and not there:
        # What both arms got was not compared: `A and B` against `B` says nothing of B, and a dose nothing of another.
        return Stand(apart=choices(question) or bool(left))
    if not any(c in own for c in (*left, *right)):
        return Stand(other=_names(right)) if there and not here else Stand(apart=True)
    turned = not here or bool(there and asked.index(there[0]) < asked.index(here[0]))
    subject, against, arm = (right, left, first) if turned else (left, right, second)
    if not any(c in own for c in subject):
        return Stand(apart=True)
    named = _names(against) or (wording.bare(arm) if turned or _is_active(arm, second if turned else first) else "")
    return Stand(_names(subject), named, turned)


def _added_to(first: str, second: str, own: tuple[Concept, ...]) -> Stand | None:
    """Where one arm got what the other got and something asked about besides: `an alarm and desmopressin` against `an
    alarm` tells what desmopressin adds to an alarm, and nothing of desmopressin by itself."""
    for whole, part, turned in ((first, second, False), (second, first, True)):
        rest = words.parted(part) - _ONLY
        if not rest or not rest < words.parted(whole) or not _JOINED.search(whole) or inactive(part):
            continue
        if drugs_named(whole) and drugs_named(whole) == drugs_named(part):
            continue  # more of the same
        if any(c not in held(part, own) for c in held(whole, own)):
            return Stand(wording.lower(wording.bare(whole)), wording.lower(wording.bare(part)), turned, added=True)
    return None


_JOINED: Final = caseless(r"\b(?:and|with|plus|added to|combined with)\b|\+")
_ONLY: Final = words.stems("alone only a an the monotherapy")


def _part_of(finding: Finding, own: tuple[Concept, ...]) -> bool:
    """Whether what was asked about is only one of several drugs of an arm that is called by another name: what `triple
    therapy` did is no effect of one of the three."""
    for arm in finding.arms:
        drugs = " ; ".join(arm.drugs)
        if len(arm.drugs) > 1 and own and not held(arm.arm, own) and 0 < len(held(drugs, own)) < len(arm.drugs):
            return True
    return False


def _one_of(arm: str, own: tuple[Concept, ...]) -> bool:
    """Whether what was asked about is only one of several things that people of an arm got: what beat `placebo or A`
    tells nothing of A, and what `A or B` did no effect of A alone."""
    got = [part for part in _EITHER.split(arm) if inactive(part) or _given(part)] if _EITHER.search(arm) else []
    asked = [bool(held(part.strip(), own)) for part in got]
    return any(asked) and not all(asked)


def against_a_mixture(finding: Finding, question: Question) -> bool:
    """Whether a finding is of a treatment nobody asked about, set against people of whom only some got what was: what
    beat `placebo or A` is no result on A."""
    own = (*question.having(Role.INTERVENTION), *compared_with(question))
    first, second = sides(finding)
    pairs = ((first, second), (second, first))
    return any(bool(other) and not held(other, own) and _one_of(mixed, own) for mixed, other in pairs)


_EITHER: Final = caseless(r"\s*\bor\b\s*")


def _given(words_: str) -> bool:
    """Whether words name something that is given, and no mere amount (`10 mg or 25 mg`)."""
    return any(m.term.semantic in ("drug", "procedure") for m in vocabulary.load().find(words_))


def _is_active(arm: str, beside: str) -> bool:
    """Whether an arm got a drug that the one beside it did not: to do no better than that is no lack of an effect, and
    to do better is more than one."""
    if _INACTIVE.search(arm.lower()) or _NOTHING.search(arm):
        return False
    known = vocabulary.load()
    given, other = ({m.term.id for m in known.find(name) if m.term.semantic == "drug"} for name in (arm, beside))
    return bool(given - other) and not other <= given


_NOTHING: Final = caseless(r"\b(?:no|without|sham|saline|vehicle|dummy|supportive|standard|water|diet|untreated)\b")


def inactive(arm: str) -> bool:
    """Whether an arm got nothing that acts: placebo, usual care, no treatment."""
    return bool(_INACTIVE.search(arm.lower()) or _NOTHING.search(arm))


def comparison(finding: Finding, question: Question) -> Stand:
    """What parts findings on one outcome: the order of their arms and, among choices, which were compared."""
    found = stand(finding, question)
    if choices(question):
        return found
    # What beats placebo and what beats another drug are two findings, whichever drug that is.
    return Stand(other=found.other if found.turned else _ACTIVE if found.other else "", turned=found.turned)


_ACTIVE: Final = "another drug"


def held(arm: str, asked: tuple[Concept, ...]) -> list[Concept]:
    """Of what was asked about, what an arm's name holds, in the question's order; nothing in `no prednisolone`, and in
    `sham stimulation`."""
    if _WITHOUT.match(arm):
        return []
    said = words.parted(arm)
    found = [c for c in asked if any((own := words.stems(name)) and own <= said for name in _called(c))]
    # A class beside one of its members tells nothing more: `budesonide and corticosteroids` is budesonide.
    return [c for c in found if not any(other.label in members(c.label) for other in found if other is not c)]


@lru_cache(maxsize=256)
def _called(concept: Concept) -> tuple[str, ...]:
    """Every name by which an arm may hold it; a device that is named with its illness goes by its own word alone, too
    (`alarm`, of an enuresis alarm)."""
    if concept.semantic != "procedure":
        return concept.names
    bare = {last for name in concept.names if (last := _without_illness(name))}
    return (*concept.names, *sorted(bare))


def _without_illness(name: str) -> str:
    """The last word of a name that else names an illness; empty where there is none, or where many things are called
    by it."""
    ill, _, last = name.rpartition(" ")
    if not ill or _AT_LARGE.search(last):
        return ""
    return last if any(t.semantic in ("condition", "symptom") for t in vocabulary.load().lookup(ill)) else ""


_AT_LARGE: Final = caseless(
    r"^(?:treatments?|therap(?:y|ies)|medic\w+|drugs?|surgery|operations?|repair|management|prevention|prophylaxis"
    r"|screening|tests?|testing|vaccin\w+|immuni[sz]ation|education|program\w*|care|interventions?|procedures?|training"
    r"|rehabilitation|counsel\w+|control|relief|reduction|removal|resection|excision|ablation|scores?|scales?)$"
)


def _names(concepts: list[Concept]) -> str:
    return wording.join(list(dict.fromkeys(wording.lower(c.label) for c in concepts)))


_FIGURES: Final = expression(r"\d+(?:[.,]\d+)*")


_ITSELF: Final = caseless(r"^\W*$|\b(?:intervention|treatment|treated|active|study|experimental|exposed|users?)\b")
"""Names of an arm that got what was tried."""


@lru_cache(maxsize=2048)
def drugs_named(text: str) -> frozenset[str]:
    """The medicines that the name of an arm holds, in lower case."""
    return frozenset(m.term.label.lower() for m in vocabulary.load().find(text) if m.term.semantic == "drug")


def got_by_all(finding: Finding, question: Question) -> bool:
    """Whether every arm of a finding got what was asked about, or one of that class: what differs between them is no
    doing of it."""
    asked = question.having(Role.INTERVENTION)
    own = {n.lower() for c in asked for n in (c.label, c.text, *members(c.label))}
    drugs = [{drug.lower() for drug in arm.drugs} or drugs_named(arm.arm) for arm in finding.arms]
    if len(finding.arms) < 2 or of_regimens(finding):
        return False
    if any(drugs):
        shares = {frozenset(own & given) for given in drugs}
        others = {frozenset(given - own) for given in drugs}
        return len(shares) == 1 and all(shares) and len(others) > 1  # what differs is another medicine
    names = [arm.arm for arm in finding.arms]
    if question.intent is not Intent.HARM:
        return False  # of what is compared under names of its own (`triple therapy`) an effect may still be asked
    return bool(asked) and not any(held(n, asked) or inactive(n) or _ITSELF.search(n) for n in names)


def of_regimens(finding: Finding) -> bool:
    """Whether both sides got the same, at other doses or for other times: `A for 5 days`, `A for 14 days`."""
    one, two = sides(finding)
    return bool(one) and one.lower() != two.lower() and _FIGURES.sub("", one.lower()) == _FIGURES.sub("", two.lower())
