"""Combining: questions on medicines taken together, and which studies looked at that.

What each of them does by itself, or against the other, is no answer to whether they go together.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from probatum.model import Appraisal, Intent, Question, Role
from probatum.text import watching, words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

_TOGETHER: Final = expression(
    r"\b(?:interact\w*|concomitant\w*|concurrent\w*|co-?(?:administ\w+|prescri\w+|medicat\w+|treat\w+)|combin\w+"
    r"|together|add(?:ed|ing|ition)|plus|both|simultaneous\w*|on top of|who (?:also )?(?:took|take|received|use[ds]?)"
    r"|(?:users|recipients) of|receiving|taking|(?:when|while|after|on) (?:initiat|start|beginn)ing|initiating)\b",
    re.IGNORECASE,
)
"""Words by which a source says that medicines met in one person."""
_AGAINST: Final = expression(
    r"\b(?:versus|vs\.?|compared (?:with|to)|than|superior|inferior|noninferior)\b", re.IGNORECASE
)


_JOINED: Final = expression(r"\S \+ \S|\b(?:with|plus|and|together with)\b", re.IGNORECASE)
"""What stands between medicines of which it is asked what both do."""


def together(question: Question) -> tuple[str, ...]:
    """The medicines that are put together; empty unless the question is one of interaction, or of the harm of medicines
    that it joins, and names two or more."""
    if question.danger == "overdose":
        return ()  # what was taken too much of and its antidote are no pair
    checks = question.intent is Intent.THERAPY and watching.asks(question.read)
    joined = (question.intent is Intent.HARM or checks) and _JOINED.search(question.intervention)
    beside = checks and _beside(question)
    if question.intent is not Intent.INTERACTION and not (joined or beside):
        return ()
    drugs = [c for c in question.concepts if c.semantic == "drug"]
    pair = sum(c.role is Role.INTERVENTION and not watching.ANALYTE.fullmatch(c.text) for c in drugs) > 1
    named = [  # `A with B, what happens to potassium`: what is measured is no third
        c.label
        for c in drugs
        if not ((beside or (pair and c.role is Role.OTHER)) and watching.ANALYTE.fullmatch(c.text))
    ]
    known = {n.lower() for c in question.concepts for n in (c.text, c.label)}
    named += [drug for drug in question.patient.drugs if drug.lower() not in known]
    named = _apart(list(dict.fromkeys(named)), question)
    return tuple(named) if len(named) > 1 else ()


def _beside(question: Question) -> bool:
    """Whether two medicines of which it is asked what is checked stand side by side: what one does to the other decides
    what that is."""
    named = [c for c in question.concepts if c.semantic == "drug" and not watching.ANALYTE.fullmatch(c.text)]
    read = question.read.lower()
    ends = sorted((at, at + len(c.text), c.role) for c in named if (at := read.find(c.text.lower())) >= 0)
    asked = question.having(Role.INTERVENTION)
    return any(
        _BY.fullmatch(read[end:start]) is not None and (not asked or Role.INTERVENTION in (one, other))
        for (_, end, one), (start, _, other) in pairwise(ends)  # of two that are only taken nothing is asked
    )


_BY: Final = expression(
    r"\W{1,3}(?:(?:and|plus|with|together|combined|alongside|on|when|while|taking|added|to|top|of|who|patients?|pt|takes?|is|also|a|the|"
    r"my|his|her)\W{1,2}){0,6}"
)
"""What stands between two medicines that are taken together."""


def _apart(named: list[str], question: Question) -> list[str]:
    """The medicines, without a class that only says what another of them is (`my sleeping tablet, zolpidem`): one is
    not taken together with itself."""
    broader = {c.label: {b.lower() for b in c.broader} for c in question.concepts}
    general = {
        name
        for name in named
        for other in named
        if name != other and (name.lower() in broader.get(other, ()) or other.lower() in map(str.lower, members(name)))
    }
    return [name for name in named if name not in general]


def on_all(question: Question, appraisal: Appraisal) -> bool:
    """Whether a source looked at two of them in one person: its title or a sentence of its results says so."""
    names = _names(question)
    texts = (appraisal.record.title, *(s.quote for s in (*appraisal.conclusions, *appraisal.results)))
    return any(_of_two(text, names) for text in texts)


def _of_two(text: str, names: list[list[frozenset[str]]]) -> bool:
    if not _TOGETHER.search(text) or _AGAINST.search(text):
        return False
    said = words.parted(text)
    return sum(any(own <= said for own in each) for each in names) > 1


def _names(question: Question) -> list[list[frozenset[str]]]:
    """The stems of every name of each of them."""
    held = {c.label: c.names for c in question.concepts if c.semantic == "drug"}
    every = (held.get(name, (name,)) for name in together(question))
    return [[own for own in map(words.stems, each) if own] for each in every]
