"""Readers: words by which a follow-up asks to be told something as another reader is told it, or more simply."""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Reader
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_LIKE_A_CHILD: Final = expression(
    r"\blike i'?m (?:\d+|a (?:child|kid|five|beginner))\b|\blike i am \d+\b|\beli\d+\b"
    r"|\bto (?:a |an |my )?(?:\d+[ -]?(?:yr|year)s?[ -]?olds?|child|kid)\b|\b(?:even |much |still )?simpler\b"
    r"|\bdumb it down\b",
    _I,
)
_READERS: Final[tuple[tuple[Reader, re.Pattern[str]], ...]] = (
    (
        Reader.PATIENT,
        expression(
            r"^\W*(?:and |but |so |ok(?:ay)? |sorry )*what (?:does|do) (?:all )?(?:this|that"
            r"|it) (?:all )?(?:actually |really )?mean"
            r"(?: in (?:plain|simple|normal|ordinary) (?:words|english|terms|language))?\W*$"
            r"|\b(?:in|using) (?:plain|simple|simpler|easy|easier|everyday|normal|ordinary) (?:words|language"
            r"|terms|english)\b"
            r"|\blike i'?m (?:\d+|a (?:child|kid|five|beginner))\b|\blike i am \d+\b|\beli\d+\b"
            r"|\b(?:plain|simple|simpler|easy|easier|lay|everyday|non-?medical) (?:words|language|terms|english)\b"
            r"|\b(?:for|to) (?:a|the|my) patients?\b|\bexplain (?:it |this |that )?(?:more )?simply\b"
            r"|\bexplain (?:it |this |that )?(?:simpler|easier|again)\b|\bi (?:don'?t|didn'?t) get (?:it|this"
            r"|that)\b(?!.*\bline\b)"
            r"|\b(?:say|tell|explain)\b[^?]{0,20}\bto (?:a |an )?\d+[ -]?(?:yr|year)s?[ -]?olds?\b|\bdumb it down\b"
            r"|^\W*(?:(?:please|can you|could you|make|say|put|tell me|it|this|that|all|much|a bit|even|more|again) )*"
            r"(?:simpler|easier|plainer|simply)\b"
            r"|\bi (?:don'?t|didn'?t) (?:understand|get (?:it|this|that)|follow)\b"
            r"|^\W*explain (?:it |this |that )?(?:more )?(?:simpler|easier|in simple\w* \w+)\b"
            r"|\bwhat would you (?:say|tell)(?: to)? (?:a|an|my) (?:\d+|child|kid|teenager|patient)\b"
            r"|\b(?:in|with) (?:less|no|without) jargon\b"
            r"|\bso (?:that )?(?:my \w+|i|he|she|they|a \w+) (?:can )?(?:gets? it|understands?|follows?)\b",
            _I,
        ),
    ),
    (
        Reader.CARER,
        expression(
            r"\b(?:for|to|as) (?:a |the |my )?(?:carers?|caregivers?|family|relatives?)\b"
            r"|\b(?:explain|tell|say|write|put|word)\b[^?]{0,20}\b(?:to|for) (?:his|her|their|the"
            r"|my) (?:m[uo]m|mother|dad"
            r"|father|parents?|wife|husband|partner|sons?|daughters?|famil(?:y|ies))\b",
            _I,
        ),
    ),
    (Reader.NURSE, expression(r"\b(?:for|to|as) (?:a |the )?nurses?\b", _I)),
    (Reader.PHARMACIST, expression(r"\b(?:for|to|as) (?:a |the )?pharmacists?\b", _I)),
    (Reader.RESEARCHER, expression(r"\b(?:for|to|as) (?:a |the )?(?:researchers?|methodologists?|scientists?)\b", _I)),
    (Reader.STUDENT, expression(r"\b(?:for|to|as) (?:a |the )?(?:(?:medical|nursing) )?students?\b", _I)),
    (
        Reader.DOCTOR,
        expression(
            r"\b(?:for|to|as) (?:a |the )?(?:doctors?|physicians?|clinicians?|professionals?|gps?)\b"
            r"|\b(?:technical|professional|medical) (?:words|language|terms)\b",
            _I,
        ),
    ),
)


def simplest(text: str) -> bool:
    """Whether the words of a child are asked for: `explain like I'm 12`."""
    return _LIKE_A_CHILD.search(text) is not None


def reader(text: str) -> Reader | None:
    """The reader it asks for."""
    return next((who for who, cue in _READERS if cue.search(text)), None)
