"""Forms of known words: endings, prefixes and compounds, which no word list holds in full."""

from __future__ import annotations

from typing import Final

from probatum.vocabulary import Vocabulary


def words(text: str) -> tuple[str, ...]:
    """The words of a list written as running text."""
    return tuple(text.split())


_PREFIXES: Final = words(
    """
    anti auto bio cardio chemo co counter cyber de dis down electro extra fore gastro hyper hypo im in infra inter intra
    ir iso macro mal mega meta micro mid mini mis mono multi neo neuro non nor out over para peri photo poly post pre
    pro proto pseudo psycho radio re retro semi socio sub super supra tele thermo trans ultra un under uni up ileo colo
    utero osteo myo naso oro thoraco veno vesico rhino veno ventriculo spondylo musculo cerebro cranio cervico dermato
    entero hepato nephro pancreatico retro recto sterno temporo tracheo urethro nano dihydro dehydro
    myco cyto histo immuno patho
    """
)
_SUFFIXES: Final = words(
    """
    s es ed d ing ly ness less like ful ity ism ist ists able al ic ical ization isation ize ise izing ising er ers or
    ors ology ological ologist ships ship wise ation ations ment ments ous ory ary ive
    """
)
_ENDINGS: Final = tuple(
    tuple(pair.split("/"))
    for pair in words(
        """
        otic/osis otics/osis itic/itis itics/itis etic/esis ytic/ysis emic/emia aemic/aemia opathic/opathy genic/genesis
        eal/x ceal/x yceal/yx ial/ium atous/a matous/ma ar/a onal/on inal/en tic/sis ies/y i/us ae/a ata/a a/um
        philic/philia drium/drial
        """
    )
)
"""Endings of adjectives and Latin plurals, with those of their nouns."""
_SHORTEST: Final = 4
_MET: Final = 3
"""Documents of the reference corpus from which on a word counts as met."""
_COMPOUND_MET: Final = 20


def _is_word(word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_english(word) or vocabulary.documents(word) >= _MET


def _has_ending(word: str, vocabulary: Vocabulary) -> bool:
    if word.endswith("s") and not word.endswith("ss") and vocabulary.known(word[:-1]):
        return True
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < _SHORTEST:
            continue
        if any(_is_word(stem + end, vocabulary) for end in ("", "e", "y", "a")):
            return True
        if stem[-1] == stem[-2] and vocabulary.is_english(stem[:-1]):
            return True
    return any(
        word.endswith(ending) and vocabulary.known(word[: -len(ending)] + noun)
        for ending, noun in _ENDINGS
        if len(word) > len(ending) + 3
    )


def _has_prefix(word: str, vocabulary: Vocabulary) -> bool:
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST and _is_word(rest, vocabulary):
            return True
    return False


def is_prefix(word: str) -> bool:
    """True for what stands before words rather than by itself (`micro`, `inter`)."""
    return word in _PREFIXES


def is_compound(word: str, vocabulary: Vocabulary) -> bool:
    """True for two known words run together. `word` is lower case."""
    return any(
        vocabulary.documents(word[:cut]) >= _COMPOUND_MET and vocabulary.documents(word[cut:]) >= _COMPOUND_MET
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1)
    )


def is_derived(word: str, vocabulary: Vocabulary) -> bool:
    """True for a known word with an ending or after a prefix. `word` is lower case.

    A word that is but a slip away from the name of a usual drug is none (`levothyroxin` is not levo + thyroxin).
    """
    if not (_has_ending(word, vocabulary) or _has_prefix(word, vocabulary)):
        return False
    if len(word) < 8 or vocabulary.is_english(word[:-1]):
        return True
    nearest = vocabulary.suggest(word, kinds=("drug",))[:1]
    return not (nearest and nearest[0].usual and nearest[0].distance <= 0.5)
