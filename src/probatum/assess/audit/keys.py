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
    root = _root(word.lower())
    return _one().get(root, root)


def _root(word: str) -> str:
    root = tokens.root(word_key(words.stem(_PAST.get(word, word))))
    if len(root) >= _LONG:
        root = next((root[: -len(e)] for e in ("ic", "ia", "is") if root.endswith(e)), root)
    return _derived(root)


_LONG: Final = 8
"""Letters from which `-ic`, `-ia` and `-is` are taken off: `hypoglycemic` and `hypoglycemia` are one."""


def _derived(root: str) -> str:
    """One root for what was derived from it: `infection` and `infected`, `atrial` and `atrium`, `survivor`."""
    for ending, put, least in _ENDINGS:
        if root.endswith(ending) and len(root) - len(ending) >= least:
            return root[: -len(ending)] + put
    return root


_ENDINGS: Final = (
    ("fully", "", 5),
    ("ful", "", 5),
    ("iously", "i", 3),
    ("ious", "i", 3),
    ("iety", "i", 3),
    ("ily", "y", 4),
    ("ely", "", 5),
    ("ly", "", 5),
    ("ment", "", 5),
    ("ion", "", 5),
    ("ular", "l", 4),
    ("ary", "", 5),
    ("ory", "", 6),
    ("ar", "", 5),
    ("al", "", 4),
    ("or", "", 5),
    ("um", "", 4),
    ("us", "", 5),
    ("ia", "i", 4),
    ("ic", "", 5),
)
"""Endings of words derived from another, what is put in their place, and how much of the root must be left."""
_PAST_FORMS: Final = (
    "bled:bleed broke:break broken:break felt:feel led:lead wore:wear worn:wear kept:keep met:meet held:hold "
    "slept:sleep woke:wake woken:wake ate:eat eaten:eat drank:drink fed:feed spent:spend sought:seek "
    "lost:lose swollen:swell driven:drive drove:drive spoke:speak spoken:speak shown:show wrote:write "
    "bore:bear borne:bear stood:stand fought:fight taught:teach chosen:choose chose:choose frozen:freeze "
    "froze:freeze hidden:hide shook:shake shaken:shake sat:sit ran:run swam:swim stuck:stick tore:tear "
    "torn:tear withdrew:withdraw milder:mild heavier:heavy severer:severe lighter:light stronger:strong "
    "weaker:weak healthier:healthy atria:atrium emboli:embolus thrombi:thrombus fetuses:fetus "
    "metastatic:metastasis "
)
"""Past forms, and a few plurals of Latin, that no ending shows."""
_PAST: Final = {form: to for form, _, to in (pair.partition(":") for pair in _PAST_FORMS.split())}
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
    "clot": "thrombosis",
    "thrombus": "thrombosis",
    "thrombotic": "thrombosis",
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


@lru_cache(maxsize=1)
def _one() -> dict[str, str]:
    """The table by roots: what a word is written as there, and its root, both lead to the root of the other."""
    return {form: _root(to) for word, to in _ONE.items() for form in (word, _root(word))}


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
