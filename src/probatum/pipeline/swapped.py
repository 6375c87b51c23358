"""Swapped: a medicine for which another is sought because of one that is taken: `A, swap B for what`.

`clopidogrel swap omeprazole for what` asks for no use of omeprazole: it asks what to give in its place.
What the two do together decides that, so it is told first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from probatum import vocabulary
from probatum.acquire.library import Library
from probatum.errors import ProbatumError
from probatum.model import Assumption, Question
from probatum.pipeline import put_again, started
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention
from probatum.vocabulary.classes import classes_of

_SWAP: Final = r"(?:swap|switch|chang|replac|substitut)(?:e|ed|ing|ped|ping)?"
_WHAT: Final = r"(?:what|which|something|anything|another|alternatives?|safer|best)\b"
_INSTEAD: Final = r"(?:instead of|in place of|rather than|to replace|alternatives? (?:to|for)|other than)"
_OWN: Final = r"(?:(?:the|his|her|my|their|from|taking) ){0,2}"
_AMOUNT: Final = r"(?: ?\d[\w.]* ?(?:mg|mcg|g)?)?"
_TAKEN_FIRST: Final = caseless(
    rf"{_AMOUNT}(?: (?:patient|pt))?[ ,.;:-]+(?:[\w' ]{{0,30}} )?(?:{_SWAP} {_OWN}"
    rf"|{_WHAT}[^.?]{{0,30}} {_INSTEAD} {_OWN}|alternatives? (?:to|for) {_OWN})"
)
_FOR_WHAT: Final = caseless(rf"{_AMOUNT} (?:for|to|with|by) {_WHAT}")
_LEFT_FIRST: Final = caseless(rf"(?:{_SWAP}|{_WHAT}[^.?]{{0,30}} {_INSTEAD}|{_INSTEAD}) {_OWN}$")
_BESIDE: Final = caseless(
    r"[^.;]{0,30}\b(?:with|alongside|beside|on|takes|taking)(?: (?:an?|the|his|her|my|existing))? $"
)
_PAIR: Final = 2
_ILL: Final = ("condition", "symptom")


def told(question: Question, opened: Library, read: Callable[[str], Question], as_of: str) -> Question:
    """The question on what is taken and what is to be replaced together; itself where it asks something else."""
    found = [m for m in vocabulary.load().find(question.read) if m.term.semantic == "drug"]
    if len(found) != _PAIR or question.danger or any(c.semantic in _ILL for c in question.concepts):
        return question
    one, two = found
    if not _sought(question.read, one, two) or _alike(one, two):
        return question
    names = (one.term.label, two.term.label)
    try:
        made = read(f"{names[0]} with {names[1]}")
    except ProbatumError:
        return question
    why = "what one is changed for depends on what the two do together"
    said = Assumption(started.TOGETHER, "", f"{names[0]} together with {names[1]}", why)
    return put_again.as_typed(question, made, said)


def _sought(read: str, one: Mention, two: Mention) -> bool:
    """Whether one of the two is taken and something is sought in the place of the other."""
    between, behind, before = read[one.end : two.start], read[two.end :], read[: one.start]
    if _TAKEN_FIRST.fullmatch(between) and not _LEFT_FIRST.search(before):
        return _FOR_WHAT.match(behind) is not None or caseless(_INSTEAD).search(between) is not None
    return _LEFT_FIRST.search(before) is not None and _BESIDE.fullmatch(between) is not None


def _alike(one: Mention, two: Mention) -> bool:
    """Whether both are of one kind, so that the one may be what the other is changed for."""
    kinds = [{*m.term.broader, *classes_of(m.term.label)} for m in (one, two)]
    return bool(kinds[0] & kinds[1])
