"""Spelling of the question's words, against the vocabulary and the library's own terms.

A word that is known is never changed. Drugs whose names are alike are never swapped silently: where a misspelt word is
nearly as near to a second drug, or to one that is known to be mistaken for the first, the reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import msgspec

from probatum.ask.forms import is_form, words
from probatum.ask.text import Draft
from probatum.model import Choice
from probatum.vocabulary import Suggestion, Vocabulary
from probatum.vocabulary.spelling import reach

_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_]+(?:'[^\W\d_]+)?(?![\w(]|-\d)")
_BIOLOGY: Final = frozenset(
    words(
        """
        protein proteins gene genes enzyme enzymes receptor receptors kinase pathway pathways assay database tool tools
        software syndrome virus bacterium species family antigen antibody peptide complex domain locus mutation
        mutations network vaccine
        """
    )
)
_NEARLY: Final = 0.5
"""Weighted edits by which a second drug may be farther and still counts as equally near."""
_ALIKE: Final = 1.0
"""The same for pairs that are known to be mistaken for each other."""
_SHORTEST: Final = 5
MOST_WORDS: Final = 12
"""Unknown words that are looked up in one question; a text in another language has more."""


class Decision(msgspec.Struct, frozen=True):
    """What is done with a misspelt word: a correction, or options to ask about."""

    name: str = ""
    kind: str = ""
    options: tuple[str, ...] = ()


def correct(draft: Draft, vocabulary: Vocabulary, library_knows: Callable[[str], bool] | None) -> None:
    """Correct the draft's misspelt words, or ask about them."""
    typed_words = list(_WORD.finditer(draft.text))
    unknown = [m for m in typed_words if is_unknown(m.group(), vocabulary, library_knows)]
    if len(unknown) > MOST_WORDS or (len(typed_words) > 5 and len(unknown) > 0.6 * len(typed_words)):
        return  # not English, or no prose: correcting word by word would invent
    titled = sum(m.group()[0].isupper() for m in typed_words) > 0.6 * len(typed_words) > 1
    for match in reversed(unknown):
        typed = match.group()
        if _of_biology(draft.text, match.start(), match.end()):
            continue
        name = typed[0].isupper() and not titled and not _opens(draft.text, match.start())
        decision = decide(typed, vocabulary, as_name=name or draft.text[match.end() : match.end() + 1] == "-")
        if decision.options:
            draft.choices.insert(0, Choice(typed, decision.options))
        elif decision.name:
            draft.replace(match.start(), match.end(), decision.name, "spelling", _why(decision, vocabulary))


def _of_biology(text: str, start: int, end: int) -> bool:
    """True for the name of a gene, protein, enzyme or tool, of which no list is complete."""
    before = text[:start].rsplit(None, 1)[-1].lower() if text[:start].split() else ""
    after = (text[end:].split() or [""])[0].lower().strip("?,.;:")
    return before in _BIOLOGY or after in _BIOLOGY or text[start:end].lower().endswith("ase")


def _opens(text: str, start: int) -> bool:
    """True at the start of a sentence, where a capital says nothing."""
    before = text[:start].rstrip(" \"'(")
    return not before or before.endswith((".", "?", "!", ":"))


def _why(decision: Decision, vocabulary: Vocabulary) -> str:
    if decision.kind != "drug":
        return "not a known word; this is the nearest one"
    alike = vocabulary.sound_alikes(decision.name)
    return "no other drug name is as near" + (f"; not {', '.join(alike[:2])}" if alike else "")


def is_unknown(word: str, vocabulary: Vocabulary, library_knows: Callable[[str], bool] | None) -> bool:
    """True for a word that neither the vocabulary nor the library knows, in itself or as a form of a known word."""
    bare = word.removesuffix("'s").removesuffix("'")
    if len(bare) < _SHORTEST or "'" in bare or any(c.isupper() for c in bare[1:]) or not bare.isascii():
        return False
    lower = bare.lower()
    known = vocabulary.known(lower)
    if known and not _only_in_a_name(lower, vocabulary):
        return False
    if library_knows is not None and library_knows(lower):  # asked last: it costs a search
        return not known and _short_of_an_e(lower, vocabulary)
    return known or not is_form(lower, vocabulary)


def _short_of_an_e(word: str, vocabulary: Vocabulary) -> bool:
    """True for a usual drug's name without its last e (`morphin`): the library's index cuts endings and knows it."""
    return any(s.usual and s.name == f"{word}e" for s in vocabulary.suggest(word, kinds=("drug",))[:3])


def _only_in_a_name(word: str, vocabulary: Vocabulary) -> bool:
    """True for a variant met only inside some longer name (`hydroxizine chloride`), a slip away from a usual drug."""
    if vocabulary.is_english(word) or vocabulary.documents(word) >= 3 or vocabulary.lookup(word):
        return False
    nearest = vocabulary.suggest(word, kinds=("drug",))[:1]
    return bool(nearest) and nearest[0].usual and nearest[0].distance <= 0.5


def decide(typed: str, vocabulary: Vocabulary, *, as_name: bool = False) -> Decision:
    """What a misspelt word is read as. `as_name`: it is capitalised inside a sentence, so it may be somebody's name."""
    word = typed.removesuffix("'s").lower()
    suggestions = tuple(
        s
        for s in vocabulary.suggest(word, kinds=("drug", "medical", "word"))
        if s.distance <= _limit(word, s, as_name=as_name)
    )
    if not suggestions:
        return Decision()
    best = suggestions[0]
    if best.kind == "drug":
        return _decide_drug(word, best, vocabulary)
    drugs = [s for s in suggestions if s.kind == "drug" and s.usual and s.distance <= best.distance + 0.25]
    if drugs and len(word) >= 7 and best.distance >= 1:
        return Decision(options=tuple(dict.fromkeys([best.name, *(d.name for d in drugs[:3])])))
    return Decision(best.name, best.kind)


def _limit(word: str, suggestion: Suggestion, *, as_name: bool) -> float:
    """The distance up to which a suggestion is believed."""
    if (
        suggestion.kind != "drug"
        and suggestion.distance > 0.5
        and word[:-3] == suggestion.name[: len(word) - 3]
        and len(word) > 7
    ):
        return 0.0  # only the ending differs: a form of the word that no list holds
    if suggestion.kind == "drug":
        limit = reach(word) if suggestion.usual else 0.5
        return min(limit, 1.0) if as_name else limit
    if as_name:
        return 0.5 if suggestion.kind == "medical" else 0.0
    if suggestion.kind == "medical":
        return min(reach(word), 1.0 if len(word) < 9 else 1.5)
    return 0.5 if len(word) < 6 else 1.0


def _decide_drug(word: str, best: Suggestion, vocabulary: Vocabulary) -> Decision:
    base = vocabulary.base_of(best.name)
    rivals = []
    for other in vocabulary.suggest(word, kinds=("drug",)):
        if vocabulary.base_of(other.name) == base or (best.usual and not other.usual):
            continue
        alike = vocabulary.speller.alike(best.name, other.name)
        if other.distance <= best.distance + (_ALIKE if alike or not best.usual else _NEARLY):
            rivals.append(other.name)
    if rivals:
        return Decision(options=tuple(dict.fromkeys([best.name, *rivals]))[:4])
    return Decision(_best_form(best.name, vocabulary), "drug")


def _best_form(name: str, vocabulary: Vocabulary) -> str:
    """The usual form of a drug's name: Latin and foreign endings give way to the name in use, brands stay brands."""
    terms = vocabulary.lookup(name)
    if not terms:
        return name
    if vocabulary.is_brand(name):
        return name.title()
    label = terms[0].label
    return label if label[:4] == name[:4] and " " not in label else name
