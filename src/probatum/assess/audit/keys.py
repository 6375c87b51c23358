"""Words made comparable across writers: stems, British and American spelling as one, endings taken off."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from probatum.appraise.effects import tokens
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.normal import word_key

_WORD: Final = expression(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?[0-9]{0,3}[a-z]?(?![^\W_])|[^\W_]+")
_EXTRA_STOP: Final = frozenset(
    ("also", "there", "still", "even", "only", "just", "most", "least", "both", "each", "every", "any", "some", "such")
)


class Word(NamedTuple):
    """A content word where it stands, by its key."""

    key: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The key of one word: `haemoglobin`, `Hemoglobin` -> `hemoglobin`; `improvement`, `improved` -> `improv`."""
    root = tokens.root(word_key(words.stem(word.lower())))
    if len(root) >= _LONG:
        root = next((root[: -len(e)] for e in ("ic", "ia", "is") if root.endswith(e)), root)
    return _ONE.get(root, root)


_LONG: Final = 8
"""Letters from which `-ic`, `-ia` and `-is` are taken off: `hypoglycemic` and `hypoglycemia` are one."""
_ONE: Final = {
    "renal": "kidney",
    "hepat": "liver",
    "hepatic": "liver",
    "cardiac": "heart",
    "pulmonary": "lung",
    "pulmonar": "lung",
    "ocular": "eye",
    "ophthalm": "eye",
    "pediatr": "child",
    "pediatric": "child",
    "emes": "vomit",
    "emesis": "vomit",
    "female": "woman",
    "male": "man",
    "hb": "hemoglobin",
    "hgb": "hemoglobin",
    "die": "death",
    "dead": "death",
    "fatal": "death",
    "fatality": "death",
    "fatalit": "death",
    "mortality": "death",
    "mortal": "death",
    "gastric": "stomach",
    "belly": "abdomin",
    "tummy": "abdomin",
    "abdomen": "abdomin",
    "bleed": "hemorrhag",
    "hemorrhage": "hemorrhag",
    "newborn": "neonat",
    "neonate": "neonat",
    "neonatal": "neonat",
    "baby": "infant",
    "itch": "prurit",
    "pruritus": "prurit",
    "swell": "edema",
    "redness": "erythema",
    "dizzy": "dizzi",
    "vertigo": "dizzi",
    "somnolence": "sedation",
    "somnolenc": "sedation",
    "breath": "respir",
    "breathe": "respir",
    "respiratory": "respir",
    "respiration": "respir",
    "clot": "thrombos",
    "thrombosis": "thrombos",
    "gut": "intestin",
    "bowel": "intestin",
    "intestine": "intestin",
    "gastrointestinal": "intestin",
    "flare": "exacerb",
    "dropout": "withdrawal",
    "withdrew": "withdrawal",
    "withdraw": "withdrawal",
    "discontinu": "stop",
    "discontinue": "stop",
    "discontinuation": "stop",
    "memory": "cognit",
    "cognition": "cognit",
    "cognitive": "cognit",
    "tire": "fatigu",
    "sleepi": "sedation",
    "drowsi": "sedation",
    "sedat": "sedation",
    "think": "cognit",
    "lost": "loss",
    "lose": "loss",
}
"""Everyday and learned words for one thing, and two abbreviations that papers seldom spell out, as one key."""


def read(text: str) -> tuple[Word, ...]:
    """The content words of a text in order, hyphened ones by their parts; numbers are left out."""
    made = []
    for found in _WORD.finditer(text):
        word = found.group().lower()
        if len(word) < 2 or word.isdigit() or word in words.STOP or word in _EXTRA_STOP:
            continue
        made.append(Word(key(word), found.start(), found.end()))
    return tuple(made)


@lru_cache(maxsize=32768)
def of(text: str) -> frozenset[str]:
    """The keys of a text's content words."""
    return frozenset(w.key for w in read(text))


def table(text: str) -> frozenset[str]:
    """The keys of a list of words, stop words too: for tables of words."""
    return frozenset(key(w) for w in text.split())


GENERIC: Final = table(
    "group arm patient people person participant subject trial study treatment treat therapy drug medicine medication "
    "minute minutes min "
    "compare comparison versus result results report find found observe show see seen significant significantly "
    "statistically difference differ different effect rate number proportion percent percentage share total mean "
    "median average about approximately roughly nearly around day week month year hour time baseline end value level "
    "score change respectively outcome endpoint measure data analysis confidence interval receive recipient user take "
    "taken give given use used reach reached figure point points increase decrease reduce reduction raise lower higher "
    "high low less more fewer fell fall rise rose drop improve improvement better worse good great greater small large "
    "not no without never nor against while whereas than among within per plus well alone all one two three four five "
    "six seven eight nine ten dose daily twice once least further extra case cases event events adverse affect "
    "affected "
    "longer shorter faster slower quicker earlier later sooner "
    "ng μg µg pg nmol pmol ci milligram microgram gram milliliter millilitre mg kg ug mcg ml dl mmol "
    "iu cm mm hg percentage "
    "occur record recorded remain stay keep kept come go went make made have had source answer evidence"
)
"""Words that nearly every sentence on a trial holds, or that say which way and how much: they do not say what is
meant."""
