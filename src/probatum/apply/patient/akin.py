"""Akin: whether what a label says of one illness holds of another: the same, one of which it is a kind, one that it
bears with it.

Terms are found in the label's words by the vocabulary, the longest name first, so that `peripheral vascular disease` is
no vascular disease at large. Which illness bears which with it stands in `borne.toml`.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache
from typing import Final

from probatum import vocabulary
from probatum.apply.patient.borne import borne
from probatum.apply.patient.illnesses import TOO_WIDE
from probatum.text import sited
from probatum.text.expressions import caseless
from probatum.vocabulary import Term

_ILL: Final = ("condition", "symptom", "procedure")
_SIGNS: Final = ("C23.550", "C23.300")
"""MeSH trees of processes and of shapes of disease, of which every illness is some kind."""
_REACTIONS: Final = "hypersensitivity"
"""A wide class under which MeSH puts asthma: a label speaks of it where it means a reaction to the medicine."""


class Kin(IntEnum):
    """How near an illness that a text names is to the one that somebody has."""

    NONE = 0
    KIND_OF_IT = 1
    """The text names a kind of it, which this may be or not."""
    SAME = 2
    """It is the same, wider, or what comes with it."""


@lru_cache(maxsize=4096)
def kinship(text: str, illness: str) -> Kin:
    """How near the nearest illness named in a text is to an illness, given by a name of the vocabulary."""
    return max((near for near, _ in _near(text, illness)), default=Kin.NONE)


_REMEDY: Final = caseless(r"\b[\w-]{3,20} (?:reliever|reducer|killer|remedy|remedies)s?\b")


@lru_cache(maxsize=4096)
def names_it(text: str, illness: str) -> bool:
    """Whether a text names the illness itself, and not only what it is a kind of or bears with it."""
    own = _term(illness)
    return own is not None and any(term.label == own.label for term, _ in _named(text))


@lru_cache(maxsize=4096)
def states(text: str, illness: str) -> tuple[str, ...]:
    """The states in which a text names the illness (`severe`, `recent`), words for one state with `|` between; empty
    where it names it once without any."""
    same = [state for near, state in _near(text, illness) if near is Kin.SAME]
    return tuple(same) if same and all(same) else ()


@lru_cache(maxsize=4096)
def _near(text: str, illness: str) -> tuple[tuple[Kin, str], ...]:
    """For each illness that a text names how near it is, and in which state it is named."""
    own = _term(illness)
    if own is None:
        return ()
    wide = _wider(own)
    names = {name.lower() for name in (own.label, *own.synonyms)}
    likes = {like["what"].lower() for like in _LIKE.finditer(text)}
    found = [(Kin.SAME, "") for like in likes if any(name == like or name.endswith(f" {like}") for name in names)]
    for term, state in _named(sited.without_other(text, own.label)):
        above = {up.label.lower() for up in vocabulary.load().broader(term.id)}
        same = term.label.lower() in wide
        found.append((Kin.SAME if same else Kin.KIND_OF_IT if own.label.lower() in above else Kin.NONE, state))
    return tuple(found)


def _term(name: str) -> Term | None:
    return next((t for t in vocabulary.load().lookup(name) if t.semantic in _ILL), None)


@cache
def _wider(own: Term) -> frozenset[str]:
    """Labels of the illness, of those of which it is a kind, and of what it bears with it."""
    above = (up for up in vocabulary.load().broader(own.id) if not _says_nothing(up))
    bears = borne().get(own.label.lower(), ())
    return frozenset((own.label.lower(), *(up.label.lower() for up in above), *bears))


def _says_nothing(term: Term) -> bool:
    """Whether a class is so wide that a label which names it says nothing of one illness in it."""
    label = term.label.lower()
    shapes = bool(term.trees) and all(tree.startswith(_SIGNS) for tree in term.trees)
    return label in TOO_WIDE or shapes or _REACTIONS in label


_SHARED: Final = caseless(
    r"\b(?P<one>\w+), (?P<two>\w+),? (?P<link>and|or) (?P<three>\w+) (?P<head>disease|impairment|failure)\b"
)
"""Organs that share their illness: `heart, kidney or liver disease`."""
_PAIRED: Final = caseless(r"\b(?P<one>\w+) (?P<link>and|or) (?P<two>\w+) (?P<head>disease|impairment|failure)\b")


_STATE: Final = caseless(
    r"\b(?P<state>severe|serious|acute|active|uncontrolled|unstable|decompensated|untreated|uncorrected|advanced|recent)"
    r"(?: or \w+)?(?: (?!in\b|with\b|after\b|of\b)[\w-]+){0,2} ?$"
)
"""What stands before an illness that is named in one state or kind of it."""


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[tuple[Term, str], ...]:
    """The illnesses that a text names, each with the state in which it is named."""
    text = _REMEDY.sub(" ", text)  # a fever reducer is no fever
    text = _DYSFUNCTION.sub(r"\g<gland> diseases", text)
    kinds = bool(_CARCINOMA.search(text))  # named by what it is made of, a cancer of an organ is one kind of it
    text = _CARCINOMA.sub("cancer", text)
    spread = _SHARED.sub(r"\g<one> \g<head>, \g<two> \g<head> \g<link> \g<three> \g<head>", text)
    spread = spread if spread != text else _PAIRED.sub(r"\g<one> \g<head> \g<link> \g<two> \g<head>", text)
    found = (m for m in vocabulary.load().find(spread) if m.term.semantic in _ILL)
    every: list[tuple[Term, str]] = []
    for mention in found:
        before, behind = spread[max(0, mention.start - 60) : mention.start], spread[mention.end : mention.end + 80]
        state = _STATE.search(before) or _own_state(spread[mention.start : mention.end], mention.term)
        brought = _BROUGHT.match(behind)
        tissue = _TISSUE.search(before) if kinds else None
        kind = f"carcinoma|{tissue['tissue'].lower()}" if tissue else "carcinoma" if kinds else ""
        said = state["state"].lower() if state else "after" if brought else kind
        said = _UNTREATED if said in _UNTREATED.split("|") else said
        every.append((mention.term, said))
    return tuple(every)


def _own_state(named: str, term: Term) -> re.Match[str] | None:
    """The state with which an illness is named where both are one name of it (`decompensated heart failure`), and the
    illness is not that state by itself."""
    found = _OPENS.match(named)
    return found if found is not None and found["state"].lower() not in term.label.lower() else None


_OPENS: Final = caseless(
    r"(?P<state>severe|acute|active|uncontrolled|unstable|decompensated|untreated|uncorrected|advanced|recent) "
)
_LIKE: Final = caseless(r"\b(?P<what>\w{3,})-like (?:symptoms?|illness(?:es)?|syndromes?)\b")
"""`flu-like symptoms` are those of who has the flu, too."""
_DYSFUNCTION: Final = caseless(r"\b(?P<gland>thyroid|parathyroid|pituitary|adrenal) (?:gland )?dysfunction\b")
_TISSUE: Final = caseless(r"\b(?P<tissue>[a-z]{6,}) $")
_UNTREATED: Final = "untreated|uncorrected|uncontrolled|not treated|not yet treated|unreplaced"
"""States that are one: what an illness is while nothing is done about it."""
_BROUGHT: Final = caseless(r"[^.;]{0,60}?\breactions? (?:after|to|from)\b")
"""`asthma, urticaria or other allergic reactions after A`: meant is what A brought on, and not asthma at large."""
_CARCINOMA: Final = caseless(r"\b(?:adeno)?carcinomas?\b")
