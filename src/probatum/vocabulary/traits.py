"""Traits: what medicines do by which labels speak of them without a name: `drugs that prolong the QT interval`.

A label that warns of a kind speaks of every medicine of it. Which medicines are of a kind stands in `data/traits.tsv`:
facts of pharmacology as the labels and the enzyme tables of regulators state them, complete for no kind. A list may
name a class in place of its members.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_DRUGS: Final = r"(?:drugs?|medicines?|agents?|substances?|products?)"
_PGP: Final = r"(?:P-?glycoprotein|P-?gp)"
_BOTH: Final = rf"{_PGP}(?: and| or|,)? (?:strong |potent )?(?:inhibitors? of )?CYP3A4?"


def _enzyme(name: str, sort: str) -> str:
    """`CYP2D6 inhibitors`, `inhibitors of CYP2D6`, `inhibitors of CYP1A2 or CYP2D6`, `CYP2D6 or CYP1A2 inhibitors`."""
    return rf"{sort} of (?:[\w-]{{1,16}} (?:or|and) )?{name}\b|\b{name}(?: (?:or|and) [\w-]{{1,16}})? {sort}"


_SAID: Final[dict[str, re.Pattern[str]]] = {
    "prolongs the QT interval": caseless(
        rf"\b{_DRUGS} (?:that|which) (?:\w+ )?(?:prolong|lengthen)s?(?: the)? QT"
        rf"|\bQT[- ](?:interval[- ])?prolonging|\b{_DRUGS} (?:that|which)[^.;,]{{0,20}}\btorsades?"
    ),
    "adds to serotonin": caseless(rf"\bserotonergic {_DRUGS}|\b{_DRUGS} (?:that|which) (?:affect|raise)s? serotonin"),
    "depresses the central nervous system": caseless(
        rf"\b{_DRUGS} (?:that|which) depress(?:es)? the central nervous|\b(?:CNS|central nervous system) depressants?"
    ),
    "raises potassium": caseless(
        rf"\b{_DRUGS} (?:that|which)(?: \w+)? (?:raise|increase)s?(?: serum| the)? potassium"
        r"|\bpotassium-(?:raising|sparing)"
    ),
    "affects clotting": caseless(
        rf"\b{_DRUGS} (?:that|which)(?: \w+)? (?:affect|impair|inhibit)s? "
        r"(?:clotting|coagulation|ha?emostasis|platelet)"
        rf"|\b{_DRUGS} (?:that|which) (?:raise|increase)s? (?:the risk of )?bleeding"
    ),
    "inhibits P-glycoprotein and strongly CYP3A4": caseless(
        rf"\bcombined inhibitors? of {_BOTH}|\bcombined {_BOTH} inhibitors?"
    ),
    "inhibits P-glycoprotein": caseless(_enzyme(_PGP, "inhibitors?")),
    "induces P-glycoprotein": caseless(_enzyme(_PGP, "inducers?")),
    "induces CYP3A4": caseless(_enzyme("CYP3A4?", "inducers?")),
    "strongly inhibits CYP3A4": caseless(_enzyme("CYP3A4?", "inhibitors?")),
    "moderately inhibits CYP3A4": caseless(_enzyme("CYP3A4?", "inhibitors?")),
    "inhibits CYP2D6": caseless(_enzyme("CYP2D6", "inhibitors?")),
    "inhibits CYP1A2": caseless(_enzyme("CYP1A2", "inhibitors?")),
    "inhibits CYP2C9": caseless(_enzyme("CYP2C9", "inhibitors?")),
    "inhibits CYP2C19": caseless(_enzyme("CYP2C19", "inhibitors?")),
}
"""The words by which a label speaks of the medicines of a trait."""
_COMBINED: Final = "inhibits P-glycoprotein and strongly CYP3A4"
_STRENGTH: Final = {
    "strongly inhibits CYP3A4": caseless(r"\b(?:strong|potent)\b"),
    "moderately inhibits CYP3A4": caseless(r"\bmoderate\b"),
}
_ANY_STRENGTH: Final = caseless(r"\b(?:strong|potent|moderate|weak)\b")
_DESCRIBES: Final = caseless(r"(?:\b(?:which|that) (?:are|is)|,) (?:an? )?(?:(?:strong|potent|moderate|weak) )?$")
"""Before what only says of medicines named there what they do: `A or B, which are strong inhibitors of CYP1A2`."""
_NEAR: Final = 30
"""Characters around the words in which the strength of an inhibitor stands."""


def told(text: str, drug: str) -> str:
    """The words of a text that name a kind of medicines in which the drug is; empty where none does."""
    for trait in traits_of(drug):
        if words := _named(text, trait):
            return words
    return ""


def _named(text: str, trait: str) -> str:
    if trait != _COMBINED:
        text = _SAID[_COMBINED].sub(" ", text)  # what must do both is told of by its own trait
    for found in _SAID[trait].finditer(text):
        if _DESCRIBES.search(text[: found.start()]):
            continue
        near = text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        if trait not in _STRENGTH or _STRENGTH[trait].search(near) or not _ANY_STRENGTH.search(near):
            return found[0]
    return ""


@lru_cache(maxsize=2048)
def traits_of(drug: str) -> tuple[str, ...]:
    """What is known that a medicine does, as its own name, that of its class or of a part of it is listed."""
    whole = drug.casefold().replace("/", " and ")
    own = {whole, *whole.split(" and ")}
    return tuple(trait for trait, names in _table().items() if own & names)


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    raw = files("probatum.vocabulary").joinpath("data", "traits.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in raw.splitlines()[1:])
    return {
        trait: frozenset(each.casefold() for name in names.split("; ") for each in (name, *members(name)))
        for trait, names in rows
    }
