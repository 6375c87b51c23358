"""Content words and a light stemmer."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum.text.expressions import expression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP: Final = _words(
    "a about above after again all also although am among an and any are aren as at be because been before being below "
    "between both but by can cannot could did do does doing done down during each either else etc ever every few for "
    "from further get gets getting give given gives giving got had has have having he help her here hers herself him "
    "himself his how however i if in into is isn it its itself just let like me might mine most much must my myself "
    "nor of off "
    "on once one only onto or other our ours ourselves out over own per please quite rather really s same she should "
    "since so some such t than that the their theirs them themselves then there these they this those through thus to "
    "too under until up upon us very via vs was we well were what when where whether which while who whom whose why "
    "will with within would yes yet you your yours yourself tell know want wants wanted wanting "
    "wondering wonder may shall ok okay alright"
)
"""Words that carry no subject. `no`, `not` and `without` are not among them: they carry meaning."""
QUESTION: Final = _words(
    "what which who whom whose when where why how role best evidence recommended recommend advise explain describe "
    "summarise summarize discuss difference there any current latest"
)
"""Words that belong to asking and not to what is asked."""
_WORD: Final = expression(r"[^\W_]+(?:[-'\u2019./][^\W_]+)*")
_WHOLE: Final = _words(
    "diabetes series species herpes rabies scabies measles mumps shingles pancreas lens biceps triceps forceps news "
    "hundred sacred evening morning during ring king wing spring string bring thing sling sibling ceiling feces faeces "
    "caries lues sepsis pus gas bias pass class plus thus always perhaps kindred infrared imposing cannabis ascites "
    "nothing something anything everything outstanding lightning herring darling sterling aids sars mers hers yes "
    "rickets hives mellitus texas atlas canvas christmas alias lupus physics genetics statistics obstetrics "
    "paediatrics pediatrics geriatrics ethics kinetics dynamics pharmacokinetics"
)
_IRREGULAR: Final = {
    "women": "woman",
    "men": "man",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "criteria": "criterion",
    "bacteria": "bacterium",
    "data": "datum",
    "vertebrae": "vertebra",
    "fungi": "fungus",
    "died": "die",
    "dying": "die",
    "fell": "fall",
    "fallen": "fall",
    "rose": "rise",
    "risen": "rise",
    "lying": "lie",
    "taken": "take",
    "took": "take",
    "gave": "give",
    "grew": "grow",
    "metastases": "metastasis",
    "indices": "index",
    "axes": "axis",
    "lives": "life",
    "halves": "half",
    "calves": "calf",
    "lungs": "lung",
    "tested": "test",
}


def content(text: str) -> tuple[str, ...]:
    """The content words in lower case, in order, repeats kept; stop words and words of asking are left out."""
    return _content_of_phrase(text) if len(text) <= SENTENCE_CHARACTERS else _content(text)


def _content(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_content_word, _WORD.findall(text))))


_content_of_phrase = lru_cache(maxsize=8192)(_content)
SENTENCE_CHARACTERS: Final = 600
"""Texts of at most so many characters are phrases and sentences, which are asked about again and again."""


@lru_cache(maxsize=65536)
def _content_word(found: str) -> str:
    """A word in lower case and without a possessive ending; empty for one that carries no subject."""
    word = found.lower().replace("\u2019", "'").removesuffix("'s")
    return "" if word in STOP or word in QUESTION else word


_JOINS: Final = expression(r"(?<=\w)[/-](?=\w)")


def parted(text: str) -> frozenset[str]:
    """The stems of the content words, and of the parts of those that a hyphen or stroke joins: sacubitril/valsartan."""
    return _parted_of_phrase(text) if len(text) <= SENTENCE_CHARACTERS else _parted(text)


def _parted(text: str) -> frozenset[str]:
    return stems(text) | stems(_JOINS.sub(" ", text)) if _JOINS.search(text) else stems(text)


_parted_of_phrase = lru_cache(maxsize=4096)(_parted)


def unjoined(name: str) -> frozenset[str]:
    """The stems of a name with the parts of what a hyphen joins in its place: sources write `angiotensin converting
    enzyme` apart. Held against `parted`, which has both."""
    return stems(name.replace("-", " ")) if "-" in name else stems(name)


def stems(text: str) -> frozenset[str]:
    """The stems of the content words."""
    return _stems_of_name(text) if len(text) <= NAME_CHARACTERS else _stems_of_text(text)


NAME_CHARACTERS: Final = 120
"""Texts of at most so many characters are names, phrases and questions, which are asked about again and again."""


def _stems(text: str) -> frozenset[str]:
    """A text has few different words, and each of them has been seen before."""
    return frozenset(map(_content_stem, set(_WORD.findall(text)))) - _NONE


_stems_of_name = lru_cache(maxsize=8192)(_stems)
_stems_of_text = lru_cache(maxsize=4096)(_stems)
_NONE: Final = frozenset({""})


@lru_cache(maxsize=65536)
def _content_stem(found: str) -> str:
    """The stem of a word; empty for one that carries no subject."""
    word = _content_word(found)
    return stem(word) if word else ""


def stemmed(text: str) -> frozenset[str]:
    """The stems of all words of a list, stop words too: for tables of words."""
    return frozenset(stem(word) for word in text.split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without plural and inflection: `cramps` -> `cramp`, `reduced` -> `reduce`, `analyses` -> `analysis`.

    Light on purpose: it joins forms of one word and leaves derived words apart (`mexiletine`, `organ`, `organic`).
    """
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or word in _WHOLE or not word.isalpha():
        return word
    return _one_spelling(_inflection(_plural(word)))


def _one_spelling(word: str) -> str:
    """`anaemia`, `oedema`, `diarrhoea`, `tumour`, `sulphate` as `anemia`, `edema`, `diarrhea`, `tumor`, `sulfate`: a
    source and a question may be spelled on either side of an ocean."""
    if len(word) < 6:
        return word
    word = _DIGRAPHS.sub("e", word).replace("sulph", "sulf")
    return f"{word[:-3]}or" if word.endswith("our") else word


_DIGRAPHS: Final = expression(
    r"(?<=[a-z])ae(?=m|s(?=th)|l|c(?=ol|um|al)|d)|(?<=^p)ae(?=d)|(?<=^f)ae(?=c)|^ae(?=t)|(?<=^an)ae|(?<=^h)ae|(?<=^c)ae(?=s)"
    r"|^oe(?=d|s(?=o|t))|(?<=rrh)oe|(?<=pn)oe|(?<=^f)oe(?=t)|(?<=^c)oe(?=l)|(?<=hom)oe(?=o)|(?<=an)oe(?=u)"
)


def _plural(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):
        return word
    if word.endswith(("yses", "oses", "eses")) and len(word) > 6:
        return word[:-2] + "is"
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _inflection(word: str) -> str:
    if word in _WHOLE:
        return word
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 5:
        return _restore(word[:-3], word)
    if word.endswith("ed") and not word.endswith("eed") and len(word) > 4:
        return _restore(word[:-2], word)
    return word


def _restore(base: str, word: str) -> str:
    if len(base) < 2 or not any(c in "aeiouy" for c in base):
        return word
    if base.endswith(("at", "bl", "iz", "ys", "ur")) and not base.endswith(("eat", "oat", "our")):
        return base + "e"
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiosz":
        return base if base[-1] == "l" and len(base) < 6 else base[:-1]
    if base[-1] in "cvuz" or (base[-1] == "s" and base[-2] != "s") or base.endswith(("rg", "dg", "ag", "ng", "eng")):
        return base if base.endswith(("ng",)) and len(base) > 3 and base[-3] in "io" else base + "e"
    short = (
        len(base) <= 4 and base[-1] not in "wxy" and base[-2] in "aeiou" and (len(base) == 2 or base[-3] not in "aeiou")
    )
    return base + "e" if short else base
