"""Stopped lately: a medicine that was ended days or weeks ago still counts for what is begun.

`stopped A 5 days ago, start B dose?` asks about B, and labels keep time between the two: A stands among what is
taken, so that the limits of B with A are told, and is asked about no more. Where A alone is named, that it ended is the
question.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention, Vocabulary

MOST_DAYS: Final = 28
"""Days after which what was stopped is over."""
_COUNTS: Final = {"a": 1, "an": 1, "one": 1, "couple of": 2, "a couple of": 2, "two": 2, "three": 3, "few": 3}
_COUNTS_MORE: Final = {"a few": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_COUNT: Final = r"\d{1,2}|an?|one|two|three|four|five|six|seven|ten|(?:a )?couple of|(?:a )?few"
_AGO: Final = (
    rf"(?:(?P<n>{_COUNT}) ?(?P<unit>hours?|hrs?|h|days?|d|weeks?|wks?|/7|/52) (?:ago|back|previously)"
    r"|(?P<near>yesterday|last night|this (?:morning|week|afternoon|evening)|today|tonight|last week|the (?:day|night)"
    r" before(?: yesterday)?|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day))"
)
_ENDED: Final = (
    r"\b(?:stopped|stopping|came off|come off|coming off|been off|taken off|finished|discontinued|ceased|ended"
    r"|weaned off|withdrawn from|completed|last (?:took|had|taken)|last (?:doses?|tablets?|pills?) (?:of|was)|off"
    r"|washing out)(?: (?:taking|using|having|my|his|her|their|the|a course of|treatment with|old)){0,2} $"
)
_BEFORE: Final = caseless(_ENDED)
_BEHIND: Final = caseless(rf"[^.;?!]{{0,30}}?\b{_AGO}\b")
_LAST_BEFORE: Final = caseless(r"\blast (?:\w+ )?$")
_LAST_BEHIND: Final = caseless(
    rf" (?:doses?|tablets?|pills?|taken|given)(?: (?:was|were|taken|given|at)){{0,2}} (?:\w+ )?{_AGO}\b"
)
_ENDED_BEHIND: Final = caseless(
    rf",? (?:was |has been |had been )?(?:just )?(?:stopped|discontinued|ceased|finished|ended"
    r"|last (?:taken|dose|given))"
    rf"(?: (?:was|on|about))? {_AGO}\b"
)
_SINCE: Final = caseless(
    rf"\b(?P<n>{_COUNT}) (?P<unit>days?|weeks?|wks?) (?P<near>)(?:after|since|following) (?:stopping|coming off|ending"
    r"|finishing|the last (?:dose|tablet) of|last dose of)(?: (?:my|his|her|their|the|an?)){0,1} $"
)
_REACH: Final = 70
_KINDS: Final = (Intent.THERAPY, Intent.DOSING, Intent.HARM, Intent.INTERACTION, Intent.PREVENTION)


def told(question: Question, vocabulary: Vocabulary) -> Question:
    """The question about what is begun, for somebody who took the other until lately."""
    named = [m for m in vocabulary.find(question.read) if m.term.semantic == "drug"]
    ended = {m.term.label for m in named if _lately(question.read, m)}
    others = {m.term.label for m in named} - ended
    if ended and not others and _WHY_ASKED.search(question.read):
        return _brought_on(question, ended)
    if not ended or not others or question.intent not in _KINDS:
        return question
    gone = [c for c in question.concepts if c.semantic == "drug" and c.label in ended]
    drugs = tuple(dict.fromkeys((*question.patient.drugs, *sorted(ended))))
    changed: dict[Concept, Role] = dict.fromkeys(gone, Role.OTHER)
    left = [c for c in having(question, Role.INTERVENTION, *GIVEN) if c not in gone]
    if not left:
        taken = set(question.patient.drugs)
        left = [c for c in question.concepts if c.semantic == "drug" and c.label in others - taken]
        changed |= dict.fromkeys(left, Role.INTERVENTION)
    if not left:
        return question
    names = {c.text.lower() for c in gone} | {c.label.lower() for c in gone}
    parts = {"intervention": question.intervention, "comparator": question.comparator}
    if not parts["intervention"] or any(name in parts["intervention"].lower() for name in names):
        parts["intervention"] = " and ".join(dict.fromkeys(c.text for c in left))
    if any(name in parts["comparator"].lower() for name in names):
        parts["comparator"] = ""
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        patient=msgspec.structs.replace(question.patient, drugs=drugs),
        **parts,
    )


_WHY_ASKED: Final = caseless(
    r"\bwhat(?:'?s| is) (?:this|that|it|going on|happening|wrong)\b|\bis (?:this|that|it) (?:normal|the \w+|from"
    r"|because|due|withdrawal)\b|\b(?:why|normal)\b[^.?]{0,40}\?|\bwhy (?:am|is|do|does)\b"
)
"""Words that ask what a complaint comes of."""
_ASIDE: Final = (Intent.DOSING, Intent.INTERACTION)


def _brought_on(question: Question, ended: set[str]) -> Question:
    """The question as one on what comes of ending the medicine, where a complaint is told since and its cause asked."""
    gone = [c for c in question.concepts if c.semantic == "drug" and c.label in ended]
    felt = [c for c in question.concepts if c.semantic in ("condition", "symptom")]
    if len({c.label for c in gone}) != 1 or not felt or question.danger or question.intent in _ASIDE:
        return question
    changed: dict[Concept, Role] = dict.fromkeys(gone, Role.INTERVENTION) | dict.fromkeys(felt, Role.OUTCOME)
    return msgspec.structs.replace(
        question,
        concepts=with_roles(question, changed),
        intervention=gone[0].label,
        comparator="",
        population="",
        outcome=" and ".join(dict.fromkeys(c.label for c in felt)),
        intent=Intent.HARM,
    )


def _lately(text: str, drug: Mention) -> bool:
    """Whether a text tells that the medicine was ended within some weeks."""
    before, behind = text[max(0, drug.start - _REACH) : drug.start], text[drug.end : drug.end + _REACH]
    if (since := _SINCE.search(before)) is not None:
        return _days(since) <= MOST_DAYS
    found = _BEHIND.match(behind) if _BEFORE.search(before) else None
    found = found or (_LAST_BEHIND.match(behind) if _LAST_BEFORE.search(before) else None)
    found = found or _ENDED_BEHIND.match(behind)
    return found is not None and _days(found) <= MOST_DAYS


def _days(found: re.Match[str]) -> float:
    """How many days ago it was."""
    if found["near"]:
        return 7.0
    said, unit = found["n"].lower(), found["unit"].lower()
    count = int(said) if said.isdigit() else {**_COUNTS, **_COUNTS_MORE}[said]
    return count / 24 if unit[0] == "h" else count * 7.0 if unit[0] == "w" or unit == "/52" else float(count)
