"""Turned: wordings that are put round, so that who does what to whom stands where questions have it.

`A, does it cause B`, `A gives you B` and `test T in B: fewer Cs?` ask what `does A cause B` and `does T testing
reduce C use in B` ask. Nothing is added: the words are those that were typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention, Vocabulary

_GIVEN: Final = ("drug", "procedure")
_ILL: Final = ("condition", "symptom")
_IT: Final = caseless(
    r"[\s,:;-]{1,4}(?P<verb>does|do|will|would|can|could|is|are|did) (?:it|they|these|this|that)"
    r" (?P<rest>\S[^?]{3,200})"
)
_GIVES: Final = caseless(
    r"(?:^|(?<=[,;] ))(?:(?:is it true|i(?:'ve)? (?:heard|read)|they say|people say)(?: that)? |do(?:es)? |will |can )?"
    r"(?P<what>[^,;?]{3,60}?) gives? (?:you|me|us|one|people|women|men|him|her|them)"
    r" (?:an? |the )?(?P<ill>[^,;?]{3,60})"
)
_FEWER: Final = caseless(
    r"\b(?:to (?:cut|reduce|lower|avoid|spare|save)|fewer|less|reducing|cutting|sparing)(?: down)?(?: on)? $"
)


def read_turned(draft: Draft, vocabulary: Vocabulary) -> None:
    """Put the first such wording round; the text stays where there is none."""
    for turn in _TURNS:
        if made := turn(draft.text, vocabulary.find(draft.text)):
            draft.text = made
            return


def _named_first(text: str, found: tuple[Mention, ...]) -> str:
    """`A, does it cause B` with nothing before A."""
    first = next(iter(found), None)
    if first is None or first.start > 0 or first.term.semantic not in _GIVEN:
        return ""
    asks = _IT.match(text, first.end)
    if asks is None or any(m.term.semantic in _GIVEN for m in found[1:]):
        return ""
    return f"{asks['verb'].capitalize()} {_name(text, first)} {asks['rest']}{text[asks.end() :]}"


def _gives(text: str, found: tuple[Mention, ...]) -> str:
    """`A gives you B`, where A is given and B is an illness."""
    asks = _GIVES.search(text)
    if asks is None:
        return ""
    given = [m for m in found if asks.start("what") <= m.start and m.end <= asks.end("what")]
    ill = [m for m in found if m.start == asks.start("ill") and m.term.semantic in _ILL]
    if len(given) != 1 or given[0].term.semantic not in _GIVEN or not ill:
        return ""
    verb = "Do" if _name(text, given[0]).endswith("s") else "Does"
    return f"{text[: asks.start()]}{verb} {_name(text, given[0])} cause {text[asks.start('ill') :]}"


def _fewer(text: str, found: tuple[Mention, ...]) -> str:
    """`test T in B: fewer Cs`, where T finds something out and C is a medicine or a class of them."""
    tests = [m for m in found if m.term.semantic == "test"]
    spared = [m for m in found if m.term.semantic == "drug" and _FEWER.search(text[: m.start])]
    ills = [m for m in found if m.term.semantic in _ILL]
    if len(tests) != 1 or len(spared) != 1 or not ills or tests[0].start > min(m.start for m in (*ills, *spared)):
        return ""
    ill = text[ills[0].start : ills[-1].end] if _adjacent(text, ills) else _name(text, ills[0])
    drug = _name(text, spared[0]).lower()
    drug = drug[:-1] if drug.endswith("s") and not drug.endswith("ss") else drug
    return f"Does {_name(text, tests[0])} testing reduce {drug} use in {ill}?"


_CHANGED: Final = caseless(
    r"[\s,:]{1,2}(?:how (?:do (?:i|we|you) |to )?|when (?:do (?:i|we|you) |to )?)?"
    r"(?:switch(?:ing|over)?|chang(?:e|ing)|convert(?:ing)?|conversion|swap(?:ping)?|transition(?:ing)?)\b[\s,:]*"
    r"(?P<rest>[^?]{0,120})"
)


def _changed(text: str, found: tuple[Mention, ...]) -> str:
    """`A to B switch, how` asks how to switch from A to B."""
    drugs = [m for m in found if m.term.semantic == "drug"]
    if not drugs or drugs[0].start > 0:
        return ""
    joined = [m for m in drugs[1:] if text[m.start - 4 : m.start] == " to "]
    if len(joined) != 1 or text[drugs[0].end : joined[0].start].strip(" ,").count(" ") > _DOSE_WORDS:
        return ""
    last = drugs[-1]
    asks = _CHANGED.match(text, last.end)
    if asks is None or last.start - joined[0].end > 1:
        return ""  # `A to B/C` is one combination, and `A to B and C` another question
    rest = re.sub(r"\bhow\b", "", asks["rest"], flags=re.IGNORECASE).strip(" ,.")
    old, new = text[: joined[0].start - 4].strip(" ,"), text[joined[0].start : last.end]
    return f"How to switch from {old} to {new}{f', {rest}' if rest else ''}?"


_DOSE_WORDS: Final = 5
"""Words that may stand behind the first medicine: its dose and how often it is taken."""


def _adjacent(text: str, ills: list[Mention]) -> bool:
    return len(text[ills[0].end : ills[-1].start].split()) <= 1


def _name(text: str, mention: Mention) -> str:
    said = text[mention.start : mention.end]
    return said[0].lower() + said[1:] if re.fullmatch(r"[A-Z][a-z]{2}[a-z -]*", said) else said


_TURNS: Final[tuple[Callable[[str, tuple[Mention, ...]], str], ...]] = (_named_first, _gives, _fewer, _changed)
