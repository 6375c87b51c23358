"""Sending: what of a question may leave the machine, for online services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum import ask, vocabulary
from probatum.ask.danger import read_danger

if TYPE_CHECKING:
    from probatum.acquire.services._query import Asked


def sendable(typed: str) -> Asked:
    """What of a typed question or query may be sent to an online service; nothing is sent here.

    A text in PubMed's syntax stays as it is, but for details of a person. A question is read without such details, and
    names that the vocabulary knows are left of it. Nothing is left of a question about danger, or of one whose drug is
    in doubt. Raises ProbatumError P401, P402, P505.
    """
    from probatum.acquire.services._query import Asked, from_question, typed_query  # an answer offline needs none
    from probatum.text import personal

    terms = vocabulary.load()
    query = typed_query(typed, terms)
    if query is not None:
        return query
    kept, removed = personal.remove(typed)
    question = ask.read(kept, vocabulary=terms)
    if question.choices or {question.danger, read_danger(typed).kind} - {"", "stopping"}:
        return Asked(removed=removed)
    return from_question(question, terms, removed)
