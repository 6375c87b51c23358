"""The words of a question that nobody knows, and the ways in which each can be read."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from probatum.ask.forms import is_compound, is_derived, words
from probatum.ask.lattice import Way
from probatum.ask.terms import STOP
from probatum.vocabulary import Suggestion, Vocabulary
from probatum.vocabulary.normal import word_key
from probatum.vocabulary.spelling import LONGEST, SHORTEST, distance

EDIT: Final = 5.0
"""Nats of one weighted edit. Fitted on errors made in the development questions, as are the costs below."""
SPLIT: Final = 4.0
"""Nats of running two words together."""
TORN: Final = 4.0
"""Nats of tearing one word apart."""
KEEP: Final = ((5, 10.0), (6, 12.0), (7, 13.0), (8, 14.0), (99, 15.0))
"""Up to that length: nats of a word that no list holds. Short unknown words are often abbreviations or names."""
SLOPPY: Final = 7.0
"""What is added when every word is unknown: then it is the typing."""
FORM: Final = 9.0
"""Nats of a word that no list holds but that is a form of a known one."""
NAME: Final = 10.0
"""What a candidate costs more for a word that may be somebody's name, unless it is a drug or very near."""
ODD_DRUG: Final = 10.0
"""What a drug that is not in use costs more, unless it is very near."""
DRUG: Final = 20
"""Documents that a drug in use is reckoned to have besides: questions name drugs more often than papers do."""
ENDING: Final = 3.0
"""What a candidate costs that differs in the ending alone: more likely a form of the word that no list holds."""
LIBRARY: Final = 8.0
"""Nats of a word of the library that the vocabulary lacks."""
WAYS: Final = 8
"""Ways of reading one word that are weighed against each other."""
PART: Final = 3
"""Letters of the parts of words run together."""
MET: Final = 30
"""Documents from which on such a part counts as a word where the two are not known as neighbours."""

_WORD: Final = re.compile(r"(?<![\w'])(?<!\d-)[^\W\d_]+(?:'[^\W\d_]+)?(?![\w(]|-\d)")
_BIOLOGY: Final = frozenset(
    words(
        """
        protein proteins gene genes enzyme enzymes receptor receptors kinase pathway pathways assay database tool tools
        software syndrome virus bacterium species family antigen antibody peptide complex domain locus mutation
        mutations network vaccine
        """
    )
)
_FOREIGN: Final = frozenset(
    words(
        """
        der die das und mit bei ein eine ist el la los las del para con es une les des est pour avec et il di che per
        het een van voor met uma com em og och
        """
    )
)
"""Words of no content of other languages."""
_ENGLISH: Final = STOP - frozenset(
    words("a am an as at but die do done if in is it me no on or per so use was we will")
)
"""Words of no content that few other languages share."""
_FEW: Final = 0.4
"""Share of unknown words from which on it is the typing, and names of genes are no longer looked out for."""


class Piece(NamedTuple):
    """A content word of the question."""

    start: int
    end: int
    word: str
    """Lower case, without a possessive ending."""
    unknown: bool
    keep: float
    """Nats of leaving it as it is."""
    name: bool = False
    """True when it may be somebody's name: it has a capital inside a sentence."""


class Line(NamedTuple):
    """The content words of a question."""

    text: str
    pieces: tuple[Piece, ...]
    foreign: bool
    """True when too many words are unknown for English prose."""

    @property
    def unknown(self) -> list[Piece]:
        """The words to be read otherwise."""
        return [piece for piece in self.pieces if piece.unknown]


def likelihood(documents: int, vocabulary: Vocabulary) -> float:
    """Nats of a word that stands in that many records of the reference corpus."""
    return math.log(vocabulary.corpus_size / (documents + 0.3))


def line_of(text: str, vocabulary: Vocabulary, knows: Callable[[str], bool] | None) -> Line:
    """The content words of a text, with those that neither the vocabulary nor the library knows marked."""
    matches = [m for m in _WORD.finditer(text) if len(m.group()) > 2 and m.group().lower() not in STOP]
    bare = [m.group().removesuffix("'s").removesuffix("'") for m in matches]
    unknown = [is_unknown(word, vocabulary, knows) for word in bare]
    share = sum(unknown) / len(unknown) if unknown else 0.0
    careless = sum(unknown) > 2 and share > _FEW
    spoken = {m.group().lower() for m in _WORD.finditer(text)}
    titled = sum(word[0].isupper() for word in bare) > 0.6 * len(bare) > 1
    pieces = []
    for match, word, no_word in zip(matches, bare, unknown, strict=True):
        start, lower = match.start(), word.lower()
        keep = likelihood(vocabulary.documents(lower), vocabulary)
        if no_word:
            no_word = careless or not _of_biology(text, start, match.end())
            keep = _keep(lower, vocabulary) + SLOPPY * share * share
        named = word[0].isupper() and not titled and not _opens(text, start)
        pieces.append(Piece(start, start + len(word), lower, no_word, keep, named))
    foreign = sum(unknown) > 1 and share > 0.4 and bool(spoken & _FOREIGN) and not spoken & _ENGLISH
    return Line(text, tuple(pieces), foreign)


def _keep(word: str, vocabulary: Vocabulary) -> float:
    if is_derived(word, vocabulary) or is_compound(word, vocabulary):
        return FORM
    return next(cost for longest, cost in KEEP if len(word) <= longest)


def is_unknown(word: str, vocabulary: Vocabulary, knows: Callable[[str], bool] | None) -> bool:
    """True for a word that neither the vocabulary nor the library knows."""
    bare = word.removesuffix("'s").removesuffix("'")
    if not SHORTEST <= len(bare) <= LONGEST or "'" in bare or any(c.isupper() for c in bare[1:]) or not bare.isascii():
        return False
    lower = bare.lower()
    known = vocabulary.known(lower)
    if known and not _only_in_a_name(lower, vocabulary):
        return False
    if knows is not None and knows(lower):  # asked last: it costs a search
        return not known and _short_of_an_e(lower, vocabulary)
    return True


def _short_of_an_e(word: str, vocabulary: Vocabulary) -> bool:
    """True for a usual drug's name without its last e (`morphin`): the library's index cuts endings and knows it."""
    return any(s.usual and s.name == f"{word}e" for s in vocabulary.suggest(word, kinds=("drug",))[:3])


def _only_in_a_name(word: str, vocabulary: Vocabulary) -> bool:
    """True for a variant met only inside some longer name (`hydroxizine chloride`), a slip away from a usual drug."""
    if vocabulary.is_english(word) or vocabulary.documents(word) >= 3 or vocabulary.lookup(word):
        return False
    nearest = vocabulary.suggest(word, kinds=("drug",))[:1]
    return bool(nearest) and nearest[0].usual and nearest[0].distance <= 0.5


def _of_biology(text: str, start: int, end: int) -> bool:
    """True for the name of a gene, protein, enzyme or tool, of which no list is complete."""
    before = text[:start].rsplit(None, 1)[-1].lower() if text[:start].split() else ""
    after = (text[end:].split() or [""])[0].lower().strip("?,.;:")
    return before in _BIOLOGY or after in _BIOLOGY or text[start:end].lower().endswith("ase")


def _opens(text: str, start: int) -> bool:
    """True at the start of a sentence, where a capital says nothing."""
    before = text[:start].rstrip(" \"'(")
    return not before or before.endswith((".", "?", "!", ":"))


def ways(line: Line, vocabulary: Vocabulary, near: Callable[[str], Sequence[str]] | None) -> list[Way]:
    """All ways of reading the words of a line that are worth weighing."""
    made: list[Way] = []
    for at, piece in enumerate(line.pieces):
        made.append(Way(at, at, (piece.word,), piece.keep, True, piece.start, piece.end))
        if piece.unknown:
            found = [*_respelt(at, piece, vocabulary), *_parted(at, piece, vocabulary)]
            if near is not None and not any(way.cost < piece.keep for way in found):
                found += _of_the_library(at, piece, near)
            made += sorted(found, key=lambda way: way.cost)[:WAYS]
    made += _mended(line, vocabulary)
    return made


def _respelt(at: int, piece: Piece, vocabulary: Vocabulary) -> list[Way]:
    """Known words near to it. Of two spellings of one word (`anaemia`, `anemia`) the nearer stands for both."""
    several: dict[str, list[Suggestion]] = {}
    for near in vocabulary.suggest(piece.word, kinds=("drug", "medical", "word")):
        several.setdefault(word_key(near.name), []).append(near)
    made = []
    for spellings in several.values():
        near = min(spellings, key=lambda s: (s.distance, OSA.distance(piece.word, s.name)))
        cost = _cost(piece, near, sum(vocabulary.documents(s.name) for s in spellings), vocabulary)
        made.append(Way(at, at, (near.name,), cost, False, piece.start, piece.end))
    return made


def _cost(piece: Piece, near: Suggestion, documents: int, vocabulary: Vocabulary) -> float:
    drug = near.kind == "drug"
    met = documents + (DRUG if drug and near.usual else near.kind == "medical")
    cost = EDIT * near.distance + likelihood(met, vocabulary)
    if drug:
        return cost + (ODD_DRUG if not near.usual and near.distance > 0.5 else 0.0)
    typed, known = word_key(piece.word), word_key(near.name)
    if len(typed) > 7 and near.distance > 0.25 and typed[:-3] == known[: len(typed) - 3]:
        cost += ENDING
    return cost + (NAME if piece.name and not (near.kind == "medical" and near.distance <= 0.5) else 0.0)


def _of_the_library(at: int, piece: Piece, near: Callable[[str], Sequence[str]]) -> Iterator[Way]:
    for name in near(piece.word):
        yield Way(at, at, (name,), EDIT * distance(piece.word, name) + LIBRARY, False, piece.start, piece.end)


def _parted(at: int, piece: Piece, vocabulary: Vocabulary) -> Iterator[Way]:
    """The word as two known words that were run together."""
    for cut in range(PART, len(piece.word) - PART + 1):
        one, other = piece.word[:cut], piece.word[cut:]
        met = vocabulary.documents(one), vocabulary.documents(other)
        tie = vocabulary.tie(one, other)
        if min(met) >= (1 if tie else MET):
            cost = SPLIT + sum(likelihood(m, vocabulary) for m in met) - tie
            yield Way(at, at, (one, other), cost, False, piece.start, piece.end)


def _mended(line: Line, vocabulary: Vocabulary) -> Iterator[Way]:
    """Two neighbours, one of them unknown, as one known word that was torn apart."""
    for at, (one, other) in enumerate(zip(line.pieces, line.pieces[1:], strict=False)):
        if not (one.unknown or other.unknown) or line.text[one.end : other.start] != " ":
            continue
        whole = one.word + other.word
        if vocabulary.known(whole):
            cost = TORN + likelihood(vocabulary.documents(whole), vocabulary)
            yield Way(at, at + 1, (whole,), cost, False, one.start, other.end)
