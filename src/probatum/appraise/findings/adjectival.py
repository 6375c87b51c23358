"""Words that end as adjectives do: whether one stands for a thing, is not said by a list but by how a record uses it.

`survival`, `withdrawal` and `clinic` are nouns where the record lets them govern a verb (`survival was`), stand alone
between a preposition or an article and what follows (`in survival between`), or have a plural (`clinics`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.model import Record, SectionKind
from probatum.text.expressions import expression

ADJECTIVE: Final = expression(
    r"[a-z-]+(?:al|ic|ary|ive|ous|ar|ior|iate|ated|ized)|early|late|mild|severe|moderate|major|minor|acute|total|higher|lower|"
    r"curative",
    re.IGNORECASE,
)
"""A word with the shape of an adjective, as one of several before a shared noun: `early Ⓑ and late relapse Ⓑ`."""
CLEARLY: Final = expression(
    r"[a-z-]{4,}(?:ional|ical|ative|essive|ective|ensive|ous|[dt]ory|able|ible|ful|less)|mild|severe|moderate|acute|"
    r"early|late|(?:de|re|im|sup)pressive",
    re.IGNORECASE,
)
"""A shape that few nouns have: no name of several words ends in it."""
_VERB: Final = r"(?:was|were|is|are|did|does|had|has|occurred|increased|decreased|improved|rose|fell|remained|differed)"
_AFTER: Final = rf"(?:{_VERB}|of|in|at|after|for|from|with|between|among|by|to|during|than|compared)"
_BEFORE: Final = r"(?:the|an?|of|in|on|for|to|from|by|no|any|overall|free|with|and|or|their|its|longer|shorter)"
_PREDICATE: Final = r"(?<!was )(?<!were )(?<!is )(?<!are )(?<!be )(?<!more )(?<!less )(?<!most )(?<!ly )"


def noun(word: str, record: Record) -> bool:
    """Whether a record uses a word as a noun."""
    if not word.isascii() or not word.replace("-", "").isalpha():
        return False
    return _noun(word.lower(), record)


@lru_cache(maxsize=256)
def _noun(word: str, record: Record) -> bool:
    text = _text(record)
    own = re.escape(word)
    plural = re.escape(word[:-1]) + "ies" if word.endswith("y") else own + "s"
    return (
        re.search(rf"\b{plural}\b|{_PREDICATE}\b{own}\s{_VERB}\b|\b{_BEFORE}[\s-]{own}(?:\s{_AFTER}\b|[.;:])", text)
        is not None
    )


@lru_cache(maxsize=8)
def _text(record: Record) -> str:
    kept = (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.BODY)
    return " ".join(s.text for s in record.sections if s.kind in kept).lower()
