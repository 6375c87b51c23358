"""The words of a question that nobody knows, and the ways in which each can be read."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from probatum.ask.words.forms import is_compound, is_derived, is_prefix, words
from probatum.ask.words.lattice import Way
from probatum.ask.words.terms import STOP
from probatum.text.expressions import expression
from probatum.vocabulary import Suggestion, Vocabulary
from probatum.vocabulary.normal import word_key
from probatum.vocabulary.spelling import FAR, LONGEST, SHORTEST, distance, reach

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
BELIEVED: Final = 0.5
"""Weight of the library's records on the question against the reference corpus."""
LONG_PART: Final = 5
"""Letters of a part from which on fewer documents will do: hardly a word is two such parts by chance."""
MET_LONG: Final = 3
"""Those documents."""
SLIP: Final = 0.5
"""Weighted edits up to which a form of a known word is changed into what the library speaks of besides: `normokalemic`
is no slip of `normocalcemic`."""
FARTHER: Final = 0.75
"""Weighted edits beyond the nearest word within which what the library speaks of besides counts: that many of its
people are `older` makes no `older` of an `ulser`."""
SHARE: Final = 0.1
"""Share of those records from which on a part of words run together counts as a word."""
NOTHING: Final[Mapping[str, float]] = {}

_WORD: Final = expression(r"(?<![\w'])(?<!\d-)[^\W\d_]+(?:'[^\W\d_]+)?(?![\w(]|-\d)")
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
    trusted: float = math.inf
    """Weighted edits up to which what the library speaks of besides counts for a candidate."""


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


def likelihood(documents: int, vocabulary: Vocabulary, beside: float = 0.0) -> float:
    """Nats of a word that stands in that many records of the reference corpus.

    `beside`: its share of the library's records on the rest of the question, of which half is believed.
    """
    usual = (documents + 0.3) / vocabulary.corpus_size
    return -math.log(max(usual, usual * (1 - BELIEVED) + BELIEVED * beside))


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
        form = no_word and (is_derived(lower, vocabulary) or is_compound(lower, vocabulary))
        if no_word:
            no_word = careless or not _of_biology(text, start, match.end())
            keep = (FORM if form else _keep(lower)) + SLOPPY * share * share
        named = word[0].isupper() and not titled and not _opens(text, start)
        pieces.append(Piece(start, start + len(word), lower, no_word, keep, named, SLIP if form else math.inf))
    foreign = sum(unknown) > 1 and share > 0.4 and bool(spoken & _FOREIGN) and not spoken & _ENGLISH
    return Line(text, tuple(pieces), foreign)


def _keep(word: str) -> float:
    return next(cost for longest, cost in KEEP if len(word) <= longest)


def is_unknown(word: str, vocabulary: Vocabulary, knows: Callable[[str], bool] | None) -> bool:
    """True for a word that neither the vocabulary nor the library knows."""
    bare = word.removesuffix("'s").removesuffix("'")
    if not SHORTEST <= len(bare) <= LONGEST or "'" in bare or any(c.isupper() for c in bare[1:]) or not bare.isascii():
        return False
    lower = bare.lower()
    if _DENIES.fullmatch(lower):
        return False  # `shouldnt` read as `should` would ask the opposite
    known = vocabulary.known(lower)
    if (known and not _only_in_a_name(lower, vocabulary)) or vocabulary.lay(lower):
        return False
    if knows is not None and knows(lower):  # asked last: it costs a search
        return not known and _short_of_an_e(lower, vocabulary)
    return True


_DENIES: Final = expression(r"(?:should|would|could|must|might|need|does|did|do|is|are|was|were|has|have|had|ca|wo)nt")
"""A denial without its apostrophe."""


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


def ways(
    line: Line,
    vocabulary: Vocabulary,
    near: Callable[[str], Sequence[str]] | None,
    beside: Mapping[str, float] = NOTHING,
) -> list[Way]:
    """All ways of reading the words of a line that are worth weighing.

    `beside`: words of the library's records on the question, with the share of those records that have each.
    """
    made: list[Way] = []
    for at, piece in enumerate(line.pieces):
        made.append(Way(at, at, (piece.word,), piece.keep, True, piece.start, piece.end))
        if piece.unknown:
            found = [*_respelt(at, piece, vocabulary, beside), *_parted(at, piece, vocabulary, beside)]
            found += _of_the_topic(at, piece, vocabulary, beside, {way.words for way in found})
            if near is not None and not any(way.cost < piece.keep for way in found):
                found += _of_the_library(at, piece, near)
            made += sorted(found, key=lambda way: way.cost)[:WAYS]
    made += _mended(line, vocabulary, beside)
    return made


def _of_the_topic(
    at: int, piece: Piece, vocabulary: Vocabulary, beside: Mapping[str, float], there: Container[tuple[str, ...]]
) -> Iterator[Way]:
    """Words near to it that the vocabulary did not suggest and the library's records on the question have."""
    most = 3 if len(piece.word) >= FAR else 2
    near = process.extract(piece.word, list(beside), scorer=OSA.distance, processor=None, score_cutoff=most, limit=None)
    for name, _, _ in near:
        edits = distance(piece.word, name)
        if (name,) not in there and edits <= min(reach(piece.word), piece.trusted):
            cost = EDIT * edits + likelihood(vocabulary.documents(name), vocabulary, beside[name])
            yield Way(at, at, (name,), cost + (NAME if piece.name else 0.0), False, piece.start, piece.end)


def _respelt(at: int, piece: Piece, vocabulary: Vocabulary, beside: Mapping[str, float]) -> list[Way]:
    """Known words near to it. Of two spellings of one word (`anaemia`, `anemia`) the nearer stands for both."""
    several: dict[str, list[Suggestion]] = {}
    for near in vocabulary.suggest(piece.word, kinds=("drug", "medical", "word")):
        several.setdefault(word_key(near.name), []).append(near)
    made = []
    least = min((s.distance for spellings in several.values() for s in spellings), default=0.0)
    trusted = min(piece.trusted, least + FARTHER)
    for spellings in several.values():
        near = min(spellings, key=lambda s: (s.distance, OSA.distance(piece.word, s.name)))
        share = min(1.0, sum(beside.get(s.name, 0.0) for s in spellings)) if near.distance <= trusted else 0.0
        cost = _cost(piece, near, sum(vocabulary.documents(s.name) for s in spellings), vocabulary, share)
        made.append(Way(at, at, (near.name,), cost, False, piece.start, piece.end))
    return made


def _cost(piece: Piece, near: Suggestion, documents: int, vocabulary: Vocabulary, beside: float) -> float:
    drug = near.kind == "drug"
    met = documents + (DRUG if drug and near.usual else near.kind == "medical")
    cost = EDIT * near.distance + likelihood(met, vocabulary, beside)
    if drug:
        return cost + (ODD_DRUG if not near.usual and near.distance > 0.5 else 0.0)
    typed, known = word_key(piece.word), word_key(near.name)
    if len(typed) > 7 and near.distance > 0.25 and typed[:-3] == known[: len(typed) - 3]:
        cost += ENDING
    return cost + (NAME if piece.name and not (near.kind == "medical" and near.distance <= 0.5) else 0.0)


def _of_the_library(at: int, piece: Piece, near: Callable[[str], Sequence[str]]) -> Iterator[Way]:
    for name in near(piece.word):
        yield Way(at, at, (name,), EDIT * distance(piece.word, name) + LIBRARY, False, piece.start, piece.end)


def _parted(at: int, piece: Piece, vocabulary: Vocabulary, beside: Mapping[str, float]) -> Iterator[Way]:
    """The word as two known words that were run together."""
    for cut in range(PART, len(piece.word) - PART + 1):
        one, other = piece.word[:cut], piece.word[cut:]
        met = vocabulary.documents(one), vocabulary.documents(other)
        tie = vocabulary.tie(one, other)
        shares = beside.get(one, 0.0), beside.get(other, 0.0)
        known = all(
            m >= (MET if len(part) < LONG_PART or is_prefix(part) else MET_LONG) or share >= SHARE
            for part, m, share in zip((one, other), met, shares, strict=True)
        )
        if known or (tie and min(met)):
            cost = SPLIT + sum(likelihood(m, vocabulary, s) for m, s in zip(met, shares, strict=True)) - tie
            yield Way(at, at, (one, other), cost, False, piece.start, piece.end)


def _mended(line: Line, vocabulary: Vocabulary, beside: Mapping[str, float]) -> Iterator[Way]:
    """Two neighbours, one of them unknown, as one known word that was torn apart."""
    for at, (one, other) in enumerate(zip(line.pieces, line.pieces[1:], strict=False)):
        if not (one.unknown or other.unknown) or line.text[one.end : other.start] != " ":
            continue
        whole = one.word + other.word
        if vocabulary.known(whole) or whole in beside:
            cost = TORN + likelihood(vocabulary.documents(whole), vocabulary, beside.get(whole, 0.0))
            yield Way(at, at + 1, (whole,), cost, False, one.start, other.end)
