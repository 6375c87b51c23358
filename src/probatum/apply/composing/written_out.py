"""Written out: on a page for everybody no short form that only its source explains: `AAD` is the diarrhoea that comes
with antibiotics, as the source itself says where it first uses it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.model import Record, Section, SectionKind, Statement
from probatum.text.abbreviations import definitions
from probatum.text.expressions import caseless

_KNOWN: Final = caseless(r"(?:DNA|RNA|HIV|AIDS|CT|MRI|ECG|EKG|COVID(?:-19)?|GP|ICU|UK|US|USA|EU|WHO|BMI|UV)")
"""Short forms that people know, or that tell them no less than their long form would."""
_LONGEST: Final = 70
"""Characters of a long form that a sentence has room for."""
_UNFIT: Final = caseless(r"[\\\d]")
"""What no long form holds that is written out: a figure of its own would stand on the page of some readers alone."""
_SHOWN: Final = (SectionKind.TITLE, SectionKind.ABSTRACT)


def plainly(body: Sequence[Section], typed: str = "") -> tuple[Section, ...]:
    """The sections with the short forms of their sources written out in the words for everybody, but for those that
    stand in the question as it was `typed`."""
    own = frozenset(_WORD.findall(typed.casefold()))
    return tuple(
        msgspec.structs.replace(section, statements=tuple(_written(one, own) for one in section.statements))
        for section in body
    )


_WORD: Final = caseless(r"[\w-]+")


def _written(one: Statement, own: frozenset[str]) -> Statement:
    """A statement in which each short form that its own sources define is written out; what it rests on stays, since
    that is the same for every reader."""
    if not one.plain or not one.supports or "\u201c" in one.plain:
        return one  # what is quoted stays as it is
    text = one.plain
    forms = {short: long for span in one.supports for short, long in _of(span.source)}
    for name, long in forms.items():
        if name.casefold() in own:
            continue
        short = rf"{re.escape(name)}(?P<many>s?)(?![\w-])"
        bare = re.sub(rf" \({short}\)", "", text)  # where it stands behind its long form, or behind plain words for it
        text = re.sub(rf"(?<![\w-]){short}", long if long.endswith("s") else rf"{long}\g<many>", bare)
    return one if text == one.plain else msgspec.structs.replace(one, plain=wording.upper(text))


@lru_cache(maxsize=512)
def _of(record: Record) -> tuple[tuple[str, str], ...]:
    """The short forms that title and abstract of a record define, with what each stands for."""
    texts = (section.text for section in record.evidence_sections if section.kind in _SHOWN)
    every = (pair for text in texts for pair in definitions(text))
    return tuple(
        (short, _in_text(long))
        for short, long in every
        if len(long) <= _LONGEST and not _UNFIT.search(long) and not _KNOWN.fullmatch(short)
    )


def _in_text(long: str) -> str:
    """A long form within a sentence: the name of a scale or of a body keeps its capitals."""
    return wording.lower(long) if long[1:] == long[1:].lower() else long
