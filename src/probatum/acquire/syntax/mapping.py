"""Untagged words taken apart into the concepts they name, as PubMed's automatic term mapping does."""

from __future__ import annotations

from probatum.acquire.syntax.fields import Field
from probatum.acquire.syntax.nodes import And, Expression, Leaf, Not, Or
from probatum.vocabulary import Vocabulary


def mapped(expression: Expression, vocabulary: Vocabulary) -> Expression:
    """The expression with every untagged, unquoted run of words parted: names of concepts whole, other words alone."""
    match expression:
        case And(parts):
            return And(tuple(mapped(part, vocabulary) for part in parts))
        case Or(parts):
            return Or(tuple(mapped(part, vocabulary) for part in parts))
        case Not(wanted, barred):
            return Not(mapped(wanted, vocabulary), mapped(barred, vocabulary))
        case Leaf():
            plain = expression.field is Field.ALL and not (expression.tagged or expression.phrase)
            return _parted(expression, vocabulary) if plain and " " in expression.words else expression


def _parted(leaf: Leaf, vocabulary: Vocabulary) -> Expression:
    text, at = leaf.words, 0
    parts: list[str] = []
    for mention in vocabulary.find(text):
        if mention.start >= at:
            parts += [*text[at : mention.start].split(), text[mention.start : mention.end]]
            at = mention.end
    parts += text[at:].split()
    kept = [part for part in parts if any(c.isalnum() for c in part)]
    return And(tuple(Leaf(part) for part in kept)) if len(kept) > 1 else leaf
