"""Spelling of the question's words, against the vocabulary and the library's own terms.

A word that is known is never changed. What is not known is read as the likeliest line of words (a noisy channel:
Kernighan, Church and Gale 1990, doi:10.3115/997939.997975): how far the typed word is from a known one, how common that
one is, which words it stands beside, and whether the library's records on the rest of the question have it. Words torn
apart or run together are read too. Drugs whose names are alike are never swapped silently: where a misspelt word is
nearly as near to a second drug, or to one that is known to be mistaken for the first, the reader is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

import msgspec

from probatum.ask.words.lattice import TIE, Way, likeliest
from probatum.ask.words.misspelt import NOTHING, Line, Piece, line_of, ways
from probatum.ask.words.text import Draft
from probatum.model import Choice
from probatum.text.expressions import expression
from probatum.vocabulary import Suggestion, Vocabulary

Knows = Callable[[str], bool]
Near = Callable[[str], Sequence[str]]
Beside = Callable[[str], Mapping[str, float]]
Tied = Callable[[int, str, str], float]

_NEARLY: Final = 0.5
"""Weighted edits by which a second drug may be farther and still counts as equally near."""
_AS_NEAR: Final = 0.25
"""Weighted edits by which a drug may be farther than an ordinary word and is still asked about."""
SPOKEN_FOR: Final = 1.0
"""Mutual information with a neighbour, in nats, from which on a reading is not asked about."""
_ALIKE: Final = 1.0
"""The same for pairs that are known to be mistaken for each other."""
NEARLY_AS_LIKELY: Final = 4.0
"""Nats by which another reading of a word may be less likely and is looked for too."""
MOST_ALSO: Final = 2
"""Other readings of one word."""
MOST_WORDS: Final = 40
"""Unknown words that are looked up in one question; a pasted text has more."""
_BREAK: Final = expression(r"[.;:?!()\[\]]")


class Decision(msgspec.Struct, frozen=True):
    """What is done with a misspelt word: a correction, or options to ask about."""

    name: str = ""
    kind: str = ""
    options: tuple[str, ...] = ()


def correct(
    draft: Draft,
    vocabulary: Vocabulary,
    knows: Knows | None,
    near: Near | None = None,
    beside: Beside | None = None,
) -> None:
    """Correct the draft's misspelt words, or ask about them.

    `knows(word)`: the library has this very word; `near(word)`: words of the library within two letters of it;
    `beside(text)`: words of its records on a text, with the share of those records that have each.
    """
    line = line_of(draft.text, vocabulary, knows)
    if not line.unknown or len(line.unknown) > MOST_WORDS:
        return
    tied = _tied(line, vocabulary)
    near = cache(near) if near is not None else None
    found = ways(line, vocabulary, near, _topic(line, vocabulary, near, tied, beside))
    chain = likeliest(found, len(line.pieces), tied)
    changed = [way for way in chain if not way.kept]
    if line.foreign and len(changed) < len(line.unknown):
        return  # no prose, or not English: correcting word by word would invent
    draft.also += [word for others in _rivals(chain, found, tied) for word in others]
    for at, way in reversed(list(enumerate(chain))):
        if not way.kept:
            pairs = zip(chain[max(0, at - 1) : at + 1], chain[at : at + 2], strict=False)
            spoken_for = any(tied(two.first, one.words[-1], two.words[0]) >= SPOKEN_FOR for one, two in pairs)
            _apply(draft, way, line.pieces[way.first], vocabulary, spoken_for=spoken_for)


def corrected(
    text: str,
    vocabulary: Vocabulary,
    *,
    knows: Knows | None = None,
    near: Near | None = None,
    beside: Beside | None = None,
) -> Draft:
    """Words that are no question, with their spelling corrected as a question's would be."""
    draft = Draft(text)
    correct(draft, vocabulary, knows, near, beside)
    return draft


def _topic(
    line: Line, vocabulary: Vocabulary, near: Near | None, tied: Tied, beside: Beside | None
) -> Mapping[str, float]:
    """Words of the library's records on what is sure of the question. What is in doubt is not sought: the records that
    have a rare reading would come first and speak for it."""
    if beside is None:
        return NOTHING
    found = ways(line, vocabulary, near)
    chain = likeliest(found, len(line.pieces), tied)
    read = [
        way
        for way, others in zip(chain, _rivals(chain, found, tied), strict=True)
        if not others and not (way.kept and line.pieces[way.first].unknown)
    ]
    sure = [word for way in read for word in way.words]
    return beside(" ".join(sure)) if sure else NOTHING


def _rivals(chain: Sequence[Way], found: Sequence[Way], tied: Tied) -> list[list[str]]:
    """For each way of a chain, its other readings as one word that are nearly as likely beside the neighbours."""
    others: list[list[str]] = []
    for at, way in enumerate(chain):
        before = chain[at - 1].words[-1] if at else ""
        after = chain[at + 1] if at + 1 < len(chain) else None

        def cost(one: Way, before: str = before, after: Way | None = after) -> float:
            ties = tied(one.first, before, one.words[0]) if before else 0.0
            ties += tied(after.first, one.words[-1], after.words[0]) if after is not None else 0.0
            return one.cost - TIE * ties

        least = cost(way)
        rivals = [one for one in found if (one.first, one.last) == (way.first, way.last) and one is not way]
        near = sorted((cost(one) - least, one.words) for one in rivals if not one.kept and len(one.words) == 1)
        others.append([words[0] for more, words in near[:MOST_ALSO] if more <= NEARLY_AS_LIKELY])
    return others


def _tied(line: Line, vocabulary: Vocabulary) -> Tied:
    """How strongly two neighbours of the line belong together; nothing over the end of a sentence."""
    apart = {
        at
        for at in range(1, len(line.pieces))
        if _BREAK.search(line.text, line.pieces[at - 1].end, line.pieces[at].start)
    }
    return lambda at, one, other: 0.0 if at in apart else vocabulary.tie(one, other)


def _one_substance(names: Sequence[str], vocabulary: Vocabulary) -> str:
    """The first of several names where all of them are names of one medicine (`divalproex`, `valproate`): between those
    nothing is to be chosen. Empty where they are of several."""
    drugs = [{t.id for t in vocabulary.lookup(name) if t.semantic == "drug"} for name in names]
    return names[0] if len(drugs) > 1 and set.intersection(*drugs) else ""


def _only_drug(names: Sequence[str], text: str, vocabulary: Vocabulary) -> str:
    """The one medicine among names of which the others are everyday words, where the text names no medicine besides:
    `sertalin ok?` asks of sertraline. Empty elsewhere."""
    drugs = [name for name in names if any(t.semantic == "drug" for t in vocabulary.lookup(name))]
    named = any(m.term.semantic == "drug" for m in vocabulary.find(text))
    return drugs[0] if len(drugs) == 1 and len(names) > 1 and not named else ""


def _apply(draft: Draft, way: Way, piece: Piece, vocabulary: Vocabulary, *, spoken_for: bool) -> None:
    typed = draft.text[way.start : way.end]
    read = " ".join(way.words)
    if len(way.words) > 1:
        draft.replace(way.start, way.end, _cased(read, typed), "spelling", "two words that were run together")
    elif way.last > way.first or " " in typed:
        draft.replace(way.start, way.end, _cased(read, typed), "spelling", "one word that was torn apart")
    else:
        decision = decide(piece.word, vocabulary, chosen=read, spoken_for=spoken_for)
        if (one := _one_substance(decision.options, vocabulary)) and not spoken_for:
            why = "each name that it may be is of one substance"
            draft.replace(way.start, way.end, _cased(one, typed), "spelling", why)
        elif (drug := _only_drug(decision.options, draft.text, vocabulary)) and not spoken_for:
            why = "the only medicine that it may be, where no other is named"
            draft.replace(way.start, way.end, _best_form(drug, vocabulary), "spelling", why)
        elif decision.options:
            draft.choices.insert(0, Choice(typed, decision.options))
        elif decision.name:
            draft.replace(way.start, way.end, decision.name, "spelling", _why(decision, vocabulary))


def _cased(read: str, typed: str) -> str:
    """A capital only where the typed word opens the sentence is `Draft.replace`'s to keep."""
    return read.capitalize() if typed[:1].isupper() else read


def _why(decision: Decision, vocabulary: Vocabulary) -> str:
    if decision.kind == "library":
        return "not a known word; the nearest one of the library"
    if decision.kind != "drug":
        return "not a known word; the likeliest one near it"
    alike = vocabulary.sound_alikes(decision.name)
    return "no other drug name is as near" + (f"; not {', '.join(alike[:2])}" if alike else "")


def decide(typed: str, vocabulary: Vocabulary, *, chosen: str = "", spoken_for: bool = False) -> Decision:
    """What a misspelt word is read as, by itself or as `chosen` for it; `spoken_for`: by its neighbours too."""
    suggestions = vocabulary.suggest(typed, kinds=("drug", "medical", "word"))
    if not chosen:
        line = line_of(typed, vocabulary, None)
        chain = likeliest(ways(line, vocabulary, None), len(line.pieces), lambda *_: 0.0)
        chosen = next((" ".join(way.words) for way in chain if not way.kept), "")
    best = next((s for s in suggestions if s.name == chosen), None)
    if best is None:
        return Decision(chosen, "library" if chosen else "")
    if best.kind == "drug":
        return _decide_drug(typed, best, vocabulary)
    drugs = [s for s in suggestions if s.kind == "drug" and s.usual and s.distance <= best.distance + _AS_NEAR]
    if drugs and len(typed) >= 7 and not spoken_for:
        return Decision(options=tuple(dict.fromkeys([*(d.name for d in drugs[:3]), best.name])))
    return Decision(best.name, best.kind)


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
